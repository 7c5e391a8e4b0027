//! The lines of footnotes.

use super::{Found, Note, Scan, Zone, append};
use crate::import::document::{Form, Line, Place};
use crate::import::footnote::Opening;
use crate::import::heading;
use crate::import::ledger::Reason;
use crate::import::letters;
use crate::import::name::Names;

impl Scan<'_> {
    /// The footnote that a line begins, where footnotes can be.
    pub(super) fn opening(&self, line: &Line) -> Option<Opening> {
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

    pub(super) fn open_footnote(&mut self, place: Place, opening: Opening) {
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
        self.open = vec![at];
        self.zone = Zone::Footnotes;
    }

    /// Opens a footnote for each event that refers to it, of all that there are.
    pub(super) fn open_shared_footnote(&mut self, place: Place, opening: &Opening) {
        let note = Note {
            place,
            letter: opening.letter.clone(),
            text: opening.text.clone(),
        };
        let mut opened = Vec::new();
        for (at, event) in self.events.iter_mut().enumerate() {
            let mut rows = event.rows.iter();
            let borne = rows.any(|row| {
                let mut marks = row.name.marks.iter().chain(&row.marks);
                marks.any(|mark| *mark == note.letter)
            });
            if borne {
                event.footnotes.push(note.clone());
                opened.push(at);
            }
        }
        if opened.is_empty() {
            let letter = note.letter;
            self.ledger
                .open_entry(place, "", &note.text, Reason::NoMark { letter });
        }
        self.open = opened;
        self.zone = Zone::Footnotes;
    }

    /// A line among footnotes that begins none.
    pub(super) fn in_footnotes(&mut self, at: usize, line: &Line, text: &str) {
        let Some(note) = self
            .open
            .first()
            .and_then(|at| self.events[*at].footnotes.last())
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
        for at in &self.open {
            if let Some(note) = self.events[*at].footnotes.last_mut() {
                append(&mut note.text, text, item);
            }
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
