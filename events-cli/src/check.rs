//! `events check`: every departure of logs and streams from the document.

mod doubt;
mod excerpt;
mod finding;
mod github;
mod input;
mod json;
mod nothing;
mod pool;
mod progress;
mod run;
mod sarif;
mod scan;
mod summary;
mod tally;
mod text;
mod unpack;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use clap::{Args, ValueEnum};
use events_core::read::Format;
use events_core::{Events, schema};

use crate::model::Model;
use crate::{CLEAN, FAILURE, VIOLATIONS, complain};
use doubt::Names;
use finding::{Failure, Finding};
use pool::Pool;
use progress::Progress;
use run::Run;
use scan::Scan;
use tally::Tally;

/// Checks logs and streams of events against the tables of their specification
///
/// Reads text logs of T-Library (T-Server, SIP Server and their clients) and JSON (an object an event: NDJSON, objects
/// over several lines, or an array), compressed by gzip or not, and reports every departure from the document with the
/// footnote that it breaks.
#[derive(Debug, Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Files and directories; `-` or none for standard input
    ///
    /// Of a directory, at any depth, files are taken whose names end in .log, .txt, .json, .ndjson or .jsonl, perhaps
    /// with the number of a rotation (.log.1) and .gz behind it. Hidden files and directories are not taken, and
    /// links to directories are not followed. A file that is named is always taken.
    paths: Vec<PathBuf>,

    /// How the input is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    input: Input,

    /// How findings are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Output,

    /// The most violations to show; all are counted [default: 100 for text and github, 25000 for sarif, else all]
    ///
    /// Notes, where they are shown, have the same limit of their own. GitHub refuses a SARIF file with more than 25,000
    /// results, so violations and notes share that default; `hidden` in its properties counts the violations that are
    /// left out.
    #[arg(long, value_name = "N")]
    max: Option<u64>,

    /// Shows violations and the last line alone, and nothing when there is nothing wrong
    #[arg(short, long)]
    quiet: bool,

    /// What notes are: counted only, shown as well, or violations
    ///
    /// A note is what the document does not forbid but a reader should know: an attribute or a key that the table
    /// lacks, a number that its enumeration lacks, a rule that cannot be told from the message, an event that is not
    /// declared.
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    notes: Notes,

    /// The value of Server in events of a log
    ///
    /// Logs do not carry Server, and do not have to: without this option its absence is no violation.
    #[arg(long, value_name = "N")]
    server: Option<i32>,

    /// How many threads check files [default: as many as the machine runs at once, at most 8]
    ///
    /// Files are cut into chunks for them where messages begin. What comes through a pipe is checked as it comes.
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,

    /// Checks events of this name alone; may be given several times
    #[arg(long, value_name = "NAME")]
    event: Vec<String>,
}

/// How many results of a run GitHub takes.
const SARIF: u64 = 25_000;

const EXAMPLES: &str = "\
Examples:
  events check sipserver.log
  events check logs/ archive/2026-03-02.log.gz
  kcat -C -t events -e | events check --input json
  events check --format sarif logs/ > events.sarif
  events check --event EventRegistered --notes note --max 5 sipserver.log

Exit status:
  0  no violations
  1  violations
  2  something could not be read, nothing in it was recognised, or there was no event to check; the rest was
     checked all the same";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Input {
    /// Found from the content
    #[default]
    Auto,
    /// JSON objects
    Json,
    /// Text logs of T-Library
    Log,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Output {
    /// For people: excerpts, footnotes and a summary
    #[default]
    Text,
    /// A JSON object a line: violations, then a summary
    Json,
    /// One SARIF 2.1.0 document
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Notes {
    /// Counted only
    #[default]
    Allow,
    /// Shown
    Note,
    /// Shown and counted as violations
    Deny,
}

impl Arguments {
    fn max(&self) -> u64 {
        match (self.max, self.format) {
            (Some(max), _) => max,
            (None, Output::Text | Output::Github) => 100,
            // What is shown has two limits when notes are shown beside violations.
            (None, Output::Sarif) if self.notes == Notes::Note => SARIF / 2,
            (None, Output::Sarif) => SARIF,
            (None, Output::Json) => u64::MAX,
        }
    }

    fn input(&self) -> Option<Format> {
        match self.input {
            Input::Auto => None,
            Input::Json => Some(Format::Json),
            Input::Log => Some(Format::Log),
        }
    }
}

/// How a finding is written.
trait Style: Sync {
    fn finding(&self, finding: &Finding<'_>) -> io::Result<Vec<u8>>;
}

/// Where findings go.
trait Sink {
    /// Takes a finding that is to be shown, as its style writes it.
    fn finding(&mut self, finding: &[u8]) -> io::Result<()>;

    /// Shows what was taken at once, for somebody who waits for it.
    fn flush(&mut self) -> io::Result<()>;

    /// Takes what could not be read. The user was told on standard error.
    fn failure(&mut self, failure: &Failure) -> io::Result<()>;

    /// Ends the output.
    fn finish(&mut self, tally: &Tally) -> io::Result<()>;
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let events = Events::new(model.declarations());
    if let Some(unknown) = arguments
        .event
        .iter()
        .find(|name| !events.names().any(|known| known == **name))
    {
        complain(&unknown_event(unknown, &events));
        return Ok(FAILURE);
    }
    let (files, failures) = input::files(&arguments.paths);
    let progress = Progress::new(&files, arguments.quiet);
    let mut sink = sink(arguments, &events, progress.screen(stdout()))?;
    let mut tally = Tally::new(&events, arguments.notes == Notes::Deny);
    tally.shows(arguments.max());
    let style = style(arguments, &events);
    let scan = Scan {
        arguments,
        events: &events,
        style: &*style,
    };
    let mut run = Run {
        sink: &mut *sink,
        tally: &mut tally,
        progress: &progress,
        names: &Names::new(&events),
    };
    for failure in &failures {
        run.fail(failure)?;
    }
    let threads = arguments.threads;
    let result = thread::scope(|scope| run.files(&files, &scan, Pool::new(scope, &scan, threads)));
    let result = result.and_then(|()| run.tell_of_nothing(&files));
    progress.finish();
    match result.and_then(|()| sink.finish(&tally)) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ if tally.failures > 0 => Ok(FAILURE),
        _ if tally.violations() > 0 => Ok(VIOLATIONS),
        _ => Ok(CLEAN),
    }
}

/// What to say about an event that is not declared.
pub(crate) fn unknown_event(name: &str, events: &Events) -> String {
    match schema::closest(name, events.names()) {
        Some(close) => format!("no event `{name}` is declared, did you mean `{close}`?"),
        None => format!("no event `{name}` is declared; `events list` shows those that are"),
    }
}

fn style(arguments: &Arguments, events: &Events) -> Box<dyn Style> {
    match arguments.format {
        Output::Text => Box::new(text::Excerpts::new()),
        Output::Json => Box::new(json::Lines),
        Output::Sarif => Box::new(sarif::Results::new(events)),
        Output::Github => Box::new(github::Commands),
    }
}

fn sink<'a>(
    arguments: &Arguments,
    events: &'a Events,
    out: impl Write + 'a,
) -> io::Result<Box<dyn Sink + 'a>> {
    Ok(match arguments.format {
        Output::Text => Box::new(text::Text::new(out, arguments.quiet)),
        Output::Json => Box::new(json::Json::new(out)),
        Output::Sarif => Box::new(sarif::Sarif::begin(out, events)?),
        Output::Github => Box::new(github::Github::new(out)),
    })
}

/// Standard output: colours only where they are wanted, and at once only where someone is looking.
fn stdout() -> Box<dyn Write> {
    let out = anstream::stdout();
    if io::stdout().is_terminal() {
        Box::new(out)
    } else {
        Box::new(BufWriter::new(out))
    }
}
