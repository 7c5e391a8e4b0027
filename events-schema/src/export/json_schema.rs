//! Events, families and specifications as JSON Schema.

mod defs;
mod digits;
mod event;
mod kind;
mod list;
mod place;
mod rule;
mod test;

use serde_json::{Value, json};

use self::defs::Defs;
use self::place::{Scope, tags};
use self::test::{Path, Test, all_of, annotated, any_of};
use crate::{Dictionary, Event, Family, Kind, List, Source, Specification, Text};

/// What no schema can say of any message, with the verdict of the reader.
///
/// What a schema of one event cannot say on top of it, [`JsonSchema::unsayable`] lists.
pub const LIMITS: &[&str] = &[
    "a key that stands twice in an object is a violation, and a schema is shown only one of the two",
    "a whole number with a fraction of zeros or an exponent, such as 5.0 or 1e3, is refused, and is a whole number to a schema",
    "a list that is nested more than 128 deep, or of more than a million values, is refused",
    "a time that is in the years 0 to 9999 only at its own offset is refused",
    "a number in a text that is too large for 64 bits of floating point is refused",
    "a rule about a key that stands twice in a list looks at the first value; the schema says nothing when they differ",
    "a message that bears the tags of two families is refused",
];

/// How much a schema accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flavour {
    /// All that a reader accepts.
    Reader,
    /// One spelling of each value, and no unknown attributes.
    Strict,
}

/// A writer of JSON Schema, draft 2020-12.
///
/// A schema of [`reader`](JsonSchema::reader) accepts the messages that a reader of JSON accepts: members of
/// enumerations by name or number, whole numbers as texts too, texts as whole numbers, times in all their forms, members of a union inside it
/// or with a dotted name, `null` for absence, and attributes that the table does not know. A schema of
/// [`strict`](JsonSchema::strict) accepts the one spelling that a writer uses, and no unknown attributes.
///
/// Each rule becomes a schema with the rule's id in `x-rule`, its words as `title`, its footnote as `description` and
/// its source as `$comment`. A rule is broken only by a message that shows it: what cannot be told from a message is
/// accepted, as it is by [`Rule::outcome`](crate::Rule::outcome).
///
/// ```
/// use events_schema::export::json_schema::JsonSchema;
/// # use events_schema::{Attribute, Event, Family, Kind, List, Presence, Source, Text};
/// # let row = |name: &'static str, kind| Attribute {
/// #     name: name.into(), union: None, kind, fixed: None, presence: Presence::Mandatory,
/// #     marks: List::default(), description: Text::default(),
/// # };
/// # let event = Event {
/// #     name: "DockReported".into(), number: None, description: Text::default(),
/// #     attributes: vec![row("dock", Kind::integer(0, 65_535))].into(), footnotes: List::default(),
/// # };
/// # let docks = Family {
/// #     name: "Docks".into(), description: Text::default(), source: Source::default(), tag: "kind".into(),
/// #     events: vec![event].into(),
/// # };
///
/// let schema = JsonSchema::strict().event(&docks, &docks.events[0]);
/// assert_eq!(schema["required"], serde_json::json!(["dock", "kind"]));
/// assert_eq!(schema["properties"]["kind"]["const"], "DockReported");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct JsonSchema<'a> {
    flavour: Flavour,
    dictionary: &'a Dictionary,
}

/// A part of an event that a schema cannot say, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unsayable {
    /// The id of the rule; empty when it is about a row of the table.
    pub rule: Text,
    /// Whether the schema says nothing of it. Otherwise it accepts some of what breaks the rule, and never refuses
    /// what does not.
    pub wholly: bool,
    /// Why it cannot be said.
    pub reason: String,
}

/// What a schema of [`JsonSchema::reader`] cannot say of an event whose dictionary has no other names for its
/// attributes: see [`JsonSchema::unsayable`].
#[must_use]
pub fn unsayable(event: &Event) -> Vec<Unsayable> {
    let named = event.attributes.iter().find(|row| row.kind == Kind::Event);
    let family = Family {
        name: Text::default(),
        description: Text::default(),
        source: Source::default(),
        tag: named.map_or(Text::Borrowed("Event"), |row| row.name.clone()),
        events: List::default(),
    };
    JsonSchema::reader().unsayable(&family, event)
}

impl<'a> JsonSchema<'a> {
    /// Schemas of all that a reader accepts.
    #[must_use]
    pub const fn reader() -> Self {
        Self {
            flavour: Flavour::Reader,
            dictionary: &Dictionary::EMPTY,
        }
    }

    /// Schemas of one spelling of each value, without unknown attributes.
    ///
    /// Key-value lists may be arrays of pairs there too, since that is the only spelling of some of them.
    #[must_use]
    pub const fn strict() -> Self {
        Self {
            flavour: Flavour::Strict,
            dictionary: &Dictionary::EMPTY,
        }
    }

    /// The same, with descriptions and other names of attributes from a dictionary.
    #[must_use]
    pub const fn with_dictionary(self, dictionary: &'a Dictionary) -> Self {
        Self { dictionary, ..self }
    }

    /// The schema of an event.
    #[must_use]
    pub fn event(&self, family: &Family, event: &Event) -> Value {
        let mut defs = Defs::default();
        let body = event::event(&mut defs, self.scope(family, event), family);
        root(body, defs)
    }

    /// The schema of a family's events: what a message names itself decides what is asked of it.
    #[must_use]
    pub fn family(&self, family: &Family) -> Value {
        let mut defs = Defs::default();
        let body = self.choice(&mut defs, std::slice::from_ref(family));
        let about = [
            ("title", json!(family.name)),
            ("description", json!(family.description)),
            ("$comment", json!(family.source.to_string())),
        ];
        root(annotated(body, about), defs)
    }

    /// The schema of all events of a specification, with its dictionary.
    #[must_use]
    pub fn specification(&self, specification: &Specification) -> Value {
        let mut defs = Defs::default();
        let writer = JsonSchema {
            dictionary: &specification.dictionary,
            ..*self
        };
        let body = writer.choice(&mut defs, &specification.families);
        root(
            annotated(body, [("title", json!(specification.name))]),
            defs,
        )
    }

    /// What the schema of an event cannot say on top of [`LIMITS`]: rules that compare attributes with each other, and
    /// values that only arithmetic tells apart.
    #[must_use]
    pub fn unsayable(&self, family: &Family, event: &Event) -> Vec<Unsayable> {
        event::unsayable(self.scope(family, event))
    }

    fn scope<'s>(&self, family: &'s Family, event: &'s Event) -> Scope<'s>
    where
        'a: 's,
    {
        Scope {
            event,
            tag: &family.tag,
            dictionary: self.dictionary,
            flavour: self.flavour,
        }
    }

    /// A schema for each event, and one that chooses by the event's name.
    fn choice(&self, defs: &mut Defs, families: &[Family]) -> Value {
        let mut places: Vec<Path> = Vec::new();
        let mut choices = Vec::new();
        let mut seen: Vec<&Text> = Vec::new();
        let mut numbers: Vec<i64> = Vec::new();
        for family in families {
            let tags = tags(&family.tag, self.dictionary, self.flavour);
            for event in family.events.iter() {
                let scope = self.scope(family, event);
                let body = event::event(defs, scope, family);
                let reference = defs.add(&event.name, body);
                // Of two events with one name or number, the first is meant.
                let by_name = !seen.contains(&&event.name);
                let by_number = event.number.filter(|number| !numbers.contains(number));
                seen.push(&event.name);
                numbers.extend(by_number);
                if by_name {
                    let named = event::named(event, by_number, self.flavour);
                    choices.push(json!({
                        "if": Test::at(&tags, &named).schema(),
                        "then": reference,
                    }));
                }
            }
            places.extend(tags);
        }
        let named = match self.flavour {
            Flavour::Reader => json!({"type": ["string", "integer"], "minLength": 1}),
            Flavour::Strict => any_of(seen.iter().map(|name| json!({"const": name})).collect()),
        };
        let named = Test::at(&places, &named).schema();
        let chosen = annotated(json!({"type": "object"}), [("allOf", json!(choices))]);
        match all_of(vec![chosen, named]) {
            Value::Object(schema) => Value::Object(schema),
            schema => json!({"allOf": [schema]}),
        }
    }
}

fn root(mut schema: Value, defs: Defs) -> Value {
    defs.finish(&mut schema);
    annotated(
        schema,
        [(
            "$schema",
            json!("https://json-schema.org/draft/2020-12/schema"),
        )],
    )
}

#[cfg(test)]
mod tests;
