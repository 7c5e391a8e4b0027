//! The demands responsible for something, by name.

use std::fmt;

use super::{Demand, Solver};
use crate::Text;
use crate::words::list;

/// Demands that together leave no message of some sort, none of which could be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Core {
    /// The rules among them, in the order of the document.
    pub rules: Vec<RuleName>,
    /// The attributes that matter because they are Mandatory.
    pub mandatory: Vec<Text>,
    /// The attributes that matter because the table fixes their value.
    pub fixed: Vec<Text>,
    /// The unions that matter because another attribute chooses their member.
    pub unions: Vec<Text>,
}

/// A rule, by what it is called. It prints as ``footnote `a` `` or ``rule 2 of footnote `a` ``.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RuleName {
    /// Its number, counted from 0 through all footnotes of the event.
    pub number: usize,
    /// Its id, such as `Registration/EventRegistered[a]#2`.
    pub id: Text,
}

impl RuleName {
    /// The letter of its footnote, as the id has it.
    #[must_use]
    pub fn letter(&self) -> Option<&str> {
        self.split().map(|(letter, _)| letter)
    }

    /// The letter, and `#2` without its sign.
    fn split(&self) -> Option<(&str, Option<&str>)> {
        let (letter, rest) = self.id.rsplit_once('[')?.1.split_once(']')?;
        Some((letter, rest.strip_prefix('#')))
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.split() {
            Some((letter, None)) => write!(f, "footnote `{letter}`"),
            Some((letter, Some(number))) => write!(f, "rule {number} of footnote `{letter}`"),
            None => write!(f, "rule `{}`", self.id),
        }
    }
}

impl Core {
    /// The rules in a row: ``footnotes `a` and `b` ``.
    pub(super) fn footnotes(&self) -> String {
        let letters: Option<Vec<_>> = self
            .rules
            .iter()
            .map(|rule| match rule.split() {
                Some((letter, None)) => Some(format!("`{letter}`")),
                _ => None,
            })
            .collect();
        match letters {
            Some(letters) if letters.len() > 1 => format!("footnotes {}", list(&letters, "and")),
            _ => {
                let rules: Vec<_> = self.rules.iter().map(ToString::to_string).collect();
                list(&rules, "and")
            }
        }
    }

    /// What the table demands, in a row: `` `ThisDN` is mandatory``.
    pub(super) fn rows(&self) -> Option<String> {
        let mut parts = Vec::new();
        for (rows, what) in [
            (&self.mandatory, "mandatory"),
            (&self.fixed, "fixed"),
            (&self.unions, "chosen by another attribute"),
        ] {
            let names: Vec<_> = rows.iter().map(|name| format!("`{name}`")).collect();
            if !names.is_empty() {
                let verb = if names.len() == 1 { "is" } else { "are" };
                parts.push(format!("{} {verb} {what}", list(&names, "and")));
            }
        }
        (!parts.is_empty()).then(|| list(&parts, "and"))
    }
}

impl fmt::Display for Core {
    /// Writes the demands in a row, such as ``footnotes `a` and `b`, and `ThisDN` is mandatory``.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.rules.is_empty(), self.rows()) {
            (true, None) => f.write_str("nothing"),
            (true, Some(rows)) => f.write_str(&rows),
            (false, None) => f.write_str(&self.footnotes()),
            (false, Some(rows)) => write!(f, "{}, and {rows}", self.footnotes()),
        }
    }
}

impl Solver {
    /// The name of a rule.
    pub(super) fn rule_name(&self, number: usize) -> RuleName {
        RuleName {
            number,
            id: self.ids.get(number).cloned().unwrap_or_default(),
        }
    }

    /// Demands by name.
    pub(super) fn core(&self, demands: impl Iterator<Item = Demand>) -> Core {
        let mut core = Core::default();
        for demand in demands {
            match demand {
                Demand::Rule(number) => core.rules.push(self.rule_name(number)),
                Demand::Mandatory(row) => core.mandatory.push(self.names[row].clone()),
                Demand::Fixed(row) => core.fixed.push(self.names[row].clone()),
                Demand::Union(row) => core.unions.push(self.names[row].clone()),
            }
        }
        core
    }
}
