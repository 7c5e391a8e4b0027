//! The heads of tables.

use super::document::{Cell, Form, Line};
use super::letters;

/// What the columns of a table hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Where they begin, and what they hold.
    roles: Vec<(usize, Role)>,
    /// What the columns are called.
    labels: Vec<String>,
    /// Whether the presence column asks a question that `yes` and `no` answer.
    pub(super) asks: bool,
    /// Whether the presence column is the one of types, since no other is called so.
    pub(super) is_guessed: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Name,
    Presence,
    /// Presence, too, in a table that has a better column for it.
    Beside,
    /// What the attribute carries.
    Carried,
    Description,
    Other,
}

/// How many cells below the columns that begin at these places stand in one of them, and how many of those are presence
/// words.
pub(super) type Counts<'r> = dyn Fn(&[usize], usize) -> (usize, usize) + 'r;

impl Columns {
    /// The columns that a line is the head of.
    pub(super) fn of(line: &Line) -> Option<Self> {
        let cells: Vec<(usize, String)> = match &*line.cells {
            [cell] if line.form != Form::Row => split_head(&cell.text())?,
            _ => apart(line),
        };
        Self::of_cells(&cells)
    }

    /// The columns of a head whose cells stand on lines of their own.
    pub(super) fn of_words(words: &[&str]) -> Option<Self> {
        let cells = words.iter().enumerate();
        let cells: Vec<_> = cells
            .map(|(slot, word)| (slot, (*word).to_owned()))
            .collect();
        Self::of_cells(&cells)
    }

    /// The columns that a line is the head of, told by what stands below it: a column of presence words is that of
    /// presence whatever it is called, and the first of unknown name is that of the names. `says_presence` counts
    /// the cells there.
    pub(super) fn by_rows(line: &Line, says_presence: &Counts<'_>) -> Option<Self> {
        let few = |cell: &Cell| cell.text().split_whitespace().count() < 4;
        if line.cells.len() < 2 || !line.cells.iter().all(few) {
            return None;
        }
        let cells = apart(line);
        let slots: Vec<usize> = cells.iter().map(|(slot, _)| *slot).collect();
        let words: Vec<String> = cells.iter().map(|(_, text)| head_word(text)).collect();
        let mut roles: Vec<Option<Role>> = words.iter().map(|word| role(word)).collect();
        let known = roles.iter().flatten().count();
        if known == 0 {
            return None;
        }
        if !roles.contains(&Some(Role::Presence)) {
            let unknown = (0..roles.len()).filter(|at| roles[*at].is_none());
            let at = unknown.into_iter().find(|at| {
                let (cells, presences) = says_presence(&slots, *at);
                cells > 0 && cells == presences
            })?;
            roles[at] = Some(Role::Presence);
        }
        if !roles.contains(&Some(Role::Name)) {
            // Two columns of known names make a head.
            if known < 2 {
                return None;
            }
            let at = roles.iter().position(Option::is_none)?;
            roles[at] = Some(Role::Name);
        }
        let asks = words.iter().any(|word| asks(word));
        let columns = slots.into_iter().zip(roles);
        Some(Self {
            labels: cells.into_iter().map(|(_, text)| text).collect(),
            roles: columns
                .map(|(slot, role)| (slot, role.unwrap_or(Role::Other)))
                .collect(),
            asks,
            is_guessed: false,
        })
    }

    /// Makes one column that of presence where several are called so: the one with the most words that are known, and
    /// not one of cardinalities where both have as many. Gives the names of the others.
    pub(super) fn settle(&mut self, says_presence: &Counts<'_>) -> Vec<String> {
        let slots: Vec<usize> = self.roles.iter().map(|(slot, _)| *slot).collect();
        let presences = (0..slots.len()).filter(|at| self.roles[*at].1 == Role::Presence);
        let presences: Vec<usize> = presences.collect();
        let mut words: Vec<String> = presences
            .iter()
            .map(|at| head_word(&self.labels[*at]))
            .collect();
        words.sort();
        words.dedup();
        let names = self.roles.iter().filter(|(_, role)| *role == Role::Name);
        // Rows stand beside each other where the same names of columns do.
        if words.len() < presences.len() || names.count() > 1 {
            return Vec::new();
        }
        let best = presences.iter().rev().max_by_key(|at| {
            let (_, known) = says_presence(&slots, **at);
            (known, !COUNTS.contains(&&*head_word(&self.labels[**at])))
        });
        let mut others = Vec::new();
        for at in presences.iter().filter(|at| Some(*at) != best) {
            self.roles[*at].1 = Role::Beside;
            others.push(self.labels[*at].clone());
        }
        others
    }

    /// Makes a column that of types where none is called so, and all of its cells are types.
    pub(super) fn take_types(&mut self, says_type: &Counts<'_>) {
        if self.has(Role::Carried) || self.is_guessed {
            return;
        }
        let slots: Vec<usize> = self.roles.iter().map(|(slot, _)| *slot).collect();
        let mut unknown = (0..slots.len()).filter(|at| self.roles[*at].1 == Role::Other);
        let types = unknown.find(|at| {
            let (cells, types) = says_type(&slots, *at);
            cells > 1 && cells == types
        });
        if let Some(at) = types {
            self.roles[at].1 = Role::Carried;
        }
    }

    /// Whether a line goes on with the cells of a head, as `Data` over `element` does.
    pub(super) fn goes_on(head: &Line, line: &Line) -> bool {
        let above = |cell: &Cell| {
            let mut cells = head.cells.iter();
            cells.find(|above| above.slot.abs_diff(cell.slot) < 3)
        };
        let whole = |cell: &Cell| {
            let above = above(cell).map(Cell::text).unwrap_or_default();
            is_head_cell(&format!("{above} {}", cell.text()))
        };
        !line.is_blank()
            && line.cells.iter().all(|cell| above(cell).is_some())
            && line.cells.iter().any(whole)
    }

    fn of_cells(cells: &[(usize, String)]) -> Option<Self> {
        let mut columns: Vec<(usize, Role)> = Vec::new();
        let mut asks = false;
        let mut known = 0;
        for (slot, text) in cells {
            let word = head_word(text);
            let role = role(&word);
            known += usize::from(role.is_some());
            asks |= self::asks(&word);
            columns.push((*slot, role.unwrap_or(Role::Other)));
        }
        let has =
            |columns: &[(usize, Role)], wanted| columns.iter().any(|(_, role)| *role == wanted);
        let is_guessed = !has(&columns, Role::Presence);
        if is_guessed {
            // Where no column is called otherwise, the one called `Type` says Mandatory or Optional.
            let carried = columns
                .iter_mut()
                .filter(|(_, role)| *role == Role::Carried);
            carried.for_each(|(_, role)| *role = Role::Presence);
        }
        let whole = has(&columns, Role::Name) && has(&columns, Role::Presence) && known > 1;
        whole.then(|| Self {
            labels: cells.iter().map(|(_, text)| text.clone()).collect(),
            roles: columns,
            asks,
            is_guessed,
        })
    }

    /// What the column holds that begins nearest.
    pub(super) fn role(&self, slot: usize) -> Role {
        let columns = self.roles.iter();
        let nearest = columns.min_by_key(|(start, _)| start.abs_diff(slot));
        nearest.map_or(Role::Other, |(_, role)| *role)
    }

    /// What the column is called that begins nearest, where that says more than its role.
    pub(super) fn label(&self, slot: usize) -> Option<&str> {
        let columns = self.roles.iter().zip(&self.labels);
        let nearest = columns.min_by_key(|((start, _), _)| start.abs_diff(slot));
        nearest
            .filter(|((_, role), _)| *role == Role::Other)
            .map(|(_, label)| &**label)
    }

    /// Whether the table has names and presences, and nothing else.
    pub(super) fn is_plain(&self) -> bool {
        let mut roles = self.roles.iter();
        roles.all(|(_, role)| matches!(role, Role::Name | Role::Presence))
    }

    pub(super) fn has(&self, wanted: Role) -> bool {
        self.roles.iter().any(|(_, role)| *role == wanted)
    }

    /// Whether a line begins to the right of the names, as the rest of a long description does.
    pub(super) fn continues(&self, line: &Line) -> bool {
        line.cells.first().is_some_and(|cell| {
            cell.slot > 0 && self.role(cell.slot) == Role::Description && line.cells.len() == 1
        })
    }
}

/// A cell of a head without what is written behind repeated ones.
fn head_word(text: &str) -> String {
    let word = letters::key(text);
    let word = word.trim_end_matches([':', '*', '.']);
    let word = ["(continued)", "(cont.)", "continued", "(cont'd)"]
        .iter()
        .find_map(|behind| word.strip_suffix(behind))
        .unwrap_or(word);
    word.trim_end_matches([',', ' ', '-']).to_owned()
}

/// Whether the name of a column asks a question that `yes` and `no` answer.
fn asks(word: &str) -> bool {
    let first = word.split([' ', '/']).next().unwrap_or_default();
    matches!(
        first.trim_end_matches(['?', '.']),
        "required" | "req" | "req'd" | "reqd" | "mandatory" | "mand" | "must"
    ) && !word.contains("optional")
}

/// Whether a column of a head asks a question that `yes` and `no` answer.
pub(super) fn asks_at(head: &Line, column: usize) -> bool {
    let cells = apart(head);
    let cell = cells.get(column);
    cell.is_some_and(|(_, text)| asks(&head_word(text)))
}

/// The cells of a head, of which those that are the names of several columns are taken apart.
fn apart(head: &Line) -> Vec<(usize, String)> {
    let mut cells = Vec::new();
    for cell in &head.cells {
        let text = cell.text();
        let parts = split_head(&text).filter(|parts| parts.len() > 1);
        match parts {
            Some(parts) if head.form != Form::Row && !is_head_cell(&text) => {
                let mut slot = cell.slot;
                for (_, part) in parts {
                    let length = part.chars().count() + 1;
                    cells.push((slot, part));
                    slot += length;
                }
            }
            _ => cells.push((cell.slot, text)),
        }
    }
    cells
}

/// Whether a line is the head of a table that says what attributes mean, and nothing of events.
pub(super) fn is_glossary(line: &Line) -> bool {
    let words: Vec<String> = line
        .cells
        .iter()
        .map(|cell| head_word(&cell.text()))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    words == ["attribute", "carries", "meaning"]
        || words == ["value", "meaning"]
        || words == ["number", "value", "meaning"]
}

/// The names of columns, longest first where one begins with another.
const HEADS: [(&str, Role); 58] = [
    ("event attribute", Role::Name),
    ("event attributes", Role::Name),
    ("attribute name", Role::Name),
    ("attributes", Role::Name),
    ("attribute", Role::Name),
    ("field name", Role::Name),
    ("field", Role::Name),
    ("parameter name", Role::Name),
    ("parameter", Role::Name),
    ("element name", Role::Name),
    ("data element", Role::Name),
    ("element", Role::Name),
    ("property", Role::Name),
    ("member", Role::Name),
    ("key", Role::Name),
    ("name", Role::Name),
    ("mandatory/optional", Role::Presence),
    ("mandatory or optional", Role::Presence),
    ("required/optional", Role::Presence),
    ("presence", Role::Presence),
    ("required?", Role::Presence),
    ("required", Role::Presence),
    ("mandatory?", Role::Presence),
    ("mandatory", Role::Presence),
    ("requirement", Role::Presence),
    ("optionality", Role::Presence),
    ("obligation", Role::Presence),
    ("usage", Role::Presence),
    ("m/o/c", Role::Presence),
    ("m/o", Role::Presence),
    ("r/o/c", Role::Presence),
    ("r/o", Role::Presence),
    ("req", Role::Presence),
    ("req'd", Role::Presence),
    ("reqd", Role::Presence),
    ("mand", Role::Presence),
    ("m/o/r", Role::Presence),
    ("cardinality", Role::Presence),
    ("occurrence", Role::Presence),
    ("occurs", Role::Presence),
    ("multiplicity", Role::Presence),
    ("mult", Role::Presence),
    ("card", Role::Presence),
    ("data type", Role::Carried),
    ("value type", Role::Carried),
    ("type", Role::Carried),
    ("datatype", Role::Carried),
    ("format", Role::Carried),
    ("dt", Role::Carried),
    ("field type", Role::Carried),
    ("wire type", Role::Carried),
    ("description", Role::Description),
    ("meaning", Role::Description),
    ("definition", Role::Description),
    ("comments", Role::Description),
    ("comment", Role::Description),
    ("remarks", Role::Description),
    ("notes", Role::Description),
];

/// The names of columns that say how often an attribute is there.
const COUNTS: [&str; 6] = [
    "cardinality",
    "occurrence",
    "occurs",
    "multiplicity",
    "mult",
    "card",
];

fn role(word: &str) -> Option<Role> {
    HEADS
        .iter()
        .find(|(head, _)| *head == word)
        .map(|(_, role)| *role)
}

/// The cells of a head that stand on one line with single blanks between them: all of it must be names of columns.
fn split_head(text: &str) -> Option<Vec<(usize, String)>> {
    let words = head_word(text).replace(". ", " ");
    let mut rest = &*words;
    let mut cells = Vec::new();
    while !rest.is_empty() {
        let begins = |head: &&str| {
            let behind = rest.strip_prefix(*head);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
        };
        let heads = HEADS.iter().map(|(head, _)| *head);
        let head = heads.filter(begins).max_by_key(|head| head.len())?;
        cells.push((cells.len(), head.to_owned()));
        rest = rest[head.len()..].trim_start();
    }
    Some(cells)
}

/// Whether a single line is a cell of a head.
pub(super) fn is_head_cell(text: &str) -> bool {
    role(&head_word(text)).is_some()
}
