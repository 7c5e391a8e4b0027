//! Where an attribute stands in the tables of a specification.

use crate::{Attribute, Event, Footnote, Kind, Presence, Rule};

/// A row in which an attribute stands, with what the table says of its presence there.
#[derive(Debug, Clone, PartialEq)]
pub struct Usage<'a> {
    /// The row.
    pub row: &'a Attribute,
    /// Whether a message of the event has it.
    pub need: Need<'a>,
    /// The footnotes whose mark the row bears or whose rules ask for the attribute.
    pub footnotes: Vec<&'a Footnote>,
}

/// Whether a message of an event has an attribute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Need<'a> {
    /// Always.
    Mandatory,
    /// Always, but for circumstances of this footnote that the message does not tell.
    Waived(&'a Footnote),
    /// As it likes, as far as the message tells.
    Optional,
    /// Not always, and a rule of this footnote speaks of it.
    Conditional(&'a Footnote),
}

impl Need<'_> {
    /// The need in a word: `Mandatory`, `waived`, `Optional` or `conditional`.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Need::Mandatory => "Mandatory",
            Need::Waived(_) => "waived",
            Need::Optional => "Optional",
            Need::Conditional(_) => "conditional",
        }
    }
}

impl Event {
    /// Where an attribute stands in the table: its row, those of its members if it is a union, or that of the union it
    /// is a member of.
    #[must_use]
    pub fn usages(&self, name: &str) -> Vec<Usage<'_>> {
        let bears = |row: &&Attribute| {
            let of_union = || {
                let (row_of, member) = self.member(name)?;
                let Kind::Union(union) = &self.attributes[row_of].kind else {
                    return None;
                };
                (self.attributes[row_of].name == row.name).then(|| union.member(member))?
            };
            row.name == name || row.union.as_deref() == Some(name) || of_union().is_some()
        };
        let rows = self.attributes.iter().filter(bears);
        rows.map(|row| self.usage(row, name)).collect()
    }

    fn usage<'a>(&'a self, row: &'a Attribute, name: &str) -> Usage<'a> {
        let asks = |rule: &Rule| {
            let mut terms = rule.terms().into_iter();
            terms.any(|term| {
                let about = |whole: &str| {
                    let rest = term.attribute.strip_prefix(whole);
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                };
                about(name) || term.attribute == row.name
            })
        };
        let speaks = |note: &&Footnote| note.rules.iter().any(asks);
        let marks = |note: &&Footnote| row.marks.iter().any(|mark| mark.letter == note.letter);
        let notes = self.footnotes.iter();
        let footnotes = notes.filter(|note| marks(note) || speaks(note)).collect();
        let ruled = self.footnotes.iter().find(speaks);
        let need = match (row.presence, self.waiver(&row.name), ruled) {
            (Presence::Mandatory, None, _) => Need::Mandatory,
            (Presence::Mandatory, Some(waiver), _) => Need::Waived(waiver),
            (Presence::Optional, _, None) => Need::Optional,
            (Presence::Optional, _, Some(note)) => Need::Conditional(note),
        };
        Usage {
            row,
            need,
            footnotes,
        }
    }
}
