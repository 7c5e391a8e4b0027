//! What is shown of a message: a violation or a note with its place.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::ops::Range;

use events_core::read::Checked;
use events_core::schema::{Fact, Family, Kind};
use events_core::{Cited, Located, Note, Violation};

/// A violation or a note, in its message, in its file.
#[derive(Debug)]
pub(crate) struct Finding<'a> {
    pub(crate) file: &'a str,
    pub(crate) checked: Checked<'a>,
    /// The family of the event, if it is declared.
    pub(crate) family: Option<&'a Family>,
    pub(crate) what: What<'a>,
    /// Where it stands in the text of the message, if it has a place of its own.
    pub(crate) at: Option<Range<usize>>,
    /// Whether it counts as a violation.
    pub(crate) is_error: bool,
    /// The note that its log ends within the message.
    pub(crate) cut_off: Option<&'a Located<Note>>,
}

/// What was found.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What<'a> {
    Violation(&'a Violation),
    Note(&'a Note),
}

/// A place in a file: line and columns, counted from 1 and in characters. The end is behind the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) line: u64,
    pub(crate) column: Option<u64>,
    pub(crate) end_column: Option<u64>,
}

impl<'a> Finding<'a> {
    /// The name of the event whose table the message was held against, or else the one that it has; empty when it has
    /// none.
    pub(crate) fn event(&self) -> &'a str {
        let record = self.checked.record();
        record.event().map_or(record.name(), |event| &event.name)
    }

    /// The name of the check that found it, or the id of the rule.
    pub(crate) fn code(&self) -> &'a str {
        match self.what {
            What::Violation(violation) => violation.code(),
            What::Note(note) => note.code(),
        }
    }

    /// What is wrong, in one sentence. It begins with neither the rule's id nor ends with the facts, which
    /// [`cited`](Finding::cited) has.
    pub(crate) fn headline(&self) -> Cow<'a, str> {
        match self.what {
            What::Violation(Violation::Broken { rule }) => Cow::Borrowed(&rule.words),
            What::Violation(violation) => Cow::Owned(violation.to_string()),
            What::Note(Note::CannotTell { rule }) => {
                Cow::Owned(format!("{} cannot be told: {}", rule.id, rule.words))
            }
            What::Note(note) => Cow::Owned(note.to_string()),
        }
    }

    /// What is wrong and why, in one sentence, for readers who see neither the message nor the code.
    pub(crate) fn sentence(&self) -> String {
        let mut sentence = match self.what {
            What::Violation(violation) => violation.to_string(),
            What::Note(note) => note.to_string(),
        };
        // The id of a rule says which event it is of.
        if self.cited().is_none() && !self.event().is_empty() {
            sentence = format!("{}: {sentence}", self.event());
        }
        sentence
    }

    /// The attribute that it is about, if it is about one.
    pub(crate) fn attribute(&self) -> Option<&'a str> {
        match self.what {
            What::Violation(violation) => violation.attribute(),
            What::Note(
                Note::Waived { attribute, .. }
                | Note::UnknownNumber { attribute, .. }
                | Note::UnknownKey { attribute, .. }
                | Note::Obsolete { attribute },
            ) => Some(attribute),
            What::Note(Note::UnknownAttribute { name, .. }) => Some(name),
            What::Note(_) => None,
        }
    }

    /// The rule that it is about.
    pub(crate) fn cited(&self) -> Option<&'a Cited> {
        match self.what {
            What::Violation(Violation::Broken { rule }) | What::Note(Note::CannotTell { rule }) => {
                Some(rule)
            }
            _ => None,
        }
    }

    /// What the message says that made the rule apply and broke it.
    pub(crate) fn facts(&self) -> &'a [Fact] {
        self.cited().map_or(&[], |rule| &rule.facts)
    }

    /// The footnote's text.
    pub(crate) fn footnote(&self) -> Option<&'a str> {
        let waived = match self.what {
            What::Note(Note::Waived { footnote, .. }) => Some(&**footnote),
            _ => None,
        };
        self.cited().map(|rule| &*rule.footnote).or(waived)
    }

    /// The place in the document that says so: that of the footnote, or of the table.
    pub(crate) fn source(&self) -> Option<String> {
        match (
            self.cited(),
            self.footnote().or(self.attribute()),
            self.family,
        ) {
            (Some(rule), ..) => Some(rule.source.clone()),
            (None, Some(_), Some(family)) => Some(family.source.to_string()),
            _ => None,
        }
    }

    /// What it probably comes from: the end of the log, unless it stands before the last line of what is there.
    pub(crate) fn cause(&self) -> Option<String> {
        let (What::Violation(_), Some(cut_off)) = (self.what, self.cut_off) else {
            return None;
        };
        let before = |(at, end): (&Range<usize>, &Range<usize>)| at.end <= end.start;
        let is_before = self
            .at
            .as_ref()
            .zip(cut_off.at.as_ref())
            .is_some_and(before);
        (!is_before).then(|| cut_off.what.to_string())
    }

    /// What would mend it.
    pub(crate) fn help(&self) -> Option<String> {
        match self.what {
            What::Violation(violation) => {
                let help = violation.help()?;
                Some(match self.chosen() {
                    Some(attribute) => {
                        format!("{help}: `events show --attribute {attribute}` lists them")
                    }
                    None => help,
                })
            }
            What::Note(Note::CannotTell { rule }) => Some(rule.help.clone()),
            What::Note(_) => None,
        }
    }

    /// The attribute whose values are too many for the help to list them.
    fn chosen(&self) -> Option<&'a str> {
        match self.what {
            What::Violation(Violation::UnknownMember {
                attribute,
                similar: None,
                members,
                ..
            }) if members.is_empty() => Some(attribute),
            What::Violation(Violation::WrongType { attribute, .. }) => {
                let row = self.checked.record().event()?.attribute(attribute)?;
                matches!(row.kind, Kind::Enumeration(_)).then_some(attribute)
            }
            _ => None,
        }
    }

    /// Where it stands, or the last fact that it is about, or else the message.
    pub(crate) fn region(&self) -> Region {
        let text = self.checked.text();
        let at = self
            .at
            .clone()
            .or_else(|| self.facts().iter().rev().find_map(|fact| self.place(fact)));
        let start = self.checked.place();
        let Some(at) = at else {
            return Region {
                line: start.line,
                column: None,
                end_column: None,
            };
        };
        let before = text.get(..at.start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let found = text.get(at).unwrap_or_default();
        let first_line = found.split('\n').next().unwrap_or_default();
        let mut column = characters(&before[line_start..]) + 1;
        if line_start == 0 {
            column += start.column;
        }
        Region {
            line: start.line + newlines(before) as u64,
            column: Some(column),
            end_column: Some(column + characters(first_line).max(1)),
        }
    }

    /// Where a fact stands in the text of the message.
    pub(crate) fn place(&self, fact: &Fact) -> Option<Range<usize>> {
        fact.value.as_ref()?;
        self.checked.find(&fact.term)
    }
}

fn characters(text: &str) -> u64 {
    text.chars().count() as u64
}

pub(crate) fn newlines(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

/// Something that could not be read.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// The file, if it is one of them.
    pub(crate) file: Option<String>,
    /// The line where reading ended, if it began.
    pub(crate) line: Option<u64>,
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(file: impl fmt::Display, error: &io::Error) -> Self {
        Self {
            file: Some(file.to_string()),
            line: None,
            message: format!("cannot be read: {error}"),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            message,
        } = self;
        match (file, line) {
            (Some(file), Some(line)) => write!(f, "{file}:{line}: {message}"),
            (Some(file), None) => write!(f, "{file}: {message}"),
            (None, _) => f.write_str(message),
        }
    }
}
