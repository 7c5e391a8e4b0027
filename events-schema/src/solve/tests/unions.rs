//! Unions hold the member that another attribute chooses.

use super::*;
use crate::{Datum, Scalar};

fn details() -> Event {
    event(&[
        ("U", sample::union()),
        ("S", Kind::integer(0, 5)),
        ("T", Kind::Text),
    ])
}

#[test]
fn the_condition_says_what_the_check_looks_at() {
    let event = details();
    let agreement = event.agreement(0).unwrap();
    assert_eq!(event.agreement(1), None);
    let unions = [
        None,
        Some(Datum::Integer(7)),
        Some(Datum::Union("M", Scalar::Text("x"))),
        Some(Datum::Union("N", Scalar::Integer(3))),
    ];
    let mut broken = 0;
    for union in unions {
        for selector in (0..=6).map(|number| (number < 6).then_some(Datum::Integer(number))) {
            let message = sample::Message(vec![union, selector, None]);
            let agrees = event.agrees(0, &message);
            let outcome = agreement.outcome(&event, &message);
            assert_eq!(
                agrees,
                outcome != Outcome::Violated,
                "{union:?} {selector:?}"
            );
            broken += usize::from(!agrees);
        }
    }
    // A bare number with three selectors, M with five and N with four others.
    assert_eq!(broken, 3 + 5 + 4);
}

#[test]
fn messages_hold_one_member_and_the_one_that_is_chosen() {
    let mut event = details();
    mandatory(&mut event, "U");
    mandatory(&mut event, "S");
    assert_eq!(smallest(&event), "U is N 0, S is 2");

    let ruled = |condition| with_rules(event.clone(), vec![assert(condition)]);
    let with = ruled(is("U.N", number(3)));
    assert_eq!(smallest(&with), "U is N 3, S is 2");
    let with = ruled(is("S", number(3)));
    assert_eq!(smallest(&with), "U is N 0, S is 3");
    // No member is chosen.
    let with = ruled(is("S", number(0)));
    assert_eq!(smallest(&with), "U is 0, S is 0");
    let with = ruled(all([present("U.M"), present("U.N")]));
    assert_eq!(smallest(&with), "none");
    let with = ruled(all([present("U.M"), is("S", number(2))]));
    assert_eq!(smallest(&with), "none");
    let core = solver(&with).unsatisfiable_core().unwrap().unwrap();
    assert_eq!(
        core.to_string(),
        "footnote `a`, and `S` is mandatory and `U` is chosen by another attribute"
    );
}

#[test]
fn a_union_can_be_wrong_alone() {
    let event = details();
    let Answer::Message(message) = solver(&event).break_only(Demand::Union(0)).unwrap() else {
        panic!("a message")
    };
    assert!(!event.agrees(0, &message), "{message}");
    assert!(message.fact(0).is_some() && message.fact(1).is_some());
}

#[test]
fn a_lenient_solver_blames_no_rule_about_a_member() {
    let event = with_rules(
        event(&[("U", Kind::Text), ("S", Kind::Text)]),
        vec![
            when(present("U.M"), [present("S")]),
            when(is("U.N", number(1)), [not(present("S"))]),
        ],
    );
    assert_eq!(Solver::lenient(&event).unwrap().flaws(), Ok(vec![]));

    let dead = with_rules(event, vec![when(present("U.M"), [not(present("U.N"))])]);
    let flaws = Solver::lenient(&dead).unwrap().flaws().unwrap();
    assert_eq!(flaws.len(), 1, "a union holds one member: {flaws:?}");
}
