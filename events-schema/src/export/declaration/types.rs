//! Kinds as types of Rust.

use super::names::{ident, is_word};
use crate::{Attribute, Dictionary, Kind};

/// A type whose values are those of a kind, and what is not quite so.
pub(super) struct Type {
    pub(super) name: String,
    /// What the type does not say of the kind.
    pub(super) remark: Option<String>,
}

const UNSIGNED: [(&str, i128, i128); 4] = [
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
];

const SIGNED: [(&str, i128, i128); 4] = [
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
];

impl Type {
    pub(super) fn of(kind: &Kind) -> Self {
        let exactly = |name: &str| Self {
            name: name.to_owned(),
            remark: None,
        };
        match kind {
            // The tag has no type, and nothing else is of this kind.
            Kind::Event | Kind::Text => exactly("Text"),
            Kind::Boolean => exactly("bool"),
            Kind::Integer { min, max, none } => integer(*min, *max, *none),
            Kind::Hex { .. } => Self {
                name: "u64".to_owned(),
                remark: Some(kind.name()),
            },
            Kind::Real => exactly("f64"),
            Kind::Enumeration(vocabulary) => exactly(&ident(&vocabulary.name)),
            Kind::Union(union) => exactly(&ident(&union.name)),
            Kind::Time => exactly("Timestamp"),
            Kind::List => exactly("KeyValueList"),
        }
    }
}

/// The integer of Rust with these bounds, or the smallest one that has room for them.
fn integer(min: i128, max: i128, none: Option<i128>) -> Type {
    let all = || UNSIGNED.iter().chain(&SIGNED);
    let exact = all().find(|(_, least, most)| (*least, *most) == (min, max));
    let wide = || all().find(|(_, least, most)| *least <= min && max <= *most);
    let name = exact.or_else(wide).map_or("i64", |(name, ..)| name);
    let mut remarks = Vec::new();
    if exact.is_none() {
        remarks.push(format!("{min} to {max}"));
    }
    if let Some(none) = none {
        remarks.push(format!("{none} stands for absence"));
    }
    Type {
        name: name.to_owned(),
        remark: (!remarks.is_empty()).then(|| remarks.join("; ")),
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
    (!is_defined(row, dictionary)).then(|| Type::of(&row.kind).name)
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
        Type::of(&row.kind).name
    }
}
