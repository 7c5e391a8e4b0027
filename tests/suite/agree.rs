//! The compiled rules and the interpreter over the model never disagree.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use events_core::families::registration::Registration;
use events_core::read::{json, log};
use events_core::schema::{Event, Kind, Outcome, Presence};
use events_core::{Message, Note, Report, Valid, Verdicts, Violation};
use proptest::prelude::*;

/// A value of a kind as JSON: a few that rules tell apart, and some that they do not know.
fn value(kind: &Kind, choice: u8) -> String {
    let choice = usize::from(choice);
    match kind {
        Kind::Time => "1772353800".to_owned(),
        Kind::Text | Kind::Event => [r#""""#, r#""7001""#, r#""7002""#][choice % 3].to_owned(),
        Kind::List => [
            "{}",
            r#"{"conn-1":"006c"}"#,
            r#"{"conn-1":1}"#,
            r#"{"ps-1":"x"}"#,
            r#"{"ps-1":12}"#,
            r#"{"other":{"ps-1":[]}}"#,
        ][choice % 6]
            .to_owned(),
        _ => (choice % 16).to_string(),
    }
}

/// A message of the event: some of the Optional rows, all of the Mandatory ones.
fn message(event: &Event, choices: &[u8]) -> String {
    let mut text = format!(r#"{{"Event":"{}""#, event.name);
    for (row, choice) in event.attributes.iter().zip(choices) {
        let given = row.presence == Presence::Mandatory || choice % 2 == 1;
        if row.kind == Kind::Event || !given {
            continue;
        }
        let value = match &row.fixed {
            Some(fixed) => format!("{:?}", fixed.to_string()),
            None => value(&row.kind, choice / 2),
        };
        let _ = write!(text, r#","{}":{value}"#, row.name);
    }
    text + "}"
}

/// The rules that a report says are broken, and those that it says cannot be told.
fn verdicts(report: &Report) -> [BTreeSet<String>; 2] {
    let broken = report
        .violations()
        .iter()
        .filter_map(|found| match &found.what {
            Violation::Broken { rule } => Some(rule.id.to_string()),
            _ => None,
        });
    let cannot_tell = report.notes().iter().filter_map(|found| match &found.what {
        Note::CannotTell { rule } => Some(rule.id.to_string()),
        _ => None,
    });
    [broken.collect(), cannot_tell.collect()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn on_any_message(choices in proptest::collection::vec(any::<u8>(), 64)) {
        for declaration in Registration::declarations() {
            let event = declaration.event;
            let text = message(event, &choices);
            let mut reader = json::Reader::new(text.as_bytes(), Registration::events());
            let checked = reader.read().expect("memory is readable").expect("there is a message");

            let interpreted = Verdicts::interpret(event, &checked.record());
            let of = |wanted: Outcome| {
                interpreted
                    .iter()
                    .filter(|(_, outcome)| *outcome == wanted)
                    .filter_map(|(at, _)| event.rules().nth(at))
                    .map(|(_, rule)| rule.id.to_string())
                    .collect::<BTreeSet<_>>()
            };
            let expected = [of(Outcome::Violated), of(Outcome::CannotTell)];
            prop_assert_eq!(verdicts(&checked.report()), expected.clone(), "{}", &text);

            // The typed message has the same verdict as the record that it was made of.
            if let Ok(event) = serde_json::from_str::<Registration>(&text) {
                prop_assert_eq!(verdicts(&events_core::Validate::check(&event)), expected, "{}", &text);
            }
        }
    }
}

/// By JSON, by serde and in a log, a value that cannot be read is one mistake: no rule takes its attribute for absent.
#[test]
fn what_cannot_be_read_breaks_no_rule_by_its_absence() {
    let message = |reference: &str| {
        format!(
            r#"{{"Event":"EventUnregistered"{reference},"Server":1,"ThisDN":"7001","time":1772439243}}"#
        )
    };
    let rule = "[a]";
    for (reference, broken) in [("", true), (r#","ReferenceID":"abc""#, false)] {
        let text = message(reference);
        let read = json::from_str::<Registration>(&text).expect_err("it is wrong");
        assert_eq!(read.to_string().contains(rule), broken, "{read}");
        let read = serde_json::from_str::<Valid<Registration>>(&text);
        let read = read.expect_err("it is wrong").to_string();
        assert_eq!(read.contains(rule), broken, "{read}");
    }
    let log = "message EventUnregistered\n\tAttributeThisDN\t'7001'\n\tAttributeReferenceID\tabc\n\t\
               AttributeEventSequenceNumber\t1\n";
    let mut reader = log::Reader::new(log.as_bytes(), Registration::events());
    let read = reader
        .read()
        .expect("memory can be read")
        .expect("a message");
    let read = read.report().to_string();
    assert!(
        read.contains("ReferenceID") && !read.contains(rule),
        "{read}"
    );
}
