//! Messages that nearly conform: a message of the solver with a few of its values changed.

use events_core::schema::solve::{Answer, Message};
use events_core::schema::witness::{Breach, Plausible, Witnesses};
use events_core::schema::{Clause, Condition, Event, Kind, Literal, Term};
use events_core::{Declaration, Draft};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::declarations;

/// A near miss as proptest makes and shrinks it: numbers that stand for choices.
#[derive(Debug, Clone)]
pub(super) struct NearMiss {
    event: prop::sample::Index,
    seed: u16,
    changes: Vec<(prop::sample::Index, prop::sample::Index)>,
}

pub(super) fn near_misses() -> impl Strategy<Value = NearMiss> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>());
    let changes = prop::collection::vec(change, 0..5);
    (any::<prop::sample::Index>(), any::<u16>(), changes).prop_map(|(event, seed, changes)| {
        NearMiss {
            event,
            seed,
            changes,
        }
    })
}

/// An event, what conforms to it, and what its values may be changed to.
pub(super) struct Source {
    pub(super) declaration: &'static Declaration,
    /// Messages that conform, and some that break a rule.
    messages: Vec<Map<String, Value>>,
    /// For each row its name and values of all sorts.
    pools: Vec<(String, Vec<Value>)>,
}

/// How many messages that conform are changed of each event.
const CONFORMING: usize = 100;

/// How often the message that breaks a rule is among them.
const BROKEN: usize = 10;

impl Source {
    pub(super) fn all() -> Vec<Self> {
        declarations().map(Self::new).collect()
    }

    fn new(declaration: &'static Declaration) -> Self {
        let event = declaration.event;
        let witnesses = Witnesses::new(event, declaration.dictionary).unwrap();
        let mut values = Plausible::new(1);
        let written = |message: &Message| {
            let written = serde_json::to_value(Draft::of(declaration, message)).unwrap();
            written.as_object().unwrap().clone()
        };
        let random = |_| written(&witnesses.random(&mut values).unwrap().unwrap());
        let mut messages: Vec<_> = (0..CONFORMING).map(random).collect();
        for violating in witnesses.violating(&mut values).unwrap() {
            if let (Breach::Broken(_), Answer::Message(message)) =
                (violating.breach, violating.answer)
            {
                messages.extend(vec![written(&message); BROKEN]);
            }
        }
        let mut pools: Vec<_> = event
            .attributes
            .iter()
            .map(|row| (row.name.to_string(), pool(event, &row.name, &row.kind)))
            .collect();
        for row in event.attributes.iter() {
            if let Kind::Union(union) = &row.kind {
                let dotted = |name: &str| format!("{}.{name}", row.name);
                pools.extend(union.members.iter().map(|member| {
                    let name = dotted(&member.name);
                    let pool = pool(event, &name, &member.kind);
                    (name, pool)
                }));
                pools.push((dotted("NoSuchMember"), vec![json!(1)]));
            }
        }
        pools.push(("Unknown".to_owned(), vec![json!(1), json!({"a": [null]})]));
        Self {
            declaration,
            messages,
            pools,
        }
    }

    /// The JSON text of a near miss.
    fn text(&self, miss: &NearMiss) -> String {
        let mut message = self.messages[usize::from(miss.seed) % self.messages.len()].clone();
        for (row, value) in &miss.changes {
            let (name, pool) = row.get(&self.pools);
            // Past the pool an attribute is taken away.
            let value = pool.get(value.index(pool.len() + 1)).cloned();
            change(&mut message, name, value);
        }
        Value::Object(message).to_string()
    }
}

/// The event and the text of a near miss.
pub(super) fn text<'a>(sources: &'a [Source], miss: &NearMiss) -> (&'a Source, String) {
    let source = miss.event.get(sources);
    (source, source.text(miss))
}

/// Gives an attribute another value, inside its union where it stands there.
fn change(message: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    let (object, key) = match name.split_once('.') {
        Some((union, member)) if message.get(union).is_some_and(Value::is_object) => {
            let Some(Value::Object(inner)) = message.get_mut(union) else {
                return;
            };
            (inner, member)
        }
        _ => (message, name),
    };
    match value {
        Some(value) => object.insert(key.to_owned(), value),
        None => object.remove(key),
    };
}

/// Values that rules of the event tell apart, that are none of the kind, or that are written in another way.
fn pool(event: &Event, name: &str, kind: &Kind) -> Vec<Value> {
    let mut pool = Vec::new();
    let any = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(255),
        json!(256),
        json!(65536),
        json!(4_294_967_295_u32),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(0.5),
        json!(1.5e-3),
        json!(253_402_300_800_i64),
        json!(""),
        json!("7"),
        json!("-0"),
        json!("text"),
        json!("ffff"),
        json!("18446744073709551616"),
        json!("2026-03-01T08:30:00Z"),
        json!("2026-02-30T08:30:00Z"),
        json!({"sec": 1, "usec": 2}),
        json!({"sec": 1, "usec": 1_000_000}),
        json!([]),
        json!({}),
        json!([["a", 1], ["b", {"base64": "AAAA"}]]),
        json!([["a", 1, 2]]),
    ];
    if let Kind::Enumeration(vocabulary) = kind {
        let members = vocabulary.members.iter();
        pool.extend(members.clone().map(|member| json!(member.name)));
        pool.extend(members.map(|member| json!(member.number)));
    }
    if let Kind::Union(union) = kind {
        for member in union.members.iter() {
            let name = &*member.name;
            pool.extend([json!({name: 1}), json!({name: "x"})]);
            if let Kind::Enumeration(vocabulary) = &member.kind {
                let members = vocabulary.members.iter().take(2);
                pool.extend(members.map(|value| json!({name: value.name})));
            }
        }
        pool.push(json!({"NoSuchMember": 1}));
    }
    if *kind == Kind::Event {
        pool.extend([json!(event.name), json!(event.number), json!("Another")]);
    }
    let mut terms = Vec::new();
    for (_, rule) in event.rules() {
        collect(&rule.clause, &mut terms);
    }
    let of_row = terms.iter().filter(|(term, _)| term.attribute == *name);
    for (term, literals) in of_row {
        for literal in literals {
            let value = written(literal);
            match &term.key {
                None => {
                    let number = value.as_str().and_then(|text| text.parse::<i64>().ok());
                    pool.extend(number.map(Value::from));
                    pool.push(value);
                }
                Some(key) => pool.extend([json!({&**key: value}), json!([[key, value], ["x", 1]])]),
            }
        }
        if term.key.is_some() || *kind == Kind::List {
            let key = term.key.as_deref().unwrap_or("x");
            pool.extend([
                json!({key: 7}),
                json!({key: "x"}),
                json!({key: null}),
                json!({key: true}),
            ]);
        }
    }
    let sets = event.rules().flat_map(|(_, rule)| rule.key_sets());
    for (_, set) in sets.filter(|(term, _)| term.attribute == *name) {
        for key in set.keys.iter() {
            let key = key.name.replace("%d", "12");
            pool.extend([
                json!({&*key: 1}),
                json!({&*key: "006c"}),
                json!([[key, {}]]),
            ]);
        }
    }
    // What rules ask for is as likely as what they do not.
    let often = any.len().div_ceil(pool.len().max(1));
    let mut pool = vec![pool; often].concat();
    pool.extend(any);
    pool
}

fn written(literal: &Literal) -> Value {
    match literal {
        Literal::Text(text) => json!(text),
        Literal::Integer(value) => i64::try_from(*value).map_or(Value::Null, |value| json!(value)),
        Literal::Real(value) => json!(value),
        Literal::Boolean(value) => json!(value),
        Literal::Member { name, .. } => json!(name),
    }
}

/// The terms of a rule with the values that it compares them with.
fn collect<'a>(clause: &'a Clause, terms: &mut Vec<(&'a Term, Vec<&'a Literal>)>) {
    match clause {
        Clause::Assert(condition) => collect_condition(condition, terms),
        Clause::If {
            condition,
            then,
            otherwise,
        } => {
            collect_condition(condition, terms);
            for clause in then.iter().chain(otherwise.iter()) {
                collect(clause, terms);
            }
        }
    }
}

fn collect_condition<'a>(condition: &'a Condition, terms: &mut Vec<(&'a Term, Vec<&'a Literal>)>) {
    match condition {
        Condition::Present(term) | Condition::Follows(term, _) => terms.push((term, Vec::new())),
        Condition::Equals(term, literal) => terms.push((term, vec![literal])),
        Condition::In(term, literals) => terms.push((term, literals.iter().collect())),
        Condition::Same(left, right) => terms.extend([(left, Vec::new()), (right, Vec::new())]),
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            for part in parts.iter() {
                collect_condition(part, terms);
            }
        }
    }
}
