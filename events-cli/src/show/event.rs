//! `events show EventRegistered`: the table of an event, its footnotes, and where they stand.

use std::io::{self, Write};

use clap::builder::styling::Style;
use events_core::Declaration;
use events_core::schema::{Attribute, Cell as Place, Event, Presence, export};

use super::{MANDATORY, NAME, QUIET, first_sentence, vocabulary, write_footnote};
use crate::table::{Align, Cell, Table};

pub(super) fn markdown(declaration: &Declaration) -> String {
    let Declaration { family, event, .. } = declaration;
    let table = export::markdown(family, event);
    format!("## {}\n\n{}\n\n{table}", event.name, event.description)
}

pub(super) fn text(out: &mut impl Write, declaration: &Declaration) -> io::Result<()> {
    let Declaration {
        family,
        event,
        dictionary,
        ..
    } = declaration;
    let number = event
        .number
        .map(|number| format!(" = {number}"))
        .unwrap_or_default();
    writeln!(
        out,
        "{NAME}{}{NAME:#}{number}, family {}",
        event.name, family.name
    )?;
    if !event.description.is_empty() {
        writeln!(out, "{}", event.description)?;
    }
    let mut table = Table::new([
        ("attribute", Align::Left),
        ("presence", Align::Left),
        ("carries", Align::Left),
        ("meaning", Align::Left),
    ]);
    for attribute in event.attributes.iter() {
        let meaning = match (&*attribute.description, dictionary.get(&attribute.name)) {
            ("", Some(definition)) => &definition.description,
            (description, _) => description,
        };
        table.row([
            name(attribute).into(),
            presence(attribute),
            attribute.kind.name().into(),
            Cell::new(first_sentence(meaning), QUIET),
        ]);
    }
    write!(out, "\n{}", table.render(2))?;
    if let Some(hint) = vocabulary::hint(event) {
        writeln!(out, "\n  {QUIET}{hint}{QUIET:#}")?;
    }
    for footnote in event.footnotes.iter() {
        writeln!(out)?;
        write_footnote(out, footnote)?;
    }
    if let Some(hint) = key_sets(event) {
        writeln!(out, "\n  {QUIET}{hint}{QUIET:#}")?;
    }
    writeln!(out, "\n  source: {}", family.source)
}

fn name(attribute: &Attribute) -> String {
    let fixed = match &attribute.fixed {
        Some(value) => format!(" = {value}"),
        None => String::new(),
    };
    format!("{}{fixed}{}", attribute.name, marks(attribute, Place::Name))
}

fn presence(attribute: &Attribute) -> Cell {
    let marks = marks(attribute, Place::Presence);
    match attribute.presence {
        Presence::Mandatory => Cell::new(format!("Mandatory{marks}"), MANDATORY),
        Presence::Optional => Cell::new(format!("Optional{marks}"), Style::new()),
    }
}

fn marks(attribute: &Attribute, place: Place) -> String {
    let marks = attribute.marks.iter().filter(|mark| mark.cell == place);
    let letters: Vec<&str> = marks.map(|mark| &*mark.letter).collect();
    match letters.as_slice() {
        [] => String::new(),
        letters => format!(" [{}]", letters.join(", ")),
    }
}

/// How the keys are seen that the rules of an event demand of lists, if they demand any.
fn key_sets(event: &Event) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for (_, rule) in event.rules() {
        for (_, set) in rule.key_sets() {
            if !names.contains(&&*set.name) {
                names.push(&set.name);
            }
        }
    }
    let first = names.first()?;
    Some(format!(
        "key sets: {}; `events show {first}` lists the keys of one",
        names.join(", ")
    ))
}
