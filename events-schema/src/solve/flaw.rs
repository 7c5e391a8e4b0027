//! What is wrong with the rules of an event themselves.

use std::fmt;

use super::core::{Core, RuleName};
use super::question::{Answer, Prefer, Question};
use super::{Demand, SolveError, Solver};
use crate::{Event, Facts, Text};

/// A fault of an event's rules, with the rules responsible. It prints as a sentence for the author of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// No message can satisfy the event.
    NoMessage {
        /// The event's name.
        event: Text,
        /// The demands that contradict each other.
        because: Core,
    },
    /// No message can break the rule, even without the other rules.
    NeverBroken {
        /// The rule.
        rule: RuleName,
        /// What of the table keeps messages from breaking it.
        because: Core,
    },
    /// The rule demands what another one demands.
    Repeats {
        /// The rule.
        rule: RuleName,
        /// The other one.
        of: RuleName,
    },
    /// Each message that breaks the rule breaks another one, too.
    Follows {
        /// The rule.
        rule: RuleName,
        /// What it follows from.
        from: Core,
    },
    /// No message that satisfies the event has the attribute, although the table has it as Optional.
    NeverPresent {
        /// The attribute.
        attribute: Text,
        /// The demands that keep it out.
        because: Core,
    },
}

impl Flaw {
    /// The rule to change, where it is one.
    #[must_use]
    pub fn rule(&self) -> Option<&RuleName> {
        match self {
            Flaw::NeverBroken { rule, .. }
            | Flaw::Repeats { rule, .. }
            | Flaw::Follows { rule, .. } => Some(rule),
            Flaw::NoMessage { because, .. } | Flaw::NeverPresent { because, .. } => {
                because.rules.last()
            }
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::NoMessage { event, because } => {
                write!(f, "no message can satisfy `{event}`: ")?;
                let rows = because.rows();
                let footnotes = because.footnotes();
                match (because.rules.len(), rows) {
                    (0, None) => write!(f, "its table contradicts itself"),
                    (0, Some(rows)) => write!(f, "{rows} and has no value that the table allows"),
                    (1, None) => write!(f, "{footnotes} contradicts itself, change it"),
                    (1, Some(rows)) => write!(f, "{footnotes} cannot hold, since {rows}"),
                    (_, None) => write!(f, "{footnotes} contradict each other, change one of them"),
                    (_, Some(rows)) => write!(
                        f,
                        "{footnotes} contradict each other, since {rows}, change one of them"
                    ),
                }
            }
            Flaw::NeverBroken { rule, because } => match because.rows() {
                Some(rows) => write!(f, "{rule} can never be violated: {rows}"),
                None => write!(
                    f,
                    "{rule} can never be violated, whatever a message says: change or remove it"
                ),
            },
            Flaw::Repeats { rule, of } => write!(f, "{rule} repeats {of}, remove one of the two"),
            Flaw::Follows { rule, from } => {
                write!(f, "{rule} follows from {}", from.footnotes())?;
                if let Some(rows) = from.rows() {
                    write!(f, ", since {rows}")?;
                }
                f.write_str(", remove it")
            }
            Flaw::NeverPresent { attribute, because } => {
                write!(f, "`{attribute}` can never be present: ")?;
                let footnotes = because.footnotes();
                match because.rules.len() {
                    0 => f.write_str("it has no value that the table allows")?,
                    1 => write!(f, "{footnotes} forbids it")?,
                    _ => write!(f, "{footnotes} forbid it")?,
                }
                if let Some(rows) = because.rows() {
                    write!(f, ", since {rows}")?;
                }
                f.write_str(match because.rules.len() {
                    0 => ", remove the row",
                    1 => ", remove the row or change the rule",
                    _ => ", remove the row or change one of the rules",
                })
            }
        }
    }
}

/// What is wrong with the rules of an event, in the order of the document. An event that no message can satisfy has
/// no other flaw.
///
/// Where kinds are not known, ask [`Solver::lenient`] for its [flaws](Solver::flaws).
pub fn examine(event: &Event) -> Result<Vec<Flaw>, SolveError> {
    Solver::new(event)?.flaws()
}

impl Solver {
    /// What is wrong with the rules, in the order of the document. An event that no message can satisfy has no other
    /// flaw.
    ///
    /// A rule that follows from others is reported once: with it removed, none of the rest follows from what it
    /// followed from.
    pub fn flaws(&self) -> Result<Vec<Flaw>, SolveError> {
        if let Some(because) = self.unsatisfiable_core()? {
            return Ok(vec![Flaw::NoMessage {
                event: self.event.clone(),
                because,
            }]);
        }
        let rules = self.ids.len();
        let everything: Vec<_> = (0..rules).map(Demand::Rule).collect();
        let mut superfluous = Vec::new();
        let mut flaws = Vec::new();
        for number in (0..rules).rev() {
            let Some(core) = self.breaks(number, &superfluous)? else {
                continue;
            };
            let rule = self.rule_name(number);
            superfluous.push(Demand::Rule(number));
            flaws.push(match (self.breaks(number, &everything)?, &*core.rules) {
                (Some(because), _) => Flaw::NeverBroken { rule, because },
                (None, [other]) if self.follows(other.number, number, &everything)? => {
                    Flaw::Repeats {
                        rule,
                        of: other.clone(),
                    }
                }
                (None, _) => Flaw::Follows { rule, from: core },
            });
        }
        flaws.reverse();
        self.find_forbidden(&mut flaws)?;
        Ok(flaws)
    }

    /// What keeps messages from breaking a rule alone, other rules ignored.
    fn breaks(&self, number: usize, ignored: &[Demand]) -> Result<Option<Core>, SolveError> {
        let answer = self.ask(&Question {
            broken: &[Demand::Rule(number)],
            ignored,
            prefer: Prefer::Any,
            ..Question::default()
        })?;
        Ok(match answer {
            Answer::Message(_) => None,
            Answer::Never(core) => Some(core),
        })
    }

    /// Whether a rule follows from one other rule and the table.
    fn follows(&self, rule: usize, from: usize, all: &[Demand]) -> Result<bool, SolveError> {
        let ignored: Vec<_> = all
            .iter()
            .copied()
            .filter(|demand| *demand != Demand::Rule(from))
            .collect();
        Ok(self.breaks(rule, &ignored)?.is_some())
    }

    /// Finds the attributes that can never be present. Those that one message has need no proof.
    fn find_forbidden(&self, flaws: &mut Vec<Flaw>) -> Result<(), SolveError> {
        let Some(full) = self.full()? else {
            return Ok(());
        };
        // The fullest message has each attribute that can be present, unless two of them exclude each other.
        for row in (0..self.names.len()).filter(|row| full.fact(*row).is_none()) {
            let answer = self.ask(&Question {
                present: &[row],
                prefer: Prefer::Any,
                ..Question::default()
            })?;
            if let Answer::Never(because) = answer {
                flaws.push(Flaw::NeverPresent {
                    attribute: self.names[row].clone(),
                    because,
                });
            }
        }
        Ok(())
    }
}
