//! From the facts of a message to the slots of its table.

use events_schema::{Datum, Facts, Node, NodeValue, Pairs};

use crate::convert::number;
use crate::record::{Nodes, Slot, Slots, offset};
use crate::table::Table;

/// Fills the slots of a table as a reader would. What no reader gives is left out.
pub(super) fn fill(table: &Table, facts: &dyn Facts, slots: &mut Slots) {
    slots.clear(table.rows.len());
    slots.name = slots.keep(0, &table.event().name);
    for row in 0..table.rows.len() {
        if let Some(slot) = facts.fact(row).and_then(|datum| slot(datum, slots)) {
            slots.set(row, slot);
        }
    }
}

fn slot(datum: Datum<'_>, slots: &mut Slots) -> Option<Slot> {
    Some(match datum {
        Datum::Boolean(value) => Slot::Boolean(value),
        Datum::Integer(value) => return number(value),
        Datum::Real(value) => Slot::Real(value),
        Datum::Text(text) => Slot::Text(slots.keep(0, text)),
        Datum::Time(time) => Slot::Time(time),
        Datum::List(pairs) => {
            let start = slots.nodes.len();
            push_all(pairs, slots);
            Slot::List(offset(start), offset(slots.nodes.len() - start))
        }
        Datum::Union(member, value) => {
            let start = slots.nodes.len();
            push(member, value.into(), slots);
            Slot::Union(offset(start))
        }
        Datum::Null | Datum::Binary(_) | Datum::Array(_) => return None,
    })
}

fn push_all(pairs: Pairs<'_>, slots: &mut Slots) {
    for (key, datum) in pairs {
        push(key, datum, slots);
    }
}

fn push(key: &str, datum: Datum<'_>, slots: &mut Slots) {
    let key = slots.keep(0, key);
    let at = slots.nodes.len();
    let value = match datum {
        Datum::Boolean(value) => NodeValue::Boolean(value),
        Datum::Integer(value) => match number(value) {
            Some(Slot::Integer(value)) => NodeValue::Integer(value),
            Some(Slot::Unsigned(value)) => NodeValue::Unsigned(value),
            _ => NodeValue::Null,
        },
        Datum::Real(value) => NodeValue::Real(value),
        Datum::Text(text) => NodeValue::Text(slots.keep(0, text)),
        Datum::Binary(text) => NodeValue::Binary(slots.keep(0, text)),
        Datum::Time(time) => NodeValue::Text(slots.keep(0, &time.to_string())),
        Datum::Null | Datum::Union(..) => NodeValue::Null,
        Datum::List(_) => NodeValue::List(0),
        Datum::Array(_) => NodeValue::Array(0),
    };
    slots.nodes.push(Node { key, value });
    if let Datum::List(pairs) | Datum::Array(pairs) = datum {
        push_all(pairs, slots);
        slots.close(Nodes::Rows, at);
    }
}
