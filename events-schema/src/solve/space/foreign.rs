//! What another version of an event makes of its rows.

use super::super::value::Sort;
use super::Place;
use super::draft::Draft;
use crate::{Clause, Event, Kind};

/// What another version makes of the rows of an event.
#[derive(Default)]
pub(in super::super) struct Foreign<'a> {
    /// What the other version demands, with the names that rows have in this one.
    pub(in super::super) clauses: Vec<&'a Clause>,
    /// The rows that carry something else there, with what that is.
    pub(in super::super) kinds: Vec<(usize, &'a Kind)>,
}

impl<'a> Foreign<'a> {
    /// Notes for each variable what it carries in the other version, where that is something else.
    pub(super) fn note(&self, event: &Event, drafts: &mut [Draft<'a>]) {
        for (row, foreign) in &self.kinds {
            if event.attributes[*row].kind == **foreign {
                continue;
            }
            drafts[*row].foreign = Some(foreign);
            let Kind::Union(other) = foreign else {
                continue;
            };
            for draft in &mut *drafts {
                let Place::Member { union, name } = &draft.place else {
                    continue;
                };
                let Sort::Attribute(kind, _) = &draft.sort else {
                    continue;
                };
                if *union == *row
                    && let Some(member) = other.member(name)
                    && **kind != member.kind
                {
                    draft.foreign = Some(&member.kind);
                }
            }
        }
    }
}
