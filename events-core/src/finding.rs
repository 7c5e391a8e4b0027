//! What was found in a message, as codes, and how codes become sentences.

mod refusal;

use std::borrow::Cow;
use std::ops::Range;

use events_schema::{Datum, Facts, Kind, Span};

use crate::read::json::keys_to;
use crate::report::{Located, Report};
use crate::table::{Row, Table};
use crate::violation::{Cited, Header, Note, Unit, Violation};

/// Something that a reader or the check found, as a code: texts are made when a report is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finding {
    pub(crate) what: What,
    /// Where it stands in the record.
    pub(crate) at: Span,
}

impl Finding {
    /// The row whose value was refused.
    pub(crate) fn refused(&self) -> Option<usize> {
        match self.what {
            What::Refused { row, .. } => Some(row.into()),
            _ => None,
        }
    }

    /// Whether the value of a row was refused, so that the row is there although it has no value.
    pub(crate) fn refuses(&self, at: usize) -> bool {
        self.refused() == Some(at)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum What {
    Missing {
        row: u16,
    },
    Refused {
        row: u16,
        fault: Fault,
    },
    Duplicate {
        row: u16,
    },
    /// A union holds another member than its selector chooses.
    Disagrees {
        row: u16,
    },
    /// The same where the table fixes the selector; the union is one of the table's, and the place is the name of the
    /// member, or the number.
    Strays {
        union: u16,
    },
    Broken {
        rule: usize,
    },
    /// The text of the message is damaged; the rest of it was read all the same.
    Damaged(&'static str),
    /// The packed size or count beside a list says that part of it is lost. Without a row the attribute is one that
    /// the table lacks, and the place is its name.
    Lost {
        row: Option<u16>,
        said: u32,
        found: u32,
        unit: Unit,
    },
    /// Attributes that belong to no message. Where one ended just before, its header is in this line, and the place is
    /// its name.
    Stray {
        line: Option<u64>,
    },
    /// The message ends before it is complete, or is none.
    Malformed(&'static str),
    /// No attribute names the event.
    Unnamed,
    /// Another attribute names another event.
    OtherName,
    // Notes.
    CannotTell {
        rule: usize,
    },
    Waived {
        row: u16,
    },
    Number {
        row: u16,
    },
    /// An attribute that the table lacks; the place is its name.
    UnknownAttribute,
    /// The same for a member of a union.
    UnknownMember {
        union: u16,
    },
    UnknownKey {
        row: u16,
    },
    UnknownEvent,
    /// The log ends behind the message; the place is its last line.
    CutOff {
        within_line: bool,
    },
    /// The header of a message gives its event another number.
    OtherNumber,
    Obsolete {
        row: u16,
    },
}

/// Reasons that are told from others.
pub(crate) const NO_UTF8: &str = "bytes that are not UTF-8";
pub(crate) const CUT_OFF: &str = "the message is cut off";
pub(crate) const UNCLOSED: &str = "the array around the messages is cut off";
pub(crate) const TOO_LONG: &str = "a text longer than 16 MiB, which was not read";
pub(crate) const BEHIND: &str = "text behind the message";
pub(crate) const NO_ATTRIBUTE: &str = "no attribute follows the header";

/// Why a value is not one of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Type,
    Range,
    Member,
    Fixed,
    /// In an array that is a list stands something else than a pair.
    Pair,
    /// A union is written with no member or with several.
    Members,
    /// The microseconds of a moment are no number below a million.
    Microseconds,
    /// The microseconds of a moment stand there without its seconds.
    Seconds,
}

impl What {
    /// Whether nothing is wrong because of it.
    pub(crate) fn is_note(self) -> bool {
        matches!(
            self,
            What::CannotTell { .. }
                | What::Waived { .. }
                | What::Number { .. }
                | What::UnknownAttribute
                | What::UnknownMember { .. }
                | What::UnknownKey { .. }
                | What::UnknownEvent
                | What::OtherNumber
                | What::CutOff { .. }
                | What::Obsolete { .. }
        )
    }

    /// Whether something is absent that has to be there.
    pub(crate) fn is_lack(self) -> bool {
        matches!(
            self,
            What::Missing { .. }
                | What::Malformed(NO_ATTRIBUTE)
                | What::Refused {
                    fault: Fault::Seconds,
                    ..
                }
        )
    }

    /// Findings about the whole message come first, then those of rows in their order, then rules.
    pub(crate) fn order(self) -> (u8, usize) {
        match self {
            What::Malformed(_)
            | What::Unnamed
            | What::OtherName
            | What::UnknownEvent
            | What::OtherNumber
            | What::CutOff { .. }
            | What::Stray { .. } => (0, 0),
            What::Missing { row }
            | What::Refused { row, .. }
            | What::Duplicate { row }
            | What::Disagrees { row }
            | What::Waived { row }
            | What::Number { row }
            | What::UnknownKey { row }
            | What::Obsolete { row }
            | What::Lost { row: Some(row), .. } => (1, row.into()),
            What::Lost { row: None, .. }
            | What::Damaged(_)
            | What::Strays { .. }
            | What::UnknownMember { .. }
            | What::UnknownAttribute => (2, 0),
            What::Broken { rule } | What::CannotTell { rule } => (3, rule),
        }
    }
}

/// How many bytes of a found value a report quotes.
const QUOTED: usize = 80;

/// Turns findings into sentences.
pub(crate) struct Scribe<'a> {
    /// What the message is called.
    pub(crate) name: &'a str,
    pub(crate) table: &'a Table,
    /// The text of the message.
    pub(crate) input: &'a str,
    pub(crate) facts: &'a dyn Facts,
}

impl Scribe<'_> {
    pub(crate) fn write(
        &self,
        report: &mut Report,
        what: What,
        text: &str,
        at: Option<Range<usize>>,
    ) {
        match self.violation(what, text, at.as_ref()) {
            Some(what) => report.push_violation(Located { what, at }),
            None => {
                if let Some(what) = self.note(what, text) {
                    report.push_note(Located { what, at });
                }
            }
        }
    }

    fn row(&self, row: u16) -> Option<&Row> {
        self.table.rows.get(usize::from(row))
    }

    fn violation(&self, what: What, text: &str, at: Option<&Range<usize>>) -> Option<Violation> {
        let found = quote(text);
        Some(match what {
            What::Missing { row } => Violation::Missing {
                attribute: Cow::Borrowed(self.row(row)?.name),
            },
            What::Refused { row, fault } => {
                let row = self.row(row)?;
                let list = || list_at(row, self.input, at);
                refusal::of(row, fault, text, list)
            }
            What::Duplicate { row } => Violation::Duplicate {
                attribute: Cow::Borrowed(self.row(row)?.name),
                found,
            },
            What::Disagrees { row } => {
                Violation::disagreement(self.table.event(), row.into(), self.facts)?
            }
            What::Strays { union } => {
                let settled = self.table.settled.get(usize::from(union))?;
                Violation::stray_member(self.table.event(), settled, text)
            }
            What::Broken { rule } => Violation::Broken {
                rule: self.cite(rule)?,
            },
            What::Lost {
                row,
                said,
                found,
                unit,
            } => Violation::Lost {
                attribute: match row {
                    Some(row) => Cow::Borrowed(self.row(row)?.name),
                    None => Cow::Owned(quote(text)),
                },
                said,
                found,
                unit,
            },
            What::Stray { line } => Violation::Stray {
                behind: line.map(|line| Header { name: found, line }),
            },
            What::Damaged(reason) => Violation::Damaged { reason, found },
            What::Malformed(reason) => Violation::Malformed {
                reason: Cow::Borrowed(reason),
                found,
            },
            What::OtherName => Violation::OtherName {
                name: self.name.to_owned(),
                found,
            },
            What::Unnamed => Violation::Malformed {
                reason: Cow::Owned(format!(
                    "no attribute names the event, `{}` is missing",
                    self.table.tag_name()
                )),
                found,
            },
            _ => return None,
        })
    }

    fn note(&self, what: What, text: &str) -> Option<Note> {
        let attribute = |row| Some(Cow::Borrowed(self.row(row)?.name));
        Some(match what {
            What::CannotTell { rule } => Note::CannotTell {
                rule: self.cite(rule)?,
            },
            What::Waived { row } => Note::Waived {
                attribute: attribute(row)?,
                footnote: self
                    .table
                    .event()
                    .waiver(self.row(row)?.name)
                    .map(|footnote| footnote.text.clone())?,
            },
            What::Number { row } => Note::UnknownNumber {
                attribute: attribute(row)?,
                vocabulary: self.vocabulary(row)?.name.clone(),
                found: quote(text),
            },
            What::UnknownAttribute => self.unknown_attribute(text, quote(text)),
            What::UnknownMember { union } => {
                let union = self.table.unions.get(usize::from(union))?;
                let name = format!("{union}.{text}");
                self.unknown_attribute(&name, quote(&name))
            }
            What::UnknownKey { row } => Note::UnknownKey {
                attribute: attribute(row)?,
                key: quote(text),
            },
            What::UnknownEvent => Note::UnknownEvent {
                name: quote(text),
                similar: self.similar(text),
            },
            What::CutOff { within_line } => Note::CutOff { within_line },
            What::OtherNumber => Note::OtherNumber {
                name: self.table.event().name.clone(),
                number: self.table.event().number?,
                found: quote(text),
            },
            What::Obsolete { row } => Note::Obsolete {
                attribute: attribute(row)?,
            },
            _ => return None,
        })
    }

    fn unknown_attribute(&self, text: &str, name: String) -> Note {
        // An attribute that the message has is not meant again.
        let rows = self.table.rows.iter().enumerate();
        let absent = rows.filter(|(at, _)| self.facts.fact(*at).is_none());
        let similar = events_schema::closest(text, absent.map(|(_, row)| row.name));
        Note::UnknownAttribute {
            name,
            similar: similar.map(Cow::Borrowed),
        }
    }

    /// The declared event that was probably meant. A message that the specification names is no misspelling of another.
    fn similar(&self, name: &str) -> Option<Cow<'static, str>> {
        let names = self.table.declared.iter().copied();
        let close = events_schema::closest(name, names)?;
        let mut messages = self.table.messages.iter();
        messages
            .all(|all| all.number_of(name).is_none())
            .then_some(Cow::Borrowed(close))
    }

    /// The enumeration of a row, or of what the union in it holds.
    fn vocabulary(&self, row: u16) -> Option<&events_schema::Vocabulary> {
        match (&self.row(row)?.attribute.kind, self.facts.fact(row.into())) {
            (Kind::Union(union), Some(Datum::Union(name, _))) => {
                vocabulary(&union.member(name)?.kind)
            }
            (kind, _) => vocabulary(kind),
        }
    }

    fn cite(&self, rule: usize) -> Option<Cited> {
        Cited::new(self.table.family(), self.table.event(), rule, self.facts)
    }
}

fn vocabulary(kind: &Kind) -> Option<&events_schema::Vocabulary> {
    match kind {
        Kind::Enumeration(vocabulary) => Some(vocabulary),
        _ => None,
    }
}

/// What an array inside the list of a row is called: `Extensions["ReasonCode"]["x"]`.
fn list_at(row: &Row, input: &str, at: Option<&Range<usize>>) -> String {
    let keys = at.map(|at| keys_to(input, at.start)).unwrap_or_default();
    // The first key is that of the attribute.
    let keys = keys.iter().skip(1);
    let before = row.name.to_owned();
    keys.fold(before, |list, key| format!("{list}[\"{}\"]", quote(key)))
}

/// A found value as a report quotes it: its beginning when it is long.
pub(crate) fn quote(text: &str) -> String {
    if text.len() <= QUOTED {
        return text.to_owned();
    }
    match text
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| *at >= QUOTED)
    {
        Some(end) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
