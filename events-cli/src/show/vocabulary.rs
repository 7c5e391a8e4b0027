//! `events show TCallType`: the values of an enumeration.

use std::io::{self, Write};

use events_core::schema::{Event, Kind, Vocabulary, export};

use super::{NAME, QUIET, first_sentence};
use crate::table::{Align, Cell, Table};

pub(super) fn text(out: &mut impl Write, vocabulary: &Vocabulary) -> io::Result<()> {
    let Vocabulary {
        name, description, ..
    } = vocabulary;
    writeln!(out, "{NAME}{name}{NAME:#}")?;
    if !description.is_empty() {
        writeln!(out, "{description}")?;
    }
    write!(out, "\n{}", values(vocabulary))
}

pub(super) fn markdown(vocabulary: &Vocabulary) -> String {
    let Vocabulary {
        name, description, ..
    } = vocabulary;
    let table = export::vocabulary_table(vocabulary, |member| format!("`{}`", member.name));
    format!("## {name}\n\n{description}\n\n{table}")
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
