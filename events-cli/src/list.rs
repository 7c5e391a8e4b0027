//! `events list`: the declared families, attributes, enumerations and key sets.

use std::io::{self, Write};

use clap::Args;
use clap::builder::styling::{AnsiColor, Style};
use events_core::schema::{Event, Specification, Status};

use crate::model::Model;
use crate::table::{Align, Cell, Table};
use crate::{CLEAN, FAILURE, show};

/// Lists the declared families with their events, or the attributes, enumerations or key sets
///
/// `events show NAME` shows what is listed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events list\n  events list Registration\n  events list --attributes\n  events list --enumerations"
)]
pub(crate) struct Arguments {
    /// Families and events; all when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// The attributes, with what they carry and how many events have them
    #[arg(long, conflicts_with_all = ["names", "enumerations", "key_sets"])]
    attributes: bool,

    /// The enumerations, with how many values they have
    #[arg(long, conflicts_with_all = ["names", "key_sets"])]
    enumerations: bool,

    /// The key sets that rules hold key-value lists against, with their keys
    #[arg(long, conflicts_with = "names")]
    key_sets: bool,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let table = if arguments.attributes {
        attributes(model.specification())
    } else if arguments.enumerations {
        enumerations(model.specification())
    } else if arguments.key_sets {
        key_sets(model.specification())
    } else {
        let Some(specification) = model.select(&arguments.names) else {
            return Ok(FAILURE);
        };
        return families(&specification);
    };
    anstream::stdout()
        .lock()
        .write_all(table.render(0).as_bytes())?;
    Ok(CLEAN)
}

fn attributes(specification: &Specification) -> Table {
    let mut table = Table::new([
        ("attribute", Align::Left),
        ("events", Align::Right),
        ("carries", Align::Left),
        ("meaning", Align::Left),
    ]);
    let events = || {
        specification
            .families
            .iter()
            .flat_map(|family| family.events.iter())
    };
    for name in show::attributes(specification) {
        let rows = events().flat_map(|event| event.attributes.iter());
        let row = rows.clone().find(|row| row.name == name);
        let (kind, meaning) = match (specification.dictionary.get(name), row) {
            (Some(definition), _) => (definition.kind.name(), &*definition.description),
            (None, Some(row)) => (row.kind.name(), &*row.description),
            (None, None) => continue,
        };
        let count = events()
            .filter(|event| !event.usages(name).is_empty())
            .count();
        table.row([
            name.into(),
            count.to_string().into(),
            kind.into(),
            Cell::new(show::first_sentence(meaning), Style::new().dimmed()),
        ]);
    }
    table
}

fn enumerations(specification: &Specification) -> Table {
    let mut table = Table::new([
        ("enumeration", Align::Left),
        ("values", Align::Right),
        ("meaning", Align::Left),
    ]);
    for vocabulary in specification.vocabularies() {
        table.row([
            (*vocabulary.name).into(),
            vocabulary.members.len().to_string().into(),
            Cell::new(
                show::first_sentence(&vocabulary.description),
                Style::new().dimmed(),
            ),
        ]);
    }
    table
}

fn key_sets(specification: &Specification) -> Table {
    let mut table = Table::new([
        ("key set", Align::Left),
        ("keys", Align::Left),
        ("meaning", Align::Left),
    ]);
    for set in specification.key_sets() {
        let keys: Vec<_> = set.keys.iter().map(|key| &*key.name).collect();
        table.row([
            (*set.name).into(),
            keys.join(", ").into(),
            Cell::new(
                show::first_sentence(&set.description),
                Style::new().dimmed(),
            ),
        ]);
    }
    table
}

fn families(specification: &Specification) -> io::Result<u8> {
    let bold = AnsiColor::BrightCyan.on_default().bold();
    let mut out = anstream::stdout().lock();
    for (at, family) in specification.families.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let mut table = Table::new([
            ("event", Align::Left),
            ("number", Align::Right),
            ("rows", Align::Right),
            ("footnotes", Align::Left),
            ("rules", Align::Right),
        ]);
        for event in family.events.iter() {
            let number = event.number.map(|number| number.to_string());
            table.row([
                Cell::new(&*event.name, Style::new()),
                number.unwrap_or_default().into(),
                event.attributes.len().to_string().into(),
                footnotes(event).into(),
                event.rules().count().to_string().into(),
            ]);
        }
        writeln!(out, "{bold}{}{bold:#}  {}", family.name, family.source)?;
        if !family.description.is_empty() {
            writeln!(out, "{}", family.description)?;
        }
        write!(out, "\n{}", table.render(2))?;
    }
    Ok(CLEAN)
}

/// How many footnotes of each status an event has.
fn footnotes(event: &Event) -> String {
    let counts: Vec<_> = Status::ALL
        .iter()
        .map(|status| {
            (
                status,
                event
                    .footnotes
                    .iter()
                    .filter(|footnote| footnote.status == *status)
                    .count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{count} {}", status.as_str()))
        .collect();
    if counts.is_empty() {
        "none".to_owned()
    } else {
        counts.join(", ")
    }
}
