//! The pairs of a list, line by line.

use events_schema::{Node, NodeValue, Span};

use super::bytes::{is_blank, line_end, number, trim};
use super::plan::prefix;
use super::preview::{COUNT, INTEGER, Measure};
use super::split::{Splitter, whole};
use super::window::Ends;
use crate::read::MAX_DEPTH;
use crate::record::{Nodes, span};

/// What a line in a list came to.
enum Step {
    /// The next line stands here.
    On(usize),
    /// It is none of the list, which has ended.
    Over,
    /// Its end is not there yet.
    More,
}

impl Splitter<'_> {
    /// Reads the pairs that stand from `at` on; gives what they measure and the place behind them.
    pub(super) fn pairs(&mut self, nodes: Nodes, mut at: usize) -> Option<(Measure, usize)> {
        let mut found = Measure::default();
        let first = self.slots.nodes(nodes).len();
        self.parts.open.clear();
        loop {
            at = self.take_pairs(nodes, &mut found, at);
            match self.pair(nodes, &mut found, at) {
                Step::On(next) => at = next,
                Step::Over => break,
                Step::More => return None,
            }
        }
        while let Some(list) = self.parts.open.pop() {
            self.slots.close(nodes, list);
        }
        if let Some(node) = self.slots.nodes(nodes).get(first) {
            found.begin(node);
        }
        Some((found, at))
    }

    /// Takes pairs in their plain form; most are so.
    fn take_pairs(&mut self, nodes: Nodes, measure: &mut Measure, mut at: usize) -> usize {
        let ends = self.ends;
        let (mut found, mut lines, mut open) = (*measure, 0, self.parts.open.len());
        while let Some((depth, node, packed, end)) = plain_pair(ends, at) {
            let is_list = matches!(node.value, NodeValue::List(_));
            if depth != open {
                // What is in no list is looked at in full.
                if depth > open {
                    break;
                }
                self.close_to(nodes, depth, node.key);
                open = depth;
            }
            found.take(depth, &node, packed);
            let list = self.slots.nodes(nodes);
            if is_list {
                self.parts.open.push(list.len());
                open += 1;
            }
            list.push(node);
            lines += 1;
            at = end + 1;
        }
        *measure = found;
        self.lines += lines;
        at
    }

    /// Any line.
    fn pair(&mut self, nodes: Nodes, found: &mut Measure, at: usize) -> Step {
        match self.bytes.get(at) {
            None if self.ended => return Step::Over,
            None => return Step::More,
            Some(first) if !is_blank(*first) => return Step::Over,
            // One tab and a name is the next attribute.
            Some(b'\t') if matches!(self.bytes.get(at + 1), Some(b'A'..=b'Z')) => {
                return Step::Over;
            }
            Some(_) => {}
        }
        let Some(end) = self.end_of(at) else {
            return Step::More;
        };
        let (start, stop) = trim(self.bytes, at, end);
        let text = &self.bytes[start..stop];
        if !text.starts_with(b"'") {
            if !self.bytes[at..].starts_with(b"\t\t") || text.is_empty() || prefix(text) > 0 {
                return Step::Over;
            }
            self.damaged("neither an attribute nor a pair", start, stop);
            self.lines += 1;
            return Step::On(self.behind(end));
        }
        self.lines += 1;
        let Some((close, value)) = split_key(text) else {
            self.damaged("a pair without a value", start, stop);
            return Step::On(self.behind(end));
        };
        let key = span(start + 1, start + close);
        let (value, stop) = trim(self.bytes, start + value, stop);
        let text = &self.bytes[value..stop];
        let value = if text == b"(list)" {
            NodeValue::List(0)
        } else {
            if text.first() != Some(&b'\'') && whole(text).is_none() {
                self.damaged("neither a text nor a number nor a list", value, stop);
            }
            self.value((value, stop))
        };
        let depth = self.depth(at, start);
        self.push(nodes, found, depth, Node { key, value });
        Step::On(self.behind(end))
    }

    /// How deep a pair is nested, by its indentation.
    fn depth(&self, at: usize, start: usize) -> usize {
        let tabs = memchr::memchr_iter(b'\t', &self.bytes[at..start]).count();
        let blanks = start - at - tabs;
        let columns = tabs + blanks.checked_div(self.unit).unwrap_or(0);
        columns.saturating_sub(2)
    }

    /// Puts a pair into the list that it is nested in.
    fn push(&mut self, nodes: Nodes, found: &mut Measure, depth: usize, node: Node) {
        if depth != self.parts.open.len() {
            self.close_to(nodes, depth, node.key);
        }
        let depth = self.parts.open.len();
        found.pair(depth, &node);
        let list = self.slots.nodes(nodes);
        let at = list.len();
        list.push(node);
        if let NodeValue::List(_) = node.value {
            if depth + 1 < MAX_DEPTH {
                self.parts.open.push(at);
            } else {
                self.damaged(
                    "lists nested too deep",
                    node.key.start as usize,
                    node.key.end as usize,
                );
            }
        }
    }

    #[inline(never)]
    fn close_to(&mut self, nodes: Nodes, depth: usize, key: Span) {
        if depth > self.parts.open.len() {
            self.damaged(
                "a pair that no list is open for",
                key.start as usize,
                key.end as usize,
            );
        }
        while self.parts.open.len() > depth
            && let Some(list) = self.parts.open.pop()
        {
            self.slots.close(nodes, list);
        }
    }
}

/// A pair in its plain form: tabs, a key in quotes, and behind a tab a text in quotes or a number, or else `(list)`.
/// Gives its depth, how many bytes its value has when it is packed, and the end of its line.
#[inline]
fn plain_pair(ends: Ends<'_>, at: usize) -> Option<(usize, Node, usize, usize)> {
    const TEXT: u32 = u32::from_le_bytes(*b"'\t'\0");
    const NUMBER: u32 = u32::from_le_bytes(*b"'\t\0\0");
    const LIST: u32 = u32::from_le_bytes(*b"'(li");
    let bytes = ends.bytes;
    let start = u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?);
    let tabs = (start ^ u64::from_le_bytes([b'\t'; 8])).trailing_zeros() / 8;
    if !(2..8).contains(&tabs) || (start >> (8 * tabs)).to_le_bytes()[0] != b'\'' {
        return None;
    }
    let tabs = tabs as usize;
    let open = at + tabs + 1;
    let marks = ends.ahead(open);
    if marks == 0 {
        return None;
    }
    let length = marks.trailing_zeros();
    let close = open + length as usize;
    let behind = u32::from_le_bytes(*bytes.get(close..)?.first_chunk()?);
    let (value, packed, end) = if behind & 0xff_ffff == TEXT {
        let start = close + 3;
        // The marks behind those of the key and of the opening quote.
        let close = match marks >> length >> 3 {
            0 => ends.near(start),
            marks => start + marks.trailing_zeros() as usize,
        };
        let end = match bytes.get(close..)?.first_chunk()? {
            b"'\n" => close + 1,
            b"'\r" => line_end(bytes, close + 1)?,
            _ => return None,
        };
        (NodeValue::Text(span(start, close)), close - start, end)
    } else if behind & 0xffff == NUMBER {
        let (number, end) = number(bytes, close + 2)?;
        // As no program would print it, or it is negative.
        let [_, _, first, _] = behind.to_le_bytes();
        if matches!(first, b'0' | b'-') && end > close + 3 {
            return None;
        }
        (NodeValue::Integer(number), INTEGER, line_end(bytes, end)?)
    } else if behind == LIST {
        let rest = bytes[close..].strip_prefix(b"'(list)")?;
        let rest = rest.strip_prefix(b" ").unwrap_or(rest);
        (
            NodeValue::List(0),
            COUNT,
            line_end(bytes, bytes.len() - rest.len())?,
        )
    } else {
        return None;
    };
    let key = span(open, close);
    Some((tabs - 2, Node { key, value }, packed, end))
}

/// Where the key of a pair closes and what is behind it begins. A key may hold quotes: it closes before a tab, before
/// `(list)` at the end of the line, or before a blank, in this order.
fn split_key(text: &[u8]) -> Option<(usize, usize)> {
    let closes = |at: usize| (at, at + 1);
    let quotes = || memchr::memchr_iter(b'\'', text).skip(1);
    let before = |byte: u8| quotes().find(|at| text.get(at + 1) == Some(&byte));
    let list = || {
        let rest = text.strip_suffix(b"(list)")?.trim_ascii_end();
        (rest.len() > 1 && rest.ends_with(b"'")).then(|| rest.len() - 1)
    };
    before(b'\t')
        .or_else(list)
        .or_else(|| before(b' '))
        .map(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_close_before_their_value() {
        for (line, key, value) in [
            ("'a'\t'b'", "'a", "\t'b'"),
            ("'it's'\t'x'", "'it's", "\t'x'"),
            ("'a'(list)", "'a", "(list)"),
            ("'a'    'b c'", "'a", "    'b c'"),
            ("'a'\t(list)", "'a", "\t(list)"),
            ("''\t''", "'", "\t''"),
        ] {
            let (close, rest) = split_key(line.as_bytes()).unwrap();
            assert_eq!((&line[..close], &line[rest..]), (key, value));
        }
        for line in ["'", "'a", "'a'", "'(list)"] {
            assert!(split_key(line.as_bytes()).is_none(), "{line}");
        }
    }
}
