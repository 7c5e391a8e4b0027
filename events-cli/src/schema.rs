//! `events schema`: JSON Schema of events.

use std::io;

use clap::Args;
use events_core::schema::Specification;
use events_schema::export::json_schema::JsonSchema;
use serde_json::Value;

use crate::FAILURE;
use crate::model::Model;
use crate::output::{Output, Piece, file_names};

/// Writes JSON Schema, draft 2020-12: tables with their conditions, for validators in any language
///
/// A schema accepts what a reader accepts, attributes that the table lacks among it. Each rule bears its id, its words
/// and its footnote. In a directory, each event gets a file.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events schema EventRegistered\n  events schema --output events.schema.json\n  events schema --strict --output schemas\n  events schema --output schemas --check"
)]
pub(crate) struct Arguments {
    /// Families and events; all when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    /// Accepts one spelling of each value, and no attribute that the table lacks
    #[arg(long)]
    strict: bool,

    #[command(flatten)]
    output: Output,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let Some(specification) = model.select(&arguments.names) else {
        return Ok(FAILURE);
    };
    let schema = if arguments.strict {
        JsonSchema::strict()
    } else {
        JsonSchema::reader()
    };
    let schema = schema.with_dictionary(&specification.dictionary);
    arguments.output.put(
        || whole(schema, &specification),
        || pieces(schema, &specification),
    )
}

/// One schema of everything.
fn whole(schema: JsonSchema<'_>, specification: &Specification) -> String {
    text(&match &*specification.families {
        [family] => match &*family.events {
            [event] => schema.event(family, event),
            _ => schema.family(family),
        },
        _ => schema.specification(specification),
    })
}

/// A schema for each event.
fn pieces(schema: JsonSchema<'_>, specification: &Specification) -> Vec<Piece> {
    let events = || {
        let families = specification.families.iter();
        families.flat_map(|family| family.events.iter().map(move |event| (family, event)))
    };
    let names = file_names(events().map(|(_, event)| &*event.name), "json");
    events()
        .zip(names)
        .map(|((family, event), name)| Piece {
            name,
            text: text(&schema.event(family, event)),
        })
        .collect()
}

fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}
