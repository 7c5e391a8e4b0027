//! JSON as programs mostly write it: without white space, escapes and long numbers.
//!
//! All steps are in one loop here, and the place stays in a register. Whatever is otherwise is left where it is, for the
//! [scanner](super::scan).

use events_schema::{Literal, Node, NodeValue, Span};

use super::message::Parser;
use super::number;
use super::scan::Stop;
use super::value::MAX_NODES;
use crate::read::marks::Marks;
use crate::record::{Nodes, Slot, span};
use crate::table::{Row, RowKind};

/// The text whose opening quote stands here, and where the byte behind its closing quote stands.
#[inline]
fn text(bytes: &[u8], marks: &Marks, at: usize) -> Option<(Span, usize)> {
    let end = marks.next(at + 1);
    (bytes.get(end) == Some(&b'"')).then(|| (span(at + 1, end), end + 1))
}

/// A pair of a list whose key stands here, when its value is a text or a number; and where it ends.
#[inline]
fn pair(bytes: &[u8], marks: &Marks, at: usize) -> Option<(Node, usize)> {
    let (key, colon) = text(bytes, marks, at)?;
    let [b':', first, ..] = *bytes.get(colon..)? else {
        return None;
    };
    let at = colon + 1;
    let (value, end) = match first {
        b'"' => {
            let (text, end) = text(bytes, marks, at)?;
            (NodeValue::Text(text), end)
        }
        b'0'..=b'9' => {
            let (number, length) = number::short(bytes.get(at..)?)?;
            (NodeValue::Integer(number), at + length)
        }
        _ => return None,
    };
    Some((Node { key, value }, end))
}

impl Parser<'_, '_, '_> {
    /// Takes the pairs of a list that come next, up to the first that is otherwise.
    pub(super) fn compact_pairs(&mut self, nodes: Nodes, first: bool) -> bool {
        let bytes = self.scan.text.as_bytes();
        let (list, marks) = (self.slots.nodes(nodes), self.scan.marks);
        let start = self.scan.at;
        // Where the last pair ends, and where a key stands if one follows.
        let (mut at, mut key) = (start, if first { start } else { start + 1 });
        while list.len() < MAX_NODES
            && bytes.get(key) == Some(&b'"')
            && (key == start || bytes.get(at) == Some(&b','))
            && let Some((node, end)) = pair(bytes, marks, key)
        {
            list.push(node);
            (at, key) = (end, end + 1);
        }
        self.scan.at = at;
        first && at == start
    }

    /// Takes the members that are the next rows of the table; gives the row that comes after them. A member was taken
    /// before.
    pub(super) fn compact_rows(&mut self, mut hint: usize) -> Result<usize, Stop> {
        let (bytes, table) = (self.scan.text.as_bytes(), self.table);
        while let Some(ahead) = bytes.get(self.scan.at..)
            && let Some((at, length)) = table.predict(ahead, hint).or_else(|| self.locate(ahead))
            && let Some(row) = table.rows.get(at)
        {
            self.scan.at += length;
            hint = at + 1;
            if !self.compact_value(at, row) {
                self.row(at)?;
            }
            if let Some(union) = row.attribute.union.as_deref() {
                if self.scan.byte() == Some(b'}') {
                    self.scan.at += 1;
                } else {
                    hint = self.members_of_union(union, false, hint)?;
                }
            }
        }
        Ok(hint)
    }

    /// The row that the next member is, and the length of what is before its value.
    #[inline]
    fn locate(&self, ahead: &[u8]) -> Option<(usize, usize)> {
        let [b',', b'"', ..] = ahead else {
            return None;
        };
        let end = self.scan.marks.next(self.scan.at + 2) - self.scan.at;
        match ahead.get(end..)? {
            [b'"', b':', ..] => self.table.locate(ahead, ahead.get(2..end)?),
            _ => None,
        }
    }

    /// Takes the value of a row that is a text, a number or a name; says whether it did.
    #[inline]
    fn compact_value(&mut self, at: usize, row: &Row) -> bool {
        if self.slots.present.contains(at) {
            return false;
        }
        let (bytes, start) = (self.scan.text.as_bytes(), self.scan.at);
        match bytes.get(start) {
            Some(b'"') => {
                let Some((text, end)) = text(bytes, self.scan.marks, start) else {
                    return false;
                };
                let slot = match (&row.kind, row.fixed) {
                    (RowKind::Text, None) => Some(Slot::Text(text)),
                    (RowKind::Enumeration(_), fixed) => {
                        let name = bytes.get(start + 1..end - 1).unwrap_or_default();
                        match fixed {
                            None => row.members.find(name),
                            Some(fixed) => fixed_number(fixed, name),
                        }
                        .map(Slot::Integer)
                    }
                    (RowKind::Time, None) => {
                        let time = text.of(self.scan.text, "").parse();
                        time.ok().map(Slot::Time)
                    }
                    _ => None,
                };
                let Some(slot) = slot else {
                    return false;
                };
                self.slots.set(at, slot);
                self.scan.at = end;
            }
            Some(b'0'..=b'9') => {
                let (RowKind::Integer { min, max, none }, None) = (&row.kind, row.fixed) else {
                    return false;
                };
                let Some((value, length)) = number::short(bytes.get(start..).unwrap_or_default())
                else {
                    return false;
                };
                let wide = value.into();
                if wide < *min || wide > *max || *none == Some(wide) {
                    return false;
                }
                self.slots.set(at, Slot::Integer(value));
                self.scan.at = start + length;
            }
            _ => return false,
        }
        true
    }
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
