//! `events show`: a declared event, its table and footnotes; an attribute in all tables; or an enumeration.

mod attribute;
mod vocabulary;

use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use events_core::Declaration;
use events_core::schema::{Attribute, Cell as Place, Footnote, Presence, export};

use crate::model::Model;
use crate::table::{Align, Cell, Table};
use crate::{CLEAN, FAILURE};

/// Shows a declared event: its table, its footnotes with their rules, and where they stand; or an enumeration with the
/// numbers of its values, or an attribute
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events show EventRegistered\n  events show 53 --format markdown\n  events show TCallType\n  events show --attribute ThisDN\n  events show --attribute AttributeCallType"
)]
pub(crate) struct Arguments {
    /// An event by name or number, an enumeration such as `TCallType` by its name or that of a value, or an attribute
    ///
    /// `events list` shows the events that are declared. Of an enumeration, the numbers, names and meanings of its
    /// values are shown, of an attribute what --attribute shows of it.
    #[arg(required_unless_present = "attribute")]
    name: Option<String>,

    /// An attribute: its values, where it is Mandatory, Optional or conditional, and by which footnote
    ///
    /// It is named as in tables, in logs (`AttributeCallType`) or in other messages; the name of an enumeration is taken
    /// as well.
    #[arg(long, value_name = "NAME", conflicts_with = "name")]
    attribute: Option<String>,

    /// How it is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// The document's table in Markdown
    Markdown,
    /// The model of the event
    Json,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let (format, specification) = (arguments.format, model.specification());
    if let Some(name) = &arguments.attribute {
        return match vocabulary::find(name, specification) {
            Some(found) if !attribute::is_known(name, specification) => {
                vocabulary::run(found, format)
            }
            _ => attribute::run(name, format, specification),
        };
    }
    let name = arguments.name.as_deref().unwrap_or_default();
    if !model.has(name) {
        if let Some(found) = vocabulary::find(name, specification) {
            return vocabulary::run(found, format);
        }
        if attribute::is_known(name, specification) {
            return attribute::run(name, format, specification);
        }
    }
    let Some(declaration) = model.declared(name) else {
        return Ok(FAILURE);
    };
    let Declaration { family, event, .. } = declaration;
    let mut out = anstream::stdout().lock();
    match format {
        Format::Text => text(&mut out, &declaration)?,
        Format::Markdown => {
            let table = export::markdown(family, event);
            write!(out, "## {}\n\n{}\n\n{table}", event.name, event.description)?;
        }
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(event)?)?,
    }
    Ok(CLEAN)
}

const NAME: Style = AnsiColor::BrightCyan.on_default().bold();
const MANDATORY: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

fn text(out: &mut impl Write, declaration: &Declaration) -> io::Result<()> {
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

fn write_footnote(out: &mut impl Write, footnote: &Footnote) -> io::Result<()> {
    let Footnote {
        letter,
        text,
        status,
        proposed,
        rules,
        waives,
    } = footnote;
    let proposed = if *proposed { "proposed " } else { "" };
    let status = status.as_str();
    writeln!(out, "  {NAME}[{letter}]{NAME:#} {proposed}{status}: {text}")?;
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in rules.iter() {
        writeln!(
            out,
            "      {QUIET}{:width$}{QUIET:#}  {}",
            rule.id,
            rule.words()
        )?;
    }
    for name in waives.iter() {
        writeln!(out, "      {name} may be absent although Mandatory")?;
    }
    Ok(())
}

fn first_sentence(text: &str) -> &str {
    text.split_once(['.', ';', ':'])
        .map_or(text, |(first, _)| first)
}
