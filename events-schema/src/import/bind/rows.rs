//! The rows of tables: their names, what they carry, and their marks.

use super::Binder;
use crate::import::Draft;
use crate::import::carried::{self, Carried};
use crate::import::evidence::Evidence;
use crate::import::ledger::{Aside, Reason, What};
use crate::import::letters;
use crate::import::name;
use crate::import::presence::Meaning;
use crate::import::row::Row;
use crate::import::tag::Named;
use crate::import::unbound;
use crate::{Attribute, Cell, Kind, Mark, Presence, Text};

impl Binder<'_> {
    pub(super) fn row(
        &mut self,
        event: &str,
        row: &Row,
        evidence: &Evidence<'_>,
        draft: &mut Draft,
    ) -> Option<Attribute> {
        let letters = evidence.letters;
        let resolved = self.names.resolve(&row.name, evidence);
        let name = resolved.name;
        if !name.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
            self.ledger
                .open_entry(row.place, event, &row.name.text, Reason::NoName);
            return None;
        }
        if resolved.folded {
            self.ledger
                .aside(row.place, event, &row.name.text, Aside::Letters);
        }
        if let Some(letter) = resolved.doubt {
            self.ledger
                .open_entry(row.place, event, &name, Reason::PerhapsMark { letter });
        }
        if let Some(word) = row.beside.clone() {
            self.ledger
                .open_entry(row.place, event, &name, Reason::Beside { word });
        }
        let mut kind = self.kind(event, row, &name, draft);
        let mut marks = resolved.marks;
        let mut fixed = None;
        let is_lacking = self.names.find(&name).is_none() && kind != Kind::Event;
        let described =
            unbound::fixed(row.says()).filter(|_| is_lacking && row.name.fixed.is_none());
        let mut is_name = false;
        if is_lacking && row.name.fixed.as_deref().or(described) == Some(event) {
            is_name = true;
            self.named.push(Named {
                document: self.document,
                event: event.to_owned(),
                row: name.clone().into(),
                place: row.place,
                kind: kind.clone(),
            });
        } else if let Some(text) = described {
            if self.names.are_unknown() && row.carried.is_empty() {
                kind = guess(text);
            }
            fixed = name::value(&kind, text);
            if fixed.is_some() {
                self.ledger
                    .aside(row.place, event, &row.description, Aside::Fixed);
            } else {
                let words = row.description.clone();
                self.ledger
                    .open_entry(row.place, event, &name, Reason::Described { words });
            }
        } else if let Some(text) = &row.name.fixed {
            let kind = if self.names.are_unknown() && row.carried.is_empty() {
                &guess(text)
            } else {
                &kind
            };
            if let Some((value, grown)) = name::fixed(kind, text, letters) {
                marks.extend(grown);
                fixed = Some(value);
            } else {
                let name = name.clone();
                let reason = Reason::UnknownValue { name };
                self.ledger.open_entry(row.place, event, text, reason);
            }
        }
        let kind = match (&fixed, self.names.are_unknown() && row.carried.is_empty()) {
            (Some(_), true) if row.name.fixed.is_some() => {
                guess(row.name.fixed.as_deref().unwrap_or_default())
            }
            _ if is_name => Kind::Event,
            _ => kind,
        };
        marks.extend(
            row.name
                .marks
                .iter()
                .flat_map(|mark| several(mark, letters)),
        );
        let on_presence = row.marks.iter().flat_map(|mark| several(mark, letters));
        let mut all: Vec<Mark> = Vec::new();
        let marks = marks.into_iter().map(|letter| (letter, Cell::Name));
        for (letter, cell) in marks.chain(on_presence.map(|letter| (letter, Cell::Presence))) {
            let mark = Mark {
                letter: letter.into(),
                cell,
            };
            if !all.contains(&mark) {
                all.push(mark);
            }
        }
        let union = name
            .split_once('.')
            .map(|(union, _)| Text::from(union.to_owned()));
        Some(Attribute {
            union,
            name: name.into(),
            kind,
            fixed,
            presence: match row.presence {
                Meaning::Mandatory => Presence::Mandatory,
                Meaning::Optional | Meaning::Conditional => Presence::Optional,
            },
            marks: all.into(),
            description: row.description.clone().into(),
        })
    }

    fn kind(&mut self, event: &str, row: &Row, name: &str, draft: &mut Draft) -> Kind {
        if let Some(definition) = self.names.find(name) {
            return definition.kind.clone();
        }
        // What a family takes for its tag when no dictionary names another.
        if name == "Event" {
            return Kind::Event;
        }
        if !self.names.are_unknown() {
            let names = self
                .names
                .dictionary
                .definitions
                .iter()
                .map(|definition| &*definition.name);
            let meant = crate::closest(name, names).map(str::to_owned);
            self.ledger
                .open_entry(row.place, event, name, Reason::UnknownName { meant });
        }
        self.carried(event, row, name, draft)
    }

    /// What the column of types says that an attribute carries.
    fn carried(&mut self, event: &str, row: &Row, name: &str, draft: &mut Draft) -> Kind {
        let carried = &*row.carried;
        match carried::read(carried) {
            Some(Carried::Kind(kind, whole)) => {
                if !whole {
                    self.ledger.aside(row.place, event, carried, Aside::Type);
                }
                kind
            }
            Some(Carried::OneOf(values)) => {
                carried::enumeration(draft.vocabulary(event, name, &values))
            }
            None => {
                let called = carried.trim().trim_matches('`');
                let mut definitions = self.definitions.iter();
                if definitions.any(|defined| defined.name == called) {
                    self.wanted.insert(called.to_owned());
                }
                let mut definitions = self.definitions.iter();
                let listed =
                    definitions.find(|defined| defined.name == called && defined.values.is_some());
                if let Some(vocabulary) = listed.and_then(|listed| draft.defined(listed)) {
                    return carried::enumeration(vocabulary);
                }
                if !carried.trim().is_empty() {
                    let reason = Reason::UnknownType {
                        carried: carried.to_owned(),
                    };
                    self.ledger.open_entry(row.place, event, name, reason);
                }
                Kind::Text
            }
        }
    }

    pub(super) fn take(
        &mut self,
        event: &str,
        row: &Row,
        attribute: &Attribute,
        draft: &mut Draft,
    ) {
        let name = attribute.name.to_string();
        self.ledger.push(row.place, event, What::Row { name });
        for mark in attribute.marks.iter() {
            let (letter, row_name) = (mark.letter.to_string(), attribute.name.to_string());
            self.ledger.push(
                row.place,
                event,
                What::Mark {
                    letter,
                    row: row_name,
                },
            );
        }
        let meaning = self.names.find(&attribute.name);
        // The reference that is written of a declaration repeats what the dictionary says.
        let repeats = meaning.is_some_and(|known| {
            let says = |text: &str| text.replace('`', "").split_whitespace().collect::<String>();
            !known.description.is_empty()
                && says(&row.description).starts_with(&says(&known.description))
        });
        let is_conditional = unbound::is_conditional(&row.description)
            || meaning.is_none()
                && unbound::is_fixed(row.says())
                && unbound::fixed(row.says()).is_none();
        if attribute.marks.is_empty() && !repeats && is_conditional {
            let words = row.description.clone();
            self.ledger.open_entry(
                row.place,
                event,
                &attribute.name,
                Reason::Described { words },
            );
        } else if row.presence == Meaning::Conditional && attribute.marks.is_empty() {
            self.ledger
                .open_entry(row.place, event, &attribute.name, Reason::NoCondition);
        }
        if meaning.is_none() {
            draft.lacking.push(attribute.name.clone());
        }
    }
}

/// The letters of a mark: `ab` are two where the footnotes are `a` and `b`.
fn several(mark: &str, letters: &[String]) -> Vec<String> {
    let exists = |mark: &str| letters.iter().any(|letter| letter == mark);
    let each: Vec<String> = mark.chars().map(String::from).collect();
    if !exists(mark) && each.len() > 1 && each.iter().all(|mark| exists(mark)) {
        return each;
    }
    vec![mark.to_owned()]
}

/// The kind of a value in a document without a dictionary.
fn guess(text: &str) -> Kind {
    let bare = text.trim();
    if bare.parse::<i64>().is_ok() {
        Kind::integer(i64::MIN.into(), i64::MAX.into())
    } else if bare.parse::<f64>().is_ok() {
        Kind::Real
    } else if matches!(&*letters::key(bare), "true" | "false") {
        Kind::Boolean
    } else {
        Kind::Text
    }
}
