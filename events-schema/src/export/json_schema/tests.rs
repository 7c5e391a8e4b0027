//! Schemas give the verdict of a reader and the rules, on many small messages.

mod reader;
mod verdicts;

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::*;
use crate::sample::{
    self, REGISTRATION, all, any, branch, follows, is, not, present, same, term, text,
};
use crate::{
    Clause, Condition, Definition, Footnote, Key, KeySet, Literal, Member, Presence, Rule,
};
use crate::{Source, Status, Vocabulary};

/// A family of one event.
fn family_of(event: Event) -> Family {
    Family {
        name: "Sample".into(),
        description: "Made for a test.".into(),
        source: Source {
            document: "Samples".into(),
            section: "Events".into(),
            edition: "1".into(),
        },
        tag: "Event".into(),
        events: vec![event].into(),
    }
}

/// A dictionary of texts with other names.
fn dictionary(names: &[(&'static str, &[&'static str])]) -> Dictionary {
    let definition = |(name, aliases): &(&'static str, &[&'static str])| Definition {
        name: (*name).into(),
        description: format!("What {name} means.").into(),
        kind: Kind::Text,
        number: None,
        log: List::default(),
        aliases: aliases.iter().map(|alias| Text::Borrowed(*alias)).collect(),
        examples: List::default(),
        obsolete: false,
        transport: false,
    };
    Dictionary {
        definitions: names.iter().map(definition).collect(),
        ..Dictionary::EMPTY
    }
}

/// An event with one footnote that has these rules.
fn ruled(event: Event, clauses: impl IntoIterator<Item = Clause>) -> Event {
    let rules = clauses.into_iter().enumerate().map(|(at, clause)| Rule {
        id: format!("Sample/EventSample[a]#{at}").into(),
        clause,
    });
    Event {
        footnotes: vec![Footnote {
            letter: "a".into(),
            text: "What is asked.".into(),
            status: Status::Checked,
            proposed: false,
            rules: rules.collect(),
            waives: List::default(),
        }]
        .into(),
        ..event
    }
}

/// The messages with one of these values, or none, for each of these keys; a dot leads into an object.
fn messages(keys: &[(&str, &[Value])]) -> Vec<Value> {
    let mut messages = vec![json!({"Event": "EventSample"})];
    for (key, values) in keys {
        let with = |message: &Value, value: &Value| {
            let mut message = message.clone();
            let slot = match key.split_once('/') {
                None => &mut message[*key],
                Some((union, member)) => &mut message[union][member],
            };
            *slot = value.clone();
            message
        };
        let more: Vec<_> = messages
            .iter()
            .flat_map(|message| values.iter().map(|value| with(message, value)))
            .collect();
        messages.extend(more);
    }
    messages
}

/// Compares the verdicts of schema and reader; gives how many messages each of them refuses.
fn compare(family: &Family, dictionary: &Dictionary, messages: &[Value]) -> (usize, usize) {
    let event = &family.events[0];
    let writer = JsonSchema::reader().with_dictionary(dictionary);
    let said = writer.unsayable(family, event).is_empty();
    let schema = writer.event(family, event);
    let by_schema = jsonschema::draft202012::new(&schema).unwrap();
    let (mut refused, mut broken) = (0, 0);
    for message in messages {
        let accepted = by_schema.is_valid(message);
        let expected = reader::accepts(dictionary, family, event, message);
        if said || expected {
            assert_eq!(accepted, expected, "{message} by {schema:#}");
        }
        refused += usize::from(!accepted);
        broken += usize::from(!expected);
    }
    (refused, broken)
}

/// Compares on all of the messages, some of which must be refused and some not.
fn agree(event: Event, keys: &[(&str, &[Value])]) {
    let messages = messages(keys);
    let (refused, _) = compare(&family_of(event), &Dictionary::EMPTY, &messages);
    assert!(
        (1..messages.len()).contains(&refused),
        "{refused} of {}",
        messages.len()
    );
}

fn vocabulary(numbered: bool) -> Kind {
    let member = |name: &'static str, number| Member {
        name: name.into(),
        number,
        description: Text::default(),
    };
    Kind::Enumeration(Cow::Owned(Vocabulary {
        name: "Colour".into(),
        description: Text::default(),
        numbered,
        members: vec![
            member("Red", 1),
            member("Green", 2),
            member("Rot", 1),
            member("7", 3),
        ]
        .into(),
    }))
}

#[test]
fn a_rule_that_cannot_be_said_is_annotated() {
    let event = ruled(
        sample::event(&[("A", Kind::Text), ("B", Kind::Text)]),
        [
            Clause::Assert(same("A", "B")),
            Clause::Assert(all([same("A", "B"), present("A")])),
        ],
    );
    let family = family_of(event);
    let event = &family.events[0];
    let unsaid = unsayable(event);
    assert_eq!(unsaid.len(), 2);
    assert_eq!(unsaid[0].rule, "Sample/EventSample[a]#0");
    assert_eq!(
        unsaid[0].reason,
        "no schema compares A with B, which stand in the same message"
    );
    assert!(unsaid[0].wholly && !unsaid[1].wholly);
    let schema = JsonSchema::reader().event(&family, event);
    let rule = &schema["allOf"][0];
    assert_eq!(
        *rule,
        json!({
            "x-rule": "Sample/EventSample[a]#0",
            "title": "A and B have the same value",
            "description": "What is asked.",
            "$comment": "footnote a of EventSample, Samples, Events, edition 1; \
                not said: no schema compares A with B, which stand in the same message",
        })
    );
    assert_eq!(schema["x-unsayable"].as_array().unwrap().len(), 2);
}

#[test]
fn a_rule_is_an_if() {
    let schema = JsonSchema::strict().event(&REGISTRATION, &REGISTRATION.events[0]);
    assert_eq!(
        schema["allOf"][0],
        json!({
            "x-rule": "Registration/EventRegistered[a]",
            "title": "if AgentID is present, InfoStatus.AddressType is AddressTypePosition or AddressTypeDN",
            "description": "An agent is reported only for an object of type Position or DN.",
            "$comment": "footnote a of EventRegistered, Genesys Events and Models Reference, \
                Registration Events, edition 4/2/2025",
            "if": {"required": ["AgentID"]},
            "then": {"properties": {"InfoStatus": {"properties": {"AddressType":
                {"enum": ["AddressTypePosition", "AddressTypeDN"]}}}}},
        })
    );
    assert_eq!(schema["required"], json!(["Event", "InfoType", "ThisDN"]));
    assert_eq!(schema["additionalProperties"], json!(false));
    assert_eq!(
        schema["properties"]["Extensions"]["$comment"],
        "may be absent, footnote b"
    );
}

#[test]
fn the_tag_chooses_the_event() {
    let event = |name: &'static str, number, attribute: &'static str| {
        let mut event = sample::event(&[(attribute, Kind::Text)]);
        event.attributes.to_mut()[0].presence = Presence::Mandatory;
        Event {
            name: name.into(),
            number: Some(number),
            ..event
        }
    };
    let family = Family {
        events: vec![event("EventA", 1, "A"), event("EventB", 2, "B")].into(),
        ..family_of(sample::event(&[]))
    };
    let other = Family {
        tag: "kind".into(),
        events: vec![event("EventC", 1, "C"), event("EventA", 3, "D")].into(),
        ..family.clone()
    };
    let specification = Specification {
        name: "Samples".into(),
        dictionary: Dictionary::EMPTY,
        families: vec![family.clone(), other].into(),
    };
    for (message, by_family, by_all, strictly) in [
        (json!({"Event": "EventA", "A": ""}), true, true, true),
        (json!({"Event": 1, "A": ""}), true, true, false),
        (json!({"Event": "2", "B": ""}), true, true, false),
        (json!({"Event": "EventB", "A": ""}), false, false, false),
        (json!({"Event": "EventB"}), false, false, false),
        (json!({"Event": "EventX"}), true, true, false),
        (json!({"Event": null}), false, false, false),
        (json!({"kind": "EventC", "C": ""}), false, true, true),
        (json!({"kind": "EventC"}), false, false, false),
        (json!({"C": ""}), false, false, false),
        (json!([]), false, false, false),
    ] {
        let verdict = |schema: &Value| {
            assert!(
                jsonschema::draft202012::meta::is_valid(schema),
                "{schema:#}"
            );
            jsonschema::is_valid(schema, &message)
        };
        assert_eq!(
            verdict(&JsonSchema::reader().family(&family)),
            by_family,
            "{message}"
        );
        let schema = JsonSchema::reader().specification(&specification);
        assert_eq!(verdict(&schema), by_all, "{message}");
        let schema = JsonSchema::strict().specification(&specification);
        assert_eq!(verdict(&schema), strictly, "{message}");
    }
}

#[test]
fn other_names_are_read() {
    let dictionary = dictionary(&[("A", &["Agent ID", "B"]), ("Event", &["Message"])]);
    let event = ruled(
        sample::event(&[("A", Kind::Text), ("B", Kind::Text)]),
        [branch(
            is("A", text("x")),
            vec![Clause::Assert(present("B"))],
            vec![],
        )],
    );
    let mut family = family_of(event);
    let values = [json!(null), json!("x"), json!("y"), json!(1)];
    let mut messages = messages(&[("A", &values), ("Agent ID", &values), ("B", &values)]);
    let renamed: Vec<_> = messages
        .iter()
        .map(|message| {
            let mut object: Map<String, Value> = message.as_object().unwrap().clone();
            let name = object.remove("Event").unwrap();
            object.insert("Message".to_owned(), name);
            object.into()
        })
        .collect();
    messages.extend(renamed);
    messages.push(json!({"Event": "EventSample", "Message": "EventSample"}));
    messages.push(json!({"Event": "EventSample", "Message": "Another"}));
    compare(&family, &dictionary, &messages);
    family.events.to_mut()[0].attributes.to_mut()[0].presence = Presence::Mandatory;
    let (refused, broken) = compare(&family, &dictionary, &messages);
    assert_eq!(refused, broken);
    let schema = JsonSchema::strict()
        .with_dictionary(&dictionary)
        .event(&family, &family.events[0]);
    assert_eq!(schema["properties"]["A"]["description"], "What A means.");
}

#[test]
fn random_rules_come_to_the_same() {
    let messages: Vec<Value> = (0..27)
        .map(|code| {
            let mut message = json!({"Event": "EventSample"});
            for (name, digit) in sample::NAMES.iter().zip([code % 3, code / 3 % 3, code / 9]) {
                if digit > 0 {
                    message[*name] = json!(digit);
                }
            }
            message
        })
        .collect();
    let (mut said, mut unsaid) = ([0, 0], [0, 0]);
    for seed in 0..600 {
        let clause = sample::Dice(seed).clause(3);
        let family = family_of(ruled(sample::random_event(), [clause]));
        let (refused, broken) = compare(&family, &Dictionary::EMPTY, &messages);
        let counts = if unsayable(&family.events[0]).is_empty() {
            &mut said
        } else {
            &mut unsaid
        };
        counts[0] += refused;
        counts[1] += broken;
    }
    // What can be said is said, and most of the rest as well.
    assert_eq!(said[0], said[1]);
    assert!(said[0] > 100 && unsaid[0] > 100, "{said:?} {unsaid:?}");
    assert!(unsaid[0] < unsaid[1], "{unsaid:?}");
}
