//! What rules look at.

use crate::{Clause, Condition, Rule, Term};

impl Rule {
    /// What the rule asks for, in the order in which it stands there; what it asks for twice stands there twice.
    #[must_use]
    pub fn terms(&self) -> Vec<&Term> {
        let mut found = Vec::new();
        of_clause(&self.clause, &mut found);
        found
    }
}

fn of_clause<'a>(clause: &'a Clause, found: &mut Vec<&'a Term>) {
    match clause {
        Clause::Assert(condition) => of_condition(condition, found),
        Clause::If {
            condition,
            then,
            otherwise,
        } => {
            of_condition(condition, found);
            for clause in then.iter().chain(otherwise.iter()) {
                of_clause(clause, found);
            }
        }
    }
}

fn of_condition<'a>(condition: &'a Condition, found: &mut Vec<&'a Term>) {
    match condition {
        Condition::Present(term)
        | Condition::Equals(term, _)
        | Condition::In(term, _)
        | Condition::Follows(term, _) => found.push(term),
        Condition::Same(left, right) => found.extend([left, right]),
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            for part in parts.iter() {
                of_condition(part, found);
            }
        }
    }
}
