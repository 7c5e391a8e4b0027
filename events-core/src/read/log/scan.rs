//! From message to message: what stands between them is passed over line by line.

use std::io::{self, Read};
use std::mem;
use std::ops::Range;

use super::bytes::{is_blank, trim};
use super::clock::{LocalTime, stamp};
use super::header::{self, Dialect, Line};
use super::plan::Plan;
use super::split::{Parts, Split, Splitter};
use super::window::Ends;
use super::{Reader, head, platform};
use crate::finding::{Finding, What};
use crate::read::{MAX_MESSAGE, Place};
use crate::record::{Slots, span};

/// How much of what is too long is kept for the report.
const HEAD: usize = 256;

/// Where the name stands of a message that has none.
const NAMELESS: Range<usize> = 0..0;

/// What a line begins with that holds an attribute, and is none of a message's when it is met between messages.
const STRAY: &[u8] = b"\tAttribute";

/// How much of a line is looked at to tell whether it holds an attribute.
const GLANCE: usize = 64;

/// What stands in a log.
pub(super) enum Met {
    /// A message that was taken apart; it is the first in the window.
    Message(Start),
    /// A message or line that is too long and was passed over.
    Oversized { text: String, place: Place },
}

/// A message that was taken apart.
pub(super) struct Start {
    pub(super) event: Option<usize>,
    pub(super) plan: usize,
    /// How long its text is.
    pub(super) text: usize,
    pub(super) place: Place,
    pub(super) time: Option<LocalTime>,
    /// Whether Platform SDK printed it.
    pub(super) is_platform: bool,
    /// Whether it is a run of attributes that belong to no message.
    pub(super) is_stray: bool,
}

impl<R: Read> Reader<'_, R> {
    /// Goes on to the next message.
    pub(super) fn next(&mut self) -> io::Result<Option<Met>> {
        let (used, lines) = mem::take(&mut self.used);
        self.pass_lines(used, lines);
        self.before.end = self.input.place().line;
        if self.head.is_none() {
            self.head = Some(self.read_head()?);
        }
        // What the window holds before this place is passed over, and so many lines of it.
        let (mut at, mut lines) = (0, 0);
        let mut ends = self.input.ends();
        loop {
            let bytes = ends.bytes;
            let end = ends.line(at);
            if end == bytes.len() && !self.input.is_ended() {
                if end - at > MAX_MESSAGE {
                    self.pass_foreign(at, lines);
                    return self.pass_long_line().map(Some);
                }
                self.pass_foreign(mem::take(&mut at), mem::take(&mut lines));
                self.input.more()?;
                ends = self.input.ends();
                continue;
            }
            if at == bytes.len() {
                self.pass_foreign(at, lines);
                return Ok(None);
            }
            let line = &bytes[at..end];
            let next = bytes.len().min(end + 1);
            let time = stamp(line).map(|time| self.clock.tell(time));
            let met = match header::recognise(line) {
                Line::Start(name) => Some((name, None)),
                Line::Platform(Some(name)) => Some((name, Some(next - at))),
                Line::Foreign if line.starts_with(STRAY) => {
                    let number = self.input.place().line + lines;
                    self.before.misses(line, number).then_some((NAMELESS, None))
                }
                Line::Foreign => None,
                unsure => {
                    let follows = bytes.get(next..).unwrap_or_default();
                    let behind = ends.line(next) - next;
                    let there = behind < follows.len() || follows.len() >= GLANCE;
                    if !there && !self.input.is_ended() {
                        self.pass_foreign(mem::take(&mut at), mem::take(&mut lines));
                        self.input.more()?;
                        ends = self.input.ends();
                        continue;
                    }
                    let glance = &follows[..behind.min(GLANCE)];
                    match unsure {
                        Line::Announced(name) => header::announces(glance).then(|| {
                            let body = bytes.len().min(ends.line(next) + 1);
                            (name, Some(body - at))
                        }),
                        Line::Platform(_) => {
                            platform::is_item(glance).then_some((NAMELESS, Some(next - at)))
                        }
                        Line::Mention(name) if header::is_attribute(glance) => Some((name, None)),
                        _ => {
                            self.summary.mentions += 1;
                            None
                        }
                    }
                }
            };
            let above = mem::replace(&mut self.above, time);
            let Some((name, body)) = met else {
                at = next;
                lines += 1;
                continue;
            };
            self.pass_foreign(mem::take(&mut at), mem::take(&mut lines));
            if let Some(met) = self.message(name, body, time.or(above))? {
                return Ok(Some(met));
            }
            self.before.skip(self.input.place().line);
            ends = self.input.ends();
        }
    }

    /// Takes the message apart whose header is the first line of the window; `None` when it is to be skipped. Of a
    /// message that Platform SDK printed it is known where its attributes begin.
    fn message(
        &mut self,
        name: Range<usize>,
        mut platform: Option<usize>,
        time: Option<LocalTime>,
    ) -> io::Result<Option<Met>> {
        self.above = None;
        let text = self.input.bytes().get(name.clone()).unwrap_or_default();
        let is_request = text.starts_with(b"Request");
        let event = self.events.by_name(text);
        let place = self.input.place();
        let is_stray = name.is_empty() && platform.is_none();
        if !is_stray {
            self.before.begin(event, text, place.line);
        }
        self.summary.requests += u64::from(is_request);
        if is_request && !self.requests && platform.is_none() {
            self.skip_body()?;
            return Ok(None);
        }
        if text.starts_with(b"ISCC") && platform.is_none() {
            self.summary.iscc += 1;
            self.skip_body()?;
            return Ok(None);
        }
        let plan = event.unwrap_or(self.plans.len() - 1);
        loop {
            let table = self.events.get(event);
            self.slots.clear(table.rows.len());
            let body = Body {
                ends: self.input.ends(),
                name: name.clone(),
                ended: self.input.is_ended(),
                exact: true,
                known: event.is_some(),
                platform,
            };
            let known = self.plans[plan].get_or_insert_with(|| Plan::new(table, &self.given));
            let split = body.split(known, &mut self.slots, &mut self.parts);
            match split {
                Split::Whole { text, used, lines } if text <= MAX_MESSAGE => {
                    if let Some(dialect) = self.parts.stranger {
                        self.summary.requests -= u64::from(is_request);
                        self.summary.skip(dialect);
                        self.pass_lines(used, lines);
                        return Ok(None);
                    }
                    self.summary.platform += u64::from(platform.is_some());
                    if is_request && !self.requests {
                        self.pass_lines(used, lines);
                        return Ok(None);
                    }
                    self.summary.transport += self.parts.transport;
                    let count = match event {
                        Some(_) => &mut self.summary.events,
                        None => &mut self.summary.undeclared,
                    };
                    *count += u64::from(!is_request);
                    self.used = (used, lines);
                    return Ok(Some(Met::Message(Start {
                        event,
                        plan,
                        text,
                        place,
                        time: time.filter(|_| !is_stray),
                        is_platform: platform.is_some(),
                        is_stray,
                    })));
                }
                Split::More if self.input.bytes().len() <= MAX_MESSAGE => {
                    self.input.more()?;
                }
                Split::Dialect(Dialect::Platform) => {
                    platform = Some(platform::body(self.input.bytes()));
                }
                Split::Dialect(dialect) => {
                    self.summary.skip(dialect);
                    self.skip_body()?;
                    return Ok(None);
                }
                Split::Whole { .. } | Split::More => {
                    let text = self.glance();
                    self.skip_body()?;
                    self.summary.oversized += 1;
                    return Ok(Some(Met::Oversized { text, place }));
                }
            }
        }
    }

    /// The beginning of the window's first line.
    fn glance(&self) -> String {
        let ends = self.input.ends();
        let end = ends.line(0).min(HEAD);
        String::from_utf8_lossy(&ends.bytes[..end]).into_owned()
    }

    /// Passes over a line that is too long, in constant memory.
    fn pass_long_line(&mut self) -> io::Result<Met> {
        let (text, place) = (self.glance(), self.input.place());
        self.summary.oversized += 1;
        self.summary.foreign_lines += 1;
        self.above = None;
        self.skip_line()?;
        Ok(Met::Oversized { text, place })
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let ends = self.input.ends();
            let (bytes, end) = (ends.bytes, ends.line(0));
            let found = end < bytes.len();
            self.pass(end + usize::from(found));
            if found || !self.input.more()? {
                return Ok(());
            }
        }
    }

    /// Skips the message whose header is the first line of the window.
    fn skip_body(&mut self) -> io::Result<()> {
        let ends = self.input.ends();
        let mut at = ends.bytes.len().min(ends.line(0) + 1);
        loop {
            let ends = self.input.ends();
            let (bytes, end) = (ends.bytes, ends.line(at));
            let ended = self.input.is_ended();
            match bytes.get(at) {
                Some(first) if *first != b'\n' && !is_blank(*first) => {
                    self.pass(at);
                    return Ok(());
                }
                _ if end == bytes.len() && !ended => {
                    let long = end - at > MAX_MESSAGE;
                    self.pass(at);
                    at = 0;
                    if long {
                        self.skip_line()?;
                    } else {
                        self.input.more()?;
                    }
                    continue;
                }
                _ => {}
            }
            let (start, stop) = trim(bytes, at, end);
            let next = bytes.len().min(end + 1);
            let is_header = bytes.get(start).is_some_and(u8::is_ascii_digit)
                && matches!(header::recognise(&bytes[at..end]), Line::Start(_));
            if start == stop || is_header {
                self.pass(if is_header { at } else { next });
                return Ok(());
            }
            at = next;
        }
    }

    /// Reads the lines of the file's head, if it has one.
    fn read_head(&mut self) -> io::Result<Vec<(String, String)>> {
        let mut lines = Vec::new();
        let mark = "\u{feff}".as_bytes();
        while self.input.bytes().len() < mark.len() && self.input.more()? {}
        if self.input.bytes().starts_with(mark) {
            self.pass(mark.len());
        }
        loop {
            let ends = self.input.ends();
            let (bytes, end) = (ends.bytes, ends.line(0));
            if end == bytes.len() && !self.input.is_ended() && end <= head::LINE {
                self.input.more()?;
                continue;
            }
            let (next, line) = (bytes.len().min(end + 1), &bytes[..end]);
            match head::line(line) {
                Some(pair) if lines.len() < head::LINES => lines.push(pair),
                _ => {
                    let ends = !lines.is_empty() && line.trim_ascii().is_empty();
                    self.pass(if ends { next } else { 0 });
                    break;
                }
            }
            self.pass(next);
        }
        head::start(&lines, &mut self.clock);
        Ok(lines)
    }

    #[inline]
    fn pass_foreign(&mut self, count: usize, lines: u64) {
        self.summary.foreign_lines += lines;
        self.pass_lines(count, lines);
    }

    /// Is done with the first bytes of the window, in which so many lines end; a last line may end with the input.
    #[inline]
    fn pass_lines(&mut self, count: usize, lines: u64) {
        self.summary.lines += lines;
        self.input.consume_lines(count, lines);
    }

    /// Is done with the first bytes of the window.
    fn pass(&mut self, count: usize) {
        let bytes = self.input.bytes();
        let last = count.checked_sub(1).and_then(|last| bytes.get(last));
        let unended = self.input.is_ended()
            && count == bytes.len()
            && last.is_some_and(|byte| *byte != b'\n');
        let before = self.input.place().line;
        self.input.consume(count);
        self.summary.lines += self.input.place().line - before + u64::from(unended);
    }
}

/// The bytes of a message, and perhaps of what is behind it.
pub(super) struct Body<'a> {
    pub(super) ends: Ends<'a>,
    /// Where its name stands.
    pub(super) name: Range<usize>,
    pub(super) ended: bool,
    /// Whether the bytes are those of the log.
    pub(super) exact: bool,
    /// Whether the event is declared.
    pub(super) known: bool,
    /// Where the attributes begin, when Platform SDK printed them.
    pub(super) platform: Option<usize>,
}

impl Body<'_> {
    /// Takes the message apart.
    pub(super) fn split(self, plan: &mut Plan, slots: &mut Slots, parts: &mut Parts) -> Split {
        let Self { ends, name, .. } = self;
        // Attributes stand there and no header.
        let is_stray = name.is_empty() && self.platform.is_none();
        slots.name = span(name.start, name.end);
        if !self.known && !is_stray {
            let what = if name.is_empty() {
                What::Malformed("attributes without the name of their event")
            } else {
                What::UnknownEvent
            };
            let at = slots.name;
            slots.find(Finding { what, at });
        }
        parts.clear();
        let bytes = ends.bytes;
        let start = if is_stray {
            0
        } else {
            bytes.len().min(ends.line(name.end) + 1)
        };
        let splitter = Splitter {
            bytes,
            ends,
            ended: self.ended,
            exact: self.exact,
            known: self.known,
            name: &bytes[name],
            unit: 0,
            plan,
            slots,
            parts,
            // The name of a message may stand above the line that announces its attributes.
            lines: u64::from(!is_stray) + u64::from(self.platform.is_some_and(|body| body > start)),
        };
        match self.platform {
            None => splitter.split(start),
            Some(start) => splitter.split_platform(start),
        }
    }
}
