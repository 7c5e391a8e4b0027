//! Messages as Platform SDK prints them, in Java and in .NET: `Name [type] = value`, a line an attribute.
//!
//! They stand in the logs of applications, behind the application's own words and before others:
//!
//! ```text
//! 2026-03-02 09:20:31,665 DEBUG [selector] - Proxy got message 'EventOnHook' ('87')
//! message attributes:
//! AttributeEventSequenceNumber [long] = 4899493
//! Time            = ComplexClass(TimeStamp):
//!     AttributeTimeinuSecs [int] = 573000
//!     AttributeTimeinSecs [int] = 1420644031
//! AttributeThisDN [str] = "2214"
//! AttributeUserData [bstr] = KVList:
//!         'ActivityID' [str] = "1-4ZK2Q9"
//! . Processing with state .StatePrimary
//! ```
//!
//! `'Name' (87) attributes:` begins a message too, whatever stands before it. The parts of a `ComplexClass` are
//! attributes like others. Numbers of 64 bits are printed in hexadecimal, but for `EventSequenceNumber`. Attributes that
//! the table lacks are kept as the T-Library dialect would give them, so that a message is the same in both.
//!
//! A line that is neither an attribute nor a pair ends the message, unless more of them follow it: then it is damage.
//! In the last line of a message, a value ends before `]`, `.` or `,`, with which the application goes on.

use events_schema::{Dictionary, Node, NodeValue, Span};

use super::bytes::{is_blank, trim};
use super::clock::stamp;
use super::fill::Filler;
use super::header::{self, Dialect, Line, is_in_name};
use super::plan::{PREFIX, Target};
use super::preview::Measure;
use super::split::{Form, NO_VALUE, Part, Split, Splitter, whole};
use crate::finding::{Finding, What};
use crate::read::MAX_DEPTH;
use crate::record::{Nodes, span};

pub use super::platform_write::{to_string, write};

/// The one number of 64 bits that is printed in decimal.
pub(super) const DECIMAL: &str = "AttributeEventSequenceNumber";

/// How many lines that hold nothing may stand in a message.
const STRANGERS: usize = 16;

/// What a line of a message holds, as places.
struct Item {
    /// The name, or the key without its quotes.
    name: (usize, usize),
    is_pair: bool,
    /// The type; empty where none is printed.
    kind: (usize, usize),
    value: (usize, usize),
}

impl Item {
    /// What stands in a line from `start` to `stop`, blanks at its ends not counted.
    fn parse(bytes: &[u8], start: usize, stop: usize) -> Option<Self> {
        let text = &bytes[start..stop];
        if text.first() == Some(&b'\'') {
            // A key may hold quotes: it closes before the type.
            return memchr::memchr_iter(b'\'', text).skip(1).find_map(|close| {
                let (kind, value) = typed(bytes, start + close + 1, stop)?;
                Some(Self {
                    name: (start + 1, start + close),
                    is_pair: true,
                    kind,
                    value,
                })
            });
        }
        // Members of unions are named with a point.
        let in_name = |byte: &&u8| is_in_name(**byte) || **byte == b'.';
        let length = text.iter().take_while(in_name).count();
        if !text.first()?.is_ascii_alphabetic() {
            return None;
        }
        let (kind, value) = typed(bytes, start + length, stop)?;
        Some(Self {
            name: (start, start + length),
            is_pair: false,
            kind,
            value,
        })
    }
}

/// The type and the value in `[type] = value`. Only classes and lists may be without a type.
fn typed(bytes: &[u8], start: usize, stop: usize) -> Option<((usize, usize), (usize, usize))> {
    let (start, _) = trim(bytes, start, stop);
    let (kind, behind) = match bytes[start..stop].first()? {
        b'[' => {
            let inside = &bytes[start + 1..stop];
            let in_kind = |byte: &&u8| is_in_name(**byte) || **byte == b'-';
            let length = inside.iter().take_while(in_kind).count();
            let end = start + 1 + length;
            (length > 0 && bytes[..stop].get(end) == Some(&b']')).then_some(())?;
            ((start + 1, end), end + 1)
        }
        _ => ((start, start), start),
    };
    let (equals, _) = trim(bytes, behind, stop);
    (bytes[..stop].get(equals) == Some(&b'=')).then_some(())?;
    let value = trim(bytes, equals + 1, stop);
    let text = &bytes[value.0..value.1];
    let is_plain = kind.0 < kind.1 || text.starts_with(CLASS) || text.starts_with(LIST);
    is_plain.then_some((kind, value))
}

const CLASS: &[u8] = b"ComplexClass(";
const LIST: &[u8] = b"KVList:";

/// Whether a line holds an attribute or a pair.
pub(crate) fn is_item(line: &[u8]) -> bool {
    let (start, stop) = trim(line, 0, line.len());
    Item::parse(line, start, stop).is_some()
}

impl Splitter<'_> {
    /// Splits the lines from `start` on, which follow the header.
    pub(super) fn split_platform(mut self, start: usize) -> Split {
        let (mut at, mut previous) = (start, 0);
        let ends = |text, used, lines| Split::Whole { text, used, lines };
        loop {
            if at == self.bytes.len() {
                return if self.ended {
                    ends(at, at, self.lines)
                } else {
                    Split::More
                };
            }
            let Some(end) = self.end_of(at) else {
                return Split::More;
            };
            let (from, stop) = trim(self.bytes, at, end);
            if from == stop {
                return ends(at, self.behind(end), self.lines + 1);
            }
            let next = match Item::parse(self.bytes, from, stop) {
                Some(item) if item.is_pair => {
                    self.damaged("a pair outside of a list", from, stop);
                    self.lines += 1;
                    Some(self.behind(end))
                }
                Some(item) => {
                    if at == start {
                        self.parts.stranger = stranger(&self.bytes[from..stop]);
                    }
                    self.lines += 1;
                    self.item(&item, &mut previous, end)
                }
                None => match self.is_over(at, end) {
                    Some(true) => return ends(at, at, self.lines),
                    Some(false) => Some(self.stray(from, stop, end)),
                    None => None,
                },
            };
            match next {
                Some(next) => at = next,
                None => return Split::More,
            }
        }
    }

    /// Whether a line that is no item ends the message. What looks like a damaged item does not, and nothing does as
    /// long as more items follow before the application's next entry. `None` when that is not there yet.
    fn is_over(&self, at: usize, end: usize) -> Option<bool> {
        let is_entry = |line: &[u8]| {
            line.trim_ascii().is_empty()
                || stamp(line).is_some()
                || header::recognise(line) != Line::Foreign
        };
        if is_entry(&self.bytes[at..end]) {
            return Some(true);
        }
        let (from, stop) = trim(self.bytes, at, end);
        let text = &self.bytes[from..stop];
        let is_attribute = text
            .strip_prefix(PREFIX.as_bytes())
            .is_some_and(|rest| rest.first().is_some_and(u8::is_ascii_uppercase));
        if is_attribute || from > at && text.starts_with(b"'") {
            return Some(false);
        }
        let mut at = self.behind(end);
        for _ in 0..STRANGERS {
            if at == self.bytes.len() {
                return self.ended.then_some(true);
            }
            let end = self.end_of(at)?;
            let line = &self.bytes[at..end];
            if is_item(line) {
                return Some(false);
            }
            if is_entry(line) {
                break;
            }
            at = self.behind(end);
        }
        Some(true)
    }

    /// Reports a line that holds nothing; gives the place behind it.
    fn stray(&mut self, from: usize, stop: usize, end: usize) -> usize {
        self.damaged("neither an attribute nor a pair", from, stop);
        self.lines += 1;
        self.behind(end)
    }

    /// An attribute; gives the place behind it and its list.
    fn item(&mut self, item: &Item, previous: &mut usize, end: usize) -> Option<usize> {
        let next = self.behind(end);
        let text = &self.bytes[item.value.0..item.value.1];
        if text.starts_with(CLASS) {
            return Some(next);
        }
        let name = self
            .plan
            .find(*previous, &self.bytes[item.name.0..item.name.1]);
        let name = name.unwrap_or(0);
        if name > 0 {
            *previous = name;
        }
        let target = self.plan.name(name).target;
        let kind = &self.bytes[item.kind.0..item.kind.1];
        if text.starts_with(LIST) || kind == b"list" {
            let form = Form::List;
            let list = self.take_list(name, item.name, item.value, form, next, Self::items);
            return list.map(|(_, next)| next);
        }
        if text.is_empty() {
            self.damaged(NO_VALUE, item.name.0, item.name.1);
            return Some(next);
        }
        let (form, value) = self.form(item, next)?;
        if target == Target::Other {
            let datum = self.datum(form, value);
            self.other(item.name, name, datum);
        } else {
            let is_decimal =
                self.bytes[item.name.0..item.name.1].eq_ignore_ascii_case(DECIMAL.as_bytes());
            let part = Part {
                name,
                value,
                list: None,
                form: if is_decimal { Form::Decimal } else { form },
            };
            self.parts.keep(target, part);
        }
        Some(next)
    }

    /// How a value is written, and where it stands without what is around it. The line ends before `next`; `None` when
    /// what is there has to be known, and is not there yet.
    fn form(&mut self, item: &Item, next: usize) -> Option<(Form, Span)> {
        let mut value = item.value;
        if let Some(end) = self.end_of_value(item)
            && self.is_last(next)?
        {
            value.1 = end;
        }
        Some(self.form_of(item, value))
    }

    /// Where a value ends behind which the application goes on with its own words, as it looks.
    fn end_of_value(&self, item: &Item) -> Option<usize> {
        let (start, stop) = item.value;
        let text = &self.bytes[start..stop];
        let (value, behind) = if text.first()? == &b'"' {
            let last = memchr::memrchr(b'"', text).filter(|last| *last > 0)?;
            text.split_at(last + 1)
        } else if let b"int" | b"long" = &self.bytes[item.kind.0..item.kind.1] {
            let in_number = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
            let end = text.iter().position(|byte| !in_number(byte))?;
            text.split_at(end)
        } else {
            return None;
        };
        // A point or a comma in a number does not end it.
        let goes_on = match behind {
            [b'.' | b',', next, ..] => text[0] == b'"' || is_blank(*next),
            [b']', _, ..] | [b'.' | b','] => true,
            _ => false,
        };
        (goes_on && !value.is_empty()).then_some(start + value.len())
    }

    /// Whether no attribute and no pair follow from `at` on, so that the message ends there.
    fn is_last(&self, at: usize) -> Option<bool> {
        if at == self.bytes.len() {
            return self.ended.then_some(true);
        }
        let end = self.end_of(at)?;
        if is_item(&self.bytes[at..end]) {
            return Some(false);
        }
        self.is_over(at, end)
    }

    fn form_of(&mut self, item: &Item, (start, stop): (usize, usize)) -> (Form, Span) {
        let text = &self.bytes[start..stop];
        if text.first() == Some(&b'"') {
            // A bracket may stand before the header and behind the last value.
            let inner = text.strip_suffix(b"]").filter(|text| text.ends_with(b"\""));
            let inner = inner.unwrap_or(text);
            let (end, reason) = match memchr::memrchr(b'"', inner) {
                Some(0) | None => (text.len(), Some("a text without its last quote")),
                Some(last) if last + 1 < inner.len() => {
                    (last, Some("a text that goes on behind its last quote"))
                }
                Some(last) => (last, None),
            };
            if let Some(reason) = reason {
                self.damaged(reason, start, stop);
            }
            return (Form::Text, span(start + 1, start + end));
        }
        if &self.bytes[item.kind.0..item.kind.1] == b"str" {
            self.damaged("a text without quotes", start, stop);
            return (Form::Text, span(start, stop));
        }
        let text = text.strip_suffix(b"]").unwrap_or(text);
        let (start, stop) = trim(self.bytes, start, start + text.len());
        (Form::Plain, span(start, stop))
    }

    /// A value that has no type in a table.
    fn datum(&self, form: Form, value: Span) -> NodeValue {
        let text = &self.bytes[value.start as usize..value.end as usize];
        match whole(text) {
            Some(number) if form == Form::Plain => NodeValue::Integer(number),
            _ => NodeValue::Text(value),
        }
    }

    /// Reads the pairs that stand from `at` on; gives the place behind them. Nested ones are indented further.
    fn items(&mut self, nodes: Nodes, mut at: usize) -> Option<(Measure, usize)> {
        self.parts.open.clear();
        self.parts.indents.clear();
        let mut base = None;
        while at < self.bytes.len() || !self.ended {
            let end = self.end_of(at).filter(|_| at < self.bytes.len())?;
            let (from, stop) = trim(self.bytes, at, end);
            let next = self.behind(end);
            match Item::parse(self.bytes, from, stop) {
                Some(item) if item.is_pair => {
                    self.lines += 1;
                    self.nest(nodes, from - at, base, &item, next)?;
                    base = base.or(Some(from - at));
                    at = next;
                }
                Some(_) => break,
                None if self.is_over(at, end)? => break,
                // What looks like an attribute is none of the list's.
                None if self.bytes[from..stop].starts_with(PREFIX.as_bytes()) => break,
                None => at = self.stray(from, stop, end),
            }
        }
        while let Some(list) = self.parts.open.pop() {
            self.slots.close(nodes, list);
        }
        Some((Measure::default(), at))
    }

    /// Puts a pair into the list that it is nested in, by how far it and those before it are indented. The next line
    /// begins at `next`; `None` when it has to be known, and is not there yet.
    fn nest(
        &mut self,
        nodes: Nodes,
        indent: usize,
        base: Option<usize>,
        item: &Item,
        next: usize,
    ) -> Option<()> {
        while self
            .parts
            .indents
            .last()
            .is_some_and(|last| indent <= *last)
            && let Some(list) = self.parts.open.pop()
        {
            self.parts.indents.pop();
            self.slots.close(nodes, list);
        }
        if self.parts.open.is_empty() && base.is_some_and(|base| indent > base) {
            self.damaged("a pair that no list is open for", item.name.0, item.name.1);
        }
        let kind = &self.bytes[item.kind.0..item.kind.1];
        let is_list = kind == b"list" || self.bytes[item.value.0..item.value.1].starts_with(LIST);
        let value = if is_list {
            NodeValue::List(0)
        } else {
            let is_number = matches!(kind, b"int" | b"long");
            let (form, value) = self.form(item, next)?;
            let datum = self.datum(form, value);
            if is_number && !matches!(datum, NodeValue::Integer(_)) {
                let reason = "neither a text nor a number nor a list";
                self.damaged(reason, item.value.0, item.value.1.max(item.value.0 + 1));
            }
            datum
        };
        let key = span(item.name.0, item.name.1);
        let list = self.slots.nodes(nodes);
        let place = list.len();
        list.push(Node { key, value });
        if is_list {
            if self.parts.open.len() + 1 < MAX_DEPTH {
                self.parts.open.push(place);
                self.parts.indents.push(indent);
            } else {
                self.damaged("lists nested too deep", item.name.0, item.name.1);
            }
        }
        Some(())
    }
}

/// The dialect of a message whose first attribute is none of T-Library.
fn stranger(line: &[u8]) -> Option<Dialect> {
    header::dialect(line).filter(|dialect| *dialect != Dialect::Platform)
}

/// Where the attributes begin of a message whose header is the first line, or the first two.
pub(super) fn body(bytes: &[u8]) -> usize {
    let end_of =
        |at: usize| memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
    let first = end_of(0);
    let end = match header::recognise(&bytes[..first]) {
        Line::Announced(_) if first < bytes.len() => end_of(first + 1),
        _ => first,
    };
    bytes.len().min(end + 1)
}

impl Filler<'_> {
    /// Gives the attributes that the table lacks the form that the T-Library dialect has for them: its spelling of the
    /// names, and numbers of 64 bits in hexadecimal.
    pub(super) fn respell(&mut self, dictionary: &'static Dictionary) {
        let (mut at, text) = (0, self.text);
        while let Some(node) = self.slots.other.get(at).copied() {
            let key = node.key.of(text, &self.slots.scratch);
            let logged = dictionary
                .definitions
                .iter()
                .flat_map(|definition| definition.log.iter())
                .find(|name| {
                    let name = name.strip_prefix(PREFIX).unwrap_or(name);
                    name.eq_ignore_ascii_case(key)
                });
            if let Some(logged) = logged {
                let name = logged.strip_prefix(PREFIX).unwrap_or(logged);
                if name != key {
                    self.slots.other[at].key = self.slots.keep(text.len(), name);
                }
                if let (DECIMAL, NodeValue::Integer(number)) = (&**logged, node.value) {
                    let hexadecimal = self.slots.keep(text.len(), &format!("{number:016x}"));
                    self.slots.other[at].value = NodeValue::Text(hexadecimal);
                }
            }
            at += 1 + match node.value {
                NodeValue::List(nested) | NodeValue::Array(nested) => nested as usize,
                _ => 0,
            };
        }
    }

    /// Compares the number in the header with that of the event, which its name decides.
    pub(super) fn compare_number(&mut self) {
        let name = self.slots.name.end as usize;
        if let Some(number) = self.table.event().number
            && let Some(at) = header::number_behind(self.text, name)
            && self.text[at.clone()].parse() != Ok(number)
        {
            let (what, at) = (What::OtherNumber, span(at.start, at.end));
            self.slots.find(Finding { what, at });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_what_they_hold() {
        for (line, name, kind, value) in [
            (
                "AttributeThisDN [str] = \"2214\"",
                "AttributeThisDN",
                "str",
                "\"2214\"",
            ),
            ("AttributeX [int] =", "AttributeX", "int", ""),
            ("AttributeX[int]=1", "AttributeX", "int", "1"),
            ("attr_itx_id [str] = \"0\"", "attr_itx_id", "str", "\"0\""),
            (
                "Time            = ComplexClass(TimeStamp):",
                "Time",
                "",
                "ComplexClass(TimeStamp):",
            ),
            ("'key' [list] = ", "key", "list", ""),
            ("'it's [a]' [str] = \"x\"", "it's [a]", "str", "\"x\""),
            ("'' [int] = 0", "", "int", "0"),
            ("AttributeX [utf-8] = \"x\"", "AttributeX", "utf-8", "\"x\""),
            ("A.b [int] = 0", "A.b", "int", "0"),
        ] {
            let (start, stop) = trim(line.as_bytes(), 0, line.len());
            let item = Item::parse(line.as_bytes(), start, stop).expect(line);
            let at = |(start, stop): (usize, usize)| &line[start..stop];
            assert_eq!(
                (at(item.name), at(item.kind), at(item.value)),
                (name, kind, value)
            );
        }
        for line in [
            "",
            "x = 5",
            "AttributeThisDN [str",
            "AttributeThisDN [] = 1",
            "'key' = 1",
            "'",
            "[a] = 1",
        ] {
            assert!(!is_item(line.as_bytes()), "{line}");
        }
    }
}
