//! The tag: the attribute that bears the event's name and so says by which table the message is read.

use events_schema::Span;

use super::message::Parser;
use super::number::Number;
use super::scan::{Scanner, Stop};
use crate::check::{miss_name, named_again, row_number};
use crate::convert::decimal;
use crate::finding::{Fault, What};
use crate::read::marks::Marks;
use crate::record::{Slot, span};
use crate::table::Events;

/// What is known of a message's tag.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tag {
    /// The table that the message is read by.
    table: Option<usize>,
    /// Whether that is no guess.
    certain: bool,
    /// The attribute that named the event, once one did.
    named: Option<&'static str>,
}

impl Tag {
    /// Whether the tag was read.
    pub(super) fn is_named(&self) -> bool {
        self.named.is_some()
    }
}

impl Parser<'_, '_, '_> {
    /// Takes the beginning of a message when that is the tag with the name of an event, without white space.
    pub(super) fn opening(&mut self) -> bool {
        let (bytes, opening) = (self.scan.text.as_bytes(), &self.events.opening);
        let start = opening.len();
        if start == 0 || !bytes.starts_with(opening.as_bytes()) {
            return false;
        }
        let end = self.scan.marks.next(start);
        if bytes.get(end) != Some(&b'"') {
            return false;
        }
        let Some(table) = self.events.by_name(&bytes[start..end]) else {
            return false;
        };
        self.choose(Some(table), true);
        self.scan.at = end + 1;
        let key = self.events.tags().first().copied().unwrap_or_default();
        self.set_name(key, span(start, end));
        true
    }

    /// Takes the tag when it comes first, as it mostly does, and says whether it did. Otherwise the table is guessed.
    pub(super) fn leading_tag(&mut self) -> Result<bool, Stop> {
        let text = self.scan.text;
        let mut tags = self.events.tags().iter();
        if self.scan.peek() == Some(b'"')
            && let Some(key) = tags.find(|tag| quotes(text, self.scan.at, tag))
        {
            let start = self.scan.at;
            self.scan.key()?;
            self.scan.peek();
            let value = self.scan.at;
            if let (Some(name), table) = self.name()? {
                let place = span(value, self.scan.at);
                self.choose(table, true);
                if name.end as usize <= text.len() {
                    self.name_is(key, name, table, place);
                    return Ok(true);
                }
                // A name with escapes is not kept any more.
                self.scan.at = value;
                return self.tag(key);
            }
            self.scan.at = start;
        }
        self.choose(
            guess(text, self.scan.marks, self.events).or(self.events.sole()),
            false,
        );
        Ok(false)
    }

    /// Takes the value of the tag; `false` when it names another table than the one that the message is read by.
    pub(super) fn tag(&mut self, key: &'static str) -> Result<bool, Stop> {
        self.scan.peek();
        let start = self.scan.at;
        let (name, table) = self.name()?;
        let place = span(start, self.scan.at);
        let row = self.table.tag;
        let Some(name) = name else {
            let nothing = matches!(
                self.scan.text.get(start..self.scan.at),
                Some("null" | "\"\"")
            );
            if let (Some(row), false) = (row, nothing) {
                let (row, fault) = (row_number(row), Fault::Type);
                self.find(What::Refused { row, fault }, place);
            }
            return Ok(true);
        };
        if self.tag.named.is_none() && table != self.tag.table {
            self.choose(table, true);
            return Ok(false);
        }
        self.name_is(key, name, table, place);
        Ok(true)
    }

    fn name_is(&mut self, key: &'static str, name: Span, table: Option<usize>, place: Span) {
        if let Some(first) = self.tag.named {
            if first == key {
                self.find(named_again(self.table), place);
            } else if table != self.tag.table
                || table.is_none() && self.said(name) != self.said(self.slots.name)
            {
                self.find(What::OtherName, place);
            }
            return;
        }
        let documented = self.documented(name);
        self.set_name(key, documented);
        if self.table.is_unknown() {
            self.find(What::UnknownEvent, name);
        }
    }

    pub(super) fn set_name(&mut self, key: &'static str, name: Span) {
        self.tag.named = Some(key);
        self.slots.name = name;
        if let Some(row) = self.table.tag {
            self.slots.set(row, Slot::Text(name));
        }
    }

    /// Whether the table that the message was read by is its own, now that all of it was read. If not, the message is
    /// one without a tag, and is to be read again.
    pub(super) fn is_settled(&mut self) -> bool {
        let settled =
            self.tag.named.is_some() || self.table.is_unknown() || self.events.sole().is_some();
        if !settled {
            self.choose(None, true);
        }
        settled
    }

    /// Reports a message that was read to its end and has no tag.
    pub(super) fn name_missing(&mut self) {
        if self.tag.named.is_none() {
            miss_name(self.table, self.slots);
        }
    }

    fn choose(&mut self, table: Option<usize>, certain: bool) {
        self.tag = Tag {
            table,
            certain,
            named: None,
        };
        self.table = self.events.get(table);
        self.slots.clear(self.table.rows.len());
    }

    /// Takes a value that names an event, by name or by number, and finds its table. An empty text names none.
    fn name(&mut self) -> Result<(Option<Span>, Option<usize>), Stop> {
        let start = self.scan.at;
        match self.scan.peek() {
            Some(b'"') => {
                let span = self.quoted()?;
                let name = self.said(span);
                if name.is_empty() {
                    return Ok((None, None));
                }
                if self.tag.certain && name == self.table.event().name {
                    return Ok((Some(span), self.tag.table));
                }
                let number = || self.events.by_number(decimal(name)?.try_into().ok()?);
                Ok((Some(span), self.events.by_name(name).or_else(number)))
            }
            Some(b'-' | b'0'..=b'9') => {
                let start = self.scan.at;
                let Number::Integer(number) = self.scan.number()? else {
                    return Ok((None, None));
                };
                // Numbers past 64 bits are real ones elsewhere, and those name nothing.
                if i64::try_from(number).is_err() && u64::try_from(number).is_err() {
                    return Ok((None, None));
                }
                let table = number
                    .try_into()
                    .ok()
                    .and_then(|number| self.events.by_number(number));
                Ok((Some(span(start, self.scan.at)), table))
            }
            _ => {
                self.scan.at = start;
                self.scan.skip()?;
                Ok((None, None))
            }
        }
    }

    /// The name of the event as documented, where the message has its number.
    fn documented(&mut self, name: Span) -> Span {
        let documented = &*self.table.event().name;
        let input = self.scan.text;
        if self.table.is_unknown() || self.said(name) == documented {
            return name;
        }
        self.slots.keep(input.len(), documented)
    }
}

/// Whether this name stands at a place, between quotes.
fn quotes(text: &str, at: usize, name: &str) -> bool {
    let rest = text.as_bytes().get(at + 1..).unwrap_or_default();
    rest.get(name.len()) == Some(&b'"') && rest.starts_with(name.as_bytes())
}

/// The table that a message without leading tag probably belongs to: whatever looks like a tag in it, at any depth,
/// says so. When the message is read, its own tag is found and compared.
fn guess(text: &str, marks: &Marks, events: &Events) -> Option<usize> {
    if events.sole().is_some() {
        return None;
    }
    last_member(text, events).or_else(|| first_tag(text, marks, events))
}

/// The table that the last member names, if it looks like the tag.
fn last_member(text: &str, events: &Events) -> Option<usize> {
    let bytes = text.as_bytes().strip_suffix(b"\"}")?;
    let (before, name) = bytes.split_at_checked(memchr::memrchr(b'"', bytes)?)?;
    let before = before.strip_suffix(b":")?;
    let mut tags = events.quoted_tags();
    tags.find(|tag| before.ends_with(tag.needle()))?;
    events.by_name(name.get(1..)?)
}

/// The table that the first tag names that is found.
fn first_tag(text: &str, marks: &Marks, events: &Events) -> Option<usize> {
    events.quoted_tags().find_map(|tag| {
        tag.find_iter(text.as_bytes()).take(8).find_map(|at| {
            let mut scan = Scanner::new(text, marks);
            scan.at = at + tag.needle().len();
            scan.expect(b':', "").ok()?;
            scan.peek().filter(|byte| *byte == b'"')?;
            let name = scan.quoted().ok()?;
            events.by_name(name.inside().of(text, ""))
        })
    })
}
