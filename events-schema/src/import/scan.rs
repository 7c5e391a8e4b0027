//! Finds events, rows and footnotes in the lines of a document.

mod footnotes;
mod headings;
mod heads;
mod rows;

use std::collections::HashMap;

use super::document::{Document, Form, Line, Place};
use super::footnote::Opening;
use super::heading::{self, Heading};
use super::ledger::{Aside, Ledger, Reason};
use super::name::Names;
use super::page;
use super::presence::PresenceWords;
use super::row::{Name, Reading, Row, Rows};
use super::table::Columns;
use super::unbound;

/// An event as it stands in the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) number: Option<i64>,
    /// The title of the group that it belongs to, and what is said of the group.
    pub(super) section: String,
    pub(super) about: String,
    /// Where the table stands, if the document says so.
    pub(super) source: Option<String>,
    pub(super) description: String,
    pub(super) rows: Vec<Row>,
    pub(super) footnotes: Vec<Note>,
}

/// A footnote as it stands in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) place: Place,
    pub(super) letter: String,
    pub(super) text: String,
}

/// Where in an event's page the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    Prose,
    Table,
    Footnotes,
    /// A table of what attributes mean.
    Glossary,
}

/// Finds the events of a document.
pub(super) fn scan(
    document: &Document,
    names: Names<'_>,
    words: &PresenceWords,
    ledger: &mut Ledger,
) -> Vec<Found> {
    let mut scan = Scan {
        lines: &document.lines,
        page: page::furniture(document, names, words),
        names,
        words,
        ledger,
        events: Vec::new(),
        counts: HashMap::new(),
        heading: None,
        level: None,
        current: None,
        open: Vec::new(),
        zone: Zone::Prose,
        columns: None,
        pending: None,
        section: Section::default(),
        paragraphs: Vec::new(),
        gap: true,
        turned: false,
    };
    for line in scan.lines.iter().filter(|line| !line.is_blank()) {
        *scan.counts.entry(line.text()).or_default() += 1;
    }
    let mut at = 0;
    while at < scan.lines.len() {
        at = scan.line(at);
    }
    scan.give_up_pending();
    scan.leave_paragraphs();
    scan.events
}

struct Scan<'a> {
    lines: &'a [Line],
    /// Which lines are headers and footers of pages.
    page: Vec<bool>,
    names: Names<'a>,
    words: &'a PresenceWords,
    ledger: &'a mut Ledger,
    events: Vec<Found>,
    /// How often the text of each line is there.
    counts: HashMap<String, usize>,
    /// The heading that the next table belongs to, until it has one.
    heading: Option<(Heading, Place)>,
    /// The level of that heading, where the format tells.
    level: Option<u8>,
    current: Option<usize>,
    /// The events whose last footnote is read.
    open: Vec<usize>,
    zone: Zone,
    columns: Option<Columns>,
    /// A piece of a row whose rest is on the next line.
    pending: Option<(Place, Name)>,
    section: Section,
    /// The prose since the last heading.
    paragraphs: Vec<(Place, String)>,
    /// Whether a blank line was before.
    gap: bool,
    /// Whether a page was turned since the last line that is read.
    turned: bool,
}

/// The group of events that the reader is in.
#[derive(Default)]
struct Section {
    title: String,
    about: String,
    /// The level of its heading, where it is one because headings of events stand below it.
    level: Option<u8>,
    source: Option<String>,
}

impl Section {
    fn titled(title: &str) -> Self {
        Self {
            title: heading::without_number(title).to_owned(),
            ..Self::default()
        }
    }
}

impl<'a> Scan<'a> {
    /// Reads a line; gives the next one to read.
    fn line(&mut self, at: usize) -> usize {
        let lines = self.lines;
        let line = &lines[at];
        self.turned |= at > 0 && lines[at - 1].place.page != line.place.page;
        if line.is_blank() {
            self.gap = true;
            return at + 1;
        }
        let text = line.text();
        if let Form::Inner | Form::Long | Form::Open | Form::Rest = line.form {
            let reason = match line.form {
                Form::Long => Reason::Long,
                Form::Open => Reason::Unclosed,
                Form::Rest => Reason::Rest,
                _ => Reason::Inner,
            };
            let event = self.event_name();
            self.ledger.open_entry(line.place, &event, &text, reason);
            return at + 1;
        }
        if self.page[at] {
            if heading::is_section(&text) && self.section.title != text {
                self.section = Section::titled(&text);
            }
            let event = self.event_name();
            self.ledger.aside(line.place, &event, &text, Aside::Page);
            self.turned = true;
            return at + 1;
        }
        let next = if let Some(next) = self.head(at) {
            next
        } else {
            self.content(at, line, &text);
            at + 1
        };
        self.gap = false;
        self.turned = false;
        next
    }

    fn rows<'r>(&'r self, columns: Option<&'r Columns>) -> Rows<'r> {
        Rows {
            words: self.words,
            names: self.names,
            columns,
        }
    }

    fn content(&mut self, at: usize, line: &'a Line, text: &str) {
        if let Form::Heading(_) = line.form {
            self.give_up_pending();
            self.explicit_heading(line, text);
            return;
        }
        if self.zone == Zone::Glossary {
            if line.form == Form::Row {
                self.ledger.aside(line.place, "", text, Aside::Meaning);
                return;
            }
            self.zone = Zone::Prose;
        }
        if line.form == Form::Note
            && let Some(opening) = Opening::of_note(line)
        {
            self.give_up_pending();
            self.open_shared_footnote(line.place, &opening);
            return;
        }
        let columns = match self.zone {
            Zone::Table => self.columns.as_ref(),
            Zone::Footnotes => self.columns.as_ref().filter(|_| line.cells.len() > 1),
            Zone::Prose | Zone::Glossary => None,
        };
        let rows = Rows {
            words: self.words,
            names: self.names,
            columns,
        };
        if self.zone == Zone::Table
            && self.pending.is_some()
            && let Some((presence, marks)) = rows.presence_alone(line)
            && let Some((place, name)) = self.pending.take()
        {
            self.push_row(Row {
                place,
                name,
                presence,
                marks,
                carried: String::new(),
                description: String::new(),
                beside: None,
                says: String::new(),
            });
            return;
        }
        if let Some(opening) = self.opening(line) {
            self.give_up_pending();
            self.open_footnote(line.place, opening);
            return;
        }
        match rows.read(line) {
            Reading::Rows(rows) => self.take_rows(rows),
            Reading::Unclear(word) if self.zone != Zone::Prose => {
                self.give_up_pending();
                let event = self.event_name();
                self.ledger
                    .open_entry(line.place, &event, text, Reason::UnknownPresence { word });
            }
            _ => match self.zone {
                Zone::Table => self.in_table(at, line, text),
                Zone::Footnotes => self.in_footnotes(at, line, text),
                Zone::Prose | Zone::Glossary => self.in_prose(at, line, text),
            },
        }
    }

    fn in_prose(&mut self, at: usize, line: &Line, text: &str) {
        if let Some(source) = text.strip_prefix("Source: ") {
            self.take_source(source);
            return;
        }
        // A table whose head is not understood has rows all the same.
        let is_row = || {
            let reader = self.rows(None);
            let named = self.names.is_name(&Name::of(&line.cells[0].runs).text);
            named
                || line
                    .cells
                    .iter()
                    .any(|cell| reader.says_presence(cell, false))
        };
        if line.cells.len() > 1 && is_row() {
            self.no_row(line.place, text);
            return;
        }
        if heading::is_section(text) && self.gap {
            self.section = Section::titled(text);
            return;
        }
        if heading::is_part(text) || self.heading_here(at, line, text) {
            return;
        }
        self.prose(line, text);
    }

    /// Where tables stand, said below a table or below the heading of a group.
    fn take_source(&mut self, source: &str) {
        let event = self.current.filter(|_| self.heading.is_none());
        let source = Some(source.to_owned());
        match event.map(|at| &mut self.events[at].source) {
            Some(said) => *said = said.take().or(source),
            None => self.section.source = source,
        }
    }

    fn prose(&mut self, line: &Line, text: &str) {
        if heading::is_part(text) {
            return;
        }
        match self.paragraphs.last_mut() {
            Some((_, paragraph)) if !self.gap => append(paragraph, text, text.starts_with("- ")),
            _ => self.paragraphs.push((line.place, text.to_owned())),
        }
    }

    fn leave_table(&mut self) {
        self.zone = Zone::Prose;
        self.columns = None;
    }

    /// Prose that is no description may still demand something.
    fn leave_paragraphs(&mut self) {
        let paragraphs = std::mem::take(&mut self.paragraphs);
        let Some(event) = self.current.map(|at| &self.events[at]) else {
            return;
        };
        if self.heading.is_some() {
            return;
        }
        let demands = unbound::Demands::of(event);
        for (place, text) in paragraphs {
            if demands.has(&text) {
                self.ledger
                    .open_entry(place, &event.name, &text, Reason::Unbound);
            }
        }
    }

    /// Begins the table of the event that the last heading names, or goes on with the one before.
    fn open_table(&mut self, place: Place) {
        self.zone = Zone::Table;
        let Some((heading, at)) = self.heading.take() else {
            return;
        };
        let paragraphs = std::mem::take(&mut self.paragraphs);
        let title = Some(heading.title.clone()).filter(|title| !title.is_empty());
        let texts = paragraphs.into_iter().map(|(_, text)| text);
        let description: Vec<_> = title.into_iter().chain(texts).collect();
        if let Some(known) = self
            .events
            .iter()
            .position(|event| event.name == heading.name)
        {
            if !heading.continued {
                self.ledger
                    .open_entry(place, &heading.name, &heading.name, Reason::EventTwice);
            }
            self.current = Some(known);
            return;
        }
        self.current = Some(self.events.len());
        self.events.push(Found {
            place: at,
            name: heading.name,
            number: heading.number,
            section: self.section.title.clone(),
            about: self.section.about.clone(),
            source: self.section.source.clone(),
            description: description.join("\n\n"),
            rows: Vec::new(),
            footnotes: Vec::new(),
        });
    }

    fn event_name(&self) -> String {
        match (&self.heading, self.current) {
            (Some((heading, _)), _) if heading.strong => heading.name.clone(),
            (None, Some(at)) => self.events[at].name.clone(),
            _ => String::new(),
        }
    }
}

/// How many lines back the end of a sentence is looked for.
const NEAR: usize = 100;

/// Adds a line to a paragraph; a word that is hyphenated at its end is put together.
pub(super) fn append(paragraph: &mut String, line: &str, item: bool) {
    let mut letters = paragraph.chars().rev();
    let cut = letters.next() == Some('-') && letters.next().is_some_and(char::is_alphabetic);
    if item {
        paragraph.push('\n');
    } else if cut && line.starts_with(char::is_lowercase) {
        paragraph.pop();
    } else if !cut {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}
