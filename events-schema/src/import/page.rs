//! Headers and footers of pages.

use std::collections::{HashMap, HashSet};

use super::document::{Document, Form, Line};
use super::footnote::Opening;
use super::heading;
use super::letters;
use super::name::Names;
use super::presence::PresenceWords;
use super::row::{Reading, Rows};
use super::table::Columns;

/// How many lines at the beginning and the end of a page may be its header and its footer.
const EDGE: usize = 2;

/// Which lines of a document are headers and footers of its pages, or their numbers.
pub(super) fn furniture(document: &Document, names: Names<'_>, words: &PresenceWords) -> Vec<bool> {
    let lines = &document.lines;
    let says = |line: &Line| says_something(line, names, words);
    let patterns: Vec<String> = lines.iter().map(pattern).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for pattern in &patterns {
        *counts.entry(pattern).or_default() += 1;
    }
    let edges = edges(lines);
    let mut at_edges: HashMap<&str, usize> = HashMap::new();
    for at in &edges {
        *at_edges.entry(&patterns[*at]).or_default() += 1;
    }
    let paged = lines.iter().any(|line| line.place.page > 1);
    let mut seen: HashSet<String> = HashSet::new();
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            if line.is_blank() || line.form != Form::Text {
                return false;
            }
            let pattern = &*patterns[at];
            let at_edge =
                |at: usize| edges.contains(&at) && at_edges.get(&*patterns[at]) > Some(&1);
            // What stands among rows of the same columns is one of them, however often it is there.
            let among_rows = || {
                let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
                beside
                    .filter(|other| !at_edge(*other))
                    .any(|other| lines.get(other).is_some_and(|other| is_like(line, other)))
            };
            let often = counts[pattern] > if paged { 3 } else { 2 };
            let repeated = (at_edge(at) || often) && !among_rows();
            // A running head may repeat the name of an event, which has its first place in its heading.
            let text = line.text();
            let first = letters::is_strong(&text) && seen.insert(text);
            let blank =
                |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
            // A number among other lines may be the mark of the line below.
            let apart = || edges.contains(&at) || blank(at.checked_sub(1)) && blank(Some(at + 1));
            is_number(&line.text()) && apart() || repeated && !first && !says(line)
        })
        .collect()
}

/// Whether two lines of a page have the same columns.
fn is_like(line: &Line, other: &Line) -> bool {
    line.cells.len() > 1
        && line.place.page == other.place.page
        && line.cells.len() == other.cells.len()
        && line
            .cells
            .iter()
            .zip(&other.cells)
            .all(|(cell, other)| cell.slot.abs_diff(other.slot) < 3)
}

/// A line with its numbers taken out.
fn pattern(line: &Line) -> String {
    let mut pattern = String::new();
    for letter in letters::key(&line.text()).chars() {
        match letter {
            '0'..='9' if pattern.ends_with('#') => {}
            '0'..='9' => pattern.push('#'),
            letter => pattern.push(letter),
        }
    }
    pattern
}

/// The lines at the beginnings and ends of pages, where there are pages.
fn edges(lines: &[Line]) -> HashSet<usize> {
    let mut pages: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (at, line) in lines.iter().enumerate() {
        if last != Some(line.place.page) {
            pages.push(Vec::new());
            last = Some(line.place.page);
        }
        if let (false, Some(page)) = (line.is_blank(), pages.last_mut()) {
            page.push(at);
        }
    }
    let mut edges = HashSet::new();
    if pages.len() > 1 {
        for page in pages {
            edges.extend(page.iter().take(EDGE));
            edges.extend(page.iter().rev().take(EDGE));
        }
    }
    edges
}

/// `17`, `- 17 -`, `Page 17 of 300`.
fn is_number(text: &str) -> bool {
    let key = letters::key(text);
    let words: Vec<&str> = key.trim_matches(['-', ' ', '|']).split(' ').collect();
    let number = |word: &str| {
        !word.is_empty() && word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match &*words {
        [one] | ["page", one] => number(one),
        [one, "of" | "/", all] | ["page", one, "of" | "/", all] => number(one) && number(all),
        _ => false,
    }
}

/// Whether a line says something of an event, however often it stands there.
fn says_something(line: &Line, names: Names<'_>, words: &PresenceWords) -> bool {
    let rows = Rows {
        words,
        names,
        columns: None,
    };
    let text = line.text();
    let row = || matches!(rows.read(line), Reading::Rows(_)) || rows.presence_alone(line).is_some();
    let presence = || {
        let mut cells = line.cells.iter().skip(1);
        cells.any(|cell| words.meaning_of_word(&cell.text()).is_some())
    };
    let head = || {
        let mut cells = line.cells.iter();
        line.cells.len() > 1 && cells.any(|cell| super::table::is_head_cell(&cell.text()))
    };
    Columns::of(line).is_some()
        || head()
        || presence()
        || names.is_name(&text)
        || heading::is_part(&text)
        || text.starts_with("Source: ")
        || super::table::is_head_cell(&text)
        || Opening::of(line, &|_| false).is_some()
        || row()
}
