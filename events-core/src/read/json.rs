//! JSON: one message, or one after the other.
//!
//! A message is an object. Its keys are the documented names of attributes, and the tag, mostly `Event`, says which
//! event it is:
//!
//! ```json
//! {"Event": "EventRegistered", "ThisDN": "8001", "InfoStatus": {"AddressType": "AddressTypeDN"}, …}
//! ```
//!
//! | attribute | value |
//! |---|---|
//! | text | text; or a whole number of up to 64 bits, of which the text has the digits |
//! | whole number, real number | number, or a text that is one |
//! | id in hexadecimal | text, or number |
//! | enumeration | documented name; where its numbers are documented, a number |
//! | moment | RFC 3339, or seconds since 1970 as a number, or `{"sec": …, "usec": …}` |
//! | key-value list | object; or, where keys repeat or values are bytes, array of pairs `[["key", value], …]` |
//! | bytes in an array of pairs | `{"base64": "…"}` |
//! | member of a union | object in the object of the union, or a key with a dot: `"InfoStatus.AddressType"` |
//!
//! `null` stands for absence. Attributes that the table does not know may hold anything; they are kept, and noted, but
//! for those that the dictionary calls facts of the transport, such as `CallThreadID`.
//!
//! Of a message that is no JSON everything before the mistake is read; what such a message lacks and which rules it
//! breaks is not looked at, since it may stand in the part that could not be read.

mod compact;
mod frame;
mod keys;
mod message;
mod number;
mod scan;
mod skip;
mod tag;
mod text;
mod value;

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, Read};
use std::mem;

use memchr::memchr;

use self::frame::Frame;
pub(crate) use self::keys::keys_to;
use self::message::Room;
pub(crate) use self::value::is_base64;
use super::input::Input;
use super::{Checked, MAX_MESSAGE, Place};
use crate::finding::{Finding, NO_UTF8, TOO_LONG, UNCLOSED, What};
use crate::record::{Slots, span};
use crate::table::Events;
use crate::{Message, Report, Valid};

/// How much of a message that is too long is kept for the report.
const HEAD: usize = 256;

thread_local! {
    /// The room of the last message.
    static ROOM: Cell<Room> = Cell::default();
}

/// Reads one message and checks it. A valid message comes without its notes, for which there is the [`Reader`].
///
/// ```
/// use events_core::families::registration::EventRegistered;
/// use events_core::read::json;
///
/// let report = json::from_str::<EventRegistered>(r#"{"Event": "EventRegistered", "ThisDN": true}"#).unwrap_err();
/// assert!(report.to_string().contains("ThisDN: expected a text, found `true`"));
/// ```
///
/// # Errors
///
/// The report of everything that is wrong, when anything is.
pub fn from_str<T: Message>(text: &str) -> Result<Valid<T>, Report> {
    one(text, None)
}

/// Reads one message and checks it. Bytes that are not UTF-8 are reported with everything else.
///
/// # Errors
///
/// The report of everything that is wrong, when anything is.
pub fn from_slice<T: Message>(bytes: &[u8]) -> Result<Valid<T>, Report> {
    let (text, damage) = decode(bytes);
    one(&text, damage)
}

fn one<T: Message>(text: &str, damage: Option<usize>) -> Result<Valid<T>, Report> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_MESSAGE {
        return Err(Report::malformed(TOO_LONG, text, None));
    }
    let mut room = ROOM.take();
    let table = message::read(text, T::events(), &mut room);
    report_damage(text, damage, &mut room.slots);
    let result = Checked::new(table, text, &room.slots, Place::default()).event();
    ROOM.set(room);
    result
}

/// The text of bytes, and where the first of them stands that is none.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<usize>) {
    // The quick check does not say where.
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    let valid =
        simdutf8::compat::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    (String::from_utf8_lossy(bytes), Some(valid))
}

fn report_damage(text: &str, at: Option<usize>, slots: &mut Slots) {
    if let Some(at) = at {
        let end = at + char::REPLACEMENT_CHARACTER.len_utf8();
        slots.find(Finding {
            what: What::Damaged(NO_UTF8),
            at: span(at, end.min(text.len())),
        });
    }
}

/// Reads messages one after the other: an object a line, as in NDJSON.
///
/// An object may go on over several lines, as long as none of them begins with `{`, and an array may stand around all
/// objects, with or without commas between them. Blank lines are skipped. Whatever is wrong with a message is in its report, and reading goes on with the
/// next one.
///
/// ```
/// use events_core::families::registration::Registration;
/// use events_core::read::json::Reader;
/// use events_core::{Events, Message};
///
/// let lines = "{\"Event\": \"EventRegistered\"}\n{\"Event\": \"EventRe\n";
/// let mut reader = Reader::new(lines.as_bytes(), Registration::events());
/// while let Some(message) = reader.read()? {
///     println!("line {}: {}", message.place().line, message.report());
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader<'e, R> {
    input: Input<R>,
    events: &'e Events,
    room: Room,
    /// The message's text when it is not in the input as it is.
    text: String,
    /// How much of the input the last message was.
    used: usize,
    /// Whether that is in one line.
    in_line: bool,
    /// Whether an array is open around the messages.
    array: bool,
}

impl<'e, R: Read> Reader<'e, R> {
    /// A reader of the messages of these events.
    pub fn new(input: R, events: &'e Events) -> Self {
        Self {
            input: Input::new(input),
            events,
            room: Room::default(),
            text: String::new(),
            used: 0,
            in_line: false,
            array: false,
        }
    }

    /// Says where the input begins in a larger one, of which it is a [`Chunk`](super::Chunk): places of messages are
    /// counted from there.
    #[must_use]
    pub fn starting_at(mut self, place: Place) -> Self {
        self.input.start_at(place);
        self
    }

    /// Reads and checks the next message; `None` when there is none.
    ///
    /// # Errors
    ///
    /// The input's. What is wrong with a message is in its report.
    pub fn read(&mut self) -> io::Result<Option<Checked<'_>>> {
        let used = mem::take(&mut self.used);
        if self.in_line {
            self.input.consume_in_line(used);
        } else {
            self.input.consume(used);
        }
        if self.input.place().offset == 0 {
            self.skip_mark()?;
        }
        let Some(first) = self.first()? else {
            let unclosed = mem::take(&mut self.array);
            self.text.clear();
            return Ok(unclosed.then(|| self.unread(UNCLOSED, self.input.place())));
        };
        let place = self.input.place();
        let Some(length) = self.length(first)? else {
            return Ok(Some(self.unread(TOO_LONG, place)));
        };
        self.used = length;
        let bytes = self.input.bytes().get(..length).unwrap_or_default();
        let bytes = bytes.trim_ascii_end();
        let (text, damage) = match decode(bytes) {
            (Cow::Borrowed(text), damage) => (text, damage),
            (Cow::Owned(text), damage) => {
                self.text = text;
                (&*self.text, damage)
            }
        };
        let table = message::read(text, self.events, &mut self.room);
        report_damage(text, damage, &mut self.room.slots);
        Ok(Some(Checked::new(table, text, &self.room.slots, place)))
    }

    /// The first byte of the next message, which the input then begins with.
    #[inline]
    fn first(&mut self) -> io::Result<Option<u8>> {
        // Most messages stand in the line behind that of the last one.
        if let [b'\n', b'{', ..] = self.input.bytes() {
            self.input.consume_lines(1, 1);
            return Ok(Some(b'{'));
        }
        self.first_past_space()
    }

    #[inline(never)]
    fn first_past_space(&mut self) -> io::Result<Option<u8>> {
        loop {
            let bytes = self.input.bytes();
            let space = |byte: &&u8| {
                matches!(byte, b' ' | b'\t' | b'\r' | b'\n') || self.array && **byte == b','
            };
            let blank = bytes.iter().take_while(space).count();
            let first = bytes.get(blank).copied();
            self.input.consume(blank);
            match first {
                Some(b'[') if !self.array => {
                    self.array = true;
                    self.input.consume(1);
                }
                Some(b']') if self.array => {
                    self.array = false;
                    self.input.consume(1);
                }
                Some(byte) => return Ok(Some(byte)),
                None => {
                    if !self.input.more()? {
                        return Ok(None);
                    }
                }
            }
        }
    }
    /// Skips the byte order mark that an input may begin with.
    fn skip_mark(&mut self) -> io::Result<()> {
        let mark = "\u{feff}".as_bytes();
        while self.input.bytes().len() < mark.len() && self.input.more()? {}
        if self.input.bytes().starts_with(mark) {
            self.input.consume_in_line(mark.len());
        }
        Ok(())
    }

    /// How long the message is whose first byte this is; `None` when it is too long.
    #[inline]
    fn length(&mut self, first: u8) -> io::Result<Option<usize>> {
        // Most messages are lines.
        if first == b'{'
            && !self.array
            && let Some(length) = self.line()
        {
            self.in_line = true;
            return Ok(Some(length));
        }
        self.length_of_frame(first)
    }

    /// How long the line is that the input begins with, if it ends there with a bracket.
    #[inline]
    fn line(&self) -> Option<usize> {
        let bytes = self.input.bytes();
        let length = memchr(b'\n', bytes)?;
        (length <= MAX_MESSAGE && bytes[..length].ends_with(b"}")).then_some(length)
    }

    #[inline(never)]
    fn length_of_frame(&mut self, first: u8) -> io::Result<Option<usize>> {
        let frame = match (self.array, first) {
            (true, b'{') => Frame::brackets(),
            (true, _) => Frame::Stray,
            (false, _) => Frame::Line,
        };
        let length = self.measure(frame)?;
        self.in_line = frame == Frame::Line;
        match length {
            Some(length) if self.in_line && first == b'{' && self.goes_on(length)? => {
                self.in_line = false;
                self.measure(Frame::brackets())
            }
            _ => Ok(length),
        }
    }

    /// Whether an object that does not end with its line goes on in the next: not when another one begins there.
    fn goes_on(&mut self, line: usize) -> io::Result<bool> {
        let bytes = self.input.bytes().get(..line).unwrap_or_default();
        if bytes.trim_ascii_end().ends_with(b"}") || Frame::brackets().end(bytes, None).is_some() {
            return Ok(false);
        }
        loop {
            match self.input.bytes().get(line + 1) {
                Some(byte) => return Ok(*byte != b'{'),
                None if self.input.is_ended() => return Ok(false),
                None => self.input.more()?,
            };
        }
    }

    /// How long the message is that the input begins with. `None` when it is too long: then its beginning is kept and
    /// all of it is skipped, in constant memory.
    fn measure(&mut self, mut frame: Frame) -> io::Result<Option<usize>> {
        let (mut seen, mut before, mut long) = (0, None, false);
        loop {
            let bytes = self.input.bytes();
            let rest = bytes.get(seen..).unwrap_or_default();
            let end = frame.end(rest, before);
            before = rest.last().copied().or(before);
            seen += end.unwrap_or(rest.len());
            if long || seen > MAX_MESSAGE {
                if !long {
                    let head = bytes.get(..HEAD).unwrap_or(bytes);
                    self.text = String::from_utf8_lossy(head).into_owned();
                    long = true;
                }
                self.input.consume(mem::take(&mut seen));
            }
            if end.is_some() || !self.input.more()? {
                return Ok((!long).then_some(seen));
            }
        }
    }

    /// A message that was not read.
    #[cold]
    fn unread(&mut self, reason: &'static str, place: Place) -> Checked<'_> {
        self.room.slots.clear(0);
        self.room.slots.find(Finding {
            what: What::Malformed(reason),
            at: span(0, self.text.len()),
        });
        Checked::new(self.events.get(None), &self.text, &self.room.slots, place)
    }
}
