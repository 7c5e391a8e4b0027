//! The rows of tables.

use super::document::{Cell, Form, Line, Place, Run};
use super::letters;
use super::name::Names;
use super::presence::{Meaning, PresenceWords};
use super::table::{Columns, Role};

/// A row as it stands in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) place: Place,
    pub(super) name: Name,
    pub(super) presence: Meaning,
    /// The marks of the presence cell.
    pub(super) marks: Vec<String>,
    /// What the attribute carries, in the document's words.
    pub(super) carried: String,
    pub(super) description: String,
    /// What the columns of descriptions say of it, without other columns.
    pub(super) says: String,
    /// What another column of presence says, where it says something else.
    pub(super) beside: Option<String>,
}

/// The name of a row as it stands in the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Name {
    pub(super) text: String,
    /// The value behind `=`.
    pub(super) fixed: Option<String>,
    /// Marks that are set as such.
    pub(super) marks: Vec<String>,
}

/// What a line of a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    Rows(Vec<Row>),
    /// A row whose presence is not understood: the word.
    Unclear(String),
    /// No row.
    No,
}

/// The reader of rows.
pub(super) struct Rows<'a> {
    pub(super) words: &'a PresenceWords,
    pub(super) names: Names<'a>,
    /// The columns of the table that the line stands in.
    pub(super) columns: Option<&'a Columns>,
}

impl Rows<'_> {
    /// What a line is in a table, or outside of one.
    pub(super) fn read(&self, line: &Line) -> Reading {
        let found = self.cells(line);
        if found != Reading::No {
            return found;
        }
        if line.form != Form::Row
            && let Some(rows) = self.words_of(line).or_else(|| self.in_parentheses(line))
        {
            return Reading::Rows(rows);
        }
        self.unclear(line)
    }

    /// The presence that a whole line is.
    pub(super) fn presence_alone(&self, line: &Line) -> Option<(Meaning, Vec<String>)> {
        match &*line.cells {
            [cell] => self.presence(cell, self.columns.is_some()),
            _ => None,
        }
    }

    /// Whether a cell below a head of unknown meaning is a presence word; `asks` tells whether the head asks a question.
    pub(super) fn says_presence(&self, cell: &Cell, asks: bool) -> bool {
        self.presence_of(cell, true, asks).is_some()
    }

    /// A row by its cells.
    fn cells(&self, line: &Line) -> Reading {
        if line.cells.len() < 2 {
            return Reading::No;
        }
        let named = self.columns.map(|columns| {
            let at = |wanted| {
                let cells = line.cells.iter();
                cells
                    .map(|cell| columns.role(cell.slot))
                    .position(|role| role == wanted)
            };
            (at(Role::Name), at(Role::Presence))
        });
        let mut presences: Vec<usize> = Vec::new();
        if let Some((_, Some(at))) = named
            && self.presence(&line.cells[at], true).is_some()
        {
            presences.push(at);
        }
        for (at, cell) in line.cells.iter().enumerate() {
            let described = self.columns.is_some_and(|columns| {
                columns.role(cell.slot) == Role::Description && !presences.is_empty()
            });
            // Where a table has no other columns, even a single letter is one, but for a mark behind a presence.
            let behind = at > 0 && presences.contains(&(at - 1));
            let plain = self.columns.is_some_and(Columns::is_plain) && !behind;
            let beside = self
                .columns
                .is_some_and(|columns| columns.role(cell.slot) == Role::Beside);
            let clear = !beside && self.presence(cell, plain).is_some();
            if !presences.contains(&at) && clear && at > 0 && !described {
                presences.push(at);
            }
        }
        presences.sort_unstable();
        let mut rows = Vec::new();
        let mut from = 0;
        for (number, &at) in presences.iter().enumerate() {
            let until = presences
                .get(number + 1)
                .map_or(line.cells.len(), |_| at + 1);
            match self.row(line, from, at, until) {
                Some(row) => rows.push(row),
                None => return Reading::No,
            }
            from = until;
        }
        if rows.is_empty() {
            Reading::No
        } else {
            Reading::Rows(rows)
        }
    }

    /// The row of the cells from one to another, with its presence among them.
    fn row(&self, line: &Line, from: usize, at: usize, until: usize) -> Option<Row> {
        let cells = line.cells.get(from..until)?;
        let (presence, marks) = self.presence(&line.cells[at], true)?;
        let role = |cell: &Cell| {
            self.columns
                .map_or(Role::Other, |columns| columns.role(cell.slot))
        };
        let first = cells
            .iter()
            .position(|cell| role(cell) == Role::Name && from == 0);
        let first = from + first.unwrap_or(0);
        if first == at {
            return None;
        }
        let mut name = Name::of(&line.cells[first].runs);
        let mut row = Row {
            place: line.place,
            name: Name::default(),
            presence,
            marks,
            carried: String::new(),
            description: String::new(),
            beside: None,
            says: String::new(),
        };
        for (number, cell) in (from..).zip(cells) {
            if number == first || number == at {
                continue;
            }
            if role(cell) == Role::Beside {
                let is_mandatory = |meaning| meaning == Meaning::Mandatory;
                let said = self.presence(cell, true);
                let agrees = said
                    .as_ref()
                    .is_some_and(|(said, _)| is_mandatory(*said) == is_mandatory(presence));
                row.marks
                    .extend(said.into_iter().flat_map(|(_, marks)| marks));
                row.beside = (!agrees).then(|| cell.text());
                continue;
            }
            let mut text = cell.text();
            if number == first + 1 && letters::is_mark(text.trim_start_matches('^')) {
                name.marks.push(text.trim_start_matches('^').to_owned());
                continue;
            }
            if let Some(label) = self.columns.and_then(|columns| columns.label(cell.slot)) {
                text = format!("{label} {text}.");
            }
            if role(cell) == Role::Description {
                row.says.push_str(&text);
            }
            let into = match role(cell) {
                Role::Carried => &mut row.carried,
                _ => &mut row.description,
            };
            if !into.is_empty() {
                into.push(' ');
            }
            into.push_str(&text);
        }
        if name.text.is_empty() {
            return None;
        }
        row.name = name;
        let bare = self.columns.is_none() && line.form != Form::Row;
        (!bare || self.can_be_name(&row.name)).then_some(row)
    }

    fn can_be_name(&self, name: &Name) -> bool {
        let single = !name.text.contains(' ');
        self.names.is_name(&name.text)
            || single && (letters::is_strong(&name.text) || name.fixed.is_some())
    }

    /// The presence that a cell holds, with its marks.
    fn presence(&self, cell: &Cell, sure: bool) -> Option<(Meaning, Vec<String>)> {
        let asks = self.columns.is_some_and(|columns| columns.asks);
        self.presence_of(cell, sure, asks)
    }

    fn presence_of(&self, cell: &Cell, sure: bool, asks: bool) -> Option<(Meaning, Vec<String>)> {
        let name = Name::of(&cell.runs);
        let meaning = |word: &str| {
            if !sure {
                return self.words.meaning_of_word(word);
            }
            match &*letters::key(word) {
                "yes" | "y" | "true" | "x" | "✓" | "✔" | "✅" | "☑" if asks => {
                    Some(Meaning::Mandatory)
                }
                "no" | "n" | "false" | "-" | "–" | "—" | "✗" | "✘" | "❌" if asks => {
                    Some(Meaning::Optional)
                }
                word => self.words.meaning(word),
            }
        };
        if name.fixed.is_some() {
            return None;
        }
        if let Some(meaning) = meaning(&name.text) {
            return Some((meaning, name.marks));
        }
        // A mark behind the word, or grown together with it.
        let text = &*name.text;
        for length in 1..=2 {
            let at = text
                .len()
                .checked_sub(length)
                .filter(|at| text.is_char_boundary(*at))?;
            let (word, mark) = text.split_at(at);
            if letters::is_mark(mark)
                && word.trim().chars().count() > 1
                && let Some(meaning) = meaning(word.trim())
            {
                let mut marks = vec![mark.to_owned()];
                marks.extend(name.marks);
                return Some((meaning, marks));
            }
        }
        None
    }

    /// Rows on a line with single blanks between the cells.
    fn words_of(&self, line: &Line) -> Option<Vec<Row>> {
        let words: Vec<(String, bool)> = line
            .cells
            .iter()
            .flat_map(|cell| split_words(&cell.runs))
            .collect();
        let table = self.columns.is_some();
        let described = self
            .columns
            .is_some_and(|columns| columns.has(Role::Description));
        let mut rows: Vec<Row> = Vec::new();
        let mut from = 0;
        let mut at = 0;
        while at < words.len() {
            let (word, above) = &words[at];
            let meaning = if table && !described && at > from {
                self.words.meaning(word)
            } else {
                self.words.meaning_of_word(word)
            };
            let fused = || self.presence(&Cell::plain(0, word), false);
            let found = meaning.map(|meaning| (meaning, Vec::new())).or_else(fused);
            at += 1;
            let Some((presence, mut marks)) = found.filter(|_| !above && at > from + 1) else {
                continue;
            };
            // Marks behind the presence.
            while let Some((word, above)) = words.get(at)
                && (*above || letters::is_mark(word) && at + 1 == words.len())
            {
                marks.extend(split_marks(word));
                at += 1;
            }
            let name = self.name_of(&words[from..at], table)?;
            rows.push(Row {
                place: line.place,
                name,
                presence,
                marks,
                carried: String::new(),
                description: String::new(),
                beside: None,
                says: String::new(),
            });
            from = at;
            if described {
                break;
            }
        }
        let last = rows.last_mut()?;
        if from < words.len() {
            let rest: Vec<_> = words[from..].iter().map(|(word, _)| &**word).collect();
            if !table || rest.len() == 1 && letters::is_strong(rest[0]) {
                return None;
            }
            last.description = rest.join(" ");
        }
        Some(rows)
    }

    /// The name that words before a presence are, if they are one.
    fn name_of(&self, words: &[(String, bool)], table: bool) -> Option<Name> {
        let presence = words.iter().rposition(|(word, above)| {
            !above && self.presence(&Cell::plain(0, word), true).is_some()
        })?;
        let mut cell = Cell {
            slot: 0,
            runs: Vec::new(),
        };
        for (word, above) in &words[..presence] {
            if !cell.runs.is_empty() && !above {
                cell.push(" ", false);
            }
            cell.push(word, *above);
        }
        let name = Name::of(&cell.runs);
        let (first, behind) = match name.text.split_once(' ') {
            Some((first, behind)) => (first, Some(behind)),
            None => (&*name.text, None),
        };
        let identifier = |word: &str| {
            word.starts_with(char::is_alphabetic)
                && word
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || "_.-:".contains(letter))
        };
        let known = self.names.is_name(&name.text);
        let marked = behind.is_some_and(|behind| behind.split([' ', ',']).all(letters::is_mark));
        let fits = known || identifier(first) && (behind.is_none() || marked);
        let clear = table || known || name.fixed.is_some() || letters::is_strong(first);
        (fits && clear).then_some(name)
    }

    /// `ThisDN (mandatory)`.
    fn in_parentheses(&self, line: &Line) -> Option<Vec<Row>> {
        let [cell] = &*line.cells else { return None };
        let text = cell.text();
        let text = text.strip_prefix("- ").unwrap_or(&text);
        let (name, rest) = text.split_once('(')?;
        let (word, rest) = rest.split_once(')')?;
        let (presence, marks) = self.presence(&Cell::plain(0, word), false)?;
        let mut above = Cell {
            slot: 0,
            runs: Vec::new(),
        };
        let mut pieces = name.trim().split('^');
        above.push(pieces.next().unwrap_or_default(), false);
        pieces.for_each(|piece| above.push(piece, true));
        let name = Name::of(&above.runs);
        let rest = rest.trim();
        let ends = rest.is_empty() || rest.starts_with([':', '-', '–', '—', '^', ',']);
        let single = !name.text.contains(' ');
        if !ends || name.text.is_empty() || !(single || self.names.is_name(&name.text)) {
            return None;
        }
        let mut marks = marks;
        let mut description = rest.trim_start_matches([':', '-', '–', '—', ',', ' ']);
        if let Some(mark) = description.strip_prefix('^') {
            let ends = |letter: char| {
                !letter.is_alphanumeric() && !letters::is_sign(letter) && letter != ','
            };
            let end = mark.find(ends).unwrap_or(mark.len());
            marks.extend(split_marks(&mark[..end]));
            description = mark[end..].trim_start_matches([':', '-', ' ']);
        }
        Some(vec![Row {
            place: line.place,
            name,
            presence,
            marks,
            carried: String::new(),
            description: description.to_owned(),
            beside: None,
            says: String::new(),
        }])
    }

    /// A row whose presence is a word that is not known.
    fn unclear(&self, line: &Line) -> Reading {
        let Some(columns) = self.columns else {
            return Reading::No;
        };
        let role = |cell: &&Cell| columns.role(cell.slot);
        let name = line.cells.iter().find(|cell| role(cell) == Role::Name);
        let presence = line.cells.iter().find(|cell| role(cell) == Role::Presence);
        match (name, presence) {
            (Some(_), Some(presence)) => Reading::Unclear(Name::of(&presence.runs).text),
            (Some(name), None) if line.form == Form::Row => {
                let named = !Name::of(&name.runs).text.is_empty();
                if named {
                    Reading::Unclear(String::new())
                } else {
                    Reading::No
                }
            }
            _ => Reading::No,
        }
    }
}

impl Row {
    /// What the columns of descriptions say; all that is said where none is called so.
    pub(super) fn says(&self) -> &str {
        if self.says.is_empty() {
            &self.description
        } else {
            &self.says
        }
    }
}

impl Name {
    /// The name of the row that a cell belongs to.
    pub(super) fn of(runs: &[Run]) -> Self {
        let mut name = Name::default();
        let mut text = String::new();
        for run in runs {
            if run.superscript {
                name.marks.extend(split_marks(&run.text));
            } else {
                text.push_str(&run.text);
            }
        }
        let mut text = text.trim().trim_matches('`');
        // `[a]`, `(a)` and `*` behind the name.
        loop {
            let bracketed = [('[', ']'), ('(', ')')]
                .into_iter()
                .find_map(|(open, close)| {
                    let (before, inner) = text.strip_suffix(close)?.rsplit_once(open)?;
                    let marks: Vec<_> = inner.split(',').map(str::trim).collect();
                    let all = !before.is_empty() && marks.iter().all(|mark| letters::is_mark(mark));
                    all.then(|| {
                        (
                            before.trim_end(),
                            marks.into_iter().map(str::to_owned).collect::<Vec<_>>(),
                        )
                    })
                });
            let signs = text.trim_end_matches(letters::is_sign);
            // `a)` behind a blank.
            let half = || {
                let (before, mark) = text.strip_suffix(')')?.rsplit_once(' ')?;
                letters::is_mark(mark).then(|| (before.trim_end(), vec![mark.to_owned()]))
            };
            if let Some((before, marks)) = bracketed.or_else(half) {
                text = before;
                name.marks.splice(0..0, marks);
            } else if !signs.is_empty() && signs.len() < text.len() {
                let sign = text[signs.len()..].to_owned();
                name.marks.insert(0, sign);
                text = signs.trim_end();
            } else {
                break;
            }
        }
        let text = text.trim_end_matches(':').trim();
        match text.split_once('=') {
            Some((left, right)) if !left.trim().is_empty() && !right.trim().is_empty() => {
                name.text = blanks(left);
                name.fixed = Some(blanks(right));
            }
            _ => name.text = blanks(text),
        }
        name
    }
}

fn blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters of marks that are set as one.
fn split_marks(text: &str) -> Vec<String> {
    let marks = text.split([',', ' ', '[', ']', '(', ')']).map(str::trim);
    marks
        .filter(|mark| !mark.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a cell, and whether each is a superscript.
fn split_words(runs: &[Run]) -> Vec<(String, bool)> {
    let words = runs.iter().flat_map(|run| {
        let words = run.text.split_whitespace();
        words.map(|word| (word.trim_matches('`').to_owned(), run.superscript))
    });
    words.collect()
}
