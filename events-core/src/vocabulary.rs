//! Enumerations of a specification as Rust types.

use events_schema::Datum;

use crate::Value;

/// An enumeration of a specification; [`vocabulary!`](crate::vocabulary!) implements it.
pub trait Enumeration: Value + Copy {
    /// The enumeration as the specification lists it.
    const VOCABULARY: &'static events_schema::Vocabulary;

    /// The value of a number; numbers that the enumeration lacks are kept.
    fn from_number(number: i64) -> Self;

    /// The number of a value.
    fn to_number(self) -> i64;

    /// The value of a documented name.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::VOCABULARY.number_of(name).map(Self::from_number)
    }

    /// The documented name of a value; `None` when the enumeration lacks its number.
    #[must_use]
    fn name(self) -> Option<&'static str> {
        Self::VOCABULARY.name_of(self.to_number())
    }
}

/// The value of what a message says.
pub(crate) fn from_datum<T: Enumeration>(datum: Datum<'_>) -> Option<T> {
    match datum {
        Datum::Integer(number) => number.try_into().ok().map(T::from_number),
        _ => None,
    }
}

/// The error of parsing an enumeration: the text is none of its documented names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseMemberError {
    vocabulary: &'static events_schema::Vocabulary,
}

impl ParseMemberError {
    pub(crate) fn new(vocabulary: &'static events_schema::Vocabulary) -> Self {
        Self { vocabulary }
    }
}

impl std::fmt::Display for ParseMemberError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected a value of {}", self.vocabulary.name)?;
        if let Some(member) = self.vocabulary.members.first() {
            write!(f, ", such as `{}`", member.name)?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseMemberError {}
