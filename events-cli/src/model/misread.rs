//! Where a file is no model: the event and the row in which each mistake stands.

use std::collections::HashMap;

use events_core::schema::{
    Attribute, Definition, Event, Family, Footnote, KeySet, Rule, Specification,
};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// The mistakes in a text that is no model, at most one of each row, footnote, definition and key set.
pub(super) fn mistakes(bytes: &[u8], first: &serde_json::Error) -> Vec<String> {
    let text = std::str::from_utf8(bytes).ok();
    let Some((text, whole)) = text.and_then(|text| Some((text, serde_json::from_str(text).ok()?)))
    else {
        return vec![first.to_string()];
    };
    let mut reading = Reading {
        text,
        mistakes: Vec::new(),
    };
    reading.specification(whole);
    if reading.mistakes.is_empty() {
        reading.mistakes.push(first.to_string());
    }
    reading.mistakes
}

/// A part of a text in JSON, as it stands there.
type Part<'m> = &'m RawValue;

struct Reading<'m> {
    text: &'m str,
    mistakes: Vec<String>,
}

impl<'m> Reading<'m> {
    fn specification(&mut self, whole: Part<'m>) {
        let before = self.mistakes.len();
        if let Some(dictionary) = part(whole, "dictionary") {
            for one in parts(dictionary, "definitions") {
                let place = format!("dictionary, {}", name(one, "name", "a definition"));
                self.own::<Definition>(self.mistakes.len(), one, &place);
            }
            for one in parts(dictionary, "key_sets") {
                let place = format!("key set {}", name(one, "name", "without a name"));
                self.own::<KeySet>(self.mistakes.len(), one, &place);
            }
        }
        for one in parts(whole, "families") {
            self.family(one);
        }
        self.own::<Specification>(before, whole, "");
    }

    fn family(&mut self, family: Part<'m>) {
        let before = self.mistakes.len();
        let place = name(family, "name", "a family");
        for event in parts(family, "events") {
            self.event(event, &place);
        }
        self.own::<Family>(before, family, &place);
    }

    fn event(&mut self, event: Part<'m>, family: &str) {
        let before = self.mistakes.len();
        let place = format!("{family}/{}", name(event, "name", "an event"));
        for row in parts(event, "attributes") {
            let row_at = format!("{place}, row {}", name(row, "name", "without a name"));
            self.own::<Attribute>(self.mistakes.len(), row, &row_at);
        }
        for note in parts(event, "footnotes") {
            let before = self.mistakes.len();
            let note_at = format!("{place}[{}]", name(note, "letter", ""));
            for rule in parts(note, "rules") {
                self.own::<Rule>(self.mistakes.len(), rule, &note_at);
            }
            self.own::<Footnote>(before, note, &note_at);
        }
        self.own::<Event>(before, event, &place);
    }

    /// The mistake of a part itself, unless one was found in it since there were so many `before`.
    fn own<T: DeserializeOwned>(&mut self, before: usize, part: Part<'m>, place: &str) {
        if self.mistakes.len() > before {
            return;
        }
        if let Err(error) = serde_json::from_str::<T>(part.get()) {
            let place = if place.is_empty() {
                String::new()
            } else {
                format!("{place}: ")
            };
            let says = self.says(part, &error);
            self.mistakes.push(format!("{place}{says}"));
        }
    }

    /// What is wrong with a part, with the line and column of the whole text.
    fn says(&self, part: Part<'m>, error: &serde_json::Error) -> String {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let place = format!(" at line {line} column {column}");
        let (Some(what), Some(at)) = (said.strip_suffix(&place), self.start(part)) else {
            return said;
        };
        let before = &self.text[..at];
        let above = before.matches('\n').count();
        let left = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        let column = if line == 1 { left + column } else { column };
        format!("{what} at line {} column {column}", above + line)
    }

    /// Where a part begins in the text.
    fn start(&self, part: Part<'m>) -> Option<usize> {
        let at = (part.get().as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        self.text.is_char_boundary(at).then_some(at)
    }
}

/// What stands under a key of an object.
fn part<'m>(of: Part<'m>, key: &str) -> Option<Part<'m>> {
    let object: HashMap<String, Part<'m>> = serde_json::from_str(of.get()).ok()?;
    object.get(key).copied()
}

/// The values of the array under a key of an object.
fn parts<'m>(of: Part<'m>, key: &str) -> Vec<Part<'m>> {
    let array = part(of, key).and_then(|array| serde_json::from_str(array.get()).ok());
    array.unwrap_or_default()
}

/// The text under a key of an object, or what to call an object without.
fn name(of: Part<'_>, key: &str, without: &str) -> String {
    let name = part(of, key).and_then(|name| serde_json::from_str(name.get()).ok());
    name.unwrap_or_else(|| without.to_owned())
}
