//! From a document to a draft of its declarations, with an honest account of what was not understood.
//!
//! ```
//! use events_schema::import::{Document, Options, import};
//!
//! let document = Document::text(
//!     "docks.txt",
//!     "\
//! Dock Events
//!
//! DockReported
//!
//! A dock was looked at.
//!
//! Attribute   Type      Presence
//! dock        u16       Required
//! fault ^a    string    Optional
//! looks                 Sometimes
//!
//! a. Faults of a dock are listed elsewhere.
//! ",
//! );
//! let draft = import(&[document], &Options::default());
//! let event = &draft.specification.families[0].events[0];
//! assert_eq!(event.name, "DockReported");
//! assert_eq!(event.attributes.len(), 2);
//! assert_eq!(event.attributes[1].marks[0].letter, "a");
//!
//! let open: Vec<_> = draft.ledgers[0].open().map(|(entry, ..)| entry.to_string()).collect();
//! assert_eq!(
//!     open,
//!     ["line 10: DockReported: \"looks Sometimes\": unknown presence `Sometimes`, \
//!       say what it means with `--presence \"Sometimes=…\"`, `Mandatory` or `Optional`"]
//! );
//! ```

mod bind;
mod carried;
mod definition;
mod difference;
mod document;
mod draft;
mod evidence;
mod footnote;
mod gutter;
mod heading;
#[cfg(feature = "import-formats")]
mod html;
mod ledger;
mod letters;
#[cfg(feature = "import-formats")]
mod markdown;
mod name;
mod page;
#[cfg(feature = "import-formats")]
mod pdf;
mod presence;
mod prose;
mod raised;
#[cfg(feature = "import-formats")]
mod read;
mod refused;
mod rendered;
mod row;
mod scan;
mod source;
mod table;
mod tag;
mod text;
mod unbound;

pub use difference::{Difference, Relation, differences};
pub use document::{Cell, Document, Form, Line, Place, Run};
pub use draft::Style;
pub use ledger::{Aside, Entry, Ledger, Reason, What};
pub use presence::{Meaning, ParsePresenceError, PresenceWords};
#[cfg(feature = "import-formats")]
pub use read::ReadError;

use std::collections::HashSet;

use self::bind::Binder;
use self::definition::Definition;
use self::name::Names;
use crate::{Dictionary, Family, Source, Specification, Text, Vocabulary};

/// What the importer is told beside the document.
#[derive(Debug, Clone)]
pub struct Options {
    /// What attribute names mean; the empty one when there is no dictionary.
    pub dictionary: Dictionary,
    /// The name of the family, in place of the one that the document has.
    pub family: Option<String>,
    /// The words of presence.
    pub presence: PresenceWords,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dictionary: Dictionary::EMPTY,
            family: None,
            presence: PresenceWords::default(),
        }
    }
}

/// What was read from documents: a part of a specification, for a person to complete.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Draft {
    /// What was understood.
    pub specification: Specification,
    /// The readings of footnotes that a person has to accept.
    pub proposals: Vec<Proposal>,
    /// The attributes that the dictionary lacks.
    pub lacking: Vec<Text>,
    /// The enumerations whose values the documents list in their columns of types.
    pub vocabularies: Vec<Vocabulary>,
    /// The account of each document.
    pub ledgers: Vec<Ledger>,
}

/// The status and the rules of a footnote that were read from its words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Proposal {
    /// The event.
    pub event: Text,
    /// The footnote's letter.
    pub letter: Text,
    /// Where the footnote stands.
    pub place: Place,
    /// The sentences.
    pub words: Vec<String>,
}

impl Draft {
    /// The enumeration that a row lists, called like its attribute; like the event too where another has that name.
    fn vocabulary(&mut self, event: &str, attribute: &str, values: &[String]) -> &Vocabulary {
        let plain = source::camel(attribute);
        let longer = format!("{}{plain}", source::camel(event));
        let same = |known: &Vocabulary| known.members.iter().map(|one| &*one.name).eq(values);
        let is_taken = |known: &Vocabulary| known.name == plain && !same(known);
        let name = if self.vocabularies.iter().any(is_taken) {
            longer
        } else {
            plain
        };
        let known = self
            .vocabularies
            .iter()
            .position(|known| known.name == name);
        let at = known.unwrap_or_else(|| {
            self.vocabularies.push(carried::vocabulary(name, values));
            self.vocabularies.len() - 1
        });
        &self.vocabularies[at]
    }

    /// The enumeration that the prose lists, called as there; unless a list in a row has the name.
    fn defined(&mut self, defined: &Definition) -> Option<&Vocabulary> {
        let mut vocabulary = carried::defined(defined)?;
        let taken = self
            .vocabularies
            .iter()
            .position(|known| known.name == vocabulary.name);
        if let Some(at) = taken {
            if self.vocabularies[at].members == vocabulary.members {
                return self.vocabularies.get(at);
            }
            vocabulary.name = format!("{}Values", vocabulary.name).into();
            let known = self
                .vocabularies
                .iter()
                .position(|known| known.name == vocabulary.name);
            if let Some(at) = known {
                return self
                    .vocabularies
                    .get(at)
                    .filter(|known| known.members == vocabulary.members);
            }
        }
        self.vocabularies.push(vocabulary);
        self.vocabularies.last()
    }

    /// Whether something that looked relevant was not understood.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ledgers
            .iter()
            .any(|ledger| ledger.open().next().is_some())
    }
}

/// Reads documents.
///
/// Whatever looks relevant and is not understood is open in the ledgers. A row that is conditional in words that are not
/// understood is Optional in the draft and one of an unknown type a text, and both are open; a row of unknown presence is
/// in the ledger alone.
#[must_use]
pub fn import(documents: &[Document], options: &Options) -> Draft {
    let mut draft = Draft {
        specification: Specification {
            name: options.dictionary.name.clone(),
            dictionary: options.dictionary.clone(),
            families: Vec::new().into(),
        },
        proposals: Vec::new(),
        lacking: Vec::new(),
        vocabularies: Vec::new(),
        ledgers: Vec::new(),
    };
    let names = Names {
        dictionary: &options.dictionary,
    };
    let mut families: Vec<Family> = Vec::new();
    let mut tagged = Vec::new();
    for document in documents {
        let mut ledger = Ledger {
            document: document.name.clone(),
            entries: Vec::new(),
        };
        let found = scan::scan(document, names, &options.presence, &mut ledger);
        if found.is_empty() {
            let reason = Reason::NoTable;
            ledger.open_entry(Place::default(), "", &document.name, reason);
        }
        let whole = evidence::whole_names(&found);
        let title = source::of(document);
        let definitions = definition::definitions(document);
        let mut wanted: HashSet<String> = HashSet::new();
        for event in found {
            let (section, about) = (event.section.clone(), event.about.clone());
            let source = match &event.source {
                Some(said) => source::said(said),
                None => Source {
                    section: section.clone().into(),
                    ..title.clone()
                },
            };
            let name = match &options.family {
                Some(name) => name.clone(),
                None if section.is_empty() => source::family_name(&source.section, &document.name),
                None => source::family_name(&section, &document.name),
            };
            let mut binder = Binder {
                names,
                ledger: &mut ledger,
                whole: &whole,
                family: &name,
                definitions: &definitions,
                wanted: &mut wanted,
                named: &mut tagged,
                document: draft.ledgers.len(),
            };
            let Some(bound) = binder.bind(event, &mut draft) else {
                continue;
            };
            match families.iter_mut().find(|family| family.name == name) {
                Some(family) => family.events.to_mut().push(bound),
                None => families.push(Family {
                    name: name.into(),
                    description: about.into(),
                    source,
                    tag: source::tag(&bound).into(),
                    events: vec![bound].into(),
                }),
            }
        }
        ledger.join_unknown_names(&options.dictionary.name);
        account_of_types(&definitions, &wanted, &mut ledger);
        ledger.sort();
        draft.ledgers.push(ledger);
    }
    tag::settle(&mut families, &tagged, &mut draft.ledgers);
    let mut seen = HashSet::new();
    draft.lacking.retain(|name| seen.insert(name.clone()));
    draft.specification.families = families.into();
    draft
}

/// Says of the prose about types what was taken of it and what was not: that of types which rows carry, and each list of
/// numbered values.
fn account_of_types(definitions: &[Definition], wanted: &HashSet<String>, ledger: &mut Ledger) {
    for defined in definitions {
        let name = defined.name.clone();
        match (wanted.contains(&name), &defined.values) {
            (true, Some(_)) => ledger.push(defined.place, "", What::Vocabulary { name }),
            (false, None) => {}
            (false, Some(_)) if !defined.is_numbered() => {}
            (is_carried, _) => {
                let reason = Reason::Defined { name, is_carried };
                ledger.open_entry(defined.place, "", &defined.text, reason);
            }
        }
    }
}
