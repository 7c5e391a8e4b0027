//! Rules as reports cite them.

use std::borrow::Cow;
use std::fmt;

use events_schema::{Event, Explanation, Fact, Facts, Family, Rule};

/// A rule as a report cites it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cited {
    /// The rule's id, such as `Registration/EventRegistered[a]`.
    pub id: Cow<'static, str>,
    /// The rule in words.
    pub words: String,
    /// The footnote's text.
    pub footnote: Cow<'static, str>,
    /// The document, section and edition that the footnote stands in.
    pub source: String,
    /// What the message says that made the rule apply and what broke it.
    pub facts: Vec<Fact>,
    /// What would mend it.
    pub help: String,
}

impl Cited {
    pub(crate) fn new(
        family: &'static Family,
        event: &'static Event,
        rule: usize,
        facts: &dyn Facts,
    ) -> Option<Self> {
        let (footnote, rule): (_, &'static Rule) = event.rules().nth(rule)?;
        let Explanation { facts, help } = rule.explain(event, facts);
        Some(Self {
            id: rule.id.clone(),
            words: rule.words(),
            footnote: footnote.text.clone(),
            source: family.source.to_string(),
            facts,
            help,
        })
    }

    /// The facts in a row: `because AgentID is "4711" and …`.
    pub(super) fn because(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fact) in self.facts.iter().enumerate() {
            let before = if at == 0 { " because " } else { " and " };
            write!(f, "{before}{fact}")?;
        }
        Ok(())
    }
}
