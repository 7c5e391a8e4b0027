use super::*;
use crate::sample::{
    ADDRESS_TYPE, DN_STATUS, REGISTERED, all, among, any, branch, follows, is, member, not,
    present, same, text,
};
use crate::{Node, NodeValue, Span, Timestamp};

fn one(number: i128) -> Literal {
    Literal::Integer(number)
}

fn clause(condition: Condition) -> Clause {
    Clause::Assert(condition)
}

#[test]
fn conditions_read_as_english() {
    let types = || [member("AddressTypeDN", 1), member("AddressTypePosition", 2)];
    let cases = [
        (present("AgentID"), "AgentID is present"),
        (not(present("AgentID")), "AgentID is absent"),
        (
            is("InfoType", member("AddressInfoAddressType", 8)),
            "InfoType is AddressInfoAddressType",
        ),
        (not(is("Last", Literal::Boolean(true))), "Last is not true"),
        (is("Level", Literal::Real(1.0)), "Level is 1.0"),
        (
            among("T", types()),
            "T is AddressTypeDN or AddressTypePosition",
        ),
        (
            not(among("T", types())),
            "T is neither AddressTypeDN nor AddressTypePosition",
        ),
        (
            among(
                "Extensions[INTERRUPTED]",
                [text("NO"), text("KEYPAD"), text("VOICE")],
            ),
            r#"Extensions["INTERRUPTED"] is "NO", "KEYPAD" or "VOICE""#,
        ),
        (
            not(among("T", [one(1), one(2), one(3)])),
            "T is none of 1, 2 and 3",
        ),
        (not(among("T", [one(1)])), "T is not 1"),
        (among("T", []), "T is one of no values"),
        (
            same("ThisDN", "ThisQueue"),
            "ThisDN and ThisQueue have the same value",
        ),
        (
            not(same("ThisDN", "ThisQueue")),
            "ThisDN and ThisQueue have different values",
        ),
        (
            follows("Extensions", &DN_STATUS),
            "Extensions follows AddressInfoDNStatus",
        ),
        (
            not(follows("Extensions", &DN_STATUS)),
            "Extensions does not follow AddressInfoDNStatus",
        ),
    ];
    for (condition, words) in cases {
        assert_eq!(condition.words(), words);
    }
}

#[test]
fn groups_read_unambiguously() {
    let (a, b, c) = (|| present("A"), || present("B"), || is("C", one(1)));
    let cases = [
        (all([a(), b(), present("C")]), "A, B and C are present"),
        (any([a(), b()]), "A or B is present"),
        (all([a(), c()]), "A is present and C is 1"),
        (
            all([a(), b(), c()]),
            "A is present and B is present and C is 1",
        ),
        (
            any([all([a(), c()]), b()]),
            "(A is present and C is 1) or B is present",
        ),
        (
            all([any([a(), b()]), c()]),
            "(A or B is present) and C is 1",
        ),
        (
            all([a(), all([b(), c()])]),
            "A is present and B is present and C is 1",
        ),
        (
            all([a(), among("T", [one(1), one(2)])]),
            "A is present and (T is 1 or 2)",
        ),
        (
            all([a(), same("B", "C")]),
            "A is present and (B and C have the same value)",
        ),
        (not(not(a())), "A is present"),
        (not(any([a(), b()])), "A and B are absent"),
        (not(all([a(), b()])), "A or B is absent"),
        (
            not(all([a(), any([b(), c()])])),
            "A is absent or (B is absent and C is not 1)",
        ),
        (
            Condition::None(vec![a(), c()].into()),
            "A is absent and C is not 1",
        ),
        (
            any([all([a(), b()]), not(any([a(), b()]))]),
            "(A and B are present) or (A and B are absent)",
        ),
        (all([]), "this is always so"),
        (any([a(), any([])]), "A is present"),
        (any([]), "this is never so"),
    ];
    for (condition, words) in cases {
        assert_eq!(condition.words(), words);
    }
}

#[test]
fn clauses_read_as_english() {
    let (a, b, c) = (|| present("A"), || present("B"), || is("C", one(1)));
    let (then_b, then_c) = (|| vec![clause(b())], || vec![clause(c())]);
    let cases = [
        (clause(b()), "B is present"),
        (
            branch(a(), then_b(), vec![]),
            "if A is present, B is present",
        ),
        (
            branch(not(a()), vec![clause(b()), clause(present("C"))], vec![]),
            "if A is absent, B and C are present",
        ),
        (
            branch(a(), then_b(), then_c()),
            "if A is present, B is present; otherwise, C is 1",
        ),
        (
            branch(a(), vec![], then_b()),
            "if A is absent, B is present",
        ),
        (branch(a(), vec![], vec![]), "nothing is asked"),
        (
            branch(among("T", [one(1), one(2), one(3)]), then_b(), vec![]),
            "if T is 1, 2 or 3, then B is present",
        ),
        (
            branch(a(), vec![branch(b(), then_c(), vec![])], vec![]),
            "if A and B are present, C is 1",
        ),
        (
            branch(a(), vec![branch(b(), then_c(), vec![])], then_c()),
            "if A is present, (if B is present, C is 1); otherwise, C is 1",
        ),
        (
            branch(a(), then_c(), vec![branch(b(), then_c(), then_b())]),
            "if A is present, C is 1; otherwise, if B is present, C is 1; otherwise, B is present",
        ),
        (
            branch(
                a(),
                vec![clause(any([b(), c()])), branch(b(), then_c(), vec![])],
                vec![],
            ),
            "if A is present, (B is present or C is 1) and (if B is present, C is 1)",
        ),
    ];
    for (clause, words) in cases {
        assert_eq!(clause.words(), words);
    }
    let words: Vec<_> = REGISTERED.rules().map(|(_, rule)| rule.words()).collect();
    assert_eq!(
        words,
        [
            "if AgentID is present, InfoStatus.AddressType is AddressTypePosition or AddressTypeDN",
            "if InfoStatus.AddressType is AddressTypePosition or AddressTypeDN, Extensions follows AddressInfoDNStatus",
        ]
    );
}

#[test]
fn values_are_shown_as_documented() {
    let id = Kind::Hex { digits: 16 };
    let time = Timestamp::new(0, 5).unwrap();
    let cases = [
        (&ADDRESS_TYPE, Datum::Integer(3), "AddressTypeQueue"),
        (&ADDRESS_TYPE, Datum::Integer(99), "99"),
        (
            &ADDRESS_TYPE,
            Datum::Integer(i128::MAX),
            "170141183460469231731687303715884105727",
        ),
        (&ADDRESS_TYPE, Datum::Text("AddressTypeDN"), "AddressTypeDN"),
        (&ADDRESS_TYPE, Datum::Text("DN"), r#""DN""#),
        (&id, Datum::Integer(0x6f_01ab), "00000000006f01ab"),
        (&id, Datum::Integer(-1), "-1"),
        (
            &Kind::Text,
            Datum::Text("a \"b\"\u{1b}[0m\u{202e}é"),
            r#""a \"b\"\u{1b}[0m\u{202e}é""#,
        ),
        (&Kind::Text, Datum::Null, "null"),
        (&Kind::Real, Datum::Real(2.0), "2.0"),
        (&Kind::Boolean, Datum::Boolean(false), "false"),
        (
            &Kind::Time,
            Datum::Time(time),
            "1970-01-01T00:00:00.000005Z",
        ),
        (&Kind::List, Datum::Binary("AAE="), r#"base64 "AAE=""#),
    ];
    for (kind, datum, shown) in cases {
        assert_eq!(kind.show(datum), shown);
    }
}

#[test]
fn long_values_are_shortened() {
    let show = |text: &str| Kind::Text.show(Datum::Text(text));
    assert_eq!(show(&"é".repeat(60)), format!("\"{}\"", "é".repeat(60)));
    assert_eq!(show(&"é".repeat(61)), format!("\"{}…\"", "é".repeat(59)));
}

#[test]
fn lists_are_shown_when_they_are_short() {
    let node = |value| Node {
        key: Span { start: 0, end: 1 },
        value,
    };
    let nodes = [
        node(NodeValue::List(1)),
        node(NodeValue::Integer(1)),
        node(NodeValue::Array(0)),
        node(NodeValue::Null),
    ];
    let show = |datum| Kind::List.show(datum);
    let pairs = |nodes| Pairs::new(nodes, "k", "");
    assert_eq!(
        show(Datum::List(pairs(&nodes))),
        r#"{"k": {…}, "k": [], "k": null}"#
    );
    assert_eq!(show(Datum::Array(pairs(&nodes))), "[{…}, [], null]");
    assert_eq!(show(Datum::List(Pairs::default())), "{}");
    let many = vec![node(NodeValue::Null); 1000];
    assert_eq!(show(Datum::List(pairs(&many))), "a list of 1000 pairs");
    assert_eq!(show(Datum::Array(pairs(&many))), "an array of 1000 values");
    let long = [node(NodeValue::Text(Span { start: 0, end: 80 }))];
    let long = Pairs::new(&long, &*"x".repeat(80).leak(), "");
    assert_eq!(show(Datum::List(long)), "a list of 1 pair");
}

#[test]
fn kinds_have_names() {
    let names = [
        (Kind::Event, "the name or the number of an event"),
        (Kind::Text, "a text"),
        (Kind::Boolean, "true or false"),
        (
            Kind::integer(0, 4_294_967_295),
            "a whole number from 0 to 4294967295",
        ),
        (Kind::integer(i128::MIN, i128::MAX), "a whole number"),
        (Kind::Hex { digits: 16 }, "16 hexadecimal digits"),
        (Kind::Hex { digits: 1 }, "1 hexadecimal digit"),
        (Kind::Real, "a number"),
        (ADDRESS_TYPE, "a value of TAddressType"),
        (Kind::Time, "a time"),
        (Kind::List, "a key-value list"),
    ];
    for (kind, name) in names {
        assert_eq!(kind.name(), name);
    }
}
