//! Every row and every rule of every declared event has a message that conforms and one that breaks it alone.

use events_core::read::log;
use events_core::schema::solve::{Answer, Demand, Prefer, Question, Solver};
use events_core::schema::witness::{Breach, Plausible, Witnesses};
use events_core::schema::{Event, Kind, Outcome, Presence};
use events_core::{Declaration, Draft, Events, Facts, Note, Verdicts};

use super::{FAMILIES, declarations, expected, is_borne, report, violations};

/// The ways to break an event that no message shows alone, with what is in the way: proved by the solver, and looked at
/// by a person.
const NEVER_ALONE: [(&str, &str, &str); 0] = [];

/// How many ways to break an event are shown, and how many of them are rules: whoever changes declarations sees here
/// what that does to the proof.
const SHOWN: usize = 839;
const RULES: usize = 24;

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
        let breaches: Vec<_> = all.iter().map(|one| one.breach.name(event)).collect();
        assert_eq!(breaches, ways(event), "{}", event.name);
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
    assert_eq!((shown, rules), (SHOWN, RULES));
    println!(
        "{shown} ways to break {} events are shown alone, {rules} of {declared} rules among them",
        declarations().count()
    );
}

/// What the table itself says of how an event can be broken: counted here by the text of its rows, not by the library.
fn ways(event: &Event) -> Vec<String> {
    let mut ways = Vec::new();
    for row in event.attributes.iter() {
        let mut named = event.footnotes.iter().flat_map(|note| note.waives.iter());
        let waived = named.any(|name| *name == row.name);
        let mut way = |code: &str| ways.push(format!("{code} {}", row.name));
        if row.presence == Presence::Mandatory && !waived {
            way("missing");
        }
        way("wrong-type");
        let (range, member) = match &row.kind {
            Kind::Integer { .. } | Kind::Hex { .. } | Kind::Time => (true, false),
            Kind::Enumeration(vocabulary) => (vocabulary.numbered, true),
            Kind::Union(_) => (true, true),
            Kind::Event | Kind::Text | Kind::Boolean | Kind::Real | Kind::List => (false, false),
        };
        // Some whole numbers have all values that a message can hold.
        let everything = matches!(row.kind, Kind::Integer { min, max, .. }
            if min <= i64::MIN.into() && max >= u64::MAX.into());
        if range && !everything {
            way("out-of-range");
        }
        if member {
            way("unknown-member");
        }
        if row.fixed.is_some() {
            way("wrong-fixed");
        }
        if let Kind::Union(union) = &row.kind
            && event
                .attributes
                .iter()
                .any(|row| row.name == union.selector)
        {
            way("wrong-member");
        }
    }
    let rules = event.footnotes.iter().flat_map(|note| note.rules.iter());
    ways.extend(rules.map(|rule| rule.id.to_string()));
    ways
}

/// A report says of each rule that cannot be told and of each absence that a footnote allows.
#[test]
fn every_note_is_there() {
    let (mut untold, mut waived) = (0, 0);
    for declaration in declarations() {
        let event = declaration.event;
        let events = Events::new([*declaration]);
        let witnesses = Witnesses::new(event, declaration.dictionary).unwrap();
        let smallest = witnesses.smallest(&mut Plausible::new(1)).unwrap().unwrap();
        let report = report(&json(declaration, &smallest), &events);
        assert_eq!(report.omitted_notes(), 0);
        let notes = report.notes().iter().map(|note| &note.what);
        let (mut rules, mut rows) = (Vec::new(), Vec::new());
        for note in notes {
            match note {
                Note::CannotTell { rule } => rules.push(rule.id.to_string()),
                Note::Waived { attribute, .. } => rows.push(attribute.to_string()),
                _ => {}
            }
        }
        let expected = event
            .rules()
            .filter(|(_, rule)| rule.outcome(event, &smallest) == Outcome::CannotTell);
        let expected: Vec<_> = expected.map(|(_, rule)| rule.id.to_string()).collect();
        assert_eq!(rules, expected, "{}", event.name);
        let absent = event.attributes.iter().enumerate().filter(|(at, row)| {
            let waived = event.waiver(&row.name).is_some();
            row.presence == Presence::Mandatory && waived && smallest.fact(*at).is_none()
        });
        let absent: Vec<_> = absent.map(|(_, row)| row.name.to_string()).collect();
        assert_eq!(rows, absent, "{}", event.name);
        untold += rules.len();
        waived += rows.len();
    }
    assert!(untold > 0 && waived > 0, "{untold} {waived}");
    println!(
        "{untold} rules that cannot be told and {waived} absences that a footnote allows are noted"
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
