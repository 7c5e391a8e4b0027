//! Each kind of value and each operator.

use super::*;
use crate::sample::{ADDRESS_TYPE, among, member};

fn row(kind: Kind, presence: Presence, fixed: Option<Literal>) -> Event {
    let mut event = sample::event(&[("A", kind)]);
    let row = &mut event.attributes.to_mut()[0];
    row.presence = presence;
    row.fixed = fixed;
    event
}

/// Values of all sorts.
fn pool() -> Vec<Value> {
    let texts = [
        "",
        "x",
        "Red",
        "Green",
        "Rot",
        "7",
        "07",
        "-0",
        "5",
        "005",
        "-5",
        "9",
        "10",
        "255",
        "256",
        "ff",
        "FF",
        "0fF",
        "fff",
        "10000",
        "true",
        "false",
        "True",
        "0.5",
        ".5",
        "5.",
        ".",
        "+1",
        "1e3",
        "5e-1",
        "-1.5E+2",
        "inf",
        "NaN",
        " 5",
        "4294967295",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "00000000000000000005",
        "000000000000000000005",
        "2026-03-01T08:30:00.250000Z",
        "2026-03-01 08:30:00z",
        "2024-02-29t23:59:60.1+01:00",
        "2023-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2000-02-29T00:00:00-23:59",
        "2026-03-01T08:30:00",
        "2026-03-01T08:30:00.1234567Z",
        "2026-04-31T08:30:00Z",
        "2026-03-01T24:00:00Z",
        "253402300799",
        "253402300800",
        "-62167219200",
        "-62167219201",
    ];
    let mut pool: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    pool.extend([
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(2),
        json!(3),
        json!(5),
        json!(-5),
        json!(9),
        json!(255),
        json!(256),
        json!(65535),
        json!(65536),
        json!(4_294_967_295_u32),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(0.5),
        json!(-0.25),
        json!(1e300),
        json!(253_402_300_799_i64),
        json!(253_402_300_800_i64),
        json!(253_402_300_799.5),
        json!(-62_167_219_200_i64),
        json!(-62_167_219_201_i64),
        json!({}),
        json!([]),
        json!([1]),
        json!({"sec": 1, "usec": 2}),
        json!({"sec": 1, "usec": 1_000_000}),
        json!({"sec": 1}),
        json!({"sec": 1, "usec": 2, "more": 3}),
        json!({"sec": "1", "usec": 2}),
        json!({"sec": 253_402_300_800_i64, "usec": 0}),
        json!({"a": 1}),
        json!({"a": {"b": [["c", null]]}}),
        json!({"a": {"b": ["c"]}}),
        json!([["a", 1], ["a", 2]]),
        json!([["a", {"base64": "AP8D"}]]),
        json!([["a", {"base64": "AP8"}]]),
        json!([["a", {"base64": "AA=="}]]),
        json!([["a", {"base64": 5}]]),
        json!([["a", {"base64": "?", "b": 1}]]),
        json!({"a": {"base64": "?"}}),
        json!([["a"]]),
        json!([["a", 1, 2]]),
        json!([[1, 1]]),
        json!({"a": [["b", {"base64": "?"}]]}),
        json!({"a": [["b", {"c": [["d", []]]}]]}),
    ]);
    pool
}

fn kinds() -> Vec<Kind> {
    let without = |none| Kind::Integer {
        min: 0,
        max: 255,
        none: Some(none),
    };
    vec![
        Kind::Event,
        Kind::Text,
        Kind::Boolean,
        Kind::integer(0, 255),
        Kind::integer(-5, 9),
        Kind::integer(i64::MIN.into(), i64::MAX.into()),
        Kind::integer(i128::MIN, i128::MAX),
        without(255),
        without(0),
        without(5),
        without(4_294_967_295),
        Kind::Hex { digits: 2 },
        Kind::Hex { digits: 16 },
        Kind::Real,
        vocabulary(true),
        vocabulary(false),
        ADDRESS_TYPE,
        Kind::Time,
        Kind::List,
    ]
}

fn literals() -> Vec<Literal> {
    vec![
        text("x"),
        text("Red"),
        text("5"),
        Literal::Integer(0),
        Literal::Integer(5),
        Literal::Integer(255),
        Literal::Integer(-5),
        Literal::Real(0.5),
        Literal::Real(5.0),
        Literal::Boolean(true),
        member("Red", 1),
        member("7", 3),
        member("Seven", 7),
    ]
}

#[test]
fn each_kind_takes_its_values() {
    let messages = messages(&[("A", &pool())]);
    let mut refused = 0;
    for kind in kinds() {
        for presence in [Presence::Mandatory, Presence::Optional] {
            let family = family_of(row(kind.clone(), presence, None));
            refused += compare(&family, &Dictionary::EMPTY, &messages).0;
        }
        if kind != Kind::List {
            for fixed in literals() {
                let family = family_of(row(kind.clone(), Presence::Optional, Some(fixed)));
                refused += compare(&family, &Dictionary::EMPTY, &messages).0;
            }
        }
    }
    assert!(refused > 10_000, "{refused}");
}

#[test]
fn a_strict_schema_takes_one_spelling() {
    let time = "2026-03-01T08:30:00.250000Z";
    for (kind, taken) in [
        (Kind::Event, json!([])),
        (Kind::Boolean, json!([false, true])),
        (Kind::integer(0, 4), json!([0, 1, 2, 3])),
        (Kind::Hex { digits: 2 }, json!(["07", "10", "ff"])),
        (vocabulary(true), json!(["7", "Green", "Red", "Rot"])),
        (Kind::Time, json!([time])),
    ] {
        let event = row(kind, Presence::Optional, None);
        let family = family_of(event);
        let event = &family.events[0];
        let strict =
            jsonschema::draft202012::new(&JsonSchema::strict().event(&family, event)).unwrap();
        let mut found = Vec::new();
        for value in pool() {
            let message = json!({"Event": "EventSample", "A": value});
            if strict.is_valid(&message) {
                assert!(reader::accepts(
                    &Dictionary::EMPTY,
                    &family,
                    event,
                    &message
                ));
                found.push(value);
            }
        }
        found.sort_by_key(ToString::to_string);
        assert_eq!(json!(found), taken);
        for message in [
            json!({"Event": "EventSample", "B": 1}),
            json!({"Event": "EventSample", "A": null}),
        ] {
            assert!(!strict.is_valid(&message), "{message}");
        }
    }
}

#[test]
fn each_kind_is_compared() {
    for kind in kinds() {
        let event = row(kind, Presence::Optional, None);
        for literal in literals() {
            let clauses = [
                is("A", literal.clone()),
                not(among("A", [literal, text(""), Literal::Integer(9)])),
            ];
            for condition in clauses {
                let event = ruled(event.clone(), [Clause::Assert(condition)]);
                agree(event, &[("A", &pool())]);
            }
        }
    }
}

/// Conditions with all operators over an event with attributes of all sorts.
fn conditions() -> Vec<Condition> {
    let keys = KeySet {
        name: "Keys".into(),
        description: Text::default(),
        keys: [
            ("k", vec![Kind::integer(0, 9), Kind::List]),
            ("n-1", vec![Kind::Text]),
            ("n-%d", vec![Kind::integer(0, 9)]),
            ("n-%d.x", vec![Kind::Boolean]),
            ("n-2", vec![Kind::Text]),
            ("e", vec![vocabulary(true), Kind::Hex { digits: 2 }]),
            ("f", vec![vocabulary(false), Kind::Real]),
            ("t", vec![Kind::Time]),
        ]
        .map(|(name, kinds)| Key {
            name: name.into(),
            kinds: kinds.into(),
            description: Text::default(),
        })
        .to_vec()
        .into(),
    };
    let nothing: [Literal; 0] = [];
    vec![
        present("T"),
        is("T", text("x")),
        among("T", [text("x"), text("y")]),
        among("T", nothing),
        is("S.M", member("Red", 1)),
        not(among("S.M", [member("Green", 2), member("7", 3)])),
        present("S.M"),
        present("L[k]"),
        is("L[k]", Literal::Integer(1)),
        not(among("L[k]", [text("x"), Literal::Boolean(true)])),
        is("L[k]", Literal::Real(0.5)),
        follows("L", &keys),
        follows("L[k]", &keys),
        follows("T", &keys),
        present("T[k]"),
        is("T[k]", text("x")),
        present("X"),
        is("X", text("x")),
        same("T", "T"),
        same("T", "L"),
        same("T", "S.M"),
        same("Event", "T"),
        is("Event", text("EventSample")),
        is("Event", text("x")),
        present("Event"),
        all([]),
        any([]),
    ]
}

fn mixed() -> Event {
    let mut event = sample::event(&[
        ("Event", Kind::Event),
        ("T", Kind::Text),
        ("S.M", vocabulary(true)),
        ("L", Kind::List),
    ]);
    event.attributes.to_mut()[2].union = Some("S".into());
    event
}

fn lists() -> Vec<Value> {
    let values = [
        json!(null),
        json!(1),
        json!(10),
        json!("x"),
        json!(true),
        json!(0.5),
        json!({}),
        json!({"k": "x"}),
        json!([["k", 1]]),
        json!({"base64": "AAAA"}),
    ];
    let mut lists = vec![json!({}), json!([]), json!([["k", 1], ["k", 1]])];
    for value in values {
        lists.push(json!({"k": value, "other": 1}));
        lists.push(json!([["other", "x"], ["k", value]]));
    }
    for (name, value) in [
        ("n-1", json!("x")),
        ("n-1", json!(1)),
        ("n-2", json!("x")),
        ("n-2", json!(2)),
        ("n-x", json!("x")),
        ("n-12", json!(12)),
        ("n-3.x", json!(true)),
        ("n-3.x", json!(3)),
        ("e", json!("Red")),
        ("e", json!("zz")),
        ("e", json!("zzz")),
        ("e", json!(77)),
        ("e", json!("FFF")),
        ("f", json!(0.5)),
        ("f", json!(3)),
        ("f", json!("Red")),
        ("f", json!("x")),
        ("t", json!("2026-03-01T08:30:00Z")),
    ] {
        lists.push(json!([[name, value]]));
        lists.push(json!({name: value}));
    }
    lists
}

#[test]
fn each_operator_comes_to_the_same() {
    let texts = [json!("x"), json!("z"), json!("EventSample")];
    let colours = [json!(null), json!("Red"), json!(2), json!("3")];
    let pairs = lists();
    let keys: [(&str, &[Value]); 3] = [("T", &texts), ("S.M", &colours), ("L", &pairs)];
    let nested: [(&str, &[Value]); 2] = [("S/M", &colours), ("S.M", &colours)];
    let unions = [json!(5), json!(null), json!({})];
    let mut all_messages = messages(&keys);
    all_messages.extend(messages(&nested));
    all_messages.extend(messages(&[("S", &unions), ("T", &texts)]));
    let mut refused = 0;
    for condition in conditions() {
        let t = || Clause::Assert(is("T", text("z")));
        let m = || Clause::Assert(present("S.M"));
        let clauses = [
            Clause::Assert(condition.clone()),
            Clause::Assert(not(condition.clone())),
            branch(condition.clone(), vec![t()], vec![m()]),
            branch(not(condition.clone()), vec![], vec![t(), m()]),
            branch(
                is("T", text("x")),
                vec![Clause::Assert(condition.clone())],
                vec![m()],
            ),
            branch(
                any([condition.clone(), is("T", text("z"))]),
                vec![branch(condition.clone(), vec![m()], vec![])],
                vec![Clause::Assert(Condition::None(
                    vec![condition.clone(), present("S.M")].into(),
                ))],
            ),
            Clause::Assert(all([condition.clone(), any([condition, present("T")])])),
        ];
        for clause in clauses {
            let family = family_of(ruled(mixed(), [clause]));
            refused += compare(&family, &Dictionary::EMPTY, &all_messages).0;
        }
    }
    assert!(refused > 10_000, "{refused}");
}

#[test]
fn a_mandatory_member_may_be_at_either_place() {
    let mut event = mixed();
    event.attributes.to_mut()[2].presence = Presence::Mandatory;
    let colours = [json!(null), json!("Red"), json!(true)];
    let texts = [json!("x")];
    agree(
        event.clone(),
        &[("S/M", &colours), ("S.M", &colours), ("T", &texts)],
    );
    let schema = JsonSchema::strict().event(&family_of(event.clone()), &event);
    assert_eq!(schema["properties"]["S"]["required"], json!(["M"]));
    assert_eq!(schema["required"], json!(["Event", "S"]));
}

#[test]
fn a_waived_attribute_may_be_absent() {
    let mut event = ruled(row(Kind::Text, Presence::Mandatory, None), []);
    let pool = [json!("x"), json!(1)];
    agree(event.clone(), &[("A", &pool)]);
    event.footnotes.to_mut()[0].waives = vec!["A".into()].into();
    let family = family_of(event);
    assert_eq!(
        compare(
            &family,
            &Dictionary::EMPTY,
            &[json!({"Event": "EventSample"})]
        )
        .0,
        0
    );
}

#[test]
fn a_fixed_attribute_is_its_value() {
    let mut event = sample::event(&[("A", Kind::integer(0, 9)), ("B", Kind::integer(0, 9))]);
    event.attributes.to_mut()[0].fixed = Some(Literal::Integer(5));
    let digits = [json!(null), json!(5), json!("5"), json!(6)];
    for clause in [
        Clause::Assert(same("A", "B")),
        Clause::Assert(not(same("B", "A"))),
    ] {
        let event = ruled(event.clone(), [clause]);
        assert_eq!(unsayable(&event), []);
        agree(event, &[("A", &digits), ("B", &digits)]);
    }
}

#[test]
fn a_key_that_stands_twice_is_not_told_when_its_values_differ() {
    let event = ruled(mixed(), [Clause::Assert(is("L[k]", Literal::Integer(1)))]);
    let family = family_of(event);
    let schema = JsonSchema::reader().event(&family, &family.events[0]);
    for (list, accepted) in [
        (json!([["k", 1], ["k", 2]]), true),
        (json!([["k", 2], ["k", 1]]), true),
        (json!([["k", 2], ["k", 2]]), false),
    ] {
        let message = json!({"Event": "EventSample", "L": list});
        assert_eq!(
            jsonschema::is_valid(&schema, &message),
            accepted,
            "{message}"
        );
    }
    assert_eq!(term("L[k]").key.as_deref(), Some("k"));
}

#[test]
fn a_union_is_what_its_selector_chooses() {
    let union = sample::union();
    let event = sample::event(&[("U", union), ("S", vocabulary(true)), ("T", Kind::Text)]);
    let texts = [json!("x"), json!("z")];
    let selectors = [
        json!("Red"),
        json!("Rot"),
        json!("Green"),
        json!(1),
        json!("7"),
        json!(99),
    ];
    let unions = [
        json!(null),
        json!(5),
        json!("5"),
        json!(0.5),
        json!({}),
        json!([]),
        json!([["M", "x"]]),
        json!({"M": "x"}),
        json!({"M": "z"}),
        json!({"M": 1}),
        json!({"M": null}),
        json!({"N": 3}),
        json!({"N": "4"}),
        json!({"N": -1}),
        json!({"X": 1}),
        json!({"M": "x", "N": 3}),
    ];
    let mut all = messages(&[("U", &unions), ("S", &selectors), ("T", &texts)]);
    let some = [json!(null), json!({"M": "x"}), json!(5)];
    let held = [json!(null), json!("x"), json!(3), json!(-1), json!({})];
    for dotted in ["U.M", "U.N", "U.X", "U.", "Unit", "V.M"] {
        let mut more = messages(&[("U", &some), ("S", &selectors), (dotted, &held)]);
        all.append(&mut more);
    }
    let two = [("U.M", &held[..]), ("U.N", &held), ("S", &selectors)];
    all.append(&mut messages(&two));
    let two = [("V", &unions[..]), ("U", &some), ("S", &selectors)];
    all.append(&mut messages(&two));
    let dictionary = dictionary(&[("U", &["V"])]);
    let rules = [
        present("U.M"),
        not(present("U.M")),
        is("U.M", text("x")),
        not(is("U.N", Literal::Integer(3))),
        same("U.M", "U.M"),
        present("U.X"),
        present("U"),
    ];
    let mut refused = Vec::new();
    for rule in rules {
        let clauses = [
            Clause::Assert(rule.clone()),
            branch(rule, vec![Clause::Assert(is("T", text("x")))], vec![]),
        ];
        let family = family_of(ruled(event.clone(), clauses));
        refused.push(compare(&family, &dictionary, &all).0);
    }
    // There is no member X.
    assert_eq!(refused.remove(5), all.len());
    assert!(
        refused.iter().all(|refused| *refused < all.len()),
        "{refused:?}"
    );
    refused.dedup();
    assert!(refused.len() > 3, "{refused:?}");
}

#[test]
fn values_that_cannot_be_the_same_are_refused() {
    let kinds = [
        Kind::Text,
        Kind::integer(0, 9),
        Kind::Boolean,
        Kind::Time,
        Kind::List,
    ];
    for (at, left) in kinds.iter().enumerate() {
        for right in &kinds[at + 1..] {
            let event = sample::event(&[("A", left.clone()), ("B", right.clone())]);
            let event = ruled(event, [Clause::Assert(same("A", "B"))]);
            let family = family_of(event);
            let writer = JsonSchema::reader();
            assert_eq!(writer.unsayable(&family, &family.events[0]), []);
            agree(family.events[0].clone(), &[("A", &pool()), ("B", &pool())]);
        }
    }
}
