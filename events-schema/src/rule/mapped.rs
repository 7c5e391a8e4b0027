//! Rules about other attributes, or with other values.

use crate::{Clause, Condition, Literal, Term, Text};

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
