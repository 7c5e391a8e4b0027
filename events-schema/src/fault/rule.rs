//! The faults of rules.

use super::{Faults, Wrong};
use crate::{Clause, Condition, Event, Kind, Literal, Term};

impl<'m> Faults<'m> {
    pub(super) fn clause(&mut self, event: &'m Event, clause: &'m Clause) {
        match clause {
            Clause::Assert(condition) => self.condition(event, condition),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                self.condition(event, condition);
                if then.is_empty() && otherwise.is_empty() {
                    self.push(Wrong::Empty("demand of the rule"));
                }
                for clause in then.iter().chain(otherwise.iter()) {
                    self.clause(event, clause);
                }
            }
        }
    }

    fn condition(&mut self, event: &'m Event, condition: &'m Condition) {
        match condition {
            Condition::Present(term) => self.term(event, term),
            Condition::Equals(term, value) => self.values(event, term, std::slice::from_ref(value)),
            Condition::In(term, values) => {
                if values.is_empty() {
                    self.push(Wrong::Empty("value to choose from"));
                }
                self.values(event, term, values);
            }
            Condition::Same(left, right) => {
                self.term(event, left);
                self.term(event, right);
            }
            Condition::Follows(term, keys) => {
                self.term(event, term);
                if event
                    .kind_of(term)
                    .is_some_and(|kind| !matches!(kind, Kind::List))
                {
                    self.push(Wrong::NoList(term.attribute.clone()));
                }
                self.key_set(keys);
            }
            Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
                if parts.is_empty() {
                    self.push(Wrong::Empty("condition"));
                }
                for part in parts.iter() {
                    self.condition(event, part);
                }
            }
        }
    }

    fn term(&mut self, event: &Event, term: &Term) {
        let Term { attribute, key } = term;
        let bare = Term {
            attribute: attribute.clone(),
            key: None,
        };
        match event.kind_of(&bare) {
            None => self.no_attribute(event, attribute),
            Some(kind) if key.is_some() && *kind != Kind::List => {
                self.push(Wrong::NoList(attribute.clone()));
            }
            Some(_) => {}
        }
    }

    fn values(&mut self, event: &Event, term: &Term, values: &[Literal]) {
        self.term(event, term);
        if let Some(kind) = event.kind_of(term) {
            for value in values {
                self.value(&term.attribute, kind, value);
            }
        }
    }
}
