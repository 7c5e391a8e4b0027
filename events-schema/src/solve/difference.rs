//! A message that tells two versions of an event apart.

use super::question::{Answer, Question};
use super::{Demand, Message, SolveError, Solver, presence, value};
use crate::{Clause, Event, Kind, Presence, Rule, Text};

/// A message that one version of an event allows and another does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The message, with the rows of the first version.
    pub message: Message,
    /// What it breaks of the second version; numbers of rules and rows are those of that version.
    pub broken: Demand,
}

/// For each demand of an event that another version of it does not make sure of, a smallest message that satisfies
/// that version and breaks the demand; none when each message that satisfies `from` satisfies `to`.
///
/// Attributes are the same when they have the same name, and carry what `from` says they do: whether their kinds
/// differ is not looked at. Those that `from` lacks are absent. The message breaks
/// other demands of `to` only when it cannot be otherwise.
pub fn difference(from: &Event, to: &Event) -> Result<Vec<Difference>, SolveError> {
    let (demands, added) = demands(to);
    let own: Vec<_> = from.rules().map(|(_, rule)| rule).collect();
    let rules: Vec<_> = own.iter().copied().chain(&added).collect();
    let solver = Solver::over(from, &rules)?;
    let numbers = own.len()..rules.len();
    let ignored: Vec<_> = numbers.clone().map(Demand::Rule).collect();
    let mut differences = Vec::new();
    for (number, broken) in numbers.zip(demands) {
        // A message that breaks nothing else shows best what the demand is about.
        for ignored in [&[][..], &ignored] {
            let answer = solver.ask(&Question {
                broken: &[Demand::Rule(number)],
                ignored,
                ..Question::default()
            })?;
            if let Answer::Message(message) = answer {
                differences.push(Difference { message, broken });
                break;
            }
        }
    }
    Ok(differences)
}

/// What an event demands, as rules.
fn demands(event: &Event) -> (Vec<Demand>, Vec<Rule>) {
    let rule = |clause| Rule {
        id: Text::default(),
        clause,
    };
    let mut demands = Vec::new();
    for (number, (_, rule)) in event.rules().enumerate() {
        demands.push((Demand::Rule(number), rule.clone()));
    }
    for (at, row) in event.attributes.iter().enumerate() {
        // The tag tells events apart, not their versions.
        if row.kind == Kind::Event {
            continue;
        }
        if row.presence == Presence::Mandatory && event.waiver(&row.name).is_none() {
            demands.push((Demand::Mandatory(at), rule(presence(&row.name))));
        }
        if let Some(literal) = &row.fixed {
            demands.push((Demand::Fixed(at), rule(value(&row.name, literal))));
        }
        if let Some(agreement) = event.agreement(at) {
            demands.push((Demand::Union(at), rule(Clause::Assert(agreement))));
        }
    }
    demands.into_iter().unzip()
}
