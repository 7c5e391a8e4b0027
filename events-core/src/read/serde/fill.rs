//! From the nodes of a whole message to slots, as the JSON reader fills them.

use events_schema::{Node, NodeValue, Pairs, Span, Union};

use super::tree::Tree;
use super::write::quote;
use crate::KeyValueList;
use crate::check::{accept, miss_name, named_again, row_number};
use crate::convert::{Raw, convert, decimal, moment};
use crate::finding::{Fault, Finding, What};
use crate::read::json::is_base64;
use crate::record::{Nodes, Slot, Slots, offset, span};
use crate::table::{Events, RowKind, Table};
use crate::union;

/// Fills the slots of the event that the tag names; gives its table.
///
/// The texts of the message become the scratch of the slots: it is a message without input.
pub(super) fn fill<'e>(tree: Tree, events: &'e Events, slots: &mut Slots) -> &'e Table {
    let Tree { nodes, text } = tree;
    let members = match nodes.split_first() {
        Some((root, members)) if matches!(root.value, NodeValue::List(_)) => members,
        _ => {
            slots.find(Finding {
                what: What::Malformed("expected a map from names to values"),
                at: Span::default(),
            });
            return events.get(None);
        }
    };
    let tag = each(members).find_map(|(node, _)| {
        let key = node.key.of("", &text);
        let tags = events.tags();
        (tags.contains(&key) || tags.is_empty() && key == "Event")
            .then(|| name(node, &text, events))?
    });
    let table = events.get(match tag {
        Some((_, table)) => table,
        None => events.sole(),
    });
    slots.clear(table.rows.len());
    slots.scratch = text;
    let mut filling = Filling {
        events,
        table,
        slots,
        named: None,
    };
    filling.members(members);
    if filling.named.is_none() {
        miss_name(table, slots);
    }
    table
}

/// A key-value list that stands for itself; `None` when the value is none.
pub(super) fn list(tree: Tree) -> Option<KeyValueList> {
    let Tree { nodes, text } = tree;
    let (root, inside) = nodes.split_first()?;
    let mut slots = Slots::default();
    slots.scratch = text;
    let whole = put_list(&mut slots, root.value, inside);
    let damaged = !slots.findings.is_empty();
    (whole && !damaged).then(|| Pairs::new(&slots.nodes, "", &slots.scratch).into())
}

/// The nodes of a list, each with those inside it.
fn each(mut nodes: &[Node]) -> impl Iterator<Item = (Node, &[Node])> {
    std::iter::from_fn(move || {
        let (node, rest) = nodes.split_first()?;
        let count = match node.value {
            NodeValue::List(count) | NodeValue::Array(count) => count as usize,
            _ => 0,
        };
        let (inside, behind) = rest.split_at_checked(count)?;
        nodes = behind;
        Some((*node, inside))
    })
}

/// What a value says of the event: its name, and its table. An empty text names none.
fn name(node: Node, text: &str, events: &Events) -> Option<(Option<Span>, Option<usize>)> {
    match node.value {
        NodeValue::Text(span) => {
            let name = span.of("", text);
            if name.is_empty() {
                return None;
            }
            let number = || events.by_number(decimal(name)?.try_into().ok()?);
            Some((Some(span), events.by_name(name).or_else(number)))
        }
        NodeValue::Integer(number) => Some((None, events.by_number(number))),
        // No event has such a number, but it names one.
        NodeValue::Unsigned(_) => Some((None, None)),
        _ => None,
    }
}

struct Filling<'a> {
    events: &'a Events,
    table: &'a Table,
    slots: &'a mut Slots,
    /// The attribute that named the event, once one did.
    named: Option<&'static str>,
}

impl Filling<'_> {
    fn members(&mut self, members: &[Node]) {
        let table = self.table;
        let mut hint = 0;
        for (node, inside) in each(members) {
            let key = node.key.of("", &self.slots.scratch);
            let union = table.unions.iter().find(|union| **union == key).copied();
            if let Some(tag) = table.tag_of(key) {
                self.tag(tag, node, inside);
            } else if let (Some(union), NodeValue::List(_)) = (union, node.value) {
                self.union(union, inside);
            } else if let Some(row) = table.find(key, hint) {
                self.row(row, node, inside);
                hint = row + 1;
            } else if let Some((row, union, before)) = table.find_dotted(key) {
                self.dotted(row, union, before, node, inside);
            } else if let (
                Some(union),
                NodeValue::Integer(_) | NodeValue::Unsigned(_) | NodeValue::Real(_),
            ) = (union, node.value)
                && let Some(what) = union::other_member(table, union, None)
            {
                self.find(what, node, inside);
                self.keep(node.key, node, inside);
            } else if union.is_none() || node.value != NodeValue::Null {
                self.other(node.key, node, inside);
            }
        }
    }

    fn union(&mut self, union: &str, members: &[Node]) {
        for (node, inside) in each(members) {
            let member = node.key.of("", &self.slots.scratch);
            if let Some(row) = self.table.find_member(union, member, 0) {
                self.row(row, node, inside);
            } else {
                let what = union::other_member(self.table, union, Some(member));
                let dotted = format!("{union}.{member}");
                let dotted = self.slots.keep(0, &dotted);
                if let Some(what) = what
                    && (what.is_note() || node.value != NodeValue::Null)
                {
                    let at = node.key;
                    self.slots.find(Finding { what, at });
                }
                self.keep(dotted, node, inside);
            }
        }
    }

    /// The member of a union that is a row, named by a key with a point.
    fn dotted(
        &mut self,
        at: usize,
        union: &'static Union,
        before: usize,
        node: Node,
        inside: &[Node],
    ) {
        let first = self.slots.nodes.len();
        let start = node.key.start + offset(before);
        let key = Span { start, ..node.key };
        self.slots.nodes.push(Node { key, ..node });
        self.slots.nodes.extend_from_slice(inside);
        let value = match node.value {
            NodeValue::Null => Ok(None),
            _ => union::take(union, self.slots, "", first),
        };
        if !matches!(value, Ok(Some(_))) {
            self.slots.nodes.truncate(first);
        }
        let place = self.quoted(node, inside);
        accept(self.slots, at, &self.table.rows[at], value, place);
    }

    fn tag(&mut self, key: &'static str, node: Node, inside: &[Node]) {
        let row = self.table.tag.map(row_number);
        let Some((span, table)) = name(node, &self.slots.scratch, self.events) else {
            let nothing = match node.value {
                NodeValue::Null => true,
                NodeValue::Text(name) => name.of("", &self.slots.scratch).is_empty(),
                _ => false,
            };
            if let (Some(row), false) = (row, nothing) {
                let fault = Fault::Type;
                self.find(What::Refused { row, fault }, node, inside);
            }
            return;
        };
        if let Some(first) = self.named {
            let again = span.unwrap_or_else(|| self.quoted(node, inside));
            let said = |name: Span| name.of("", &self.slots.scratch);
            let agrees = std::ptr::eq(self.events.get(table), self.table)
                && (table.is_some() || said(again) == said(self.slots.name));
            if first == key {
                self.find(named_again(self.table), node, inside);
            } else if !agrees {
                self.find(What::OtherName, node, inside);
            }
            return;
        }
        self.named = Some(key);
        let span = match span {
            _ if !self.table.is_unknown() => self.slots.keep(0, &self.table.event().name),
            Some(span) => span,
            None => self.quoted(node, inside),
        };
        self.slots.name = span;
        if let Some(row) = self.table.tag {
            self.slots.set(row, Slot::Text(span));
        }
        if self.table.is_unknown() {
            let what = What::UnknownEvent;
            self.slots.find(Finding { what, at: span });
        }
    }

    fn row(&mut self, at: usize, node: Node, inside: &[Node]) {
        let table = self.table;
        let Some(row) = table.rows.get(at) else {
            return;
        };
        let value = match (row.kind, node.value) {
            (_, NodeValue::Null) => Ok(None),
            (_, NodeValue::Boolean(value)) => convert(row, Raw::Boolean(value)),
            (kind, NodeValue::Integer(value)) => {
                convert(row, Raw::whole(value.into(), kind, "", self.slots))
            }
            (kind, NodeValue::Unsigned(value)) => {
                convert(row, Raw::whole(value.into(), kind, "", self.slots))
            }
            (RowKind::Real, NodeValue::Real(value)) if !value.is_finite() => Err(Fault::Range),
            (_, NodeValue::Real(value)) => convert(row, Raw::Real(value)),
            (_, NodeValue::Text(span)) => {
                convert(row, Raw::Text(span.of("", &self.slots.scratch), span))
            }
            (RowKind::List, value @ (NodeValue::List(_) | NodeValue::Array(_))) => {
                let start = self.slots.nodes.len();
                if put_list(self.slots, value, inside) {
                    let count = self.slots.nodes.len() - start;
                    let Span { start, end } = span(start, count);
                    Ok(Some(Slot::List(start, end)))
                } else {
                    self.slots.nodes.truncate(start);
                    Err(Fault::Type)
                }
            }
            (RowKind::Union(union), NodeValue::List(_)) => {
                let start = self.slots.nodes.len();
                self.slots.nodes.extend_from_slice(inside);
                let value = union::take(union, self.slots, "", start);
                if value.is_err() {
                    self.slots.nodes.truncate(start);
                }
                value
            }
            (RowKind::Time, NodeValue::List(_)) => {
                moment(inside, "", &self.slots.scratch).map(|time| Some(Slot::Time(time)))
            }
            _ => Err(Fault::Type),
        };
        let place = match value {
            Ok(_) if !self.slots.present.contains(at) => Span::default(),
            _ => self.quoted(node, inside),
        };
        accept(self.slots, at, row, value, place);
    }

    fn other(&mut self, key: Span, node: Node, inside: &[Node]) {
        if !self.table.is_unknown() {
            let what = What::UnknownAttribute;
            self.slots.find(Finding { what, at: node.key });
        }
        self.keep(key, node, inside);
    }

    fn keep(&mut self, key: Span, node: Node, inside: &[Node]) {
        let value = node.value;
        self.slots.other.push(Node { key, value });
        self.slots.other.extend_from_slice(inside);
    }

    fn find(&mut self, what: What, node: Node, inside: &[Node]) {
        let at = self.quoted(node, inside);
        self.slots.find(Finding { what, at });
    }

    /// Keeps a value as reports quote it.
    fn quoted(&mut self, node: Node, inside: &[Node]) -> Span {
        let mut nodes = vec![node];
        nodes.extend_from_slice(inside);
        let mut text = String::new();
        for (_, datum) in Pairs::new(&nodes, "", &self.slots.scratch) {
            // Writing into a text does not fail.
            let _ = quote(datum, &mut text);
        }
        self.slots.keep(0, &text)
    }
}

/// Puts a list among the nodes of rows; `false` when it is none.
fn put_list(slots: &mut Slots, value: NodeValue, inside: &[Node]) -> bool {
    match value {
        NodeValue::List(_) => each(inside).all(|(node, inside)| put(slots, node, inside, false)),
        NodeValue::Array(_) => each(inside).all(|(pair, inside)| {
            let mut parts = each(inside);
            let (Some((key, _)), Some((value, inside)), None) =
                (parts.next(), parts.next(), parts.next())
            else {
                return false;
            };
            let (NodeValue::Array(_), NodeValue::Text(key)) = (pair.value, key.value) else {
                return false;
            };
            put(slots, Node { key, ..value }, inside, true)
        }),
        _ => false,
    }
}

fn put(slots: &mut Slots, mut node: Node, inside: &[Node], pairs: bool) -> bool {
    if !matches!(node.value, NodeValue::List(_) | NodeValue::Array(_)) {
        slots.nodes.push(node);
        return true;
    }
    if let ([bytes], true) = (inside, pairs)
        && let NodeValue::Text(text) = bytes.value
        && matches!(node.value, NodeValue::List(_))
        && bytes.key.of("", &slots.scratch) == "base64"
    {
        node.value = NodeValue::Binary(text);
        if !is_base64(text.of("", &slots.scratch)) {
            node.value = NodeValue::Text(text);
            let what = What::Damaged("bytes that are not base64");
            slots.find(Finding { what, at: text });
        }
        slots.nodes.push(node);
        return true;
    }
    let at = slots.nodes.len();
    let value = node.value;
    node.value = NodeValue::List(0);
    slots.nodes.push(node);
    let whole = put_list(slots, value, inside);
    slots.close(Nodes::Rows, at);
    whole
}
