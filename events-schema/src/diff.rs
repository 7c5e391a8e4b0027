//! What changed between two versions of a specification, and for whom it matters, with a message as proof.
//!
//! A change *breaks producers* when a message that was valid before is not valid after: who goes on writing it is
//! refused, or understood otherwise. It *breaks consumers* when a message that is valid after was not valid before: who goes on reading by the
//! old version refuses it. The solver finds these messages; where it finds none, there is none.
//!
//! As for readers, attributes and events that a version lacks are no mistake of a message: an attribute or an event that
//! is added breaks nobody as such. Descriptions, examples, and what dictionaries say of logs are not compared.
//!
//! ```
//! use events_schema::diff::{Effect, Specifications, diff};
//! # use events_schema::{Attribute, Dictionary, Event, Family, Kind, List, Presence, Source, Specification, Text};
//! # let row = |name: &'static str, kind, presence| Attribute {
//! #     name: name.into(), union: None, kind, fixed: None, presence,
//! #     marks: List::default(), description: Text::default(),
//! # };
//! # let docks = |rows: Vec<Attribute>| Specification {
//! #     name: "Docks".into(),
//! #     dictionary: Dictionary::EMPTY,
//! #     families: vec![Family {
//! #         name: "Docks".into(), description: Text::default(), source: Source::default(), tag: "kind".into(),
//! #         events: vec![Event {
//! #             name: "DockReported".into(), number: None, description: Text::default(),
//! #             attributes: rows.into(), footnotes: List::default(),
//! #         }].into(),
//! #     }].into(),
//! # };
//!
//! // Two versions of a table whose second one demands `Dock`.
//! let before = docks(vec![row("Dock", Kind::integer(1, 99), Presence::Optional)]);
//! let after = docks(vec![row("Dock", Kind::integer(1, 99), Presence::Mandatory)]);
//!
//! let changes = diff(Specifications { before: &before, after: &after });
//! assert_eq!(changes[0].what.to_string(), "`Dock` is Mandatory, was Optional");
//! let Effect::Breaks(message) = &changes[0].producers else { panic!() };
//! assert_eq!(message.to_string(), "");
//! assert_eq!(changes[0].consumers, Effect::None);
//! ```

mod event;
mod kind;
mod matching;
mod rows;
mod rules;
mod sight;
mod what;

use std::fmt;

use crate::solve::{Message, SolveError, Solver};
use crate::{Event, Family, Specification, Text};

pub use what::{How, What};

use matching::{Pair, pairs};

/// Two versions of a specification.
#[derive(Debug, Clone, Copy)]
pub struct Specifications<'s> {
    /// The one from before.
    pub before: &'s Specification,
    /// The one from after.
    pub after: &'s Specification,
}

/// Something that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The event before; none when it is added.
    pub before: Option<Name>,
    /// The event after; none when it is removed.
    pub after: Option<Name>,
    /// What changed.
    pub what: What,
    /// What it does to those who write messages of the version from before.
    pub producers: Effect,
    /// What it does to those who read messages of the version from after by the one from before.
    pub consumers: Effect,
}

/// The name of an event with that of its family. It prints as `Registration/EventRegistered`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The family.
    pub family: Text,
    /// The event; empty when it is the family that changed.
    pub event: Text,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.family)?;
        if !self.event.is_empty() {
            write!(f, "/{}", self.event)?;
        }
        Ok(())
    }
}

/// What a change does to somebody.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Effect {
    /// Nothing.
    #[default]
    None,
    /// This message is valid in their version, and not in the other.
    Breaks(Message),
    /// This message is valid in both versions and says something else.
    Misread(Message),
    /// This message is valid in their version, and the other does not know its event any more, or not yet: who reads
    /// by that version passes it over.
    Unknown(Message),
    /// It cannot be told, since the rules are beyond the solver.
    Untold,
}

impl Effect {
    /// The message that proves a break.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match self {
            Effect::None | Effect::Untold => None,
            Effect::Breaks(message) | Effect::Misread(message) | Effect::Unknown(message) => {
                Some(message)
            }
        }
    }
}

impl Change {
    /// The name of what changed, as it is after; as before when it is gone.
    #[must_use]
    pub fn name(&self) -> Option<&Name> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Whether it breaks anybody, or may.
    #[must_use]
    pub fn is_break(&self) -> bool {
        self.producers != Effect::None || self.consumers != Effect::None
    }
}

/// What changed between two versions, in the order of the families and events after, what was removed behind.
///
/// Where the rules of an event are beyond the solver, a change says so: [`What::Unsolved`].
#[must_use]
pub fn diff(versions: Specifications<'_>) -> Vec<Change> {
    let Specifications { before, after } = versions;
    let mut changes = Vec::new();
    for pair in pairs(&before.families, &after.families, matching::family) {
        match pair {
            Pair::Both(old, new) => compare_families(old, new, &mut changes),
            Pair::Before(old) => changes.push(of_family(Some(old), None, What::FamilyRemoved)),
            Pair::After(new) => changes.push(of_family(None, Some(new), What::FamilyAdded)),
        }
    }
    let (old, new) = (events(before), events(after));
    for pair in pairs(&old, &new, matching::event) {
        match pair {
            Pair::Both(old, new) => {
                let start = changes.len();
                if let Err(error) = event::compare(versions, *old, *new, &mut changes) {
                    changes.truncate(start);
                    changes.push(unsolved(Some(name(*old)), Some(name(*new)), &error));
                }
            }
            Pair::Before(old) => changes.push(match smallest(old.1) {
                Ok(message) => Change {
                    before: Some(name(*old)),
                    after: None,
                    what: What::EventRemoved,
                    producers: event::heard(message, after, |event| event.name == old.1.name),
                    consumers: Effect::None,
                },
                Err(error) => unsolved(Some(name(*old)), None, &error),
            }),
            Pair::After(new) => changes.push(Change {
                before: None,
                after: Some(name(*new)),
                what: What::EventAdded,
                producers: Effect::None,
                consumers: Effect::None,
            }),
        }
    }
    changes
}

fn unsolved(before: Option<Name>, after: Option<Name>, error: &SolveError) -> Change {
    Change {
        before,
        after,
        what: What::Unsolved {
            reason: error.to_string(),
        },
        producers: Effect::Untold,
        consumers: Effect::Untold,
    }
}

/// An event and its family.
type Place<'s> = (&'s Family, &'s Event);

fn events(specification: &Specification) -> Vec<Place<'_>> {
    let families = specification.families.iter();
    families
        .flat_map(|family| family.events.iter().map(move |event| (family, event)))
        .collect()
}

fn name((family, event): Place<'_>) -> Name {
    Name {
        family: family.name.clone(),
        event: event.name.clone(),
    }
}

fn smallest(event: &Event) -> Result<Option<Message>, SolveError> {
    Solver::new(event)?.satisfy()
}

fn of_family(old: Option<&Family>, new: Option<&Family>, what: What) -> Change {
    let name = |family: &Family| Name {
        family: family.name.clone(),
        event: Text::default(),
    };
    Change {
        before: old.map(name),
        after: new.map(name),
        what,
        producers: Effect::None,
        consumers: Effect::None,
    }
}

fn compare_families(old: &Family, new: &Family, changes: &mut Vec<Change>) {
    let mut change = |what| changes.push(of_family(Some(old), Some(new), what));
    if old.name != new.name {
        let before = old.name.clone();
        change(What::FamilyRenamed { before });
    }
    if old.source != new.source {
        let (before, after) = (old.source.to_string(), new.source.to_string());
        change(What::Source { before, after });
    }
}

#[cfg(test)]
mod tests;
