//! `events diff`: what changed between two versions of a specification, and for whom it matters.

mod json;
mod markdown;
mod text;
mod version;

use std::io;

use clap::{Args, ValueEnum};
use events_core::Draft;
use events_core::schema::diff::{Change, Effect, Specifications, diff};
use events_core::schema::solve::Message;
use events_core::schema::{Event, Family, Specification};

use crate::model::Model;
use crate::{CLEAN, FAILURE, VIOLATIONS, complain};

/// Says what changed between two versions of a specification, with a message as proof of every break
#[derive(Debug, Args)]
#[command(
    after_help = "A version is the file of a model in JSON, a source with `event!` or a directory of sources, a document as `events import` reads it, or `declared` for the events that this program knows, or that --model has. Of the other version only the families are compared that a document has events of. What of a document is not understood is told, and ends the program with 2.\n\nExamples:\n  events diff model-1.json model-2.json\n  events diff before.rs src/dock.rs\n  events diff registration.pdf declared\n  events diff model.json declared --breaks producers --format markdown"
)]
pub(crate) struct Arguments {
    /// The version before
    old: String,

    /// The version after
    new: String,

    /// How changes are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,

    /// Whose breaks end the program with 1
    #[arg(long, value_enum, value_name = "WHOSE", default_value_t)]
    breaks: Breaks,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For a release note
    Markdown,
    /// For programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Breaks {
    /// Those of producers and of consumers
    #[default]
    Any,
    /// Those of who writes messages of the old version
    Producers,
    /// Those of who reads messages by the old version
    Consumers,
}

/// The changes and the versions that their messages are of.
struct Changes<'c> {
    versions: Specifications<'c>,
    all: Vec<Change>,
    /// What of the documents was not understood, so that it was not compared.
    open: Vec<String>,
}

/// Who may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    Producers,
    Consumers,
}

impl Whom {
    const ALL: [Whom; 2] = [Whom::Producers, Whom::Consumers];

    fn name(self) -> &'static str {
        match self {
            Whom::Producers => "producers",
            Whom::Consumers => "consumers",
        }
    }

    fn effect(self, change: &Change) -> &Effect {
        match self {
            Whom::Producers => &change.producers,
            Whom::Consumers => &change.consumers,
        }
    }

    /// What the proof of a break is a proof of.
    fn proof(self, effect: &Effect) -> &'static str {
        match (self, effect) {
            (_, Effect::None) => "",
            (_, Effect::Untold) => "not known",
            (Whom::Producers, Effect::Unknown(_)) => {
                "valid before, of no event that is known after"
            }
            (Whom::Consumers, Effect::Unknown(_)) => {
                "valid after, of no event that was known before"
            }
            (_, Effect::Misread(_)) => "valid before and after, but says something else",
            (Whom::Producers, _) => "valid before, not after",
            (Whom::Consumers, _) => "valid after, not before",
        }
    }
}

impl Changes<'_> {
    /// The message that proves a break, as JSON in a line.
    fn proof(&self, change: &Change, whom: Whom) -> Option<String> {
        let message = whom.effect(change).message()?;
        let (specification, name) = match whom {
            Whom::Producers => (self.versions.before, change.before.as_ref()?),
            Whom::Consumers => (self.versions.after, change.after.as_ref()?),
        };
        let family = specification
            .families
            .iter()
            .find(|family| family.name == name.family)?;
        let event = family.event(&name.event)?;
        written(specification, family, event, message)
    }

    /// How many changes break somebody.
    fn breaks(&self, whom: Whom) -> usize {
        let breaks = |change: &&Change| *whom.effect(change) != Effect::None;
        self.all.iter().filter(breaks).count()
    }

    fn summary(&self) -> String {
        let changes = match self.all.len() {
            0 if self.open.is_empty() => return "nothing changed".to_owned(),
            0 => "nothing changed in what was understood".to_owned(),
            1 => "1 change".to_owned(),
            count => format!("{count} changes"),
        };
        let summary = match Whom::ALL.map(|whom| self.breaks(whom)) {
            [0, 0] if self.open.is_empty() => {
                format!("{changes}, compatible for producers and consumers")
            }
            [0, 0] => changes,
            [producers, consumers] => {
                format!("{changes}; breaks of producers: {producers}, of consumers: {consumers}")
            }
        };
        match self.open.len() {
            0 => summary,
            open => format!("{summary}; {open} open, so that the comparison is not complete"),
        }
    }
}

fn written(
    specification: &Specification,
    family: &Family,
    event: &Event,
    message: &Message,
) -> Option<String> {
    let table = message.table(event);
    let draft = Draft::new(family, &table, &specification.dictionary, message);
    serde_json::to_string(&draft).ok()
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let [before, after] = match version::load([&arguments.old, &arguments.new], model) {
        Ok(versions) => versions,
        Err(errors) => {
            for error in errors {
                complain(&error);
            }
            return Ok(FAILURE);
        }
    };
    let versions = Specifications {
        before: &before.specification,
        after: &after.specification,
    };
    let changes = Changes {
        versions,
        all: diff(versions),
        open: before.open.into_iter().chain(after.open).collect(),
    };
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Text => text::write(&mut out, &changes)?,
        Format::Markdown => markdown::write(&mut out, &changes)?,
        Format::Json => json::write(&mut out, &changes)?,
    }
    let breaks = match arguments.breaks {
        Breaks::Any => changes.all.iter().any(Change::is_break),
        Breaks::Producers => changes.breaks(Whom::Producers) > 0,
        Breaks::Consumers => changes.breaks(Whom::Consumers) > 0,
    };
    Ok(if !changes.open.is_empty() {
        FAILURE
    } else if breaks {
        VIOLATIONS
    } else {
        CLEAN
    })
}
