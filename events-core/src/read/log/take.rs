//! Attribute lines that come as expected, with values in their plain form: most are so, and are taken at once.
//!
//! Whatever is not taken here is looked at again in full, so that nothing here decides about anything that is wrong.

use super::bytes::{hexadecimal, number};
use super::fill::Moment;
use super::plan::{Piece, Plain, Target};
use super::split::{Parts, Splitter};
use super::window::Ends;
use crate::record::{Slot, span};

/// How many attributes in a row may be absent before a name is looked up.
const HOPS: usize = 5;

impl Splitter<'_> {
    /// Takes lines that come as expected, with values in their plain form and nothing wrong with them; most are so.
    /// Gives the place behind them, the name before it, and the name of the line there with the place of its value, when
    /// that was expected too.
    pub(super) fn take_lines(
        &mut self,
        mut at: usize,
        mut previous: usize,
    ) -> (usize, usize, Option<(usize, usize)>) {
        let (bytes, ends) = (self.bytes, self.ends);
        loop {
            let expected = self.expected(at, previous);
            let Some((name, value)) = expected else {
                return (at, previous, None);
            };
            let known = self.plan.name(name);
            let (slot, end) = match known.plain {
                Plain::Piece => (None, ends.line(value)),
                kind => match plain(kind, ends, value) {
                    Some((slot, end)) => (Some(slot), end),
                    None => return (at, previous, expected),
                },
            };
            // A pair behind the line would make it a list.
            let (Target::Row(row, piece), Some([_, b'A'..=b'Z'] | [b'@' | b'0'..=b'9' | b'\n', _])) =
                (known.target, bytes.get(end + 1..end + 3))
            else {
                return (at, previous, expected);
            };
            // A line of the row that was not taken at once is the first of it.
            let taken = !self.parts.kept.contains(row)
                && match slot {
                    Some(slot) if !self.slots.present.contains(row) => {
                        self.slots.set(row, slot);
                        true
                    }
                    Some(_) => false,
                    None => self.parts.take_piece(bytes, row, piece, value),
                };
            if !taken {
                return (at, previous, expected);
            }
            self.lines += 1;
            (at, previous) = (end + 1, name);
        }
    }

    /// The name that the line has, if it is one that was expected, and where its value stands.
    #[inline]
    fn expected(&self, at: usize, previous: usize) -> Option<(usize, usize)> {
        // Optional attributes may be absent: then one of those behind them is there.
        let mut name = previous;
        for _ in 0..HOPS {
            name = self.plan.expected(name);
            if name == 0 {
                break;
            }
            if let Some(value) = self.plan.name(name).meets(self.bytes, at) {
                return Some((name, value));
            }
        }
        None
    }
}

impl Parts {
    /// Takes the seconds or microseconds of the message's first moment.
    #[inline]
    fn take_piece(&mut self, bytes: &[u8], row: usize, piece: Piece, start: usize) -> bool {
        let Some((number, end)) = number(bytes, start) else {
            return false;
        };
        if !matches!(bytes.get(end), Some(b' ' | b'\n')) {
            return false;
        }
        let place = span(start, end);
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

/// The value of a row and the end of its line, if it is in its plain form.
#[inline]
fn plain(kind: Plain, ends: Ends<'_>, start: usize) -> Option<(Slot, usize)> {
    let bytes = ends.bytes;
    let (slot, end) = match kind {
        Plain::Text => {
            let quote = ends.next(start + 1);
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
        Plain::Piece | Plain::List | Plain::None => return None,
    };
    (bytes.get(end) == Some(&b'\n')).then_some((slot, end))
}
