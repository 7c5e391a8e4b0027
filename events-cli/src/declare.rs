//! `events declare`: a model as the source of its declaration.

use std::io;

use clap::Args;
use events_core::schema::export::{Module, modules};
use events_core::schema::{Event, Specification};
use events_core::tlibrary::DICTIONARY;

use crate::FAILURE;
use crate::model::Model;
use crate::output::{Output, Piece};

/// Writes events as the source of their declaration, with `event!`
///
/// A model whose dictionary is that of T-Library takes its names from there; any other is declared with its dictionary
/// and its enumerations. In a directory, each family gets a file, and `mod.rs` has them all.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events declare Registration\n  events declare --model site.json --output src/site"
)]
pub(crate) struct Arguments {
    /// Families and events; all when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,

    #[command(flatten)]
    output: Output,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let Some(specification) = model.select(&arguments.names) else {
        return Ok(FAILURE);
    };
    let modules = declared(&specification);
    arguments
        .output
        .put(|| whole(&modules), || pieces(&modules))
}

/// A model as the source of a file.
pub(crate) fn source(specification: &Specification) -> String {
    whole(&declared(specification))
}

fn declared(specification: &Specification) -> Vec<Module> {
    // A key set that only rules have is in no dictionary, and is declared with one.
    let events = specification
        .families
        .iter()
        .flat_map(|family| family.events.iter());
    let rules = events.flat_map(Event::rules);
    let mut key_sets = rules.flat_map(|(_, rule)| rule.key_sets());
    let known = specification.dictionary == DICTIONARY
        && key_sets.all(|(_, keys)| DICTIONARY.key_sets.contains(keys));
    modules(
        specification,
        known.then_some("events_core::tlibrary::dictionary"),
    )
}

fn whole(modules: &[Module]) -> String {
    match modules {
        [only] => only.source.clone(),
        modules => {
            let items: Vec<_> = modules.iter().map(Module::item).collect();
            items.join("\n")
        }
    }
}

fn pieces(modules: &[Module]) -> Vec<Piece> {
    let list = modules
        .iter()
        .map(|module| format!("pub mod {};\n", module.name));
    let mut pieces = vec![Piece {
        name: "mod.rs".to_owned(),
        text: list.collect(),
    }];
    pieces.extend(modules.iter().map(|module| Piece {
        // A keyword's module is in a file without its sign.
        name: format!("{}.rs", module.name.trim_start_matches("r#")),
        text: module.source.clone(),
    }));
    pieces
}
