//! `events show`: what a name means: an event, a key set, an attribute or an enumeration.

mod attribute;
mod event;
mod key_set;
mod meaning;
mod vocabulary;

use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use events_core::schema::Footnote;

pub(crate) use self::attribute::names as attributes;
use self::meaning::Meaning;
use crate::model::Model;
use crate::{CLEAN, FAILURE, complain};

/// Shows a declared event: its table, its footnotes with their rules, and where they stand; or an attribute, an
/// enumeration with the numbers of its values, or a key set with its keys
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events show EventRegistered\n  events show 53 --format markdown\n  events show TCallType\n  events show AddressInfoDNStatus\n  events show --attribute ThisDN\n  events show --attribute AttributeCallType"
)]
pub(crate) struct Arguments {
    /// An event by name or number, an enumeration such as `TCallType` by its name or that of a value, a key set, or an
    /// attribute
    ///
    /// `events list` shows the events that are declared, with --attributes, --enumerations or --key-sets the others. Of
    /// an enumeration, the numbers, names and meanings of its values are shown, of a key set its keys, of an attribute
    /// what --attribute shows of it. Where a name means several of these, all are shown.
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
    /// The model of what is named
    Json,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let found = match (&arguments.name, &arguments.attribute) {
        (_, Some(name)) => meaning::of_attribute(name, model.specification()).map(|one| vec![one]),
        (Some(name), None) => meaning::all(name, model),
        (None, None) => Err(
            "name an event, an attribute, an enumeration or a key set, as in `events show EventRegistered` or \
             `events show --attribute ThisDN`; `events list` shows the events that are declared"
                .to_owned(),
        ),
    };
    match found.and_then(|found| shown(&found, arguments)) {
        Ok(text) => {
            anstream::stdout().lock().write_all(text.as_bytes())?;
            Ok(CLEAN)
        }
        Err(message) => {
            complain(&message);
            Ok(FAILURE)
        }
    }
}

fn shown(found: &[Meaning], arguments: &Arguments) -> Result<String, String> {
    match arguments.format {
        Format::Text => {
            let texts = found.iter().map(Meaning::text);
            let texts: Vec<_> = texts.collect::<io::Result<_>>().map_err(no_text)?;
            let head = match (found, &arguments.name) {
                ([_, _, ..], Some(name)) => {
                    format!("{QUIET}{}{QUIET:#}\n\n", meaning::head(name, found))
                }
                _ => String::new(),
            };
            Ok(head + &texts.join("\n"))
        }
        Format::Markdown => {
            // The tables of the others are no less right without the attribute of this name, which has none.
            let texts: Vec<_> = found.iter().filter_map(Meaning::markdown).collect();
            if texts.is_empty() {
                let message =
                    "an attribute has no table of the document: use --format text or json";
                return Err(message.to_owned());
            }
            Ok(texts.join("\n"))
        }
        Format::Json => {
            let text = meaning::json(found).map_err(no_text)?;
            Ok(text + "\n")
        }
    }
}

fn no_text(error: impl std::fmt::Display) -> String {
    format!("cannot be shown: {error}")
}

const NAME: Style = AnsiColor::BrightCyan.on_default().bold();
const MANDATORY: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

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

pub(crate) fn first_sentence(text: &str) -> &str {
    text.split_once(['.', ';', ':'])
        .map_or(text, |(first, _)| first)
}
