//! Messages as a log prints them.

use std::borrow::Cow;
use std::fmt::{self, Write};

use events_schema::{Datum, Facts, Kind, Node, NodeValue, Pairs};

use super::plan::PREFIX;
use super::preview::{Measure, Preview};
use crate::record::span;
use crate::table::{log_key, log_names};
use crate::{Draft, Message};

/// The message as a log prints it: a header line with its name, and a line an attribute.
///
/// Reading it gives the message again, but for what the dialect has no form for: attributes that logs do not bear,
/// such as `Server`; names that are no words; of a list that is logged in several attributes, such as `CallHistory`, all
/// pairs but those; control characters in texts, which become blanks; and in lists all values but texts, whole numbers
/// and lists, which become texts.
///
/// ```
/// use events_core::families::registration::Registration;
/// use events_core::read::log;
/// use events_core::{KeyValueList, UnknownEvent};
///
/// let mut attributes = KeyValueList::new();
/// attributes.push("ReferenceID", 14);
/// attributes.push("UserData", &KeyValueList::from([("RTargetAgentGroup", "VAG_Skill1")]));
/// let event = Registration::Unknown(UnknownEvent::new("EventACK", attributes));
/// assert_eq!(
///     log::to_string(&event),
///     "message EventACK\n\
///      \tAttributeReferenceID\t14\n\
///      \tAttributeUserData\t[34] 00 01 00 00..\n\
///      \t\t'RTargetAgentGroup'\t'VAG_Skill1'\n",
/// );
/// ```
#[must_use]
pub fn to_string<T: Message>(message: &T) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = write(&mut text, message);
    text
}

/// Writes the message as a log prints it; see [`to_string`].
///
/// # Errors
///
/// Those of `out`.
pub fn write<T: Message>(out: &mut impl Write, message: &T) -> fmt::Result {
    writeln!(out, "message {}", message.name())?;
    if let Some((_, facts)) = message.declared() {
        let table = T::events().get(T::events().by_name(message.name()));
        let rows = table.rows.iter();
        write_rows(out, rows.map(|row| (&row.attribute.kind, &*row.log)), facts)?;
    }
    for (name, datum) in message.other().iter() {
        write!(out, "\t{PREFIX}")?;
        write_text(out, name)?;
        write_value(out, datum, 2)?;
    }
    Ok(())
}

pub(crate) fn write_draft(out: &mut impl Write, draft: &Draft<'_>) -> fmt::Result {
    writeln!(out, "message {}", draft.event.name)?;
    let rows = draft.event.attributes.iter();
    let names: Vec<_> = rows
        .map(|row| {
            (
                &row.kind,
                log_names(draft.family, draft.dictionary, &row.name),
            )
        })
        .collect();
    let rows = names.iter().map(|(kind, names)| (*kind, &**names));
    write_rows(out, rows, draft.facts)
}

/// Writes the rows, each of a kind and with the names that logs have for its parts.
fn write_rows<'a>(
    out: &mut impl Write,
    rows: impl Iterator<Item = (&'a Kind, &'a [Cow<'static, str>])>,
    facts: &dyn Facts,
) -> fmt::Result {
    for (at, (kind, names)) in rows.enumerate() {
        let (Some(datum), [name, more @ ..]) = (facts.fact(at), names) else {
            continue;
        };
        match (datum, more) {
            (Datum::Time(time), [second]) => {
                writeln!(out, "\t{second}\t{}", time.microseconds())?;
                writeln!(out, "\t{name}\t{}", time.seconds())?;
            }
            (Datum::List(pairs), [_, ..]) => {
                for name in names {
                    if let Some(value) = pairs.get(log_key(name)) {
                        write!(out, "\t{name}")?;
                        write_value(out, value, 2)?;
                    }
                }
            }
            (datum, _) => {
                write!(out, "\t{name}")?;
                write_scalar(out, kind, datum)?;
            }
        }
    }
    Ok(())
}

fn write_scalar(out: &mut impl Write, kind: &Kind, datum: Datum<'_>) -> fmt::Result {
    match (kind, datum) {
        (Kind::Hex { digits }, Datum::Integer(value)) => {
            writeln!(out, "\t{value:0width$x}", width = usize::from(*digits))
        }
        (Kind::Enumeration(vocabulary), Datum::Integer(number)) if !vocabulary.numbered => {
            let number = i64::try_from(number).ok();
            let name = number.and_then(|number| vocabulary.name_of(number));
            write_quoted(out, name.unwrap_or_default())
        }
        (Kind::Time, Datum::Time(time)) => writeln!(out, "\t{time}"),
        (Kind::Union(union), Datum::Union(name, value)) => {
            let member = union.member(name);
            write_scalar(
                out,
                member.map_or(&Kind::Text, |member| &member.kind),
                value.into(),
            )
        }
        (_, Datum::Real(value)) => writeln!(out, "\t{value}"),
        (_, Datum::Boolean(value)) => writeln!(out, "\t{value}"),
        (_, datum) => write_value(out, datum, 2),
    }
}

/// Writes a value behind a name or key, and the pairs of a list so far from the margin.
fn write_value(out: &mut impl Write, datum: Datum<'_>, indent: usize) -> fmt::Result {
    match datum {
        Datum::Integer(value) => writeln!(out, "\t{value}"),
        Datum::List(pairs) | Datum::Array(pairs) => {
            let mut measure = Measure::default();
            measure_list(&mut measure, pairs, 0);
            writeln!(out, "\t{}", Preview::of(&measure))?;
            write_pairs(out, pairs, indent)
        }
        Datum::Union(_, value) => write_value(out, value.into(), indent),
        datum => write_quoted(out, &text_of(datum)),
    }
}

/// The text that stands for a value where a log has no other form for it; empty for nothing.
pub(super) fn text_of(datum: Datum<'_>) -> Cow<'_, str> {
    match datum {
        Datum::Text(text) | Datum::Binary(text) => text.into(),
        Datum::Boolean(value) => value.to_string().into(),
        Datum::Real(value) => value.to_string().into(),
        Datum::Time(time) => time.to_string().into(),
        Datum::Integer(value) => value.to_string().into(),
        Datum::Null | Datum::List(_) | Datum::Array(_) | Datum::Union(..) => "".into(),
    }
}

fn write_pairs(out: &mut impl Write, pairs: Pairs<'_>, indent: usize) -> fmt::Result {
    for (key, datum) in pairs {
        write!(out, "{:\t<indent$}'", "")?;
        write_text(out, key)?;
        out.write_char('\'')?;
        match datum {
            Datum::List(pairs) | Datum::Array(pairs) => {
                out.write_str("(list) \n")?;
                write_pairs(out, pairs, indent + 1)?;
            }
            // A larger number is none that a log can hold in a list.
            Datum::Integer(value) if i64::try_from(value).is_err() => {
                write_quoted(out, &value.to_string())?;
            }
            datum => write_value(out, datum, indent)?,
        }
    }
    Ok(())
}

fn write_quoted(out: &mut impl Write, text: &str) -> fmt::Result {
    out.write_str("\t'")?;
    write_text(out, text)?;
    out.write_str("'\n")
}

/// Control characters would break the line.
pub(super) fn write_text(out: &mut impl Write, text: &str) -> fmt::Result {
    for (at, part) in text.split(|letter: char| letter.is_control()).enumerate() {
        if at > 0 {
            out.write_char(' ')?;
        }
        out.write_str(part)?;
    }
    Ok(())
}

/// Measures what [`write_pairs`] writes.
fn measure_list(measure: &mut Measure, pairs: Pairs<'_>, depth: usize) {
    for (key, datum) in pairs {
        let text = |text: &str| NodeValue::Text(span(0, written(text)));
        let value = match datum {
            Datum::Integer(value) if i64::try_from(value).is_err() => text(&value.to_string()),
            Datum::Integer(_) => NodeValue::Integer(0),
            Datum::List(_) | Datum::Array(_) => NodeValue::List(0),
            // Lists hold no unions.
            Datum::Union(..) => NodeValue::Null,
            datum => text(&text_of(datum)),
        };
        let key = span(0, written(key));
        measure.pair(depth, &Node { key, value });
        if let Datum::List(pairs) | Datum::Array(pairs) = datum {
            measure_list(measure, pairs, depth + 1);
        }
    }
}

/// How long [`write_text`] writes a text.
fn written(text: &str) -> usize {
    let length = |letter: char| {
        if letter.is_control() {
            1
        } else {
            letter.len_utf8()
        }
    };
    text.chars().map(length).sum()
}
