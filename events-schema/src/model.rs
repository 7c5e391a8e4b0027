//! The model of a specification: what its tables, footnotes and enumerations say, as values.
//!
//! Every type can be built in a constant, which is how the tables of declared events come about, and at run time,
//! which is how a saved model is loaded. Nothing tells the two apart.

use std::borrow::Cow;
use std::fmt;

use crate::{Dictionary, Kind, Rule};

/// A text of the model.
pub type Text = Cow<'static, str>;

/// A list of the model, in the order of the document.
pub type List<T> = Cow<'static, [T]>;

/// A specification: its dictionary and its families.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Specification {
    /// What the specification is called.
    pub name: Text,
    /// What its attribute names mean.
    pub dictionary: Dictionary,
    /// Its families, in the order of the document.
    pub families: List<Family>,
}

/// Events that a specification documents together.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Family {
    /// The family's name, such as `Registration`.
    pub name: Text,
    /// What the family is about, in one sentence.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
    /// Where its tables stand.
    pub source: Source,
    /// The attribute that holds an event's name: `Event` unless the document calls it otherwise.
    pub tag: Text,
    /// Its events, in the order of the document.
    pub events: List<Event>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Source {
    /// The document's title.
    pub document: Text,
    /// The section in it; empty for the whole document.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub section: Text,
    /// The edition, as the document bears it: a date or a number; empty when it has none.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub edition: Text,
}

impl fmt::Display for Source {
    /// Writes the parts that are there with commas between them, such as `Events Reference, Registration, edition 7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for (before, part) in [
            ("", &self.document),
            ("", &self.section),
            ("edition ", &self.edition),
        ] {
            if !part.is_empty() {
                write!(f, "{comma}{before}{part}")?;
                comma = ", ";
            }
        }
        Ok(())
    }
}

/// An event: its table and its footnotes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Event {
    /// The event's name, as documented.
    pub name: Text,
    /// Its number, where the specification numbers its events.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<i64>,
    /// What the event says, in a sentence or two.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
    /// The rows of its table, in the order of the document.
    pub attributes: List<Attribute>,
    /// The footnotes of its table, in their order.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub footnotes: List<Footnote>,
}

/// A row of an event's table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Attribute {
    /// The attribute's name, as documented: `ThisDN`, or `InfoStatus.AddressType` for a member of a union.
    pub name: Text,
    /// The union that the attribute is a member of: `InfoStatus` for `InfoStatus.AddressType`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub union: Option<Text>,
    /// What the attribute carries.
    pub kind: Kind,
    /// The value that the row fixes, as in `InfoType=AddressInfoAddressType`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub fixed: Option<Literal>,
    /// Whether the attribute is always there.
    pub presence: Presence,
    /// The footnotes that the row refers to.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub marks: List<Mark>,
    /// What the row says beyond the dictionary; mostly empty.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
}

/// A reference from a row to a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Mark {
    /// The footnote's letter.
    pub letter: Text,
    /// The cell that bears the letter.
    pub cell: Cell,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Cell {
    /// The cell with the attribute's name.
    Name,
    /// The cell with its presence.
    Presence,
}

/// Whether a document says that an attribute is always there. A condition is a rule, not a presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Presence {
    /// In each message.
    Mandatory,
    /// In some messages.
    Optional,
}

/// A value that a table or a rule names.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Literal {
    /// A text.
    Text(Text),
    /// A whole number.
    Integer(i128),
    /// A number with a fraction.
    Real(f64),
    /// True or false.
    Boolean(bool),
    /// A member of an enumeration.
    Member {
        /// Its name, as documented.
        name: Text,
        /// Its number.
        number: i64,
    },
}

/// A footnote of a table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Footnote {
    /// The letter that rows refer to.
    pub letter: Text,
    /// What the footnote says.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub text: Text,
    /// How much of it a message shows.
    pub status: Status,
    /// Whether status and rules are a proposal: nobody has held them against the document yet.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub proposed: bool,
    /// What it demands of a message.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub rules: List<Rule>,
    /// The Mandatory attributes that may be absent in circumstances that the message does not tell.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub waives: List<Text>,
}

/// How much of a footnote can be told from a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Status {
    /// All of it: the rules say everything that a message can show.
    Checked,
    /// Part of it: the rest depends on what is not in the message.
    Partly,
    /// Nothing: it depends wholly on what is not in the message.
    Context,
    /// Nothing, since it constrains nothing.
    Remark,
    /// Not known: the text is not at hand.
    Unread,
}

impl Status {
    /// All statuses, in the order of how much they promise.
    pub const ALL: [Status; 5] = [
        Status::Checked,
        Status::Partly,
        Status::Context,
        Status::Remark,
        Status::Unread,
    ];

    /// The status as declarations spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Checked => "checked",
            Status::Partly => "partly",
            Status::Context => "context",
            Status::Remark => "remark",
            Status::Unread => "unread",
        }
    }
}

impl Footnote {
    /// The status as declarations spell it: `partly`, or `proposed partly`.
    pub(crate) fn spelled_status(&self) -> String {
        let proposed = if self.proposed { "proposed " } else { "" };
        format!("{proposed}{}", self.status.as_str())
    }
}

impl Event {
    /// The row of an attribute.
    #[must_use]
    pub fn position(&self, attribute: &str) -> Option<usize> {
        self.attributes.iter().position(|row| row.name == attribute)
    }

    /// The row of an attribute, by its name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|row| row.name == name)
    }

    /// The footnote with this letter.
    #[must_use]
    pub fn footnote(&self, letter: &str) -> Option<&Footnote> {
        self.footnotes.iter().find(|note| note.letter == letter)
    }

    /// All rules of the event with their footnotes, in the order of the document.
    pub fn rules(&self) -> impl Iterator<Item = (&Footnote, &Rule)> {
        self.footnotes
            .iter()
            .flat_map(|note| note.rules.iter().map(move |rule| (note, rule)))
    }

    /// The footnote that waives an attribute's Mandatory, if one does.
    #[must_use]
    pub fn waiver(&self, attribute: &str) -> Option<&Footnote> {
        self.footnotes
            .iter()
            .find(|note| note.waives.iter().any(|name| name == attribute))
    }
}

impl Family {
    /// The event of a name.
    #[must_use]
    pub fn event(&self, name: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.name == name)
    }
}

/// The event at a place of a family that is a constant.
///
/// # Panics
///
/// When the family was built at run time or has no such event: in a constant, that is a compile error.
#[must_use]
pub const fn event_of(family: &'static Family, at: usize) -> &'static Event {
    match &family.events {
        Cow::Borrowed(events) => &events[at],
        Cow::Owned(_) => panic!("not a constant family"),
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests;
