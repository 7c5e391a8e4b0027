//! What a declaration demands of the types of attributes: in the code of the macros, as constants that do not compile when
//! it is not met.

mod clash;
mod complaint;

use std::borrow::Cow;

use crate::closest::nearness;
use crate::{Attribute, Kind, Text, Union, UnionMember, Vocabulary};

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
