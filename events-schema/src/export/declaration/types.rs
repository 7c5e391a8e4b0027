//! Kinds as types of Rust.

use super::names::{ident, is_word};
use crate::{Attribute, Dictionary, Kind};

const INTEGERS: [(&str, i128, i128); 8] = [
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
];

/// The type whose values are those of a kind.
pub(super) fn type_of(kind: &Kind) -> String {
    match kind {
        // The tag has no type, and nothing else is of this kind.
        Kind::Event | Kind::Text => "Text".to_owned(),
        Kind::Boolean => "bool".to_owned(),
        Kind::Integer { min, max, none } => integer(*min, *max, *none),
        Kind::Hex { digits } => format!("Hex<{digits}>"),
        Kind::Real => "f64".to_owned(),
        Kind::Enumeration(vocabulary) => ident(&vocabulary.name),
        Kind::Union(union) => ident(&union.name),
        Kind::Time => "Timestamp".to_owned(),
        Kind::List => "KeyValueList".to_owned(),
    }
}

/// The integer of Rust with these bounds, or a number that keeps them.
fn integer(min: i128, max: i128, none: Option<i128>) -> String {
    let mut all = INTEGERS.iter();
    let exact = all.find(|(_, least, most)| (*least, *most) == (min, max));
    match (exact, none) {
        (Some((name, ..)), None) => (*name).to_owned(),
        (None, None) => format!("Whole<{min}, {max}>"),
        (_, Some(none)) => format!("WholeOrNone<{min}, {max}, {none}>"),
    }
}

/// What has to be imported from events-core for the type of a kind.
#[cfg(feature = "import")]
pub(crate) fn import_of(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Event | Kind::Text => Some("Text"),
        Kind::Hex { .. } => Some("Hex"),
        Kind::Time => Some("Timestamp"),
        Kind::List => Some("KeyValueList"),
        Kind::Integer { none: Some(_), .. } => Some("WholeOrNone"),
        Kind::Integer { .. } if type_of(kind).starts_with("Whole") => Some("Whole"),
        Kind::Integer { .. }
        | Kind::Boolean
        | Kind::Real
        | Kind::Enumeration(_)
        | Kind::Union(_) => None,
    }
}

/// Whether a dictionary in scope gives a row its type.
pub(super) fn is_defined(row: &Attribute, dictionary: &Dictionary) -> bool {
    let last = last(&row.name);
    let plain = super::names::row(&row.name, row.union.as_deref()) == row.name;
    // Of two names that would make the same type, the first does.
    let mut definitions = dictionary.definitions.iter();
    let defined = definitions.find(|definition| self::last(&definition.name) == last);
    plain
        && is_word(last)
        && defined.is_some_and(|known| known.name == row.name && known.kind == row.kind)
}

/// The type of a row for which the dictionary has none.
#[cfg(feature = "import")]
pub(crate) fn rust_type(row: &Attribute, dictionary: &Dictionary) -> Option<String> {
    (!is_defined(row, dictionary)).then(|| type_of(&row.kind))
}

/// The last part of a name: of a member of a union, the member.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The type of a row by its name.
pub(super) fn type_name(row: &Attribute, dictionary: &Dictionary) -> String {
    if is_defined(row, dictionary) {
        ident(last(&row.name))
    } else {
        type_of(&row.kind)
    }
}
