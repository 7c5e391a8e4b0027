//! Readers: from bytes to checked messages.
//!
//! A reader takes one message after the other out of its input, fills the slots of the event's table and checks them.
//! What it gives is a [`Checked`]: the message as it stands there, borrowed, with everything that was found. The
//! typed message and the texts of the report are made when they are asked for.

mod chunks;
pub(crate) mod find;
mod format;
mod input;
pub mod json;
pub mod log;
mod marks;
pub(crate) mod serde;

pub use chunks::{Chunk, Chunks, Rest};
pub use format::Format;

use std::ops::Range;

use self::log::LocalTime;
use crate::check::unknown_keys;
use crate::message::{Declarations, Message};
use crate::record::Slots;
use crate::table::Table;
use crate::{Record, Report, Valid};

/// Where a message begins in what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub struct Place {
    /// The line, counted from 1.
    pub line: u64,
    /// How many characters stand before it in its line: none in a log, and none in JSON that has a line a message.
    pub column: u64,
    /// The byte, counted from 0.
    pub offset: u64,
}

impl Place {
    /// Where an input begins.
    pub const START: Self = Self {
        line: 1,
        column: 0,
        offset: 0,
    };
}

/// A message that was read and checked, whatever came of it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'r> {
    record: Record<'r>,
    place: Place,
    logged: Option<LocalTime>,
}

impl<'r> Checked<'r> {
    pub(crate) fn new(table: &'r Table, input: &'r str, slots: &'r Slots, place: Place) -> Self {
        Self {
            record: Record {
                table,
                input,
                slots,
            },
            place,
            logged: None,
        }
    }

    pub(crate) fn logged(self, logged: Option<LocalTime>) -> Self {
        Self { logged, ..self }
    }

    /// The message as it was read.
    #[must_use]
    pub fn record(&self) -> Record<'r> {
        self.record
    }

    /// Where it begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// The time stamp of its header in a log, if it has one. It is no attribute of the message.
    #[must_use]
    pub fn logged_at(&self) -> Option<LocalTime> {
        self.logged
    }

    /// Its text; places in a report are bytes of it.
    #[must_use]
    pub fn text(&self) -> &'r str {
        self.record.input
    }

    /// Where an attribute stands in the text, or a key of a list, which is written as `Extensions["ps-1"]`: as a
    /// [`Fact`](crate::schema::Fact) has them.
    #[must_use]
    pub fn find(&self, term: &str) -> Option<Range<usize>> {
        find::find(&self.record, term)
    }

    /// Whether nothing is wrong with it.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        let slots = self.record.slots;
        slots.omitted == 0 && slots.findings.iter().all(|finding| finding.what.is_note())
    }

    /// Whether there is nothing to say about it: nothing is wrong and nothing worth noting.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.record.slots.findings.is_empty() && unknown_keys(&self.record).next().is_none()
    }

    /// Everything that is wrong with it and everything worth noting.
    #[must_use]
    pub fn report(&self) -> Report {
        Report::of_record(&self.record)
    }

    /// The typed message.
    ///
    /// # Errors
    ///
    /// The report, when anything is wrong with the message; or when `T` needs an attribute that the place of reading
    /// does not bear, such as `Server` in a log when the reader was not given it.
    pub fn event<T: Message>(&self) -> Result<Valid<T>, Report> {
        if let Some(report) = self.refuse(T::all()) {
            return Err(report);
        }
        match T::from_record(&self.record) {
            Ok(message) => Ok(Valid::vouch(message)),
            Err(refused) => Err(Report::refused(&self.record, refused.0)),
        }
    }

    /// Why no typed message of one of these events, or of an unknown one, can be made. It is compiled once and not for
    /// each event.
    fn refuse(&self, all: &Declarations) -> Option<Report> {
        let known = all.declared().iter().any(|one| self.record.is_of(one));
        if !known && !self.record.name().is_empty() && !all.take_unknown() {
            return Some(Report::wrong_event(&self.record, all.declared()));
        }
        (!self.is_clean()).then(|| self.report())
    }
}

/// The largest message that a reader takes, in bytes; a larger one is reported and skipped.
pub const MAX_MESSAGE: usize = 16 * 1024 * 1024;

/// How deep values may be nested; deeper ones are reported and skipped.
pub const MAX_DEPTH: usize = 128;
