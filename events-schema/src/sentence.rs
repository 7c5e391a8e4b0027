//! Rules with the negations moved to the single tests, which is the form that can be read out and mended.

use crate::{Clause, Condition, Event, Facts, Outcome};

/// A condition in which only single tests are negated. It comes to the same as the condition, in Kleene's logic too.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Sentence<'a> {
    /// A test that is no group of others, and whether it should hold or its contrary.
    Test(&'a Condition, bool),
    /// All of these.
    All(Vec<Sentence<'a>>),
    /// At least one of these.
    Any(Vec<Sentence<'a>>),
}

impl<'a> Sentence<'a> {
    /// The condition, or its contrary.
    pub(crate) fn of(condition: &'a Condition, holds: bool) -> Self {
        let each = |conditions: &'a [Condition], holds| {
            conditions
                .iter()
                .map(|condition| Self::of(condition, holds))
                .collect()
        };
        match (condition, holds) {
            (Condition::All(parts), true) => Self::all(each(parts, true)),
            (Condition::All(parts), false) => Self::any(each(parts, false)),
            (Condition::Any(parts), true) | (Condition::None(parts), false) => {
                Self::any(each(parts, true))
            }
            (Condition::Any(parts), false) | (Condition::None(parts), true) => {
                Self::all(each(parts, false))
            }
            _ => Self::Test(condition, holds),
        }
    }

    /// What a clause demands, as [`Outcome::branch`] has it.
    pub(crate) fn of_clause(clause: &'a Clause) -> Self {
        let demands =
            |clauses: &'a [Clause]| Self::all(clauses.iter().map(Self::of_clause).collect());
        match clause {
            Clause::Assert(condition) => Self::of(condition, true),
            Clause::If {
                condition,
                then,
                otherwise,
            } => Self::all(vec![
                Self::any(vec![Self::of(condition, false), demands(then)]),
                Self::any(vec![Self::of(condition, true), demands(otherwise)]),
            ]),
        }
    }

    /// All of these, nested groups of the same sort put into one.
    pub(crate) fn all(parts: Vec<Self>) -> Self {
        let mut all = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::All(inner) => all.extend(inner),
                part => all.push(part),
            }
        }
        if all.len() == 1 {
            all.remove(0)
        } else {
            Self::All(all)
        }
    }

    /// At least one of these, nested groups of the same sort put into one.
    pub(crate) fn any(parts: Vec<Self>) -> Self {
        let mut any = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::Any(inner) => any.extend(inner),
                part => any.push(part),
            }
        }
        if any.len() == 1 {
            any.remove(0)
        } else {
            Self::Any(any)
        }
    }

    /// What the sentence comes to on a message of the event.
    pub(crate) fn outcome(&self, event: &Event, facts: &dyn Facts) -> Outcome {
        let outcomes = |parts: &[Self]| {
            parts
                .iter()
                .map(|part| part.outcome(event, facts))
                .collect::<Vec<_>>()
        };
        match self {
            Self::Test(condition, true) => condition.outcome(event, facts),
            Self::Test(condition, false) => !condition.outcome(event, facts),
            Self::All(parts) => outcomes(parts)
                .into_iter()
                .fold(Outcome::Holds, |all, part| all & part),
            Self::Any(parts) => outcomes(parts)
                .into_iter()
                .fold(Outcome::Violated, |any, part| any | part),
        }
    }
}
