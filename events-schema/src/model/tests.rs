use super::*;
use crate::sample::{self, REGISTRATION};

#[test]
fn a_family_survives_saving() {
    let saved = serde_json::to_string(&REGISTRATION).unwrap();
    let loaded: Family = serde_json::from_str(&saved).unwrap();
    assert_eq!(loaded, REGISTRATION);
    assert!(matches!(loaded.events, Cow::Owned(_)));
    assert_eq!(serde_json::to_string(&loaded).unwrap(), saved);

    let value = serde_json::to_value(&REGISTRATION).unwrap();
    assert_eq!(
        serde_json::from_value::<Family>(value).unwrap(),
        REGISTRATION
    );
}

#[test]
fn a_saved_event_says_nothing_needless() {
    let event = Event {
        attributes: REGISTRATION.events[0].attributes[..1].to_vec().into(),
        footnotes: REGISTRATION.events[0].footnotes[..1].to_vec().into(),
        ..sample::REGISTERED
    };
    let expected = serde_json::json!({
        "name": "EventRegistered",
        "number": 53,
        "description": "The application is registered.",
        "attributes": [{
            "name": "AgentID",
            "kind": "Text",
            "presence": "Optional",
            "marks": [{"letter": "a", "cell": "Name"}],
        }],
        "footnotes": [{
            "letter": "a",
            "text": "An agent is reported only for an object of type Position or DN.",
            "status": "Checked",
            "rules": [{
                "id": "Registration/EventRegistered[a]",
                "clause": {"If": {
                    "condition": {"Present": {"attribute": "AgentID"}},
                    "then": [{"Assert": {"In": [
                        {"attribute": "InfoStatus.AddressType"},
                        [
                            {"Member": {"name": "AddressTypePosition", "number": 2}},
                            {"Member": {"name": "AddressTypeDN", "number": 1}},
                        ],
                    ]}}],
                }},
            }],
        }],
    });
    assert_eq!(serde_json::to_value(&event).unwrap(), expected);
    assert_eq!(serde_json::from_value::<Event>(expected).unwrap(), event);
}

#[test]
fn bounds_beyond_64_bits_survive() {
    let kind = Kind::integer(i128::MIN, i128::MAX);
    let saved = serde_json::to_string(&kind).unwrap();
    assert_eq!(serde_json::from_str::<Kind>(&saved).unwrap(), kind);
}

#[test]
fn a_misspelled_name_is_refused() {
    for saved in [
        r#"{"name": "E", "attributes": [], "footnote": []}"#,
        r#"{"name": "E"}"#,
    ] {
        assert!(serde_json::from_str::<Event>(saved).is_err(), "{saved}");
    }
}
