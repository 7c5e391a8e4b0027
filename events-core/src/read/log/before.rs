//! The message before, which lost the attributes that are met behind it.

use super::header;
use crate::finding::{Finding, What};
use crate::record::{Slots, span};
use crate::table::Events;

/// How many lines may stand between a message and attributes that are taken for its own.
const GAP: u64 = 16;

/// The last message whose header was met.
#[derive(Debug, Default)]
pub(super) struct Before {
    event: Option<usize>,
    /// Its name, when its event is not declared.
    name: String,
    /// The line of its header; 0 when there was none.
    line: u64,
    /// The line behind it, or behind attributes that were met since.
    pub(super) end: u64,
    skipped: bool,
}

impl Before {
    /// A message begins.
    #[inline]
    pub(super) fn begin(&mut self, event: Option<usize>, name: &[u8], line: u64) {
        self.event = event;
        if event.is_none() {
            self.name.clear();
            self.name.push_str(&String::from_utf8_lossy(name));
        }
        self.line = line;
        self.skipped = false;
    }

    /// The message was not asked for and has ended.
    pub(super) fn skip(&mut self, end: u64) {
        self.skipped = true;
        self.end = end;
    }

    /// Whether a line that looks like an attribute is missed in a message: not when that was skipped.
    #[cold]
    pub(super) fn misses(&mut self, line: &[u8], number: u64) -> bool {
        if header::dialect(line).is_some() {
            return false;
        }
        let skipped = self.skipped && self.is_near(number);
        if skipped {
            self.end = number + 1;
        }
        !skipped
    }

    fn is_near(&self, number: u64) -> bool {
        self.line > 0 && number - self.end <= GAP
    }

    /// Reports attributes that belong to no message and begin in this line; the text of them is so long.
    #[cold]
    pub(super) fn report(&self, events: &Events, number: u64, text: usize, slots: &mut Slots) {
        let (mut at, mut line) = (span(0, 0), None);
        if self.is_near(number) {
            let event = self.event.map(|_| &*events.get(self.event).event().name);
            at = slots.keep(text, event.unwrap_or(&self.name));
            line = Some(self.line);
        }
        let what = What::Stray { line };
        slots.find(Finding { what, at });
    }
}
