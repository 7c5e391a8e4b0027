//! `events docs`: the reference, for people.

use std::io;

use clap::{Args, ValueEnum};
use events_core::schema::export;

use crate::model::Model;
use crate::output::{Output, Piece};
use crate::{FAILURE, complain};

/// Writes the reference: tables, footnotes and rules in words, attributes, enumerations, key sets
///
/// The HTML is one file that asks nothing of a network. In a directory, the reference is one file as well: `events.md` or
/// `events.html`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events docs --output events.html\n  events docs Registration\n  events docs --output events.html --check\n  events docs --output reference --format html"
)]
pub(crate) struct Arguments {
    /// Families and events; all when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// How the reference is written [default: as the extension of the file says, or else markdown]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,

    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown
    Markdown,
    /// One page with a search and a matrix of attributes and events
    Html,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let format = match format(arguments) {
        Ok(format) => format,
        Err(message) => {
            complain(&message);
            return Ok(FAILURE);
        }
    };
    let Some(specification) = model.select(&arguments.names) else {
        return Ok(FAILURE);
    };
    let (text, name) = match format {
        Format::Markdown => (export::reference(&specification), "events.md"),
        Format::Html => (export::html(&specification), "events.html"),
    };
    let piece = |text: &String| Piece {
        name: name.to_owned(),
        text: text.clone(),
    };
    arguments.output.put(|| text.clone(), || vec![piece(&text)])
}

/// The format that is asked for, or that of the file by its extension; they may not contradict each other.
fn format(arguments: &Arguments) -> Result<Format, String> {
    let extension = arguments.output.extension().unwrap_or_default();
    let of_file = match &*extension {
        "html" | "htm" => Some(Format::Html),
        "md" | "markdown" => Some(Format::Markdown),
        _ => None,
    };
    match (arguments.format, of_file) {
        (Some(asked), Some(of_file)) if asked != of_file => {
            let asked = asked.to_possible_value();
            let asked = asked.as_ref().map_or("", |value| value.get_name());
            Err(format!(
                "a file `.{extension}` is not written in the format {asked}, leave out `--format` or name another file"
            ))
        }
        (asked, of_file) => Ok(asked.or(of_file).unwrap_or(Format::Markdown)),
    }
}
