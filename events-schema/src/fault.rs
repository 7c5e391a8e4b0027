//! What is wrong with a model itself: what a declaration could not say, and a loaded model might.

mod dictionary;
mod event;
mod rule;

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::{KeySet, Kind, Literal, Specification, Text};

/// The most rows that a table may have.
const MAX_ROWS: usize = 256;
/// The most rules that an event may have.
const MAX_RULES: usize = 1 << 16;

/// A fault of a model. It prints as its place and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is: `Registration/EventRegistered[a]`, or `dictionary, ThisDN`.
    pub place: String,
    /// What is wrong.
    pub what: Wrong,
}

/// What can be wrong with a model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wrong {
    /// Something has no name.
    Unnamed(&'static str),
    /// A name has a control character in it, or is longer than 1,000 bytes.
    Unprintable(String),
    /// Of what must be told apart, two are called alike.
    Twice(&'static str, String),
    /// Of what is meant wherever it is named, two are called alike and say different things.
    Differ(&'static str, String),
    /// There is nothing where something must be.
    Empty(&'static str),
    /// More than there may be.
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How much.
        count: usize,
        /// How much there may be.
        most: usize,
    },
    /// A mark without a footnote.
    NoFootnote(Text),
    /// A footnote without a mark.
    NoMark,
    /// A footnote whose status and rules do not go together.
    Status {
        /// The status.
        status: &'static str,
        /// Whether it has rules.
        rules: bool,
    },
    /// A footnote that is unread and yet a proposal.
    Proposed,
    /// A rule whose id is not that of its footnote.
    Id {
        /// The id.
        found: Text,
        /// What it must end in.
        expected: String,
    },
    /// An attribute that the table lacks.
    NoAttribute {
        /// The attribute.
        name: Text,
        /// What it was probably meant to be.
        close: Option<String>,
    },
    /// A union is chosen by an attribute whose name is misspelt, as a sentence.
    Mischosen(String),
    /// A footnote waives what it cannot.
    Waives(Text),
    /// A key of what is no list.
    NoList(Text),
    /// A value that the attribute cannot have.
    Value {
        /// The attribute.
        attribute: String,
        /// The value.
        value: String,
        /// What it carries.
        kind: String,
    },
    /// The name or the number of a member that its enumeration has otherwise.
    Member {
        /// The name.
        name: Text,
        /// The number.
        number: i64,
        /// The enumeration.
        vocabulary: Text,
    },
    /// The kind of something contradicts itself or its place.
    Kind(&'static str),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Unnamed(what) => write!(f, "{what} has no name, give it one"),
            Wrong::Unprintable(name) => {
                write!(
                    f,
                    "{name} is no name, choose one of up to 1,000 bytes in one line"
                )
            }
            Wrong::Twice(what, name) => {
                write!(f, "there are two {what} `{name}`, remove or rename one")
            }
            Wrong::Differ(what, name) => write!(
                f,
                "there are two {what} `{name}` and they differ, rename one or make them the same"
            ),
            Wrong::Empty(what) => write!(f, "there is no {what}, write at least one"),
            Wrong::TooMany { what, count, most } => {
                write!(
                    f,
                    "there are {count} {what}, and there may be {most} at most"
                )
            }
            Wrong::NoFootnote(letter) => write!(
                f,
                "footnote `{letter}` is not defined, add it to `footnotes` or remove the mark"
            ),
            Wrong::NoMark => f.write_str(
                "no row bears the mark of this footnote, mark the row or remove the footnote",
            ),
            Wrong::Status {
                status,
                rules: true,
            } => write!(
                f,
                "a footnote that is `{status}` has no rules, remove them or make it `Checked` or `Partly`"
            ),
            Wrong::Status {
                status,
                rules: false,
            } => write!(
                f,
                "a footnote that is `{status}` has rules, write one or make it `Context`, `Remark` or `Unread`"
            ),
            Wrong::Proposed => {
                f.write_str("a footnote that is `Unread` proposes nothing, remove `proposed`")
            }
            Wrong::Id { found, expected } => {
                write!(
                    f,
                    "the id of the rule is `{found}`, make it end in `{expected}`"
                )
            }
            Wrong::NoAttribute { name, close } => {
                write!(f, "the table has no attribute `{name}`")?;
                match close {
                    Some(close) => write!(f, ", did you mean `{close}`?"),
                    None => f.write_str(", add its row or remove what is said of it"),
                }
            }
            Wrong::Mischosen(why) => f.write_str(why),
            Wrong::Waives(name) => write!(
                f,
                "`{name}` cannot be waived: only a footnote that is `Context` waives, once, and only what is Mandatory and not the name of the event"
            ),
            Wrong::NoList(name) => {
                write!(f, "`{name}` is no key-value list, so that it has no keys")
            }
            Wrong::Value {
                attribute,
                value,
                kind,
            } => {
                write!(
                    f,
                    "{value} is no value of `{attribute}`, which carries {kind}"
                )
            }
            Wrong::Member {
                name,
                number,
                vocabulary,
            } => write!(
                f,
                "`{vocabulary}` has no member `{name}` with the number {number}, correct one of them"
            ),
            Wrong::Kind(why) => f.write_str(why),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            self.what.fmt(f)
        } else {
            write!(f, "{}: {}", self.place, self.what)
        }
    }
}

impl std::error::Error for Fault {}

impl Specification {
    /// Everything that is wrong with the model itself, in the order of the model.
    ///
    /// Declared tables have no faults, since the macros refuse them. All that works on models takes that for granted,
    /// so a model that comes from elsewhere is to be looked at first.
    ///
    /// ```
    /// use events_schema::{Attribute, Dictionary, Event, Family, Kind, List, Mark, Cell, Presence, Source, Specification};
    ///
    /// let row = Attribute {
    ///     name: "dock".into(), union: None, kind: Kind::Text, fixed: None, presence: Presence::Optional,
    ///     marks: vec![Mark { letter: "a".into(), cell: Cell::Name }].into(), description: "".into(),
    /// };
    /// let docks = Specification {
    ///     name: "Dock Protocol".into(),
    ///     dictionary: Dictionary::EMPTY,
    ///     families: vec![Family {
    ///         name: "Docks".into(), description: "".into(), source: Source::default(), tag: "kind".into(),
    ///         events: vec![Event {
    ///             name: "DockReported".into(), number: None, description: "".into(),
    ///             attributes: vec![row].into(), footnotes: List::default(),
    ///         }].into(),
    ///     }].into(),
    /// };
    /// assert_eq!(
    ///     docks.faults()[0].to_string(),
    ///     "Docks/DockReported, row dock: footnote `a` is not defined, add it to `footnotes` or remove the mark"
    /// );
    /// ```
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Faults::default();
        faults.dictionary(&self.dictionary);
        let mut families = Once::new("families");
        let mut events = Once::new("events");
        let mut numbers = Once::new("events with the number");
        faults.at("");
        if self.families.is_empty() {
            faults.push(Wrong::Empty("family"));
        }
        for family in self.families.iter() {
            faults.at("");
            faults.name("a family", &family.name);
            faults.once(&mut families, &family.name);
            faults.at(&family.name);
            faults.name("the attribute with an event's name", &family.tag);
            if family.events.is_empty() {
                faults.push(Wrong::Empty("event"));
            }
            for event in family.events.iter() {
                faults.at(&family.name);
                faults.name("an event", &event.name);
                faults.once(&mut events, &event.name);
                if let Some(number) = event.number {
                    faults.once(&mut numbers, &number.to_string());
                }
                faults.event(family, event);
            }
        }
        faults.found
    }
}

/// The faults that were found, and the place that is being looked at.
#[derive(Debug, Default)]
struct Faults<'m> {
    place: String,
    found: Vec<Fault>,
    /// The enumerations and unions by name: each is one type.
    types: HashMap<&'m str, &'m Kind>,
    key_sets: HashMap<&'m str, &'m KeySet>,
    /// The names of those of which there are two.
    differing: HashSet<&'m str>,
}

/// Names of which each may be there once.
struct Once {
    what: &'static str,
    seen: HashSet<String>,
}

impl Once {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            seen: HashSet::new(),
        }
    }
}

impl<'m> Faults<'m> {
    fn at(&mut self, place: &str) {
        place.clone_into(&mut self.place);
    }

    fn push(&mut self, what: Wrong) {
        let place = self.place.clone();
        self.found.push(Fault { place, what });
    }

    fn name(&mut self, what: &'static str, name: &str) {
        if name.trim().is_empty() {
            self.push(Wrong::Unnamed(what));
        } else if name.len() > 1000 || name.chars().any(char::is_control) {
            let short: String = name.chars().take(40).collect();
            self.push(Wrong::Unprintable(format!("{short:?}")));
        }
    }

    fn once(&mut self, once: &mut Once, name: &str) {
        if !once.seen.insert(name.to_owned()) {
            self.push(Wrong::Twice(once.what, name.to_owned()));
        }
    }

    /// One name is one enumeration or union, wherever it stands.
    fn one_type(&mut self, name: &'m str, kind: &'m Kind) {
        let first = *self.types.entry(name).or_insert(kind);
        if first != kind && self.differing.insert(name) {
            let what = match (first, kind) {
                (Kind::Enumeration(_), Kind::Enumeration(_)) => "enumerations",
                (Kind::Union(_), Kind::Union(_)) => "unions",
                _ => "enumerations or unions",
            };
            self.push(Wrong::Differ(what, name.to_owned()));
        }
    }

    /// One name is one key set.
    fn one_key_set(&mut self, set: &'m KeySet) {
        let first = *self.key_sets.entry(&set.name).or_insert(set);
        if first != set && self.differing.insert(&set.name) {
            self.push(Wrong::Differ("key sets", set.name.to_string()));
        }
    }

    /// Whether a value can be one of a kind.
    fn value(&mut self, attribute: &str, kind: &Kind, value: &Literal) {
        let fits = match (kind, value) {
            (Kind::Enumeration(vocabulary), Literal::Member { name, number }) => {
                if !vocabulary
                    .members
                    .iter()
                    .any(|member| member.name == *name && member.number == *number)
                {
                    self.push(Wrong::Member {
                        name: name.clone(),
                        number: *number,
                        vocabulary: vocabulary.name.clone(),
                    });
                }
                return;
            }
            // What a message says of these is a number, a moment or a list, however it is spelled.
            (_, Literal::Member { .. })
            | (Kind::List | Kind::Union(_) | Kind::Time, _)
            | (Kind::Enumeration(_) | Kind::Hex { .. }, Literal::Text(_)) => false,
            (kind, value) => kind.admits(value.datum()),
        };
        if !fits {
            self.push(Wrong::Value {
                attribute: attribute.to_owned(),
                value: value.to_string(),
                kind: kind.name(),
            });
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests;
