//! A draft as source.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Draft, Ledger, Proposal, Reason};
use crate::export::{Remarks, import_of, rust_type, vocabulary, write};
use crate::{Attribute, Dictionary, Event, Family, Footnote, Member, Vocabulary};

/// How a draft is written.
#[derive(Debug, Clone)]
pub struct Style {
    /// Whether the document's texts are carried along, to be rewritten: the words are its owner's.
    pub texts: bool,
    /// The module with the types of the dictionary, such as `events_core::tlibrary::dictionary`.
    pub dictionary: Option<String>,
}

impl Draft {
    /// The draft as the source of a file: an `event!` for each family.
    ///
    /// It compiles, with a warning for each proposal, once the types that the dictionary lacks are in scope. What
    /// could not be understood stands in comments where a person will see it.
    #[must_use]
    pub fn source(&self, style: &Style) -> String {
        let families = self.specification.families.iter();
        let families: Vec<String> = families.map(|family| self.family(family, style)).collect();
        let mut source = self.head(style);
        for text in families {
            source.push('\n');
            source.push_str(&text);
        }
        source.push_str(&self.entries());
        source
    }

    fn dictionary(&self) -> &Dictionary {
        &self.specification.dictionary
    }

    fn head(&self, style: &Style) -> String {
        let mut head = String::new();
        let documents: Vec<_> = self
            .ledgers
            .iter()
            .map(|ledger| format!("`{}`", ledger.document))
            .collect();
        line(
            &mut head,
            format_args!("//! A draft from {}, to be reviewed.", documents.join(", ")),
        );
        let uses = self.uses(style);
        if !uses.is_empty() {
            line(&mut head, format_args!("\n{}", uses.join("\n")));
        }
        let open = self.ledgers.iter().flat_map(|ledger| {
            let entries = ledger.open().filter(|(entry, ..)| entry.event.is_empty());
            entries.map(|(entry, text, reason)| {
                format!("// Open, {}: {}", entry.place, shown(text, reason, style))
            })
        });
        let open: Vec<_> = open.collect();
        if !open.is_empty() {
            line(&mut head, format_args!("\n{}", open.join("\n")));
        }
        for listed in &self.vocabularies {
            let source = vocabulary(&described(listed, style));
            line(&mut head, format_args!("\n{}", source.trim_end()));
        }
        head
    }

    /// What the draft takes from elsewhere; nothing where nothing is declared.
    fn uses(&self, style: &Style) -> Vec<String> {
        if self.specification.families.is_empty() {
            return Vec::new();
        }
        let mut uses: BTreeSet<String> = ["event".to_owned()].into();
        let families = self.specification.families.iter();
        let rows = families.flat_map(|family| {
            let rows = family
                .events
                .iter()
                .flat_map(|event| event.attributes.iter());
            rows.filter(|row| row.name != family.tag)
        });
        for row in rows {
            if rust_type(row, self.dictionary()).is_some() {
                uses.extend(import_of(&row.kind).map(str::to_owned));
            }
        }
        if !self.vocabularies.is_empty() {
            uses.insert("vocabulary".to_owned());
        }
        let uses: Vec<_> = uses.into_iter().collect();
        let own = match &*uses {
            [one] => format!("use events_core::{one};"),
            uses => format!("use events_core::{{{}}};", uses.join(", ")),
        };
        let defined = !self.dictionary().definitions.is_empty();
        let module = style.dictionary.as_ref().filter(|_| defined);
        let mut lines: Vec<String> = module
            .map(|module| format!("use {module}::*;"))
            .into_iter()
            .collect();
        lines.push(own);
        // As rustfmt has them: names before groups.
        lines.sort_by_key(|line| line.replace('{', "~"));
        lines
    }

    fn family(&self, family: &Family, style: &Style) -> String {
        let notes = Notes { draft: self, style };
        write(family, self.dictionary(), &notes)
    }

    /// Entries for the dictionary, in a comment.
    fn entries(&self) -> String {
        let mut text = String::new();
        if self.lacking.is_empty() || self.dictionary().definitions.is_empty() {
            return text;
        }
        let name = &self.dictionary().name;
        line(
            &mut text,
            format_args!(
                "\n// The dictionary of {name} lacks these names. Entries to begin with:\n//"
            ),
        );
        let families = self.specification.families.iter();
        let rows: Vec<&Attribute> = families
            .flat_map(|family| {
                family
                    .events
                    .iter()
                    .flat_map(|event| event.attributes.iter())
            })
            .collect();
        for name in &self.lacking {
            if let Some(row) = rows.iter().find(|row| row.name == *name) {
                let carried = rust_type(row, self.dictionary()).unwrap_or_default();
                line(
                    &mut text,
                    format_args!("//     /// To be written: what {name} means."),
                );
                line(&mut text, format_args!("//     {name}: {carried},"));
            }
        }
        text
    }

    fn proposal(&self, event: &Event, footnote: &Footnote) -> Option<&Proposal> {
        let mut proposals = self.proposals.iter();
        proposals
            .find(|proposal| proposal.event == event.name && proposal.letter == footnote.letter)
    }
}

/// An enumeration that says where its descriptions are missing.
fn described(listed: &Vocabulary, style: &Style) -> Vocabulary {
    let members = listed.members.iter().map(|member| Member {
        description: if style.texts && !member.description.is_empty() {
            format!("To be rewritten: {}", member.description).into()
        } else {
            format!("To be written: what `{}` means.", member.name).into()
        },
        ..member.clone()
    });
    Vocabulary {
        description: format!("To be written: what `{}` is.", listed.name).into(),
        members: members.collect(),
        ..listed.clone()
    }
}

struct Notes<'a> {
    draft: &'a Draft,
    style: &'a Style,
}

impl Remarks for Notes<'_> {
    fn text(&self, about: &str, text: &str) -> String {
        if self.style.texts && !text.is_empty() {
            format!("To be rewritten: {text}")
        } else {
            format!("To be written: what {about} says.")
        }
    }

    fn on_event(&self, event: &Event) -> Vec<String> {
        let open = self.draft.ledgers.iter().flat_map(Ledger::open);
        open.filter(|(entry, ..)| entry.event == event.name)
            .map(|(entry, text, reason)| {
                format!("Open, {}: {}", entry.place, shown(text, reason, self.style))
            })
            .collect()
    }

    fn on_row(&self, row: &Attribute) -> Option<String> {
        let known = self.draft.dictionary().definitions.is_empty()
            || !self.draft.lacking.contains(&row.name);
        (!known).then(|| "not in the dictionary".to_owned())
    }

    fn on_footnote(&self, event: &Event, footnote: &Footnote) -> Vec<String> {
        let Some(proposal) = self.draft.proposal(event, footnote) else {
            return Vec::new();
        };
        let place = proposal.place;
        if self.style.texts {
            vec![format!("Read from {place}: {:?}", proposal.words.join(" "))]
        } else {
            vec![format!("Read from {place}.")]
        }
    }

    /// A footnote that no row bears does not compile.
    fn is_left_out(&self, event: &Event, footnote: &Footnote) -> bool {
        let mut marks = event.attributes.iter().flat_map(|row| row.marks.iter());
        !marks.any(|mark| mark.letter == footnote.letter)
    }
}

/// What was not understood, without the words of a text that is left out.
fn shown(text: &str, reason: &Reason, style: &Style) -> String {
    let words = matches!(
        reason,
        Reason::Unread { .. }
            | Reason::Unbound
            | Reason::NoMark { .. }
            | Reason::FootnoteTwice
            | Reason::Flawed { .. }
            | Reason::Defined { .. }
    );
    let shown = match reason {
        Reason::Unread { .. } if !style.texts => "the condition is not understood".to_owned(),
        Reason::Described { .. } if !style.texts => {
            "its description has a condition, and no footnote has it".to_owned()
        }
        reason => reason.to_string(),
    };
    if words {
        shown
    } else {
        format!("{text:?}: {shown}")
    }
}

fn line(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{arguments}");
}
