//! `events show TCallType`: the values of an enumeration.

use std::io::{self, Write};

use events_core::schema::{Event, Kind, Specification, Vocabulary, export};

use super::{Format, NAME, QUIET, first_sentence};
use crate::CLEAN;
use crate::table::{Align, Cell, Table};

/// The enumeration with this name, or the one that has this value.
pub(super) fn find(
    wanted: &str,
    specification: &'static Specification,
) -> Option<&'static Vocabulary> {
    let all = specification.vocabularies();
    let named = all.iter().find(|vocabulary| vocabulary.name == wanted);
    let has = |vocabulary: &&&Vocabulary| vocabulary.number_of(wanted).is_some();
    named.or_else(|| all.iter().find(has)).copied()
}

pub(super) fn run(vocabulary: &Vocabulary, format: Format) -> io::Result<u8> {
    let Vocabulary {
        name, description, ..
    } = vocabulary;
    let mut out = anstream::stdout().lock();
    match format {
        Format::Text => {
            writeln!(out, "{NAME}{name}{NAME:#}")?;
            if !description.is_empty() {
                writeln!(out, "{description}")?;
            }
            write!(out, "\n{}", values(vocabulary))?;
        }
        Format::Markdown => {
            let table = export::vocabulary_table(vocabulary, |member| format!("`{}`", member.name));
            write!(out, "## {name}\n\n{description}\n\n{table}")?;
        }
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(vocabulary)?)?,
    }
    Ok(CLEAN)
}

/// The values as a table, with the numbers that messages may bear.
pub(super) fn values(vocabulary: &Vocabulary) -> String {
    let meaning = |member| {
        let spelling = vocabulary.spelling_of(member);
        let spelling = spelling.map(|name| format!(", written as {name}"));
        let says = first_sentence(&member.description);
        Cell::new(format!("{says}{}", spelling.unwrap_or_default()), QUIET)
    };
    let members = vocabulary.members.iter();
    if !vocabulary.numbered {
        let mut table = Table::new([("value", Align::Left), ("meaning", Align::Left)]);
        members.for_each(|member| table.row([(*member.name).into(), meaning(member)]));
        return table.render(2);
    }
    let mut table = Table::new([
        ("number", Align::Right),
        ("value", Align::Left),
        ("meaning", Align::Left),
    ]);
    for member in members {
        table.row([
            member.number.to_string().into(),
            (*member.name).into(),
            meaning(member),
        ]);
    }
    table.render(2)
}

/// How the values of an event's enumerations are seen, if it has any.
pub(super) fn hint(event: &Event) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for attribute in event.attributes.iter() {
        if let Kind::Enumeration(vocabulary) = &attribute.kind
            && !names.contains(&&*vocabulary.name)
        {
            names.push(&vocabulary.name);
        }
    }
    let first = names.first()?;
    Some(format!(
        "enumerations: {}; `events show {first}` lists the values of one",
        names.join(", ")
    ))
}
