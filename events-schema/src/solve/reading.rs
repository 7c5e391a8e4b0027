//! What readers of another version make of the values that messages of one version write: the same that
//! `events_core` makes of them, in terms of the model.

use super::value::{Sort, Value, candidates};
use crate::{Kind, Literal, Text, Timestamp, Vocabulary};

/// What a reader makes of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    Value(Value),
    /// The value stands for absence.
    Absent,
    /// The value is of a wrong type or out of range.
    Refused,
}

/// A value as messages write it.
enum Written {
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Text(String),
    List,
    Union,
}

/// What a row of the kind `to` reads where one of the kind `from` has a value.
pub(super) fn read(value: &Value, from: &Kind, to: &Kind) -> Reading {
    let written = match value {
        Value::Null => return Reading::Refused,
        Value::Boolean(value) => Written::Boolean(*value),
        Value::Integer(number) => match from {
            Kind::Hex { digits } => {
                let width = usize::from(*digits);
                Written::Text(format!("{number:0width$x}"))
            }
            Kind::Enumeration(vocabulary) => match name_of(vocabulary, *number) {
                Some(name) => Written::Text(name.to_owned()),
                None => Written::Integer(*number),
            },
            _ => Written::Integer(*number),
        },
        Value::Spelled { text, .. } | Value::Text(text) | Value::Member(text) => {
            Written::Text(text.to_string())
        }
        Value::Nothing(number) => Written::Integer(*number),
        Value::Real(value) => Written::Real(*value),
        Value::Time(time) => Written::Text(time.to_string()),
        Value::List(_) => Written::List,
        Value::Union => Written::Union,
    };
    match (written.read(to), value) {
        // A list keeps what is in it.
        (Reading::Value(Value::List(_)), Value::List(_)) => Reading::Value(value.clone()),
        (reading, _) => reading,
    }
}

/// Whether a reading says something else than the value. Texts and numbers that are written alike say the same.
pub(super) fn differs(value: &Value, from: &Kind, reading: &Reading, to: &Kind) -> bool {
    if let Value::Nothing(_) = value {
        return matches!(reading, Reading::Value(_));
    }
    let (Value::Integer(number) | Value::Spelled { number, .. }) = value else {
        return *reading == Reading::Absent;
    };
    match reading {
        Reading::Value(Value::Integer(read)) => {
            // Numbers of members that no message bears only tell the members apart.
            let told = |kind: &Kind| !matches!(kind, Kind::Enumeration(vocabulary) if !vocabulary.numbered);
            number != read && told(from) && told(to)
        }
        #[expect(
            clippy::cast_precision_loss,
            clippy::float_cmp,
            reason = "readers round in the same way"
        )]
        Reading::Value(Value::Real(read)) => *number as f64 != *read,
        reading => *reading == Reading::Absent,
    }
}

impl Written {
    fn read(&self, kind: &Kind) -> Reading {
        let read = match (kind, self) {
            (Kind::Text | Kind::Event, Written::Text(text)) => {
                Some(Value::Text(text.clone().into()))
            }
            (Kind::Text | Kind::Event, Written::Integer(value)) => {
                let text = is_held(*value).then(|| value.to_string().into());
                text.map(Value::Text)
            }
            (Kind::Boolean, Written::Boolean(value)) => Some(Value::Boolean(*value)),
            (Kind::Boolean, Written::Text(text)) => text.parse().ok().map(Value::Boolean),
            (Kind::Integer { min, max, none }, written) => match written.whole() {
                Some(value) if *none == Some(value) => return Reading::Absent,
                value => value
                    .filter(|value| (min..=max).contains(&value) && is_held(*value))
                    .map(Value::Integer),
            },
            (Kind::Hex { digits }, Written::Text(text)) => {
                let whole = text.bytes().all(|byte| byte.is_ascii_hexdigit());
                let fits = whole && text.len() <= usize::from(*digits);
                let value = u64::from_str_radix(text, 16).ok().filter(|_| fits);
                value.map(|value| Value::Integer(value.into()))
            }
            (Kind::Hex { digits }, Written::Integer(value)) => u64::try_from(*value)
                .ok()
                .filter(|value| *digits >= 16 || value >> (4 * u32::from(*digits)) == 0)
                .map(|value| Value::Integer(value.into())),
            #[expect(clippy::cast_precision_loss, reason = "readers do the same")]
            (Kind::Real, Written::Integer(value)) => Some(Value::Real(*value as f64)),
            (Kind::Real, Written::Real(value)) => Some(Value::Real(*value)),
            (Kind::Real, Written::Text(text)) => {
                let value = text.parse().ok();
                value
                    .filter(|value: &f64| value.is_finite())
                    .map(Value::Real)
            }
            (Kind::Enumeration(vocabulary), written) => member(vocabulary, written),
            (Kind::Time, written) => written.time().map(Value::Time),
            (Kind::Union(_), Written::Integer(value)) => i64::try_from(*value)
                .ok()
                .map(|value| Value::Integer(value.into())),
            (Kind::Union(_), Written::Union) => Some(Value::Union),
            (Kind::List, Written::List | Written::Union) => Some(Value::List(Vec::new())),
            _ => None,
        };
        read.map_or(Reading::Refused, Reading::Value)
    }

    fn whole(&self) -> Option<i128> {
        match self {
            Written::Integer(value) => Some(*value),
            Written::Text(text) => decimal(text),
            _ => None,
        }
    }

    fn time(&self) -> Option<Timestamp> {
        match self {
            Written::Real(value) if value.abs() < LAST_SECOND => Timestamp::new(0, 0),
            Written::Text(text) if decimal(text).is_none() => text.parse().ok(),
            written => {
                let seconds = i64::try_from(written.whole()?).ok()?;
                Timestamp::new(seconds, 0)
            }
        }
    }
}

/// Seconds since 1970 that are a moment for sure, past which solvers need not look.
const LAST_SECOND: f64 = 6e10;

/// A decimal number of up to 20 digits, as readers take it.
fn decimal(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value: u64 = digits
        .parse()
        .ok()
        .filter(|_| plain && digits.len() <= 20)?;
    let value = i128::from(value);
    Some(if digits.len() == text.len() {
        value
    } else {
        -value
    })
}

/// Whether messages can hold a whole number.
fn is_held(value: i128) -> bool {
    i64::try_from(value).is_ok() || u64::try_from(value).is_ok()
}

fn name_of(vocabulary: &Vocabulary, number: i128) -> Option<&str> {
    let number = i64::try_from(number).ok()?;
    vocabulary.name_of(number)
}

fn member(vocabulary: &Vocabulary, written: &Written) -> Option<Value> {
    if let Written::Text(name) = written
        && let Some(number) = vocabulary.number_of(name)
    {
        return Some(Value::Integer(number.into()));
    }
    let number = written.whole().filter(|_| vocabulary.numbered)?;
    i64::try_from(number)
        .ok()
        .map(|number| Value::Integer(number.into()))
}

/// Values of the kind `from` that a row of the kind `to` may read as a literal.
pub(super) fn sources(literal: &Literal, from: &Kind, to: &Kind) -> Vec<Value> {
    let wanted = Value::of(literal, false);
    let mut texts = match &wanted {
        Value::Text(text) => vec![text.to_string()],
        Value::Integer(number) => vec![number.to_string()],
        Value::Real(value) => vec![value.to_string()],
        Value::Boolean(value) => vec![value.to_string()],
        _ => Vec::new(),
    };
    match (to, &wanted) {
        (Kind::Hex { .. }, Value::Integer(number)) => texts.push(format!("{number:x}")),
        (Kind::Enumeration(vocabulary), Value::Integer(number)) => {
            let spelled = |member: &&crate::Member| i128::from(member.number) == *number;
            let names = vocabulary.members.iter().filter(spelled);
            texts.extend(names.map(|member| member.name.to_string()));
        }
        _ => {}
    }
    let mut sources = vec![wanted];
    for text in texts {
        match from {
            Kind::Text => sources.push(Value::Text(text.into())),
            Kind::Hex { digits } if text.len() <= usize::from(*digits) => {
                if let Ok(number) = u64::from_str_radix(&text, 16) {
                    sources.push(Value::Integer(number.into()));
                }
            }
            Kind::Enumeration(vocabulary) => {
                let number = vocabulary.number_of(&text).map(i128::from);
                if let Some(number) = number.or_else(|| decimal(&text)) {
                    let text = text.into();
                    sources.push(Value::Integer(number));
                    sources.push(Value::Spelled { text, number });
                }
            }
            Kind::Time => sources.extend(text.parse().ok().map(Value::Time)),
            _ => {}
        }
    }
    sources
}

/// How many members of an enumeration a text may have to avoid.
const MOST_AVOIDED: usize = 256;

/// How many numbers in a row are looked at for all sorts of hexadecimal digits.
const HEX_DIGITS: i128 = 32;

/// Further values of variables of the kind `from`, enough to tell apart what a row of the kind `to` tells apart.
pub(super) fn more<'a>(
    sorts: &[&Sort<'a>],
    named: &[Value],
    count: usize,
    from: &'a Kind,
    to: &'a Kind,
    event: &'a Text,
) -> Vec<Value> {
    let other = Sort::Attribute(to, event);
    let moments = Kind::integer(FIRST_MOMENT, LAST_MOMENT);
    let moments = Sort::Attribute(&moments, event);
    let mut wide: Vec<&Sort<'_>> = sorts.to_vec();
    wide.push(&other);
    if *to == Kind::Time {
        wide.push(&moments);
    }
    let avoided = match to {
        Kind::Enumeration(vocabulary) => vocabulary.members.len().min(MOST_AVOIDED),
        _ => 0,
    };
    let mut values = candidates(&wide, named, count + avoided);
    let numbers: Vec<i128> = values
        .iter()
        .filter_map(|value| match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        })
        .collect();
    match from {
        Kind::Text => {
            let written = values.clone();
            let texts = written.iter().filter_map(|value| match (value, to) {
                (Value::Integer(number), Kind::Enumeration(vocabulary)) => {
                    let name = name_of(vocabulary, *number).map(ToOwned::to_owned);
                    Some(name.unwrap_or_else(|| number.to_string()))
                }
                (Value::Integer(number), Kind::Hex { .. }) => Some(format!("{number:x}")),
                (Value::Integer(number), _) => Some(number.to_string()),
                (Value::Real(value), _) => Some(value.to_string()),
                (Value::Boolean(value), _) => Some(value.to_string()),
                (Value::Time(time), _) => Some(time.to_string()),
                _ => None,
            });
            values.extend(texts.map(|text| Value::Text(text.into())));
        }
        Kind::Hex { .. } => {
            let rows = numbers.iter().map(|number| *number..*number + HEX_DIGITS);
            values.extend((0..4096).chain(rows.flatten()).map(Value::Integer));
        }
        Kind::Enumeration(vocabulary) => {
            let spelled = |number: i128, text: Text| Value::Spelled { text, number };
            for member in vocabulary.members.iter() {
                if vocabulary.name_of(member.number) != Some(&*member.name) {
                    values.push(spelled(member.number.into(), member.name.clone()));
                }
            }
            if vocabulary.numbered {
                let texts = numbers.iter();
                values.extend(texts.map(|number| spelled(*number, number.to_string().into())));
            }
        }
        Kind::Integer {
            none: Some(none), ..
        } => values.push(Value::Nothing(*none)),
        Kind::Real => values.push(Value::Real(1e15)),
        _ => {}
    }
    values
}

const FIRST_MOMENT: i128 = -62_167_219_200;
const LAST_MOMENT: i128 = 253_402_300_799;
