//! Finds events, rows and footnotes in the lines of a document.

use super::document::{Document, Form, Line, Place};
use super::footnote::Opening;
use super::heading::{self, Heading};
use super::ledger::{Aside, Ledger, Reason};
use super::letters;
use super::name::Names;
use super::page;
use super::presence::PresenceWords;
use super::table::{self, Columns, Name, Reading, Row, Rows};
use super::unbound;

/// An event as it stands in the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) number: Option<i64>,
    /// The title of the group that it belongs to.
    pub(super) section: String,
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
        heading: None,
        current: None,
        zone: Zone::Prose,
        columns: None,
        pending: None,
        section: String::new(),
        paragraphs: Vec::new(),
        gap: true,
        turned: false,
    };
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
    /// The heading that the next table belongs to, until it has one.
    heading: Option<(Heading, Place)>,
    current: Option<usize>,
    zone: Zone,
    columns: Option<Columns>,
    /// A piece of a row whose rest is on the next line.
    pending: Option<(Place, Name)>,
    section: String,
    /// The prose since the last heading.
    paragraphs: Vec<(Place, String)>,
    /// Whether a blank line was before.
    gap: bool,
    /// Whether a page was turned since the last line that is read.
    turned: bool,
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
        if self.page[at] {
            if heading::is_section(&text) {
                self.section.clone_from(&text);
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

    /// Reads the head of a table, in one line or a line for each cell.
    fn head(&mut self, at: usize) -> Option<usize> {
        let line = &self.lines[at];
        let mut end = at + 1;
        let columns = Columns::of(line).or_else(|| {
            let mut words = Vec::new();
            let mut next = at;
            while let Some(line) = self.lines.get(next)
                && (line.is_blank() || line.cells.len() == 1 && table::is_head_cell(&line.text()))
            {
                next += 1;
                if !line.is_blank() {
                    words.push(line.text());
                    end = next;
                }
            }
            let words: Vec<_> = words.iter().map(String::as_str).collect();
            Columns::of_words(&words)
        })?;
        self.give_up_pending();
        self.open_table(line.place);
        self.columns = Some(columns);
        let event = self.event_name();
        for line in &self.lines[at..end] {
            if !line.is_blank() {
                self.ledger
                    .aside(line.place, &event, &line.text(), Aside::Head);
            }
        }
        Some(end)
    }

    fn content(&mut self, at: usize, line: &'a Line, text: &str) {
        if let Form::Heading(_) = line.form {
            self.give_up_pending();
            self.explicit_heading(line, text);
            return;
        }
        let columns = match self.zone {
            Zone::Table => self.columns.as_ref(),
            Zone::Footnotes => self.columns.as_ref().filter(|_| line.cells.len() > 1),
            Zone::Prose => None,
        };
        let names = self.names;
        let rows = Rows {
            words: self.words,
            is_name: &|name| names.is_name(name),
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
                Zone::Prose => self.in_prose(at, line, text),
            },
        }
    }

    // Rows.

    fn take_rows(&mut self, mut rows: Vec<Row>) {
        if let Some((place, name)) = self.pending.take() {
            match join(&name, &rows[0].name, self.names) {
                Some(joined) => {
                    rows[0].name = joined;
                    rows[0].place = place;
                }
                None => self.no_row(place, &name.text),
            }
        }
        if self.zone == Zone::Prose {
            self.open_table(rows[0].place);
        }
        self.zone = Zone::Table;
        for row in rows {
            self.push_row(row);
        }
    }

    fn push_row(&mut self, row: Row) {
        match self.current {
            Some(at) => self.events[at].rows.push(row),
            None => self
                .ledger
                .open_entry(row.place, "", &row.name.text, Reason::NoEvent),
        }
    }

    fn no_row(&mut self, place: Place, text: &str) {
        let event = self.event_name();
        self.ledger.open_entry(place, &event, text, Reason::NoRow);
    }

    fn give_up_pending(&mut self) {
        if let Some((place, name)) = self.pending.take() {
            self.no_row(place, &name.text);
        }
    }

    /// A line in a table that is no row by itself.
    fn in_table(&mut self, at: usize, line: &Line, text: &str) {
        if line.form == Form::Row {
            self.no_row(line.place, text);
            return;
        }
        let described = self
            .columns
            .as_ref()
            .is_some_and(|columns| columns.continues(line));
        if described
            && !self.gap
            && let Some(row) = self.current.and_then(|at| self.events[at].rows.last_mut())
        {
            row.description.push(' ');
            row.description.push_str(text);
            return;
        }
        if heading::is_part(text) {
            self.give_up_pending();
            self.leave_table();
            return;
        }
        let single = !text.contains(' ');
        let cut = single && text.ends_with(['-', '.', '=']) || text.ends_with('=');
        if cut || self.begins_row(at, line) {
            self.give_up_pending();
            let name = Name::of(&line.cells[0].runs);
            let name = if cut {
                Name {
                    text: text.to_owned(),
                    ..Name::default()
                }
            } else {
                name
            };
            self.pending = Some((line.place, name));
            return;
        }
        self.give_up_pending();
        if !self.names.is_name(text) && self.heading_here(at, line, text) {
            return;
        }
        if self.gap && !self.names.is_name(text) && !single {
            self.leave_table();
            self.in_prose(at, line, text);
            return;
        }
        let again = self
            .lines
            .iter()
            .filter(|other| other.text() == text)
            .count()
            > 1;
        if again && !self.names.is_name(text) {
            let event = self.event_name();
            self.ledger.aside(line.place, &event, text, Aside::Page);
        } else {
            self.no_row(line.place, text);
        }
    }

    /// Whether a line is the beginning of a row that goes on in the next.
    fn begins_row(&self, at: usize, line: &Line) -> bool {
        let [cell] = &*line.cells else { return false };
        let name = Name::of(&cell.runs);
        let next = (at + 1..self.lines.len())
            .find(|next| !self.lines[*next].is_blank() && !self.page[*next]);
        let Some(next) = next.map(|next| &self.lines[next]) else {
            return false;
        };
        let names = self.names;
        let rows = Rows {
            words: self.words,
            is_name: &|name| names.is_name(name),
            columns: self.columns.as_ref(),
        };
        let single =
            !name.text.contains(' ') || self.names.is_name(&name.text) || name.fixed.is_some();
        if single && rows.presence_alone(next).is_some() {
            return true;
        }
        match rows.read(next) {
            Reading::Rows(rows) => {
                let joined = join(&name, &rows[0].name, self.names);
                joined.is_some_and(|joined| names.is_name(&joined.text))
            }
            _ => false,
        }
    }

    // Footnotes.

    /// The footnote that a line begins, where footnotes can be.
    fn opening(&self, line: &Line) -> Option<Opening> {
        if line.form == Form::Row {
            return None;
        }
        let borne = |at: usize, letter: &str| bears(&self.events[at], letter, self.names);
        let expected = |letter: &str| self.current.is_some_and(|at| borne(at, letter));
        let opening = Opening::of(line, &expected)?;
        let missing = |at: usize| {
            let notes = &self.events[at].footnotes;
            borne(at, &opening.letter) && notes.iter().all(|note| note.letter != opening.letter)
        };
        let near = self.current.is_some_and(missing) && self.heading.is_none();
        let far = self
            .current
            .into_iter()
            .filter_map(|at| at.checked_sub(1))
            .chain(self.current);
        let wanted = near || self.zone != Zone::Table && far.into_iter().any(missing);
        let fits = match self.zone {
            Zone::Prose => wanted,
            _ => opening.sure || wanted,
        };
        fits.then_some(opening)
    }

    fn open_footnote(&mut self, place: Place, opening: Opening) {
        let Some(at) = self.current else {
            self.ledger
                .open_entry(place, "", &opening.text, Reason::NoEvent);
            return;
        };
        let has = |at: usize| {
            let event: &Found = &self.events[at];
            event
                .footnotes
                .iter()
                .any(|note| note.letter == opening.letter)
        };
        let borne = |at: usize| bears(&self.events[at], &opening.letter, self.names);
        // A footnote that a page break pushed behind the heading of the next event.
        let before = at
            .checked_sub(1)
            .filter(|before| (has(at) || !borne(at)) && borne(*before) && !has(*before));
        let at = before.unwrap_or(at);
        let Opening { letter, text, .. } = opening;
        self.events[at].footnotes.push(Note {
            place,
            letter,
            text,
        });
        self.current = Some(at);
        self.zone = Zone::Footnotes;
    }

    /// A line among footnotes that begins none.
    fn in_footnotes(&mut self, at: usize, line: &Line, text: &str) {
        let Some(note) = self
            .current
            .and_then(|at| self.events[at].footnotes.last_mut())
        else {
            self.zone = Zone::Prose;
            return;
        };
        let finished = note.text.ends_with(['.', '!', '?', ';', ')']);
        let item = text.starts_with("- ");
        let lower = text.starts_with(char::is_lowercase);
        let single = !text.contains(' ');
        let named = single && letters::is_strong(text) && (finished || self.gap);
        let goes_on = !heading::is_part(text)
            && !named
            && (!self.gap || item || !finished && (lower || self.turned));
        if !goes_on {
            self.leave_table();
            self.in_prose(at, line, text);
            return;
        }
        append(&mut note.text, text, item);
    }

    // Headings and prose.

    fn explicit_heading(&mut self, line: &Line, text: &str) {
        if heading::is_part(text) {
            self.zone = if letters::key(text).starts_with("footnote")
                && self.current.is_some()
                && self.heading.is_none()
            {
                Zone::Footnotes
            } else {
                Zone::Prose
            };
            return;
        }
        if heading::is_section(text) {
            heading::without_number(text).clone_into(&mut self.section);
            self.leave_table();
            return;
        }
        self.leave_table();
        if let Some(found) = Heading::of(text) {
            self.take_heading(found, line.place);
        }
    }

    /// Whether a line of text is a heading; it is taken then.
    fn heading_here(&mut self, at: usize, line: &Line, text: &str) -> bool {
        if text.starts_with("- ") || line.cells.len() > 2 {
            return false;
        }
        let alone = |at: Option<usize>| {
            at.and_then(|at| self.lines.get(at))
                .is_none_or(Line::is_blank)
        };
        let isolated = alone(at.checked_sub(1)) && alone(Some(at + 1));
        let Some(found) = Heading::of(text) else {
            return false;
        };
        let before = self.lines[..at]
            .iter()
            .rev()
            .find(|line| !line.is_blank())
            .map(Line::text);
        let ended = before.is_none_or(|before| {
            before.ends_with(['.', ':', '!', '?'])
                || heading::is_part(&before)
                || heading::is_section(&before)
        });
        let row_before = self.zone != Zone::Prose;
        let plain = !text.ends_with(['.', ',', ';', '!', '?']);
        let fits = if found.strong {
            plain && (self.gap || ended || row_before || self.turned)
        } else {
            let upper = text.starts_with(char::is_uppercase);
            plain
                && isolated
                && upper
                && found.name == heading::without_number(text)
                && self.zone == Zone::Prose
        };
        if fits {
            self.take_heading(found, line.place);
        }
        fits
    }

    fn take_heading(&mut self, found: Heading, place: Place) {
        let event = self.current.map(|at| &self.events[at]);
        if event.is_some_and(|event| event.name == found.name)
            && (found.continued || self.heading.is_none())
        {
            // The same table goes on, or its title is repeated.
            if found.continued {
                self.zone = Zone::Table;
            }
            self.heading = None;
            return;
        }
        let keeps = self
            .heading
            .as_ref()
            .is_some_and(|(heading, _)| heading.strong && !found.strong);
        if keeps {
            return;
        }
        self.leave_paragraphs();
        self.zone = Zone::Prose;
        self.columns = None;
        self.heading = Some((found, place));
    }

    fn in_prose(&mut self, at: usize, line: &Line, text: &str) {
        // A table whose head is not understood has rows all the same.
        if line.cells.len() > 1 && self.names.is_name(&Name::of(&line.cells[0].runs).text) {
            self.no_row(line.place, text);
            return;
        }
        if heading::is_section(text) && self.gap {
            heading::without_number(text).clone_into(&mut self.section);
            return;
        }
        if heading::is_part(text) || self.heading_here(at, line, text) {
            return;
        }
        self.prose(line, text);
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
        for (place, text) in paragraphs {
            if unbound::demands(&text, event) {
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
        let description: Vec<_> = paragraphs.into_iter().map(|(_, text)| text).collect();
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
            section: self.section.clone(),
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

/// Whether a row of an event bears a letter, or may.
fn bears(event: &Found, letter: &str, names: Names<'_>) -> bool {
    event.rows.iter().any(|row| {
        let behind = row
            .name
            .text
            .split_once(' ')
            .map_or("", |(_, behind)| behind);
        let value = row.name.fixed.as_deref().unwrap_or_default();
        row.name
            .marks
            .iter()
            .chain(&row.marks)
            .any(|mark| mark == letter || mark.contains(letter) && mark.len() < 4)
            || behind.split([' ', ',']).any(|mark| mark == letter)
            || names
                .may_be_fused(&row.name.text)
                .is_some_and(|mark| mark.contains(letter))
            || value.ends_with(letter)
    })
}

/// The name whose first piece stands on one line and whose second on the next.
fn join(first: &Name, second: &Name, names: Names<'_>) -> Option<Name> {
    let cut = first.text.ends_with(['-', '.', '=', '_']);
    let hyphen = first.text.strip_suffix('-');
    let text = format!("{}{}", hyphen.unwrap_or(&first.text), second.text);
    let hyphened = format!("{}{}", first.text, second.text);
    let known = |text: &str| names.is_name(text);
    let text = if hyphen.is_some() && !known(&text) && known(&hyphened) {
        hyphened
    } else {
        text
    };
    let fits = if cut {
        true
    } else {
        first.fixed.is_none() && known(&text) && !known(&second.text)
    };
    fits.then(|| {
        let mut name = Name::of(&[super::document::Run {
            text,
            superscript: false,
        }]);
        name.marks
            .extend(first.marks.iter().chain(&second.marks).cloned());
        name.fixed = name.fixed.or_else(|| second.fixed.clone());
        name
    })
}

/// Adds a line to a paragraph; a word that is hyphenated at its end is put together.
fn append(paragraph: &mut String, line: &str, item: bool) {
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
