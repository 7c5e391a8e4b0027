//! Messages that were changed at random: both ways of reading agree on them, and none is a panic.

use events_core::families::registration::Registration;
use events_core::read::json;
use events_core::{Message, Valid};
use proptest::prelude::*;

use super::{REGISTERED, read};

/// A message with one of its parts replaced by something else that is JSON.
fn mutations() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        any::<i32>().prop_map(|eighths| format!("{:?}", f64::from(eighths) / 8.0)),
        "[ -~é]{0,12}".prop_map(|text| serde_json::to_string(&text).unwrap()),
        prop::sample::select(vec![
            "\"EventUnregistered\"",
            "53",
            "\"54\"",
            "\"AddressTypeDN\"",
            "8",
            "1207129524"
        ])
        .prop_map(str::to_owned),
    ];
    let value = scalar.prop_recursive(3, 12, 4, |inner| {
        let key = prop::sample::select(vec![
            "Event",
            "AddressType",
            "sec",
            "usec",
            "base64",
            "ps-1",
            "x",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|all| format!("[{}]", all.join(", "))),
            prop::collection::vec((key, inner), 0..4).prop_map(|all| {
                let members: Vec<_> = all
                    .iter()
                    .map(|(key, value)| format!("\"{key}\":{value}"))
                    .collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    });
    let names = vec![
        "Event",
        "AgentID",
        "Extensions",
        "InfoStatus",
        "InfoStatus.AddressType",
        "InfoType",
        "ReferenceID",
        "Server",
        "ThisDN",
        "time",
        "x",
    ];
    let member = (prop::sample::select(names), value);
    (
        prop::collection::vec(member, 0..4),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(members, at)| {
            let valid: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(REGISTERED).unwrap();
            let mut all: Vec<_> = valid
                .iter()
                .map(|(key, value)| format!("\"{key}\":{value}"))
                .collect();
            for (key, value) in members {
                let member = format!("\"{key}\":{value}");
                let at = at.index(all.len());
                match all
                    .iter_mut()
                    .find(|old| old.starts_with(&format!("\"{key}\":")))
                {
                    Some(old) if at % 3 > 0 => *old = member,
                    _ => all.insert(at, member),
                }
            }
            format!("{{{}}}", all.join(","))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_ways_agree(text in mutations()) {
        let ours = json::from_str::<Registration>(&text);
        let theirs = serde_json::from_str::<Valid<Registration>>(&text);
        prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}: {:?} {:?}", text, ours.err(), theirs.err());
        if let Ok(message) = ours {
            prop_assert_eq!(&message, &theirs.unwrap());
            let written = serde_json::to_string(&message).unwrap();
            // Members of a union that the table lacks are written with the others, so that the order may change once.
            let again = json::from_str::<Registration>(&written).expect(&written);
            prop_assert_eq!(again.name(), message.name());
            prop_assert_eq!(serde_json::to_string(&again).unwrap(), written);
        }
    }

    #[test]
    fn no_bytes_are_a_panic(text in mutations(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let one = json::from_slice::<Registration>(&bytes);
        if !bytes.contains(&b'\n') {
            let all = read(&bytes[..]);
            prop_assert!(all.len() > 1 || all.first().is_none_or(|(_, _, report)| report.is_clean() == one.is_ok()));
        }
    }
}
