//! Attribute lines that come as expected, with values in their plain form: most are so, and are taken at once.
//!
//! Whatever is not taken here is looked at again in full, so that nothing here decides about anything that is wrong.

use events_schema::{Node, NodeValue, Span};

use super::bytes::{hexadecimal, is_blank, number, trim};
use super::fill::Moment;
use super::plan::{Head, Name, Piece, Plain, Target};
use super::preview::Preview;
use super::split::{Parts, Splitter};
use super::window::Ends;
use crate::check::row_number;
use crate::record::{Nodes, Slot, Slots, offset, span};

impl Splitter<'_> {
    /// Takes lines that come as expected, with values in their plain form and nothing wrong with them; most are so.
    /// Gives the place behind them, the name before it, and the name of the line there with the place of its value, when
    /// that was expected too.
    pub(super) fn take_lines(
        &mut self,
        mut at: usize,
        mut previous: usize,
    ) -> (usize, usize, Option<(usize, usize)>) {
        let Self {
            ends,
            plan,
            slots,
            parts,
            lines,
            ..
        } = self;
        let Some(mut head) = Head::of(ends.bytes, at) else {
            return (at, previous, None);
        };
        loop {
            let mut known = plan.name(previous);
            while let Some((number, name)) = plan.expected(head, known) {
                let value = at + name.length();
                let Some((next, behind)) = take_line(name, *ends, at, slots, parts) else {
                    return (at, previous, Some((number, value)));
                };
                *lines += 1;
                (at, previous, head, known) = (next, number, behind, name);
            }
            if !plan.expect(head, previous) {
                return (at, previous, None);
            }
        }
    }

    /// The row of a list whose line is in its plain form, with its preview and the place behind the line.
    #[inline]
    pub(super) fn plain_list(&self, name: usize, value: usize) -> Option<(usize, Preview, usize)> {
        let known = self.plan.name(name);
        let Target::Row(row, _) = known.target else {
            return None;
        };
        // A line of the row that came before is the first of it.
        if known.plain != Plain::List || self.parts.kept.contains(row) {
            return None;
        }
        let (preview, end) = Preview::plain(self.bytes, value)?;
        Some((row, preview, end + 1))
    }

    /// Takes the list whose pairs stand from `pairs` on; gives the place behind it.
    #[inline]
    pub(super) fn take_plain_list(
        &mut self,
        row: usize,
        value: usize,
        preview: Preview,
        pairs: usize,
    ) -> Option<usize> {
        self.lines += 1;
        let first = self.slots.nodes.len();
        let (found, next) = self.pairs(Nodes::Rows, pairs)?;
        let count = self.slots.nodes.len() - first;
        let list = Slot::List(offset(first), offset(count));
        self.slots.set(row, list);
        self.parts.kept.insert(row);
        let end = pairs - 1;
        self.compare_with(
            &preview,
            &found,
            Some(row_number(row)),
            trim(self.bytes, value, end),
        );
        Some(next)
    }
}

/// Takes a line with this name; gives the one behind it.
#[inline]
fn take_line<'a>(
    name: &Name,
    ends: Ends<'a>,
    at: usize,
    slots: &mut Slots,
    parts: &mut Parts,
) -> Option<(usize, Head<'a>)> {
    let (bytes, value) = (ends.bytes, at + name.length());
    let behind = |end: usize| {
        // A pair behind the line would make it a list.
        let head = Head::of(bytes, end + 1).filter(|head| head.is_no_pair())?;
        Some((end + 1, head))
    };
    let Target::Row(row, piece) = name.target else {
        let (node, end) = plain_word(name, ends, at, value)?;
        let next = behind(end)?;
        slots.other.push(node);
        parts.transport += 1;
        return Some(next);
    };
    // A line of the row that was not taken at once is the first of it.
    if parts.kept.contains(row) {
        return None;
    }
    if name.plain == Plain::Piece {
        let (number, end) = number(bytes, value)?;
        let next = match bytes.get(end)? {
            b'\n' => behind(end)?,
            b' ' => behind(ends.line(end))?,
            _ => return None,
        };
        if !parts.take_piece(row, piece, number, span(value, end)) {
            return None;
        }
        if let Some(time) = parts.moment.and_then(|moment| moment.time()) {
            slots.set(row, Slot::Time(time));
            parts.told = true;
        }
        return Some(next);
    }
    let (slot, end) = plain(name.plain, ends, value)?;
    let next = behind(end)?;
    slots.set(row, slot);
    parts.kept.insert(row);
    Some(next)
}

impl Parts {
    /// Takes the seconds or microseconds of the message's first moment.
    #[inline]
    fn take_piece(&mut self, row: usize, piece: Piece, number: i64, place: Span) -> bool {
        let moment = self.moment.get_or_insert(Moment {
            row,
            seconds: None,
            microseconds: None,
        });
        match (piece, u32::try_from(number)) {
            _ if moment.row != row => return false,
            (Piece::Seconds, _) if moment.seconds.is_none() => {
                moment.seconds = Some((Ok(number), place));
            }
            (Piece::Microseconds, Ok(number @ 0..1_000_000)) if moment.microseconds.is_none() => {
                moment.microseconds = Some((Ok(number), place));
            }
            _ => return false,
        }
        true
    }
}

/// An attribute of the transport as a node, and the end of its line: a number as a program would print it, or a word
/// that begins like none.
#[inline]
fn plain_word(name: &Name, ends: Ends<'_>, at: usize, start: usize) -> Option<(Node, usize)> {
    if name.plain != Plain::Word {
        return None;
    }
    let (bytes, end) = (ends.bytes, ends.near(start));
    let text = bytes.get(start..end)?;
    let value = match text {
        _ if is_blank(*text.last()?) => return None,
        [b'0', _, ..] | [b'A'..=b'Z' | b'a'..=b'z', ..] => NodeValue::Text(span(start, end)),
        [b'1'..=b'9', ..] => {
            let (number, stop) = number(bytes, start)?;
            (stop == end).then_some(NodeValue::Integer(number))?
        }
        _ => return None,
    };
    let key = span(at + name.key, start - 1);
    (bytes.get(end) == Some(&b'\n')).then_some((Node { key, value }, end))
}

/// The value of a row and the end of its line, if it is in its plain form.
#[inline]
fn plain(kind: Plain, ends: Ends<'_>, start: usize) -> Option<(Slot, usize)> {
    let bytes = ends.bytes;
    let (slot, end) = match kind {
        Plain::Text => {
            let quote = ends.near(start + 1);
            if bytes.get(start) != Some(&b'\'') || bytes.get(quote) != Some(&b'\'') {
                return None;
            }
            (Slot::Text(span(start + 1, quote)), quote + 1)
        }
        Plain::Number { least, most, none } => {
            let (number, end) = number(bytes, start)?;
            if number < least || number > most || none == Some(number) {
                return None;
            }
            (Slot::Integer(number), end)
        }
        Plain::Member(known) => match number(bytes, start)? {
            (number @ 0..64, end) if known >> number & 1 == 1 => (Slot::Integer(number), end),
            _ => return None,
        },
        Plain::Hex => {
            let end = start + 16;
            let number = hexadecimal(bytes.get(start..end)?)?;
            (Slot::Integer(i64::try_from(number).ok()?), end)
        }
        Plain::Piece | Plain::List | Plain::Word | Plain::None => return None,
    };
    (bytes.get(end) == Some(&b'\n')).then_some((slot, end))
}
