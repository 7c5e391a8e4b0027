//! What the macro demands of the types of attributes, for constants that do not compile when it is not met.

use std::borrow::Cow;

use events_schema::Kind;

use super::member;

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
    let Kind::Union(Cow::Borrowed(union)) = kind else {
        return false;
    };
    let Cow::Borrowed(members) = union.members else {
        return false;
    };
    // A constant function has no iterators.
    let mut at = 0;
    while at < members.len() {
        if let Cow::Borrowed(known) = members[at].name
            && member::equal(known, name)
        {
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
        (Kind::Enumeration(Cow::Borrowed(left)), Kind::Enumeration(Cow::Borrowed(right))) => {
            match (&left.name, &right.name) {
                (Cow::Borrowed(left), Cow::Borrowed(right)) => member::equal(left, right),
                _ => false,
            }
        }
        _ => false,
    }
}
