//! JSON as programs mostly write it: without white space, escapes and long numbers.
//!
//! All steps are in one loop here, and the place stays in a register. Whatever is otherwise is left where it is, for the
//! [scanner](super::scan).

use events_schema::{Literal, Node, NodeValue, Span};

use super::message::Parser;
use super::number;
use super::scan::Stop;
use super::value::MAX_NODES;
use crate::check::accept;
use crate::finding::Fault;
use crate::read::marks::Marks;
use crate::record::{Nodes, Slot, span};
use crate::table::{Row, Usual};

/// The text whose opening quote stands here, and where the byte behind its closing quote stands.
#[inline]
fn text(bytes: &[u8], marks: &Marks, at: usize) -> Option<(Span, usize)> {
    let end = marks.next(at + 1);
    (bytes.get(end) == Some(&b'"')).then(|| (span(at + 1, end), end + 1))
}

impl Parser<'_, '_, '_> {
    /// Takes the pairs of a list that come next, up to the first that is otherwise: no text or short number.
    pub(super) fn compact_pairs(&mut self, nodes: Nodes, first: bool) -> bool {
        let bytes = self.scan.text.as_bytes();
        let (list, marks) = (self.slots.nodes(nodes), self.scan.marks);
        let start = self.scan.at;
        // Where the last pair ends, and where the quote of the next key stands if there is one.
        let (mut at, mut quote) = (start, start);
        if !first {
            if bytes.get(start) != Some(&b',') {
                return false;
            }
            quote += 1;
        }
        while bytes.get(quote) == Some(&b'"') && list.len() < MAX_NODES {
            let end = marks.next(quote + 1);
            let behind = bytes.get(end..).and_then(<[u8]>::first_chunk);
            let Some([b'"', b':', byte]) = behind else {
                break;
            };
            let key = span(quote + 1, end);
            let (value, end) = match byte {
                b'"' => match text(bytes, marks, end + 2) {
                    Some((text, end)) => (NodeValue::Text(text), end),
                    None => break,
                },
                b'0'..=b'9' => match number::short(&bytes[end + 2..]) {
                    Some((number, length)) => (NodeValue::Integer(number), end + 2 + length),
                    None => break,
                },
                _ => break,
            };
            list.push(Node { key, value });
            (at, quote) = (end, end + 1);
            if bytes.get(end) != Some(&b',') {
                break;
            }
        }
        self.scan.at = at;
        first && at == start
    }

    /// Takes the members that are rows of the table or its tag, up to the first that is otherwise; gives the row that
    /// probably comes next. `first` says that no member was taken yet.
    // In one piece with what calls it, more would have to be kept at hand than there are registers.
    #[inline(never)]
    pub(super) fn compact_rows(
        &mut self,
        mut hint: usize,
        first: &mut bool,
    ) -> Result<usize, Stop> {
        let (bytes, table) = (self.scan.text.as_bytes(), self.table);
        // The bracket or the comma before the next member, or what is there instead.
        let mut at = self.scan.at - usize::from(*first);
        while bytes.get(at) == Some(if *first { &b'{' } else { &b',' }) {
            let quote = at + 1;
            let Some((number, row)) = table.predict(&bytes[quote..], hint) else {
                let Some(end) = self.unexpected(quote, &mut hint)? else {
                    break;
                };
                (at, *first) = (end, false);
                continue;
            };
            hint = number + 1;
            at = quote + row.head.len();
            *first = false;
            at = match self.compact_value(number, row, at) {
                Some(end) if row.union.is_none() => end,
                taken => self.end_value(number, row, at, taken, &mut hint)?,
            };
        }
        self.scan.at = at + usize::from(*first);
        Ok(hint)
    }

    /// Takes a member that is the tag or a row, but none of the next ones, and gives where it ends; `None` when it is
    /// neither. `hint` is the row that probably comes behind it.
    #[inline(never)]
    fn unexpected(&mut self, quote: usize, hint: &mut usize) -> Result<Option<usize>, Stop> {
        let (bytes, table) = (self.scan.text.as_bytes(), self.table);
        let ahead = &bytes[quote..];
        if !self.tag.is_named() && table.naming.begins(ahead) {
            let end = quote + table.naming.len();
            let name = span(end - 1 - table.event().name.len(), end - 1);
            self.set_name(&table.declaration.family.tag, name);
            return Ok(Some(end));
        }
        let end = self.scan.marks.next(quote + 1);
        let name = bytes.get(quote + 1..end);
        let Some((number, row)) = name.and_then(|name| table.locate(ahead, name)) else {
            return Ok(None);
        };
        *hint = number + 1;
        let start = quote + row.head.len();
        match self.compact_value(number, row, start) {
            Some(end) if row.union.is_none() => Ok(Some(end)),
            taken => self.end_value(number, row, start, taken, hint).map(Some),
        }
    }

    /// Takes the value of a row that is a text, a number or a name, and gives where it ends. Leaves it when the row has
    /// a value already.
    #[inline]
    fn compact_value(&mut self, number: usize, row: &Row, start: usize) -> Option<usize> {
        let bytes = self.scan.text.as_bytes();
        let (slot, end) = match bytes.get(start)? {
            b'"' => {
                let (text, end) = text(bytes, self.scan.marks, start)?;
                let inside = &bytes[start + 1..end - 1];
                let slot = match row.usual {
                    Usual::Text => Slot::Text(text),
                    Usual::Member => Slot::Integer(row.members.find(inside)?),
                    Usual::Fixed => Slot::Integer(fixed_number(row.fixed?, inside)?),
                    Usual::Time => Slot::Time(text.of(self.scan.text, "").parse().ok()?),
                    Usual::Hex => hex(inside.try_into().ok()?)?,
                    Usual::List | Usual::Other => return None,
                };
                (slot, end)
            }
            b'0'..=b'9' => {
                let (value, length) = number::short(&bytes[start..])?;
                if !row.range.takes(value) {
                    return None;
                }
                (Slot::Integer(value), start + length)
            }
            _ => return None,
        };
        self.slots.fill(number, slot).then_some(end)
    }

    /// Takes any other value of a row, and what is left of its union; gives where it ends.
    #[inline(never)]
    fn end_value(
        &mut self,
        number: usize,
        row: &Row,
        start: usize,
        taken: Option<usize>,
        hint: &mut usize,
    ) -> Result<usize, Stop> {
        self.scan.at = start;
        if let Some(end) = taken {
            self.scan.at = end;
        } else if row.usual == Usual::List
            && self.scan.byte() == Some(b'{')
            && !self.slots.present.contains(number)
        {
            let list = self.list()?;
            match self.stray.take() {
                None => self.slots.set(number, list),
                Some(place) => accept(self.slots, number, row, Err(Fault::Pair), place),
            }
        } else {
            self.row(number)?;
        }
        if let Some(union) = row.union {
            if self.scan.byte() == Some(b'}') {
                self.scan.at += 1;
            } else {
                *hint = self.members_of_union(union, false, *hint)?;
            }
        }
        Ok(self.scan.at)
    }
}

/// What 16 hexadecimal digits say.
#[inline]
fn hex(digits: [u8; 16]) -> Option<Slot> {
    let all = digits
        .iter()
        .fold(true, |all, digit| all & digit.is_ascii_hexdigit());
    // Letters have a bit that digits lack, and the last four bits of `a` are 1.
    let values = digits.map(|digit| (digit & 0xf) + (digit >> 6) * 9);
    let (halves, _) = values.as_chunks();
    let [high, low] = [halves[0], halves[1]].map(u64::from_be_bytes).map(|bytes| {
        let pairs = (bytes | bytes >> 4) & 0x00ff_00ff_00ff_00ff;
        let fours = (pairs | pairs >> 8) & 0x0000_ffff_0000_ffff;
        (fours | fours >> 16) & 0xffff_ffff
    });
    let value = high << 32 | low;
    all.then(|| i64::try_from(value).map_or(Slot::Unsigned(value), Slot::Integer))
}

/// The number of the fixed member when it is the one of this name.
#[inline]
fn fixed_number(fixed: &Literal, name: &[u8]) -> Option<i64> {
    match fixed {
        Literal::Member {
            name: documented,
            number,
        } if documented.as_bytes() == name => Some(*number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_are_read_at_once() {
        for value in [
            0,
            1,
            0x006c_029a_6685_d004,
            i64::MAX.unsigned_abs(),
            u64::MAX,
            0x0123_4567_89ab_cdef,
        ] {
            for text in [format!("{value:016x}"), format!("{value:016X}")] {
                let slot = i64::try_from(value).map_or(Slot::Unsigned(value), Slot::Integer);
                let digits: [u8; 16] = text.into_bytes().try_into().unwrap();
                assert_eq!(hex(digits), Some(slot));
                for at in 0..16 {
                    for byte in *b"/:@G`g \xe9" {
                        let mut other = digits;
                        other[at] = byte;
                        assert_eq!(hex(other), None, "{other:?}");
                    }
                }
            }
        }
    }
}
