//! Findings as JSON: an object a line, and the summary in the last.

use std::borrow::Cow;
use std::io::{self, Write};

use events_core::schema::Fact;
use events_core::{Note, Unit, Violation};
use serde::Serialize;

use super::finding::{Failure, Finding, What};
use super::summary::Summary;
use super::tally::Tally;
use super::{Sink, Style};

/// The output for programs.
pub(crate) struct Json<W>(W);

/// A line of the output.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Line<'a> {
    Violation(Item<'a>),
    Note(Item<'a>),
    Failure {
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        line: Option<u64>,
        message: &'a str,
    },
    Summary(Summary<'a>),
}

#[derive(Serialize)]
struct Item<'a> {
    file: &'a str,
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u64>,
    event: &'a str,
    /// The rule's id, or the name of the check.
    code: &'a str,
    /// What is wrong, in one sentence.
    message: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<&'a str>,
    #[serde(flatten)]
    details: Details<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    footnote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    facts: Vec<Said<'a>>,
    /// What it probably comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// What a message says about an attribute or a key; no value when it is absent.
#[derive(Serialize)]
struct Said<'a> {
    term: &'a str,
    value: Option<&'a str>,
}

impl<'a> From<&'a Fact> for Said<'a> {
    fn from(fact: &'a Fact) -> Self {
        Self {
            term: &fact.term,
            value: fact.value.as_deref(),
        }
    }
}

/// What violations and notes of one kind have and others have not.
#[derive(Default, Serialize)]
struct Details<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vocabulary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    similar: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    announced: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
}

impl<'a> Details<'a> {
    fn of_violation(violation: &'a Violation) -> Self {
        let rest = Self::default();
        match violation {
            Violation::WrongType {
                expected, found, ..
            }
            | Violation::OutOfRange {
                expected, found, ..
            }
            | Violation::WrongFixed {
                expected, found, ..
            }
            | Violation::WrongEvent { expected, found } => Self {
                expected: Some(expected),
                found: Some(found),
                ..rest
            },
            Violation::UnknownMember {
                vocabulary,
                found,
                similar,
                ..
            } => Self {
                vocabulary: Some(vocabulary),
                found: Some(found),
                similar: similar.as_deref(),
                ..rest
            },
            Violation::Duplicate { found, .. }
            | Violation::Damaged { found, .. }
            | Violation::Malformed { found, .. } => Self {
                found: Some(found),
                ..rest
            },
            Violation::Lost {
                said, found, unit, ..
            } => Self {
                announced: Some(*said),
                counted: Some(*found),
                unit: Some(match unit {
                    Unit::Pairs => "pairs",
                    _ => "bytes",
                }),
                ..rest
            },
            _ => rest,
        }
    }

    fn of_note(note: &'a Note) -> Self {
        let rest = Self::default();
        match note {
            Note::UnknownNumber {
                vocabulary, found, ..
            } => Self {
                vocabulary: Some(vocabulary),
                found: Some(found),
                ..rest
            },
            Note::UnknownKey { key, .. } => Self {
                key: Some(key),
                ..rest
            },
            Note::UnknownEvent { similar, .. } => Self {
                similar: similar.as_deref(),
                ..rest
            },
            _ => rest,
        }
    }
}

impl<'a> Item<'a> {
    fn new(finding: &'a Finding<'_>) -> Self {
        let region = finding.region();
        Self {
            file: finding.file,
            line: region.line,
            column: region.column,
            end_column: region.end_column,
            event: finding.event(),
            code: finding.code(),
            message: finding.headline(),
            attribute: finding.attribute(),
            details: match finding.what {
                What::Violation(violation) => Details::of_violation(violation),
                What::Note(note) => Details::of_note(note),
            },
            footnote: finding.footnote(),
            source: finding.source(),
            facts: finding.facts().iter().map(Said::from).collect(),
            cause: finding.cause(),
            help: finding.help(),
        }
    }
}

/// Findings for programs.
#[derive(Debug)]
pub(crate) struct Lines;

impl Style for Lines {
    fn finding(&self, finding: &Finding<'_>) -> io::Result<Vec<u8>> {
        let item = Item::new(finding);
        line(&if finding.is_error {
            Line::Violation(item)
        } else {
            Line::Note(item)
        })
    }
}

fn line(line: &Line<'_>) -> io::Result<Vec<u8>> {
    let mut text = serde_json::to_vec(line)?;
    text.push(b'\n');
    Ok(text)
}

impl<W: Write> Json<W> {
    pub(crate) fn new(out: W) -> Self {
        Self(out)
    }
}

impl<W: Write> Sink for Json<W> {
    fn finding(&mut self, finding: &[u8]) -> io::Result<()> {
        self.0.write_all(finding)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        self.0.write_all(&line(&Line::Failure {
            file: failure.file.as_deref(),
            line: failure.line,
            message: &failure.message,
        })?)
    }

    fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        self.0
            .write_all(&line(&Line::Summary(Summary::new(tally)))?)?;
        self.0.flush()
    }
}
