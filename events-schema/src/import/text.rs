//! Plain text, such as PDF converters give.

use std::collections::{HashMap, HashSet};

use super::document::{Cell, Document, Form, LONGEST, Line, Place};
use super::gutter::{self, Span};
use super::letters;
use super::raised;

impl Document {
    /// The document of a plain text: a form feed begins a page; tabs, bars and two blanks in a row separate cells, and
    /// `^a` is a superscript.
    #[must_use]
    pub fn text(name: &str, text: &str) -> Self {
        let has_pages = text.contains('\u{c}');
        let mut lines = Vec::new();
        let mut pages: Vec<Vec<Numbered>> = vec![Vec::new()];
        for (number, line) in (1..).zip(text.lines()) {
            for (part, line) in line.split('\u{c}').enumerate() {
                if part > 0 {
                    pages.push(Vec::new());
                }
                if let (false, Some(page)) = (is_ruling(line), pages.last_mut()) {
                    page.push((number, beginning(line)));
                }
            }
        }
        for (number, page) in (1..).zip(pages) {
            let page = in_order(page);
            let columns = columns(&page);
            for (line, text) in page {
                let place = Place {
                    page: if has_pages { number } else { 0 },
                    line,
                    column: 0,
                };
                lines.push(Line::of(place, Form::Text, cells(&text, &columns)));
            }
        }
        raised::lower(&mut lines);
        Self {
            name: name.to_owned(),
            lines,
        }
    }
}

/// A line of a page, with its number.
type Numbered = (u32, String);

/// The lines of a page in the order in which they are read.
fn in_order(page: Vec<Numbered>) -> Vec<Numbered> {
    let lines: Vec<Vec<Span>> = page.iter().map(|(_, line)| spans(line)).collect();
    match gutter::find(&lines) {
        None => page,
        Some(gutter) => gutter::in_order(
            page,
            |(_, line)| gutter::crosses(&spans(line), gutter),
            |(number, line)| {
                let (left, right) = halves(&line, gutter);
                ((number, left), (number, right))
            },
        ),
    }
}

/// The pieces of a line; one with tabs or bars has its cells otherwise.
fn spans(line: &str) -> Vec<Span> {
    if line.contains(['\t', '|']) {
        return vec![(0, usize::MAX - 2, String::new())];
    }
    let parts = wide_gaps(line).into_iter();
    parts
        .map(|(start, text)| (start, start + text.chars().count(), text.to_owned()))
        .collect()
}

/// What stands to the left and to the right of the gutter, each at its place.
fn halves(line: &str, gutter: usize) -> (String, String) {
    let at = line.char_indices().nth(gutter);
    let (left, right) = line.split_at(at.map_or(line.len(), |(at, _)| at));
    let right = if right.trim().is_empty() {
        String::new()
    } else {
        format!("{}{right}", " ".repeat(gutter))
    };
    (left.trim_end().to_owned(), right)
}

/// A line, or enough of one that is too long.
fn beginning(line: &str) -> String {
    line[..line.floor_char_boundary(2 * LONGEST)].to_owned()
}

/// Whether a line draws a part of a table and says nothing.
fn is_ruling(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && line.chars().all(|letter| {
            matches!(letter, '-' | '=' | '+' | '|' | '_' | ':' | ' ')
                || ('─'..='╿').contains(&letter)
        })
}

fn cells(line: &str, columns: &HashSet<usize>) -> Vec<Cell> {
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
        aligned(wide_gaps(line), columns)
    };
    let cells = parts
        .into_iter()
        .map(|(slot, text)| cell(slot, text.trim()));
    cells.filter(|cell| !cell.is_blank()).collect()
}

/// Where cells begin on at least three lines of several cells.
fn columns(page: &[Numbered]) -> HashSet<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for (_, line) in page.iter().filter(|(_, line)| !line.contains(['\t', '|'])) {
        let parts = wide_gaps(line);
        if parts.len() > 1 {
            for (start, _) in parts {
                *counts.entry(start).or_default() += 1;
            }
        }
    }
    let often = counts.into_iter().filter(|(_, count)| *count > 2);
    often.map(|(start, _)| start).collect()
}

/// The parts of a line, of which those that are full up to the next column are cut there: where all parts begin at
/// columns, a word that begins at one is a part of its own.
fn aligned<'l>(parts: Vec<(usize, &'l str)>, columns: &HashSet<usize>) -> Vec<(usize, &'l str)> {
    let is_row = parts.len() > 1 && parts.iter().all(|(start, _)| columns.contains(start));
    if !is_row {
        return parts;
    }
    let mut cut = Vec::new();
    for (start, mut text) in parts {
        let mut from = start;
        let words = text.char_indices().enumerate();
        let blanks: Vec<(usize, usize)> = words
            .filter(|(_, (_, letter))| *letter == ' ')
            .map(|(column, (at, _))| (start + column + 1, at))
            .collect();
        let mut before = 0;
        for (column, at) in blanks {
            if columns.contains(&column) {
                let (left, right) = text.split_at(at - before);
                cut.push((from, left));
                text = &right[1..];
                before = at + 1;
                from = column;
            }
        }
        cut.push((from, text));
    }
    cut
}

/// The parts of a line between two or more blanks, with how far to the right each begins.
pub(super) fn wide_gaps(line: &str) -> Vec<(usize, &str)> {
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
        let cells = cells(line, &HashSet::new()).into_iter();
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
    fn full_cells_end_at_the_next_column() {
        let text = "name      u8    M\nother     i64   O\nlast      text  M\nsince     timestamp\nuntil     stamp M";
        let document = Document::text("x", text);
        let cells = |line: usize| document.lines[line].cells.len();
        assert_eq!([cells(0), cells(3), cells(4)], [3, 2, 3]);
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
