//! JSON as programs mostly write it: without white space, escapes and long numbers.
//!
//! All steps are in one loop here, and the place stays in a register. Whatever is otherwise is left where it is, for the
//! [scanner](super::scan).

use events_schema::{Literal, Node, NodeValue, Span};

use super::message::Parser;
use super::number;
use super::scan::{Stop, text_end};
use super::value::MAX_NODES;
use crate::record::{Nodes, Slot, span};
use crate::table::RowKind;

/// The text whose opening quote stands here, and where the byte behind its closing quote stands.
#[inline]
fn text(bytes: &[u8], at: usize) -> Option<(Span, usize)> {
    let end = text_end(bytes, at + 1);
    (bytes.get(end) == Some(&b'"')).then(|| (span(at + 1, end), end + 1))
}

/// Where the next key stands: here, or behind a comma unless the member is the first.
#[inline]
fn next_key(bytes: &[u8], at: usize, first: bool) -> Option<usize> {
    let key = if first { at } else { at + 1 };
    let comma = first || bytes.get(at) == Some(&b',');
    (comma && bytes.get(key) == Some(&b'"')).then_some(key)
}

/// A pair of a list whose key stands here, when its value is a text or a number; and where it ends.
#[inline]
fn pair(bytes: &[u8], at: usize) -> Option<(Node, usize)> {
    let (key, colon) = text(bytes, at)?;
    if bytes.get(colon) != Some(&b':') {
        return None;
    }
    let at = colon + 1;
    let (value, end) = match bytes.get(at)? {
        b'"' => {
            let (text, end) = text(bytes, at)?;
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
    pub(super) fn compact_pairs(&mut self, nodes: Nodes, mut first: bool) -> bool {
        let bytes = self.scan.text.as_bytes();
        let list = self.slots.nodes(nodes);
        let mut at = self.scan.at;
        while list.len() < MAX_NODES
            && let Some(key) = next_key(bytes, at, first)
            && let Some((node, end)) = pair(bytes, key)
        {
            list.push(node);
            at = end;
            first = false;
        }
        self.scan.at = at;
        first
    }

    /// Takes the members that are the next rows of the table; gives the row that comes after them.
    pub(super) fn compact_rows(
        &mut self,
        first: &mut bool,
        mut hint: usize,
    ) -> Result<usize, Stop> {
        let (bytes, table) = (self.scan.text.as_bytes(), self.table);
        while let Some(key) = next_key(bytes, self.scan.at, *first)
            && let Some(next) = table.predict(bytes.get(key + 1..).unwrap_or_default(), hint)
            && bytes.get(key + 1 + next.length) == Some(&b':')
        {
            self.scan.at = key + 2 + next.length;
            *first = false;
            hint = next.row + 1;
            match next.union {
                None if self.compact_value(next.row) => {}
                None => self.row(next.row)?,
                Some(union) => {
                    let name = span(key + 1, key + next.length);
                    hint = self.union(union, name, next.row)?;
                }
            }
        }
        Ok(hint)
    }

    /// Takes the members of a union that come next; gives the row that comes after them.
    pub(super) fn compact_members(
        &mut self,
        union: &str,
        first: &mut bool,
        mut hint: usize,
    ) -> Result<usize, Stop> {
        let (bytes, table) = (self.scan.text.as_bytes(), self.table);
        while let Some(key) = next_key(bytes, self.scan.at, *first)
            && let Some((name, colon)) = text(bytes, key)
            && bytes.get(colon) == Some(&b':')
            && let Some(row) = table.find_member(union, name.of(self.scan.text, ""), hint)
        {
            self.scan.at = colon + 1;
            *first = false;
            hint = row + 1;
            if !self.compact_value(row) {
                self.row(row)?;
            }
        }
        Ok(hint)
    }

    /// Takes the value of a row that is a text, a number or a name; says whether it did.
    #[inline]
    fn compact_value(&mut self, at: usize) -> bool {
        let (bytes, start) = (self.scan.text.as_bytes(), self.scan.at);
        let Some(row) = self.table.rows.get(at) else {
            return false;
        };
        if self.slots.present.contains(at) {
            return false;
        }
        match (&row.kind, bytes.get(start)) {
            (RowKind::Enumeration(vocabulary), Some(b'"')) => {
                let Some((name, end)) = text(bytes, start) else {
                    return false;
                };
                let number = vocabulary.number_of(name.of(self.scan.text, ""));
                let (Some(number), None | Some(Literal::Member { .. })) = (number, row.fixed)
                else {
                    return false;
                };
                if let Some(Literal::Member { number: fixed, .. }) = row.fixed
                    && *fixed != number
                {
                    return false;
                }
                self.slots.set(at, Slot::Integer(number));
                self.scan.at = end;
            }
            _ if row.fixed.is_some() => return false,
            (RowKind::Text, Some(b'"')) => {
                let Some((text, end)) = text(bytes, start) else {
                    return false;
                };
                self.slots.set(at, Slot::Text(text));
                self.scan.at = end;
            }
            (RowKind::Integer { min, max, none }, Some(b'0'..=b'9')) => {
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
