//! Attributes, values and conditions in prose.

use super::sentence::Sentence;
use super::word::{Word, eat, eat_any, skip};
use crate::import::name;
use crate::{Condition, Kind, Literal, Term};

/// Words before the values of a kind of object, as in `objects of AddressTypeDN`.
const OBJECTS: [&str; 12] = [
    "an object of type",
    "objects of type",
    "an object of",
    "objects of",
    "object of",
    "calls of type",
    "calls of",
    "a call of type",
    "addresses of type",
    "addresses of",
    "types",
    "type",
];

const IS: [&str; 12] = [
    "is set to",
    "are set to",
    "is equal to",
    "has the value",
    "have the value",
    "is one of",
    "are one of",
    "equals",
    "takes the value",
    "is",
    "are",
    "=",
];

/// What documents call an attribute.
const NOUNS: [&str; 6] = [
    "attributes",
    "attribute",
    "fields",
    "field",
    "parameters",
    "parameter",
];

/// Several things with `and`, `or` or nothing between the last two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    One,
    And,
    Or,
}

impl Sentence<'_> {
    /// The row that some words begin with.
    pub(super) fn row<'w>(&self, words: &'w [Word]) -> Option<(usize, &'w [Word])> {
        (1..=3.min(words.len())).rev().find_map(|length| {
            let texts: Vec<_> = words[..length].iter().map(|word| &*word.text).collect();
            let at = self.event.position(&texts.join(" "))?;
            Some((at, &words[length..]))
        })
    }

    /// The attributes that some words begin with.
    pub(super) fn rows<'w>(&self, words: &'w [Word]) -> Option<(Vec<usize>, Joint, &'w [Word])> {
        let words = skip(words, &["both", "either", "each of"]);
        let words = skip(
            words,
            &["the values of", "the value of", "values of", "the"],
        );
        let words = skip(words, &NOUNS);
        let (first, mut rest) = self.row(words)?;
        let mut rows = vec![first];
        let mut joint = Joint::One;
        loop {
            let mut next = skip(rest, &["attributes", "attribute", "fields", "field"]);
            let comma = eat(next, ",");
            next = comma.unwrap_or(next);
            let word = eat_any(next, &["and", "or", "nor"]);
            let ended = word.is_some();
            let or = ended && next[0].lower != "and";
            next = word.unwrap_or(next);
            next = skip(next, &["the"]);
            match self.row(next) {
                Some((row, behind)) if comma.is_some() || ended => {
                    rows.push(row);
                    rest = behind;
                    if ended {
                        joint = if or { Joint::Or } else { Joint::And };
                    }
                }
                _ => break,
            }
        }
        rest = skip(rest, &NOUNS);
        if rows.len() > 1 && joint == Joint::One {
            return None;
        }
        Some((rows, joint, rest))
    }

    pub(super) fn term(&self, row: usize) -> Term {
        Term {
            attribute: self.event.attributes[row].name.clone(),
            key: None,
        }
    }

    pub(super) fn present(&self, row: usize) -> Condition {
        Condition::Present(self.term(row))
    }

    /// A condition that all of some words are.
    pub(super) fn condition(&self, words: &[Word]) -> Option<Condition> {
        let words = skip(words, &["if", "when"]);
        if let Some(whole) = self.test(words) {
            return Some(whole);
        }
        // The last `or` holds parts together less than an `and`.
        for (sign, join) in [
            ("or", Condition::Any as fn(_) -> Condition),
            ("and", Condition::All as fn(_) -> Condition),
        ] {
            for at in (1..words.len()).filter(|at| words[*at].lower == sign) {
                let left = words[..at]
                    .strip_suffix(std::slice::from_ref(&comma()))
                    .unwrap_or(&words[..at]);
                if let (Some(left), Some(right)) =
                    (self.test(left), self.condition(&words[at + 1..]))
                {
                    let mut parts = vec![left];
                    match (sign, right) {
                        ("or", Condition::Any(more)) | ("and", Condition::All(more)) => {
                            parts.extend(more.into_owned());
                        }
                        (_, right) => parts.push(right),
                    }
                    return Some(join(parts.into()));
                }
            }
        }
        None
    }

    /// A condition without an `and` or `or` between conditions.
    fn test(&self, words: &[Word]) -> Option<Condition> {
        if let Some((rows, joint, rest)) = self.rows(words) {
            if let Some(holds) = presence(rest) {
                let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
                return Some(group(present, joint, holds));
            }
            if let ([row], Some(rest)) = (&*rows, eat_any(rest, &IS)) {
                let (rest, holds) = match eat(rest, "not") {
                    Some(rest) => (rest, false),
                    None => (skip(rest, &["either"]), true),
                };
                let values = self.values_of(*row, rest)?;
                return Some(among(self.term(*row), values, holds));
            }
            // `for inspection C`.
            return match (&*rows, rest) {
                ([row], [_, ..]) => Some(among(self.term(*row), self.values_of(*row, rest)?, true)),
                _ => None,
            };
        }
        // `if present`, `if it is absent`.
        if let (Some((_, Joint::One, rest)), [row]) = (self.subject(words), self.marked)
            && let Some(holds) = presence(rest).or_else(|| is_there(rest))
        {
            return Some(group(vec![self.present(*row)], Joint::One, holds));
        }
        let values = skip(words, &["the"]);
        let values = skip(values, &OBJECTS);
        let values = skip(values, &["the"]);
        let names = listed(values)?;
        // The one attribute that can have all of these values.
        let mut able = (0..self.event.attributes.len()).filter_map(|row| {
            let attribute = &self.event.attributes[row];
            let enumerated =
                matches!(attribute.kind, Kind::Enumeration(_)) && attribute.fixed.is_none();
            let values: Option<Vec<_>> = names
                .iter()
                .map(|name| name::value(&attribute.kind, &name.text))
                .collect();
            Some((row, values.filter(|_| enumerated)?))
        });
        let (row, values) = able.next()?;
        able.next()
            .is_none()
            .then(|| among(self.term(row), values, true))
    }

    /// The values of a row that all of some words are.
    pub(super) fn values_of(&self, row: usize, words: &[Word]) -> Option<Vec<Literal>> {
        let words = skip(words, &["of type", "type", "of"]);
        let kind = &self.event.attributes[row].kind;
        let names = listed(words)?;
        // A text may be any words, so that only one in quotes or with a capital is sure to be a value.
        if matches!(kind, Kind::Text)
            && names
                .iter()
                .any(|name| !name.quoted && name.text.chars().all(char::is_lowercase))
        {
            return None;
        }
        names
            .iter()
            .map(|name| name::value(kind, &name.text))
            .collect()
    }
}

pub(super) fn comma() -> Word {
    Word {
        quoted: false,
        text: ",".to_owned(),
        lower: ",".to_owned(),
    }
}

/// Whether words say that something is present, or absent.
pub(super) fn presence(words: &[Word]) -> Option<bool> {
    let verbs = ["is", "are", "was", "were"];
    is_there(eat_any(words, &verbs)?)
}

/// Whether words behind such a verb say that something is present, or absent.
fn is_there(words: &[Word]) -> Option<bool> {
    let whole = |phrases: &[&str]| eat_any(words, phrases).is_some_and(<[Word]>::is_empty);
    if whole(&[
        "present",
        "there",
        "given",
        "provided",
        "known to be present",
    ]) {
        Some(true)
    } else if whole(&[
        "absent",
        "not present",
        "missing",
        "omitted",
        "not given",
        "not provided",
        "not there",
    ]) {
        Some(false)
    } else {
        None
    }
}

/// Conditions of the same kind for several attributes.
pub(super) fn group(mut conditions: Vec<Condition>, joint: Joint, holds: bool) -> Condition {
    let none = |conditions: Vec<Condition>| Condition::None(conditions.into());
    match (joint, holds) {
        (Joint::Or, true) => Condition::Any(conditions.into()),
        // Neither of these is there, or both are not.
        (_, false) => none(conditions),
        (Joint::One, true) if conditions.len() == 1 => conditions.remove(0),
        (_, true) => Condition::All(conditions.into()),
    }
}

/// The term has one of these values, or none of them.
pub(super) fn among(term: Term, mut values: Vec<Literal>, holds: bool) -> Condition {
    let condition = if values.len() == 1 {
        Condition::Equals(term, values.remove(0))
    } else {
        Condition::In(term, values.into())
    };
    if holds {
        condition
    } else {
        Condition::None(vec![condition].into())
    }
}

/// The names in `A`, `A or B`, `A, B, or C`: nothing else may stand there.
pub(super) fn listed(words: &[Word]) -> Option<Vec<&Word>> {
    let mut names = Vec::new();
    let mut rest = words;
    loop {
        let (first, behind) = rest.split_first()?;
        if !first
            .text
            .starts_with(|letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_')
        {
            return None;
        }
        names.push(first);
        if behind.is_empty() {
            return Some(names);
        }
        let next = skip(behind, &[","]);
        let next = skip(next, &["or", "and"]);
        if next.len() == behind.len() {
            return None;
        }
        rest = skip(next, &["of", "the"]);
    }
}
