//! Messages that conform to an event, and for each way to break it one that is broken in this way and no other.
//!
//! The [solver](crate::solve) decides what a message has and which values matter; the others are made to look real,
//! from the kinds of the rows and the examples of the dictionary.
//!
//! ```
//! use events_schema::solve::Answer;
//! use events_schema::witness::{Breach, Plausible, Witnesses};
//! # use events_schema::{Attribute, Definition, Dictionary, Event, Kind, List, Presence, Text};
//!
//! # let row = |name: &'static str, kind, presence| Attribute {
//! #     name: name.into(), union: None, kind, fixed: None, presence,
//! #     marks: List::default(), description: Text::default(),
//! # };
//! # let definition = |name: &'static str, kind, example: &'static str| Definition {
//! #     name: name.into(), description: Text::default(), kind, number: None,
//! #     log: List::default(), aliases: List::default(),
//! #     examples: vec![example.into()].into(), obsolete: false, transport: false,
//! # };
//! let event = Event {
//!     name: "DockReported".into(),
//!     attributes: vec![
//!         row("Bike", Kind::Text, Presence::Optional),
//!         row("Dock", Kind::integer(1, 500), Presence::Mandatory),
//!     ]
//!     .into(),
//!     // …
//! #   number: None, description: Text::default(), footnotes: List::default(),
//! };
//! let dictionary = Dictionary {
//!     definitions: vec![
//!         definition("Bike", Kind::Text, "B-1009"),
//!         definition("Dock", Kind::integer(1, 500), "17"),
//!     ]
//!     .into(),
//!     // …
//! #   ..Dictionary::EMPTY
//! };
//!
//! let witnesses = Witnesses::new(&event, &dictionary)?;
//! let message = witnesses.full(&mut Plausible::new(7))?.expect("a message can satisfy the event");
//! assert_eq!(message.to_string(), r#"Bike is "B-1463", Dock is 15"#);
//!
//! let broken = witnesses.violating(&mut Plausible::new(7))?;
//! let names: Vec<_> = broken.iter().map(|one| one.breach.name(&event)).collect();
//! assert_eq!(names, ["wrong-type Bike", "missing Dock", "wrong-type Dock", "out-of-range Dock"]);
//! let Answer::Message(message) = &broken[3].answer else { panic!() };
//! assert_eq!(message.to_string(), "Dock is 501");
//! # Ok::<(), events_schema::solve::SolveError>(())
//! ```

mod plausible;
mod wild;
mod wrong;

use crate::solve::{Answer, Demand, Message, Prefer, Question, SolveError, Solver};
use crate::{Dictionary, Event, Presence};

pub use plausible::Plausible;

/// The messages of an event, good and bad.
#[derive(Debug)]
pub struct Witnesses<'e> {
    event: &'e Event,
    dictionary: &'e Dictionary,
    solver: Solver,
}

/// One way to break an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Breach {
    /// The attribute in this row is Mandatory, and absent.
    Missing(usize),
    /// The value in this row is of another kind.
    WrongType(usize),
    /// The value in this row is too small or too large for its kind.
    OutOfRange(usize),
    /// The value in this row is a name that its enumeration lacks.
    UnknownMember(usize),
    /// The value in this row is not the one that the table fixes.
    WrongFixed(usize),
    /// The union in this row holds another member than the one that its selector chooses.
    WrongMember(usize),
    /// The rule with this number, counted from 0 through all footnotes of the event, is violated.
    Broken(usize),
}

/// A way to break an event, and the message that breaks it so and in no other way.
#[derive(Debug, Clone, PartialEq)]
pub struct Violating {
    /// How the event is broken.
    pub breach: Breach,
    /// The message, or the proof that there is none that breaks nothing else.
    pub answer: Answer,
}

impl Breach {
    /// The code of the violation that the message must give: a word, or the id of the rule.
    #[must_use]
    pub fn code(self, event: &Event) -> String {
        match self {
            Breach::Missing(_) => "missing".to_owned(),
            Breach::WrongType(_) => "wrong-type".to_owned(),
            Breach::OutOfRange(_) => "out-of-range".to_owned(),
            Breach::UnknownMember(_) => "unknown-member".to_owned(),
            Breach::WrongFixed(_) => "wrong-fixed".to_owned(),
            Breach::WrongMember(_) => "wrong-member".to_owned(),
            Breach::Broken(rule) => {
                let rule = event.rules().nth(rule);
                rule.map(|(_, rule)| rule.id.to_string())
                    .unwrap_or_default()
            }
        }
    }

    /// The row that is wrong; none when it is a rule that is broken.
    #[must_use]
    pub fn row(self) -> Option<usize> {
        match self {
            Breach::Missing(row)
            | Breach::WrongType(row)
            | Breach::OutOfRange(row)
            | Breach::UnknownMember(row)
            | Breach::WrongFixed(row)
            | Breach::WrongMember(row) => Some(row),
            Breach::Broken(_) => None,
        }
    }

    /// What the breach is called: `missing ThisDN`, or the id of the rule.
    #[must_use]
    pub fn name(self, event: &Event) -> String {
        let code = self.code(event);
        match self.row().and_then(|row| event.attributes.get(row)) {
            Some(row) => format!("{code} {}", row.name),
            None => code,
        }
    }
}

impl<'e> Witnesses<'e> {
    /// The messages of an event, with values like those of a dictionary.
    pub fn new(event: &'e Event, dictionary: &'e Dictionary) -> Result<Self, SolveError> {
        Ok(Self {
            event,
            dictionary,
            solver: Solver::new(event)?,
        })
    }

    /// A smallest message that satisfies the event, if there is one.
    pub fn smallest(&self, values: &mut Plausible) -> Result<Option<Message>, SolveError> {
        Ok(self
            .solver
            .satisfy()?
            .map(|found| self.dress(found, values)))
    }

    /// A message that satisfies the event and has as many attributes as possible, if there is one.
    pub fn full(&self, values: &mut Plausible) -> Result<Option<Message>, SolveError> {
        Ok(self.solver.full()?.map(|found| self.dress(found, values)))
    }

    /// Any message that satisfies the event, if there is one; the next one with the next values.
    pub fn random(&self, values: &mut Plausible) -> Result<Option<Message>, SolveError> {
        let found = self.solver.random(values.roll())?;
        Ok(found.map(|found| self.dress(found, values)))
    }

    /// For each way to break the event a smallest message that breaks it so and in no other way: rows in their order,
    /// then rules.
    ///
    /// A value that its row refuses stands in the place of one that the rules allow: it is there, and what asks for it
    /// cannot be told.
    pub fn violating(&self, values: &mut Plausible) -> Result<Vec<Violating>, SolveError> {
        self.breaches()
            .into_iter()
            .map(|breach| {
                let answer = self.break_only(breach, values)?;
                Ok(Violating { breach, answer })
            })
            .collect()
    }

    /// All ways to break the event.
    #[must_use]
    pub fn breaches(&self) -> Vec<Breach> {
        let mut breaches = Vec::new();
        for (at, row) in self.event.attributes.iter().enumerate() {
            if row.presence == Presence::Mandatory && self.event.waiver(&row.name).is_none() {
                breaches.push(Breach::Missing(at));
            }
            let of_value = [
                Breach::WrongType(at),
                Breach::OutOfRange(at),
                Breach::UnknownMember(at),
            ];
            let possible = |breach: &Breach| wrong::value(&row.kind, *breach).is_some();
            breaches.extend(of_value.into_iter().filter(possible));
            breaches.extend(row.fixed.as_ref().map(|_| Breach::WrongFixed(at)));
            let agreement = self.event.agreement(at);
            breaches.extend(agreement.map(|_| Breach::WrongMember(at)));
        }
        breaches.extend((0..self.event.rules().count()).map(Breach::Broken));
        breaches
    }

    /// A smallest message that breaks the event in one way and no other, or the proof that there is none.
    pub fn break_only(&self, breach: Breach, values: &mut Plausible) -> Result<Answer, SolveError> {
        let (answer, wrong) = match breach {
            Breach::Missing(row) => (self.solver.break_only(Demand::Mandatory(row))?, None),
            Breach::WrongFixed(row) => (self.solver.break_only(Demand::Fixed(row))?, None),
            Breach::WrongMember(row) => (self.solver.break_only(Demand::Union(row))?, None),
            Breach::Broken(rule) => (self.solver.break_only(Demand::Rule(rule))?, None),
            Breach::WrongType(row) | Breach::OutOfRange(row) | Breach::UnknownMember(row) => {
                let answer = self.solver.ask(&Question {
                    ignored: &[Demand::Fixed(row), Demand::Union(row)],
                    present: &[row],
                    prefer: Prefer::Smallest,
                    ..Question::default()
                })?;
                let kind = self.event.attributes.get(row).map(|row| &row.kind);
                (
                    answer,
                    kind.and_then(|kind| Some((row, wrong::value(kind, breach)?))),
                )
            }
        };
        Ok(match answer {
            Answer::Message(found) => {
                let mut message = self.dress(found, values);
                if let Some((row, wrong)) = wrong {
                    message.set(row, Some(wrong));
                }
                Answer::Message(message)
            }
            never @ Answer::Never(_) => never,
        })
    }

    fn dress(&self, mut message: Message, values: &mut Plausible) -> Message {
        values.dress(self.event, self.dictionary, &mut message);
        message
    }
}

#[cfg(test)]
mod tests;
