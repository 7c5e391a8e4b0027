//! What no schema can say: each limit that is listed, with a message on which schema and reader differ.

use events_core::families::registration::Registration;
use events_core::schema::export::json_schema::{JsonSchema, LIMITS};
use events_core::schema::{Dictionary, Specification};
use events_core::{Events, Message};

use serde_json::{Value, json};

use super::super::declare::Docks;
use super::report;

/// A message that a schema accepts and a reader refuses.
struct Case {
    limit: &'static str,
    text: String,
}

fn registered(more: &str) -> String {
    format!(
        r#"{{"Event":"EventRegistered","Extensions":{{}},"InfoType":8,"ReferenceID":1,"Server":1,"ThisDN":"1"{more}}}"#
    )
}

#[test]
fn each_limit_is_one() {
    let deep = format!("{}{}", r#"{"a":"#.repeat(200), "}".repeat(200));
    let deep = deep.replace(":}", ":1}");
    let cases = [
        Case {
            limit: "a key that stands twice in an object",
            text: registered(r#","time":1,"ThisDN":"2""#),
        },
        Case {
            limit: "a whole number with a fraction of zeros or an exponent",
            text: registered(r#","time":1"#).replace(r#""Server":1"#, r#""Server":5.0"#),
        },
        Case {
            limit: "a list that is nested more than 128 deep",
            text: registered(r#","time":1"#).replace("{}", &deep),
        },
        Case {
            limit: "a time that is in the years 0 to 9999 only at its own offset",
            text: registered(r#","time":"9999-12-31T23:59:59-01:00""#),
        },
        Case {
            limit: "a number in a text that is too large for 64 bits of floating point",
            text: r#"{"kind":"DockReported","Version":{"Major":3},"state":"in-service","level":"1e999"}"#.to_owned(),
        },
        Case {
            limit: "a rule about a key that stands twice in a list",
            text: r#"{"kind":"DockReported","Version":{"Major":3},"state":"in-service","extra":[["level-1","low"],["level-1","full"]]}"#.to_owned(),
        },
        Case {
            limit: "a message that bears the tags of two families",
            text: r#"{"kind":"BikeTaken","bike":1,"Event":"EventACK"}"#.to_owned(),
        },
    ];
    assert_eq!(cases.len(), LIMITS.len());
    let both = Specification {
        name: "Both".into(),
        dictionary: Dictionary::EMPTY,
        families: vec![Docks::FAMILY.clone(), Registration::FAMILY.clone()].into(),
    };
    let schema = JsonSchema::reader().specification(&both);
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    let events = Docks::declarations()
        .iter()
        .chain(Registration::declarations());
    let events = Events::new(events.copied());
    for (case, limit) in cases.iter().zip(LIMITS) {
        assert!(limit.starts_with(case.limit), "{limit}");
        // The parser of others has its own limit of depth, which is none of the schema's.
        let mut message: Value = serde_json::from_str(&case.text.replace(&deep, "null")).unwrap();
        if case.text.contains(&deep) {
            message["Extensions"] = (0..200).fold(json!(1), |inner, _| json!({"a": inner}));
        }
        assert!(schema.is_valid(&message), "{}", case.text);
        let report = report(&case.text, &events);
        assert!(!report.is_clean(), "{}", case.text);
    }
}
