//! What a declaration demands of the types of attributes: in the code of the macros, as constants that do not compile when
//! it is not met.

use std::borrow::Cow;

use crate::{Kind, Text, Union, UnionMember, Vocabulary};

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
    let Kind::Union(union) = kind else {
        return false;
    };
    let union: &Union = match union {
        Cow::Borrowed(union) => union,
        Cow::Owned(union) => union,
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
