//! The types of a document.

use std::borrow::Cow;

use super::definition::Definition;
use super::letters;
use super::source::camel;
use crate::{Kind, Member, Text, Vocabulary};

/// What a document says that an attribute carries.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Carried {
    /// A kind of value, and whether all that the document says is in it.
    Kind(Kind, bool),
    /// One of these values.
    OneOf(Vec<String>),
}

/// Reads the words of a column of types; `None` when they are none that are known.
pub(super) fn read(text: &str) -> Option<Carried> {
    let word = letters::key(text);
    let word = word.trim_end_matches('.');
    if let Some(kind) = kind(word) {
        return Some(Carried::Kind(kind, true));
    }
    if let Some(values) = values(text.trim()) {
        return Some(Carried::OneOf(values));
    }
    // `string(36)`, `decimal (8,2)` and `char[12]`: there is more to say than a kind does.
    let base = word.split(['(', '[']).next().unwrap_or_default().trim();
    let closed = word.ends_with([')', ']']) && base.len() < word.len();
    let kind = kind(base).filter(|_| closed)?;
    Some(Carried::Kind(kind, false))
}

/// An enumeration of values in the order of the document.
pub(super) fn vocabulary(name: String, values: &[String]) -> Vocabulary {
    let members = (0..).zip(values).map(|(number, name)| Member {
        name: name.clone().into(),
        number,
        description: Text::default(),
    });
    Vocabulary {
        name: name.into(),
        description: Text::default(),
        numbered: false,
        members: members.collect(),
    }
}

/// The enumeration that the prose of a document lists.
pub(super) fn defined(defined: &Definition) -> Option<Vocabulary> {
    let members = (0..)
        .zip(defined.values.as_ref()?)
        .map(|(at, value)| Member {
            name: value.name.clone().into(),
            number: value.number.unwrap_or(at),
            description: value.description.clone().into(),
        });
    Some(Vocabulary {
        name: camel(&defined.name).into(),
        description: Text::default(),
        numbered: defined.is_numbered(),
        members: members.collect(),
    })
}

/// The kind of an enumeration.
pub(super) fn enumeration(vocabulary: &Vocabulary) -> Kind {
    Kind::Enumeration(Cow::Owned(vocabulary.clone()))
}

/// The values in `enum (A, B)`, `enum: A, B`, `one of A, B or C` and `A | B`.
fn values(text: &str) -> Option<Vec<String>> {
    let lower = text.to_lowercase();
    let behind = ["enumeration", "enum", "one of"]
        .into_iter()
        .find(|word| lower.starts_with(word))
        .and_then(|word| text.get(word.len()..));
    let (listed, separators): (&str, &[char]) = match behind {
        Some(behind) => (
            behind.trim().trim_start_matches(':').trim(),
            &[',', '|', '/'],
        ),
        None => (text, &['|']),
    };
    let listed = [('(', ')'), ('[', ']'), ('{', '}')]
        .into_iter()
        .find_map(|(open, close)| listed.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(listed);
    let listed = match behind {
        Some(_) => listed.replace(" or ", ", ").replace(" and ", ", "),
        None => listed.to_owned(),
    };
    let values: Vec<String> = listed
        .split(separators)
        .map(|value| value.trim().trim_matches(['`', '"', '\'']).to_owned())
        .filter(|value| !value.is_empty())
        .collect();
    let is_value = |value: &String| {
        value
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '+'))
    };
    let mut unique: Vec<&String> = values.iter().collect();
    unique.sort();
    unique.dedup();
    (values.len() > 1 && unique.len() == values.len() && values.iter().all(is_value))
        .then_some(values)
}

fn kind(word: &str) -> Option<Kind> {
    let kind = match word {
        "string" | "text" | "char" | "char*" | "varchar" | "str" | "a text" | "uuid" | "uri"
        | "url" => Kind::Text,
        "boolean" | "bool" | "flag" | "true or false" => Kind::Boolean,
        "integer" | "int" | "long" | "int64" | "i64" | "count" => {
            Kind::integer(i64::MIN.into(), i64::MAX.into())
        }
        "int32" | "i32" => Kind::integer(i32::MIN.into(), i32::MAX.into()),
        "int16" | "i16" | "short" => Kind::integer(i16::MIN.into(), i16::MAX.into()),
        "int8" | "i8" => Kind::integer(i8::MIN.into(), i8::MAX.into()),
        "uint8" | "u8" | "byte" => Kind::integer(0, u8::MAX.into()),
        "uint16" | "u16" => Kind::integer(0, u16::MAX.into()),
        "uint32" | "u32" | "unsigned int" => Kind::integer(0, u32::MAX.into()),
        "uint64" | "u64" | "unsigned long" => Kind::integer(0, u64::MAX.into()),
        "float" | "double" | "real" | "number" | "decimal" | "f64" => Kind::Real,
        "date" | "time" | "timestamp" | "datetime" | "date-time" | "a time" => Kind::Time,
        "map" | "list" | "object" | "kvlist" | "key-value list" | "a key-value list"
        | "key/value list" | "key-value pairs" | "key/value pairs" => Kind::List,
        _ => return None,
    };
    Some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read() {
        let kind = |text| match read(text) {
            Some(Carried::Kind(kind, whole)) => Some((kind, whole)),
            _ => None,
        };
        assert_eq!(kind("String"), Some((Kind::Text, true)));
        assert_eq!(kind("string (36)"), Some((Kind::Text, false)));
        assert_eq!(kind("decimal(8,2)"), Some((Kind::Real, false)));
        assert_eq!(kind("Parcel"), None);
        assert_eq!(kind("array of string"), None);
        assert_eq!(kind("string (36"), None);
    }

    #[test]
    fn lists_of_values_are_read() {
        for text in [
            "enum (door, locker)",
            "Enum: `door`, `locker`",
            "one of door or locker",
            "door | locker",
            "enum [\"door\" | \"locker\"]",
        ] {
            let values = Some(Carried::OneOf(vec!["door".to_owned(), "locker".to_owned()]));
            assert_eq!(read(text), values, "{text}");
        }
        for text in [
            "enum",
            "enum (door)",
            "enum (door, door)",
            "string or null",
            "a door | b",
        ] {
            assert!(!matches!(read(text), Some(Carried::OneOf(_))), "{text}");
        }
    }
}
