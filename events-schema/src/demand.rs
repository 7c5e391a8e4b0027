//! What a declaration demands of the types of attributes: in the code of the macros, as constants that do not compile when
//! it is not met.

mod clash;
mod complaint;

use std::borrow::Cow;

use crate::closest::nearness;
use crate::{
    Attribute, Definition, Dictionary, Key, KeySet, Kind, Text, Union, UnionMember, Vocabulary,
};

pub use clash::clash;
pub use complaint::Complaint;

/// Whether an attribute of this kind can be compared with a text.
#[must_use]
pub const fn takes_text(kind: &Kind) -> bool {
    matches!(kind, Kind::Text)
}

/// Whether an attribute of this kind can be compared with this whole number.
#[must_use]
pub const fn takes_integer(kind: &Kind, value: i128) -> bool {
    match kind {
        Kind::Integer { min, max, .. } => *min <= value && value <= *max,
        Kind::Real => true,
        Kind::Hex { digits } => value >= 0 && (*digits >= 16 || value < 1 << (4 * *digits)),
        _ => false,
    }
}

/// Whether an attribute of this kind can be compared with a number with a fraction.
#[must_use]
pub const fn takes_real(kind: &Kind) -> bool {
    matches!(kind, Kind::Real)
}

/// Whether an attribute of this kind can be compared with `true` or `false`.
#[must_use]
pub const fn takes_boolean(kind: &Kind) -> bool {
    matches!(kind, Kind::Boolean)
}

/// Whether an attribute of this kind has keys.
#[must_use]
pub const fn takes_key(kind: &Kind) -> bool {
    matches!(kind, Kind::List)
}

/// Whether an attribute of this kind is a union that has a member of a name and a kind.
#[must_use]
pub const fn has_member(kind: &Kind, name: &str, held: &Kind) -> bool {
    let Some(union) = union_of(kind) else {
        return false;
    };
    let members: &[UnionMember] = match &union.members {
        Cow::Borrowed(members) => members,
        Cow::Owned(members) => members.as_slice(),
    };
    // A constant function has no iterators.
    let mut at = 0;
    while at < members.len() {
        if equal(text(&members[at].name), name) {
            return alike(&members[at].kind, held);
        }
        at += 1;
    }
    false
}

/// Whether a member of a union can hold values of this kind.
#[must_use]
pub const fn can_be_held(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Text
            | Kind::Boolean
            | Kind::Integer { .. }
            | Kind::Hex { .. }
            | Kind::Real
            | Kind::Enumeration(_)
    )
}

/// Whether two of the members of an enumeration have the same number. The members are a list for each enumeration.
#[must_use]
pub const fn coincide(enumerations: &[&[i64]]) -> bool {
    // A constant function has no iterators.
    let mut at = 0;
    while at < enumerations.len() {
        let members = enumerations[at];
        let mut one = 0;
        while one < members.len() {
            let mut other = 0;
            while other < one {
                if members[one] == members[other] {
                    return true;
                }
                other += 1;
            }
            one += 1;
        }
        at += 1;
    }
    false
}

/// Whether attributes of these kinds can be compared with each other.
#[must_use]
pub const fn alike(left: &Kind, right: &Kind) -> bool {
    match (left, right) {
        (Kind::Text, Kind::Text)
        | (Kind::Integer { .. } | Kind::Real, Kind::Integer { .. } | Kind::Real)
        | (Kind::Hex { .. }, Kind::Hex { .. })
        | (Kind::Boolean, Kind::Boolean)
        | (Kind::Time, Kind::Time) => true,
        (Kind::Enumeration(left), Kind::Enumeration(right)) => {
            let left: &Vocabulary = match left {
                Cow::Borrowed(left) => left,
                Cow::Owned(left) => left,
            };
            let right: &Vocabulary = match right {
                Cow::Borrowed(right) => right,
                Cow::Owned(right) => right,
            };
            equal(text(&left.name), text(&right.name))
        }
        _ => false,
    }
}

/// What is wrong with a table of a union that is chosen by an attribute which the table lacks, where it has one of a
/// similar name: unless that was meant, nobody would look at which member the union holds. Without such a name, what
/// chooses the member may stand in another message.
#[must_use]
pub const fn mischosen(event: &str, rows: &[Attribute]) -> Option<Complaint> {
    let mut at = 0;
    while at < rows.len() {
        if let Some(union) = union_of(&rows[at].kind)
            && let Some(meant) = misspelt(text(&union.selector), rows, at)
        {
            return Some(Complaint::new(&[
                "`",
                text(&union.name),
                "` is chosen by `",
                text(&union.selector),
                "`, which `",
                event,
                "` lacks, did you mean `",
                text(&rows[meant].name),
                "`?",
            ]));
        }
        at += 1;
    }
    None
}

/// Whether a text can be an example of values of this kind: of a whole number, one between its bounds.
#[must_use]
pub const fn takes_example(kind: &Kind, example: &str) -> bool {
    match (kind, whole(example)) {
        (Kind::Integer { min, max, .. }, Some(value)) => *min <= value && value <= *max,
        (Kind::Integer { .. }, None) => false,
        _ => true,
    }
}

/// The whole number that a text is.
const fn whole(text: &str) -> Option<i128> {
    let bytes = text.as_bytes();
    let negative = !bytes.is_empty() && bytes[0] == b'-';
    let mut at = negative as usize;
    if at == bytes.len() {
        return None;
    }
    let mut value: i128 = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            return None;
        }
        let digit = (bytes[at] - b'0') as i128;
        let Some(next) = value.checked_mul(10) else {
            return None;
        };
        let Some(next) = next.checked_add(digit) else {
            return None;
        };
        value = next;
        at += 1;
    }
    Some(if negative { -value } else { value })
}

/// What is wrong with a dictionary that has an example of what its attribute never is.
#[must_use]
pub const fn mistaken_example(dictionary: &Dictionary) -> Option<Complaint> {
    let definitions: &[Definition] = match &dictionary.definitions {
        Cow::Borrowed(definitions) => definitions,
        Cow::Owned(definitions) => definitions.as_slice(),
    };
    let mut at = 0;
    while at < definitions.len() {
        let definition = &definitions[at];
        let examples: &[Text] = match &definition.examples {
            Cow::Borrowed(examples) => examples,
            Cow::Owned(examples) => examples.as_slice(),
        };
        let mut next = 0;
        while next < examples.len() {
            let example = text(&examples[next]);
            if !takes_example(&definition.kind, example) {
                return Some(Complaint::new(&[
                    "`",
                    text(&definition.name),
                    "` is never `",
                    example,
                    "`, which is given as an example: write one of its type",
                ]));
            }
            next += 1;
        }
        at += 1;
    }
    None
}

/// What is wrong with a rule that asks for a key which none of the key sets of its attribute has, where one of them has a
/// key of a similar name. Lists are open: a key that is like none is nobody's mistake.
#[must_use]
pub const fn misspelt_key(sets: &[&KeySet], attribute: &str, key: &str) -> Option<Complaint> {
    let mut best: Option<(&str, usize)> = None;
    let mut set = 0;
    while set < sets.len() {
        let keys: &[Key] = match &sets[set].keys {
            Cow::Borrowed(keys) => keys,
            Cow::Owned(keys) => keys.as_slice(),
        };
        let mut at = 0;
        while at < keys.len() {
            let known = text(&keys[at].name);
            if equal(known, key) || is_pattern_of(known, key) {
                return None;
            }
            if let Some(distance) = nearness(key, known)
                && match best {
                    Some((_, least)) => distance < least,
                    None => true,
                }
            {
                best = Some((known, distance));
            }
            at += 1;
        }
        set += 1;
    }
    match best {
        Some((meant, _)) => Some(Complaint::new(&[
            "the key sets of `",
            attribute,
            "` have no key `",
            key,
            "`, did you mean `",
            meant,
            "`?",
        ])),
        None => None,
    }
}

/// Whether a key with `%d` in it begins like another one.
const fn is_pattern_of(pattern: &str, key: &str) -> bool {
    let (pattern, key) = (pattern.as_bytes(), key.as_bytes());
    let mut at = 0;
    while at < pattern.len() {
        if pattern[at] == b'%' {
            return true;
        }
        if at == key.len() || pattern[at] != key[at] {
            return false;
        }
        at += 1;
    }
    false
}

/// The row that a name was probably meant to be which no row has; none when it is no closer than another.
const fn misspelt(name: &str, rows: &[Attribute], but: usize) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    let mut tied = false;
    let mut at = 0;
    while at < rows.len() {
        let row = text(&rows[at].name);
        if equal(row, name) {
            return None;
        }
        if at != but
            && let Some(distance) = nearness(name, row)
        {
            match best {
                Some((_, least)) if distance > least => {}
                Some((_, least)) if distance == least => tied = true,
                _ => {
                    best = Some((at, distance));
                    tied = false;
                }
            }
        }
        at += 1;
    }
    match best {
        Some((row, _)) if !tied => Some(row),
        _ => None,
    }
}

const fn union_of(kind: &Kind) -> Option<&Union> {
    match kind {
        Kind::Union(Cow::Borrowed(union)) => Some(union),
        Kind::Union(Cow::Owned(union)) => Some(union),
        _ => None,
    }
}

const fn text(text: &Text) -> &str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.as_str(),
    }
}

/// Whether two texts are the same.
#[must_use]
pub const fn equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_whole_numbers_are_between_the_bounds() {
        let kind = Kind::integer(-5, 9999);
        for (example, taken) in [
            ("9999", true),
            ("-5", true),
            ("10000", false),
            ("-6", false),
            ("", false),
            ("-", false),
            ("12a", false),
            ("9999999999999999999999999999999999999999999", false),
        ] {
            assert_eq!(takes_example(&kind, example), taken, "{example}");
            assert!(takes_example(&Kind::Text, example));
        }
    }

    #[test]
    fn a_key_is_misspelt_only_if_it_is_like_another() {
        let set = |names: &[&'static str]| KeySet {
            name: "Keys".into(),
            description: "".into(),
            keys: names
                .iter()
                .map(|name| Key {
                    name: (*name).into(),
                    kinds: Vec::new().into(),
                    description: "".into(),
                })
                .collect(),
        };
        let (one, other) = (set(&["weather", "door-%d"]), set(&["temperature"]));
        let said = |key: &str| {
            let complaint = misspelt_key(&[&one, &other], "more", key);
            complaint.map(|complaint| complaint.text().to_owned())
        };
        for known in ["weather", "door-1", "door-x", "temperature", "colour"] {
            assert_eq!(said(known), None, "{known}");
        }
        assert_eq!(
            said("wether").as_deref(),
            Some("the key sets of `more` have no key `wether`, did you mean `weather`?")
        );
    }
}
