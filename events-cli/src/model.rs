//! The model that commands work on, and `events model`, which writes it.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::Args;
use events_core::schema::{Family, Specification, closest};
use events_core::{Declaration, Events, families};

use crate::{CLEAN, FAILURE, check, complain};

/// How many faults of a model are shown.
const SHOWN: usize = 20;

/// Writes the declared families with their dictionary as JSON, for `--model` of all commands
///
/// Edit the file, or write one of your own, and `--model FILE` makes every command work on its events: nothing has to
/// be built for the private events of a site.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events model > site.json\n  events model Registration > site.json\n  events check --model site.json logs/"
)]
pub(crate) struct Arguments {
    /// The families to write; all when none is given
    #[arg(value_name = "FAMILY")]
    families: Vec<String>,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let mut specification = model.specification().clone();
    if !arguments.families.is_empty() {
        let mut chosen: Vec<Family> = Vec::new();
        for name in &arguments.families {
            let Some(family) = model.family(name) else {
                complain(&model.no_family(name));
                return Ok(FAILURE);
            };
            if !chosen.iter().any(|chosen| chosen.name == family.name) {
                chosen.push(family.clone());
            }
        }
        specification.families = chosen.into();
    }
    let mut out = anstream::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &specification)?;
    writeln!(out)?;
    Ok(CLEAN)
}

/// The events that commands work on: those that are compiled into the program, or those of a file.
pub(crate) struct Model {
    specification: &'static Specification,
    declarations: Vec<Declaration>,
}

impl Default for Model {
    /// The declared families.
    fn default() -> Self {
        Self {
            // Once in a run; declarations live as long as the program.
            specification: Box::leak(Box::new(families::specification())),
            declarations: families::declarations().collect(),
        }
    }
}

impl Model {
    /// The model in a file.
    pub(crate) fn load(path: &Path) -> Result<Self, String> {
        let specification: &'static Specification = Box::leak(Box::new(read(path)?));
        let declared = |family: &'static Family| {
            let events = family.events.iter();
            events.map(move |event| {
                Declaration::interpreted(family, event, &specification.dictionary)
            })
        };
        Ok(Self {
            specification,
            declarations: specification.families.iter().flat_map(declared).collect(),
        })
    }

    pub(crate) fn specification(&self) -> &'static Specification {
        self.specification
    }

    pub(crate) fn declarations(&self) -> impl Iterator<Item = Declaration> {
        self.declarations.iter().copied()
    }

    pub(crate) fn family(&self, name: &str) -> Option<&'static Family> {
        let mut families = self.specification.families.iter();
        families.find(|family| family.name == name)
    }

    /// What to say about a family that is not declared.
    fn no_family(&self, name: &str) -> String {
        let families = self.specification.families.iter();
        match closest(name, families.map(|family| &*family.name)) {
            Some(close) => format!("no family `{name}` is declared, did you mean `{close}`?"),
            None => format!("no family `{name}` is declared; `events list` shows those that are"),
        }
    }

    /// The event with this name or number, if there is one.
    pub(crate) fn find(&self, wanted: &str) -> Option<Declaration> {
        let number = wanted.parse().ok();
        self.declarations().find(|declaration| {
            declaration.event.name == wanted
                || number.is_some() && declaration.event.number == number
        })
    }

    /// The event with this name or number; complains when there is none.
    pub(crate) fn declared(&self, wanted: &str) -> Option<Declaration> {
        let found = self.find(wanted);
        if found.is_none() {
            let events = Events::new(self.declarations());
            complain(&check::unknown_event(wanted, &events));
        }
        found
    }
}

/// Reads the specification in a file and looks at it for faults.
pub(crate) fn read(path: &Path) -> Result<Specification, String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|error| format!("cannot read {name}: {error}"))?;
    let specification: Specification = serde_json::from_slice(&bytes)
        .map_err(|error| format!("{name} is no model of a specification: {error}"))?;
    let faults = specification.faults();
    if faults.is_empty() {
        return Ok(specification);
    }
    let mut message = format!("{name} has faults, correct them:");
    for fault in faults.iter().take(SHOWN) {
        // Writing to a `String` cannot fail.
        let _ = write!(message, "\n  {fault}");
    }
    if faults.len() > SHOWN {
        let _ = write!(message, "\n  and {} more", faults.len() - SHOWN);
    }
    Err(message)
}
