//! Why a message breaks a rule, and what would mend it.

mod mend;

use std::fmt;

use crate::rule::strays;
use crate::sentence::Sentence;
use crate::words::{list, quote};
use crate::{Condition, Datum, Event, Facts, Kind, Outcome, Rule, Term};

/// Why a rule comes to its outcome on a message; see [`Rule::explain`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// What the message says that made the rule apply and that broke it, in the rule's order and each once.
    pub facts: Vec<Fact>,
    /// What would mend it, such as `leave out AgentID, or make InfoType AddressInfoAddressType`.
    pub help: String,
}

/// What a message says about an attribute or a key. It prints as `InfoType is AddressInfoDNStatus`, as `InfoType is
/// absent`, or as `InfoType is unreadable`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The attribute or the key.
    pub term: String,
    /// Its value as the document prints it; nothing when it is absent or unreadable.
    pub value: Option<String>,
    /// Whether the message has something there that is no value of the attribute.
    pub unreadable: bool,
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Some(value) => write!(f, "{} is {value}", self.term),
            None if self.unreadable => write!(f, "{} is unreadable", self.term),
            None => write!(f, "{} is absent", self.term),
        }
    }
}

impl Rule {
    /// Why a message of the event breaks the rule, and what would mend it.
    ///
    /// The facts alone make the rule violated, whatever else the message says. When the rule cannot be told, the facts
    /// are the absent or unreadable terms that it asks for. When it holds, there is nothing to explain.
    #[must_use]
    pub fn explain(&self, event: &Event, facts: &dyn Facts) -> Explanation {
        let message = Message { event, facts };
        let demand = Sentence::of_clause(&self.clause);
        let outcome = message.outcome(&demand);
        if outcome == Outcome::Holds {
            return Explanation::default();
        }
        let mut facts = Vec::new();
        message.collect(&demand, &mut facts);
        let help = if outcome == Outcome::CannotTell {
            orders(&facts)
        } else {
            message.mend(&demand)
        };
        Explanation { facts, help }
    }
}

/// How many keys of a list an explanation names.
const KEYS: usize = 3;

/// A message of an event.
struct Message<'a> {
    event: &'a Event,
    facts: &'a dyn Facts,
}

impl Message<'_> {
    fn outcome(&self, sentence: &Sentence<'_>) -> Outcome {
        sentence.outcome(self.event, self.facts)
    }

    /// Collects what makes a sentence come to its outcome.
    fn collect(&self, sentence: &Sentence<'_>, facts: &mut Vec<Fact>) {
        let outcome = self.outcome(sentence);
        match sentence {
            Sentence::Test(condition, _) => self.collect_test(condition, outcome, facts),
            // A group comes to its outcome because of the parts that have the same one.
            Sentence::All(parts) | Sentence::Any(parts) => {
                for part in parts {
                    if self.outcome(part) == outcome {
                        self.collect(part, facts);
                    }
                }
            }
        }
    }

    fn collect_test(&self, condition: &Condition, outcome: Outcome, facts: &mut Vec<Fact>) {
        match condition {
            Condition::Present(term) | Condition::Equals(term, _) | Condition::In(term, _) => {
                push(facts, self.fact(term));
            }
            Condition::Same(left, right) => {
                for term in [left, right] {
                    let fact = self.fact(term);
                    if outcome != Outcome::CannotTell || fact.value.is_none() {
                        push(facts, fact);
                    }
                }
            }
            Condition::Follows(term, keys) => match term.fact(self.event, self.facts) {
                Some(Datum::List(pairs)) if strays(pairs, keys).next().is_some() => {
                    for (name, value, _) in strays(pairs, keys).take(KEYS) {
                        let fact = Fact {
                            term: format!("{term}[{}]", quote(name)),
                            value: Some(Kind::Text.show(value)),
                            unreadable: false,
                        };
                        push(facts, fact);
                    }
                }
                _ => push(facts, self.fact(term)),
            },
            // Groups are no tests; a sentence has none of them here.
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => {}
        }
    }

    fn fact(&self, term: &Term) -> Fact {
        let kind = self.event.kind_of(term).unwrap_or(&Kind::Text);
        let value = term.fact(self.event, self.facts);
        Fact {
            term: term.to_string(),
            value: value.map(|datum| kind.show(datum)),
            unreadable: value.is_none() && term.is_refused(self.event, self.facts),
        }
    }
}

/// What would have a rule told that asks for these terms.
fn orders(facts: &[Fact]) -> String {
    let terms = |unreadable: bool| -> Vec<_> {
        let facts = facts.iter().filter(|fact| fact.unreadable == unreadable);
        facts.map(|fact| fact.term.clone()).collect()
    };
    let orders = [("give", terms(false)), ("correct", terms(true))];
    let orders = orders.iter().filter(|(_, terms)| !terms.is_empty());
    let orders: Vec<_> = orders
        .map(|(verb, terms)| format!("{verb} {}", list(terms, "and")))
        .collect();
    format!("{} to have the rule checked", orders.join(", and "))
}

fn push(facts: &mut Vec<Fact>, fact: Fact) {
    if !facts.contains(&fact) {
        facts.push(fact);
    }
}

#[cfg(test)]
mod tests;
