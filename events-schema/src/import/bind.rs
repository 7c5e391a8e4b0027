//! From what stands in the document to the model: names and marks are resolved, footnotes are bound and read.

mod rows;

use std::collections::HashSet;

use super::definition::Definition;
use super::document::Place;
use super::evidence::Evidence;
use super::ledger::{Ledger, Reason, What};
use super::name::Names;
use super::prose::{self, Reading};
use super::refused::flaw;
use super::rendered;
use super::scan::{Found, Note};
use super::tag::Named;
use super::{Draft, Proposal};
use crate::export::rust_name;
use crate::{Attribute, Event, Footnote, List, Rule, Status, Text};

/// The binder of the events of one document.
pub(super) struct Binder<'a> {
    pub(super) names: Names<'a>,
    pub(super) ledger: &'a mut Ledger,
    /// The names of the document that end in no mark.
    pub(super) whole: &'a HashSet<String>,
    /// The name of the family.
    pub(super) family: &'a str,
    /// What the prose says of types.
    pub(super) definitions: &'a [Definition],
    /// The types that rows carry and that only the prose can tell.
    pub(super) wanted: &'a mut HashSet<String>,
    /// The rows that are fixed to the name of their event.
    pub(super) named: &'a mut Vec<Named>,
    /// The number of the document.
    pub(super) document: usize,
}

impl Binder<'_> {
    /// The event of the model; `None` when it has no row.
    pub(super) fn bind(&mut self, found: Found, draft: &mut Draft) -> Option<Event> {
        let event = &*found.name.clone();
        if found.rows.is_empty() {
            self.ledger
                .open_entry(found.place, event, event, Reason::NoRows);
            return None;
        }
        self.ledger.push(found.place, event, What::Event);
        let letters = letters_of(&found);
        let evidence = Evidence::of(&found, &letters, self.whole);
        let mut seen: HashSet<Text> = HashSet::new();
        let mut attributes: Vec<Attribute> = Vec::new();
        let mut places: Vec<Place> = Vec::new();
        for row in &found.rows {
            let Some(attribute) = self.row(event, row, &evidence, draft) else {
                continue;
            };
            if !seen.insert(attribute.name.clone()) {
                self.ledger
                    .open_entry(row.place, event, &attribute.name, Reason::RowTwice);
                continue;
            }
            self.take(event, row, &attribute, draft);
            attributes.push(attribute);
            places.push(row.place);
        }
        let mut footnotes: Vec<(Place, Footnote)> = Vec::new();
        for note in self.notes(event, found.footnotes) {
            let letter = note.letter.clone();
            self.ledger
                .push(note.place, event, What::Footnote { letter });
            footnotes.push((note.place, footnote(note)));
        }
        self.missing(event, &attributes, &places, &mut footnotes);
        let mut bound = Event {
            name: found.name.clone().into(),
            number: found.number,
            description: found.description.into(),
            attributes: attributes.into(),
            footnotes: footnotes.iter().map(|(_, note)| note.clone()).collect(),
        };
        let said: Vec<bool> = (0..footnotes.len())
            .map(|at| self.take_rendered(&mut bound, at, footnotes[at].0))
            .collect();
        let mut read: Vec<_> = (0..footnotes.len())
            .filter(|at| !said[*at])
            .filter_map(|at| Some((at, self.read(&bound, at, footnotes[at].0)?)))
            .collect();
        self.refuse_flawed(&bound, &footnotes, &mut read);
        for (at, (reading, rules)) in read {
            let note = &mut bound.footnotes.to_mut()[at];
            (note.status, note.rules) = (reading.status, rules);
            note.proposed = true;
            self.propose(event, note, footnotes[at].0, reading.words, draft);
        }
        Some(bound)
    }

    /// The footnotes, each letter once.
    fn notes(&mut self, event: &str, notes: Vec<Note>) -> Vec<Note> {
        let mut kept: Vec<Note> = Vec::new();
        for note in notes {
            if kept.iter().any(|known| known.letter == note.letter) {
                self.ledger
                    .open_entry(note.place, event, &note.text, Reason::FootnoteTwice);
            } else {
                kept.push(note);
            }
        }
        kept
    }

    /// Marks without a footnote, and footnotes without a mark.
    fn missing(
        &mut self,
        event: &str,
        attributes: &[Attribute],
        places: &[Place],
        footnotes: &mut Vec<(Place, Footnote)>,
    ) {
        for (attribute, place) in attributes.iter().zip(places) {
            for mark in attribute.marks.iter() {
                if footnotes.iter().any(|(_, note)| note.letter == mark.letter) {
                    continue;
                }
                let letter = mark.letter.to_string();
                self.ledger.open_entry(
                    *place,
                    event,
                    &attribute.name,
                    Reason::NoFootnote { letter },
                );
                let note = Footnote {
                    letter: mark.letter.clone(),
                    text: Text::default(),
                    status: Status::Unread,
                    proposed: false,
                    rules: List::default(),
                    waives: List::default(),
                };
                footnotes.push((*place, note));
            }
        }
        for (place, note) in footnotes.iter() {
            if !attributes
                .iter()
                .any(|row| row.marks.iter().any(|mark| mark.letter == note.letter))
            {
                let letter = note.letter.to_string();
                self.ledger
                    .open_entry(*place, event, &note.text, Reason::NoMark { letter });
            }
        }
    }

    /// Takes the status and the rules of a footnote that says them itself. These are no proposals.
    fn take_rendered(&mut self, event: &mut Event, at: usize, place: Place) -> bool {
        let text = event.footnotes[at].text.to_string();
        let Some(read) = rendered::read(event, self.names.dictionary, &text) else {
            return false;
        };
        match read {
            Ok(read) => {
                let note = &mut event.footnotes.to_mut()[at];
                (note.status, note.proposed) = (read.status, read.proposed);
                note.text = read.text.into();
                (note.rules, note.waives) = (read.rules.into(), read.waives);
            }
            Err(words) => {
                let reason = Reason::Unread { words };
                self.ledger.open_entry(place, &event.name, &text, reason);
            }
        }
        true
    }

    /// Reads the rules of a footnote from its words.
    fn read(&mut self, event: &Event, at: usize, place: Place) -> Option<(Reading, List<Rule>)> {
        let note = &event.footnotes[at];
        let marked: Vec<usize> = event
            .attributes
            .iter()
            .enumerate()
            .filter(|(_, row)| row.marks.iter().any(|mark| mark.letter == note.letter))
            .map(|(row, _)| row)
            .collect();
        if note.text.is_empty() || marked.is_empty() {
            return None;
        }
        let mut reading = prose::read(event, self.names.dictionary, &marked, &note.text);
        for words in std::mem::take(&mut reading.open) {
            let reason = Reason::Unread { words };
            self.ledger
                .open_entry(place, &event.name, &note.text, reason);
        }
        if reading.status == Status::Unread {
            return None;
        }
        let rules = (1..).zip(std::mem::take(&mut reading.clauses));
        let rules = rules.map(|(number, clause)| Rule {
            id: self.id(&event.name, &note.letter, number),
            clause,
        });
        let rules = rules.collect();
        Some((reading, rules))
    }

    /// Takes the readings back that cannot be right: alone, or beside those before them.
    fn refuse_flawed(
        &mut self,
        event: &Event,
        footnotes: &[(Place, Footnote)],
        read: &mut Vec<(usize, (Reading, List<Rule>))>,
    ) {
        if read.is_empty() {
            return;
        }
        let mut ruled = event.clone();
        for (at, (_, rules)) in read.iter() {
            ruled.footnotes.to_mut()[*at].rules.clone_from(rules);
        }
        if flaw(&ruled).is_none() {
            return;
        }
        let mut ruled = event.clone();
        read.retain(|(at, (_, rules))| {
            ruled.footnotes.to_mut()[*at].rules.clone_from(rules);
            let Some(flaw) = flaw(&ruled) else {
                return true;
            };
            ruled.footnotes.to_mut()[*at].rules = List::default();
            let (place, note) = &footnotes[*at];
            let reason = Reason::Flawed { flaw };
            self.ledger
                .open_entry(*place, &event.name, &note.text, reason);
            false
        });
    }

    fn propose(
        &mut self,
        event: &str,
        note: &Footnote,
        place: Place,
        words: Vec<String>,
        draft: &mut Draft,
    ) {
        let sources: Vec<_> = note.rules.iter().map(Rule::source).collect();
        let reading = match note.status {
            Status::Checked => sources.join(" "),
            Status::Partly => format!("partly {{ {} }}", sources.join(" ")),
            status => status.as_str().to_owned(),
        };
        let what = What::Proposed {
            letter: note.letter.to_string(),
            reading,
            words: words.clone(),
        };
        self.ledger.push(place, event, what);
        draft.proposals.push(Proposal {
            event: event.to_owned().into(),
            letter: note.letter.clone(),
            place,
            words,
        });
    }

    fn id(&self, event: &str, letter: &str, number: usize) -> Text {
        let (family, event) = (rust_name(self.family), rust_name(event));
        let behind = if number > 1 {
            format!("#{number}")
        } else {
            String::new()
        };
        format!("{family}/{event}[{letter}]{behind}").into()
    }
}

/// The letters of the footnotes that exist.
fn letters_of(found: &Found) -> Vec<String> {
    let mut letters: Vec<String> = Vec::new();
    for note in &found.footnotes {
        if !letters.contains(&note.letter) {
            letters.push(note.letter.clone());
        }
    }
    letters
}

fn footnote(note: Note) -> Footnote {
    Footnote {
        letter: note.letter.into(),
        text: note.text.into(),
        status: Status::Unread,
        proposed: false,
        rules: List::default(),
        waives: List::default(),
    }
}
