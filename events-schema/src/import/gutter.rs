//! Pages in two columns.

use super::document::{Cell, Form, Line, Place};
use super::table::Columns;

/// A piece of a line between wide gaps: where it begins and ends, and what it says.
pub(super) type Span = (usize, usize, String);

/// How wide the gutter must be.
const WIDTH: usize = 2;

/// How many places are tried on a page.
const MOST: usize = 40;

/// Where the right column of a page begins.
///
/// A page has two columns where the head of a table stands beside other text, both sides have prose, and hardly a line
/// crosses the gutter between them.
pub(super) fn find(lines: &[Vec<Span>]) -> Option<usize> {
    let mut tried = Vec::new();
    for gutter in lines.iter().flat_map(|line| heads_beside(line)).take(MOST) {
        if !tried.contains(&gutter) {
            if fits(lines, gutter) {
                return Some(gutter);
            }
            tried.push(gutter);
        }
    }
    None
}

/// Whether a line goes across the gutter.
pub(super) fn crosses(line: &[Span], gutter: usize) -> bool {
    line.iter()
        .any(|(start, end, _)| *start < gutter && *end + WIDTH > gutter)
}

/// Puts the lines of a page in the order in which they are read: between lines that go across, what stands to the left
/// before what stands to the right.
pub(super) fn in_order<T>(
    lines: Vec<T>,
    is_across: impl Fn(&T) -> bool,
    split: impl Fn(T) -> (T, T),
) -> Vec<T> {
    let mut ordered = Vec::with_capacity(lines.len());
    let mut right = Vec::new();
    for line in lines {
        if is_across(&line) {
            ordered.append(&mut right);
            ordered.push(line);
        } else {
            let (left, behind) = split(line);
            ordered.push(left);
            right.push(behind);
        }
    }
    ordered.append(&mut right);
    ordered
}

/// Where heads of tables begin that have other text to their left.
fn heads_beside(line: &[Span]) -> Vec<usize> {
    // No head of a table beside another has so many cells.
    if line.len() > 12 {
        return Vec::new();
    }
    let is_head = |parts: &[Span]| {
        let cells = parts.iter().map(|(slot, _, text)| Cell::plain(*slot, text));
        let line = Line::of(Place::default(), Form::Text, cells.collect());
        Columns::of(&line).is_some()
    };
    (1..line.len())
        .filter(|at| is_head(&line[*at..]) && (is_head(&line[..*at]) || is_prose(&line[at - 1].2)))
        .map(|at| line[at].0)
        .collect()
}

fn is_prose(text: &str) -> bool {
    text.split(' ').count() > 3
}

fn fits(lines: &[Vec<Span>], gutter: usize) -> bool {
    let mut crossing = 0;
    let mut beside = 0;
    let mut prose = (0, 0);
    for line in lines {
        if crosses(line, gutter) {
            crossing += 1;
            continue;
        }
        let (left, right): (Vec<&Span>, Vec<&Span>) =
            line.iter().partition(|(start, ..)| *start < gutter);
        let is_text = |half: &[&Span]| matches!(half, [(.., text)] if is_prose(text));
        prose.0 += usize::from(is_text(&left));
        prose.1 += usize::from(is_text(&right));
        beside += usize::from(!right.is_empty());
    }
    beside > 2 && crossing * 10 <= beside && prose.0 > 0 && prose.1 > 0
}

#[cfg(test)]
mod tests {
    use super::super::document::{Document, Line};

    fn ordered(page: &str) -> Vec<String> {
        let document = Document::text("x", page);
        let lines = document.lines.iter().filter(|line| !line.is_blank());
        lines.map(Line::text).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let page = "\
Docks in two columns, told at some length

DockSeen                      DockLost
Somebody looked at it.        Nobody knows where it is.
Name       Presence           Name       Presence
dock       Required           since      Optional
";
        // Hardly a line crosses the gutter: one for ten that do not.
        let rows = "more       Optional           more       Optional\n".repeat(6);
        let mut found = ordered(&format!("{page}{rows}"));
        found.retain(|line| line != "more Optional");
        assert_eq!(
            found,
            [
                "Docks in two columns, told at some length",
                "DockSeen",
                "Somebody looked at it.",
                "Name Presence",
                "dock Required",
                "DockLost",
                "Nobody knows where it is.",
                "Name Presence",
                "since Optional",
            ]
        );
    }

    #[test]
    fn tables_with_many_columns_stay_whole() {
        let page = "\
Tag   Name    Presence   Description
1     dock    Required   Which dock somebody looked at
2     since   Optional   When the dock was looked at
";
        assert_eq!(
            ordered(page)[1],
            "1 dock Required Which dock somebody looked at"
        );
    }
}
