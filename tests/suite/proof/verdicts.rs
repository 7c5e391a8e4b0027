//! The compiled validator, the interpreter over the model, and the exported JSON Schema in the hands of an independent
//! validator come to the same verdict; so do all ways of reading.

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use events_core::read::log;
use events_core::schema::export::json_schema::JsonSchema;
use events_core::schema::solve::Answer;
use events_core::schema::witness::{Plausible, Witnesses};
use events_core::{Declaration, Draft, Events, Report};
use jsonschema::Validator;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use serde_json::Value;

use super::near_misses::{Source, near_misses, text};
use super::{FAMILIES, Typed, declarations, is_borne, report, violations};

/// What the schemas cannot say, with the reason: the id of the rule, or the event when it is about a row.
const UNSAYABLE: &[(&str, &str)] = &[
    (
        "CallRouting/EventRouteRequest[b]",
        "no schema compares ThisDN with ThisQueue, which stand in the same message",
    ),
    (
        "Docks/DockReported[a]",
        "no schema compares Dock with neighbour, which stand in the same message",
    ),
    (
        "Docks/DockReported[c]",
        "no schema reads the number in a text of level",
    ),
    (
        "Docks/DockReported[d]#3",
        "no schema compares extra[\"level-1\"] with level, which stand in the same message",
    ),
];

/// The judges of a family.
struct Judges {
    typed: &'static Typed,
    compiled: Events,
    interpreted: Events,
    schema: Validator,
    /// The rules that the schema does not say, or not wholly.
    unsaid: BTreeSet<String>,
}

impl Judges {
    fn new(typed: &'static Typed) -> Self {
        let declarations = || (typed.declarations)().iter().copied();
        let Declaration {
            family, dictionary, ..
        } = (typed.declarations)()[0];
        let writer = JsonSchema::reader().with_dictionary(dictionary);
        let schema = writer.family(family);
        let unsaid = family
            .events
            .iter()
            .flat_map(|event| writer.unsayable(family, event));
        Self {
            typed,
            compiled: Events::new(declarations()),
            interpreted: Events::new(
                declarations()
                    .map(|one| Declaration::interpreted(one.family, one.event, one.dictionary)),
            ),
            schema: jsonschema::draft202012::new(&schema).expect("a schema"),
            unsaid: unsaid.map(|one| one.rule.to_string()).collect(),
        }
    }

    fn all() -> Vec<Self> {
        FAMILIES.iter().map(Self::new).collect()
    }

    /// Those of an event.
    fn of<'a>(all: &'a [Self], declaration: &Declaration) -> &'a Self {
        let name = &*declaration.event.name;
        let judges = |judges: &&Self| judges.compiled.names().any(|known| known == name);
        all.iter().find(judges).expect("all families have judges")
    }

    /// Compares the verdicts on a JSON message; gives the report that all agree on.
    fn agree(&self, text: &str) -> Result<Report, String> {
        let compiled = report(text, &self.compiled);
        let interpreted = report(text, &self.interpreted);
        if compiled != interpreted {
            return Err(format!(
                "{text}\ncompiled: {compiled}\ninterpreted: {interpreted}"
            ));
        }
        let clean = compiled.is_clean();
        if (self.typed.serde_accepts)(text) != clean {
            return Err(format!("{text}\nserde disagrees with: {compiled}"));
        }
        let message: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let accepted = self.schema.is_valid(&message);
        let broken = violations(&compiled);
        // What is not said may be accepted although it is broken, never the other way round.
        let only_unsaid = !clean && broken.iter().all(|code| self.unsaid.contains(code));
        if accepted != clean && !(accepted && only_unsaid) {
            let error = self.schema.iter_errors(&message).next();
            let error = error.map(|error| error.to_string());
            return Err(format!("{text}\nschema: {error:?}\nreader: {compiled}"));
        }
        Ok(compiled)
    }
}

#[test]
fn what_schemas_cannot_say_is_listed() {
    let mut found = Vec::new();
    for declaration in declarations() {
        let Declaration {
            family,
            event,
            dictionary,
            ..
        } = declaration;
        let writer = JsonSchema::reader().with_dictionary(dictionary);
        for one in writer.unsayable(family, event) {
            let about = if one.rule.is_empty() {
                &event.name
            } else {
                &one.rule
            };
            found.push((about.to_string(), one.reason));
        }
    }
    let found: Vec<_> = found
        .iter()
        .map(|(about, reason)| (&**about, &**reason))
        .collect();
    assert_eq!(found, UNSAYABLE);
}

#[test]
fn all_judges_agree_on_witnesses() {
    let judges = Judges::all();
    let (mut good, mut bad) = (0, 0);
    for declaration in declarations() {
        let judges = Judges::of(&judges, declaration);
        let witnesses = Witnesses::new(declaration.event, declaration.dictionary).unwrap();
        let mut values = Plausible::new(2);
        let mut conforming = vec![
            witnesses.smallest(&mut values).unwrap().unwrap(),
            witnesses.full(&mut values).unwrap().unwrap(),
        ];
        conforming.extend((0..100).map(|_| witnesses.random(&mut values).unwrap().unwrap()));
        for message in conforming {
            let text = serde_json::to_string(&Draft::of(declaration, &message)).unwrap();
            let report = judges
                .agree(&text)
                .unwrap_or_else(|found| panic!("{found}"));
            assert!(report.is_clean(), "{report}");
            good += 1;
        }
        for violating in witnesses.violating(&mut values).unwrap() {
            if let Answer::Message(message) = violating.answer {
                let text = serde_json::to_string(&Draft::of(declaration, &message)).unwrap();
                let report = judges
                    .agree(&text)
                    .unwrap_or_else(|found| panic!("{found}"));
                assert!(!report.is_clean(), "{text}");
                bad += 1;
            }
        }
    }
    println!("all judges agree on {good} messages that conform and {bad} that do not");
}

/// A number from the environment.
fn setting(name: &str, default: u64) -> u64 {
    let text = env::var(name).unwrap_or_default();
    match (&*text, text.parse()) {
        ("", _) => default,
        (_, Ok(number)) => number,
        _ => panic!("{name} is `{text}`, expected a number"),
    }
}

/// So many near misses break each rule.
const ENOUGH: u64 = 5_000;

/// `EVENTS_MESSAGES=1000000 cargo test --release -p events-tests --test suite near_miss -- --nocapture` takes a million.
#[test]
fn all_judges_agree_on_near_misses() {
    let count = setting("EVENTS_MESSAGES", ENOUGH);
    let seed = setting("EVENTS_SEED", 20_260_301);
    println!("{count} near misses of seed {seed}");
    let judges = Judges::all();
    let sources = Source::all();
    let (mut good, mut bad) = (0_u64, BTreeMap::<String, u64>::new());
    let mut runner = TestRunner::new(Config {
        cases: u32::try_from(count).expect("so many cases"),
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..Config::default()
    });
    let tally = std::cell::RefCell::new((&mut good, &mut bad));
    let result = runner.run(&near_misses(), |miss| {
        let (source, text) = text(&sources, &miss);
        let judges = Judges::of(&judges, source.declaration);
        let report = judges.agree(&text).map_err(TestCaseError::fail)?;
        logs_agree(source.declaration, judges.typed, &text, &report)
            .map_err(TestCaseError::fail)?;
        let (good, bad) = &mut *tally.borrow_mut();
        if report.is_clean() {
            **good += 1;
        }
        for code in violations(&report) {
            let code = if code.contains('[') {
                &code
            } else {
                code.split(' ').next().unwrap_or(&code)
            };
            *bad.entry(code.to_owned()).or_default() += 1;
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("seed {seed}: {error}");
    }
    println!("{good} conform; violations: {bad:?}");
    let rules = declarations().flat_map(|one| one.event.rules());
    for (_, rule) in rules.filter(|_| count >= ENOUGH) {
        assert!(
            bad.contains_key(&*rule.id),
            "no near miss broke {}",
            rule.id
        );
    }
}

/// A typed message that is printed as a log and read again breaks the rules that it broke before, as long as the log
/// bears what they ask for.
fn logs_agree(
    declaration: &Declaration,
    typed: &Typed,
    json: &str,
    report: &Report,
) -> Result<(), String> {
    // The type is read without its rules. What no type holds is no message that can be printed.
    let Some(text) = (typed.to_log)(json) else {
        return Ok(());
    };
    if !is_borne(declaration, json) {
        return Ok(());
    }
    let events = Events::new((typed.declarations)().iter().copied());
    let mut reader = log::Reader::new(text.as_bytes(), &events);
    let read = reader.read().map_err(|error| error.to_string())?;
    let read = read.ok_or_else(|| format!("no message in\n{text}"))?;
    let (before, after) = (violations(report), violations(&read.report()));
    if before == after {
        Ok(())
    } else {
        Err(format!("{json}\n{before:?}\n{text}{after:?}"))
    }
}
