//! What was taken from a document, and what was not understood.

use std::collections::BTreeSet;
use std::fmt;

use super::document::Place;

/// The account of one document: everything that was taken, everything that was set aside, and everything that looked
/// relevant and was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Ledger {
    /// What the document is called.
    pub document: String,
    /// The entries, in the order of the document.
    pub entries: Vec<Entry>,
}

/// An entry of a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Entry {
    /// Where it stands.
    pub place: Place,
    /// The event that it belongs to; empty for none.
    pub event: String,
    /// What it is about.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub what: What,
}

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "lowercase"))]
#[non_exhaustive]
pub enum What {
    /// An event was taken.
    Event,
    /// A row was taken.
    Row {
        /// The attribute.
        name: String,
    },
    /// A mark was taken.
    Mark {
        /// The footnote's letter.
        letter: String,
        /// The attribute whose row bears it.
        row: String,
    },
    /// A footnote was taken.
    Footnote {
        /// Its letter.
        letter: String,
    },
    /// An enumeration was taken from the prose, where rows carry it.
    Vocabulary {
        /// The type, as the document calls it.
        name: String,
    },
    /// The status of a footnote was read from its words, for a person to accept.
    Proposed {
        /// The footnote's letter.
        letter: String,
        /// The status and the rules, as a declaration has them.
        reading: String,
        /// The words they were read from.
        words: Vec<String>,
    },
    /// A line that says nothing of an event: the header of a page, the head of a table.
    Aside {
        /// The line.
        text: String,
        /// What it is.
        why: Aside,
    },
    /// Something that looked relevant and was not understood.
    Open {
        /// What stands there.
        text: String,
        /// Why it was not understood.
        reason: Reason,
    },
}

/// Why a line says nothing of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Aside {
    /// It is repeated from page to page, or is the number of a page.
    Page,
    /// It is the head of a table.
    Head,
    /// A name was read although letters of it are of another alphabet.
    Letters,
    /// It says what an attribute means, and nothing of an event.
    Meaning,
    /// A type was taken without what stands in its parentheses, such as a length.
    Type,
    /// A column says the presence that another says; what it says is held against that.
    Beside,
    /// The description of a row says the only value, and it was taken.
    Fixed,
    /// A row is fixed to the event's name in all tables of the family, and was taken for the tag.
    Tag,
}

/// Why something was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Reason {
    /// A row, or a footnote, stands before any event.
    NoEvent,
    /// The presence of a row is none of the words known.
    UnknownPresence {
        /// The word.
        word: String,
    },
    /// Two columns of presence say different things of a row.
    Beside {
        /// What the column says that was not taken.
        word: String,
    },
    /// The name of a row cannot be an attribute's.
    NoName,
    /// A line in a table is no row.
    NoRow,
    /// It stands inside of a cell, or too deep in other elements.
    Inner,
    /// A line is too long to be one of a document.
    Long,
    /// A document is too large to be read as a whole.
    Rest,
    /// A comment or a block of code is not closed, and so has the rest of the document in it.
    Unclosed,
    /// The type of an attribute is none of those known.
    UnknownType {
        /// The type, in the document's words.
        carried: String,
    },
    /// The prose says what a type is.
    Defined {
        /// The type.
        name: String,
        /// Whether a row carries it.
        is_carried: bool,
    },
    /// The description of a row has a condition.
    Described {
        /// The description.
        words: String,
    },
    /// The dictionary lacks a name.
    UnknownName {
        /// The name that was probably meant.
        meant: Option<String>,
    },
    /// The dictionary lacks most names of the document.
    UnknownNames {
        /// How many names it lacks.
        lacking: usize,
        /// How many there are.
        names: usize,
        /// What the dictionary is called.
        dictionary: String,
    },
    /// The dictionary lacks the value that a row fixes.
    UnknownValue {
        /// The attribute.
        name: String,
    },
    /// A row is fixed to the event's name, and not in all tables of the family.
    PerhapsTag,
    /// The end of a name may be a mark.
    PerhapsMark {
        /// The letter.
        letter: String,
    },
    /// A mark has no footnote.
    NoFootnote {
        /// The letter.
        letter: String,
    },
    /// A footnote has no mark.
    NoMark {
        /// The letter.
        letter: String,
    },
    /// An attribute has two rows.
    RowTwice,
    /// A letter has two footnotes.
    FootnoteTwice,
    /// An event has two tables.
    EventTwice,
    /// A row is conditional, and no footnote says when.
    NoCondition,
    /// A sentence demands something of an attribute and belongs to no footnote.
    Unbound,
    /// A footnote has a condition that was not understood.
    Unread {
        /// The sentence.
        words: String,
    },
    /// The rules that were read cannot be right.
    Flawed {
        /// What is wrong with them.
        flaw: String,
    },
    /// The table of an event has no row that is understood.
    NoRows,
    /// The document has no table of an event.
    NoTable,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEvent => {
                f.write_str("it belongs to no event, give the page with its heading too")
            }
            Self::UnknownPresence { word } if word.is_empty() => f.write_str(
                "its row does not say whether it is Mandatory or Optional, write the row by hand",
            ),
            Self::UnknownPresence { word } => write!(
                f,
                "unknown presence `{word}`, say what it means with `--presence \"{word}=…\"`, `Mandatory` or `Optional`"
            ),
            Self::Beside { word } => write!(
                f,
                "another column says `{word}` of it, which is not what was taken: write by hand what that demands"
            ),
            Self::NoName => f.write_str("it names no attribute"),
            Self::NoRow => {
                f.write_str("it stands in a table and is no row, add what it says by hand")
            }
            Self::Inner => f.write_str(
                "it stands inside of a cell or deep in other elements, add what it says by hand",
            ),
            Self::Long => {
                f.write_str("its line is too long to be read, break it where its rows end")
            }
            Self::Unclosed => f.write_str(
                "it is not closed, so that the rest of the document is part of it and is not read, close it",
            ),
            Self::Rest => {
                f.write_str("the document is too large to be read as a whole, give its parts")
            }
            Self::UnknownType { carried } => write!(
                f,
                "unknown type `{carried}`, taken as a text: write into the row what it carries"
            ),
            Self::Defined {
                name,
                is_carried: true,
            } => write!(
                f,
                "it says what `{name}` is and was not understood, write the type by hand"
            ),
            Self::Defined { name, .. } => write!(
                f,
                "it lists values and no row is said to carry `{name}`, write the type of the row that does"
            ),
            Self::Described { words } => write!(
                f,
                "its description has a condition, and no footnote has it: {words}"
            ),
            Self::UnknownName { meant: Some(meant) } => {
                write!(f, "the dictionary lacks this name, is it `{meant}`?")
            }
            Self::UnknownName { meant: None } => {
                f.write_str("the dictionary lacks this name, add it or correct the row")
            }
            Self::UnknownNames {
                lacking,
                names,
                dictionary,
            } => write!(
                f,
                "the dictionary of {dictionary} lacks {lacking} of the {names} names in the rows: give the document's \
                 own with `--dictionary FILE`, or take what they carry from the rows with `--dictionary none`"
            ),
            Self::UnknownValue { name } => {
                write!(
                    f,
                    "no value of `{name}` is called so, write the row by hand"
                )
            }
            Self::PerhapsTag => f.write_str(
                "it is fixed to the name of the event, and not so in all tables of the family: if it is the tag, say it with `#[tag(…)]`",
            ),
            Self::PerhapsMark { letter } => {
                write!(f, "`{letter}` at its end may be the mark of a footnote")
            }
            Self::NoFootnote { letter } => write!(f, "footnote `{letter}` is not in the document"),
            Self::NoMark { letter } => write!(f, "no row bears the mark `{letter}`"),
            Self::RowTwice => f.write_str("the table has a row of this name already"),
            Self::FootnoteTwice => f.write_str("the table has a footnote of this letter already"),
            Self::EventTwice => f.write_str("the event has a table already"),
            Self::NoCondition => {
                f.write_str("it is conditional, and no footnote says when it is there")
            }
            Self::Unbound => {
                f.write_str("it demands something of an attribute and belongs to no footnote")
            }
            Self::Unread { words } => write!(f, "the condition is not understood: {words}"),
            Self::Flawed { flaw } => write!(f, "the rules read from it cannot be right: {flaw}"),
            Self::NoRows => f.write_str("its table has no row that is understood"),
            Self::NoTable => f.write_str("no table of an event was found in the document"),
        }
    }
}

impl Reason {
    /// Whether it is about the words of a footnote or a sentence, which a person reads anyway.
    #[must_use]
    pub fn is_about_prose(&self) -> bool {
        matches!(
            self,
            Self::Unread { .. } | Self::Flawed { .. } | Self::Unbound | Self::Described { .. }
        )
    }
}

/// So many names a dictionary may lack before it looks like that of another document.
const FEW: usize = 5;

impl Ledger {
    /// What looked relevant and was not understood.
    pub fn open(&self) -> impl Iterator<Item = (&Entry, &str, &Reason)> {
        self.entries.iter().filter_map(|entry| match &entry.what {
            What::Open { text, reason } => Some((entry, &**text, reason)),
            _ => None,
        })
    }

    /// How many entries a test accepts.
    pub fn count(&self, test: impl Fn(&What) -> bool) -> usize {
        self.entries
            .iter()
            .filter(|entry| test(&entry.what))
            .count()
    }

    pub(super) fn push(&mut self, place: Place, event: &str, what: What) {
        self.entries.push(Entry {
            place,
            event: event.to_owned(),
            what,
        });
    }

    pub(super) fn open_entry(&mut self, place: Place, event: &str, text: &str, reason: Reason) {
        let text = text.to_owned();
        self.push(place, event, What::Open { text, reason });
    }

    pub(super) fn aside(&mut self, place: Place, event: &str, text: &str, why: Aside) {
        let text = text.to_owned();
        self.push(place, event, What::Aside { text, why });
    }

    /// Says once that a dictionary is not that of the document, where it lacks most of the names.
    pub(super) fn join_unknown_names(&mut self, dictionary: &str) {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        let mut unknown: Vec<&str> = Vec::new();
        let mut place = None;
        for entry in &self.entries {
            match &entry.what {
                What::Row { name } => drop(names.insert(name)),
                What::Open {
                    text,
                    reason: Reason::UnknownName { .. },
                } => {
                    place = place.or(Some(entry.place));
                    if !unknown.contains(&&**text) {
                        unknown.push(text);
                    }
                }
                _ => {}
            }
        }
        let (Some(place), lacking, names) = (place, unknown.len(), names.len()) else {
            return;
        };
        if lacking < FEW || 2 * lacking <= names {
            return;
        }
        let text = unknown.join(", ");
        self.entries.retain(|entry| {
            let reason = match &entry.what {
                What::Open { reason, .. } => Some(reason),
                _ => None,
            };
            !matches!(reason, Some(Reason::UnknownName { .. }))
        });
        let dictionary = dictionary.to_owned();
        let reason = Reason::UnknownNames {
            lacking,
            names,
            dictionary,
        };
        self.open_entry(place, "", &text, reason);
    }

    pub(super) fn sort(&mut self) {
        self.entries
            .sort_by_key(|entry| (entry.place.page, entry.place.line));
    }
}

impl fmt::Display for Entry {
    /// Writes the entry on one line, behind its place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        if !self.event.is_empty() {
            write!(f, "{}: ", self.event)?;
        }
        match &self.what {
            What::Event => f.write_str("event"),
            What::Row { name } => write!(f, "row {name}"),
            What::Mark { letter, row } => write!(f, "mark {letter} on {row}"),
            What::Footnote { letter } => write!(f, "footnote {letter}"),
            What::Vocabulary { name } => write!(f, "enumeration {name}"),
            What::Proposed {
                letter, reading, ..
            } => {
                let reading: Vec<_> = reading.split_whitespace().collect();
                write!(f, "proposed for footnote {letter}: {}", reading.join(" "))
            }
            What::Aside { text, why } => {
                let why = match why {
                    Aside::Page => "header or footer of a page",
                    Aside::Head => "head of a table",
                    Aside::Letters => "letters of another alphabet",
                    Aside::Meaning => "meaning of an attribute",
                    Aside::Type => "type taken without its details",
                    Aside::Fixed => "fixed value taken from the description",
                    Aside::Tag => {
                        "taken for the tag, since all tables fix it to the name of the event"
                    }
                    Aside::Beside => "second column of presence, held against the first",
                };
                write!(f, "{why}: {text:?}")
            }
            // The reason has the words.
            What::Open {
                reason: reason @ Reason::Unread { .. },
                ..
            } => reason.fmt(f),
            What::Open { text, reason } => write!(f, "{text:?}: {reason}"),
        }
    }
}
