//! Rules as schemas.
//!
//! A condition has three outcomes and a schema two. So each condition becomes two tests: that it surely holds, and that
//! it surely does not. Where neither passes, it cannot be told, and a rule is broken only if it surely does not hold.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::kind::spells_in_list;
use super::list::{follows, has_key, strays, with_key};
use super::place::Scope;
use super::test::{Test, all_of, any_of, not};
use crate::{Attribute, Clause, Condition, KeySet, Kind, Literal, Term};

/// What can be said of a condition.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    holds: Test,
    fails: Test,
}

impl Told {
    const NEVER: Told = Told {
        holds: Test::NEVER,
        fails: Test::NEVER,
    };

    /// A condition that holds wherever it does not fail.
    fn whether(test: Test) -> Self {
        Self {
            fails: test.not(),
            holds: test,
        }
    }

    fn not(self) -> Self {
        Self {
            holds: self.fails,
            fails: self.holds,
        }
    }

    fn all(all: Vec<Self>) -> Self {
        let (holds, fails): (Vec<_>, Vec<_>) =
            all.into_iter().map(|told| (told.holds, told.fails)).unzip();
        Self {
            holds: Test::all(holds),
            fails: Test::any(fails),
        }
    }

    fn any(any: Vec<Self>) -> Self {
        Self::all(any.into_iter().map(Self::not).collect()).not()
    }
}

/// A rule as a schema, and why it says less than the rule, if it does.
pub(super) struct Said {
    /// What messages that do not break the rule follow.
    pub(super) schema: Value,
    pub(super) unsaid: Vec<String>,
}

/// What the event demands as a schema.
pub(super) fn say(scope: Scope<'_>, clause: &Clause) -> Said {
    let mut lowering = Lowering {
        scope,
        unsaid: Vec::new(),
    };
    let schema = lowering.demand(clause);
    Said {
        schema,
        unsaid: lowering.unsaid,
    }
}

struct Lowering<'a> {
    scope: Scope<'a>,
    unsaid: Vec<String>,
}

impl<'a> Lowering<'a> {
    /// What messages that do not break a clause follow.
    fn demand(&mut self, clause: &Clause) -> Value {
        let (condition, then, otherwise) = match clause {
            Clause::Assert(condition) => return self.condition(condition).fails.not().schema(),
            Clause::If {
                condition,
                then,
                otherwise,
            } => (condition, then, otherwise),
        };
        let condition = self.condition(condition);
        let then = all_of(then.iter().map(|clause| self.demand(clause)).collect());
        let otherwise = all_of(otherwise.iter().map(|clause| self.demand(clause)).collect());
        let otherwise = if condition.fails == condition.holds.not() {
            otherwise
        } else {
            // Where it cannot be told whether the condition holds, nothing is asked.
            when(&condition.fails, otherwise, json!(true))
        };
        when(&condition.holds, then, otherwise)
    }

    fn condition(&mut self, condition: &Condition) -> Told {
        match condition {
            Condition::Present(term) => self.present(term),
            Condition::Equals(term, value) => self.among(term, std::slice::from_ref(value)),
            Condition::In(term, values) => self.among(term, values),
            Condition::Same(left, right) => self.same(left, right),
            Condition::Follows(term, keys) => self.follows(term, keys),
            Condition::All(parts) => Told::all(self.each(parts)),
            Condition::Any(parts) => Told::any(self.each(parts)),
            Condition::None(parts) => Told::any(self.each(parts)).not(),
        }
    }

    fn each(&mut self, conditions: &[Condition]) -> Vec<Told> {
        conditions
            .iter()
            .map(|condition| self.condition(condition))
            .collect()
    }

    /// The row of a term, unless the table lacks it or it has a key that it cannot have: then it is always absent.
    fn row(&self, term: &Term) -> Option<Cow<'a, Attribute>> {
        let row = self.scope.row(term)?;
        let has_keys = matches!(self.scope.carries(&row), Kind::List);
        (term.key.is_none() || has_keys).then_some(row)
    }

    fn present(&mut self, term: &Term) -> Told {
        let Some(row) = self.row(term) else {
            return Told::whether(Test::NEVER);
        };
        match &term.key {
            None if self.scope.is_tag(&row) => Told::whether(Test::ALWAYS),
            None => Told::whether(self.scope.there(&row)),
            Some(key) => Told::whether(self.scope.is(&row, &has_key(key))),
        }
    }

    fn among(&mut self, term: &Term, values: &[Literal]) -> Told {
        let Some(row) = self.row(term) else {
            return Told::NEVER;
        };
        if let Some(key) = &term.key {
            let yes = any_of(values.iter().map(spells_in_list).collect());
            return Told {
                holds: self.scope.is(&row, &with_key(key, |_| yes.clone())),
                fails: self.scope.is(&row, &with_key(key, |_| not(yes.clone()))),
            };
        }
        if self.scope.is_tag(&row) {
            let name = Literal::Text(self.scope.event.name.clone());
            return Told::whether(Test::constant(values.contains(&name)));
        }
        if self.scope.spells(&row, values).untold != false {
            let name = &row.name;
            self.unsaid
                .push(format!("no schema reads the number in a text of {name}"));
        }
        let (holds, fails) = self.scope.among(&row, values);
        Told { holds, fails }
    }

    fn follows(&mut self, term: &Term, keys: &KeySet) -> Told {
        let Some(row) = self.row(term) else {
            return Told::NEVER;
        };
        if let Some(key) = &term.key {
            return Told {
                holds: self
                    .scope
                    .is(&row, &with_key(key, |form| follows(keys, form))),
                fails: self
                    .scope
                    .is(&row, &with_key(key, |form| strays(keys, form))),
            };
        }
        if self.scope.is_tag(&row) {
            return Told::whether(Test::NEVER);
        }
        let follows = match &row.kind {
            Kind::List => follows(keys, super::list::Form::Object),
            _ => json!(false),
        };
        let strays = not(any_of(vec![self.scope.absent(&row), follows.clone()]));
        Told {
            holds: self.scope.is(&row, &follows),
            fails: self.scope.is(&row, &strays),
        }
    }

    fn same(&mut self, left: &Term, right: &Term) -> Told {
        let (Some(left_row), Some(right_row)) = (self.row(left), self.row(right)) else {
            return Told::NEVER;
        };
        if left.key.is_none() && right.key.is_none() {
            let (left_kind, right_kind) = (
                self.scope.carries(&left_row),
                self.scope.carries(&right_row),
            );
            let both = Test::all([self.there(left), self.there(right)]);
            if !comparable(left_kind, right_kind) {
                return Told {
                    holds: Test::NEVER,
                    fails: both,
                };
            }
            if left == right {
                return Told {
                    holds: both,
                    fails: Test::NEVER,
                };
            }
            for (one, row, other) in [(left, left_row, right), (right, right_row, left)] {
                if let Some(value) = self.scope.constant(&row) {
                    let there = Told {
                        holds: self.there(one),
                        fails: Test::NEVER,
                    };
                    let mut told = self.among(other, &[value]);
                    told.fails = Test::all([there.holds.clone(), told.fails]);
                    told.holds = Test::all([there.holds, told.holds]);
                    return told;
                }
            }
        }
        self.unsaid.push(format!(
            "no schema compares {left} with {right}, which stand in the same message"
        ));
        Told::NEVER
    }

    fn there(&mut self, term: &Term) -> Test {
        self.present(term).holds
    }
}

/// Whether values of two kinds can be the same.
fn comparable(left: &Kind, right: &Kind) -> bool {
    let number = |kind: &Kind| {
        matches!(
            kind,
            Kind::Integer { .. } | Kind::Hex { .. } | Kind::Enumeration(_) | Kind::Real
        )
    };
    match (left, right) {
        (Kind::List, _) | (_, Kind::List) => false,
        (left, right) if number(left) => number(right),
        (left, right) => std::mem::discriminant(left) == std::mem::discriminant(right),
    }
}

/// What is asked when a test passes, and what when it does not.
fn when(test: &Test, then: Value, otherwise: Value) -> Value {
    if *test == Test::NEVER {
        return otherwise;
    }
    if *test == Test::ALWAYS || then == otherwise {
        return then;
    }
    let mut schema = match (then, otherwise) {
        (Value::Bool(true), Value::Bool(false)) => return test.schema(),
        (Value::Bool(false), Value::Bool(true)) => return test.not().schema(),
        (Value::Bool(true), otherwise) => {
            let test = test.not();
            return json!({"if": test.schema(), "then": otherwise});
        }
        (then, Value::Bool(true)) => json!({"then": then}),
        (then, otherwise) => json!({"then": then, "else": otherwise}),
    };
    if let Value::Object(schema) = &mut schema {
        schema.insert("if".to_owned(), test.schema());
    }
    schema
}
