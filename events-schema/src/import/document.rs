//! A document in the one form that the importer reads: lines of cells, with the place of each.

use std::fmt;

use super::letters;

/// A document, from whatever format.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What the document is called: mostly the name of its file.
    pub name: String,
    /// Its lines, in reading order; a line without cells is a blank one.
    pub lines: Vec<Line>,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub place: Place,
    /// What the format says of it.
    pub form: Form,
    /// Its cells, from left to right.
    pub cells: Vec<Cell>,
}

/// What a format says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nothing: it may be anything.
    Text,
    /// It is a heading of this level, 1 for the document's title.
    Heading(u8),
    /// It is a row of a table.
    Row,
    /// It begins a footnote that all tables of the document may refer to.
    Note,
    /// It stands inside of a cell, or too deep in other elements, where no rows are read.
    Inner,
    /// It is the beginning of a line that is too long to be read.
    Long,
    /// It begins a comment or a block of code that is not closed, with all that is behind it.
    Open,
    /// It stands for what is behind it in a document that is too large to be read as a whole.
    Rest,
}

/// How many bytes a line may have; what is longer is no row and no sentence of a document.
pub(super) const LONGEST: usize = 1 << 16;

/// How much is kept of a line that is too long.
const BEGINNING: usize = 80;

/// A cell of a line; a line of prose is one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What orders cells into columns: the number of the column, or how far to the right the cell begins.
    pub slot: usize,
    /// What is written in it.
    pub runs: Vec<Run>,
}

/// A piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is set above the line, as the marks of footnotes are.
    pub superscript: bool,
}

/// A place in a document; what is 0 is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Place {
    /// The page, counted from 1.
    pub page: u32,
    /// The line, counted from 1: of the whole document, or of the page where a format has no lines of its own.
    pub line: u32,
    /// The column, counted from 1.
    pub column: u32,
}

impl fmt::Display for Place {
    /// Writes what is known, such as `page 3, line 12` or `line 12, column 5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for (name, number) in [
            ("page", self.page),
            ("line", self.line),
            ("column", self.column),
        ] {
            if number > 0 {
                write!(f, "{comma}{name} {number}")?;
                comma = ", ";
            }
        }
        if comma.is_empty() {
            f.write_str("no place")?;
        }
        Ok(())
    }
}

impl Line {
    /// Whether nothing is written in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// A line with these cells; of one that is too long, its beginning.
    pub(super) fn of(place: Place, form: Form, mut cells: Vec<Cell>) -> Self {
        cells.retain(|cell| !cell.is_blank());
        let length: usize = cells.iter().map(Cell::len).sum();
        if length < LONGEST {
            return Self { place, form, cells };
        }
        let mut beginning = String::new();
        for letter in cells
            .iter()
            .flat_map(|cell| cell.runs.iter())
            .flat_map(|run| run.text.chars())
        {
            if beginning.len() >= BEGINNING {
                break;
            }
            beginning.push(letter);
        }
        Self {
            place,
            form: Form::Long,
            cells: vec![Cell::plain(0, &beginning)],
        }
    }

    /// All of it as a text.
    #[must_use]
    pub fn text(&self) -> String {
        let cells: Vec<_> = self.cells.iter().map(Cell::text).collect();
        cells.join(" ").trim().to_owned()
    }
}

impl Cell {
    /// A cell of a text without superscripts.
    #[must_use]
    pub fn plain(slot: usize, text: &str) -> Self {
        let mut cell = Self {
            slot,
            runs: Vec::new(),
        };
        cell.push(text, false);
        cell
    }

    /// How many bytes are written in it.
    pub(super) fn len(&self) -> usize {
        self.runs.iter().map(|run| run.text.len()).sum()
    }

    /// Adds a text at the end, with its ligatures, blanks and superscript letters made plain. A cell that is too long
    /// for a line takes no more.
    pub fn push(&mut self, text: &str, superscript: bool) {
        let room = LONGEST.saturating_sub(self.len());
        let text = &text[..text.floor_char_boundary(room)];
        for (text, above) in letters::plain(text) {
            let superscript = superscript || above;
            match self.runs.last_mut() {
                Some(last) if last.superscript == superscript => last.text.push_str(&text),
                _ => self.runs.push(Run { text, superscript }),
            }
        }
    }

    /// Whether nothing is written in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// All of it as a text, in which a superscript stands behind `^`.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for run in &self.runs {
            if run.superscript {
                text.truncate(text.trim_end().len());
                text.push('^');
            }
            text.push_str(&run.text);
        }
        text.trim().to_owned()
    }
}
