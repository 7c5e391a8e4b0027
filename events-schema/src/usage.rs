//! Where an attribute stands in the tables of a specification.

use crate::{Attribute, Event, Footnote, Kind, Presence, Rule, Term};

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
    /// Not always, and a rule of this footnote asks whether it is there.
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
        let is_of_row = |term: &Term| {
            let about = |whole: &str| {
                let rest = term.attribute.strip_prefix(whole);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            about(name) || term.attribute == row.name
        };
        let asks = |rule: &Rule| rule.terms().into_iter().any(is_of_row);
        let speaks = |note: &&Footnote| note.rules.iter().any(asks);
        // A rule about a value says nothing of the presence: it cannot be told when the attribute is absent.
        let asked = |term: &Term| term.key.is_none() && is_of_row(term);
        let questions = |rule: &Rule| rule.presences().into_iter().any(asked);
        let binds = |note: &&Footnote| note.rules.iter().any(questions);
        let marks = |note: &&Footnote| row.marks.iter().any(|mark| mark.letter == note.letter);
        let notes = self.footnotes.iter();
        let footnotes = notes.filter(|note| marks(note) || speaks(note)).collect();
        let ruled = self.footnotes.iter().find(binds);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{branch, event, is, present, rule};
    use crate::{Clause, List, Literal, Status};

    #[test]
    fn a_rule_about_a_value_is_no_condition_of_the_presence() {
        let mut created = event(&[("DialedNumber", Kind::Text), ("CallType", Kind::Text)]);
        created.footnotes = vec![Footnote {
            letter: "b".into(),
            text: "".into(),
            status: Status::Checked,
            proposed: false,
            rules: vec![rule(branch(
                present("DialedNumber"),
                vec![Clause::Assert(is(
                    "CallType",
                    Literal::Text("Outbound".into()),
                ))],
                vec![],
            ))]
            .into(),
            waives: List::default(),
        }]
        .into();
        let need = |name: &str| {
            let usages = created.usages(name);
            assert_eq!(usages[0].footnotes[0].letter, "b");
            usages[0].need.as_str()
        };
        assert_eq!(need("DialedNumber"), "conditional");
        assert_eq!(need("CallType"), "Optional");
    }
}
