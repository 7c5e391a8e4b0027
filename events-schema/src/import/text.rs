//! Plain text, such as PDF converters give.

use super::document::{Cell, Document, Form, Line, Place};
use super::letters;

impl Document {
    /// The document of a plain text: a form feed begins a page; tabs, bars and two blanks in a row separate cells, and
    /// `^a` is a superscript.
    #[must_use]
    pub fn text(name: &str, text: &str) -> Self {
        let paged = text.contains('\u{c}');
        let mut page = 1;
        let mut lines = Vec::new();
        for (at, line) in text.lines().enumerate() {
            for (part, line) in line.split('\u{c}').enumerate() {
                if part > 0 {
                    page += 1;
                }
                if is_ruling(line) {
                    continue;
                }
                let place = Place {
                    page: if paged { page } else { 0 },
                    line: u32::try_from(at + 1).unwrap_or(u32::MAX),
                    column: 0,
                };
                lines.push(Line {
                    place,
                    form: Form::Text,
                    cells: cells(line),
                });
            }
        }
        Self {
            name: name.to_owned(),
            lines,
        }
    }
}

/// Whether a line draws a part of a table and says nothing.
fn is_ruling(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() > 2
        && line.chars().all(|letter| {
            matches!(letter, '-' | '=' | '+' | '|' | '_' | ':' | ' ')
                || ('─'..='╿').contains(&letter)
        })
}

fn cells(line: &str) -> Vec<Cell> {
    let line = line.trim_end();
    let parts: Vec<(usize, &str)> = if line.contains('\t') {
        line.split('\t').enumerate().collect()
    } else if line.contains(['|', '│', '┃', '║']) {
        let inner = line.trim();
        let bars = ['|', '│', '┃', '║'];
        // Without a bar at its end, a line that begins with one has an empty first cell.
        let inner = match inner.strip_suffix(bars) {
            Some(framed) => framed.strip_prefix(bars).unwrap_or(framed),
            None => inner,
        };
        inner.split(bars).enumerate().collect()
    } else {
        wide_gaps(line)
    };
    let cells = parts
        .into_iter()
        .map(|(slot, text)| cell(slot, text.trim()));
    cells.filter(|cell| !cell.is_blank()).collect()
}

/// The parts of a line between two or more blanks, with how far to the right each begins.
fn wide_gaps(line: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut start: Option<(usize, usize)> = None;
    let mut blanks = 0;
    let mut end = 0;
    for (column, (at, letter)) in line.char_indices().enumerate() {
        if letter.is_whitespace() {
            blanks += 1;
            continue;
        }
        match start {
            Some((slot, from)) if blanks > 1 => {
                parts.push((slot, &line[from..end]));
                start = Some((column, at));
            }
            None => start = Some((column, at)),
            Some(_) => {}
        }
        blanks = 0;
        end = at + letter.len_utf8();
    }
    parts.extend(start.map(|(slot, from)| (slot, &line[from..end])));
    parts
}

/// A cell, in which `^a` and `^a, b` at the end of a word are superscripts.
fn cell(slot: usize, text: &str) -> Cell {
    let mut cell = Cell {
        slot,
        runs: Vec::new(),
    };
    let mut rest = text;
    while let Some(at) = rest.find('^') {
        let (before, behind) = (&rest[..at], &rest[at + 1..]);
        if let Some((marks, after)) = above(behind) {
            cell.push(before.trim_end(), false);
            cell.push(marks, true);
            rest = after;
        } else {
            cell.push(&rest[..=at], false);
            rest = behind;
        }
    }
    cell.push(rest, false);
    cell
}

/// The marks that a text begins with, and what is behind them.
fn above(text: &str) -> Option<(&str, &str)> {
    if let Some(inner) = text.strip_prefix('{') {
        return inner.split_once('}');
    }
    let word = |text: &str| {
        let end =
            text.find(|letter: char| !letter.is_ascii_alphanumeric() && !letters::is_sign(letter));
        end.unwrap_or(text.len())
    };
    let mut end = word(text);
    if !letters::is_mark(&text[..end]) {
        return None;
    }
    // `^a, b` are two marks where nothing else follows.
    while let Some(next) = text[end..].strip_prefix(',') {
        let next = next.trim_start();
        let length = word(next);
        if !letters::is_mark(&next[..length]) || next[length..].starts_with(' ') {
            break;
        }
        end = text.len() - next.len() + length;
    }
    Some((&text[..end], &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str) -> Vec<(usize, String)> {
        let cells = cells(line).into_iter();
        cells.map(|cell| (cell.slot, cell.text())).collect()
    }

    #[test]
    fn cells_are_found() {
        let cell = |slot, text: &str| (slot, text.to_owned());
        assert_eq!(
            shown("AgentID ^a\tOptional"),
            [cell(0, "AgentID^a"), cell(1, "Optional")]
        );
        assert_eq!(shown("A\t\tB"), [cell(0, "A"), cell(2, "B")]);
        assert_eq!(
            shown("| A ^{a, b} | B |"),
            [cell(0, "A^a, b"), cell(1, "B")]
        );
        assert_eq!(
            shown("  Agent ID   Optional "),
            [cell(2, "Agent ID"), cell(13, "Optional")]
        );
        assert_eq!(shown("2 ^^ x^yes"), [cell(0, "2 ^^ x^yes")]);
        assert_eq!(shown(""), []);
    }

    #[test]
    fn pages_and_lines_are_counted() {
        let document = Document::text("x", "one\n\u{c}two\n+---+\nthree");
        let places: Vec<_> = document
            .lines
            .iter()
            .map(|line| line.place.to_string())
            .collect();
        assert_eq!(
            places,
            [
                "page 1, line 1",
                "page 1, line 2",
                "page 2, line 2",
                "page 2, line 4"
            ]
        );
    }
}
