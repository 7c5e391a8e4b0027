//! Rules and what they come to on a message.

use std::borrow::Cow;
use std::ops::{BitAnd, BitOr, Not};

use crate::{Datum, Event, Facts, Key, KeySet, Kind, List, Literal, Node, Pairs, Text};

/// A rule of a footnote, under an id that stays the same as long as the footnote does.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Rule {
    /// The id: `Registration/EventRegistered[a]`, with `#2` behind it for the footnote's second rule.
    pub id: Text,
    /// What the rule demands.
    pub clause: Clause,
}

/// What a rule demands.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub enum Clause {
    /// The condition must hold.
    Assert(Condition),
    /// What must hold when the condition does, and what when it does not.
    If {
        /// The condition.
        condition: Condition,
        /// The demands when it holds.
        then: List<Clause>,
        /// The demands when it does not.
        #[cfg_attr(
            feature = "serde",
            serde(default, skip_serializing_if = "<[_]>::is_empty")
        )]
        otherwise: List<Clause>,
    },
}

/// Something that a message shows or does not show.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Condition {
    /// The term is there.
    Present(Term),
    /// The term's value is this one.
    Equals(Term, Literal),
    /// The term's value is one of these.
    In(Term, List<Literal>),
    /// Two terms have the same value.
    Same(Term, Term),
    /// The list follows the key set: the keys that the set knows have values of their kind.
    Follows(Term, Cow<'static, KeySet>),
    /// All of these.
    All(List<Condition>),
    /// At least one of these.
    Any(List<Condition>),
    /// None of these.
    None(List<Condition>),
}

/// What a condition looks at: an attribute, or a key of an attribute that is a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Term {
    /// The attribute's name, as documented: a row of the table, or a member of one that is a union, as
    /// `InfoStatus.AddressType`.
    pub attribute: Text,
    /// The key in its list.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none")
    )]
    pub key: Option<Text>,
}

/// What a rule comes to on a message, in Kleene's three-valued logic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The message is as the rule demands.
    Holds,
    /// The message breaks the rule.
    Violated,
    /// What the rule asks for is not in the message.
    CannotTell,
}

use Outcome::{CannotTell, Holds, Violated};

impl From<bool> for Outcome {
    #[inline]
    fn from(value: bool) -> Self {
        if value { Holds } else { Violated }
    }
}

impl BitAnd for Outcome {
    type Output = Self;

    #[inline]
    fn bitand(self, other: Self) -> Self {
        match (self, other) {
            (Violated, _) | (_, Violated) => Violated,
            (Holds, Holds) => Holds,
            _ => CannotTell,
        }
    }
}

impl BitOr for Outcome {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        match (self, other) {
            (Holds, _) | (_, Holds) => Holds,
            (Violated, Violated) => Violated,
            _ => CannotTell,
        }
    }
}

impl Not for Outcome {
    type Output = Self;

    #[inline]
    fn not(self) -> Self {
        match self {
            Holds => Violated,
            Violated => Holds,
            CannotTell => CannotTell,
        }
    }
}

impl Outcome {
    /// What `if self { then } else { otherwise }` comes to. When the condition cannot be told, the demands that
    /// hold in both cases still hold.
    #[inline]
    #[must_use]
    pub fn branch(self, then: Outcome, otherwise: Outcome) -> Outcome {
        (!self | then) & (self | otherwise)
    }

    /// The same, for demands that are looked at only when they matter.
    #[inline]
    #[must_use]
    pub fn branch_with(
        self,
        then: impl FnOnce() -> Outcome,
        otherwise: impl FnOnce() -> Outcome,
    ) -> Outcome {
        match self {
            Holds => then(),
            Violated => otherwise(),
            CannotTell => self.branch(then(), otherwise()),
        }
    }
}

/// Whether a value is there.
#[inline]
#[must_use]
pub fn present(datum: Option<Datum<'_>>) -> Outcome {
    datum.is_some().into()
}

/// Whether a value is this one; an absent value cannot be told.
#[inline]
#[must_use]
pub fn equals(datum: Option<Datum<'_>>, value: Datum<'_>) -> Outcome {
    datum.map_or(CannotTell, |datum| datum.same(value).into())
}

/// Whether two values are the same; an absent value cannot be told.
#[inline]
#[must_use]
pub fn same(left: Option<Datum<'_>>, right: Option<Datum<'_>>) -> Outcome {
    match (left, right) {
        (Some(left), Some(right)) => left.same(right).into(),
        _ => CannotTell,
    }
}

/// What a member of a union holds; nothing when the union holds another.
#[inline]
#[must_use]
pub fn member<'a>(datum: Option<Datum<'a>>, name: &str) -> Option<Datum<'a>> {
    match datum {
        Some(Datum::Union(held, value)) if held == name => Some(value.into()),
        _ => None,
    }
}

/// The value of a key of a list. A value that is not a list has no keys.
#[inline]
#[must_use]
pub fn key<'a>(datum: Option<Datum<'a>>, key: &str) -> Option<Datum<'a>> {
    match datum {
        Some(Datum::List(pairs)) => pairs.get(key),
        _ => None,
    }
}

/// Whether a list follows a key set; an absent list cannot be told.
#[must_use]
pub fn follows(datum: Option<Datum<'_>>, keys: &KeySet) -> Outcome {
    let Some(datum) = datum else {
        return CannotTell;
    };
    let Datum::List(pairs) = datum else {
        return Violated;
    };
    let beginnings = keys.beginnings();
    let follows = |(node, inside): (&Node, _)| match pairs.first_of_key(node) {
        Some(first) if !beginnings.may_have(first) => true,
        _ => fits(&pairs, node, inside, keys),
    };
    pairs.nodes().all(follows).into()
}

/// The pairs of a list that keep it from following a key set, with what the set says of their keys.
pub(crate) fn strays<'a>(
    pairs: Pairs<'a>,
    keys: &'a KeySet,
) -> impl Iterator<Item = (&'a str, Datum<'a>, &'a Key)> {
    pairs
        .nodes()
        .filter_map(move |(node, inside)| stray(pairs, node, inside, keys))
}

/// The pair of a node, when it keeps its list from following a key set.
fn stray<'a>(
    pairs: Pairs<'a>,
    node: &Node,
    inside: &'a [Node],
    keys: &'a KeySet,
) -> Option<(&'a str, Datum<'a>, &'a Key)> {
    let name = pairs.key(node);
    let (key, value) = (keys.find(name)?, pairs.datum(node, inside));
    (!key.admits(value)).then_some((name, value, key))
}

/// Whether the pair of a node does not keep its list from following a key set.
#[inline(never)]
fn fits<'a>(pairs: &Pairs<'a>, node: &Node, inside: &'a [Node], keys: &KeySet) -> bool {
    let key = keys.find(pairs.key(node));
    key.is_none_or(|key| key.admits(pairs.datum(node, inside)))
}

impl Key {
    /// Whether a value is of one of the key's kinds.
    #[inline]
    fn admits(&self, value: Datum<'_>) -> bool {
        self.kinds.iter().any(|kind| kind.admits(value))
    }
}

impl Kind {
    /// Whether a value of a list is of this kind.
    #[must_use]
    pub fn admits(&self, datum: Datum<'_>) -> bool {
        match (self, datum) {
            (Kind::Text | Kind::Event, Datum::Text(_))
            | (Kind::Boolean, Datum::Boolean(_))
            | (Kind::Real, Datum::Real(_) | Datum::Integer(_))
            | (Kind::Time, Datum::Time(_))
            | (Kind::List, Datum::List(_)) => true,
            (Kind::Integer { min, max, .. }, Datum::Integer(value)) => {
                (min..=max).contains(&&value)
            }
            (Kind::Hex { digits }, Datum::Text(text)) => {
                !text.is_empty()
                    && text.len() <= usize::from(*digits)
                    && text.bytes().all(|byte| byte.is_ascii_hexdigit())
            }
            (Kind::Hex { digits }, Datum::Integer(value)) => {
                value >= 0
                    && value
                        .checked_shr(4 * u32::from(*digits))
                        .is_none_or(|rest| rest == 0)
            }
            (Kind::Enumeration(vocabulary), Datum::Text(text)) => {
                vocabulary.number_of(text).is_some()
            }
            (Kind::Enumeration(vocabulary), Datum::Integer(_)) => vocabulary.numbered,
            _ => false,
        }
    }
}

impl Literal {
    /// The literal as a message would say it.
    #[must_use]
    pub fn datum(&self) -> Datum<'_> {
        match self {
            Literal::Text(text) => Datum::Text(text),
            Literal::Integer(value) => Datum::Integer(*value),
            Literal::Real(value) => Datum::Real(*value),
            Literal::Boolean(value) => Datum::Boolean(*value),
            Literal::Member { number, .. } => Datum::Integer((*number).into()),
        }
    }
}

impl Term {
    /// What a message says about the term; nothing when the event's table lacks the attribute.
    #[must_use]
    pub fn fact<'a>(&self, event: &Event, facts: &'a dyn Facts) -> Option<Datum<'a>> {
        let datum = if let Some(row) = event.position(&self.attribute) {
            facts.fact(row)
        } else {
            let (row, name) = event.member(&self.attribute)?;
            member(facts.fact(row), name)
        };
        match &self.key {
            None => datum,
            Some(name) => key(datum, name),
        }
    }

    /// Whether the term is there. What cannot be read is, and what it may hold cannot be told.
    fn presence(&self, event: &Event, facts: &dyn Facts) -> Outcome {
        match present(self.fact(event, facts)) {
            Violated if self.is_refused(event, facts) => {
                let whole = self.key.is_none() && event.position(&self.attribute).is_some();
                if whole { Holds } else { CannotTell }
            }
            outcome => outcome,
        }
    }

    /// Whether the message has something there that cannot be read as a value.
    pub(crate) fn is_refused(&self, event: &Event, facts: &dyn Facts) -> bool {
        let of_union = || event.member(&self.attribute).map(|(row, _)| row);
        let row = event.position(&self.attribute).or_else(of_union);
        row.is_some_and(|row| facts.refused(row))
    }
}

impl Rule {
    /// What the rule comes to on a message of the event.
    ///
    /// An attribute whose value is [refused](Facts::refused) is there, and what asks for its value cannot be told.
    #[must_use]
    pub fn outcome(&self, event: &Event, facts: &dyn Facts) -> Outcome {
        self.clause.outcome(event, facts)
    }

    /// The key sets that the rule holds lists against, with those lists.
    #[must_use]
    pub fn key_sets(&self) -> Vec<(&Term, &KeySet)> {
        let mut found = Vec::new();
        self.clause.collect_key_sets(&mut found);
        found
    }
}

impl Clause {
    fn collect_key_sets<'a>(&'a self, found: &mut Vec<(&'a Term, &'a KeySet)>) {
        match self {
            Clause::Assert(condition) => condition.collect_key_sets(found),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                condition.collect_key_sets(found);
                for clause in then.iter().chain(otherwise.iter()) {
                    clause.collect_key_sets(found);
                }
            }
        }
    }

    /// What the clause comes to on a message of the event.
    #[must_use]
    pub fn outcome(&self, event: &Event, facts: &dyn Facts) -> Outcome {
        let all = |clauses: &[Clause]| {
            clauses.iter().fold(Holds, |outcome, clause| {
                outcome & clause.outcome(event, facts)
            })
        };
        match self {
            Clause::Assert(condition) => condition.outcome(event, facts),
            Clause::If {
                condition,
                then,
                otherwise,
            } => condition
                .outcome(event, facts)
                .branch_with(|| all(then), || all(otherwise)),
        }
    }
}

impl Condition {
    fn collect_key_sets<'a>(&'a self, found: &mut Vec<(&'a Term, &'a KeySet)>) {
        match self {
            Condition::Follows(term, keys) => found.push((term, keys)),
            Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
                for part in parts.iter() {
                    part.collect_key_sets(found);
                }
            }
            Condition::Present(_)
            | Condition::Equals(..)
            | Condition::In(..)
            | Condition::Same(..) => {}
        }
    }

    /// What the condition comes to on a message of the event.
    #[must_use]
    pub fn outcome(&self, event: &Event, facts: &dyn Facts) -> Outcome {
        let any = |conditions: &[Condition]| {
            conditions.iter().fold(Violated, |outcome, condition| {
                outcome | condition.outcome(event, facts)
            })
        };
        match self {
            Condition::Present(term) => term.presence(event, facts),
            Condition::Equals(term, value) => equals(term.fact(event, facts), value.datum()),
            Condition::In(term, values) => {
                let datum = term.fact(event, facts);
                values
                    .iter()
                    .map(|value| equals(datum, value.datum()))
                    .fold(datum.map_or(CannotTell, |_| Violated), BitOr::bitor)
            }
            Condition::Same(left, right) => same(left.fact(event, facts), right.fact(event, facts)),
            Condition::Follows(term, keys) => follows(term.fact(event, facts), keys),
            Condition::All(conditions) => conditions.iter().fold(Holds, |outcome, condition| {
                outcome & condition.outcome(event, facts)
            }),
            Condition::Any(conditions) => any(conditions),
            Condition::None(conditions) => !any(conditions),
        }
    }
}

#[cfg(feature = "diff")]
mod mapped;
mod terms;
#[cfg(test)]
mod tests;
