//! Messages as Platform SDK prints them.

use std::fmt::{self, Write};

use events_schema::{Datum, Facts, Pairs};

use super::plan::PREFIX;
use super::platform::DECIMAL;
use super::write::{text_of, write_text};
use crate::Message;
use crate::table::{RowKind, Table};

/// The message as Platform SDK prints it: a header line with its name and number, and a line an attribute.
///
/// What the dialect has no form for is what [the other](super::to_string) has none for.
///
/// ```
/// use events_core::families::registration::Registration;
/// use events_core::read::log::platform;
/// use events_core::{KeyValueList, UnknownEvent};
///
/// let mut attributes = KeyValueList::new();
/// attributes.push("ReferenceID", 14);
/// attributes.push("UserData", &KeyValueList::from([("ActivityID", "1-2")]));
/// let event = Registration::Unknown(UnknownEvent::new("EventACK", attributes));
/// assert_eq!(
///     platform::to_string(&event),
///     "'EventACK' (0) attributes:\n\
///      AttributeReferenceID [int] = 14\n\
///      AttributeUserData [bstr] = KVList: \n\
///      \t\t'ActivityID' [str] = \"1-2\"\n",
/// );
/// ```
#[must_use]
pub fn to_string<T: Message>(message: &T) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = write(&mut text, message);
    text
}

/// Writes the message as Platform SDK prints it; see [`to_string`].
///
/// # Errors
///
/// Those of `out`.
pub fn write<T: Message>(out: &mut impl Write, message: &T) -> fmt::Result {
    let declared = message.declared();
    let number = declared.and_then(|(declaration, _)| declaration.event.number);
    let number = number.unwrap_or_default();
    writeln!(out, "'{}' ({number}) attributes:", message.name())?;
    if let Some((_, facts)) = declared {
        let table = T::events().get(T::events().by_name(message.name()));
        write_rows(out, table, facts)?;
    }
    for (name, datum) in message.other().iter() {
        out.write_str(PREFIX)?;
        write_text(out, name)?;
        match (DECIMAL.strip_prefix(PREFIX) == Some(name), datum) {
            (true, Datum::Text(text)) if let Some(number) = sequence(text) => {
                writeln!(out, " [long] = {number}")?;
            }
            _ => write_value(out, datum, true)?,
        }
    }
    Ok(())
}

/// The number whose 16 digits the T-Library dialect would write.
fn sequence(text: &str) -> Option<i64> {
    let number = i64::from_str_radix(text, 16).ok()?;
    (format!("{number:016x}") == text).then_some(number)
}

fn write_rows(out: &mut impl Write, table: &Table, facts: &dyn Facts) -> fmt::Result {
    for (at, row) in table.rows.iter().enumerate() {
        let (Some(datum), [name, more @ ..]) = (facts.fact(at), &row.log[..]) else {
            continue;
        };
        match (datum, more) {
            (Datum::Time(time), [second]) => {
                writeln!(out, "Time            = ComplexClass(TimeStamp):")?;
                writeln!(out, "\t{second} [int] = {}", time.microseconds())?;
                writeln!(out, "\t{name} [int] = {}", time.seconds())?;
            }
            (Datum::List(pairs), [_, ..]) => {
                for (number, name) in row.log.iter().enumerate() {
                    if let Some(value) = pairs.get(row.key_of(number)) {
                        out.write_str(name)?;
                        write_value(out, value, true)?;
                    }
                }
            }
            (datum, _) => {
                out.write_str(name)?;
                write_scalar(out, row.kind, name, datum)?;
            }
        }
    }
    Ok(())
}

fn write_scalar(out: &mut impl Write, kind: RowKind, name: &str, datum: Datum<'_>) -> fmt::Result {
    match (kind, datum) {
        (RowKind::Hex { digits }, Datum::Integer(value)) if name != DECIMAL => {
            writeln!(
                out,
                " [long] = {value:0width$x}",
                width = usize::from(digits)
            )
        }
        (RowKind::Union(union), Datum::Union(member, value)) => {
            let kind = union
                .member(member)
                .map_or(RowKind::Text, |member| (&member.kind).into());
            write_scalar(out, kind, name, value.into())
        }
        (_, datum) => write_value(out, datum, true),
    }
}

/// Writes a value behind a name or key; the list of an attribute says that it is one.
fn write_value(out: &mut impl Write, datum: Datum<'_>, is_attribute: bool) -> fmt::Result {
    match datum {
        Datum::Integer(value) if i32::try_from(value).is_ok() => {
            writeln!(out, " [int] = {value}")
        }
        // A larger number is none that a list can hold.
        Datum::Integer(value) if is_attribute || i64::try_from(value).is_ok() => {
            writeln!(out, " [long] = {value}")
        }
        Datum::Integer(value) => write_quoted(out, &value.to_string()),
        Datum::List(pairs) | Datum::Array(pairs) => {
            out.write_str(" [bstr] = KVList: \n")?;
            write_pairs(out, pairs, 2)
        }
        Datum::Union(_, value) => write_value(out, value.into(), is_attribute),
        datum => write_quoted(out, &text_of(datum)),
    }
}

fn write_pairs(out: &mut impl Write, pairs: Pairs<'_>, indent: usize) -> fmt::Result {
    for (key, datum) in pairs {
        write!(out, "{:\t<indent$}'", "")?;
        write_text(out, key)?;
        out.write_char('\'')?;
        match datum {
            Datum::List(pairs) | Datum::Array(pairs) => {
                out.write_str(" [list] = \n")?;
                write_pairs(out, pairs, indent + 1)?;
            }
            datum => write_value(out, datum, false)?,
        }
    }
    Ok(())
}

fn write_quoted(out: &mut impl Write, text: &str) -> fmt::Result {
    out.write_str(" [str] = \"")?;
    write_text(out, text)?;
    out.write_str("\"\n")
}
