//! `events sample`: messages to test with, good and bad.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use events_core::read::{json, log};
use events_core::schema::solve::{Answer, Core, Flaw, Message, SolveError, examine};
use events_core::schema::witness::{Breach, Plausible, Witnesses};
use events_core::{Declaration, Draft, Events};

use crate::model::Model;
use crate::{CLEAN, FAILURE, complain};

/// Writes messages of an event that conform to its table and rules, or that break them
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events sample EventRegistered\n  events sample EventRegistered --random 1000 --seed 7\n  events sample EventRegistered --violating --output broken\n\nA message is named after what it breaks, as `events check` reports it. Lines of NDJSON bear no names: take --format json, which has the messages under their names, or --output."
)]
pub(crate) struct Arguments {
    /// The event's name or number; `events list` shows those that are declared
    event: String,

    /// One message for each way to break the event, each broken in this way alone
    #[arg(long, conflicts_with = "random")]
    violating: bool,

    /// So many messages, instead of the smallest and the fullest
    #[arg(long, value_name = "COUNT")]
    random: Option<usize>,

    /// What the values depend on; the same seed gives the same messages
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// How messages are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,

    /// Writes each message to a file of its own in this directory, named after what it breaks
    #[arg(long, value_name = "DIRECTORY")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// One object a line
    #[default]
    Ndjson,
    /// An object of all messages, under their names
    Json,
    /// A T-Library text log
    Log,
}

/// A message and what it is called.
struct Sample {
    name: String,
    message: Message,
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let Some(declaration) = model.declared(&arguments.event) else {
        return Ok(FAILURE);
    };
    let events = Events::new(model.declarations());
    let samples = match samples(arguments, &declaration, &events) {
        Ok(samples) if samples.is_empty() => {
            complain(&nothing(arguments, &declaration));
            return Ok(FAILURE);
        }
        Ok(samples) => samples,
        Err(error) => {
            complain(&error.to_string());
            return Ok(FAILURE);
        }
    };
    match &arguments.output {
        None => write(
            &mut anstream::stdout().lock(),
            arguments.format,
            &declaration,
            &samples,
        )?,
        Some(directory) => {
            if let Err(error) = write_files(directory, arguments.format, &declaration, &samples) {
                complain(&format!("cannot write to {}: {error}", directory.display()));
                return Ok(FAILURE);
            }
        }
    }
    Ok(CLEAN)
}

/// Why there is no message.
fn nothing(arguments: &Arguments, declaration: &Declaration) -> String {
    let event = declaration.event;
    let flaws = examine(event).unwrap_or_default();
    let unsatisfiable = flaws
        .into_iter()
        .find(|flaw| matches!(flaw, Flaw::NoMessage { .. }));
    match unsatisfiable {
        Some(flaw) if !arguments.violating => flaw.to_string(),
        _ => format!("there is no such message of `{}`", event.name),
    }
}

/// What a message is called that breaks its event so. A message without its name, or with a wrong one, is of no event
/// that a reader of all events could hold it against, so that this reader reports something else.
fn name_of(
    declaration: &Declaration,
    events: &Events,
    breach: Breach,
    message: &Message,
) -> String {
    let (event, name) = (declaration.event, breach.name(declaration.event));
    let row = breach.row().and_then(|row| event.attributes.get(row));
    if row.is_none_or(|row| row.name != declaration.family.tag) {
        return name;
    }
    let text = serde_json::to_string(&Draft::of(declaration, message)).unwrap_or_default();
    let mut reader = json::Reader::new(text.as_bytes(), events);
    let Ok(Some(read)) = reader.read() else {
        return name;
    };
    match read.report().violations() {
        [only] if only.what.code() != breach.code(event) => {
            format!("{} ({name})", only.what.code())
        }
        _ => name,
    }
}

fn samples(
    arguments: &Arguments,
    declaration: &Declaration,
    events: &Events,
) -> Result<Vec<Sample>, SolveError> {
    let event = declaration.event;
    let witnesses = Witnesses::new(event, declaration.dictionary)?;
    let mut values = Plausible::new(arguments.seed);
    let mut samples: Vec<Sample> = Vec::new();
    let mut add = |name: String, message: Option<Message>| {
        samples.extend(message.map(|message| Sample { name, message }));
    };
    if arguments.violating {
        for violating in witnesses.violating(&mut values)? {
            let name = violating.breach.name(event);
            match violating.answer {
                Answer::Never(core) if core == Core::default() => {
                    note(&format!(
                        "nothing shows `{name}` alone: the table forbids it by itself"
                    ));
                }
                Answer::Never(core) => {
                    note(&format!("nothing shows `{name}` alone, because of {core}"));
                }
                Answer::Message(message) => {
                    if arguments.format == Format::Log
                        && !shows(declaration, violating.breach, &message)
                    {
                        note(&format!("a log cannot show `{name}`"));
                    } else {
                        let name = match arguments.format {
                            // A log names the event before it says anything else.
                            Format::Log => name,
                            _ => name_of(declaration, events, violating.breach, &message),
                        };
                        add(name, Some(message));
                    }
                }
            }
        }
    } else if let Some(count) = arguments.random {
        for number in 1..=count {
            add(format!("random {number}"), witnesses.random(&mut values)?);
        }
    } else {
        add("smallest".to_owned(), witnesses.smallest(&mut values)?);
        add("full".to_owned(), witnesses.full(&mut values)?);
    }
    Ok(samples)
}

/// Whether a log says of a message that it is broken like this and in no other way.
fn shows(declaration: &Declaration, breach: Breach, message: &Message) -> bool {
    let text = Draft::of(declaration, message).to_log();
    let events = Events::new([*declaration]);
    let mut reader = log::Reader::new(text.as_bytes(), &events);
    let Ok(Some(read)) = reader.read() else {
        return false;
    };
    let report = read.report();
    let row = breach
        .row()
        .and_then(|row| declaration.event.attributes.get(row));
    matches!(report.violations(), [only] if only.what.code() == breach.code(declaration.event)
        && only.what.attribute() == row.map(|row| &*row.name))
}

fn write(
    out: &mut impl Write,
    format: Format,
    declaration: &Declaration,
    samples: &[Sample],
) -> io::Result<()> {
    match format {
        Format::Ndjson => {
            for sample in samples {
                let draft = Draft::of(declaration, &sample.message);
                writeln!(out, "{}", serde_json::to_string(&draft)?)?;
            }
        }
        Format::Json => {
            let named = samples
                .iter()
                .map(|sample| (&*sample.name, Draft::of(declaration, &sample.message)));
            let mut text = serde_json::Serializer::pretty(&mut *out);
            serde::Serializer::collect_map(&mut text, named)?;
            writeln!(out)?;
        }
        Format::Log => {
            for sample in samples {
                let text = Draft::of(declaration, &sample.message).to_log();
                writeln!(out, "-- {}\n{text}", sample.name)?;
            }
        }
    }
    Ok(())
}

fn write_files(
    directory: &Path,
    format: Format,
    declaration: &Declaration,
    samples: &[Sample],
) -> io::Result<()> {
    std::fs::create_dir_all(directory)?;
    let (extension, event) = match format {
        Format::Log => ("log", &declaration.event.name),
        Format::Ndjson | Format::Json => ("json", &declaration.event.name),
    };
    for sample in samples {
        // The id of a rule has the event's name in it.
        let name = if sample.name.contains(&**event) {
            sample.name.clone()
        } else {
            format!("{event} {}", sample.name)
        };
        let name = name.replace(['(', ')'], "").replace(['/', ' '], "-");
        let draft = Draft::of(declaration, &sample.message);
        let text = match format {
            Format::Log => draft.to_log(),
            Format::Ndjson => serde_json::to_string(&draft)? + "\n",
            Format::Json => serde_json::to_string_pretty(&draft)? + "\n",
        };
        std::fs::write(directory.join(format!("{name}.{extension}")), text)?;
    }
    Ok(())
}

/// Tells the user on standard error what is not among the messages.
fn note(message: &str) {
    anstream::eprintln!("note: {message}");
}
