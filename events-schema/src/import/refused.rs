//! Rules that `event!` refuses, so that no draft has them.

use crate::demand::alike;
use crate::solve::Solver;
use crate::{Attribute, Clause, Condition, Event, Kind, Literal, Presence, Term};

/// Why `event!` refuses the rules of an event: one of them says nothing, compares what cannot be the same, or they cannot
/// be right together.
pub(super) fn flaw(event: &Event) -> Option<String> {
    let solved = match Solver::new(event).and_then(|solver| solver.flaws()) {
        Ok(flaws) => flaws.first().map(ToString::to_string),
        Err(error) => Some(error.to_string()),
    };
    let table = Table { event };
    let mut rules = event.rules().map(|(_, rule)| &rule.clause);
    solved.or_else(|| rules.find_map(|clause| table.demand(clause)))
}

struct Table<'e> {
    event: &'e Event,
}

impl Table<'_> {
    /// A demand as it stands in a footnote. That of a presence alone is left to the solver.
    fn demand(&self, clause: &Clause) -> Option<String> {
        match clause {
            Clause::Assert(Condition::Present(term)) => self.tag(term),
            clause => self.clause(clause),
        }
    }

    fn clause(&self, clause: &Clause) -> Option<String> {
        match clause {
            Clause::Assert(condition) => self.condition(condition),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                let mut clauses = then.iter().chain(otherwise.iter());
                let inner = || clauses.find_map(|clause| self.clause(clause));
                self.condition(condition).or_else(inner)
            }
        }
    }

    fn condition(&self, condition: &Condition) -> Option<String> {
        match condition {
            Condition::Present(term) => self.tag(term).or_else(|| self.presence(term)),
            Condition::Equals(term, value) => self.tag(term).or_else(|| self.value(term, &[value])),
            Condition::In(term, values) => {
                let values: Vec<_> = values.iter().collect();
                self.tag(term).or_else(|| self.value(term, &values))
            }
            Condition::Same(left, right) => {
                let named = self.tag(left).or_else(|| self.tag(right));
                named.or_else(|| self.same(left, right))
            }
            Condition::Follows(term, _) => self.tag(term),
            Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
                parts.iter().find_map(|part| self.condition(part))
            }
        }
    }

    fn row(&self, term: &Term) -> Option<&Attribute> {
        self.event.attribute(&term.attribute)
    }

    /// Whether each message has the attribute of a term.
    fn is_always_there(&self, term: &Term) -> bool {
        let mut footnotes = self.event.footnotes.iter();
        let is_mandatory = self
            .row(term)
            .is_some_and(|row| row.presence == Presence::Mandatory);
        term.key.is_none()
            && is_mandatory
            && !footnotes.any(|note| note.waives.contains(&term.attribute))
    }

    fn tag(&self, term: &Term) -> Option<String> {
        let is_tag = self.row(term).is_some_and(|row| row.kind == Kind::Event);
        is_tag.then(|| {
            format!(
                "`{}` always is `{}`, a rule about it says nothing",
                term.attribute, self.event.name
            )
        })
    }

    fn presence(&self, term: &Term) -> Option<String> {
        self.is_always_there(term).then(|| {
            format!(
                "`{}` is Mandatory, so a test of its presence says nothing",
                term.attribute
            )
        })
    }

    fn value(&self, term: &Term, values: &[&Literal]) -> Option<String> {
        let name = &term.attribute;
        let is_fixed = self.row(term).is_some_and(|row| row.fixed.is_some());
        if is_fixed && self.is_always_there(term) {
            return Some(format!(
                "the table fixes `{name}`, so a test of its value says nothing"
            ));
        }
        let mut values = values
            .iter()
            .enumerate()
            .map(|(at, value)| (&values[..at], value));
        values
            .find(|(before, value)| before.contains(value))
            .map(|(_, value)| format!("`{value}` stands twice among the values of `{name}`"))
    }

    fn same(&self, left: &Term, right: &Term) -> Option<String> {
        if left == right {
            return Some(format!("`{}` is compared with itself", left.attribute));
        }
        let (one, other) = (self.row(left)?, self.row(right)?);
        let has_keys = left.key.is_some() || right.key.is_some();
        (!has_keys && !alike(&one.kind, &other.kind)).then(|| {
            format!(
                "`{}` and `{}` carry values of different types and are never equal",
                left.attribute, right.attribute
            )
        })
    }
}
