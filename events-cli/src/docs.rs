//! `events docs`: the reference, for people.

use std::io;

use clap::{Args, ValueEnum};
use events_core::schema::export;

use crate::FAILURE;
use crate::model::Model;
use crate::output::{Output, Piece};

/// Writes the reference: tables, footnotes and rules in words, attributes, enumerations
///
/// The HTML is one file that asks nothing of a network.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events docs --output events.html --format html\n  events docs Registration\n  events docs --output events.html --format html --check"
)]
pub(crate) struct Arguments {
    /// Families and events; all when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// How the reference is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,

    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Markdown
    #[default]
    Markdown,
    /// One page with a search and a matrix of attributes and events
    Html,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let Some(specification) = model.select(&arguments.names) else {
        return Ok(FAILURE);
    };
    let (text, name) = match arguments.format {
        Format::Markdown => (export::reference(&specification), "events.md"),
        Format::Html => (export::html(&specification), "events.html"),
    };
    let piece = |text: &String| Piece {
        name: name.to_owned(),
        text: text.clone(),
    };
    arguments.output.put(|| text.clone(), || vec![piece(&text)])
}
