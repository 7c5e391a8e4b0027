//! What is written is read again as it was: each declared event, in each form, unknown attributes included.

use events_core::families::TLibraryEvent;
use events_core::read::{json, log};
use events_core::schema::witness::{Plausible, Witnesses};
use events_core::schema::{Dictionary, Kind};
use events_core::{Datum, Draft, Message, families};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Attributes that no table has: what all forms can hold.
fn unknown() -> impl Strategy<Value = Map<String, Value>> {
    let text = "[ -~é']{0,40}";
    let value = prop_oneof![
        any::<i64>().prop_map(Value::from),
        text.prop_map(Value::from)
    ];
    let value = value.prop_recursive(4, 24, 5, |inner| {
        let pairs = prop::collection::btree_map("[a-zA-Z0-9_ .:-]{0,12}", inner, 0..5);
        pairs.prop_map(|pairs| Value::Object(pairs.into_iter().collect()))
    });
    let pairs = prop::collection::btree_map("Zz[a-zA-Z0-9_]{0,20}", value, 0..6);
    pairs.prop_map(|pairs| pairs.into_iter().collect())
}

/// Gives lists whose pairs have lines of their own in logs these pairs: logs have no form for others.
fn give_logged_pairs(dictionary: &Dictionary, draft: &mut Map<String, Value>) {
    let definitions = dictionary.definitions.iter();
    for definition in definitions.filter(|one| one.kind == Kind::List && one.log.len() > 1) {
        if let Some(list) = draft.get_mut(&*definition.name) {
            let keys = definition.log.iter().skip(1).step_by(2);
            let keys = keys.filter_map(|name| name.strip_prefix("Attribute"));
            *list = keys
                .map(|key| (key.to_owned(), Value::from("700'1")))
                .collect();
        }
    }
}

/// The event in a log; `Server`, which logs do not bear, is given.
fn logged(text: &str, server: Option<Datum<'_>>) -> TLibraryEvent {
    let mut reader = log::Reader::new(text.as_bytes(), TLibraryEvent::events());
    if let Some(Datum::Integer(server)) = server {
        reader = reader.give("Server", server.to_string());
    }
    let message = reader.read().unwrap().expect("there is a message");
    let event = message.event::<TLibraryEvent>();
    let event = event.unwrap_or_else(|report| panic!("{report}\n{text}"));
    assert!(reader.read().unwrap().is_none(), "{text}");
    assert_eq!(reader.summary().foreign_lines, 0, "{text}");
    event.into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_each_event_in_each_form(seed in any::<u64>(), unknown in unknown()) {
        for declaration in families::declarations() {
            let (event, dictionary) = (declaration.event, declaration.dictionary);
            let witnesses = Witnesses::new(event, dictionary).unwrap();
            let message = witnesses.random(&mut Plausible::new(seed)).unwrap();
            let message = message.expect("a message can satisfy the event");
            let draft = serde_json::to_value(Draft::of(&declaration, &message)).unwrap();
            let Value::Object(mut draft) = draft else { panic!("an object") };
            give_logged_pairs(dictionary, &mut draft);
            draft.extend(unknown.clone());
            let text = serde_json::to_string(&draft).unwrap();
            let first = json::from_str::<TLibraryEvent>(&text);
            let first = first.unwrap_or_else(|report| panic!("{report}\n{text}")).into_inner();
            prop_assert_eq!(first.name(), &*event.name);
            prop_assert_eq!(first.other().len(), unknown.len());

            let written = serde_json::to_string(&first).unwrap();
            let again = json::from_str::<TLibraryEvent>(&written);
            prop_assert_eq!(&again.expect(&written).into_inner(), &first);

            let server = event.position("Server").and_then(|row| first.declared()?.1.fact(row));
            for text in [log::to_string(&first), log::platform::to_string(&first)] {
                prop_assert_eq!(&logged(&text, server), &first, "{}", text);
            }
        }
    }
}
