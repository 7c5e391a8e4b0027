use super::*;
use crate::sample::REGISTRATION;
use crate::{Datum, Facts, Kind, Outcome};

fn message(answer: Answer) -> Message {
    match answer {
        Answer::Message(message) => message,
        Answer::Never(core) => panic!("there is none because of {core}"),
    }
}

#[test]
fn the_same_seed_gives_the_same_messages() {
    for event in REGISTRATION.events.iter() {
        let witnesses = Witnesses::new(event, &Dictionary::EMPTY).unwrap();
        let all = |seed| {
            let mut values = Plausible::new(seed);
            let random = |_| witnesses.random(&mut values).unwrap().unwrap().to_string();
            (0..20).map(random).collect::<Vec<_>>()
        };
        assert_eq!(all(1), all(1));
        assert_ne!(all(1), all(2));
    }
}

#[test]
fn moments_are_in_order() {
    let event = &REGISTRATION.events[1];
    let row = event.position("time").unwrap();
    let witnesses = Witnesses::new(event, &Dictionary::EMPTY).unwrap();
    let mut values = Plausible::new(3);
    let mut last = None;
    for _ in 0..50 {
        let message = witnesses.random(&mut values).unwrap().unwrap();
        let Some(Datum::Time(time)) = message.fact(row) else {
            panic!("a time")
        };
        assert!(last < Some(time));
        last = Some(time);
    }
}

#[test]
fn rules_take_a_wrong_value_for_absent() {
    let event = &REGISTRATION.events[0];
    let witnesses = Witnesses::new(event, &Dictionary::EMPTY).unwrap();
    for breach in witnesses.breaches() {
        let mut found = message(
            witnesses
                .break_only(breach, &mut Plausible::new(1))
                .unwrap(),
        );
        if let Breach::WrongType(row) | Breach::OutOfRange(row) | Breach::UnknownMember(row) =
            breach
        {
            assert!(found.fact(row).is_some(), "{breach:?}");
            found.set(row, None);
        }
        for (number, (_, rule)) in event.rules().enumerate() {
            let broken = rule.outcome(event, &found) == Outcome::Violated;
            assert_eq!(
                broken,
                breach == Breach::Broken(number),
                "{breach:?}: {found}"
            );
        }
    }
}

#[test]
fn each_kind_has_its_breaches() {
    let breaches = |kind: &Kind| {
        let all = [
            Breach::WrongType(0),
            Breach::OutOfRange(0),
            Breach::UnknownMember(0),
        ];
        all.map(|breach| wrong::value(kind, breach).is_some())
    };
    assert_eq!(breaches(&Kind::Text), [true, false, false]);
    assert_eq!(breaches(&Kind::integer(0, 9)), [true, true, false]);
    assert_eq!(
        breaches(&Kind::integer(i128::MIN, i128::MAX)),
        [true, false, false]
    );
    assert_eq!(breaches(&crate::sample::ADDRESS_TYPE), [true, true, true]);
    assert_eq!(breaches(&Kind::Hex { digits: 16 }), [true, true, false]);
}

#[test]
fn the_table_says_how_it_can_be_broken() {
    let event = &REGISTRATION.events[0];
    let witnesses = Witnesses::new(event, &Dictionary::EMPTY).unwrap();
    let breaches = witnesses.breaches();
    let names: Vec<_> = breaches.iter().map(|breach| breach.name(event)).collect();
    assert_eq!(
        names,
        [
            "wrong-type AgentID",
            "missing Event",
            "wrong-type Event",
            "wrong-type Extensions",
            "wrong-type InfoStatus.AddressType",
            "out-of-range InfoStatus.AddressType",
            "unknown-member InfoStatus.AddressType",
            "missing InfoType",
            "wrong-type InfoType",
            "out-of-range InfoType",
            "wrong-fixed InfoType",
            "missing ThisDN",
            "wrong-type ThisDN",
            "Registration/EventRegistered[a]",
            "Registration/EventRegistered[b]",
        ]
    );
}
