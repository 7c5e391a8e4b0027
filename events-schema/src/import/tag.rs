//! Which row holds the event's name, told by the values that tables fix.

use super::document::Place;
use super::ledger::{Aside, Ledger, Reason};
use super::name;
use super::source;
use crate::{Family, Kind, Text};

/// A row that is fixed to the name of its event.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The number of the document.
    pub(super) document: usize,
    pub(super) event: String,
    pub(super) row: Text,
    pub(super) place: Place,
    /// What the row carries if it is no tag.
    pub(super) kind: Kind,
}

/// Makes the row that is fixed to the event's name in all tables of a family the tag; others become rows with a fixed
/// value, and are open.
pub(super) fn settle(families: &mut [Family], named: &[Named], ledgers: &mut [Ledger]) {
    for family in families {
        let is_named = |event: &str, row: &str| {
            let mut named = named.iter();
            named.any(|named| named.event == event && named.row == row)
        };
        let has_tag = family.events.iter().any(|event| {
            let mut rows = event.attributes.iter();
            rows.any(|row| row.kind == Kind::Event && !is_named(&event.name, &row.name))
        });
        let of_all = |row: &str| {
            let mut events = family.events.iter();
            events.all(|event| is_named(&event.name, row))
        };
        let of_family = |named: &&Named| family.event(&named.event).is_some();
        let mut rows = named.iter().filter(of_family).map(|named| &named.row);
        let tag = rows.find(|row| !has_tag && of_all(row)).cloned();
        for named in named {
            let mut events = family.events.to_mut().iter_mut();
            let Some(event) = events.find(|event| event.name == named.event) else {
                continue;
            };
            let ledger = &mut ledgers[named.document];
            if tag.as_ref() == Some(&named.row) {
                ledger.aside(named.place, &named.event, &named.row, Aside::Tag);
                continue;
            }
            let mut rows = event.attributes.to_mut().iter_mut();
            if let Some(row) = rows.find(|row| row.name == named.row) {
                row.fixed = name::value(&named.kind, &named.event);
                row.kind = named.kind.clone();
            }
            ledger.open_entry(named.place, &named.event, &named.row, Reason::PerhapsTag);
        }
        let first = family.events.first();
        let own = || first.map(|event| Text::from(source::tag(event)));
        if let Some(tag) = tag.or_else(own) {
            family.tag = tag;
        }
    }
    for ledger in ledgers {
        ledger.sort();
    }
}
