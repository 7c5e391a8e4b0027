//! A message that tells two versions of an event apart.

use super::formula::{Formula, Values};
use super::question::{Answer, Question};
use super::space::{ABSENT, Foreign, Seen};
use super::{Demand, Message, SolveError, Solver, agreements, own_rules, value};
use crate::sentence::Sentence;
use crate::{Clause, Event, Kind, Presence, Text};

/// A message that one version of an event allows and another does not, or takes for something else.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Difference {
    /// The message, with the rows of the first version.
    pub(crate) message: Message,
    /// What it breaks of the second version; numbers of rules and rows are those of that version.
    pub(crate) broken: Broken,
}

/// What a message breaks of a version that is not its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// What that version demands.
    Demand(Demand),
    /// The row refuses the value.
    Kind(usize),
    /// The row takes the value for another one. The message may be valid nevertheless.
    Misread { row: usize, valid: bool },
}

/// How a version of an event sees the messages of another one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sight<'s> {
    /// The version whose messages they are.
    pub(crate) from: &'s Event,
    /// The version that sees them.
    pub(crate) to: &'s Event,
    /// For each row of the second version, the row of the first one that it reads.
    pub(crate) sources: &'s [Option<usize>],
}

/// For each demand of an event that another version of it does not make sure of, a smallest message that satisfies
/// that version and breaks the demand; none when each message that satisfies `from` satisfies `to` and is read as it
/// was meant.
///
/// The message breaks other demands of `to` only when it cannot be otherwise. It has all attributes of `present`.
pub(crate) fn difference(
    sight: Sight<'_>,
    present: &[usize],
) -> Result<Vec<Difference>, SolveError> {
    let Sight { from, to, sources } = sight;
    let own = own_rules(from);
    let unions = agreements(from);
    let rules: Vec<_> = to
        .rules()
        .map(|(_, rule)| sight.named(&rule.clause))
        .collect();
    let mut clauses: Vec<(Demand, Clause)> = (0..).map(Demand::Rule).zip(rules).collect();
    let mut kinds = Vec::new();
    for (at, row) in to.attributes.iter().enumerate() {
        // The tag tells events apart, not their versions.
        if row.kind == Kind::Event {
            continue;
        }
        if let Some(source) = sources[at] {
            kinds.push((source, &row.kind));
        }
        if let Some(literal) = &row.fixed {
            let clause = sight.named(&value(&row.name, literal));
            clauses.push((Demand::Fixed(at), clause));
        }
        if let Some(agreement) = to.agreement(at) {
            let clause = sight.named(&Clause::Assert(agreement));
            clauses.push((Demand::Union(at), clause));
        }
    }
    let foreign = Foreign {
        clauses: clauses.iter().map(|(_, clause)| clause).collect(),
        kinds,
    };
    let (mut solver, space) = Solver::build(from, &own, &unions, false, &foreign)?;
    let seen = space.seen(from, &foreign);
    let mut demands: Vec<(Broken, Formula)> = Vec::new();
    for (demand, clause) in &clauses {
        let formula = seen.space.formula(&Sentence::of_clause(clause));
        demands.push((Broken::Demand(*demand), formula));
    }
    for (at, row) in to.attributes.iter().enumerate() {
        if row.kind != Kind::Event {
            sight.add_row(at, &seen, &mut demands);
        }
    }
    let numbers = own.len()..own.len() + demands.len();
    let mut broken = Vec::new();
    for (number, (what, formula)) in numbers.clone().zip(demands) {
        solver.demands.push((Demand::Rule(number), formula));
        broken.push(what);
    }
    let ignored: Vec<_> = numbers.clone().map(Demand::Rule).collect();
    let mut differences = Vec::new();
    for (number, broken) in numbers.zip(broken) {
        // A message that breaks nothing else shows best what the demand is about.
        for (ignored, alone) in [(&[][..], true), (&ignored, false)] {
            let answer = solver.ask(&Question {
                broken: &[Demand::Rule(number)],
                ignored,
                present,
                ..Question::default()
            })?;
            if let Answer::Message(message) = answer {
                let broken = match broken {
                    Broken::Misread { row, .. } => Broken::Misread { row, valid: alone },
                    broken => broken,
                };
                differences.push(Difference { message, broken });
                break;
            }
        }
    }
    Ok(differences)
}

impl Sight<'_> {
    /// A clause of the second version with the names that rows have in the first one. What that one lacks has a name
    /// that no row has.
    fn named(&self, clause: &Clause) -> Clause {
        clause.renamed(&|name| {
            let whole = self.to.position(name).map(|row| (row, None));
            let (row, member) = whole.or_else(|| {
                let (row, member) = self.to.member(name)?;
                Some((row, Some(member)))
            })?;
            let source = self.sources[row].map_or("", |row| &*self.from.attributes[row].name);
            let member = member.map(|member| format!(".{member}"));
            Some(Text::Owned(format!(
                "{source}{}",
                member.unwrap_or_default()
            )))
        })
    }

    /// Adds what a row of the second version demands by itself: that it is there, that its value is one of its kind,
    /// and that this is the value which was meant.
    fn add_row(&self, at: usize, seen: &Seen<'_>, demands: &mut Vec<(Broken, Formula)>) {
        let row = &self.to.attributes[at];
        let source = self.sources[at];
        let refused = seen.space.variables.iter();
        let refused: Vec<_> = refused.map(|variable| variable.refused).collect();
        if row.presence == Presence::Mandatory && self.to.waiver(&row.name).is_none() {
            let formula = match source {
                // A value that is refused is there.
                Some(source) => {
                    let absent = seen.space.absent(source) & !refused[source];
                    Formula::one_of(source, !absent)
                }
                None => Formula::Any(Vec::new()),
            };
            demands.push((Broken::Demand(Demand::Mandatory(at)), formula));
        }
        let Some(source) = source else { return };
        let parts = seen.space.parts(source);
        let none_of = |values: &[Values]| {
            let mut tests = Vec::new();
            for variable in std::iter::once(source).chain(parts.iter().copied()) {
                if values[variable] != 0 {
                    tests.push(Formula::one_of(variable, !values[variable]));
                }
            }
            (!tests.is_empty()).then_some(Formula::All(tests))
        };
        debug_assert_eq!(refused[source] & ABSENT, 0);
        demands.extend(none_of(&refused).map(|formula| (Broken::Kind(at), formula)));
        let misread = Broken::Misread {
            row: at,
            valid: true,
        };
        demands.extend(none_of(&seen.differ).map(|formula| (misread, formula)));
    }
}
