//! The space of messages as another version reads them.

use super::super::formula::Values;
use super::super::reading::{Reading, differs, read};
use super::super::value::Value;
use super::foreign::Foreign;
use super::{Place, Space};
use crate::{Event, Kind};

/// A space as another version reads it: of the same variables, each value the one that is read.
pub(in super::super) struct Seen<'a> {
    pub(in super::super) space: Space<'a>,
    /// For each variable, the values that are read as others.
    pub(in super::super) differ: Vec<Values>,
}

impl<'a> Space<'a> {
    pub(in super::super) fn seen(&self, event: &Event, foreign: &Foreign<'a>) -> Seen<'a> {
        let mut space = self.clone();
        let count = space.variables.len();
        let mut differ = vec![0; count];
        for (at, variable) in space.variables.iter_mut().enumerate() {
            let lost = is_lost(&variable.place, event, foreign);
            let kinds = self.foreign[at];
            if kinds.is_some() {
                variable.unread = 0;
            }
            for (bit, value) in (1..).zip(&mut variable.values) {
                let reading = match kinds {
                    _ if lost => Reading::Refused,
                    Some((kind, other)) => {
                        let reading = read(value, kind, other);
                        differ[at] |= Values::from(differs(value, kind, &reading, other)) << bit;
                        reading
                    }
                    None => continue,
                };
                match reading {
                    Reading::Value(read) => *value = read,
                    Reading::Absent | Reading::Refused => {
                        let refused = Values::from(reading == Reading::Refused);
                        variable.refused |= refused << bit;
                        variable.unread |= 1 << bit;
                        *value = Value::Null;
                    }
                }
            }
        }
        Seen { space, differ }
    }
}

/// Whether a variable is a member of a union that the other version lacks.
fn is_lost(place: &Place, event: &Event, foreign: &Foreign<'_>) -> bool {
    let Place::Member { union, name } = place else {
        return false;
    };
    let other = foreign.kinds.iter().find(|(row, _)| row == union);
    match other {
        Some((_, Kind::Union(other))) => other.member(name).is_none(),
        Some((_, kind)) => **kind != event.attributes[*union].kind,
        None => false,
    }
}
