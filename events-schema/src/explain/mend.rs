//! What would mend a message that breaks a rule.

use super::{KEYS, Message};
use crate::rule::strays;
use crate::sentence::Sentence;
use crate::words::{choice, list, quote};
use crate::{Condition, Datum, KeySet, Kind, Outcome, Presence, Term};

impl Message<'_> {
    /// What would make the message keep the demand that it violates.
    pub(super) fn mend(&self, demand: &Sentence<'_>) -> String {
        self.lacking(demand, true)
            .or_else(|| self.lacking(demand, false))
            .map_or_else(
                || "no message keeps the rule".to_owned(),
                |mend| self.order(&mend).text,
            )
    }

    /// The part of a sentence that the message violates and that is to be brought about. With `possible`, only what the
    /// table allows; `None` when that leaves no way.
    fn lacking<'a>(&self, sentence: &Sentence<'a>, possible: bool) -> Option<Sentence<'a>> {
        match sentence {
            Sentence::Test(condition, holds) => {
                (!possible || self.allows(condition, *holds)).then(|| sentence.clone())
            }
            Sentence::All(parts) => parts
                .iter()
                .filter(|part| self.outcome(part) == Outcome::Violated)
                .map(|part| self.lacking(part, possible))
                .collect::<Option<_>>()
                .map(Sentence::all),
            Sentence::Any(parts) => {
                let ways: Vec<_> = parts
                    .iter()
                    .filter_map(|part| self.lacking(part, possible))
                    .collect();
                (!ways.is_empty()).then(|| Sentence::any(ways))
            }
        }
    }

    /// Whether the table leaves it to a message what a test comes to: a Mandatory attribute cannot be left out, nor can
    /// a fixed value or the event's name be another.
    fn allows(&self, condition: &Condition, holds: bool) -> bool {
        let row = |term: &Term| match term.key {
            None => self.event.attribute(&term.attribute),
            Some(_) => None,
        };
        let free = |term: &Term| {
            row(term).is_none_or(|row| row.fixed.is_none() && row.kind != Kind::Event)
        };
        match condition {
            Condition::Present(term) => {
                holds
                    || row(term).is_none_or(|row| {
                        row.presence == Presence::Optional || self.event.waiver(&row.name).is_some()
                    })
            }
            Condition::Same(left, right) => free(left) || free(right),
            Condition::Equals(term, _) | Condition::In(term, _) | Condition::Follows(term, _) => {
                free(term)
            }
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => true,
        }
    }

    /// The sentence as an order, such as `give ErrorCode`.
    fn order(&self, mend: &Sentence<'_>) -> Order {
        match mend {
            Sentence::Test(condition, holds) => {
                let verb = Verb::of(condition, *holds);
                let object = self.object(condition, *holds);
                Order::new(verb, &object)
            }
            Sentence::All(parts) => {
                let mut orders = Vec::new();
                for verb in Verb::OF_PRESENCE {
                    let terms: Vec<_> = parts.iter().filter_map(|part| verb.term(part)).collect();
                    if !terms.is_empty() {
                        orders.push(Order::new(verb, &list(&terms, "and")));
                    }
                }
                let others = parts.iter().filter(|part| {
                    Verb::OF_PRESENCE
                        .iter()
                        .all(|verb| verb.term(part).is_none())
                });
                orders.extend(others.map(|part| self.order(part)));
                Order::join(orders, ", and ")
            }
            Sentence::Any(parts) => Verb::OF_PRESENCE
                .iter()
                .find_map(|verb| verb.alternatives(parts))
                .unwrap_or_else(|| {
                    let mut orders: Vec<_> = parts.iter().map(|part| self.order(part)).collect();
                    orders.sort_by_key(|order| order.verb);
                    Order::join(orders, ", or ")
                }),
        }
    }

    /// What is to be given, left out or made: `InfoType AddressInfoDNStatus`.
    fn object(&self, condition: &Condition, holds: bool) -> String {
        match condition {
            Condition::Present(term) => term.to_string(),
            Condition::Equals(term, value) if holds => format!("{term} {value}"),
            Condition::Equals(term, value) => format!("{term} other than {value}"),
            Condition::In(term, values) => {
                let values: Vec<_> = values.iter().map(ToString::to_string).collect();
                match values.as_slice() {
                    [value] if !holds => format!("{term} other than {value}"),
                    values => format!("{term} {}", choice(values, holds)),
                }
            }
            Condition::Same(left, right) => {
                let same = if holds { "the same" } else { "different" };
                format!("{left} and {right} {same}")
            }
            Condition::Follows(term, keys) if holds => self.kinds(term, keys),
            Condition::Follows(term, keys) => {
                format!("{term} a list that does not follow {}", keys.name)
            }
            // Groups are no tests; a sentence has none of them here.
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => condition.words(),
        }
    }

    /// The kinds that the keys of a list should have to follow a key set.
    fn kinds(&self, term: &Term, keys: &KeySet) -> String {
        let Some(Datum::List(pairs)) = term.fact(self.event, self.facts) else {
            return format!("{term} {}", Kind::List.name());
        };
        let mut kinds: Vec<_> = strays(pairs, keys)
            .take(KEYS)
            .map(|(name, _, key)| format!("{term}[{}] {}", quote(name), key.carries()))
            .collect();
        match strays(pairs, keys).count() - kinds.len() {
            0 => {}
            1 => kinds.push(format!("1 more key what {} says", keys.name)),
            more => kinds.push(format!("{more} more keys what {} says", keys.name)),
        }
        list(&kinds, "and")
    }
}

/// What is to be done to an attribute. The way that changes the message least comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verb {
    Give,
    LeaveOut,
    Make,
    /// Makes it anything but what it is.
    Change,
}

impl Verb {
    const OF_PRESENCE: [Verb; 2] = [Verb::Give, Verb::LeaveOut];

    fn of(condition: &Condition, holds: bool) -> Self {
        match (condition, holds) {
            (Condition::Present(_), true) => Verb::Give,
            (Condition::Present(_), false) => Verb::LeaveOut,
            (_, true) => Verb::Make,
            (_, false) => Verb::Change,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Verb::Give => "give",
            Verb::LeaveOut => "leave out",
            Verb::Make | Verb::Change => "make",
        }
    }

    /// The term that a sentence wants given or left out, if that is all it wants.
    fn term(self, sentence: &Sentence<'_>) -> Option<String> {
        match sentence {
            Sentence::Test(condition @ Condition::Present(term), holds)
                if Verb::of(condition, *holds) == self =>
            {
                Some(term.to_string())
            }
            _ => None,
        }
    }

    /// Alternatives that all have this verb: `give ReferenceID, or ErrorCode and ErrorMessage`.
    fn alternatives(self, parts: &[Sentence<'_>]) -> Option<Order> {
        let terms: Option<Vec<_>> = parts.iter().map(|part| self.term(part)).collect();
        if let Some(terms) = terms {
            return Some(Order::new(self, &list(&terms, "or")));
        }
        let groups: Option<Vec<_>> = parts
            .iter()
            .map(|part| match part {
                Sentence::All(parts) => {
                    let terms: Option<Vec<_>> = parts.iter().map(|part| self.term(part)).collect();
                    Some(list(&terms?, "and"))
                }
                part => self.term(part),
            })
            .collect();
        Some(Order {
            several: true,
            ..Order::new(self, &groups?.join(", or "))
        })
    }
}

/// An order in words.
struct Order {
    verb: Verb,
    text: String,
    /// Whether it is several orders, with commas between them.
    several: bool,
}

impl Order {
    fn new(verb: Verb, object: &str) -> Self {
        Self {
            verb,
            text: format!("{} {object}", verb.as_str()),
            several: false,
        }
    }

    /// Several orders as one; those that are several themselves stand in parentheses.
    fn join(mut orders: Vec<Self>, border: &str) -> Self {
        if orders.len() == 1 {
            return orders.remove(0);
        }
        let texts: Vec<_> = orders
            .iter()
            .map(|order| {
                if order.several {
                    format!("({})", order.text)
                } else {
                    order.text.clone()
                }
            })
            .collect();
        Self {
            verb: orders
                .iter()
                .map(|order| order.verb)
                .max()
                .unwrap_or(Verb::Give),
            text: texts.join(border),
            several: true,
        }
    }
}
