//! A message taken apart line by line, as bytes: which lines hold what, and the lists.
//!
//! Nothing is converted here but what lists hold. The lines of rows are kept as places, so that the message is
//! looked through once; its end is known behind that, and with it what has to be UTF-8.

use events_schema::{Node, NodeValue, Span};

use super::bytes::{is_blank, trim, unquote};
use super::fill::Moment;
use super::header::{self, Dialect};
use super::plan::{Plain, Plan, Target, prefix};
use super::preview::{Departure, Measure, Preview};
use super::window::Ends;
use crate::check::row_number;
use crate::convert::decimal;
use crate::finding::{Finding, What};
use crate::record::{Nodes, Slots, offset, span};
use crate::table::Rows;

pub(super) const NO_VALUE: &str = "an attribute without a value";

/// A line that holds a row's value or part of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) name: usize,
    pub(super) value: Span,
    /// The nodes of the list that follows the line: the first and how many.
    pub(super) list: Option<(u32, u32)>,
    pub(super) form: Form,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As T-Library logs write it: a text in quotes, a list with its size, or a word.
    Plain,
    /// A text whose quotes are left out.
    Text,
    /// A number in decimal, where others of its kind are not.
    Decimal,
    /// A list that was announced.
    List,
}

/// What splitting a message came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    /// It ends here; `used` counts the empty line behind it too.
    Whole {
        text: usize,
        used: usize,
        lines: u64,
    },
    /// Its end is not there yet.
    More,
    /// It is of another dialect.
    Dialect(Dialect),
}

/// Room that is used again for each message, and what was counted.
#[derive(Debug, Default)]
pub(super) struct Parts {
    lines: Vec<Part>,
    /// The rows that the lines are of.
    pub(super) kept: Rows,
    /// The nodes of the lists that the next pair may be in, the outermost not counted.
    pub(super) open: Vec<usize>,
    /// How far the pairs that announced these lists are indented, where that tells what is in them.
    pub(super) indents: Vec<usize>,
    /// The dialect of the message, where it is none of T-Library.
    pub(super) stranger: Option<Dialect>,
    /// Attributes that no table has, such as a sequence number: kept, and only counted.
    pub(super) transport: u64,
    /// What was taken at once of a moment that stands in two lines.
    pub(super) moment: Option<Moment>,
    /// Whether its row has its value already.
    pub(super) told: bool,
    /// Lists that were compared with their preview, and those that departed from it.
    pub(super) compared: u64,
    pub(super) departed: u64,
}

impl Parts {
    /// The lines that are not taken yet.
    pub(super) fn lines(&self) -> &[Part] {
        &self.lines
    }

    /// Whether nothing was kept, and no moment taken.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.moment.is_none()
    }

    /// Keeps a line until the end of the message is known.
    pub(super) fn keep(&mut self, target: Target, part: Part) {
        if let Target::Row(row, _) = target {
            self.kept.insert(row);
        }
        self.lines.push(part);
    }

    pub(super) fn clear(&mut self) {
        self.lines.clear();
        self.kept = Rows::default();
        self.open.clear();
        self.stranger = None;
        self.transport = 0;
        self.moment = None;
        self.told = false;
        self.compared = 0;
        self.departed = 0;
    }
}

pub(super) struct Splitter<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) ends: Ends<'a>,
    /// Whether nothing comes behind the bytes.
    pub(super) ended: bool,
    /// Whether the bytes are those of the log.
    pub(super) exact: bool,
    /// Whether the event is declared; of others all attributes are unknown, which needs no saying.
    pub(super) known: bool,
    /// What the message is called.
    pub(super) name: &'a [u8],
    /// How many blanks indent an attribute line, where blanks stand for tabs.
    pub(super) unit: usize,
    pub(super) plan: &'a mut Plan,
    pub(super) slots: &'a mut Slots,
    pub(super) parts: &'a mut Parts,
    /// How many lines ended so far, that of the header included.
    pub(super) lines: u64,
}

impl Splitter<'_> {
    /// Splits the lines from `start` on, which follow the header.
    pub(super) fn split(mut self, start: usize) -> Split {
        let mut at = start;
        let mut previous = 0;
        loop {
            let expected;
            (at, previous, expected) = self.take_lines(at, previous);
            if let Some((name, value)) = expected {
                if let Some((row, preview, pairs)) = self.plain_list(name, value) {
                    let Some(next) = self.take_plain_list(row, value, preview, pairs) else {
                        return Split::More;
                    };
                    (at, previous) = (next, name);
                    continue;
                }
                let Some(end) = self.end_of(value) else {
                    return Split::More;
                };
                let Some(next) = self.attribute(name, (at + 1, value - 1), (value, end), end)
                else {
                    return Split::More;
                };
                self.lines += 1;
                (at, previous) = (next, name);
                continue;
            }
            match self.line(at, previous, at == start) {
                Ok((next, name)) => (at, previous) = (next, name),
                Err(split) => return split,
            }
        }
    }

    /// The end of a line; `None` when it is not there yet.
    #[inline]
    pub(super) fn end_of(&self, from: usize) -> Option<usize> {
        let end = self.ends.line(from);
        (end < self.bytes.len() || self.ended).then_some(end)
    }

    /// The line behind one that ends here.
    #[inline]
    pub(super) fn behind(&self, end: usize) -> usize {
        self.bytes.len().min(end + 1)
    }

    /// Any line but the expected one; gives the place behind it and the name that it had.
    fn line(
        &mut self,
        at: usize,
        previous: usize,
        is_first: bool,
    ) -> Result<(usize, usize), Split> {
        let ends = |used: usize| Split::Whole {
            text: at,
            used,
            lines: self.lines + u64::from(used > at),
        };
        match self.bytes.get(at) {
            None if self.ended => return Err(ends(at)),
            None => return Err(Split::More),
            Some(b'\n') => return Err(ends(at + 1)),
            Some(first) if is_blank(*first) => {}
            Some(_) if is_first => return Err(self.other_dialect(at).unwrap_or(ends(at))),
            Some(_) => return Err(ends(at)),
        }
        let end = self.end_of(at).ok_or(Split::More)?;
        let (start, stop) = trim(self.bytes, at, end);
        let Some(first) = self.bytes[start..stop].first() else {
            return Err(ends(self.behind(end)));
        };
        let (first, unit) = (
            *first,
            if self.bytes[at] == b' ' {
                start - at
            } else {
                0
            },
        );
        self.lines += 1;
        let name_end = start
            + self.bytes[start..stop]
                .iter()
                .take_while(|byte| !is_blank(**byte))
                .count();
        let name = match first {
            b'\'' => {
                self.damaged("a pair outside of a list", start, stop);
                None
            }
            // An error may say in parentheses what its code means.
            b'(' if self.name == b"EventError" && self.bytes[stop - 1] == b')' => None,
            b'0'..=b'9'
                if matches!(
                    header::recognise(&self.bytes[at..end]),
                    header::Line::Start(_)
                ) =>
            {
                let lines = self.lines - 1;
                return Err(Split::Whole {
                    text: at,
                    used: at,
                    lines,
                });
            }
            _ => {
                let dialect = header::dialect(&self.bytes[start..stop]);
                match dialect {
                    Some(dialect) if is_first => return Err(Split::Dialect(dialect)),
                    Some(_) => None,
                    None => self.plan.find(previous, &self.bytes[start..name_end]),
                }
                .or_else(|| {
                    self.damaged("neither an attribute nor a pair", start, stop);
                    None
                })
            }
        };
        let Some(name) = name else {
            return Ok((self.behind(end), previous));
        };
        self.unit = unit;
        let value = trim(self.bytes, name_end, stop);
        let next = self.attribute(name, (start, name_end), value, end);
        next.map(|next| (next, name)).ok_or(Split::More)
    }

    /// A header behind which attributes of another dialect stand, not indented.
    fn other_dialect(&self, at: usize) -> Option<Split> {
        let end = self.ends.line(at);
        if end == self.bytes.len() && !self.ended {
            return Some(Split::More);
        }
        header::dialect(&self.bytes[at..end]).map(Split::Dialect)
    }

    /// An attribute with the place of its name and value; gives the place behind it and its list.
    #[inline]
    fn attribute(
        &mut self,
        name: usize,
        at: (usize, usize),
        value: (usize, usize),
        end: usize,
    ) -> Option<usize> {
        let value = trim(self.bytes, value.0, value.1);
        let next = self.behind(end);
        let target = self.plan.name(name).target;
        if self.plan.name(name).plain == Plain::List || self.opens_list(next)? {
            return self.list(name, at, value, next);
        }
        let text = &self.bytes[value.0..value.1];
        if text.is_empty() {
            self.damaged(NO_VALUE, at.0, at.1);
        } else if target != Target::Other {
            let (value, list, form) = (span(value.0, value.1), None, Form::Plain);
            let part = Part {
                name,
                value,
                list,
                form,
            };
            self.parts.keep(target, part);
        } else if text.starts_with(b"[") && Preview::parse(text).is_some() {
            return self.list(name, at, value, next);
        } else {
            let datum = self.value(value);
            self.other(at, name, datum);
        }
        Some(next)
    }

    /// Whether a pair follows.
    #[inline]
    fn opens_list(&self, next: usize) -> Option<bool> {
        match self.bytes.get(next) {
            Some(b'\t') => match self.bytes.get(next + 1) {
                Some(b'A'..=b'Z') => Some(false),
                Some(b'\t') => Some(true),
                _ => self.opens_list_slowly(next),
            },
            Some(b' ') => self.opens_list_slowly(next),
            None if !self.ended => None,
            _ => Some(false),
        }
    }

    fn opens_list_slowly(&self, next: usize) -> Option<bool> {
        let end = self.end_of(next)?;
        Some(self.bytes[next..end].trim_ascii_start().starts_with(b"'"))
    }

    /// A list: the line that announces it was read, its pairs follow.
    fn list(
        &mut self,
        name: usize,
        at: (usize, usize),
        value: (usize, usize),
        next: usize,
    ) -> Option<usize> {
        if value.0 == value.1 && !self.opens_list(next)? {
            self.damaged(NO_VALUE, at.0, at.1);
            return Some(next);
        }
        let (found, next) = self.take_list(name, at, value, Form::Plain, next, Self::pairs)?;
        self.compare(self.plan.name(name).target, at, value, &found);
        Some(next)
    }

    /// Takes a list whose pairs stand from `next` on; gives what they measure and the place behind them.
    #[inline]
    pub(super) fn take_list(
        &mut self,
        name: usize,
        at: (usize, usize),
        value: (usize, usize),
        form: Form,
        next: usize,
        pairs: impl FnOnce(&mut Self, Nodes, usize) -> Option<(Measure, usize)>,
    ) -> Option<(Measure, usize)> {
        let (nodes, own) = match self.plan.name(name).target {
            Target::Row(..) => (Nodes::Rows, None),
            Target::Other => (Nodes::Other, Some(self.slots.other.len())),
        };
        if own.is_some() {
            self.other(at, name, NodeValue::List(0));
        }
        let first = self.slots.nodes(nodes).len();
        let (found, next) = pairs(self, nodes, next)?;
        if let Some(own) = own {
            self.slots.close(nodes, own);
        } else {
            let count = self.slots.nodes(nodes).len() - first;
            let part = Part {
                name,
                value: span(value.0, value.1),
                list: Some((offset(first), offset(count))),
                form,
            };
            self.parts.keep(self.plan.name(name).target, part);
        }
        Some((found, next))
    }

    /// Compares a list with what was announced.
    fn compare(
        &mut self,
        target: Target,
        name: (usize, usize),
        value: (usize, usize),
        found: &Measure,
    ) {
        let Some(preview) = Preview::parse(&self.bytes[value.0..value.1]) else {
            // A value that is no list at all is refused as such later.
            if found.pairs > 0 {
                let end = if value.0 < value.1 { value.1 } else { name.1 };
                self.damaged("a list without its size", name.0, end);
            }
            return;
        };
        let (row, at) = match target {
            Target::Row(row, _) => (Some(row_number(row)), value),
            Target::Other => (None, (name.0 + prefix(&self.bytes[name.0..name.1]), name.1)),
        };
        self.compare_with(&preview, found, row, at);
    }

    /// Compares a list with its preview.
    #[inline]
    pub(super) fn compare_with(
        &mut self,
        preview: &Preview,
        found: &Measure,
        row: Option<u16>,
        at: (usize, usize),
    ) {
        self.parts.compared += 1;
        let Some(departure) = preview.compare(found, self.exact) else {
            return;
        };
        self.parts.departed += 1;
        let what = match departure {
            Departure::Count { said, found, unit } => What::Lost {
                row,
                said,
                found,
                unit,
            },
            Departure::FirstPair => What::Damaged("the first pair is not the one that was packed"),
        };
        let at = span(at.0, at.1);
        self.slots.find(Finding { what, at });
    }

    /// Keeps an attribute that the table does not know, under its name without `Attribute`.
    pub(super) fn other(&mut self, at: (usize, usize), name: usize, value: NodeValue) {
        let start = at.0 + prefix(&self.bytes[at.0..at.1]);
        let key = span(start, at.1);
        self.slots.other.push(Node { key, value });
        if self.plan.name(name).transport {
            self.parts.transport += 1;
        } else if self.known {
            self.slots.find(Finding {
                what: What::UnknownAttribute,
                at: key,
            });
        }
    }

    /// A value that has no type: a text in quotes, a number as a message would write it, or whatever else, as text.
    pub(super) fn value(&mut self, (start, stop): (usize, usize)) -> NodeValue {
        let text = &self.bytes[start..stop];
        if text.first() == Some(&b'\'') {
            return NodeValue::Text(self.quoted(start, stop));
        }
        match whole(text) {
            Some(number) => NodeValue::Integer(number),
            None => NodeValue::Text(span(start, stop)),
        }
    }

    fn quoted(&mut self, start: usize, stop: usize) -> Span {
        let (first, last, reason) = unquote(&self.bytes[start..stop]);
        if let Some(reason) = reason {
            self.damaged(reason, start, stop);
        }
        span(start + first, start + last)
    }

    #[cold]
    pub(super) fn damaged(&mut self, reason: &'static str, start: usize, stop: usize) {
        let what = What::Damaged(reason);
        let at = span(start, stop);
        self.slots.find(Finding { what, at });
    }
}

/// A decimal number that is written as a program would print it.
pub(super) fn whole(text: &[u8]) -> Option<i64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    if digits.is_empty() || digits.len() > 19 || digits[0] == b'0' && text.len() > 1 {
        return None;
    }
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    decimal(std::str::from_utf8(text).ok()?)?.try_into().ok()
}
