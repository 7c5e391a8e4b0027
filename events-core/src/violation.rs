//! The sentences of a report.

mod cited;
mod help;
mod note;

use std::borrow::Cow;
use std::fmt;

use events_schema::{Datum, Event, Fact, Facts, Kind};

pub use self::cited::Cited;
pub(crate) use self::help::one_of_many;
pub use self::note::Note;

use crate::table::Settled;

/// Something that is wrong with a message.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Violation {
    /// A Mandatory attribute is absent.
    Missing {
        /// The attribute.
        attribute: Cow<'static, str>,
    },
    /// A Mandatory attribute is absent that logs do not bear, and the typed message needs it.
    Unlogged {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// A call that gives it to the reader.
        call: String,
    },
    /// A value is of another type than its attribute.
    WrongType {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// What the attribute carries, in words.
        expected: String,
        /// The value, as the message has it.
        found: String,
        /// What would mend it, where that is known.
        help: Option<Cow<'static, str>>,
    },
    /// A number lies outside the range of its attribute.
    OutOfRange {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// What the attribute carries, in words.
        expected: String,
        /// The value, as the message has it.
        found: String,
        /// What would mend it, where that is known.
        help: Option<Cow<'static, str>>,
    },
    /// A name is none of its enumeration.
    UnknownMember {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// The enumeration.
        vocabulary: Cow<'static, str>,
        /// The name, as the message has it.
        found: String,
        /// The member whose name is close, if one is.
        similar: Option<Cow<'static, str>>,
        /// Its members, where they are at most eight.
        members: Vec<Cow<'static, str>>,
        /// How many members it has.
        count: usize,
    },
    /// A value is not the one that the table fixes.
    WrongFixed {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// The value that the table fixes.
        expected: String,
        /// The value, as the message has it.
        found: String,
    },
    /// An attribute stands in the message more than once; the first value counts.
    Duplicate {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// The second value, as the message has it.
        found: String,
    },
    /// Two attributes name the event, and not the same one; the first counts.
    OtherName {
        /// The event's name.
        name: String,
        /// The other one, as the message has it.
        found: String,
    },
    /// A union holds another member than the one that another attribute chooses.
    WrongMember {
        /// The attribute that is a union.
        attribute: Cow<'static, str>,
        /// The member that it holds; `None` when it holds a bare number.
        found: Option<Cow<'static, str>>,
        /// The member that it should hold; `None` when it should hold a bare number.
        expected: Option<Cow<'static, str>>,
        /// The attribute that chooses the member, and its value.
        chosen_by: Fact,
    },
    /// A rule of a footnote is broken.
    Broken {
        /// The rule and its footnote.
        rule: Cited,
    },
    /// A log says that a list was larger than what is there.
    Lost {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// How many the log says there are.
        said: u32,
        /// How many there are.
        found: u32,
        /// Of what.
        unit: Unit,
    },
    /// Attributes in a log belong to no message.
    Stray {
        /// The message that ended just before, in the midst of its attributes.
        behind: Option<Header>,
    },
    /// Part of the message cannot be read; the rest was.
    Damaged {
        /// What is wrong with it.
        reason: &'static str,
        /// The part, as the message has it.
        found: String,
    },
    /// The message cannot be read.
    Malformed {
        /// Why not.
        reason: Cow<'static, str>,
        /// Where reading ended, as the message has it.
        found: String,
    },
    /// The message is of another event than the one asked for.
    WrongEvent {
        /// The events that were asked for.
        expected: String,
        /// The event's name, as the message has it.
        found: String,
    },
}

/// A message of a log, by its header.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// The name of the event.
    pub name: String,
    /// The line, counted from 1.
    pub line: u64,
}

/// What a log counts of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Its pairs.
    Pairs,
    /// The bytes of its packed form.
    Bytes,
}

impl Violation {
    /// What is wrong with a union that holds another member than the one that is chosen.
    pub(crate) fn disagreement(
        event: &'static Event,
        row: usize,
        facts: &dyn Facts,
    ) -> Option<Self> {
        let attribute = event.attributes.get(row)?;
        let Kind::Union(union) = &attribute.kind else {
            return None;
        };
        let selector = event.position(&union.selector)?;
        let value = facts.fact(selector)?;
        let found = match facts.fact(row)? {
            Datum::Union(name, _) => union.member(name).map(|member| member.name.clone()),
            _ => None,
        };
        Some(Violation::WrongMember {
            attribute: Cow::Borrowed(&attribute.name),
            found,
            expected: union.chosen(value).map(|member| member.name.clone()),
            chosen_by: Fact {
                term: union.selector.to_string(),
                value: Some(event.attributes[selector].kind.show(value)),
                unreadable: false,
            },
        })
    }

    /// What is wrong with a member that an event cannot hold, since the table fixes what chooses another; or with a bare
    /// number in its place.
    pub(crate) fn stray_member(event: &'static Event, settled: &Settled, found: &str) -> Self {
        let Settled {
            name,
            union,
            row,
            selector,
        } = settled;
        let expected = event.attributes[*row].name.strip_prefix(name);
        let expected = expected.and_then(|rest| rest.strip_prefix('.'));
        let fixed = event.attributes[*selector].fixed.as_ref();
        Violation::WrongMember {
            attribute: Cow::Borrowed(name),
            found: union.member(found).map(|member| member.name.clone()),
            expected: expected.map(Cow::Borrowed),
            chosen_by: Fact {
                term: union.selector.to_string(),
                value: fixed.map(ToString::to_string),
                unreadable: false,
            },
        }
    }

    /// The attribute that the violation is about, if it is about one.
    #[must_use]
    pub fn attribute(&self) -> Option<&str> {
        match self {
            Violation::Missing { attribute }
            | Violation::Unlogged { attribute, .. }
            | Violation::WrongType { attribute, .. }
            | Violation::OutOfRange { attribute, .. }
            | Violation::UnknownMember { attribute, .. }
            | Violation::WrongFixed { attribute, .. }
            | Violation::WrongMember { attribute, .. }
            | Violation::Duplicate { attribute, .. }
            | Violation::Lost { attribute, .. } => Some(attribute),
            Violation::Broken { .. }
            | Violation::OtherName { .. }
            | Violation::Stray { .. }
            | Violation::Damaged { .. }
            | Violation::Malformed { .. }
            | Violation::WrongEvent { .. } => None,
        }
    }

    /// What the violation is called: the same word for each of its kind, or the id of the rule.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Violation::Missing { .. } => "missing",
            Violation::Unlogged { .. } => "unlogged",
            Violation::WrongType { .. } => "wrong-type",
            Violation::OutOfRange { .. } => "out-of-range",
            Violation::UnknownMember { .. } => "unknown-member",
            Violation::WrongFixed { .. } => "wrong-fixed",
            Violation::WrongMember { .. } => "wrong-member",
            Violation::Duplicate { .. } => "duplicate",
            Violation::Broken { rule } => &rule.id,
            Violation::Lost { .. } => "lost",
            Violation::OtherName { .. } => "other-name",
            Violation::Stray { .. } => "stray",
            Violation::Damaged { .. } => "damaged",
            Violation::Malformed { .. } => "malformed",
            Violation::WrongEvent { .. } => "wrong-event",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Violation::Missing { attribute } => write!(f, "{attribute}: mandatory, but absent"),
            Violation::Unlogged { attribute, call } => write!(
                f,
                "{attribute}: mandatory, but absent, since logs do not bear it, give it to the reader by `{call}`"
            ),
            Violation::WrongType {
                attribute,
                expected,
                found,
                ..
            } => write!(f, "{attribute}: expected {expected}, found `{found}`"),
            Violation::OutOfRange {
                attribute,
                expected,
                found,
                ..
            } => write!(
                f,
                "{attribute}: `{found}` is out of range, expected {expected}"
            ),
            Violation::UnknownMember {
                attribute,
                vocabulary,
                found,
                ..
            } => write!(f, "{attribute}: `{found}` is no value of {vocabulary}"),
            Violation::WrongFixed {
                attribute,
                expected,
                found,
            } => write!(
                f,
                "{attribute}: always {expected} in this event, found `{found}`"
            ),
            Violation::WrongMember {
                attribute,
                found,
                expected,
                chosen_by,
            } => {
                let said = |member: &Option<Cow<'static, str>>| match member {
                    Some(member) => member.to_string(),
                    None => "a bare number".to_owned(),
                };
                let (found, expected) = (said(found), said(expected));
                write!(
                    f,
                    "{attribute}: expected {expected} because {chosen_by}, found {found}"
                )
            }
            Violation::Duplicate { attribute, found } => {
                write!(f, "{attribute}: given again, as `{found}`")
            }
            Violation::Broken { rule } => {
                write!(f, "{}: {}", rule.id, rule.words)?;
                if !rule.facts.is_empty() {
                    f.write_str(", broken")?;
                    rule.because(f)?;
                }
                Ok(())
            }
            Violation::Lost {
                attribute,
                said,
                found,
                unit,
            } => {
                let unit = match (unit, said) {
                    (Unit::Pairs, 1) => "pair",
                    (Unit::Pairs, _) => "pairs",
                    (Unit::Bytes, 1) => "byte",
                    (Unit::Bytes, _) => "bytes",
                };
                write!(
                    f,
                    "{attribute}: the list is announced with {said} {unit}, but has {found}"
                )
            }
            Violation::OtherName { name, found } => {
                write!(f, "the event is named twice, as `{name}` and as `{found}`")
            }
            Violation::Stray { behind } => {
                f.write_str("attributes that belong to no message")?;
                match behind {
                    Some(Header { name, line }) => {
                        write!(f, ": `{name}` of line {line} was interrupted before them")
                    }
                    None => Ok(()),
                }
            }
            Violation::Damaged { reason, found } => write!(f, "{reason}: `{found}`"),
            Violation::Malformed { reason, found } if found.is_empty() => f.write_str(reason),
            Violation::Malformed { reason, found } => write!(f, "{reason}, at `{found}`"),
            Violation::WrongEvent { expected, found } if found.is_empty() => {
                write!(f, "expected {expected}, found a message without a name")
            }
            Violation::WrongEvent { expected, found } => {
                write!(f, "expected {expected}, found `{found}`")
            }
        }
    }
}
