//! The model that commands work on, and `events model`, which writes it.

mod misread;

use std::fmt::{Display, Write as _};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use events_core::schema::solve::examine;
use events_core::schema::{Family, Specification, closest};
use events_core::{Declaration, Events, families};

use crate::source::{self, Form};
use crate::{CLEAN, FAILURE, check, complain};

/// How many faults of a model, or mistakes of sources, are shown.
const SHOWN: usize = 20;

/// Writes the declared families with their dictionary as JSON, for `--model` of all commands
///
/// Edit the file, or write one of your own, and `--model FILE` makes every command work on its events: nothing has to
/// be built for the private events of a site. Of sources with `event!` it writes the model that they declare.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events model > site.json\n  events model Registration > site.json\n  events model my_events.rs > site.json\n  events check --model site.json logs/"
)]
pub(crate) struct Arguments {
    /// Families and events, or files and directories of sources; all declared ones when none is given
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let is_path = |name: &&String| source::is_path(Path::new(name));
    let (paths, names): (Vec<&String>, Vec<&String>) = arguments.names.iter().partition(is_path);
    let names: Vec<String> = names.into_iter().cloned().collect();
    let loaded;
    let model = if paths.is_empty() {
        model
    } else {
        let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
        match Model::load(&paths) {
            Ok(model) => loaded = model,
            Err(error) => {
                complain(&error);
                return Ok(FAILURE);
            }
        }
        &loaded
    };
    let Some(specification) = model.select(&names) else {
        return Ok(FAILURE);
    };
    let mut out = anstream::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &specification)?;
    writeln!(out)?;
    if model.is_loaded {
        note_flaws(&specification);
    }
    Ok(CLEAN)
}

/// The events that commands work on: those that are compiled into the program, or those of a file.
pub(crate) struct Model {
    specification: &'static Specification,
    declarations: Vec<Declaration>,
    /// Whether it comes from a file: what is compiled was examined then.
    is_loaded: bool,
}

/// Tells on standard error what is wrong with the rules themselves: rules that contradict each other, that cannot be
/// broken, or that say nothing new. They are no faults, since messages can be checked by them.
fn note_flaws(specification: &Specification) {
    for family in specification.families.iter() {
        for event in family.events.iter() {
            let name = format!("{}/{}", family.name, event.name);
            match examine(event) {
                Ok(flaws) => {
                    for flaw in flaws {
                        anstream::eprintln!("note: {name}: {flaw}");
                    }
                }
                Err(error) => anstream::eprintln!("note: {name}: {error}"),
            }
        }
    }
}

impl Default for Model {
    /// The declared families.
    fn default() -> Self {
        Self {
            // Once in a run; declarations live as long as the program.
            specification: Box::leak(Box::new(families::specification())),
            declarations: families::declarations().collect(),
            is_loaded: false,
        }
    }
}

impl Model {
    /// The model in a file, or that of sources.
    pub(crate) fn load(paths: &[PathBuf]) -> Result<Self, String> {
        let specification: &'static Specification = Box::leak(Box::new(read(paths)?));
        let declared = |family: &'static Family| {
            let events = family.events.iter();
            events.map(move |event| {
                Declaration::interpreted(family, event, &specification.dictionary)
            })
        };
        Ok(Self {
            specification,
            declarations: specification.families.iter().flat_map(declared).collect(),
            is_loaded: true,
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
            let mut families = self.specification.families.iter();
            complain(&match families.find(|family| family.name == wanted) {
                Some(family) => is_family(family),
                None => check::unknown_event(wanted, &Events::new(self.declarations())),
            });
        }
        found
    }
}

/// What to say where a family is named and one event is asked for.
pub(crate) fn is_family(family: &Family) -> String {
    let events = family.events.iter();
    let events: Vec<_> = events.map(|event| format!("`{}`", event.name)).collect();
    format!(
        "`{}` is a family, name one of its events: {}",
        family.name,
        events.join(", ")
    )
}

/// Reads the specification in a file or in sources and looks at it for faults.
///
/// Where there are both, the attribute names of the sources mean what the model says.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Specification, String> {
    let mut model: Option<Specification> = None;
    let mut sources = Vec::new();
    for path in paths {
        let name = path.display();
        match source::form(path)? {
            Form::Sources(found) => sources.extend(found),
            Form::Model(bytes) if model.is_none() => model = Some(parse(path, &bytes)?),
            Form::Model(_) => return Err(format!("{name} is a second model, give one")),
            Form::Document(_) => {
                return Err(format!(
                    "{name} is a document and no model, `events import {name}` makes a draft of it"
                ));
            }
        }
    }
    let Some(given) = model else {
        let specification = source::read(&sources, None)?;
        return without_faults(specification, &shown(paths));
    };
    if sources.is_empty() {
        return Ok(given);
    }
    let mut specification = source::read(&sources, Some(&given.dictionary))?;
    if specification.dictionary != given.dictionary {
        let message =
            "there are two dictionaries, one in the model and one in the sources, give one";
        return Err(message.to_owned());
    }
    let own = std::mem::take(specification.families.to_mut());
    specification.families = given.families.iter().cloned().chain(own).collect();
    without_faults(specification, &shown(paths))
}

/// Reads the specification in the bytes of a file and looks at it for faults.
pub(crate) fn parse(path: &Path, bytes: &[u8]) -> Result<Specification, String> {
    let name = path.display();
    let specification: Specification = serde_json::from_slice(bytes).map_err(|error| {
        match &*misread::mistakes(bytes, &error) {
            [one] => format!("{name} is no model of a specification: {one}"),
            all => wrong(&name.to_string(), "mistakes", all),
        }
    })?;
    without_faults(specification, &name.to_string())
}

fn shown(paths: &[PathBuf]) -> String {
    let names: Vec<_> = paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    names.join(", ")
}

/// The specification, unless it has faults.
pub(crate) fn without_faults(
    specification: Specification,
    name: &str,
) -> Result<Specification, String> {
    let faults = specification.faults();
    if faults.is_empty() {
        return Ok(specification);
    }
    Err(wrong(name, "faults", &faults))
}

/// What is wrong with a model or with sources, as much of it as is shown.
pub(crate) fn wrong(name: &str, what: &str, all: &[impl Display]) -> String {
    let mut message = format!("{name} has {what}, correct them:");
    for one in all.iter().take(SHOWN) {
        // Writing to a `String` cannot fail.
        let _ = write!(message, "\n  {one}");
    }
    if all.len() > SHOWN {
        let _ = write!(message, "\n  and {} more", all.len() - SHOWN);
    }
    message
}
