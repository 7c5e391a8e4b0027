//! The heads of tables.

use super::document::{Form, Line};
use super::letters;

/// What the columns of a table hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    columns: Vec<(usize, Role)>,
    /// Whether the presence column asks a question that `yes` and `no` answer.
    pub(super) asks: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Name,
    Presence,
    /// What the attribute carries.
    Carried,
    Description,
    Other,
}

impl Columns {
    /// The columns that a line is the head of.
    pub(super) fn of(line: &Line) -> Option<Self> {
        let cells: Vec<(usize, String)> = match &*line.cells {
            [cell] if line.form != Form::Row => split_head(&cell.text())?,
            cells => cells.iter().map(|cell| (cell.slot, cell.text())).collect(),
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

    fn of_cells(cells: &[(usize, String)]) -> Option<Self> {
        let mut columns: Vec<(usize, Role)> = Vec::new();
        let mut asks = false;
        let mut known = 0;
        for (slot, text) in cells {
            let word = head_word(text);
            let role = role(&word);
            known += usize::from(role.is_some());
            asks |= matches!(
                &*word,
                "required" | "required?" | "mandatory" | "mandatory?" | "req"
            );
            columns.push((*slot, role.unwrap_or(Role::Other)));
        }
        let has =
            |columns: &[(usize, Role)], wanted| columns.iter().any(|(_, role)| *role == wanted);
        if !has(&columns, Role::Presence) {
            // Where no column is called otherwise, the one called `Type` says Mandatory or Optional.
            let carried = columns
                .iter_mut()
                .filter(|(_, role)| *role == Role::Carried);
            carried.for_each(|(_, role)| *role = Role::Presence);
        }
        let whole = has(&columns, Role::Name) && has(&columns, Role::Presence) && known > 1;
        whole.then_some(Self { columns, asks })
    }

    /// What the column holds that begins nearest.
    pub(super) fn role(&self, slot: usize) -> Role {
        let columns = self.columns.iter();
        let nearest = columns.min_by_key(|(start, _)| start.abs_diff(slot));
        nearest.map_or(Role::Other, |(_, role)| *role)
    }

    pub(super) fn has(&self, wanted: Role) -> bool {
        self.columns.iter().any(|(_, role)| *role == wanted)
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
    let word = word.trim_end_matches([':', '*']);
    let word = ["(continued)", "(cont.)", "continued", "(cont'd)"]
        .iter()
        .find_map(|behind| word.strip_suffix(behind))
        .unwrap_or(word);
    word.trim_end_matches([',', ' ', '-']).to_owned()
}

/// The names of columns, longest first where one begins with another.
const HEADS: [(&str, Role); 42] = [
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
    ("data type", Role::Carried),
    ("value type", Role::Carried),
    ("type", Role::Carried),
    ("format", Role::Carried),
    ("description", Role::Description),
    ("meaning", Role::Description),
    ("definition", Role::Description),
    ("comments", Role::Description),
    ("comment", Role::Description),
    ("remarks", Role::Description),
    ("notes", Role::Description),
];

fn role(word: &str) -> Option<Role> {
    HEADS
        .iter()
        .find(|(head, _)| *head == word)
        .map(|(_, role)| *role)
}

/// The cells of a head that stand on one line with single blanks between them: all of it must be names of columns.
fn split_head(text: &str) -> Option<Vec<(usize, String)>> {
    let words = head_word(text);
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
