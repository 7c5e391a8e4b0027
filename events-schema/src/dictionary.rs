//! What names mean and values are: the dictionary of a specification, its key sets and its enumerations.

use std::borrow::Cow;

use crate::{List, Text, Union};

/// What each attribute name of a specification means and carries, said once.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Dictionary {
    /// The specification that the names belong to.
    pub name: Text,
    /// The attributes.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub definitions: List<Definition>,
    /// The key sets that lists may follow.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub key_sets: List<KeySet>,
    /// The enumeration of all messages that the specification names, declared or not, where it has one.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub messages: Option<Cow<'static, Vocabulary>>,
}

impl Dictionary {
    /// A dictionary without entries.
    pub const EMPTY: Dictionary = Dictionary {
        name: Cow::Borrowed(""),
        definitions: Cow::Borrowed(&[]),
        key_sets: Cow::Borrowed(&[]),
        messages: None,
    };

    /// The definition of a name, as documented.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Definition> {
        self.definitions
            .iter()
            .find(|definition| definition.name == name)
    }
}

/// The definition of one attribute name.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Definition {
    /// The name, as the tables spell it.
    pub name: Text,
    /// What it means.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
    /// What it carries.
    pub kind: Kind,
    /// Its number, where the specification numbers its attributes.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub number: Option<i64>,
    /// The names under which logs write it, one for each part of it; empty when logs do not bear it.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub log: List<Text>,
    /// Other spellings that messages use.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub aliases: List<Text>,
    /// Values that look real, as a message writes them; of a key-value list, a pair such as `Group=Sales`.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "<[_]>::is_empty")
    )]
    pub examples: List<Text>,
    /// Whether the specification calls it obsolete.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub obsolete: bool,
    /// Whether it is a fact of the message's transport, which messages bear and no table has.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    pub transport: bool,
}

/// Keys that a key-value list may hold. The set is open: other keys are no mistake.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct KeySet {
    /// What the set is called.
    pub name: Text,
    /// What it says.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
    /// Its keys.
    pub keys: List<Key>,
}

impl KeySet {
    /// The key of the set that a name in a list spells, if the set has it.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.spells(name))
    }

    /// The bytes that its keys begin with.
    #[inline]
    pub(crate) fn beginnings(&self) -> Beginnings {
        let bits = self.keys.iter().map(|key| match key.name.as_bytes() {
            [] => 0,
            // A number stands for any digit; it is no matter that more bytes are let through.
            [b'%', ..] => u64::MAX,
            [first, ..] => Beginnings::bit(*first),
        });
        Beginnings(bits.fold(0, |all, bit| all | bit))
    }
}

/// A set of bytes that keys begin with, and of those that share a bit with one: most names are told from all keys of a
/// set by their first byte.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beginnings(u64);

impl Beginnings {
    #[inline]
    fn bit(byte: u8) -> u64 {
        1 << (byte % 64)
    }

    #[inline]
    pub(crate) fn may_have(self, byte: u8) -> bool {
        self.0 & Self::bit(byte) != 0
    }
}

/// A key of a [`KeySet`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Key {
    /// The key; `%d` in it stands for a number, as in `conn-%d`.
    pub name: Text,
    /// What its value may be; any of these.
    pub kinds: List<Kind>,
    /// What it means.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
}

impl Key {
    /// Whether `name` is this key, or one of the keys that a `%d` in it stands for.
    #[must_use]
    pub fn spells(&self, name: &str) -> bool {
        let (mut key, mut name) = (self.name.as_bytes(), name.as_bytes());
        while let ([first, key_after @ ..], [other, name_after @ ..]) = (key, name)
            && first == other
        {
            (key, name) = (key_after, name_after);
        }
        match (key, name) {
            ([b'%', b'd', after @ ..], rest) => rest
                .strip_suffix(after)
                .is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)),
            ([], []) => !self.name.contains("%d"),
            _ => false,
        }
    }
}

/// What an attribute carries.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Kind {
    /// The name of the event, or its number.
    Event,
    /// A text.
    Text,
    /// True or false.
    Boolean,
    /// A whole number.
    Integer {
        /// The smallest.
        min: i128,
        /// The largest.
        max: i128,
        /// The number that stands for absence, where there is one.
        #[cfg_attr(
            feature = "serde",
            serde(default, skip_serializing_if = "Option::is_none")
        )]
        none: Option<i128>,
    },
    /// A number of up to 64 bits that is written with a fixed count of hexadecimal digits.
    Hex {
        /// How many digits, 1 to 16.
        digits: u8,
    },
    /// A number with a fraction.
    Real,
    /// A value of an enumeration.
    Enumeration(Cow<'static, Vocabulary>),
    /// A moment.
    Time,
    /// A key-value list.
    List,
    /// One of several values, chosen by another attribute.
    Union(Cow<'static, Union>),
}

impl Kind {
    /// A whole number between two bounds, both included.
    #[must_use]
    pub const fn integer(min: i128, max: i128) -> Self {
        Kind::Integer {
            min,
            max,
            none: None,
        }
    }
}

/// An enumeration of the specification.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Vocabulary {
    /// Its name, as documented.
    pub name: Text,
    /// What it lists.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
    /// Whether messages may bear a member's number. Where they may not, numbers only tell members apart.
    pub numbered: bool,
    /// Its members, in the order of the document. Two of them may share a number; the first is its spelling.
    pub members: List<Member>,
}

impl Vocabulary {
    /// The documented name of a number.
    #[inline]
    #[must_use]
    pub fn name_of(&self, number: i64) -> Option<&str> {
        self.members
            .iter()
            .find(|member| member.number == number)
            .map(|member| &*member.name)
    }

    /// The number of a documented name.
    #[must_use]
    pub fn number_of(&self, name: &str) -> Option<i64> {
        self.members
            .iter()
            .find(|member| member.name == name)
            .map(|member| member.number)
    }

    /// The name that a member is written by, where that is the name of another member with the same number.
    #[must_use]
    pub fn spelling_of(&self, member: &Member) -> Option<&str> {
        self.name_of(member.number)
            .filter(|name| *name != member.name)
    }
}

/// A member of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Member {
    /// Its name, as documented.
    pub name: Text,
    /// Its number.
    pub number: i64,
    /// What it means.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
}
