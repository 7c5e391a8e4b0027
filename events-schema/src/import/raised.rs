//! Marks that a converter has put on lines of their own.

use super::document::{Cell, Form, Line, Run};
use super::letters;

/// Puts marks that stand alone on the line above their words behind these: a name in a table, or the beginning of a
/// footnote.
pub(super) fn lower(lines: &mut Vec<Line>) {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        let lowered = kept
            .last()
            .filter(|above| is_marks(above))
            .and_then(|above| lowered(above, &line));
        match (lowered, kept.last_mut()) {
            (Some(lowered), Some(last)) => *last = lowered,
            _ => kept.push(line),
        }
    }
    *lines = kept;
}

/// Whether a line is nothing but marks.
fn is_marks(line: &Line) -> bool {
    let mark = |mark: &str| letters::is_mark(mark.trim());
    (1..5).contains(&line.cells.len())
        && line.form == Form::Text
        && line
            .cells
            .iter()
            .all(|cell| cell.text().split(',').all(mark))
}

/// The line below with the marks at their places; `None` when one of them has no place there.
fn lowered(marks: &Line, below: &Line) -> Option<Line> {
    let mut line = below.clone();
    // `1` above an indented text begins a footnote.
    if let ([mark], [text]) = (&*marks.cells, &*below.cells)
        && mark.slot < text.slot
        && below.place.page == marks.place.page
    {
        let mut first = Cell::plain(mark.slot, "");
        first.push(&mark.text(), true);
        first.push(" ", false);
        first.runs.extend(text.runs.iter().cloned());
        line.place = marks.place;
        line.cells = vec![first];
        return Some(line);
    }
    for mark in &marks.cells {
        // A converter moves what stands in the way, so that a mark may be anywhere up to the next cell.
        let at = line.cells.iter().rposition(|cell| cell.slot <= mark.slot)?;
        let cell = &mut line.cells[at];
        let end = cell.slot + cell.text().chars().count();
        if mark.slot + 2 < end {
            return None;
        }
        cell.runs.push(Run {
            text: mark.text(),
            superscript: true,
        });
    }
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::super::document::{Document, Line};

    fn lines(text: &str) -> Vec<String> {
        let document = Document::text("x", text);
        document.lines.iter().map(Line::text).collect()
    }

    #[test]
    fn marks_come_down() {
        assert_eq!(lines("     1\nPhase       text   O"), ["Phase^1 text O"]);
        assert_eq!(lines("        2, 3\nDistance       C"), ["Distance^2, 3 C"]);
        assert_eq!(
            lines("          1\nPhase           text   O"),
            ["Phase^1 text O"]
        );
        assert_eq!(lines("1\n    Not here."), ["^1 Not here."]);
    }

    #[test]
    fn other_numbers_stay() {
        assert_eq!(lines("17\nPhase   O"), ["17", "Phase O"]);
        assert_eq!(lines("1\n\nPhase   O"), ["1", "", "Phase O"]);
    }
}
