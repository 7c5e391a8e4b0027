//! The solver against all messages of small events, each run through the interpreter.

use super::*;
use crate::sample::Dice;
use crate::solve::message::Nodes;
use crate::{Datum, Vocabulary};

/// How many events are tried; a quarter of them about lists.
const CASES: usize = 120;

/// A message: for each row a value or none.
type Said<'a> = Vec<Option<Datum<'a>>>;

/// All messages that have one of these values, or none, in each row.
fn product<'a>(values: &[Vec<Datum<'a>>]) -> Vec<Said<'a>> {
    values.iter().fold(vec![vec![]], |messages, values| {
        let longer = |message: &Said<'a>| {
            let values = std::iter::once(None).chain(values.iter().copied().map(Some));
            let with = |value| {
                let mut message = message.clone();
                message.push(value);
                message
            };
            values.map(with).collect::<Vec<_>>()
        };
        messages.iter().flat_map(longer).collect()
    })
}

/// All messages of an event and what each breaks.
struct Brute {
    /// How many attributes a message has, whether a row is there, and the demands it breaks.
    messages: Vec<(usize, Vec<bool>, Vec<Demand>)>,
    demands: Vec<Demand>,
}

fn breaks(event: &Event, facts: &dyn Facts, demand: Demand) -> bool {
    match demand {
        Demand::Union(row) => !event.agrees(row, facts),
        Demand::Rule(number) => {
            let (_, rule) = event.rules().nth(number).unwrap();
            rule.outcome(event, facts) == Outcome::Violated
        }
        Demand::Mandatory(row) => facts.fact(row).is_none(),
        Demand::Fixed(row) => {
            let fixed = event.attributes[row].fixed.as_ref().unwrap().datum();
            facts.fact(row).is_some_and(|datum| !datum.same(fixed))
        }
    }
}

impl Brute {
    fn new(event: &Event, messages: Vec<Said<'_>>) -> Self {
        let mut demands: Vec<_> = (0..event.rules().count()).map(Demand::Rule).collect();
        for (at, row) in event.attributes.iter().enumerate() {
            if row.presence == Presence::Mandatory {
                demands.push(Demand::Mandatory(at));
            }
            if row.fixed.is_some() {
                demands.push(Demand::Fixed(at));
            }
        }
        let judged = messages.into_iter().map(|said| {
            let message = sample::Message(said);
            let broken = demands.iter().copied();
            let broken = broken
                .filter(|demand| breaks(event, &message, *demand))
                .collect();
            let there: Vec<_> = message.0.iter().map(Option::is_some).collect();
            let size = there.iter().filter(|there| **there).count();
            (size, there, broken)
        });
        Self {
            messages: judged.collect(),
            demands,
        }
    }

    /// The sizes of the messages that break some demands and none of others.
    fn sizes(
        &self,
        broken: &[Demand],
        kept: &[Demand],
        there: impl Fn(&[bool]) -> bool,
    ) -> impl Iterator<Item = usize> {
        let fits = move |(size, rows, breaks): &(usize, Vec<bool>, Vec<Demand>)| {
            let breaks_all = broken.iter().all(|demand| breaks.contains(demand));
            let keeps_all = kept.iter().all(|demand| !breaks.contains(demand));
            (breaks_all && keeps_all && there(rows)).then_some(*size)
        };
        self.messages
            .iter()
            .filter_map(fits)
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn others(&self, broken: &[Demand]) -> Vec<Demand> {
        let others = self.demands.iter().copied();
        others.filter(|demand| !broken.contains(demand)).collect()
    }

    /// Asserts that the answer is the smallest message, or that the core alone leaves none and is minimal.
    fn assert_answer(
        &self,
        event: &Event,
        broken: &[Demand],
        there: impl Fn(&[bool]) -> bool + Copy,
        answer: &Answer,
    ) {
        let others = self.others(broken);
        let smallest = self.sizes(broken, &others, there).min();
        match answer {
            Answer::Message(message) => {
                for demand in &self.demands {
                    let expected = broken.contains(demand);
                    assert_eq!(breaks(event, message, *demand), expected, "{message}");
                }
                assert_eq!(Some(message.iter().count()), smallest, "{message}");
            }
            Answer::Never(core) => {
                assert_eq!(smallest, None, "{core}");
                let core = demands(event, core);
                for at in 0..core.len() {
                    let mut fewer = core.clone();
                    fewer.remove(at);
                    assert!(self.sizes(broken, &fewer, there).next().is_some());
                }
                assert!(self.sizes(broken, &core, there).next().is_none());
            }
        }
    }

    fn assert_solver(&self, event: &Event) {
        let solver = solver(event);
        for demand in &self.demands {
            let answer = solver.break_only(*demand).unwrap();
            self.assert_answer(event, &[*demand], |_| true, &answer);
        }
        let answer = solver.ask(&Question::default()).unwrap();
        self.assert_answer(event, &[], |_| true, &answer);
        for row in 0..event.attributes.len() {
            for wanted in [true, false] {
                let rows = [row];
                let (present, absent) = if wanted {
                    (&rows[..], &[][..])
                } else {
                    (&[][..], &rows[..])
                };
                let question = Question {
                    present,
                    absent,
                    ..Question::default()
                };
                let there = |rows: &[bool]| rows[row] == wanted;
                let answer = solver.ask(&question).unwrap();
                self.assert_answer(event, &[], there, &answer);
            }
        }
        let size = |message: Option<Message>| message.map(|message| message.iter().count());
        let all = self.others(&[]);
        let sizes = || self.sizes(&[], &all, |_| true);
        assert_eq!(size(solver.full().unwrap()), sizes().max());
        let random = solver.random(7).unwrap();
        assert_eq!(random.is_some(), sizes().next().is_some());
        for demand in random.iter().flat_map(|_| &all) {
            assert!(!breaks(event, random.as_ref().unwrap(), *demand));
        }
        self.assert_lenient(event);
        self.assert_flaws(event, &solver.flaws().unwrap());
    }

    /// Asserts that what is proved without kinds is so.
    fn assert_lenient(&self, event: &Event) {
        let lenient = Solver::lenient(event).unwrap();
        for demand in &self.demands {
            if let Answer::Never(core) = lenient.break_only(*demand).unwrap() {
                let core = demands(event, &core);
                assert!(self.sizes(&[*demand], &core, |_| true).next().is_none());
            }
        }
        for flaw in lenient.flaws().unwrap() {
            if let Flaw::NeverPresent { attribute, because } = flaw {
                let row = event.position(&attribute).unwrap();
                let core = demands(event, &because);
                assert!(self.sizes(&[], &core, |rows| rows[row]).next().is_none());
            }
        }
    }

    /// Asserts that each flaw is one, and that with the rules removed that should be nothing else is wrong.
    fn assert_flaws(&self, event: &Event, flaws: &[Flaw]) {
        let all = self.others(&[]);
        let satisfiable = self.sizes(&[], &all, |_| true).next().is_some();
        let mut left = all.clone();
        for flaw in flaws {
            match flaw {
                Flaw::NoMessage { .. } => assert!(!satisfiable),
                Flaw::NeverPresent { attribute, .. } => {
                    let row = event.position(attribute).unwrap();
                    assert!(self.sizes(&[], &all, |rows| rows[row]).next().is_none());
                }
                Flaw::NeverBroken { rule, because } => {
                    assert!(because.rules.is_empty());
                    let core = demands(event, because);
                    let rule = Demand::Rule(rule.number);
                    assert!(self.sizes(&[rule], &core, |_| true).next().is_none());
                    left.retain(|demand| *demand != rule);
                }
                Flaw::Follows { rule, from } => {
                    let core = demands(event, from);
                    let rule = Demand::Rule(rule.number);
                    assert!(self.sizes(&[rule], &core, |_| true).next().is_none());
                    left.retain(|demand| *demand != rule);
                }
                Flaw::Repeats { rule, of } => {
                    assert!(of.number < rule.number);
                    left.retain(|demand| *demand != Demand::Rule(rule.number));
                }
            }
        }
        for demand in left.iter().filter(|_| satisfiable) {
            if let Demand::Rule(_) = demand {
                let others: Vec<_> = left
                    .iter()
                    .copied()
                    .filter(|other| other != demand)
                    .collect();
                assert!(self.sizes(&[*demand], &others, |_| true).next().is_some());
            }
        }
    }
}

/// The demands of a core.
fn demands(event: &Event, core: &Core) -> Vec<Demand> {
    let row = |name: &Text| event.position(name).unwrap();
    let rules = core.rules.iter().map(|rule| Demand::Rule(rule.number));
    let mandatory = core
        .mandatory
        .iter()
        .map(|name| Demand::Mandatory(row(name)));
    let fixed = core.fixed.iter().map(|name| Demand::Fixed(row(name)));
    rules.chain(mandatory).chain(fixed).collect()
}

/// A kind and enough of its values.
fn kind(dice: &mut Dice) -> (Kind, Vec<Datum<'static>>) {
    let integers = |from: i128, to: i128| (from..=to).map(Datum::Integer).collect();
    let vocabulary = |numbered| {
        let Kind::Enumeration(mut vocabulary) = sample::ADDRESS_TYPE else {
            panic!("an enumeration")
        };
        let Vocabulary { members, .. } = vocabulary.to_mut();
        members.to_mut().truncate(3);
        vocabulary.to_mut().numbered = numbered;
        Kind::Enumeration(vocabulary)
    };
    match dice.roll(9) {
        0 => (Kind::integer(1, 1), integers(1, 1)),
        1 => (Kind::integer(1, 2), integers(1, 2)),
        2 => (Kind::integer(2, 5), integers(2, 5)),
        3 => (vocabulary(true), integers(-1, 5)),
        4 => (vocabulary(false), integers(0, 2)),
        5 => (Kind::Text, ["x", "y", "z"].map(Datum::Text).to_vec()),
        6 => (
            Kind::Real,
            (-2..=11)
                .map(|half| Datum::Real(f64::from(half) / 2.0))
                .collect(),
        ),
        7 => (Kind::Boolean, [true, false].map(Datum::Boolean).to_vec()),
        _ => (
            Kind::Integer {
                min: 0,
                max: 4,
                none: Some(2),
            },
            [0, 1, 3, 4].map(Datum::Integer).to_vec(),
        ),
    }
}

#[test]
fn random_rules_agree_with_all_messages() {
    let mut dice = Dice(3);
    for _ in 0..CASES {
        let kinds = sample::NAMES.map(|name| (name, kind(&mut dice)));
        let rows = kinds.clone().map(|(name, (kind, _))| (name, kind));
        let mut table = event(&rows);
        for (row, (_, (_, values))) in table.attributes.to_mut().iter_mut().zip(&kinds) {
            if dice.roll(3) == 0 {
                row.presence = Presence::Mandatory;
            }
            if let (0, [Datum::Integer(value), ..]) = (dice.roll(5), &**values) {
                row.fixed = Some(Literal::Integer(*value));
            }
        }
        let clauses = (0..=dice.roll(3)).map(|_| dice.clause(2)).collect();
        let ruled = with_rules(table, clauses);
        let messages = product(&kinds.map(|(_, (_, values))| values));
        Brute::new(&ruled, messages).assert_solver(&ruled);
    }
}

/// A condition made of these tests.
fn condition(dice: &mut Dice, tests: &[Condition], depth: u64) -> Condition {
    let sort = if depth == 0 { 0 } else { dice.roll(5) };
    if sort < 2 {
        let at = usize::try_from(dice.roll(tests.len() as u64)).unwrap();
        return tests[at].clone();
    }
    let parts = (0..=dice.roll(2)).map(|_| condition(dice, tests, depth - 1));
    let parts = parts.collect::<Vec<_>>().into();
    match sort {
        2 => Condition::All(parts),
        3 => Condition::Any(parts),
        _ => Condition::None(parts),
    }
}

#[test]
fn random_rules_about_lists_agree_with_all_messages() {
    let [first, second] = ["one", "two"].map(|name| key_set(name, &["k", "both", name]));
    let tests = [
        present("L"),
        present("L[k]"),
        present("L[j]"),
        is("L[k]", number(1)),
        is("L[k]", number(20)),
        among("L[j]", [number(1), text("t")]),
        same("L[k]", "N"),
        same("L[k]", "L[j]"),
        follows("L", &first),
        follows("L", &second),
        present("N"),
        is("N", number(1)),
    ];
    let values = |words: &[&'static str], numbers: &[i128]| {
        let words = words.iter().copied().map(Datum::Text);
        let numbers = numbers.iter().copied().map(Datum::Integer);
        let given = words.chain(numbers).map(Some);
        given.chain([None]).collect::<Vec<_>>()
    };
    let strays: [Option<&str>; 4] = [None, Some("one"), Some("two"), Some("both")];
    let mut lists = Vec::new();
    for key in values(&["t", "u"], &[0, 1, 2, 3, 4, 20, 30]) {
        for other in values(&["t", "u"], &[1, 2, 3, 20]) {
            for stray in strays {
                let mut nodes = Nodes::default();
                let pairs = [("k", key), ("j", other)].into_iter();
                let stray = stray.map(|name| (name, Some(Datum::Null)));
                for (name, value) in pairs.chain(stray) {
                    if let Some(value) = value {
                        nodes.push(name, value);
                    }
                }
                lists.push(nodes);
            }
        }
    }
    let said = [
        lists
            .iter()
            .map(|nodes| Datum::List(nodes.pairs()))
            .collect(),
        (0..=9).map(Datum::Integer).collect(),
    ];
    let messages = product(&said);
    let mut dice = Dice(5);
    for _ in 0..CASES / 4 {
        let table = event(&[("L", Kind::List), ("N", Kind::integer(0, 9))]);
        let clauses = (0..=dice.roll(3)).map(|_| {
            let demand = assert(condition(&mut dice, &tests, 2));
            match dice.roll(2) {
                0 => demand,
                _ => branch(condition(&mut dice, &tests, 1), vec![demand], vec![]),
            }
        });
        let ruled = with_rules(table, clauses.collect());
        Brute::new(&ruled, messages.clone()).assert_solver(&ruled);
    }
}
