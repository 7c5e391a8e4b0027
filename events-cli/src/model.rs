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
    /// Families and events; all when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let Some(specification) = model.select(&arguments.names) else {
        return Ok(FAILURE);
    };
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

    /// The specification with the families and events of these names alone, or all without a name; complains about a
    /// name that there is not.
    pub(crate) fn select(&self, names: &[String]) -> Option<Specification> {
        let mut specification = self.specification.clone();
        if names.is_empty() {
            return Some(specification);
        }
        let families = self.specification.families.iter();
        let known = families.flat_map(|family| {
            let events = family.events.iter().map(|event| &*event.name);
            std::iter::once(&*family.name).chain(events)
        });
        let known: Vec<&str> = known.collect();
        for name in names {
            if !known.contains(&&**name) {
                complain(&match closest(name, known.iter().copied()) {
                    Some(close) => {
                        format!("no family or event `{name}` is declared, did you mean `{close}`?")
                    }
                    None => format!(
                        "no family or event `{name}` is declared; `events list` shows those that are"
                    ),
                });
                return None;
            }
        }
        let wanted = |name: &str| names.iter().any(|wanted| wanted == name);
        let families = specification.families.to_mut();
        for family in &mut *families {
            if !wanted(&family.name) {
                family.events.to_mut().retain(|event| wanted(&event.name));
            }
        }
        families.retain(|family| !family.events.is_empty());
        Some(specification)
    }

    /// The event with this name or number, if there is one.
    fn find(&self, wanted: &str) -> Option<Declaration> {
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
