//! What rules look at.

use crate::{Clause, Condition, Literal, Rule, Term, Text};

impl Rule {
    /// What the rule asks for, in the order in which it stands there; what it asks for twice stands there twice.
    #[must_use]
    pub fn terms(&self) -> Vec<&Term> {
        let mut found = Vec::new();
        of_clause(&self.clause, &mut |test| match test {
            Condition::Present(term)
            | Condition::Equals(term, _)
            | Condition::In(term, _)
            | Condition::Follows(term, _) => found.push(term),
            Condition::Same(left, right) => found.extend([left, right]),
            // Groups are no tests.
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => {}
        });
        found
    }

    /// The terms of which the rule asks whether they are there.
    pub(crate) fn presences(&self) -> Vec<&Term> {
        let mut found = Vec::new();
        of_clause(&self.clause, &mut |test| {
            if let Condition::Present(term) = test {
                found.push(term);
            }
        });
        found
    }
}

/// Visits the tests of a clause, in the order in which they stand there.
fn of_clause<'a>(clause: &'a Clause, visit: &mut impl FnMut(&'a Condition)) {
    match clause {
        Clause::Assert(condition) => of_condition(condition, visit),
        Clause::If {
            condition,
            then,
            otherwise,
        } => {
            of_condition(condition, visit);
            for clause in then.iter().chain(otherwise.iter()) {
                of_clause(clause, visit);
            }
        }
    }
}

fn of_condition<'a>(condition: &'a Condition, visit: &mut impl FnMut(&'a Condition)) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            for part in parts.iter() {
                of_condition(part, visit);
            }
        }
        test => visit(test),
    }
}

impl Clause {
    /// The clause with other names of attributes, where there are others for them.
    pub(crate) fn renamed(&self, name: &dyn Fn(&str) -> Option<Text>) -> Clause {
        self.mapped(
            &|term| Term {
                attribute: name(&term.attribute).unwrap_or_else(|| term.attribute.clone()),
                key: term.key.clone(),
            },
            &|_, literal| literal.clone(),
        )
    }

    /// The clause with other terms, and other values for what they are compared with.
    pub(crate) fn mapped(
        &self,
        term: &dyn Fn(&Term) -> Term,
        literal: &dyn Fn(&Term, &Literal) -> Literal,
    ) -> Clause {
        match self {
            Clause::Assert(condition) => Clause::Assert(condition.mapped(term, literal)),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                let each = |clauses: &[Clause]| {
                    clauses
                        .iter()
                        .map(|clause| clause.mapped(term, literal))
                        .collect()
                };
                Clause::If {
                    condition: condition.mapped(term, literal),
                    then: each(then),
                    otherwise: each(otherwise),
                }
            }
        }
    }
}

impl Condition {
    fn mapped(
        &self,
        term: &dyn Fn(&Term) -> Term,
        literal: &dyn Fn(&Term, &Literal) -> Literal,
    ) -> Condition {
        let each = |parts: &[Condition]| {
            parts
                .iter()
                .map(|part| part.mapped(term, literal))
                .collect()
        };
        match self {
            Condition::Present(of) => Condition::Present(term(of)),
            Condition::Equals(of, value) => Condition::Equals(term(of), literal(of, value)),
            Condition::In(of, values) => {
                let values = values.iter().map(|value| literal(of, value));
                Condition::In(term(of), values.collect())
            }
            Condition::Same(left, right) => Condition::Same(term(left), term(right)),
            Condition::Follows(of, keys) => Condition::Follows(term(of), keys.clone()),
            Condition::All(parts) => Condition::All(each(parts)),
            Condition::Any(parts) => Condition::Any(each(parts)),
            Condition::None(parts) => Condition::None(each(parts)),
        }
    }
}
