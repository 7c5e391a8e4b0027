//! What rules look at.

use crate::{Clause, Condition, Rule, Term};

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
