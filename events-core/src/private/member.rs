//! Members of enumerations, for the code of `vocabulary!`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use events_schema::demand::equal;
use events_schema::{Datum, Kind, Literal, Member};
use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

use crate::vocabulary::{Enumeration, ParseMemberError, from_datum};

/// A member as the table of its enumeration lists it.
#[must_use]
pub const fn listed(name: &'static str, number: i64, description: &'static str) -> Member {
    Member {
        name: Cow::Borrowed(name),
        number,
        description: Cow::Borrowed(description),
    }
}

/// The literal of a member of the enumeration that `kind` is. Of two names that share its number the one that the
/// declaration spells counts.
#[must_use]
pub const fn member(kind: &'static Kind, name: &'static str, number: i64) -> Literal {
    Literal::Member {
        name: Cow::Borrowed(documented(kind, name, number)),
        number,
    }
}

const fn documented(kind: &'static Kind, name: &'static str, number: i64) -> &'static str {
    let Kind::Enumeration(Cow::Borrowed(vocabulary)) = kind else {
        return name;
    };
    let Cow::Borrowed(members) = vocabulary.members else {
        return name;
    };
    let mut found = name;
    // A constant function has no iterators.
    let mut at = members.len();
    while at > 0 {
        at -= 1;
        if let Cow::Borrowed(documented) = members[at].name
            && members[at].number == number
        {
            if equal(documented, name) {
                return name;
            }
            found = documented;
        }
    }
    found
}

/// Prints a value of an enumeration: its name, or its number where it has none.
pub fn show_member<T: Enumeration>(value: T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match value.name() {
        Some(name) => f.pad(name),
        None => fmt::Display::fmt(&value.to_number(), f),
    }
}

/// Parses a documented name of an enumeration.
pub fn parse_member<T: Enumeration>(name: &str) -> Result<T, ParseMemberError> {
    T::from_name(name).ok_or(ParseMemberError::new(T::VOCABULARY))
}

/// The value of an enumeration that a message says.
#[must_use]
pub fn member_of<T: Enumeration>(datum: Datum<'_>) -> Option<T> {
    from_datum(datum)
}

/// Serializes a value of an enumeration: its name, or its number where it has none.
pub fn serialize_member<T: Enumeration, S: Serializer>(
    value: T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value.name() {
        Some(name) => serializer.serialize_str(name),
        None => serializer.serialize_i64(value.to_number()),
    }
}

/// Deserializes a value of an enumeration: one of its names or, where messages bear them, any number.
pub fn deserialize_member<'de, T: Enumeration, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(MemberVisitor(PhantomData))
}

struct MemberVisitor<T>(PhantomData<T>);

impl<T: Enumeration> Visitor<'_> for MemberVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value of {}", T::VOCABULARY.name)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::from_name(name).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(name), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        if T::VOCABULARY.numbered {
            Ok(T::from_number(number))
        } else {
            Err(E::invalid_type(
                serde::de::Unexpected::Signed(number),
                &self,
            ))
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::invalid_value(
                serde::de::Unexpected::Unsigned(number),
                &self,
            )),
        }
    }
}
