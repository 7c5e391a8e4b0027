//! The solver: what messages an event's table and rules leave possible, with a message or the rules responsible as
//! proof.
//!
//! A message *satisfies* an event when all Mandatory attributes that no footnote waives are present, fixed values are
//! right and no rule is [`Violated`](crate::Outcome::Violated). A message *breaks* a rule when that is its outcome.
//! The solver finds messages by [`Rule::outcome`]'s own logic over finite domains: the presence of each attribute and
//! key, the values that the table and the rules name, other values of each kind, and key sets that are followed or not.
//! It is complete for the language of rules: when it finds no message, there is none.
//!
//! ```
//! use events_schema::solve::{Answer, Demand, Solver};
//! use events_schema::{Attribute, Clause, Condition, Event, Footnote, Kind, Literal, Presence, Rule, Status, Term};
//!
//! # let row = |name: &'static str, kind, presence| Attribute {
//! #     name: name.into(), union: None, kind, fixed: None, presence,
//! #     marks: vec![].into(), description: "".into(),
//! # };
//! # let term = |attribute: &'static str| Term { attribute: attribute.into(), key: None };
//! # let footnote = |letter: &'static str, id: &'static str, clause| Footnote {
//! #     letter: letter.into(), text: "".into(), status: Status::Checked, proposed: false,
//! #     rules: vec![Rule { id: id.into(), clause }].into(), waives: vec![].into(),
//! # };
//! let event = Event {
//!     name: "DockReported".into(),
//! #   number: None,
//! #   description: "".into(),
//!     attributes: vec![
//!         row("FaultCode", Kind::integer(1, 999), Presence::Optional),
//!         row("State", Kind::Text, Presence::Mandatory),
//!     ]
//!     .into(),
//!     footnotes: vec![
//!         // if FaultCode { State == "out of service" }
//!         footnote("a", "Docks/DockReported[a]", Clause::If {
//!             condition: Condition::Present(term("FaultCode")),
//!             then: vec![Clause::Assert(Condition::Equals(
//!                 term("State"),
//!                 Literal::Text("out of service".into()),
//!             ))]
//!             .into(),
//!             otherwise: vec![].into(),
//!         }),
//!         // FaultCode
//!         footnote("b", "Docks/DockReported[b]", Clause::Assert(Condition::Present(term("FaultCode")))),
//!     ]
//!     .into(),
//!     // …
//! };
//!
//! let solver = Solver::new(&event)?;
//! let message = solver.satisfy()?.expect("a message can satisfy the event");
//! assert_eq!(message.to_string(), r#"FaultCode is 1, State is "out of service""#);
//!
//! let Answer::Message(message) = solver.break_only(Demand::Rule(0))? else { panic!() };
//! assert_eq!(message.to_string(), r#"FaultCode is 1, State is "text""#);
//! # Ok::<(), events_schema::solve::SolveError>(())
//! ```
//!
//! Lists in which a key occurs twice are left out, and of a `%d` only the numbers from 1 to 200 are looked at. Attributes
//! that the table lacks are no part of a message here, since no rule can speak of them.

mod core;
#[cfg(feature = "diff")]
mod difference;
mod flaw;
mod formula;
mod message;
mod question;
mod reading;
mod search;
mod space;
mod value;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::sentence::Sentence;
use crate::{Clause, Condition, Event, Literal, Presence, Rule, Term, Text};

pub use self::core::{Core, RuleName};
#[cfg(feature = "diff")]
pub(crate) use difference::{Broken, Difference, Sight, difference};
pub use flaw::{Flaw, examine};
pub use message::Message;
#[cfg(feature = "witness")]
pub(crate) use question::roll;
pub use question::{Answer, Occurrence, Prefer, Question};

use formula::Formula;
use space::{Foreign, Space, Variable};

/// How many steps an answer may take; a step is one evaluation of one test of a rule on sets of values.
pub const MOST_STEPS: u64 = 1_000_000;

/// The solver of an event's rules.
#[derive(Debug)]
pub struct Solver {
    event: Text,
    /// The names of the rows.
    names: Arc<[Text]>,
    variables: Vec<Variable>,
    demands: Vec<(Demand, Formula)>,
    /// What the form of messages demands: keys stand in a list, and a union holds one member.
    structure: Vec<Formula>,
    /// The ids of the rules.
    ids: Vec<Text>,
    steps: AtomicU64,
}

/// Something that an event demands of its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Demand {
    /// That the rule with this number, counted from 0 through all footnotes of the event, is not violated.
    Rule(usize),
    /// That the attribute in this row is present.
    Mandatory(usize),
    /// That the attribute in this row has the value that the table fixes, if it is present.
    Fixed(usize),
    /// That the union in this row holds the member which its selector chooses.
    Union(usize),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SolveError {
    /// The search was given up after [`MOST_STEPS`].
    TooManySteps {
        /// The event's name.
        event: Text,
    },
    /// The rules name more values of one attribute than the solver can tell apart.
    TooManyValues {
        /// The event's name.
        event: Text,
        /// The attribute, or one of several that are compared with each other.
        attribute: Text,
    },
}

impl fmt::Display for SolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SolveError::TooManySteps { event } => write!(
                f,
                "the rules of `{event}` depend on each other in more ways than can be tried, split or simplify them"
            ),
            SolveError::TooManyValues { event, attribute } => write!(
                f,
                "the rules of `{event}` tell too many values of `{attribute}` apart, name fewer"
            ),
        }
    }
}

impl std::error::Error for SolveError {}

impl Solver {
    /// The solver of an event with its own rules.
    pub fn new(event: &Event) -> Result<Self, SolveError> {
        Self::plain(event, &own_rules(event), false)
    }

    /// The solver of an event whose kinds, key sets and numbers of members are not known, as in a macro.
    ///
    /// Each attribute that is not called Boolean is taken to have further values beside those that rules name, members are told apart by their
    /// names and key sets by theirs. So there are more messages than in truth, and what this solver proves is so
    /// whatever the kinds are, as long as no two names stand for one member. The messages it finds are none to send.
    pub fn lenient(event: &Event) -> Result<Self, SolveError> {
        Self::plain(event, &own_rules(event), true)
    }

    /// The solver of an event's table with these rules instead of its own; their numbers are their places here.
    pub fn over(event: &Event, rules: &[&Rule]) -> Result<Self, SolveError> {
        Self::plain(event, rules, false)
    }

    fn plain(event: &Event, rules: &[&Rule], lenient: bool) -> Result<Self, SolveError> {
        let agreements = if lenient {
            Vec::new()
        } else {
            agreements(event)
        };
        let foreign = Foreign::default();
        Self::build(event, rules, &agreements, lenient, &foreign).map(|(solver, _)| solver)
    }

    /// The solver, and the space in which further demands can be put as formulas.
    fn build<'a>(
        event: &'a Event,
        rules: &[&'a Rule],
        agreements: &'a [(usize, Clause)],
        lenient: bool,
        foreign: &Foreign<'a>,
    ) -> Result<(Self, Space<'a>), SolveError> {
        let clauses = rules.iter().map(|rule| &rule.clause);
        let clauses: Vec<_> = clauses
            .chain(agreements.iter().map(|(_, clause)| clause))
            .collect();
        let space = Space::new(event, &clauses, lenient, foreign)?;
        let formula = |clause: &Clause| space.formula(&Sentence::of_clause(clause));
        let mut demands: Vec<_> = rules
            .iter()
            .enumerate()
            .map(|(number, rule)| (Demand::Rule(number), formula(&rule.clause)))
            .collect();
        for (at, row) in event.attributes.iter().enumerate() {
            let mandatory = row.presence == Presence::Mandatory;
            if mandatory && event.waiver(&row.name).is_none() {
                demands.push((Demand::Mandatory(at), formula(&presence(&row.name))));
            }
            if let Some(literal) = &row.fixed {
                demands.push((Demand::Fixed(at), formula(&value(&row.name, literal))));
            }
        }
        let unions = agreements
            .iter()
            .map(|(row, clause)| (Demand::Union(*row), formula(clause)));
        demands.extend(unions);
        let solver = Self {
            event: event.name.clone(),
            names: event
                .attributes
                .iter()
                .map(|row| row.name.clone())
                .collect(),
            structure: space.structure(),
            demands,
            ids: rules.iter().map(|rule| rule.id.clone()).collect(),
            variables: space.variables.clone(),
            steps: AtomicU64::new(0),
        };
        Ok((solver, space))
    }

    /// How many steps the last answer took; at most [`MOST_STEPS`] for each search, of which a proof has several.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }
}

fn own_rules(event: &Event) -> Vec<&Rule> {
    event.rules().map(|(_, rule)| rule).collect()
}

/// What the unions of an event demand, with their rows.
fn agreements(event: &Event) -> Vec<(usize, Clause)> {
    let agreement = |row| Some((row, Clause::Assert(event.agreement(row)?)));
    (0..event.attributes.len()).filter_map(agreement).collect()
}

/// That an attribute is present.
fn presence(attribute: &Text) -> Clause {
    Clause::Assert(Condition::Present(row(attribute)))
}

/// That an attribute has a value.
fn value(attribute: &Text, literal: &Literal) -> Clause {
    Clause::Assert(Condition::Equals(row(attribute), literal.clone()))
}

fn row(attribute: &Text) -> Term {
    Term {
        attribute: attribute.clone(),
        key: None,
    }
}

#[cfg(test)]
mod tests;
