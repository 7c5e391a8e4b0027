//! Messages as types, for the tests of others: valid whatever the seed, and through each format the same again.

use std::cell::RefCell;
use std::collections::BTreeSet;

use arbitrary::{Arbitrary, Unstructured};
use events_core::families::call_handling::EventRinging;
use events_core::families::registration::{EventRegistered, Registration};
use events_core::read::json;
use events_core::witness::random;
use events_core::{Message, Valid, Validate};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

use super::super::declare::Docks;
use super::FAMILIES;

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_message_is_valid(event in any::<Valid<Registration>>()) {
        prop_assert!(event.check().is_clean());
    }

    #[test]
    fn any_message_survives_json(event in any::<Valid<EventRinging>>()) {
        let written = serde_json::to_string(&event).unwrap();
        let again = json::from_str::<EventRinging>(&written).map_err(|report| TestCaseError::fail(report.to_string()))?;
        prop_assert_eq!(&again, &event);
        let again: Valid<EventRinging> = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&again, &event);
    }

    #[test]
    fn any_message_of_any_protocol(event in any::<Valid<Docks>>()) {
        let written = serde_json::to_string(&event).unwrap();
        let again = json::from_str::<Docks>(&written).map_err(|report| TestCaseError::fail(report.to_string()))?;
        prop_assert_eq!(&again, &event);
    }
}

#[test]
fn a_failing_case_shrinks_to_what_it_needs() {
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    });
    let result = runner.run(&any::<Valid<EventRegistered>>(), |event| {
        prop_assert!(event.agent_id.is_none());
        Ok(())
    });
    let Err(TestError::Fail(_, smallest)) = result else {
        panic!("some message has an agent: {result:?}");
    };
    assert!(smallest.agent_id.is_some());
    assert!(smallest.customer_id.is_none());
}

#[test]
fn seeds_give_all_events_and_repeat() {
    let names = RefCell::new(BTreeSet::new());
    for seed in 0..200 {
        let event = random::<Docks>(seed).expect("there are messages");
        names.borrow_mut().insert(event.name().to_owned());
        assert_eq!(random::<Docks>(seed), Some(event));
    }
    assert_eq!(names.into_inner().len(), Docks::declarations().len());
}

#[test]
fn every_event_is_made_as_its_type() {
    for family in &FAMILIES {
        let declarations = (family.declarations)();
        let declared: BTreeSet<_> = declarations
            .iter()
            .map(|one| one.event.name.to_string())
            .collect();
        let seeds = 0..20 * declarations.len() as u64;
        let made: BTreeSet<_> = seeds
            .map(|seed| (family.random)(seed).expect("there are messages"))
            .collect();
        assert_eq!(made, declared);
    }
}

#[test]
fn bytes_give_events() {
    let mut data = Unstructured::new(&[7; 64]);
    let mut count = 0;
    while !data.is_empty() {
        let event =
            Valid::<EventRegistered>::arbitrary(&mut data).expect("there is one for each seed");
        assert!(event.check().is_clean());
        count += 1;
    }
    assert_eq!(count, 8);
}
