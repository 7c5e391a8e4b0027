mod brute;
mod flaws;
mod scale;
mod unions;

use super::*;
use crate::sample::{
    self, all, among, any, branch, event, follows, is, member, not, present, same, text,
};
use crate::{Clause, Event, Facts, Footnote, Key, KeySet, Kind, List, Literal, Outcome, Status};

fn number(value: i128) -> Literal {
    Literal::Integer(value)
}

fn assert(condition: Condition) -> Clause {
    Clause::Assert(condition)
}

/// `if condition { then }`.
fn when<const N: usize>(condition: Condition, then: [Condition; N]) -> Clause {
    branch(condition, then.map(assert).to_vec(), vec![])
}

/// The event with a footnote for each clause: `a`, `b` and so on.
pub(super) fn with_rules(mut event: Event, clauses: Vec<Clause>) -> Event {
    let footnote = |(letter, clause): (char, Clause)| Footnote {
        letter: letter.to_string().into(),
        text: Text::default(),
        status: Status::Checked,
        proposed: false,
        rules: vec![Rule {
            id: format!("Sample/EventSample[{letter}]").into(),
            clause,
        }]
        .into(),
        waives: List::default(),
    };
    event.footnotes = ('a'..).zip(clauses).map(footnote).collect();
    event
}

fn mandatory(event: &mut Event, name: &str) {
    let row = event.position(name).unwrap();
    event.attributes.to_mut()[row].presence = Presence::Mandatory;
}

fn solver(event: &Event) -> Solver {
    Solver::new(event).unwrap()
}

fn smallest(event: &Event) -> String {
    let message = solver(event).satisfy().unwrap();
    message.map_or_else(|| "none".to_owned(), |message| message.to_string())
}

/// The smallest message that breaks a demand alone, or why there is none.
fn broken(event: &Event, demand: Demand) -> String {
    match solver(event).break_only(demand).unwrap() {
        Answer::Message(message) => message.to_string(),
        Answer::Never(core) => format!("never: {core}"),
    }
}

#[test]
fn the_sample_event_is_solved() {
    let event = sample::REGISTERED;
    assert_eq!(
        smallest(&event),
        "Event is \"EventRegistered\", InfoType is 8, ThisDN is \"text\""
    );
    assert_eq!(
        solver(&event).full().unwrap().unwrap().to_string(),
        "AgentID is \"text\", Event is \"EventRegistered\", Extensions is {}, \
         InfoStatus.AddressType is 2, InfoType is 8, ThisDN is \"text\""
    );
    assert_eq!(
        broken(&event, Demand::Rule(0)),
        "AgentID is \"text\", Event is \"EventRegistered\", InfoStatus.AddressType is 0, \
         InfoType is 8, ThisDN is \"text\""
    );
    assert_eq!(
        broken(&event, Demand::Rule(1)),
        "Event is \"EventRegistered\", Extensions is {\"ps-1\": \"text\"}, \
         InfoStatus.AddressType is 2, InfoType is 8, ThisDN is \"text\""
    );
    assert_eq!(
        broken(&event, Demand::Mandatory(5)),
        "Event is \"EventRegistered\", InfoType is 8"
    );
    assert_eq!(
        broken(&event, Demand::Fixed(4)),
        "Event is \"EventRegistered\", InfoType is 0, ThisDN is \"text\""
    );
    // A footnote waives it.
    assert_eq!(broken(&event, Demand::Mandatory(2)), "never: nothing");
    assert_eq!(examine(&event), Ok(vec![]));
    assert_eq!(Solver::lenient(&event).unwrap().flaws(), Ok(vec![]));
}

#[test]
fn values_that_no_rule_asks_for_are_free() {
    let message = solver(&sample::REGISTERED).full().unwrap().unwrap();
    let free = [0, 1, 2, 3, 4, 5].map(|row| message.is_free(row));
    assert_eq!(free, [true, true, false, false, false, true]);
}

#[test]
fn values_of_a_kind_run_out() {
    let flags = event(&[("A", Kind::Boolean), ("B", Kind::integer(1, 2))]);
    let neither = |name, [one, other]: [Literal; 2]| not(any([is(name, one), is(name, other)]));
    let boolean = neither("A", [Literal::Boolean(true), Literal::Boolean(false)]);
    let one_or_two = neither("B", [number(1), number(2)]);
    let ruled = with_rules(flags.clone(), vec![assert(all([present("A"), boolean]))]);
    assert_eq!(smallest(&ruled), "none");
    // Truth has two values also where other kinds are not known.
    let lenient = |event: &Event| Solver::lenient(event).unwrap().flaws().unwrap().len();
    assert_eq!(lenient(&ruled), 1);
    let ruled = with_rules(flags, vec![when(present("B"), [one_or_two])]);
    assert_eq!(lenient(&ruled), 0);
    assert_eq!(
        solver(&ruled).occurrence(1).unwrap(),
        Occurrence::Never(core_of(&ruled, &[0]))
    );
    assert_eq!(smallest(&ruled), "");
}

fn core_of(event: &Event, rules: &[usize]) -> Core {
    let demands = rules.iter().map(|number| Demand::Rule(*number));
    solver(event).core(demands)
}

#[test]
fn an_enumeration_has_other_values_only_as_numbers() {
    let Kind::Enumeration(mut vocabulary) = sample::ADDRESS_TYPE else {
        panic!("an enumeration")
    };
    let members = || {
        let all = ["Unknown", "DN", "Position", "Queue"];
        let member = |(at, name)| member(name, at);
        Condition::In(
            sample::term("A"),
            (0..).zip(all).map(member).collect::<Vec<_>>().into(),
        )
    };
    let ruled = |kind| with_rules(event(&[("A", kind)]), vec![assert(members())]);
    assert_eq!(
        broken(&ruled(sample::ADDRESS_TYPE), Demand::Rule(0)),
        "A is 4"
    );
    vocabulary.to_mut().numbered = false;
    assert_eq!(
        broken(&ruled(Kind::Enumeration(vocabulary)), Demand::Rule(0)),
        "never: nothing"
    );
}

#[test]
fn the_number_that_stands_for_absence_is_no_value() {
    let kind = Kind::Integer {
        min: 1,
        max: 2,
        none: Some(1),
    };
    let ruled = with_rules(event(&[("A", kind)]), vec![assert(not(is("A", number(2))))]);
    assert_eq!(broken(&ruled, Demand::Rule(0)), "A is 2");
    let mut ruled = ruled;
    mandatory(&mut ruled, "A");
    assert_eq!(smallest(&ruled), "none");
}

#[test]
fn equal_attributes_share_values() {
    let ints = |max| Kind::integer(1, max);
    let names = [("A", ints(3)), ("B", ints(2)), ("C", Kind::integer(2, 9))];
    let mut all_there = event(&names);
    for name in ["A", "B", "C"] {
        mandatory(&mut all_there, name);
    }
    let chain = |first, second| vec![assert(same("A", "B")), first, second];
    let equal = with_rules(
        all_there.clone(),
        chain(assert(same("B", "C")), assert(present("A"))),
    );
    assert_eq!(smallest(&equal), "A is 2, B is 2, C is 2");
    assert_eq!(broken(&equal, Demand::Rule(1)), "A is 1, B is 1, C is 2");
    let distinct = with_rules(
        all_there,
        chain(assert(not(same("B", "C"))), assert(is("A", number(3)))),
    );
    assert_eq!(smallest(&distinct), "none");
    assert_eq!(
        solver(&distinct)
            .unsatisfiable_core()
            .unwrap()
            .unwrap()
            .to_string(),
        "footnotes `a` and `c`, and `A` and `B` are mandatory"
    );
}

const DN_AND_QUEUE: [&str; 2] = ["DN", "Queue"];

/// A key set with these keys, each for whole numbers from 0 to 9.
fn key_set(name: &'static str, keys: &[&'static str]) -> KeySet {
    KeySet {
        name: name.into(),
        description: Text::default(),
        keys: keys
            .iter()
            .map(|name| Key {
                name: (*name).into(),
                kinds: vec![Kind::integer(0, 9)].into(),
                description: Text::default(),
            })
            .collect(),
    }
}

#[test]
fn lists_have_keys_and_follow_key_sets() {
    let lists = || event(&[("L", Kind::List), ("N", Kind::integer(0, 9))]);
    let [dn, queue] = DN_AND_QUEUE.map(|name| key_set(name, &["both", name]));
    let ruled = |clauses| with_rules(lists(), clauses);
    let keyed = ruled(vec![assert(present("L[a]")), assert(same("L[a]", "N"))]);
    assert_eq!(smallest(&keyed), "L is {\"a\": \"text\"}");
    assert_eq!(broken(&keyed, Demand::Rule(0)), "");
    assert_eq!(
        broken(&keyed, Demand::Rule(1)),
        "L is {\"a\": \"text\"}, N is 0"
    );

    let dn_alone = all([follows("L", &dn), not(follows("L", &queue))]);
    let one = ruled(vec![assert(present("L")), assert(dn_alone.clone())]);
    assert_eq!(smallest(&one), "L is {\"Queue\": \"text\"}");
    let both = ruled(vec![
        assert(not(any([follows("L", &dn), follows("L", &queue)]))),
        assert(present("L")),
    ]);
    assert_eq!(smallest(&both), "L is {\"both\": \"text\"}");

    // A rule gives the only key of a set a value of its kind.
    let only = key_set("Only", &["a"]);
    let contrary = ruled(vec![
        assert(is("L[a]", number(3))),
        assert(present("L[a]")),
        assert(not(follows("L", &only))),
    ]);
    assert_eq!(smallest(&contrary), "none");
    // Where key sets are not known, there may be other keys.
    assert!(
        Solver::lenient(&contrary)
            .unwrap()
            .satisfy()
            .unwrap()
            .is_some()
    );
    assert_eq!(Solver::lenient(&one).unwrap().flaws(), Ok(vec![]));
}

#[test]
fn what_is_no_list_has_no_keys() {
    let ruled = with_rules(
        event(&[("A", Kind::Text)]),
        vec![
            assert(any([present("A[k]"), is("A[k]", number(1))])),
            assert(follows("A", &key_set("Set", &["k"]))),
        ],
    );
    assert_eq!(broken(&ruled, Demand::Rule(1)), "A is \"text\"");
    assert_eq!(broken(&ruled, Demand::Rule(0)), "never: nothing");
}

#[test]
fn an_attribute_that_the_table_lacks_is_never_there() {
    let ruled = with_rules(
        event(&[("A", Kind::Text)]),
        vec![
            when(present("A"), [present("B")]),
            assert(is("B", text("b"))),
        ],
    );
    let answers = solver(&ruled);
    assert!(matches!(
        answers.occurrence(0).unwrap(),
        Occurrence::Never(_)
    ));
    assert_eq!(broken(&ruled, Demand::Rule(0)), "A is \"text\"");
    assert_eq!(broken(&ruled, Demand::Rule(1)), "never: nothing");
}

#[test]
fn random_messages_differ_and_repeat() {
    let event = sample::REGISTERED;
    let solver = solver(&event);
    let random = |seed| solver.random(seed).unwrap().unwrap().to_string();
    let mut messages: Vec<_> = (0..50).map(random).collect();
    assert_eq!(messages[7], random(7));
    messages.sort();
    messages.dedup();
    assert!(messages.len() > 5, "{messages:?}");
}

#[test]
fn a_message_is_set_and_moved_to_another_table() {
    let ab = event(&[("A", Kind::Text), ("B", Kind::List)]);
    let mut message = solver(&ab).full().unwrap().unwrap();
    let list = message::Nodes::default();
    let mut nodes = message::Nodes::default();
    nodes.push("in", crate::Datum::List(list.pairs()));
    nodes.push("k", crate::Datum::Integer(7));
    message.set(1, Some(crate::Datum::List(nodes.pairs())));
    message.set(9, None);
    assert_eq!(
        message.to_string(),
        "A is \"text\", B is {\"in\": {}, \"k\": 7}"
    );
    let moved = message.in_table(&event(&[("C", Kind::Text), ("B", Kind::List)]));
    assert_eq!(moved.to_string(), "B is {\"in\": {}, \"k\": 7}");
    assert!(moved.fact(0).is_none());
    message.set(0, None);
    assert_eq!(message.iter().count(), 1);
}

#[cfg(feature = "diff")]
#[test]
fn two_versions_differ_by_a_message() {
    let rows = [("A", Kind::integer(0, 9)), ("B", Kind::integer(0, 9))];
    let plain = || event(&rows);
    let shown = |from: &Event, to: &Event| {
        let find = |row: &crate::Attribute| from.position(&row.name);
        let sources: Vec<_> = to.attributes.iter().map(find).collect();
        let sources = &sources;
        let differences = difference(Sight { from, to, sources }, &[]).unwrap();
        let shown = differences
            .iter()
            .map(|difference| format!("{} breaks {:?}", difference.message, difference.broken));
        shown.collect::<Vec<_>>()
    };
    let ruled = |clause| with_rules(plain(), vec![clause]);
    let narrow = ruled(assert(is("A", number(1))));
    let wide = ruled(assert(among("A", [number(1), number(2)])));
    assert_eq!(shown(&narrow, &wide), [""; 0]);
    assert_eq!(shown(&wide, &narrow), ["A is 2 breaks Demand(Rule(0))"]);
    // The same rule in other words.
    let rewritten = ruled(assert(not(not(is("A", number(1))))));
    assert_eq!(shown(&narrow, &rewritten), [""; 0]);
    assert_eq!(shown(&rewritten, &narrow), [""; 0]);

    let mut strict = event(&[("B", Kind::integer(0, 9)), ("C", Kind::Text)]);
    mandatory(&mut strict, "C");
    strict.attributes.to_mut()[0].fixed = Some(number(3));
    assert_eq!(
        shown(&narrow, &strict),
        [
            "B is 0 breaks Demand(Fixed(0))",
            " breaks Demand(Mandatory(1))"
        ]
    );
    // Messages have no attribute that their version lacks, and rules about it cannot be told.
    assert_eq!(shown(&strict, &narrow), [""; 0]);
}

#[test]
fn a_number_for_absence_leaves_the_others() {
    let kind = Kind::Integer {
        min: 0,
        max: 9,
        none: Some(0),
    };
    let mut event = event(&[("A", kind)]);
    mandatory(&mut event, "A");
    assert_eq!(smallest(&event), "A is 1");
}

#[test]
fn one_key_may_stray_from_one_set_and_another_from_the_next() {
    let set = |name: &'static str, kinds: &[Kind]| KeySet {
        name: name.into(),
        description: Text::default(),
        keys: vec![Key {
            name: "a%d".into(),
            kinds: kinds.to_vec().into(),
            description: Text::default(),
        }]
        .into(),
    };
    let number = Kind::integer(0, 9);
    let sets = [
        set("Numbers", std::slice::from_ref(&number)),
        set("Texts", &[Kind::Text]),
        set("Both", &[number, Kind::Text]),
    ];
    let clauses = vec![
        assert(not(follows("A", &sets[0]))),
        assert(not(follows("A", &sets[1]))),
        assert(follows("A", &sets[2])),
    ];
    let event = with_rules(event(&[("A", Kind::List)]), clauses);
    let message = solver(&event).full().unwrap().expect("a message");
    for (_, rule) in event.rules() {
        assert_eq!(rule.outcome(&event, &message), Outcome::Holds, "{message}");
    }
}

#[test]
fn equality_of_real_and_whole_numbers_is_exact() {
    let whole = Kind::integer(0, u64::MAX.into());
    let rows = [("X", whole.clone()), ("Y", whole), ("R", Kind::Real)];
    let clauses = vec![assert(all([
        same("X", "R"),
        same("Y", "R"),
        not(same("X", "Y")),
    ]))];
    let event = with_rules(event(&rows), clauses);
    let message = sample::Message::of(
        &event,
        &[
            ("X", crate::Datum::Integer(9_007_199_254_740_992)),
            ("Y", crate::Datum::Integer(9_007_199_254_740_993)),
            ("R", crate::Datum::Real(9_007_199_254_740_992.0)),
        ],
    );
    let (_, rule) = event.rules().next().unwrap();
    assert_eq!(rule.outcome(&event, &message), Outcome::Violated);
    let never = solver(&event).break_only(Demand::Rule(0)).unwrap();
    assert!(matches!(never, Answer::Message(_)));
}
