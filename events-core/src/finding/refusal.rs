//! Why a value was refused, in words.

use std::borrow::Cow;

use events_schema::{Attribute, Kind, ParseTimestampError, Timestamp, Vocabulary};

use super::{Fault, quote, vocabulary};
use crate::convert::decimal;
use crate::table::Row;
use crate::violation::{Violation, one_of_many};

/// How many names are listed for choosing from.
const LISTED: usize = 8;

/// What is wrong with the value of a row. `list` is what the array around it is called.
pub(super) fn of(row: &Row, fault: Fault, text: &str, list: impl FnOnce() -> String) -> Violation {
    let Attribute { kind, fixed, .. } = row.attribute;
    let attribute = Cow::Borrowed(row.name);
    let found = quote(text);
    let wrong = |expected: String, help: Option<Cow<'static, str>>| Violation::WrongType {
        attribute: attribute.clone(),
        expected,
        found: found.clone(),
        help,
    };
    let beyond = |expected: String, help: Option<Cow<'static, str>>| Violation::OutOfRange {
        attribute: attribute.clone(),
        expected,
        found: found.clone(),
        help,
    };
    match (fault, kind, fixed) {
        (Fault::Fixed, _, Some(expected)) => Violation::WrongFixed {
            attribute,
            expected: expected.to_string(),
            found,
        },
        (Fault::Member, Kind::Union(union), _) => {
            let (name, value) = names_in(text);
            // The member may be named with its union: `InfoStatus.AddressType`.
            let member = name.strip_prefix(row.name);
            let name = member
                .and_then(|rest| rest.strip_prefix('.'))
                .unwrap_or(name);
            let member = union.member(name);
            // Where the member is known, what it holds is not.
            if let Some(vocabulary) = member.and_then(|member| vocabulary(&member.kind)) {
                no_member(attribute, vocabulary, found, value)
            } else {
                let names = union.members.iter().map(|member| &*member.name);
                unknown(attribute, union.name.clone(), found, name, names)
            }
        }
        (Fault::Member, Kind::Enumeration(vocabulary), _) => {
            no_member(attribute, vocabulary, found, text.trim_matches('"'))
        }
        (Fault::Pair, ..) => wrong(
            format!("a pair `[\"key\", value]` in the array of {}", list()),
            Some("write the list as an object, or each of its pairs as an array of two".into()),
        ),
        (Fault::Members, Kind::Union(union), _) => wrong(
            format!("one member of {}, as in `{{\"name\": value}}`", union.name),
            Some("give the one that is chosen".into()),
        ),
        (Fault::Microseconds, ..) => beyond("microseconds from 0 to 999999".to_owned(), None),
        (Fault::Seconds, ..) => wrong(
            "seconds beside the microseconds".to_owned(),
            row.log
                .first()
                .map(|name| Cow::Owned(format!("give {name} as well"))),
        ),
        (Fault::Range, Kind::Time, _) => beyond("seconds since 1970".to_owned(), in_seconds(text)),
        (Fault::Range, ..) => beyond(kind.name(), None),
        (_, Kind::Time, _) => wrong(
            "a time such as `2026-03-01T08:30:00.250000Z`, or seconds since 1970".to_owned(),
            text.trim_matches('"')
                .parse::<Timestamp>()
                .err()
                .and_then(ParseTimestampError::help)
                .map(Cow::Borrowed),
        ),
        _ => wrong(kind.name(), as_other(kind, text)),
    }
}

fn unknown<'a>(
    attribute: Cow<'static, str>,
    vocabulary: Cow<'static, str>,
    found: String,
    name: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> Violation {
    let owned = |name: &str| Cow::Owned(name.to_owned());
    let count = names.clone().count();
    let members = match count {
        0..=LISTED => names.clone().map(owned).collect(),
        _ => Vec::new(),
    };
    Violation::UnknownMember {
        attribute,
        vocabulary,
        found,
        similar: events_schema::closest(name, names).map(owned),
        members,
        count,
    }
}

fn no_member(
    attribute: Cow<'static, str>,
    vocabulary: &Vocabulary,
    found: String,
    name: &str,
) -> Violation {
    let names = vocabulary.members.iter().map(|member| &*member.name);
    unknown(attribute, vocabulary.name.clone(), found, name, names)
}

/// The first name in the object that a union is written as, and the text behind it.
fn names_in(text: &str) -> (&str, &str) {
    let mut texts = text.split('"').skip(1).step_by(2);
    (
        texts.next().unwrap_or(text),
        texts.next().unwrap_or_default(),
    )
}

/// What a number of milliseconds, microseconds or nanoseconds should have been.
fn in_seconds(text: &str) -> Option<Cow<'static, str>> {
    let value = decimal(text.trim_matches('"'))?;
    let units = [
        ("milliseconds", 1_000),
        ("microseconds", 1_000_000),
        ("nanoseconds", 1_000_000_000),
    ];
    // Moments of the years 2001 to 2286 have ten digits of seconds.
    let (unit, part) = units
        .into_iter()
        .find(|(_, part)| (1_000_000_000..10_000_000_000).contains(&(value / part)))?;
    let seconds = value / part;
    Some(format!("this looks like {unit}: divide by {part}, which makes {seconds} seconds").into())
}

/// What would make a value of another type one of this kind.
fn as_other(kind: &Kind, text: &str) -> Option<Cow<'static, str>> {
    let help = match kind {
        Kind::Text if text.parse::<f64>().is_ok() => format!("write it in quotes: \"{text}\""),
        Kind::Enumeration(vocabulary) => one_of_many(vocabulary.members.len(), &vocabulary.name),
        Kind::Boolean => "make it `true` or `false`".to_owned(),
        Kind::List if text.starts_with(['{', '[']) => {
            "write its arrays as pairs `[\"key\", value]`".to_owned()
        }
        Kind::List => "write it as an object, or as an array of pairs".to_owned(),
        _ => return None,
    };
    Some(help.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_seconds_are_told_by_their_digits() {
        let help = |text| in_seconds(text).unwrap_or_default();
        assert_eq!(
            help("1772439243400"),
            "this looks like milliseconds: divide by 1000, which makes 1772439243 seconds"
        );
        assert!(help("\"1772439243400000\"").contains("microseconds"));
        assert!(help("1772439243400000000").contains("nanoseconds"));
        assert_eq!(help("99999999999999999999"), "");
        assert_eq!(help("soon"), "");
    }
}
