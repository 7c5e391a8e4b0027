//! Lines of a message as they are shown: those with marks on them, shortened around the marks, without control
//! characters.

use std::iter;
use std::ops::Range;

use super::finding::newlines;

/// A stretch of a message that is to be pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) at: Range<usize>,
    pub(crate) role: Role,
    pub(crate) label: String,
}

/// Why something is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is what is wrong.
    Wrong,
    /// It is a reason why something is wrong.
    Reason,
    /// Its line is shown, but it is not pointed at.
    Shown,
}

impl Mark {
    pub(crate) fn new(at: Range<usize>, role: Role, label: &str) -> Self {
        Self {
            at,
            role,
            label: label.to_owned(),
        }
    }
}

/// Lines to show.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The lines, from the first with a mark to the last.
    pub(crate) source: String,
    /// How many lines of the message come before them.
    pub(crate) skipped: usize,
    /// The marks, in bytes of the source.
    pub(crate) marks: Vec<Mark>,
}

/// How many bytes of a line are shown as they are.
const WIDTH: usize = 110;

/// How many bytes of a mark are shown in a longer line.
const MARKED: usize = 48;

/// How many bytes are shown before and behind a mark in a longer line, at the least.
const AROUND: usize = 12;

/// How many lines marks may be apart.
const APART: usize = 60;

impl Excerpt {
    /// The lines of a text with marks on them. The first mark is the one that matters most.
    pub(crate) fn new(text: &str, marks: &[Mark]) -> Self {
        let line_of = |mark: &Mark| newlines(&text[..mark.at.start]);
        let main = marks.first().map_or(0, line_of);
        let near: Vec<_> = marks
            .iter()
            .map(|mark| (line_of(mark), mark))
            .filter(|(line, _)| line.abs_diff(main) <= APART)
            .collect();
        let first = near.iter().map(|(line, _)| *line).min().unwrap_or(0);
        let last = near.iter().map(|(line, _)| *line).max().unwrap_or(0);
        let mut excerpt = Self {
            source: String::new(),
            skipped: first,
            marks: Vec::new(),
        };
        let mut start = 0;
        for (number, line) in (0..=last).zip(text.split('\n')) {
            if number > first {
                excerpt.source.push('\n');
            }
            if number >= first {
                let marks = near
                    .iter()
                    .filter(|(at, _)| *at == number)
                    .map(|(_, mark)| *mark);
                excerpt.line(
                    line.trim_end_matches('\r'),
                    start,
                    &marks.collect::<Vec<_>>(),
                );
            }
            start += line.len() + 1;
        }
        excerpt
    }

    /// Adds a line, which begins at `start` of the text.
    fn line(&mut self, line: &str, start: usize, marks: &[&Mark]) {
        let mut marks: Vec<_> = marks
            .iter()
            .map(|mark| Stretch::new(mark, line, start))
            .collect();
        let pieces = pieces(line, &mut marks);
        let mut end = 0;
        for piece in &pieces {
            if piece.start > end {
                self.source.push('…');
            }
            let before = self.source.len();
            self.source
                .extend(line[piece.clone()].chars().map(printable));
            let place = |at: usize| before + printed(&line[piece.start..at]);
            for Stretch { mark, at } in &marks {
                if piece.contains(&at.start) || at.start == piece.end && piece.end == line.len() {
                    self.marks.push(Mark {
                        at: place(at.start)..place(at.end.min(piece.end)),
                        ..(*mark).clone()
                    });
                }
            }
            end = piece.end;
        }
        if end < line.len() {
            self.source.push('…');
        }
    }
}

/// A mark with its place in the line.
struct Stretch<'a> {
    mark: &'a Mark,
    at: Range<usize>,
}

impl<'a> Stretch<'a> {
    fn new(mark: &'a Mark, line: &str, start: usize) -> Self {
        let from = line.floor_char_boundary(mark.at.start - start);
        let to = line.ceil_char_boundary((mark.at.end - start).min(line.len()));
        Self {
            mark,
            at: from..to.max(from),
        }
    }
}

/// The pieces of a line that are shown: all of it, or what is around the marks.
fn pieces(line: &str, marks: &mut [Stretch<'_>]) -> Vec<Range<usize>> {
    if line.len() <= WIDTH {
        return iter::once(0..line.len()).collect();
    }
    for Stretch { at, .. } in marks.iter_mut() {
        at.end = at.end.min(line.ceil_char_boundary(at.start + MARKED));
    }
    let mut pieces: Vec<_> = marks
        .iter()
        .filter(|stretch| stretch.mark.role != Role::Shown)
        .map(|stretch| stretch.at.clone())
        .collect();
    if pieces.is_empty() {
        return iter::once(0..line.floor_char_boundary(WIDTH)).collect();
    }
    let marked: usize = pieces.iter().map(Range::len).sum();
    let around = (WIDTH.saturating_sub(marked) / pieces.len() / 2).max(AROUND);
    pieces.sort_by_key(|piece| piece.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        let start = line.floor_char_boundary(piece.start.saturating_sub(around));
        let end = line.ceil_char_boundary((piece.end + around).min(line.len()));
        match merged.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => merged.push(start..end),
        }
    }
    merged
}

/// A character as it is shown: what would move the cursor or colour the terminal gets a picture.
pub(crate) fn printable(letter: char) -> char {
    match letter {
        '\t' => '\t',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // Marks of direction would show the text in another order.
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        letter => letter,
    }
}

/// A text in one line as it is shown.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if letter == '\t' {
                ' '
            } else {
                printable(letter)
            }
        })
        .collect()
}

fn printed(text: &str) -> usize {
    text.chars()
        .map(|letter| printable(letter).len_utf8())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(at: Range<usize>) -> Mark {
        Mark {
            at,
            role: Role::Wrong,
            label: String::new(),
        }
    }

    /// What is marked in an excerpt.
    fn marked(excerpt: &Excerpt) -> Vec<&str> {
        excerpt
            .marks
            .iter()
            .map(|mark| &excerpt.source[mark.at.clone()])
            .collect()
    }

    #[test]
    fn lines_from_the_first_mark_to_the_last() {
        let text = "head\n\tone\n\ttwo\r\n\tthree\n";
        let excerpt = Excerpt::new(text, &[mark(11..14), mark(6..9)]);
        assert_eq!(excerpt.source, "\tone\n\ttwo");
        assert_eq!(excerpt.skipped, 1);
        assert_eq!(marked(&excerpt), ["one", "two"]);
    }

    #[test]
    fn a_mark_ends_with_its_line() {
        let excerpt = Excerpt::new("one\ntwo", &[mark(1..6)]);
        assert_eq!(excerpt.source, "one");
        assert_eq!(marked(&excerpt), ["ne"]);
    }

    #[test]
    fn long_lines_are_shortened_around_the_marks() {
        let text = format!(
            "{{{}AgentID{}Extensions{}}}",
            "é".repeat(500),
            "é".repeat(500),
            "é".repeat(500)
        );
        let (agent, extensions) = (text.find("Agent").unwrap(), text.find("Ext").unwrap());
        let excerpt = Excerpt::new(
            &text,
            &[mark(extensions..extensions + 10), mark(agent..agent + 7)],
        );
        assert_eq!(marked(&excerpt), ["AgentID", "Extensions"]);
        assert!(excerpt.source.len() < 2 * WIDTH, "{}", excerpt.source);
        assert_eq!(excerpt.source.matches('…').count(), 3);

        let excerpt = Excerpt::new(&text, &[mark(0..text.len())]);
        assert!(excerpt.source.len() < 2 * WIDTH, "{}", excerpt.source);
    }

    #[test]
    fn control_characters_do_nothing() {
        let excerpt = Excerpt::new("\ta\u{1b}[31mb\u{202e}c", &[mark(2..3)]);
        assert_eq!(excerpt.source, "\ta␛[31mb\u{fffd}c");
        assert_eq!(marked(&excerpt), ["␛"]);
    }

    #[test]
    fn marks_far_away_are_left_out() {
        let text = "\n".repeat(1000);
        let excerpt = Excerpt::new(&text, &[mark(900..900), mark(0..0)]);
        assert_eq!(excerpt.skipped, 900);
        assert_eq!(excerpt.marks.len(), 1);
    }
}
