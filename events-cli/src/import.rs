//! `events import`: documents become drafts of declarations, and declarations become a model.

mod declarations;

use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};

use clap::builder::styling::{AnsiColor, Style as Colour};
use clap::{Args, ValueEnum};
use events_core::schema::{Dictionary, Family, Status};
use events_core::tlibrary::DICTIONARY;
use events_schema::import::{
    Document, Draft, Entry, Ledger, Options, PresenceWords, Style, What, differences, import,
};
use events_syntax::read::Source;
use serde_json::Value;

use crate::model::{self, Model};
use crate::source::{self, Form};
use crate::table::counted;
use crate::{CLEAN, FAILURE, VIOLATIONS, complain};

/// Turns documents into drafts of declarations, with an account of what was taken and what was not understood
///
/// The draft goes to standard output, the account to standard error. The exit status is 1 when something that looked
/// relevant was not understood.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  events import registration.txt > registration.rs\n  events import spec.md --presence \"Always=Mandatory,Sometimes=Optional\""
)]
pub(crate) struct Arguments {
    /// The documents: PDF, Markdown (.md), HTML (.html) or else plain text; or sources with `event!` (.rs), or a
    /// directory of them
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,

    /// The name of the family, in place of the one that the document has
    #[arg(long, value_name = "NAME")]
    family: Option<String>,

    /// What the document's words of presence mean, beside Mandatory, Required, R, M, SHALL, MUST, Optional, O, MAY,
    /// Conditional and C
    #[arg(long, value_name = "WORD=MEANING,…", value_parser = presence_words)]
    presence: Option<PresenceWords>,

    /// What the attribute names of the document mean: `t-library` (or what --model says), `none` for what the rows say, or
    /// the file of a model or a source with `dictionary!`
    #[arg(long, value_name = "DICTIONARY", default_value = "t-library")]
    dictionary: Names,

    /// Leaves out the document's texts, whose words are its owner's
    #[arg(long)]
    no_text: bool,

    /// Holds the documents against the declared events, row by row and footnote by footnote, and writes no draft
    #[arg(long)]
    check: bool,

    /// How the draft, or the difference, is written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    format: Format,
}

/// What attribute names mean.
#[derive(Debug, Clone)]
enum Names {
    /// What the dictionary of T-Library says, or that of --model.
    Default,
    /// What their rows say.
    None,
    /// What the dictionary in this file says.
    Of(PathBuf),
}

impl From<&str> for Names {
    fn from(given: &str) -> Self {
        match given {
            "t-library" => Self::Default,
            "none" => Self::None,
            path => Self::Of(path.into()),
        }
    }
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Declarations, as the source of a file
    #[default]
    Source,
    /// The model, the proposals and the ledgers, for programs
    Json,
}

fn presence_words(words: &str) -> Result<PresenceWords, String> {
    let mut presence = PresenceWords::default();
    presence.add(words).map_err(|error| error.to_string())?;
    Ok(presence)
}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let read = dictionary(&arguments.dictionary, model)
        .and_then(|dictionary| Ok((dictionary, read(&arguments.documents)?)));
    let (dictionary, documents) = match read {
        Ok((dictionary, Given::Documents(documents))) => (dictionary, documents),
        Ok((dictionary, Given::Sources(sources))) => {
            let read = source::declared(&sources, Some(&dictionary));
            return declarations::run(&read, arguments, model);
        }
        Err(message) => {
            complain(&message);
            return Ok(FAILURE);
        }
    };
    let options = Options {
        dictionary,
        family: arguments.family.clone(),
        presence: arguments.presence.clone().unwrap_or_default(),
    };
    let draft = import(&documents, &options);
    if arguments.check {
        return check(&draft, arguments, model);
    }
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Json => writeln!(out, "{}", serde_json::to_string_pretty(&draft)?)?,
        Format::Source => {
            // The dictionary of a model is wherever `events declare` was told to write it.
            let dictionary = if options.dictionary == DICTIONARY {
                "events_core::tlibrary::dictionary"
            } else {
                "crate::dictionary"
            };
            let style = Style {
                texts: !arguments.no_text,
                dictionary: Some(dictionary.to_owned()),
            };
            out.write_all(draft.source(&style).as_bytes())?;
            account(&mut anstream::stderr().lock(), &draft)?;
        }
    }
    Ok(if draft.is_open() { VIOLATIONS } else { CLEAN })
}

/// What documents and declarations do not have in common, and what of the tables was not understood. Words of
/// footnotes that were not understood are no difference: a person has read them for the declaration.
fn check(draft: &Draft, arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let open = draft.ledgers.iter().flat_map(|ledger| {
        let entries = ledger.open();
        let entries = entries.filter(|(.., reason)| !reason.is_about_prose());
        entries.map(move |(entry, ..)| (&*ledger.document, entry))
    });
    let open: Vec<(&str, &Entry)> = open.collect();
    let entries: Vec<&Entry> = open.iter().map(|(_, entry)| *entry).collect();
    let entries = serde_json::to_value(entries)?;
    let open: Vec<_> = open
        .iter()
        .map(|(document, entry)| format!("{document}: {entry}"))
        .collect();
    hold(
        &draft.specification.families,
        &open,
        &entries,
        arguments,
        model,
    )
}

/// The footnotes whose words were not understood, so that nothing was held against their declaration.
fn not_compared(read: &[Family]) -> Vec<String> {
    let events = read.iter().flat_map(|family| family.events.iter());
    let footnotes = events.flat_map(|event| {
        let unread = event.footnotes.iter();
        let unread = unread.filter(|note| note.status == Status::Unread);
        unread.map(|note| format!("{}[{}]", event.name, note.letter))
    });
    footnotes.collect()
}

/// Holds families that were read against the declared ones.
fn hold(
    read: &[Family],
    open: &[String],
    entries: &Value,
    arguments: &Arguments,
    model: &Model,
) -> io::Result<u8> {
    let declared: Vec<&Family> = model.specification().families.iter().collect();
    let found = differences(read, &declared);
    let unread = not_compared(read);
    let mut out = anstream::stdout().lock();
    if let Format::Json = arguments.format {
        let all =
            serde_json::json!({ "differences": found, "open": entries, "not-compared": unread });
        writeln!(out, "{all:#}")?;
    } else {
        for difference in &found {
            if difference.is_certain() {
                writeln!(out, "{OPEN}difference{OPEN:#}: {difference}")?;
            } else {
                writeln!(out, "note: {difference}")?;
            }
        }
        for entry in open {
            writeln!(out, "{OPEN}open{OPEN:#}: {entry}")?;
        }
        if !unread.is_empty() {
            let count = counted(u64::try_from(unread.len()).unwrap_or(u64::MAX), "footnote");
            let names = unread.join(", ");
            writeln!(
                out,
                "note: {count} not compared, since the words are not understood: {names}"
            )?;
        }
    }
    let certain = found
        .iter()
        .filter(|difference| difference.is_certain())
        .count();
    if certain == 0 && open.is_empty() {
        return Ok(CLEAN);
    }
    if let Format::Source = arguments.format {
        let documents: Vec<_> = arguments
            .documents
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let count = u64::try_from(certain).unwrap_or(u64::MAX);
        writeln!(
            out,
            "{}, {} open; `events import {}` writes the declarations that the document asks for",
            counted(count, "difference"),
            open.len(),
            documents.join(" ")
        )?;
    }
    Ok(VIOLATIONS)
}

/// What the attribute names mean.
fn dictionary(names: &Names, model: &Model) -> Result<Dictionary, String> {
    match names {
        Names::Default => Ok(model.specification().dictionary.clone()),
        Names::None => Ok(Dictionary::EMPTY),
        Names::Of(path) => match source::form(path)? {
            Form::Model(bytes) => model::parse(path, &bytes).map(|model| model.dictionary),
            Form::Sources(sources) => {
                let read = source::without_mistakes(source::declared(&sources, None), &sources)?;
                Ok(read.dictionary)
            }
            Form::Document(_) => {
                let name = path.display();
                Err(format!(
                    "{name} has no dictionary, give a model or a source with `dictionary!`"
                ))
            }
        },
    }
}

/// What is to be imported.
enum Given {
    Documents(Vec<Document>),
    Sources(Vec<Source>),
}

fn read(paths: &[PathBuf]) -> Result<Given, String> {
    let (mut documents, mut sources) = (Vec::new(), Vec::new());
    for path in paths {
        match source::form(path)? {
            Form::Sources(found) => sources.extend(found),
            Form::Model(bytes) | Form::Document(bytes) => documents.push(document(path, &bytes)?),
        }
    }
    match (documents.is_empty(), sources.is_empty()) {
        (_, true) => Ok(Given::Documents(documents)),
        (true, false) => Ok(Given::Sources(sources)),
        (false, false) => {
            let message = "documents and sources are read in different ways, import them apart";
            Err(message.to_owned())
        }
    }
}

/// The document in the bytes of a file.
pub(crate) fn document(path: &Path, bytes: &[u8]) -> Result<Document, String> {
    let name = path.display().to_string();
    let file = path
        .file_name()
        .map_or(name.clone(), |file| file.to_string_lossy().into_owned());
    // A document that the reader of PDF gives up on is told below, in other words.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let document = Document::read(&file, bytes);
    panic::set_hook(hook);
    document.map_err(|error| format!("cannot read `{name}`: {error}"))
}

const OPEN: Colour = AnsiColor::BrightRed.on_default().bold();
const QUIET: Colour = Colour::new().dimmed();

/// Says of each document what was taken, then everything that was not understood.
fn account(out: &mut impl Write, draft: &Draft) -> io::Result<()> {
    for ledger in &draft.ledgers {
        let Ledger { document, entries } = ledger;
        for entry in entries {
            match entry.what {
                What::Open { .. } => writeln!(out, "{document}: {OPEN}open{OPEN:#}: {entry}")?,
                _ => writeln!(out, "{QUIET}{document}: {entry}{QUIET:#}")?,
            }
        }
        let count = |what: &str, test: fn(&What) -> bool| {
            counted(u64::try_from(ledger.count(test)).unwrap_or(u64::MAX), what)
        };
        let taken = [
            count("event", |what| matches!(what, What::Event)),
            count("row", |what| matches!(what, What::Row { .. })),
            count("mark", |what| matches!(what, What::Mark { .. })),
            count("footnote", |what| matches!(what, What::Footnote { .. })),
            count("proposal", |what| matches!(what, What::Proposed { .. })),
        ];
        let open = ledger.open().count();
        writeln!(out, "{document}: {}; {open} open", taken.join(", "))?;
    }
    Ok(())
}
