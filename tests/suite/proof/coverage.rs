//! Every row and every rule of every declared event has a message that conforms and one that breaks it alone.

use events_core::read::log;
use events_core::schema::solve::{Answer, Demand, Prefer, Question, Solver};
use events_core::schema::witness::{Breach, Plausible, Witnesses};
use events_core::schema::{Outcome, Presence};
use events_core::{Declaration, Draft, Events, Verdicts};

use super::{FAMILIES, declarations, expected, is_borne, report, violations};

/// The ways to break an event that no message shows alone, with what is in the way: proved by the solver, and looked at
/// by a person.
const NEVER_ALONE: [(&str, &str, &str); 0] = [];

/// How many random messages of each event conform.
const RANDOM: usize = 50;

fn json(declaration: &Declaration, message: &events_core::schema::solve::Message) -> String {
    serde_json::to_string(&Draft::of(declaration, message)).expect("a message can be written")
}

/// Checks that a message conforms wherever it is read.
fn conforms(declaration: &Declaration, message: &events_core::schema::solve::Message) {
    let text = json(declaration, message);
    let family = FAMILIES
        .iter()
        .find(|family| {
            let mut events = (family.declarations)().iter().map(|one| one.event);
            events.any(|event| event.name == declaration.event.name)
        })
        .expect("its family is known");
    let all = Events::new(declarations().copied());
    for events in [Events::new([*declaration]), all] {
        let report = report(&text, &events);
        assert_eq!(violations(&report), [].into(), "{text}");
        if !is_borne(declaration, &text) {
            continue;
        }
        let log = Draft::of(declaration, message).to_log();
        let mut reader = log::Reader::new(log.as_bytes(), &events);
        let read = reader
            .read()
            .expect("memory can be read")
            .expect("there is a message");
        assert!(read.is_clean(), "{log}{}", read.report());
    }
    assert!((family.serde_accepts)(&text), "{text}");
    let verdicts = Verdicts::interpret(declaration.event, message);
    assert!(
        verdicts
            .iter()
            .all(|(_, outcome)| outcome != Outcome::Violated),
        "{text}"
    );
}

#[test]
fn every_event_has_messages_that_conform() {
    let mut count = 0;
    for declaration in declarations() {
        let event = declaration.event;
        let witnesses = Witnesses::new(event, declaration.dictionary).unwrap();
        let mut values = Plausible::new(1);
        let name = &event.name;
        let smallest = witnesses.smallest(&mut values).unwrap();
        conforms(
            declaration,
            &smallest.unwrap_or_else(|| panic!("nothing satisfies {name}")),
        );
        conforms(declaration, &witnesses.full(&mut values).unwrap().unwrap());
        for _ in 0..RANDOM {
            conforms(
                declaration,
                &witnesses.random(&mut values).unwrap().unwrap(),
            );
        }
        count += RANDOM + 2;
    }
    println!(
        "{count} messages conform, of {} events",
        declarations().count()
    );
}

#[test]
fn every_row_is_there_and_absent_where_the_table_allows_it() {
    let (mut with, mut without) = (0, 0);
    for declaration in declarations() {
        let event = declaration.event;
        let solver = Solver::new(event).unwrap();
        let ask = |present: &[usize], absent: &[usize]| {
            let prefer = Prefer::Smallest;
            let question = Question {
                present,
                absent,
                prefer,
                ..Question::default()
            };
            match solver.ask(&question).unwrap() {
                Answer::Message(message) => conforms(declaration, &message),
                Answer::Never(core) => {
                    panic!(
                        "{}: no message with {present:?} without {absent:?}: {core}",
                        event.name
                    )
                }
            }
        };
        for (at, row) in event.attributes.iter().enumerate() {
            ask(&[at], &[]);
            with += 1;
            if row.presence == Presence::Optional || event.waiver(&row.name).is_some() {
                ask(&[], &[at]);
                without += 1;
            }
        }
    }
    println!(
        "{with} of {with} rows are in a message that conforms, {without} of {without} that may be absent are absent"
    );
}

#[test]
fn every_way_to_break_an_event_is_shown_alone() {
    let (mut shown, mut rules, mut never) = (0, 0, Vec::new());
    for declaration in declarations() {
        let event = declaration.event;
        let events = Events::new([*declaration]);
        let witnesses = Witnesses::new(event, declaration.dictionary).unwrap();
        let all = witnesses.violating(&mut Plausible::new(1)).unwrap();
        assert_eq!(all.len(), witnesses.breaches().len());
        for violating in all {
            let breach = violating.breach;
            let message = match violating.answer {
                Answer::Message(message) => message,
                Answer::Never(core) => {
                    never.push((event.name.to_string(), breach.name(event), core.to_string()));
                    continue;
                }
            };
            let text = json(declaration, &message);
            let report = report(&text, &events);
            assert_eq!(violations(&report), expected(breach, event), "{text}");
            assert_eq!(report.violations().len(), 1, "{text}");
            shown += 1;
            if let Breach::Broken(rule) = breach {
                let verdicts = Verdicts::interpret(event, &message);
                let broken = verdicts
                    .iter()
                    .filter(|(_, outcome)| *outcome == Outcome::Violated);
                assert!(broken.map(|(number, _)| number).eq([rule]), "{text}");
                rules += 1;
            }
        }
    }
    let never: Vec<_> = never
        .iter()
        .map(|(event, breach, core)| (&**event, &**breach, &**core))
        .collect();
    assert_eq!(never, NEVER_ALONE);
    let declared: usize = declarations().map(|one| one.event.rules().count()).sum();
    assert_eq!(
        rules,
        declared
            - never
                .iter()
                .filter(|(_, breach, _)| breach.contains('['))
                .count()
    );
    println!(
        "{shown} ways to break {} events are shown alone, {rules} of {declared} rules among them",
        declarations().count()
    );
}

#[test]
fn no_rule_is_superfluous() {
    for declaration in declarations() {
        let event = declaration.event;
        let flaws = events_core::schema::solve::examine(event).unwrap();
        assert_eq!(flaws, [], "{}", event.name);
        let solver = Solver::new(event).unwrap();
        for rule in 0..event.rules().count() {
            let answer = solver.break_only(Demand::Rule(rule)).unwrap();
            assert!(
                matches!(answer, Answer::Message(_)),
                "{} rule {rule}",
                event.name
            );
        }
    }
}
