//! T-Library text logs: those of T-Server, of SIP Server and of their clients, in both dialects.
//!
//! A message is a header line, then a line an attribute, then an empty line or one that is not indented. Tabs, which
//! stand here as four blanks, indent a line and part a name from its value:
//!
//! ```text
//! @16:45:24.5939 [0] 8.1.101.25 distribute_response: message EventRegistered
//!     AttributeReferenceID    13
//!     AttributeExtensions    [34] 00 01 00 00..
//!         'RTargetAgentGroup'    'VAG_Skill1'
//!     AttributeTimeinuSecs    593900
//!     AttributeTimeinSecs    1207129524 (16:45:24)
//!     AttributeThisDN    '9001'
//! ```
//!
//! All other lines are foreign: they are counted and passed over. Only lines that begin with a tab and `Attribute` are
//! not: they were cut off from their message by an empty line, a line of another thread or a line break in a text, or
//! the log begins with them. A run of them is given as a message without a name, with a
//! [`Violation::Stray`](crate::Violation::Stray). What begins a message:
//!
//! | line | begins a message |
//! |---|---|
//! | `@` time … `: message X`; `message X` alone; `request to … message X`; `received from … message X`; time … `TEvent: X`; each also with `(refid=N)` behind it | always |
//! | `Message X received from …` (04541), `Interaction message "X" received …` (04543), any other line that ends with `message X` | when a line with an attribute follows; otherwise it is a mention, and counted |
//!
//! Messages may also stand there as Platform SDK prints them in the logs of applications: see [`platform`]. The same
//! event is the same in both dialects, and one file may hold both.
//!
//! Requests are counted, and given when [`requests`](Reader::requests) asks for them. Messages of Inter Server Call
//! Control and of Interaction Server are recognised by their attributes, counted and skipped.
//!
//! An attribute's log name is that of the dictionary. Attributes that the table lacks are kept under their log name
//! without `Attribute`: texts in quotes and lists as such, whole numbers as numbers, everything else as text. Those that
//! the dictionary calls facts of the transport, such as `EventSequenceNumber`, are not noted but counted.
//! Blanks are taken for tabs where tabs got lost.
//!
//! A log may end within a message: because it was cut, or because whoever wrote the message left out the last line feed.
//! So that is a [`Note::CutOff`](crate::Note::CutOff): where the last line of a message has no line feed, its value may
//! not be all of it; where no empty line is behind it, what it lacks may have stood there.
//!
//! Before a list a log writes the size of its packed form and its first bytes. They are compared with what follows: a
//! pair that was lost or a value that was cut is a [`Violation::Lost`](crate::Violation::Lost).

mod before;
mod bytes;
mod clock;
mod end;
mod fill;
mod head;
mod header;
mod list;
mod plan;
pub mod platform;
mod platform_write;
mod preview;
mod scan;
mod split;
mod summary;
mod take;
mod window;
mod write;

use std::io::{self, Read};

pub use self::clock::LocalTime;
pub(super) use self::header::begins_message;
pub use self::summary::Summary;
pub(crate) use self::write::write_draft;
pub use self::write::{to_string, write};

use self::before::Before;
use self::clock::Clock;
use self::fill::{Filler, Moment};
use self::header::Line;
use self::plan::Plan;
use self::scan::{Body, Met, Start};
use self::split::Parts;
use self::window::{Ends, Window};
use super::marks::Marks;
use super::{Checked, Place};
use crate::check::check;
use crate::finding::{Finding, NO_ATTRIBUTE, NO_UTF8, TOO_LONG, What};
use crate::record::{Slots, span};
use crate::table::{Events, Rows, Table};
use crate::{Message, Report, Valid};

const NO_MESSAGE: &str = "no message, expected a line such as `message EventRegistered`";

/// Reads the first message of a text and checks it.
///
/// Logs do not bear the attribute `Server`; where a type needs it, give it to a [`Reader`].
///
/// ```
/// use events_core::families::registration::Registration;
/// use events_core::read::log;
///
/// let text = "message EventACK\n\tAttributeReferenceID\t14\n";
/// let event = log::from_str::<Registration>(text)?;
/// let Registration::Unknown(event) = event.into_inner() else { panic!("not declared") };
/// assert_eq!(event.name, "EventACK");
/// assert_eq!(event.attributes.integer("ReferenceID"), Some(14));
/// # Ok::<(), events_core::Report>(())
/// ```
///
/// # Errors
///
/// The report of everything that is wrong, when anything is.
pub fn from_str<T: Message>(text: &str) -> Result<Valid<T>, Report> {
    match Reader::new(text.as_bytes(), T::events()).read() {
        Ok(Some(message)) => message.event(),
        _ => Err(Report::malformed(NO_MESSAGE, text, None)),
    }
}

/// Reads the messages of a log one after the other.
///
/// Whatever is wrong with a message is in its report, and reading goes on with the next one.
///
/// ```
/// use events_core::Message;
/// use events_core::families::registration::Registration;
/// use events_core::read::log::Reader;
///
/// let log = "@16:45:24.5939 [0] 8.1.101.25 distribute_response: message EventRegistered\n\
///     \tAttributeReferenceID\t13\n\
///     \tAttributeThisDN\t'9001'\n\
///     \n";
/// let mut reader = Reader::new(log.as_bytes(), Registration::events()).server(65200);
/// while let Some(message) = reader.read()? {
///     println!("line {}: {}", message.place().line, message.report());
/// }
/// assert_eq!(reader.summary().events, 1);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader<'e, R> {
    input: Window<R>,
    events: &'e Events,
    given: Vec<(String, String)>,
    requests: bool,
    /// The plans of the events, made when they are met; the last is that of all other events.
    plans: Vec<Option<Plan>>,
    slots: Slots,
    parts: Parts,
    moments: Vec<Moment>,
    /// The message's text when the input is not UTF-8.
    text: String,
    clock: Clock,
    /// The time stamp of the line before.
    above: Option<LocalTime>,
    before: Before,
    /// Whether the input goes on behind what is read.
    followed: bool,
    /// The file's head; `None` as long as it was not looked for.
    head: Option<Vec<(String, String)>>,
    summary: Summary,
    /// How much of the input the last message was: bytes and lines.
    used: (usize, u64),
}

impl<'e, R: Read> Reader<'e, R> {
    /// A reader of the messages of these events.
    pub fn new(input: R, events: &'e Events) -> Self {
        let plans = (0..=events.names().count()).map(|_| None);
        Self {
            input: Window::new(input),
            events,
            given: Vec::new(),
            requests: false,
            plans: plans.collect(),
            slots: Slots::default(),
            parts: Parts::default(),
            moments: Vec::new(),
            text: String::new(),
            clock: Clock::default(),
            above: None,
            before: Before::default(),
            followed: false,
            head: None,
            summary: Summary::default(),
            used: (0, 0),
        }
    }

    /// Gives an attribute to each message whose table has it and that does not bear it, as a log would write it.
    #[must_use]
    pub fn give(mut self, attribute: impl Into<String>, value: impl Into<String>) -> Self {
        self.given.push((attribute.into(), value.into()));
        self
    }

    /// Gives each message the attribute `Server`, which is the handle of a connection and never logged.
    #[must_use]
    pub fn server(self, handle: i32) -> Self {
        self.give("Server", handle.to_string())
    }

    /// Reads requests too, as events that are not declared.
    #[must_use]
    pub fn requests(mut self) -> Self {
        self.requests = true;
        self
    }

    /// Says where the input begins in a larger one, of which it is a [`Chunk`](super::Chunk): places of messages are
    /// counted from there.
    #[must_use]
    pub fn starting_at(mut self, place: Place) -> Self {
        self.input.start_at(place);
        self
    }

    /// Says whether the larger input goes on behind this one, as behind a [`Chunk`](super::Chunk) that is not the last:
    /// then the end of this one cuts no message off.
    #[must_use]
    pub fn followed(mut self, followed: bool) -> Self {
        self.followed = followed;
        self
    }

    /// What was met so far.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The lines of the file's head, such as `Application name`, with their values; empty before the first message
    /// was read.
    pub fn head(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.head.iter().flatten();
        lines.map(|(key, value)| (&**key, &**value))
    }

    /// Reads and checks the next message; `None` when there is none.
    ///
    /// # Errors
    ///
    /// The input's. What is wrong with a message is in its report.
    pub fn read(&mut self) -> io::Result<Option<Checked<'_>>> {
        let start = match self.next()? {
            None => return Ok(None),
            Some(Met::Message(start)) => start,
            Some(Met::Oversized { text, place }) => return Ok(Some(self.unread(text, place))),
        };
        let Self {
            input,
            events,
            plans,
            slots,
            parts,
            ..
        } = self;
        let is_last = start.text == input.bytes().len();
        let bytes = input.bytes().get(..start.text).unwrap_or_default();
        let table = events.get(start.event);
        let plan = plans[start.plan].get_or_insert_with(|| Plan::new(table, &self.given));
        let text = if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
            text
        } else {
            self.summary.not_utf8 += 1;
            self.text = String::from_utf8_lossy(bytes).into_owned();
            slots.clear(table.rows.len());
            split_again(&self.text, table, plan, slots, parts, &start);
            &self.text
        };
        if start.is_stray {
            let line = start.place.line;
            self.before.report(events, line, text.len(), slots);
        }
        self.summary.lists += parts.compared;
        self.summary.departed_lists += parts.departed;
        // The header, and perhaps the line that announces attributes and the one that ends the message.
        let is_bare = self.used.1 <= 3 && is_bare(table, slots, parts);
        let moments = &mut self.moments;
        let mut filler = Filler {
            table,
            text,
            slots,
            moments,
        };
        if start.is_platform {
            filler.respell(events.dictionary(table));
            filler.compare_number();
        }
        filler.fill(plan, parts, &self.given);
        if is_bare {
            slots.find(Finding {
                what: What::Malformed(NO_ATTRIBUTE),
                at: slots.name,
            });
        } else {
            check(table, text, slots, &table.unlogged);
        }
        if is_last {
            end::report(text, self.followed, slots);
        }
        Ok(Some(
            Checked::new(table, text, slots, start.place).logged(start.time),
        ))
    }

    /// A message that was not read.
    #[cold]
    fn unread(&mut self, text: String, place: Place) -> Checked<'_> {
        self.text = text;
        self.slots.clear(0);
        self.slots.find(Finding {
            what: What::Malformed(TOO_LONG),
            at: span(0, self.text.len()),
        });
        Checked::new(self.events.get(None), &self.text, &self.slots, place)
    }
}

/// The call that gives a reader an attribute, with a value such as it has.
pub(crate) fn call_to_give(attribute: &str, example: Option<&str>) -> String {
    match (attribute, example) {
        ("Server", Some(handle)) => format!("Reader::server({handle})"),
        (_, example) => format!("Reader::give({attribute:?}, {:?})", example.unwrap_or("…")),
    }
}

/// Whether nothing follows the header of an event that has more to say.
fn is_bare(table: &Table, slots: &Slots, parts: &Parts) -> bool {
    parts.is_empty()
        && slots.present == Rows::default()
        && slots.other.is_empty()
        && slots.findings.is_empty()
        && !table.mandatory.without(&table.unlogged).is_empty()
}

/// Takes a message apart whose text had to be mended.
#[cold]
fn split_again(
    text: &str,
    table: &Table,
    plan: &mut Plan,
    slots: &mut Slots,
    parts: &mut Parts,
    start: &Start,
) {
    let (bytes, mut marks) = (text.as_bytes(), Marks::default());
    let ends = Ends::of(bytes, &mut marks);
    let name = match header::recognise(&bytes[..ends.line(0)]) {
        Line::Start(name) | Line::Mention(name) | Line::Announced(name) => Some(name),
        Line::Platform(name) => Some(name.unwrap_or_default()),
        Line::Foreign => start.is_stray.then_some(0..0),
    };
    if let Some(name) = name {
        let known = !table.event().name.is_empty();
        let body = Body {
            ends,
            name,
            ended: true,
            exact: false,
            known,
            platform: start.is_platform.then(|| platform::body(bytes)),
        };
        body.split(plan, slots, parts);
    }
    let mark = text.find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
    slots.find(Finding {
        what: What::Damaged(NO_UTF8),
        at: span(mark, mark + char::REPLACEMENT_CHARACTER.len_utf8()),
    });
}
