//! What is proved of every declared event and rule; `docs/PROOF.md` tells it in plain words.

#[path = "proof/coverage.rs"]
mod coverage;
#[path = "proof/limits.rs"]
mod limits;
#[path = "proof/near_misses.rs"]
mod near_misses;
#[path = "proof/typed.rs"]
mod typed;
#[path = "proof/verdicts.rs"]
mod verdicts;

use std::collections::BTreeSet;

use events_core::families;
use events_core::read::json;
use events_core::schema::Event;
use events_core::schema::witness::Breach;
use events_core::witness::random;
use events_core::{Declaration, Events, Kind, Message, Report, Valid};
use serde_json::Value;

use super::declare::Docks;

/// A family with its types: what reads its messages.
struct Typed {
    declarations: fn() -> &'static [Declaration],
    /// Whether serde takes a JSON message for a valid one.
    serde_accepts: fn(&str) -> bool,
    /// The name of a random message of the family, made as its type.
    random: fn(u64) -> Option<String>,
    /// The message as a log prints it, when serde takes it.
    to_log: fn(&str) -> Option<String>,
}

/// The families of the crate, and one that has nothing to do with telephony.
static FAMILIES: [Typed; 14] = [
    family::<families::registration::Registration>(),
    family::<families::general::General>(),
    family::<families::call_handling::CallHandling>(),
    family::<families::call_routing::CallRouting>(),
    family::<families::call_treatment::CallTreatment>(),
    family::<families::dtmf::Dtmf>(),
    family::<families::voice_mail::VoiceMail>(),
    family::<families::agent_state::AgentState>(),
    family::<families::query::Query>(),
    family::<families::user_data::UserDataEvents>(),
    family::<families::network_attended_transfer::NetworkAttendedTransfer>(),
    family::<families::negative_response::NegativeResponse>(),
    family::<families::call_based::CallBased>(),
    family::<Docks>(),
];

const fn family<T: Message + serde::de::DeserializeOwned>() -> Typed {
    Typed {
        declarations: T::declarations,
        serde_accepts: |text| serde_json::from_str::<Valid<T>>(text).is_ok(),
        random: |seed| Some(random::<T>(seed)?.name().to_owned()),
        to_log: |text| {
            let message: T = serde_json::from_str(text).ok()?;
            Some(events_core::read::log::to_string(&message))
        },
    }
}

fn declarations() -> impl Iterator<Item = &'static Declaration> {
    FAMILIES.iter().flat_map(|family| (family.declarations)())
}

#[test]
fn no_family_is_left_out() {
    for declared in families::declarations() {
        let name = &declared.event.name;
        assert!(
            declarations().any(|known| known.event.name == *name),
            "{name} is not proved: add `family::<{}>()` to `FAMILIES` in tests/suite/proof.rs",
            declared.family.name
        );
    }
}

/// The report on a JSON message.
fn report(text: &str, events: &Events) -> Report {
    let mut reader = json::Reader::new(text.as_bytes(), events);
    let message = reader
        .read()
        .expect("memory can be read")
        .expect("there is a message");
    message.report()
}

/// What a report says is wrong: `missing ThisDN`, or the id of a rule.
fn violations(report: &Report) -> BTreeSet<String> {
    assert_eq!(report.omitted(), 0);
    let found = report.violations().iter().map(|found| {
        let code = found.what.code();
        match found.what.attribute() {
            Some(attribute) => format!("{code} {attribute}"),
            None => code.to_owned(),
        }
    });
    found.collect()
}

/// What a report must say of a message that is broken in one way.
fn expected(breach: Breach, event: &Event) -> BTreeSet<String> {
    BTreeSet::from([breach.name(event)])
}

/// Whether a log can bear a message: its name is a word, the names of its rows have no blanks, and its lists only texts,
/// whole numbers and lists.
fn is_borne(declaration: &Declaration, json: &str) -> bool {
    fn plain(value: &Value) -> bool {
        match value {
            Value::Object(map) => map.values().all(plain),
            Value::Array(values) => values.iter().all(plain),
            Value::Number(number) => number.is_i64(),
            Value::String(text) => !text.contains(char::is_control),
            Value::Bool(_) | Value::Null => false,
        }
    }
    let Ok(Value::Object(message)) = serde_json::from_str(json) else {
        return false;
    };
    let rows = &declaration.event.attributes;
    let blank = |name: &str| name.contains(' ') && message.contains_key(name);
    let word = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let name = &*declaration.event.name;
    let named = message
        .get(&*declaration.family.tag)
        .and_then(Value::as_str);
    if named != Some(name) || !word(name) || rows.iter().any(|row| blank(&row.name)) {
        return false;
    }
    let lists = declaration.event.attributes.iter().filter_map(|row| {
        let list = matches!(row.kind, Kind::List);
        message.get(&*row.name).filter(|_| list)
    });
    lists.into_iter().all(plain)
}
