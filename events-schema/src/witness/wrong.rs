//! Values that are wrong in one way.

use super::Breach;
use crate::{Datum, Kind, Scalar, Vocabulary};

/// A value that breaks a row of this kind so; none when no value does.
pub(super) fn value(kind: &Kind, breach: Breach) -> Option<Datum<'static>> {
    match breach {
        Breach::WrongType(_) => Some(other_type(kind)),
        Breach::OutOfRange(_) => beyond(kind),
        Breach::UnknownMember(_) => match kind {
            Kind::Union(union) => {
                let name = NO_MEMBERS
                    .into_iter()
                    .find(|name| union.member(name).is_none());
                name.map(|name| Datum::Union(name, Scalar::Integer(0)))
            }
            Kind::Enumeration(vocabulary) => no_member(vocabulary).map(Datum::Text),
            _ => None,
        },
        _ => None,
    }
}

fn other_type(kind: &Kind) -> Datum<'static> {
    match kind {
        Kind::Event | Kind::Text | Kind::Enumeration(_) => Datum::Boolean(true),
        Kind::Boolean => Datum::Text("perhaps"),
        Kind::Integer { .. } | Kind::Real => Datum::Text("no number"),
        Kind::Hex { .. } => Datum::Text("no digits"),
        Kind::Time => Datum::Text("no time"),
        Kind::List => Datum::Text("no list"),
        Kind::Union(_) => Datum::Text("no member"),
    }
}

/// A whole number past the last or before the first one.
fn beyond(kind: &Kind) -> Option<Datum<'static>> {
    /// What messages can write.
    const WHOLE: std::ops::RangeInclusive<i128> = i64::MIN as i128..=u64::MAX as i128;
    /// The first second of the year 10000.
    const YEAR_10000: i128 = 253_402_300_800;
    let numbers = match kind {
        Kind::Integer { min, max, none } => {
            let above = (1..=2).map(|step| max.saturating_add(step));
            let below = (1..=2).map(|step| min.saturating_sub(step));
            let outside = |number: &i128| number < min || number > max;
            let mut numbers = above.chain(below).filter(outside);
            return numbers
                .find(|number| WHOLE.contains(number) && *none != Some(*number))
                .map(Datum::Integer);
        }
        Kind::Hex { digits: 16.. } => -1,
        Kind::Hex { digits } => 1 << (4 * u32::from(*digits)),
        Kind::Enumeration(vocabulary) if vocabulary.numbered => *WHOLE.end(),
        Kind::Union(_) => *WHOLE.end(),
        Kind::Time => YEAR_10000,
        _ => return None,
    };
    Some(Datum::Integer(numbers))
}

/// Names that hardly any enumeration has, and none both.
const NO_MEMBERS: [&str; 2] = ["NoSuchMember", "NeitherThisMember"];

/// A name that an enumeration lacks.
fn no_member(vocabulary: &Vocabulary) -> Option<&'static str> {
    NO_MEMBERS
        .into_iter()
        .find(|name| vocabulary.number_of(name).is_none())
}
