//! A message: from text to slots.

use events_schema::{Span, Union};

use super::number::Number;
use super::scan::{Quoted, Scanner, Stop, ends_text};
use super::tag::Tag;
use super::text;
use super::value::Form;
use crate::check::{accept, check};
use crate::convert::{Raw, convert, moment};
use crate::finding::{BEHIND, Fault, Finding, What};
use crate::read::marks::Marks;
use crate::record::{Nodes, Slot, Slots, offset, span};
use crate::table::{Events, Row, RowKind, Rows, Table};
use crate::union;

/// What a reader keeps from message to message, so that a message costs no allocation.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) slots: Slots,
    marks: Marks,
}

/// Reads a message and checks it; gives the table that it was read by.
///
/// Of a message that is cut off or no JSON, what was read is kept. What it lacks and which rules it breaks is then
/// not looked at: both may stand in the part that could not be read.
pub(super) fn read<'e>(text: &str, events: &'e Events, room: &mut Room) -> &'e Table {
    let Room { slots, marks } = room;
    marks.read(text.as_bytes(), 0, ends_text);
    let mut parser = Parser::new(text, marks, events, slots);
    match parser.message() {
        Ok(()) => {
            parser.name_missing();
            check(parser.table, text, parser.slots, &Rows::default());
        }
        Err(Stop) => parser.malformed(),
    }
    parser.table
}

/// A reading of one message.
pub(super) struct Parser<'a, 'e, 's> {
    pub(super) scan: Scanner<'a>,
    pub(super) slots: &'s mut Slots,
    pub(super) events: &'e Events,
    pub(super) table: &'e Table,
    pub(super) tag: Tag,
    /// Where a list holds what no list can.
    pub(super) stray: Option<Span>,
}

/// What a key of a message is.
enum Key {
    Tag(&'static str),
    Row(usize),
    Union(&'static str),
    Unknown,
}

impl<'a, 'e, 's> Parser<'a, 'e, 's> {
    fn new(text: &'a str, marks: &'a Marks, events: &'e Events, slots: &'s mut Slots) -> Self {
        Self {
            scan: Scanner::new(text, marks),
            slots,
            events,
            table: events.get(None),
            tag: Tag::default(),
            stray: None,
        }
    }

    fn message(&mut self) -> Result<(), Stop> {
        let mut first = false;
        let mut start = 1;
        if !self.opening() {
            self.slots.clear(0);
            self.scan
                .expect(b'{', "expected an object, from `{` to `}`")?;
            start = self.scan.at;
            first = !self.leading_tag()?;
        }
        // The table was guessed when the tag did not come first, and a wrong guess costs a second reading.
        while !self.members(first)? {
            self.scan.at = start;
            first = true;
        }
        if self.scan.peek().is_some() {
            let end = self.scan.text.trim_end().len();
            self.find(What::Damaged(BEHIND), span(self.scan.at, end));
        }
        Ok(())
    }

    /// Takes all members; `false` when they must be read again, by another table.
    fn members(&mut self, mut first: bool) -> Result<bool, Stop> {
        let mut hint = 0;
        loop {
            hint = self.compact_rows(hint, &mut first)?;
            if !self.scan.another(b'}', first)? {
                return Ok(self.is_settled());
            }
            first = false;
            let name = self.key()?;
            match self.look_up(name, hint) {
                Key::Row(row) => {
                    self.row(row)?;
                    hint = row + 1;
                }
                Key::Union(union) => hint = self.union(union, name, hint)?,
                Key::Tag(key) => {
                    if !self.tag(key)? {
                        return Ok(false);
                    }
                }
                Key::Unknown => self.unknown(name)?,
            }
        }
    }

    fn look_up(&self, name: Span, hint: usize) -> Key {
        let name = self.said(name);
        if let Some(union) = self.table.unions.iter().find(|union| **union == name) {
            Key::Union(union)
        } else if let Some(tag) = self.table.tag_of(name) {
            Key::Tag(tag)
        } else {
            self.table.find(name, hint).map_or(Key::Unknown, Key::Row)
        }
    }

    /// Takes the value of a row.
    pub(super) fn row(&mut self, at: usize) -> Result<(), Stop> {
        let table = self.table;
        let Some(row) = table.rows.get(at) else {
            return self.scan.skip();
        };
        let first = self.scan.peek();
        let start = self.scan.at;
        let mut place = None;
        let value = match first {
            Some(b'"') => {
                let text = self.quoted()?;
                match (row.kind, row.fixed) {
                    (RowKind::Text, None) => Ok(Some(Slot::Text(text))),
                    _ => convert(row, Raw::Text(self.said(text), text)),
                }
            }
            Some(b'-' | b'0'..=b'9') => match self.scan.short_number() {
                // The digits are the text.
                Some(_) if matches!(row.kind, RowKind::Text) => {
                    let digits = span(start, self.scan.at);
                    convert(row, Raw::Word(self.said(digits), digits))
                }
                Some(value) => convert(row, Raw::Integer(value.into())),
                None => {
                    let number = self.scan.number()?;
                    self.long(row, number)
                }
            },
            Some(b'{' | b'[') => match row.kind {
                RowKind::List => {
                    let list = self.list()?;
                    place = self.stray.take();
                    match place {
                        None => Ok(Some(list)),
                        Some(_) => Err(Fault::Pair),
                    }
                }
                RowKind::Time => self.time()?,
                RowKind::Union(union) if first == Some(b'{') => self.held(union)?,
                _ => {
                    self.scan.skip()?;
                    Err(Fault::Type)
                }
            },
            Some(b'n') => {
                self.scan.word("null")?;
                Ok(None)
            }
            Some(b't') => {
                self.scan.word("true")?;
                convert(row, Raw::Boolean(true))
            }
            Some(b'f') => {
                self.scan.word("false")?;
                convert(row, Raw::Boolean(false))
            }
            _ => return Err(self.scan.stop("expected a value")),
        };
        let place = place.unwrap_or_else(|| span(start, self.scan.at));
        accept(self.slots, at, row, value, place);
        Ok(())
    }

    /// Takes the members of a union; gives the row that probably follows.
    fn union(&mut self, union: &'static str, name: Span, hint: usize) -> Result<usize, Stop> {
        match self.scan.peek() {
            Some(b'{') => {
                self.scan.at += 1;
                self.members_of_union(union, true, hint)
            }
            Some(b'n') => self.scan.word("null").map(|()| hint),
            first => {
                self.bare_union(union, first, name)?;
                Ok(hint)
            }
        }
    }

    /// Takes what is left of a union's object.
    #[inline(never)]
    pub(super) fn members_of_union(
        &mut self,
        union: &str,
        mut first: bool,
        mut hint: usize,
    ) -> Result<usize, Stop> {
        loop {
            if !self.scan.another(b'}', first)? {
                return Ok(hint);
            }
            first = false;
            let name = self.key()?;
            let member = self.said(name);
            if let Some(row) = self.table.find_member(union, member, hint) {
                self.row(row)?;
                hint = row + 1;
            } else {
                self.other_member(union, name)?;
            }
        }
    }

    /// Takes a member of a union of which the table has others.
    #[cold]
    fn other_member(&mut self, union: &str, name: Span) -> Result<(), Stop> {
        let member = self.said(name);
        let (what, dotted) = (
            union::other_member(self.table, union, Some(member)),
            format!("{union}.{member}"),
        );
        let dotted = self.slots.keep(self.scan.text.len(), &dotted);
        if let Some(what) = what
            && (what.is_note() || self.scan.peek() != Some(b'n'))
        {
            self.find(what, name);
        }
        self.node(Nodes::Other, dotted, Form::Any, 0)
    }

    /// Takes a union that is no object.
    #[cold]
    fn bare_union(&mut self, union: &str, first: Option<u8>, name: Span) -> Result<(), Stop> {
        let is_number = matches!(first, Some(b'-' | b'0'..=b'9'));
        let (what, start) = (union::other_member(self.table, union, None), self.scan.at);
        let (true, Some(what)) = (is_number, what) else {
            return self.other(name, name);
        };
        self.node(Nodes::Other, name, Form::Any, 0)?;
        self.find(what, span(start, self.scan.at));
        Ok(())
    }

    /// Takes an attribute whose name is of no row.
    #[inline(never)]
    fn unknown(&mut self, name: Span) -> Result<(), Stop> {
        match self.table.find_dotted(self.said(name)) {
            Some((row, union, before)) => self.dotted(row, union, name, before),
            None => self.other(name, name),
        }
    }

    /// Takes the member of a union that is a row, named by a key with a point.
    fn dotted(
        &mut self,
        at: usize,
        union: &'static Union,
        name: Span,
        before: usize,
    ) -> Result<(), Stop> {
        let is_null = self.scan.peek() == Some(b'n');
        let (value_at, first) = (self.scan.at, self.slots.nodes.len());
        let start = name.start + offset(before);
        self.node(Nodes::Rows, Span { start, ..name }, Form::List, 1)?;
        let value = if is_null {
            Ok(None)
        } else {
            union::take(union, self.slots, self.scan.text, first)
        };
        if !matches!(value, Ok(Some(_))) {
            self.slots.nodes.truncate(first);
        }
        // A name with escapes does not stand in the text.
        let stands = name.end as usize <= self.scan.text.len();
        let start = if stands {
            with_quotes(name).start as usize
        } else {
            value_at
        };
        let place = span(start, self.scan.at);
        accept(self.slots, at, &self.table.rows[at], value, place);
        Ok(())
    }

    /// Takes an attribute that the table does not know.
    fn other(&mut self, name: Span, place: Span) -> Result<(), Stop> {
        let table = self.table;
        if !table.is_unknown() && !table.transport.contains(&self.said(name)) {
            self.find(What::UnknownAttribute, place);
        }
        self.node(Nodes::Other, name, Form::Any, 0)
    }

    /// The member of a union: a list for as long as it takes to look at it.
    fn held(&mut self, union: &'static Union) -> Result<Result<Option<Slot>, Fault>, Stop> {
        let start = self.slots.nodes.len();
        self.list()?;
        let value = match self.stray.take() {
            None => union::take(union, self.slots, self.scan.text, start),
            Some(_) => Err(Fault::Type),
        };
        if value.is_err() {
            self.slots.nodes.truncate(start);
        }
        Ok(value)
    }

    /// A moment as an object of seconds and microseconds: a list for as long as it takes to look at it.
    fn time(&mut self) -> Result<Result<Option<Slot>, Fault>, Stop> {
        let start = self.slots.nodes.len();
        self.list()?;
        let parts = self.slots.nodes.get(start..).unwrap_or_default();
        let time = moment(parts, self.scan.text, &self.slots.scratch);
        self.slots.nodes.truncate(start);
        Ok(match self.stray.take() {
            None => time.map(|time| Some(Slot::Time(time))),
            Some(_) => Err(Fault::Type),
        })
    }

    /// The slot that a number of many digits, with a sign or with a fraction gives a row.
    #[cold]
    fn long(&mut self, row: &Row, number: Number) -> Result<Option<Slot>, Fault> {
        let value = match (number, row.kind) {
            (Number::Integer(value), kind) => {
                return convert(row, Raw::whole(value, kind, self.scan.text, self.slots));
            }
            (Number::Real(value), _) | (Number::Long(value), RowKind::Real) => value,
            (Number::Huge, RowKind::Real) => return Err(Fault::Range),
            // A number outside of all ranges, so that each kind says of it what it says of those.
            _ => return convert(row, Raw::Integer(i128::MAX)),
        };
        convert(row, Raw::Real(value))
    }

    /// Takes a key and the colon behind it.
    #[inline]
    pub(super) fn key(&mut self) -> Result<Span, Stop> {
        let key = self.scan.key()?;
        Ok(self.keep(key))
    }

    /// Takes the text whose opening quote stands here.
    #[inline]
    pub(super) fn quoted(&mut self) -> Result<Span, Stop> {
        let text = self.scan.quoted()?;
        Ok(self.keep(text))
    }

    /// Says where a text is kept, once it says what stands there.
    #[inline]
    pub(super) fn keep(&mut self, quoted: Quoted) -> Span {
        if quoted.is_plain() {
            quoted.inside()
        } else {
            self.keep_decoded(quoted.inside())
        }
    }

    #[cold]
    fn keep_decoded(&mut self, inside: Span) -> Span {
        let raw = inside.of(self.scan.text, "");
        let before = self.slots.scratch.len();
        if let Some(reason) = text::decode(raw, &mut self.slots.scratch) {
            self.find(What::Damaged(reason), with_quotes(inside));
        }
        let input = self.scan.text.len();
        span(input + before, input + self.slots.scratch.len())
    }

    /// What a kept text says.
    #[inline]
    pub(super) fn said(&self, text: Span) -> &str {
        text.of(self.scan.text, &self.slots.scratch)
    }

    #[cold]
    pub(super) fn find(&mut self, what: What, at: Span) {
        self.slots.find(Finding { what, at });
    }

    /// Reports what is no JSON, at the character that is wrong or, when it is cut off, the last one.
    #[cold]
    fn malformed(&mut self) {
        let text = self.scan.text;
        let last = || text.trim_end().char_indices().next_back();
        let behind = text
            .get(self.scan.at..)
            .and_then(|rest| rest.chars().next());
        let (at, character) = match behind {
            Some(character) => (self.scan.at, character),
            None => last().unwrap_or((0, ' ')),
        };
        self.find(
            What::Malformed(self.scan.reason),
            span(at, at + character.len_utf8()),
        );
    }
}

/// The place of a text together with its quotes.
pub(super) fn with_quotes(inside: Span) -> Span {
    Span {
        start: inside.start.saturating_sub(1),
        end: inside.end.saturating_add(1),
    }
}
