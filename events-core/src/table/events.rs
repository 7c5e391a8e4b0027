//! The tables of the events that a reader knows.

use std::borrow::Cow;

use events_schema::{Dictionary, Event, Family};
use memchr::memmem::Finder;

use super::head::opening;
use super::{Names, Table};
use crate::message::{Declaration, Message};

/// The events that a reader knows, prepared for reading.
///
/// ```
/// use events_core::families::registration::Registration;
/// use events_core::{Events, Message};
///
/// let events = Events::of::<Registration>();
/// assert_eq!(events.names().next(), Some("EventRegistered"));
/// ```
#[derive(Debug)]
pub struct Events {
    tables: Vec<Table>,
    /// The table of all events that the reader does not know: no rows.
    unknown: Table,
    tags: Vec<&'static str>,
    /// The same in quotes, for looking for them.
    quoted_tags: Vec<Finder<'static>>,
    /// What stands before the event's name in a message that begins with the first of the tags; empty when that would
    /// need escapes.
    pub(crate) opening: String,
    /// The names with their tables.
    by_name: Names<usize>,
}

impl Events {
    /// Prepares the events that a type can hold.
    #[must_use]
    pub fn of<T: Message>() -> Self {
        Self::new(T::declarations().iter().copied())
    }

    /// Prepares declared events. Of two with one name the first counts.
    #[must_use]
    pub fn new(declarations: impl IntoIterator<Item = Declaration>) -> Self {
        Self::prepare(&declarations.into_iter().collect::<Vec<_>>())
    }

    /// It is compiled once and not where events are listed.
    fn prepare(declarations: &[Declaration]) -> Self {
        let tables: Vec<_> = declarations.iter().copied().map(Table::new).collect();
        let mut tags: Vec<&'static str> = Vec::new();
        for tag in tables.iter().flat_map(|table| &table.tags) {
            if !tags.contains(tag) {
                tags.push(tag);
            }
        }
        let quoted = tags.iter().map(|tag| format!("\"{tag}\""));
        let quoted_tags = quoted.map(|tag| Finder::new(&tag).into_owned()).collect();
        let mut unknown = Table::new(UNKNOWN);
        if !tags.is_empty() {
            unknown.tags.clone_from(&tags);
        }
        let opening = tags.first().map_or_else(String::new, |tag| opening(tag));
        let names = tables.iter().map(|table| &*table.event().name);
        unknown.declared = names.clone().collect();
        let dictionaries = tables.iter().map(|table| table.declaration.dictionary);
        for messages in dictionaries.filter_map(|dictionary| dictionary.messages.as_deref()) {
            if !unknown
                .messages
                .iter()
                .any(|known| std::ptr::eq(*known, messages))
            {
                unknown.messages.push(messages);
            }
        }
        let by_name = Names::new(&names.zip(0..).collect::<Vec<_>>());
        Self {
            tables,
            unknown,
            tags,
            quoted_tags,
            opening,
            by_name,
        }
    }

    /// The names of the events.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.tables.iter().map(|table| &*table.event().name)
    }

    /// The declarations of the events.
    pub fn declarations(&self) -> impl Iterator<Item = Declaration> {
        self.tables.iter().map(|table| table.declaration)
    }

    /// The table of a name, with `None` when no event of the reader is called so.
    pub(crate) fn by_name(&self, name: impl AsRef<[u8]>) -> Option<usize> {
        self.by_name.find(name.as_ref())
    }

    /// The table of a number.
    pub(crate) fn by_number(&self, number: i64) -> Option<usize> {
        self.tables
            .iter()
            .position(|table| table.event().number == Some(number))
    }

    /// The table at a place that [`by_name`](Events::by_name) gave; the one without rows for none.
    #[inline]
    pub(crate) fn get(&self, at: Option<usize>) -> &Table {
        at.and_then(|at| self.tables.get(at))
            .unwrap_or(&self.unknown)
    }

    /// The table of a declaration.
    pub(crate) fn of_declaration(&self, declaration: &Declaration) -> Option<&Table> {
        let mut tables = self.tables.iter();
        tables.find(|table| std::ptr::eq(table.declaration.event, declaration.event))
    }

    /// The table, when there is only one.
    pub(crate) fn sole(&self) -> Option<usize> {
        (self.tables.len() == 1).then_some(0)
    }

    /// The dictionary of a table; of an event that is not known, that of the others.
    pub(crate) fn dictionary(&self, table: &Table) -> &'static Dictionary {
        match self.tables.first() {
            Some(first) if table.is_unknown() => first.declaration.dictionary,
            _ => table.declaration.dictionary,
        }
    }

    /// The names of the attributes that hold an event's name, each once.
    pub(crate) fn tags(&self) -> &[&'static str] {
        &self.tags
    }

    pub(crate) fn quoted_tags(&self) -> impl Iterator<Item = &Finder<'static>> {
        self.quoted_tags.iter()
    }
}

static UNKNOWN_FAMILY: Family = Family {
    name: Cow::Borrowed(""),
    description: Cow::Borrowed(""),
    source: events_schema::Source {
        document: Cow::Borrowed(""),
        section: Cow::Borrowed(""),
        edition: Cow::Borrowed(""),
    },
    tag: Cow::Borrowed("Event"),
    events: Cow::Borrowed(&[Event {
        name: Cow::Borrowed(""),
        number: None,
        description: Cow::Borrowed(""),
        attributes: Cow::Borrowed(&[]),
        footnotes: Cow::Borrowed(&[]),
    }]),
};

const UNKNOWN: Declaration = Declaration {
    family: &UNKNOWN_FAMILY,
    event: events_schema::event_of(&UNKNOWN_FAMILY, 0),
    dictionary: &crate::__private::NO_DICTIONARY,
    rules: None,
};
