//! What a reader met.

use std::ops::AddAssign;

use super::header::Dialect;

/// What a [`Reader`](super::Reader) met so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Lines of the input, those of the file's head included.
    pub lines: u64,
    /// Lines that belong to no message and not to the file's head.
    pub foreign_lines: u64,
    /// Messages of declared events.
    pub events: u64,
    /// Messages of events that are not declared.
    pub undeclared: u64,
    /// Requests, whether they were given or skipped.
    pub requests: u64,
    /// Messages of Inter Server Call Control, which were skipped.
    pub iscc: u64,
    /// Messages of Interaction Server, which were skipped.
    pub interaction: u64,
    /// Messages as Platform SDK prints them, which are events and requests like others.
    pub platform: u64,
    /// Attributes of the transport, such as `EventSequenceNumber`: no table has them. They are kept, and not noted.
    pub transport: u64,
    /// Lines that speak of a message without its attributes, as clients log what they receive.
    pub mentions: u64,
    /// Key-value lists that were compared with the packed size and first bytes beside them.
    pub lists: u64,
    /// Lists among them that are not as announced.
    pub departed_lists: u64,
    /// Messages whose text is not UTF-8.
    pub not_utf8: u64,
    /// Messages and lines that were skipped because they are longer than
    /// [`MAX_MESSAGE`](crate::read::MAX_MESSAGE).
    pub oversized: u64,
}

impl AddAssign<&Summary> for Summary {
    /// Adds what was met in another part of the input.
    fn add_assign(&mut self, other: &Summary) {
        let Self {
            lines,
            foreign_lines,
            events,
            undeclared,
            requests,
            iscc,
            interaction,
            platform,
            transport,
            mentions,
            lists,
            departed_lists,
            not_utf8,
            oversized,
        } = self;
        *lines += other.lines;
        *foreign_lines += other.foreign_lines;
        *events += other.events;
        *undeclared += other.undeclared;
        *requests += other.requests;
        *iscc += other.iscc;
        *interaction += other.interaction;
        *platform += other.platform;
        *transport += other.transport;
        *mentions += other.mentions;
        *lists += other.lists;
        *departed_lists += other.departed_lists;
        *not_utf8 += other.not_utf8;
        *oversized += other.oversized;
    }
}

impl Summary {
    pub(super) fn skip(&mut self, dialect: Dialect) {
        match dialect {
            Dialect::Iscc => self.iscc += 1,
            Dialect::Interaction => self.interaction += 1,
            Dialect::Platform => {}
        }
    }
}
