//! What rules ask of the variables, before these have values.

use super::super::value::{Sort, Value};
use super::{Names, Place};
use crate::{Clause, Condition, Event, KeySet, Kind, Literal, Term, Text};

/// A variable of which only is known what rules ask of it.
pub(super) struct Draft<'a> {
    pub(super) place: Place,
    pub(super) sort: Sort<'a>,
    /// The values that each test asks for.
    pub(super) tests: Vec<Vec<Value>>,
    /// The key sets that it may follow.
    pub(super) sets: Vec<&'a KeySet>,
    /// Whether it is compared with another term.
    pub(super) compared: bool,
    /// What it carries in another version, where that is something else.
    pub(super) foreign: Option<&'a Kind>,
    /// The values that each test of the other version asks for.
    pub(super) foreign_tests: Vec<&'a [Literal]>,
}

/// A variable for each row.
pub(super) fn draft_rows(event: &Event, lenient: bool) -> Vec<Draft<'_>> {
    event
        .attributes
        .iter()
        .map(|row| Draft {
            place: Place::Row,
            sort: if lenient && !matches!(row.kind, Kind::Event | Kind::Boolean) {
                Sort::Unknown
            } else {
                Sort::Attribute(&row.kind, &event.name)
            },
            tests: row
                .fixed
                .iter()
                .map(|literal| vec![Value::of(literal, lenient)])
                .collect(),
            sets: Vec::new(),
            compared: false,
            foreign: None,
            foreign_tests: Vec::new(),
        })
        .collect()
}

/// Adds a variable for each key that a test names; only lists have keys.
pub(super) fn draft_keys<'a>(
    tests: &[&'a Condition],
    names: &mut Names<'a>,
    drafts: &mut Vec<Draft<'a>>,
    lenient: bool,
) {
    for term in tests.iter().flat_map(|test| terms(test)) {
        let (Some(row), Some(key)) = (names.rows.get(&*term.attribute), &term.key) else {
            continue;
        };
        if !matches!(drafts[*row].sort, Sort::Attribute(Kind::List, _)) {
            continue;
        }
        names.keys.entry((*row, &**key)).or_insert_with(|| {
            drafts.push(Draft {
                place: Place::Key {
                    list: *row,
                    name: key.clone(),
                },
                sort: if lenient {
                    Sort::Unknown
                } else {
                    Sort::Key(Vec::new())
                },
                tests: Vec::new(),
                sets: Vec::new(),
                compared: false,
                foreign: None,
                foreign_tests: Vec::new(),
            });
            drafts.len() - 1
        });
    }
}

/// Adds a variable for each of these members of unions: their union, their name and what they carry.
pub(super) fn draft_members<'a, 'n>(
    members: impl Iterator<Item = (usize, &'n str, Sort<'a>)>,
    event: &Event,
    names: &mut Names<'a>,
    drafts: &mut Vec<Draft<'a>>,
) {
    for (union, name, sort) in members {
        let full = format!("{}.{name}", event.attributes[union].name);
        if names.rows.contains_key(&*full) {
            continue;
        }
        names.members.entry(full.into()).or_insert_with(|| {
            drafts.push(Draft {
                place: Place::Member {
                    union,
                    name: Text::Owned(name.to_owned()),
                },
                sort,
                tests: Vec::new(),
                sets: Vec::new(),
                compared: false,
                foreign: None,
                foreign_tests: Vec::new(),
            });
            drafts.len() - 1
        });
    }
}

/// The tests of a clause.
pub(super) fn collect_clause<'a>(clause: &'a Clause, tests: &mut Vec<&'a Condition>) {
    match clause {
        Clause::Assert(condition) => collect(condition, tests),
        Clause::If {
            condition,
            then,
            otherwise,
        } => {
            collect(condition, tests);
            for clause in then.iter().chain(&**otherwise) {
                collect_clause(clause, tests);
            }
        }
    }
}

fn collect<'a>(condition: &'a Condition, tests: &mut Vec<&'a Condition>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            for part in &**parts {
                collect(part, tests);
            }
        }
        test => tests.push(test),
    }
}

/// The terms of a test.
pub(super) fn terms(test: &Condition) -> impl Iterator<Item = &Term> {
    let (first, second) = match test {
        Condition::Present(term)
        | Condition::Equals(term, _)
        | Condition::In(term, _)
        | Condition::Follows(term, _) => (Some(term), None),
        Condition::Same(left, right) => (Some(left), Some(right)),
        Condition::All(_) | Condition::Any(_) | Condition::None(_) => (None, None),
    };
    first.into_iter().chain(second)
}
