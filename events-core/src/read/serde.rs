//! serde, through the tables: one way to write all messages and one to read them, in any self-describing format.

mod fill;
mod tree;
mod write;

use ::serde::de::Error as _;
use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

use self::tree::Tree;
use self::write::{List, Written};
use super::{Checked, Place};
use crate::check::{check_rows, check_rules};
use crate::record::Slots;
use crate::table::{Events, Rows, Table};
use crate::{Declaration, Draft, Facts, KeyValueList, Message, Text, UnknownEvent, Valid};

/// Writes a message: the tag, then the rows in the order of the table, then what the table does not know.
pub(crate) fn serialize<T: Message, S: Serializer>(
    message: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Written::new(message).serialize(serializer)
}

/// Writes a declared event in the same way.
pub(crate) fn serialize_event<S: Serializer>(
    declaration: &'static Declaration,
    facts: &dyn Facts,
    other: &KeyValueList,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Written::declared(declaration, facts, other).serialize(serializer)
}

/// Reads a message by its table; its rules are not looked at.
pub(crate) fn deserialize<'de, T: Message, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    read(deserializer, false).map(Valid::into_inner)
}

fn read<'de, T: Message, D: Deserializer<'de>>(
    deserializer: D,
    rules: bool,
) -> Result<Valid<T>, D::Error> {
    let tree = Tree::read(deserializer)?;
    let mut slots = Slots::default();
    let table = check(tree, T::events(), &mut slots, rules);
    // The message has no text to point at: everything that was read is kept beside it.
    let checked = Checked::new(table, "", &slots, Place::default());
    checked.event().map_err(D::Error::custom)
}

fn check<'e>(tree: Tree, events: &'e Events, slots: &mut Slots, rules: bool) -> &'e Table {
    let table = fill::fill(tree, events, slots);
    check_rows(table, "", slots, &Rows::default());
    if rules {
        check_rules(table, "", slots);
    }
    table
}

impl<'de, T: Message> Deserialize<'de> for Valid<T> {
    /// Reads a message and checks it, rules included. The error is the report.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, true)
    }
}

impl Serialize for Draft<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::draft(self).serialize(serializer)
    }
}

impl Serialize for UnknownEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::unknown("Event", &self.name, &self.attributes).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for UnknownEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Tree::read(deserializer)?;
        let events = Events::new([]);
        let mut slots = Slots::default();
        let table = fill::fill(tree, &events, &mut slots);
        let checked = Checked::new(table, "", &slots, Place::default());
        if checked.is_clean() {
            Ok(checked.record().to_unknown())
        } else {
            Err(D::Error::custom(checked.report()))
        }
    }
}

impl Serialize for KeyValueList {
    /// Writes a map; where keys repeat or values are bytes, a sequence of pairs.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        List::new(self.pairs()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for KeyValueList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Tree::read(deserializer)?;
        fill::list(tree).ok_or_else(|| {
            D::Error::custom("expected a key-value list: a map, or a sequence of pairs")
        })
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl ::serde::de::Visitor<'_> for Visitor {
            type Value = Text;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(text.into())
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}
