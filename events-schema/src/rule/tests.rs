use super::*;
use crate::sample::{
    self, Dice, Message, all, among, any, branch, event, is, member, messages, not, random_event,
    rule,
};
use crate::sentence::Sentence;
use crate::{Node, NodeValue, Span};

const OUTCOMES: [Outcome; 3] = [Holds, Violated, CannotTell];

/// What an unknown part may turn out to be.
fn resolutions(outcome: Outcome) -> &'static [bool] {
    match outcome {
        Holds => &[true],
        Violated => &[false],
        CannotTell => &[true, false],
    }
}

/// The outcome of an operator by definition: what it comes to however the unknown parts turn out.
fn however(left: Outcome, right: Outcome, operator: fn(bool, bool) -> bool) -> Outcome {
    let mut results = resolutions(left).iter().flat_map(|left| {
        resolutions(right)
            .iter()
            .map(|right| operator(*left, *right))
    });
    let first = results.next().unwrap();
    if results.all(|result| result == first) {
        first.into()
    } else {
        CannotTell
    }
}

/// `A == 1`, which holds when A is 1, is violated when it is 2 and cannot be told when it is absent.
fn one(name: &str) -> Condition {
    is(name, Literal::Integer(1))
}

fn outcomes_of(message: &Message<'_>) -> [Outcome; 3] {
    [0, 1, 2].map(|row| equals(message.fact(row), Datum::Integer(1)))
}

#[test]
fn operators_hold_however_unknown_parts_turn_out() {
    for left in OUTCOMES {
        assert_eq!(!left, however(left, Holds, |left, _| !left));
        for right in OUTCOMES {
            assert_eq!(
                left & right,
                however(left, right, |left, right| left && right)
            );
            assert_eq!(
                left | right,
                however(left, right, |left, right| left || right)
            );
        }
    }
    assert_eq!(Violated & CannotTell, Violated);
    assert_eq!(Holds & CannotTell, CannotTell);
    assert_eq!(Holds | CannotTell, Holds);
    assert_eq!(Violated | CannotTell, CannotTell);
}

#[test]
fn a_branch_is_two_implications() {
    for condition in OUTCOMES {
        for then in OUTCOMES {
            for otherwise in OUTCOMES {
                let when = however(condition, then, |condition, then| !condition || then);
                let unless = however(condition, otherwise, |condition, otherwise| {
                    condition || otherwise
                });
                assert_eq!(
                    condition.branch(then, otherwise),
                    however(when, unless, |when, unless| when && unless),
                    "if {condition:?} {{ {then:?} }} else {{ {otherwise:?} }}"
                );
                assert_eq!(
                    condition.branch_with(|| then, || otherwise),
                    condition.branch(then, otherwise)
                );
            }
        }
    }
    assert_eq!(CannotTell.branch(Holds, Holds), Holds);
    assert_eq!(CannotTell.branch(Violated, Holds), CannotTell);
    assert_eq!(Violated.branch(Violated, Holds), Holds);
}

#[test]
fn clauses_and_groups_combine_their_parts() {
    let event = random_event();
    let outcome = |condition: Condition, message: &Message<'_>| condition.outcome(&event, message);
    let parts = || [one("A"), one("B"), one("C")];
    let demand = |name| vec![Clause::Assert(one(name))];
    for message in messages() {
        let [a, b, c] = outcomes_of(&message);
        assert_eq!(outcome(all(parts()), &message), a & b & c);
        assert_eq!(outcome(any(parts()), &message), a | b | c);
        let none = Condition::None(Vec::from(parts()).into());
        assert_eq!(outcome(none, &message), !a & !b & !c);
        let clause = branch(one("A"), demand("B"), demand("C"));
        assert_eq!(rule(clause).outcome(&event, &message), a.branch(b, c));
        let both = [demand("B"), demand("C")].concat();
        let clause = branch(one("A"), both, vec![]);
        assert_eq!(clause.outcome(&event, &message), a.branch(b & c, Holds));
    }
    let message = Message(vec![None; 3]);
    assert_eq!(outcome(all([]), &message), Holds);
    assert_eq!(outcome(any([]), &message), Violated);
}

#[test]
fn presence_can_always_be_told() {
    assert_eq!(present(Some(Datum::Null)), Holds);
    assert_eq!(present(None), Violated);
}

#[test]
fn the_value_of_an_absent_attribute_cannot_be_told() {
    let event = event(&[("A", Kind::integer(0, 9)), ("B", Kind::integer(0, 9))]);
    let values = || [Literal::Integer(1), Literal::Integer(2)];
    // A, B, and what `A == 1`, `A != 1`, `A in [1, 2]`, `A == B` and `A in []` come to.
    let table = [
        (
            None,
            None,
            [CannotTell, CannotTell, CannotTell, CannotTell, CannotTell],
        ),
        (
            None,
            Some(1),
            [CannotTell, CannotTell, CannotTell, CannotTell, CannotTell],
        ),
        (
            Some(1),
            None,
            [Holds, Violated, Holds, CannotTell, Violated],
        ),
        (Some(1), Some(1), [Holds, Violated, Holds, Holds, Violated]),
        (
            Some(2),
            Some(1),
            [Violated, Holds, Holds, Violated, Violated],
        ),
        (
            Some(3),
            Some(3),
            [Violated, Holds, Violated, Holds, Violated],
        ),
    ];
    for (a, b, expected) in table {
        let message = Message(vec![a.map(Datum::Integer), b.map(Datum::Integer)]);
        let conditions = [
            one("A"),
            not(one("A")),
            among("A", values()),
            sample::same("A", "B"),
            among("A", []),
        ];
        let outcomes = conditions.map(|condition| condition.outcome(&event, &message));
        assert_eq!(outcomes, expected, "A is {a:?}, B is {b:?}");
    }
    assert_eq!(one("Other").outcome(&event, &Message(vec![])), CannotTell);
}

#[test]
fn values_of_one_sort_compare() {
    let time = |seconds| Datum::Time(crate::Timestamp::new(seconds, 0).unwrap());
    let list = Datum::List(Pairs::default());
    let table = [
        (Datum::Text("a"), Datum::Text("a"), Holds),
        (Datum::Text("a"), Datum::Text("A"), Violated),
        (Datum::Integer(1), Datum::Real(1.0), Holds),
        (Datum::Real(1.5), Datum::Integer(1), Violated),
        (Datum::Boolean(true), Datum::Boolean(true), Holds),
        (Datum::Boolean(true), Datum::Integer(1), Violated),
        (Datum::Text("1"), Datum::Integer(1), Violated),
        (time(1), time(1), Holds),
        (time(1), time(2), Violated),
        (list, list, Violated),
    ];
    for (left, right, outcome) in table {
        assert_eq!(same(Some(left), Some(right)), outcome, "{left:?} {right:?}");
        assert_eq!(equals(Some(right), left), outcome, "{right:?} {left:?}");
    }
    let dn = member("AddressTypeDN", 1);
    assert_eq!(equals(Some(Datum::Integer(1)), dn.datum()), Holds);
}

/// The list `{"ps-1": value}`.
fn list(value: NodeValue) -> [Node; 1] {
    [Node {
        key: Span { start: 0, end: 4 },
        value,
    }]
}

#[test]
fn keys_of_a_list_are_terms() {
    let event = event(&[("Extensions", Kind::List)]);
    let nodes = list(NodeValue::Integer(7));
    let lists = [
        None,
        Some(Datum::Text("ps-1")),
        Some(Datum::List(Pairs::default())),
        Some(Datum::List(Pairs::new(&nodes, "ps-1", ""))),
    ];
    let presence =
        lists.map(|list| sample::present("Extensions[ps-1]").outcome(&event, &Message(vec![list])));
    assert_eq!(presence, [Violated, Violated, Violated, Holds]);
    let seven = is("Extensions[ps-1]", Literal::Integer(7));
    let seven = lists.map(|list| seven.outcome(&event, &Message(vec![list])));
    assert_eq!(seven, [CannotTell, CannotTell, CannotTell, Holds]);
    let eight = among("Extensions[ps-1]", [Literal::Integer(8)]);
    assert_eq!(eight.outcome(&event, &Message(vec![lists[3]])), Violated);
}

#[test]
fn a_list_follows_a_key_set_unless_a_known_key_is_of_another_kind() {
    let event = event(&[("Extensions", Kind::List)]);
    let follows = sample::follows("Extensions", &sample::DN_STATUS);
    let outcome = |value: Option<Datum<'_>>| follows.outcome(&event, &Message(vec![value]));
    assert_eq!(outcome(None), CannotTell);
    assert_eq!(outcome(Some(Datum::Integer(1))), Violated);
    assert_eq!(outcome(Some(Datum::List(Pairs::default()))), Holds);
    let table = [
        ("ps-1", NodeValue::Integer(4095), Holds),
        ("ps-1", NodeValue::Integer(4096), Violated),
        ("ps-1", NodeValue::Null, Violated),
        ("ps-x", NodeValue::Null, Holds),
    ];
    for (key, value, expected) in table {
        let nodes = list(value);
        let pairs = Datum::List(Pairs::new(&nodes, key, ""));
        assert_eq!(outcome(Some(pairs)), expected, "{key}: {value:?}");
    }
}

#[test]
fn kinds_admit_values_of_lists() {
    let hex = Kind::Hex { digits: 4 };
    assert!(hex.admits(Datum::Text("00fF")));
    assert!(!hex.admits(Datum::Text("00fg")));
    assert!(!hex.admits(Datum::Text("0000f")));
    assert!(hex.admits(Datum::Integer(0xffff)));
    assert!(!hex.admits(Datum::Integer(0x1_0000)));
    // More digits than a number can have come only from a model that was written by hand.
    assert!(Kind::Hex { digits: 255 }.admits(Datum::Integer(i128::MAX)));
    assert!(sample::ADDRESS_TYPE.admits(Datum::Text("AddressTypeDN")));
    assert!(!sample::ADDRESS_TYPE.admits(Datum::Text("DN")));
}

#[test]
fn a_sentence_comes_to_the_same_as_its_clause() {
    let event = random_event();
    let mut dice = Dice(1);
    for _ in 0..500 {
        let clause = dice.clause(3);
        let sentence = Sentence::of_clause(&clause);
        for message in messages() {
            assert_eq!(
                sentence.outcome(&event, &message),
                clause.outcome(&event, &message),
                "{clause:?} on {:?}",
                message.0
            );
        }
    }
}

#[test]
fn evaluation_leaves_ids_alone() {
    let ids: Vec<_> = sample::REGISTERED
        .rules()
        .map(|(_, rule)| rule.id.clone())
        .collect();
    assert_eq!(
        ids,
        [
            "Registration/EventRegistered[a]",
            "Registration/EventRegistered[b]"
        ]
    );
}

#[test]
fn an_enumeration_takes_numbers_only_where_messages_bear_them() {
    let of = |numbered| {
        let Kind::Enumeration(vocabulary) = sample::ADDRESS_TYPE else {
            panic!("an enumeration")
        };
        let vocabulary = crate::Vocabulary {
            numbered,
            ..vocabulary.into_owned()
        };
        Kind::Enumeration(std::borrow::Cow::Owned(vocabulary))
    };
    assert!(of(true).admits(Datum::Integer(1)));
    assert!(!of(false).admits(Datum::Integer(1)));
    assert!(of(false).admits(Datum::Text("AddressTypeDN")));
}
