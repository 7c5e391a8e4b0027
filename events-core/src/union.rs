//! Unions: their members, and whether they are those that another attribute chooses.

use events_schema::{Node, NodeValue, Span, Union};

use crate::Record;
use crate::check::row_number;
use crate::convert::{Raw, convert_kind};
use crate::finding::{Fault, Finding, What};
use crate::record::{Slot, Slots, offset};
use crate::table::{RowKind, Table};

/// The slot of a union that a message writes as one name and its value; these are the last nodes, from `start` on.
pub(crate) fn take(
    union: &'static Union,
    slots: &mut Slots,
    input: &str,
    start: usize,
) -> Result<Option<Slot>, Fault> {
    let [node] = slots.nodes.get(start..).unwrap_or_default() else {
        return Err(Fault::Members);
    };
    let name = node.key.of(input, &slots.scratch);
    let member = union.member(name).ok_or(Fault::Member)?;
    let (kind, value) = (RowKind::from(&member.kind), node.value);
    let raw = match value {
        NodeValue::Boolean(value) => Raw::Boolean(value),
        NodeValue::Integer(value) => Raw::whole(value.into(), kind, input, slots),
        NodeValue::Unsigned(value) => Raw::whole(value.into(), kind, input, slots),
        NodeValue::Real(value) => Raw::Real(value),
        NodeValue::Text(span) => Raw::Text(span.of(input, &slots.scratch), span),
        _ => return Err(Fault::Type),
    };
    let value = hold(kind, raw)?;
    slots.nodes[start].value = value;
    Ok(Some(Slot::Union(offset(start))))
}

/// What is to be said of a member of a union that is none of the table's rows, or of a bare number in its place.
pub(crate) fn other_member(table: &Table, union: &str, member: Option<&str>) -> Option<What> {
    let settled = table.settled.iter().position(|one| one.name == union);
    if let Some(at) = settled
        && member.is_none_or(|member| table.settled[at].union.member(member).is_some())
    {
        return Some(What::Strays {
            union: row_number(at),
        });
    }
    let union = table.unions.iter().position(|one| *one == union)?;
    member.map(|_| What::UnknownMember {
        union: row_number(union),
    })
}

/// What a member holds.
fn hold(kind: RowKind, raw: Raw<'_>) -> Result<NodeValue, Fault> {
    Ok(match convert_kind(kind, raw)? {
        Some(Slot::Boolean(value)) => NodeValue::Boolean(value),
        Some(Slot::Integer(value)) => NodeValue::Integer(value),
        Some(Slot::Unsigned(value)) => NodeValue::Unsigned(value),
        Some(Slot::Real(value)) => NodeValue::Real(value),
        Some(Slot::Text(span)) => NodeValue::Text(span),
        _ => return Err(Fault::Type),
    })
}

/// Gives the values that logs write for unions, without a name, to the members that are chosen. Where none is, a bare
/// number remains.
pub(crate) fn resolve(table: &Table, slots: &mut Slots, input: &str) {
    for (row, union, selector) in &table.chosen {
        let record = Record {
            table,
            input,
            slots,
        };
        let selector = record.datum(*selector);
        let chosen = selector.and_then(|selector| union.chosen(selector));
        let kind = chosen.map_or(RowKind::Union(union), |member| RowKind::from(&member.kind));
        let value = slots.get(*row);
        let raw = match value {
            Some(Slot::Integer(number)) => Raw::whole(number.into(), kind, input, slots),
            Some(Slot::Text(span)) => Raw::Word(span.of(input, &slots.scratch), span),
            _ => continue,
        };
        let held = match chosen {
            Some(member) => hold(kind, raw).map(|value| (member, value)),
            None if matches!(raw, Raw::Integer(_)) => continue,
            None => Err(Fault::Type),
        };
        match held {
            Ok((member, value)) => {
                let key = slots.keep(input.len(), &member.name);
                let at = slots.nodes.len();
                slots.nodes.push(Node { key, value });
                slots.set(*row, Slot::Union(offset(at)));
            }
            Err(fault) => {
                let at = match value {
                    Some(Slot::Integer(number)) => slots.keep(input.len(), &number.to_string()),
                    Some(Slot::Text(span)) => span,
                    _ => Span::default(),
                };
                let row = row_number(*row);
                slots.unset(row.into());
                let what = What::Refused { row, fault };
                slots.find(Finding { what, at });
            }
        }
    }
}

/// Checks that unions hold the members that are chosen, and notes numbers that an enumeration lacks.
pub(crate) fn check(table: &Table, slots: &mut Slots, input: &str) {
    for (row, union, _) in &table.chosen {
        let record = Record {
            table,
            input,
            slots,
        };
        let agrees = table.event().agrees(*row, &record);
        if let Some(Slot::Union(at)) = slots.get(*row)
            && let Some(node) = slots.nodes.get(at as usize)
            && let NodeValue::Integer(number) = node.value
            && let Some(member) = union.member(node.key.of(input, &slots.scratch))
            && let RowKind::Enumeration(vocabulary) = RowKind::from(&member.kind)
            && vocabulary.name_of(number).is_none()
        {
            let at = slots.keep(input.len(), &number.to_string());
            let what = What::Number {
                row: row_number(*row),
            };
            slots.find(Finding { what, at });
        }
        if !agrees {
            let what = What::Disagrees {
                row: row_number(*row),
            };
            let at = Span::default();
            slots.find(Finding { what, at });
        }
    }
}
