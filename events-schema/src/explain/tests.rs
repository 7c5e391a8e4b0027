use super::*;
use crate::sample::{
    self, Dice, all, among, any, branch, event, is, messages, not, present, random_event, rule,
    same,
};
use crate::{Clause, Literal, Node, NodeValue, Pairs, Span};

/// The facts, as sentences, and the help.
fn explained(rule: &Rule, event: &Event, said: &[(&str, Datum<'_>)]) -> (Vec<String>, String) {
    let message = sample::Message::of(event, said);
    let Explanation { facts, help } = rule.explain(event, &message);
    (facts.iter().map(ToString::to_string).collect(), help)
}

fn texts(names: &[&'static str]) -> Event {
    event(
        &names
            .iter()
            .map(|name| (*name, Kind::Text))
            .collect::<Vec<_>>(),
    )
}

const SAID: Datum<'static> = Datum::Text("x");

#[test]
fn the_agent_of_a_queue() {
    let event = sample::REGISTERED;
    let (_, rule) = event.rules().next().unwrap();
    let queue = ("InfoStatus.AddressType", Datum::Integer(3));
    let (facts, help) = explained(rule, &event, &[("AgentID", Datum::Text("4711")), queue]);
    assert_eq!(
        facts,
        [
            r#"AgentID is "4711""#,
            "InfoStatus.AddressType is AddressTypeQueue"
        ]
    );
    assert_eq!(
        help,
        "leave out AgentID, or make InfoStatus.AddressType AddressTypePosition or AddressTypeDN"
    );

    let (facts, help) = explained(rule, &event, &[("AgentID", Datum::Text("4711"))]);
    assert_eq!(facts, ["InfoStatus.AddressType is absent"]);
    assert_eq!(help, "give InfoStatus.AddressType to have the rule checked");

    assert_eq!(explained(rule, &event, &[queue]), (vec![], String::new()));
}

/// A message whose rows have the same to say: something that cannot be read.
struct Unreadable;

impl Facts for Unreadable {
    fn fact(&self, _: usize) -> Option<Datum<'_>> {
        None
    }

    fn refused(&self, _: usize) -> bool {
        true
    }
}

#[test]
fn what_cannot_be_read_is_not_called_absent() {
    let event = sample::REGISTERED;
    let asks = rule(Clause::Assert(all([
        is("InfoStatus.AddressType", Literal::Text("x".into())),
        same("AgentID", "ThisDN"),
    ])));
    let Explanation { facts, help } = asks.explain(&event, &Unreadable);
    let facts: Vec<_> = facts.iter().map(ToString::to_string).collect();
    assert_eq!(
        facts,
        [
            "InfoStatus.AddressType is unreadable",
            "AgentID is unreadable",
            "ThisDN is unreadable"
        ]
    );
    assert_eq!(
        help,
        "correct InfoStatus.AddressType, AgentID and ThisDN to have the rule checked"
    );
}

#[test]
fn what_cannot_be_read_is_there() {
    let event = sample::REGISTERED;
    let explained = |condition| rule(Clause::Assert(condition)).explain(&event, &Unreadable);
    // A rule that asks for presence has it.
    assert_eq!(explained(present("AgentID")), Explanation::default());
    let Explanation { facts, help } = explained(not(present("AgentID")));
    assert_eq!(facts[0].to_string(), "AgentID is unreadable");
    assert_eq!(help, "leave out AgentID");
    // A key of a list that cannot be read is neither there nor absent.
    let key = Condition::Present(Term {
        attribute: "AgentID".into(),
        key: Some("x".into()),
    });
    for condition in [key.clone(), not(key)] {
        let rule = rule(Clause::Assert(condition));
        assert_eq!(rule.outcome(&event, &Unreadable), Outcome::CannotTell);
    }
}

#[test]
fn only_what_is_lacking_is_asked_for() {
    let event = texts(&["ErrorCode", "ErrorMessage", "ReferenceID"]);
    let demands = ["ErrorCode", "ErrorMessage"].map(|name| Clause::Assert(present(name)));
    let rule = rule(branch(
        not(present("ReferenceID")),
        demands.to_vec(),
        vec![],
    ));
    let (facts, help) = explained(&rule, &event, &[]);
    assert_eq!(
        facts,
        [
            "ReferenceID is absent",
            "ErrorCode is absent",
            "ErrorMessage is absent"
        ]
    );
    assert_eq!(help, "give ReferenceID, or ErrorCode and ErrorMessage");

    let (facts, help) = explained(&rule, &event, &[("ErrorCode", SAID)]);
    assert_eq!(facts, ["ReferenceID is absent", "ErrorMessage is absent"]);
    assert_eq!(help, "give ReferenceID or ErrorMessage");
}

#[test]
fn what_the_table_fixes_is_not_asked_for() {
    let event = sample::REGISTERED;
    let number = |number| Literal::Integer(number);
    let helps = [
        (
            branch(
                present("ThisDN"),
                vec![Clause::Assert(present("AgentID"))],
                vec![],
            ),
            "give AgentID",
        ),
        (
            branch(
                is("InfoType", number(8)),
                vec![Clause::Assert(present("AgentID"))],
                vec![],
            ),
            "give AgentID",
        ),
        (
            branch(
                present("Extensions"),
                vec![Clause::Assert(present("AgentID"))],
                vec![],
            ),
            "give AgentID, or leave out Extensions",
        ),
        // When the table leaves no way, the rule alone says what it wants.
        (Clause::Assert(not(present("ThisDN"))), "leave out ThisDN"),
        (Clause::Assert(any([])), "no message keeps the rule"),
    ];
    let said = [
        ("Extensions", Datum::List(Pairs::default())),
        ("InfoType", Datum::Integer(8)),
        ("ThisDN", SAID),
    ];
    for (clause, help) in helps {
        assert_eq!(explained(&rule(clause), &event, &said).1, help);
    }
}

#[test]
fn orders_read_unambiguously() {
    let event = random_event();
    let (a, b, c) = (|| present("A"), || present("B"), || present("C"));
    let (one, two) = (Literal::Integer(1), Literal::Integer(2));
    let said: Vec<_> = ["A", "B"].map(|name| (name, Datum::Integer(3))).to_vec();
    let cases = [
        (is("A", one.clone()), "make A 1"),
        (not(is("A", Literal::Integer(3))), "make A other than 3"),
        (
            not(among("A", [Literal::Integer(3)])),
            "make A other than 3",
        ),
        (
            not(among("A", [one.clone(), Literal::Integer(3)])),
            "make A neither 1 nor 3",
        ),
        (not(same("A", "B")), "make A and B different"),
        (not(any([a(), b()])), "leave out A and B"),
        (not(all([a(), b()])), "leave out A or B"),
        (any([is("A", one.clone()), c()]), "give C, or make A 1"),
        (
            any([not(is("A", Literal::Integer(3))), is("B", one.clone())]),
            "make B 1, or make A other than 3",
        ),
        (
            all([c(), is("A", one.clone()), is("B", two.clone())]),
            "give C, and make A 1, and make B 2",
        ),
        (
            all([is("A", one.clone()), any([c(), not(b())])]),
            "make A 1, and (give C, or leave out B)",
        ),
        (
            any([all([is("A", one), is("B", two)]), c()]),
            "give C, or (make A 1, and make B 2)",
        ),
    ];
    for (condition, help) in cases {
        let rule = rule(Clause::Assert(condition));
        assert_eq!(explained(&rule, &event, &said).1, help, "{}", rule.words());
    }
    let rule = rule(Clause::Assert(same("A", "B")));
    let said = [("A", Datum::Integer(1)), ("B", Datum::Integer(2))];
    let (facts, help) = explained(&rule, &event, &said);
    assert_eq!(facts, ["A is 1", "B is 2"]);
    assert_eq!(help, "make A and B the same");
    assert_eq!(explained(&rule, &event, &said[..1]).0, ["B is absent"]);
}

#[test]
fn a_key_set_names_the_keys_that_stray() {
    let event = sample::REGISTERED;
    let (_, rule) = event.rules().nth(1).unwrap();
    let node = |at: u32| Node {
        key: Span {
            start: at * 4,
            end: at * 4 + 4,
        },
        value: NodeValue::Text(Span { start: 0, end: 2 }),
    };
    let nodes = [0, 1, 2, 3, 4].map(node);
    let list = |count| Datum::List(Pairs::new(&nodes[..count], "ps-1ps-2ps-3ps-4ps-5", ""));
    let dn = ("InfoStatus.AddressType", Datum::Integer(1));
    let (facts, help) = explained(rule, &event, &[dn, ("Extensions", list(1))]);
    assert_eq!(
        facts,
        [
            "InfoStatus.AddressType is AddressTypeDN",
            r#"Extensions["ps-1"] is "ps""#
        ]
    );
    assert_eq!(
        help,
        r#"make Extensions["ps-1"] a whole number from 0 to 4095, or make InfoStatus.AddressType neither AddressTypePosition nor AddressTypeDN"#
    );

    let (facts, help) = explained(rule, &event, &[dn, ("Extensions", list(5))]);
    assert_eq!(facts.len(), 4);
    assert!(
        help.contains("and 2 more keys what AddressInfoDNStatus says, or"),
        "{help}"
    );

    let (facts, help) = explained(rule, &event, &[dn, ("Extensions", Datum::Integer(1))]);
    assert_eq!(facts[1], "Extensions is 1");
    assert!(
        help.starts_with("make Extensions a key-value list, or"),
        "{help}"
    );

    let (facts, help) = explained(rule, &event, &[dn]);
    assert_eq!(facts, ["Extensions is absent"]);
    assert_eq!(help, "give Extensions to have the rule checked");
}

#[test]
fn the_facts_alone_break_the_rule() {
    let event = random_event();
    let mut dice = Dice(7);
    let mut violated = 0;
    for _ in 0..500 {
        let rule = rule(dice.clause(3));
        for message in messages() {
            let Explanation { facts, help } = rule.explain(&event, &message);
            let outcome = rule.outcome(&event, &message);
            assert_eq!(help.is_empty(), outcome == Outcome::Holds);
            match outcome {
                Outcome::Holds => assert!(facts.is_empty()),
                Outcome::CannotTell => assert!(facts.iter().all(|fact| fact.value.is_none())),
                Outcome::Violated => {
                    violated += 1;
                    let told = |name| facts.iter().any(|fact| fact.term == name);
                    let alike = |other: &sample::Message<'_>| {
                        (0..3).filter(|row| told(sample::NAMES[*row])).all(|row| {
                            format!("{:?}", other.0[row]) == format!("{:?}", message.0[row])
                        })
                    };
                    for other in messages().filter(alike) {
                        let outcome = rule.outcome(&event, &other);
                        assert_eq!(
                            outcome,
                            Outcome::Violated,
                            "{} on {:?}",
                            rule.words(),
                            other.0
                        );
                    }
                }
            }
        }
    }
    assert!(violated > 1000);
}
