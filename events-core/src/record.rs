//! A message as it was read: borrowed, one slot a row of the event's table.

use events_schema::{Datum, Facts, Node, NodeValue, Pairs, Scalar, Span, Timestamp};

use crate::KeyValueList;
use crate::finding::Finding;
use crate::message::{Declaration, Declared, UnknownEvent, Verdicts};
use crate::table::{Rows, Table};

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Slot {
    Boolean(bool),
    Integer(i64),
    Unsigned(u64),
    Real(f64),
    Text(Span),
    Time(Timestamp),
    /// The nodes of a list: the first and how many.
    List(u32, u32),
    /// The node of a union's member.
    Union(u32),
}

/// How many findings one message may give before the rest is only counted.
const MAX_FINDINGS: usize = 128;

/// The same for notes, which leave room for what is wrong.
pub(crate) const MAX_NOTES: usize = MAX_FINDINGS / 2;

/// What a reader fills, message after message: kept, so that a message costs no allocation.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    pub(crate) present: Rows,
    values: Vec<Slot>,
    /// The nodes of the lists of rows.
    pub(crate) nodes: Vec<Node>,
    /// The attributes that the table does not know, as a list.
    pub(crate) other: Vec<Node>,
    /// Texts that do not stand in the input as they are.
    pub(crate) scratch: String,
    /// The event's name as the message has it.
    pub(crate) name: Span,
    pub(crate) findings: Vec<Finding>,
    /// How many violations were dropped.
    pub(crate) omitted: usize,
    /// How many notes were dropped.
    pub(crate) omitted_notes: usize,
    pub(crate) verdicts: Verdicts,
    /// Whether the rules were looked at.
    pub(crate) ruled: bool,
}

impl Slots {
    /// Makes room for a message of a table with this many rows.
    pub(crate) fn clear(&mut self, rows: usize) {
        self.present = Rows::default();
        self.values
            .resize(rows.max(self.values.len()), Slot::Boolean(false));
        self.nodes.clear();
        self.other.clear();
        self.scratch.clear();
        self.name = Span::default();
        self.findings.clear();
        self.omitted = 0;
        self.omitted_notes = 0;
        self.verdicts.clear();
        self.ruled = false;
    }

    /// Gives a row its value.
    #[inline]
    pub(crate) fn set(&mut self, row: usize, slot: Slot) {
        if let Some(value) = self.values.get_mut(row) {
            *value = slot;
            self.present.insert(row);
        }
    }

    /// Gives a row its value when it has none yet; says whether it did.
    #[inline]
    pub(crate) fn fill(&mut self, row: usize, slot: Slot) -> bool {
        match self.values.get_mut(row) {
            Some(value) if self.present.add(row) => {
                *value = slot;
                true
            }
            _ => false,
        }
    }

    /// Takes the value of a row away.
    pub(crate) fn unset(&mut self, row: usize) {
        self.present.remove(row);
    }

    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<Slot> {
        self.present
            .contains(row)
            .then(|| self.values.get(row).copied())
            .flatten()
    }

    /// The nodes of a row that is a list.
    #[inline]
    pub(crate) fn list(&self, row: usize) -> Option<&[Node]> {
        match self.get(row)? {
            Slot::List(start, count) => {
                let (start, count) = (start as usize, count as usize);
                self.nodes.get(start..start + count)
            }
            _ => None,
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn find(&mut self, finding: Finding) {
        let (room, omitted) = if finding.what.is_note() {
            (MAX_NOTES, &mut self.omitted_notes)
        } else {
            (MAX_FINDINGS, &mut self.omitted)
        };
        if self.findings.len() < room {
            self.findings.push(finding);
        } else {
            *omitted += 1;
        }
    }

    /// Keeps a text that does not stand in an input of `input` bytes, and says where.
    pub(crate) fn keep(&mut self, input: usize, text: &str) -> Span {
        let start = input + self.scratch.len();
        self.scratch.push_str(text);
        span(start, input + self.scratch.len())
    }

    /// The nodes of rows or those of other attributes.
    #[inline]
    pub(crate) fn nodes(&mut self, nodes: Nodes) -> &mut Vec<Node> {
        match nodes {
            Nodes::Rows => &mut self.nodes,
            Nodes::Other => &mut self.other,
        }
    }

    /// Ends the list or array whose own node is at `at`: all nodes behind it are inside.
    pub(crate) fn close(&mut self, nodes: Nodes, at: usize) {
        let nodes = self.nodes(nodes);
        let count = offset(nodes.len() - at - 1);
        if let Some(node) = nodes.get_mut(at) {
            node.value = match node.value {
                NodeValue::Array(_) => NodeValue::Array(count),
                _ => NodeValue::List(count),
            };
        }
    }
}

/// Whose nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nodes {
    /// Of the lists of rows.
    Rows,
    /// Of the attributes that the table does not know.
    Other,
}

/// An offset as spans hold it. Readers bound a message, and what they keep of it, far below 4 GiB.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "no message is that long")]
pub(crate) fn offset(at: usize) -> u32 {
    at as u32
}

#[inline]
pub(crate) fn span(start: usize, end: usize) -> Span {
    Span {
        start: offset(start),
        end: offset(end),
    }
}

/// A message as it was read: what the event's table knows by row, everything else beside it.
///
/// A record borrows from the reader; the reader uses its room again for the next one.
#[derive(Debug, Clone, Copy)]
pub struct Record<'r> {
    pub(crate) table: &'r Table,
    pub(crate) input: &'r str,
    pub(crate) slots: &'r Slots,
}

impl<'r> Record<'r> {
    /// The event's name, as the message has it.
    #[must_use]
    pub fn name(&self) -> &'r str {
        self.slots.name.of(self.input, &self.slots.scratch)
    }

    /// The event's declaration; `None` when the reader does not know the event.
    #[must_use]
    pub fn event(&self) -> Option<&'static events_schema::Event> {
        let event = self.table.event();
        (!event.name.is_empty()).then_some(event)
    }

    /// The value of an attribute, by its documented name or, for those that the table lacks, by the name in the
    /// message.
    #[must_use]
    pub fn get(&self, attribute: &str) -> Option<Datum<'r>> {
        match self.table.find(attribute, 0) {
            Some(row) => self.datum(row),
            None => self.other().get(attribute),
        }
    }

    /// Whether this is the event that `T` declares.
    #[must_use]
    pub fn is<T: Declared>(&self) -> bool {
        self.is_of(T::declaration())
    }

    pub(crate) fn is_of(&self, declaration: &Declaration) -> bool {
        // Statics have one address, but what stands inside them may be there twice.
        let Declaration { family, event, .. } = self.table.declaration;
        std::ptr::eq(family, declaration.family) && event.name == declaration.event.name
    }

    /// The attributes that the table does not know.
    #[must_use]
    pub fn other(&self) -> Pairs<'r> {
        Pairs::new(&self.slots.other, self.input, &self.slots.scratch)
    }

    /// The same, owned.
    #[must_use]
    pub fn to_other(&self) -> KeyValueList {
        if self.slots.other.is_empty() {
            return KeyValueList::new();
        }
        self.other().into()
    }

    /// The message as one of an event that is not declared: all its attributes, those of rows included.
    #[must_use]
    pub fn to_unknown(&self) -> UnknownEvent {
        let mut attributes = KeyValueList::new();
        for (at, row) in self.table.rows.iter().enumerate() {
            if let Some(datum) = self.datum(at) {
                attributes.push(row.name, datum);
            }
        }
        for (name, datum) in self.other() {
            attributes.push(name, datum);
        }
        UnknownEvent::new(self.name(), attributes)
    }

    #[inline]
    pub(crate) fn datum(&self, row: usize) -> Option<Datum<'r>> {
        Some(match self.slots.get(row)? {
            Slot::Boolean(value) => Datum::Boolean(value),
            Slot::Integer(value) => Datum::Integer(value.into()),
            Slot::Unsigned(value) => Datum::Integer(value.into()),
            Slot::Real(value) => Datum::Real(value),
            Slot::Text(span) => Datum::Text(span.of(self.input, &self.slots.scratch)),
            Slot::Time(time) => Datum::Time(time),
            Slot::List(..) => {
                let nodes = self.slots.list(row).unwrap_or_default();
                Datum::List(Pairs::new(nodes, self.input, &self.slots.scratch))
            }
            Slot::Union(at) => {
                let node = self.slots.nodes.get(at as usize)?;
                let member = node.key.of(self.input, &self.slots.scratch);
                Datum::Union(member, self.scalar(node.value)?)
            }
        })
    }

    fn scalar(&self, value: NodeValue) -> Option<Scalar<'r>> {
        Some(match value {
            NodeValue::Boolean(value) => Scalar::Boolean(value),
            NodeValue::Integer(value) => Scalar::Integer(value.into()),
            NodeValue::Unsigned(value) => Scalar::Integer(value.into()),
            NodeValue::Real(value) => Scalar::Real(value),
            NodeValue::Text(span) => Scalar::Text(span.of(self.input, &self.slots.scratch)),
            _ => return None,
        })
    }
}

impl Facts for Record<'_> {
    #[inline]
    fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
        self.datum(attribute)
    }

    fn refused(&self, attribute: usize) -> bool {
        let mut findings = self.slots.findings.iter();
        findings.any(|finding| finding.refuses(attribute))
    }
}
