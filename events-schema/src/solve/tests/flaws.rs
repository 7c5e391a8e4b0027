use super::*;

/// What is wrong with these rules, with kinds known and without.
fn sentences(event: &Event, lenient: bool) -> Vec<String> {
    let solver = if lenient {
        Solver::lenient(event)
    } else {
        Solver::new(event)
    };
    let flaws = solver.unwrap().flaws().unwrap();
    flaws.iter().map(ToString::to_string).collect()
}

/// Asserts what is wrong with rules about the Optional attributes A, B and C, whatever their kinds.
fn assert_flaws<const N: usize>(clauses: Vec<Clause>, expected: [&str; N]) {
    assert_flaws_of(&with_rules(table(), clauses), expected);
}

fn assert_flaws_of<const N: usize>(event: &Event, expected: [&str; N]) {
    assert_eq!(sentences(event, false), expected);
    assert_eq!(sentences(event, true), expected);
}

fn table() -> Event {
    event(&["A", "B", "C"].map(|name| (name, Kind::integer(0, 9))))
}

#[test]
fn rules_that_contradict_each_other() {
    assert_flaws(
        vec![
            assert(present("A")),
            assert(present("C")),
            assert(not(present("A"))),
        ],
        [
            "no message can satisfy `EventSample`: footnotes `a` and `c` contradict each other, \
          change one of them",
        ],
    );
    let mut there = table();
    mandatory(&mut there, "A");
    let ruled = with_rules(
        there.clone(),
        vec![
            when(present("B"), [is("A", number(1))]),
            when(present("A"), [is("A", number(2))]),
            assert(present("B")),
        ],
    );
    assert_flaws_of(
        &ruled,
        [
            "no message can satisfy `EventSample`: footnotes `a`, `b` and `c` contradict each other, \
          since `A` is mandatory, change one of them",
        ],
    );
    assert_flaws_of(
        &with_rules(there, vec![assert(not(present("A")))]),
        ["no message can satisfy `EventSample`: footnote `a` cannot hold, since `A` is mandatory"],
    );
    assert_flaws(
        vec![assert(all([present("A"), not(present("A"))]))],
        ["no message can satisfy `EventSample`: footnote `a` contradicts itself, change it"],
    );
}

#[test]
fn a_dead_rule() {
    let mut there = table();
    mandatory(&mut there, "A");
    let demand = vec![when(present("B"), [present("A")])];
    assert_flaws_of(
        &with_rules(there, demand.clone()),
        ["footnote `a` can never be violated: `A` is mandatory"],
    );
    assert_flaws(demand, []);
    let mut fixed = table();
    fixed.attributes.to_mut()[0].fixed = Some(number(1));
    assert_flaws_of(
        &with_rules(fixed, vec![assert(not(is("A", number(2))))]),
        ["footnote `a` can never be violated: `A` is fixed"],
    );
    assert_flaws(
        vec![when(is("A", number(1)), [present("A")])],
        ["footnote `a` can never be violated, whatever a message says: change or remove it"],
    );
}

#[test]
fn a_rule_that_is_said_elsewhere() {
    assert_flaws(
        vec![
            when(present("A"), [present("B")]),
            assert(any([not(present("A")), present("B")])),
        ],
        ["footnote `b` repeats footnote `a`, remove one of the two"],
    );
    assert_flaws(
        vec![
            when(present("A"), [present("C")]),
            when(present("A"), [present("B")]),
            when(present("B"), [present("C")]),
        ],
        ["footnote `a` follows from footnotes `b` and `c`, remove it"],
    );
    assert_flaws(
        vec![
            assert(among("A", [number(1), number(2)])),
            assert(is("A", number(1))),
        ],
        ["footnote `a` follows from footnote `b`, remove it"],
    );
    let mut there = table();
    mandatory(&mut there, "B");
    assert_flaws_of(
        &with_rules(
            there,
            vec![
                assert(same("A", "B")),
                when(is("A", number(1)), [is("B", number(1))]),
            ],
        ),
        ["footnote `b` follows from footnote `a`, remove it"],
    );
}

#[test]
fn an_impossible_attribute() {
    let mut there = table();
    mandatory(&mut there, "B");
    assert_flaws_of(
        &with_rules(there, vec![when(present("A"), [not(present("B"))])]),
        [
            "`A` can never be present: footnote `a` forbids it, since `B` is mandatory, remove the row or change the rule",
        ],
    );
    assert_flaws(
        vec![
            when(present("A"), [present("B")]),
            when(present("A"), [not(present("B"))]),
        ],
        [
            "`A` can never be present: footnotes `a` and `b` forbid it, remove the row or change one of the rules",
        ],
    );
}

#[test]
fn rules_and_flaws_have_names() {
    let name = |id: &'static str| RuleName {
        number: 0,
        id: id.into(),
    };
    let [first, second, odd] = ["F/E[b]", "F/E[b]#2", "odd"].map(name);
    assert_eq!(first.letter(), Some("b"));
    assert_eq!(second.letter(), Some("b"));
    assert_eq!(odd.letter(), None);
    let core = Core {
        rules: vec![first, second.clone(), odd],
        ..Core::default()
    };
    assert_eq!(
        core.to_string(),
        "footnote `b`, rule 2 of footnote `b` and rule `odd`"
    );
    let flaw = Flaw::NeverBroken {
        rule: second.clone(),
        because: Core::default(),
    };
    assert_eq!(flaw.rule(), Some(&second));
}

#[test]
fn members_are_told_apart_by_name_where_numbers_are_not_known() {
    let position = || is("A", member("AddressTypePosition", 0));
    let queue = || is("A", member("AddressTypeQueue", 0));
    let ruled = with_rules(
        event(&[("A", Kind::Text), ("B", Kind::Text)]),
        vec![
            when(present("B"), [present("A"), position()]),
            when(present("B"), [queue()]),
            when(position(), [present("B")]),
        ],
    );
    let flaws = sentences(&ruled, true);
    assert_eq!(
        flaws,
        [
            "`B` can never be present: footnotes `a` and `b` forbid it, remove the row or change one of the rules"
        ]
    );
}
