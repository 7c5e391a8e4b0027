//! Tables of text in aligned columns.

use std::fmt::Write;

use clap::builder::styling::Style;

/// Rows of cells, the first of which is the head; printed in columns two blanks apart.
#[derive(Debug)]
pub(crate) struct Table {
    columns: Vec<Align>,
    rows: Vec<Vec<Cell>>,
}

/// To which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A text in a style.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Self {
        Self {
            text: text.into(),
            style,
        }
    }

    /// A count; one of nothing is not in the way.
    pub(crate) fn count(count: u64, style: Style) -> Self {
        match count {
            0 => Self::new("0", Style::new().dimmed()),
            count => Self::new(thousands(count), style),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new(text, Style::new())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::new(text, Style::new())
    }
}

impl Table {
    /// A table with a head.
    pub(crate) fn new<const N: usize>(head: [(&str, Align); N]) -> Self {
        let style = Style::new().bold();
        Self {
            columns: head.iter().map(|(_, align)| *align).collect(),
            rows: vec![
                head.iter()
                    .map(|(name, _)| Cell::new(*name, style))
                    .collect(),
            ],
        }
    }

    /// Adds a row.
    pub(crate) fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        self.rows.push(cells.into());
    }

    /// Whether there is nothing below the head.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }

    /// The table as text, each line after `indent` blanks.
    pub(crate) fn render(&self, indent: usize) -> String {
        let mut widths = vec![0; self.columns.len()];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.text.chars().count().max(*width);
            }
        }
        let mut text = String::new();
        for row in &self.rows {
            let mut line = " ".repeat(indent);
            for ((cell, align), width) in row.iter().zip(&self.columns).zip(&widths) {
                let Cell { text, style } = cell;
                let blanks = " ".repeat(width - text.chars().count());
                // Writing to a `String` cannot fail.
                let _ = match align {
                    Align::Left => write!(line, "{style}{text}{style:#}{blanks}  "),
                    Align::Right => write!(line, "{blanks}{style}{text}{style:#}  "),
                };
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// A number with commas between its thousands.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count and what is counted: `1 file`, `2 files`.
pub(crate) fn counted(count: u64, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {what}{plural}", thousands(count))
}
