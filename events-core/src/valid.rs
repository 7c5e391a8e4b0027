//! Checked messages.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::message::Message;
use crate::report::Report;

/// A message that was checked: nothing in it breaks its table or a rule.
///
/// Only [`validate`](Validate::validate) and the readers make one. It can be read but not changed: take the message
/// out to change it, and have it checked again.
///
/// With serde, a `Valid<T>` is a `T` whose rules are checked as it is deserialized; a plain `T` is only held against the
/// rows of its table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// Vouches for a message; for those who have checked it.
    pub(crate) const fn vouch(message: T) -> Self {
        Self(message)
    }

    /// The message.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: fmt::Display> fmt::Display for Valid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Serialize> Serialize for Valid<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Checking of messages that a program made.
///
/// What the type of an event already guarantees (Mandatory attributes, types, fixed values) is not looked at again;
/// the rules of the footnotes are.
pub trait Validate: Message {
    /// Checks the message and lists everything that is wrong with it and what is worth noting of what its type holds.
    /// Notes on how a message was written, such as an unknown number, are in the report of its reader.
    fn check(&self) -> Report {
        Report::of_message(self)
    }

    /// Checks the message.
    ///
    /// # Errors
    ///
    /// The report of everything that is wrong, when anything is.
    fn validate(self) -> Result<Valid<Self>, Report> {
        let report = self.check();
        if report.is_clean() {
            Ok(Valid(self))
        } else {
            Err(report)
        }
    }
}

impl<T: Message> Validate for T {}
