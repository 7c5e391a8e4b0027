//! The check of a record against its table: presence, then rules.

use events_schema::{Node, Outcome, Pairs, Span};

use crate::Record;
use crate::finding::{Fault, Finding, What};
use crate::message::Verdicts;
use crate::record::{Slot, Slots};
use crate::table::{Row, RowKind, Rows, Table};
use crate::union;

/// Checks what a reader has read, and adds what it finds to the findings.
///
/// `excused` are the rows that the place of reading cannot have, such as attributes that logs do not bear.
pub(crate) fn check(table: &Table, input: &str, slots: &mut Slots, excused: &Rows) {
    check_rows(table, input, slots, excused);
    check_rules(table, input, slots);
}

/// Checks that each row is there that has to be, and that unions hold what is chosen.
pub(crate) fn check_rows(table: &Table, input: &str, slots: &mut Slots, excused: &Rows) {
    let missing = table.mandatory.without(&slots.present).without(excused);
    if !missing.is_empty() {
        miss(slots, missing, |row| What::Missing { row });
    }
    let waived = table.waived.without(&slots.present);
    if !waived.is_empty() {
        miss(slots, waived, |row| What::Waived { row });
    }
    if !table.obsolete.is_empty() {
        note_obsolete(table, slots);
    }
    if !table.chosen.is_empty() {
        union::check(table, slots, input);
    }
}

/// Checks the rules of the footnotes.
pub(crate) fn check_rules(table: &Table, input: &str, slots: &mut Slots) {
    let mut verdicts = std::mem::take(&mut slots.verdicts);
    let record = Record {
        table,
        input,
        slots,
    };
    let is_asked = |finding: &Finding| {
        let row = finding.refused();
        row.is_some_and(|row| table.asked.contains(row))
    };
    if slots.findings.iter().any(is_asked) {
        // What was refused is there, which the rules as code do not look for: it costs those who refuse nothing.
        verdicts.interpret_into(table.event(), &record);
    } else {
        table.declaration.check_rules(&record, &mut verdicts);
    }
    if !verdicts.is_empty() {
        judge(slots, &verdicts);
    }
    slots.verdicts = verdicts;
    slots.ruled = true;
}

/// The keys of lists that none of their key sets has: sets are open, so these are notes. Most who read messages ask
/// for no notes, so they are looked for when they are asked for.
pub(crate) fn unknown_keys<'r>(record: &Record<'r>) -> impl Iterator<Item = Finding> + use<'r> {
    let Record {
        table,
        input,
        slots,
    } = *record;
    let lists: &[_] = if slots.ruled { &table.key_sets } else { &[] };
    lists.iter().flat_map(move |(row, sets)| {
        let row = *row;
        let nodes = slots.list(row).unwrap_or_default();
        let unknown = move |node: &Node| {
            let name = node.key.of(input, &slots.scratch);
            sets.iter().all(|set| set.find(name).is_none())
        };
        let pairs = Pairs::new(nodes, input, &slots.scratch).nodes();
        pairs
            .filter(move |(node, _)| unknown(node))
            .map(move |(node, _)| Finding {
                what: What::UnknownKey {
                    row: row_number(row),
                },
                at: node.key,
            })
    })
}

#[cold]
fn note_obsolete(table: &Table, slots: &mut Slots) {
    let present = slots.present;
    for row in table.obsolete.iter().filter(|row| present.contains(*row)) {
        let row = row_number(row);
        slots.find(Finding {
            what: What::Obsolete { row },
            at: Span::default(),
        });
    }
}

#[cold]
fn miss(slots: &mut Slots, rows: Rows, what: fn(u16) -> What) {
    for row in rows.iter() {
        // A row whose value was refused is there, and its fault is known.
        let refused = slots.findings.iter().any(|finding| finding.refuses(row));
        if !refused {
            slots.find(Finding {
                what: what(row_number(row)),
                at: Span::default(),
            });
        }
    }
}

/// Reports a message without a tag.
#[cold]
pub(crate) fn miss_name(table: &Table, slots: &mut Slots) {
    let what = match table.tag {
        Some(row) if slots.findings.iter().any(|finding| finding.refuses(row)) => return,
        Some(row) => What::Missing {
            row: row_number(row),
        },
        None => What::Unnamed,
    };
    let at = Span::default();
    slots.find(Finding { what, at });
}

/// What is to be said of a tag that is given again.
pub(crate) fn named_again(table: &Table) -> What {
    let row = table.tag.map(row_number);
    row.map_or(What::Damaged("the event is named again"), |row| {
        What::Duplicate { row }
    })
}

#[cold]
fn judge(slots: &mut Slots, verdicts: &Verdicts) {
    for (rule, outcome) in verdicts.iter() {
        slots.find(Finding {
            what: match outcome {
                Outcome::Violated => What::Broken { rule },
                _ => What::CannotTell { rule },
            },
            at: Span::default(),
        });
    }
}

/// Takes the value of a row as the reader has it, or the fault of it.
#[inline]
pub(crate) fn accept(
    slots: &mut Slots,
    at: usize,
    row: &Row,
    value: Result<Option<Slot>, Fault>,
    place: Span,
) {
    if slots.present.contains(at) {
        return slots.find(Finding {
            what: What::Duplicate {
                row: row_number(at),
            },
            at: place,
        });
    }
    match value {
        Ok(Some(slot)) => {
            if let (RowKind::Enumeration(vocabulary), Slot::Integer(number)) = (row.kind, slot)
                && vocabulary.name_of(number).is_none()
            {
                slots.find(Finding {
                    what: What::Number {
                        row: row_number(at),
                    },
                    at: place,
                });
            }
            slots.set(at, slot);
        }
        Ok(None) => {}
        Err(fault) => slots.find(Finding {
            what: What::Refused {
                row: row_number(at),
                fault,
            },
            at: place,
        }),
    }
}

/// A row as findings hold it; tables have at most 256.
pub(crate) fn row_number(row: usize) -> u16 {
    u16::try_from(row).unwrap_or(u16::MAX)
}
