//! Questions to the solver, and how they are answered.

use std::sync::atomic::Ordering;

use super::core::Core;
use super::formula::{Formula, Values};
use super::search::{Exhausted, Goal, Problem, Steps, Weight};
use super::space::{ABSENT, Place};
use super::value::Value;
use super::{Demand, MOST_STEPS, Message, SolveError, Solver};

/// What to ask the solver for: a message that breaks these demands of an event and keeps all others.
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'q> {
    /// The demands that the message breaks, each of them.
    pub broken: &'q [Demand],
    /// The demands that it may break or keep.
    pub ignored: &'q [Demand],
    /// The rows of attributes that it has.
    pub present: &'q [usize],
    /// The rows of attributes that it has not.
    pub absent: &'q [usize],
    /// Which of several messages it should be.
    pub prefer: Prefer,
}

/// Which of several messages to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prefer {
    /// One with as few attributes as possible, then as few keys in their lists.
    #[default]
    Smallest,
    /// One with as many attributes as possible, then as many of the keys that rules name.
    Full,
    /// One that depends on the seed.
    Random(u64),
    /// The first that is found.
    Any,
}

/// The answer to a question: a message, or the proof that there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A message as asked for.
    Message(Message),
    /// There is none, because of these demands.
    Never(Core),
}

/// Whether messages that satisfy an event have an attribute, whatever the table says of its presence.
#[derive(Debug, Clone, PartialEq)]
pub enum Occurrence {
    /// Some have it, some do not.
    Sometimes,
    /// All have it, because of these demands.
    Always(Core),
    /// None has it, because of these demands.
    Never(Core),
}

impl Answer {
    fn message(self) -> Option<Message> {
        match self {
            Answer::Message(message) => Some(message),
            Answer::Never(_) => None,
        }
    }

    fn core(self) -> Option<Core> {
        match self {
            Answer::Message(_) => None,
            Answer::Never(core) => Some(core),
        }
    }
}

impl Solver {
    /// Answers a question.
    pub fn ask(&self, question: &Question<'_>) -> Result<Answer, SolveError> {
        self.steps.store(0, Ordering::Relaxed);
        let wanted = Wanted::new(self, question);
        match self.search(&wanted, &wanted.kept, question.prefer)? {
            Ok(found) => Ok(Answer::Message(self.message(&found))),
            Err(culprits) => self.minimize(&wanted, culprits).map(Answer::Never),
        }
    }

    /// A smallest message that satisfies the event, if there is one.
    pub fn satisfy(&self) -> Result<Option<Message>, SolveError> {
        self.ask(&Question::default()).map(Answer::message)
    }

    /// A message that satisfies the event and has as many attributes as possible, if there is one.
    pub fn full(&self) -> Result<Option<Message>, SolveError> {
        self.prefer(Prefer::Full)
    }

    /// A message that satisfies the event and depends on the seed, if there is one.
    pub fn random(&self, seed: u64) -> Result<Option<Message>, SolveError> {
        self.prefer(Prefer::Random(seed))
    }

    fn prefer(&self, prefer: Prefer) -> Result<Option<Message>, SolveError> {
        let question = Question {
            prefer,
            ..Question::default()
        };
        self.ask(&question).map(Answer::message)
    }

    /// A smallest message that breaks one demand of the event and nothing else, or the smallest set of demands that
    /// leave no such message. What the table does not demand cannot be broken, because of nothing.
    pub fn break_only(&self, demand: Demand) -> Result<Answer, SolveError> {
        self.ask(&Question {
            broken: &[demand],
            ..Question::default()
        })
    }

    /// The demands that a rule follows from, if no message can break it alone.
    pub fn implied(&self, rule: usize) -> Result<Option<Core>, SolveError> {
        let question = Question {
            broken: &[Demand::Rule(rule)],
            prefer: Prefer::Any,
            ..Question::default()
        };
        self.ask(&question).map(Answer::core)
    }

    /// The smallest set of demands responsible when no message can satisfy the event.
    pub fn unsatisfiable_core(&self) -> Result<Option<Core>, SolveError> {
        let question = Question {
            prefer: Prefer::Any,
            ..Question::default()
        };
        self.ask(&question).map(Answer::core)
    }

    /// Whether messages that satisfy the event have the attribute in this row.
    pub fn occurrence(&self, row: usize) -> Result<Occurrence, SolveError> {
        let rows = [row];
        let with = |present, absent| {
            self.ask(&Question {
                present,
                absent,
                prefer: Prefer::Any,
                ..Question::default()
            })
        };
        if let Answer::Never(core) = with(&rows, &[])? {
            return Ok(Occurrence::Never(core));
        }
        match with(&[], &rows)? {
            Answer::Never(core) => Ok(Occurrence::Always(core)),
            Answer::Message(_) => Ok(Occurrence::Sometimes),
        }
    }

    /// Searches a message that keeps demands; else those of them that cannot be kept together.
    pub(super) fn search(
        &self,
        wanted: &Wanted,
        kept: &[usize],
        prefer: Prefer,
    ) -> Result<Result<Vec<usize>, Vec<usize>>, SolveError> {
        let goal = |broken| move |formula| Goal { formula, broken };
        let mut goals: Vec<_> = self.structure.iter().map(goal(false)).collect();
        goals.extend(wanted.extra.iter().map(goal(false)));
        let broken = wanted.broken.iter().map(|at| &self.demands[*at].1);
        goals.extend(broken.map(goal(true)));
        let hard = goals.len();
        let kept_formulas = kept.iter().map(|at| &self.demands[*at].1);
        goals.extend(kept_formulas.map(goal(false)));
        let problem = Problem {
            goals,
            domains: self.variables.iter().map(super::Variable::all).collect(),
            weights: self.weights(prefer),
            cheapest: matches!(prefer, Prefer::Smallest | Prefer::Full),
        };
        let mut steps = Steps {
            taken: 0,
            limit: MOST_STEPS,
        };
        let answer = problem.solve(&mut steps);
        self.steps.fetch_add(steps.taken, Ordering::Relaxed);
        match answer {
            Err(Exhausted) => Err(SolveError::TooManySteps {
                event: self.event.clone(),
            }),
            Ok(Ok(found)) => Ok(Ok(found)),
            Ok(Err(goals)) => Ok(Err(goals
                .into_iter()
                .filter_map(|goal| goal.checked_sub(hard).map(|at| kept[at]))
                .collect())),
        }
    }

    /// Leaves out of demands that cannot be kept together all that are not needed for that.
    fn minimize(&self, wanted: &Wanted, culprits: Vec<usize>) -> Result<Core, SolveError> {
        let is_rule = |at: usize| matches!(self.demands[at].0, Demand::Rule(_));
        let mut core = culprits;
        // Later rules first, so that the earlier ones are blamed; then rows, which are blamed sooner than rules.
        let mut suspects = core.clone();
        suspects.sort_unstable_by_key(|at| (!is_rule(*at), std::cmp::Reverse(*at)));
        for suspect in suspects {
            let rest: Vec<_> = core.iter().copied().filter(|at| *at != suspect).collect();
            if rest.len() < core.len()
                && let Err(culprits) = self.search(wanted, &rest, Prefer::Any)?
            {
                core = culprits;
            }
        }
        core.sort_unstable();
        Ok(self.core(core.into_iter().map(|at| self.demands[at].0)))
    }

    /// The weight of each value of each variable.
    fn weights(&self, prefer: Prefer) -> Vec<Vec<Weight>> {
        let mut dice = match prefer {
            Prefer::Random(seed) => seed,
            _ => 0,
        };
        self.variables
            .iter()
            .map(|variable| {
                let whole = match variable.place {
                    Place::Row => ATTRIBUTE,
                    Place::Key { .. } => 1,
                    // A union costs what it is itself, and holds one member.
                    Place::Member { .. } => 0,
                };
                let absence = match prefer {
                    Prefer::Full => whole,
                    _ => 0,
                };
                let presence = match prefer {
                    Prefer::Smallest => whole,
                    _ => 0,
                };
                let mut weights: Vec<Weight> = vec![(absence, 0)];
                for (at, value) in (1..).zip(&variable.values) {
                    let pairs = match value {
                        Value::List(pairs) => pairs.len() as u64,
                        _ => 0,
                    };
                    let strange = variable.strange >> at & 1 != 0;
                    weights.push((presence + pairs + 2 * u64::from(strange), at));
                }
                if matches!(prefer, Prefer::Random(_)) {
                    // Absence is as likely as all values together.
                    let present = roll(&mut dice) % 2;
                    for (at, (cost, turn)) in weights.iter_mut().enumerate() {
                        let last = if at == 0 { present } else { 1 - present };
                        *turn = last << 63 | roll(&mut dice) >> 1;
                        *cost = u64::from(variable.strange >> at & 1 != 0);
                    }
                }
                weights
            })
            .collect()
    }
}

/// What an attribute costs when a key costs 1.
const ATTRIBUTE: u64 = 1 << 32;

/// The next number of a row that looks random.
pub(crate) fn roll(dice: &mut u64) -> u64 {
    *dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*dice ^ (*dice >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A question, by the places of the demands.
pub(super) struct Wanted {
    broken: Vec<usize>,
    kept: Vec<usize>,
    extra: Vec<Formula>,
}

impl Wanted {
    fn new(solver: &Solver, question: &Question<'_>) -> Self {
        let place = |demand: &Demand| solver.demands.iter().position(|(other, _)| other == demand);
        let places = |demands: &[Demand]| demands.iter().map(place).collect::<Option<Vec<_>>>();
        let one_of = |values: Values| {
            move |row: &usize| {
                if *row < solver.names.len() {
                    Formula::one_of(*row, values)
                } else {
                    // A row that the table lacks is absent from all messages.
                    Formula::Any(vec![
                        Formula::All(Vec::new());
                        usize::from(values == ABSENT)
                    ])
                }
            }
        };
        let mut extra: Vec<_> = question.present.iter().map(one_of(!ABSENT)).collect();
        extra.extend(question.absent.iter().map(one_of(ABSENT)));
        let broken = places(question.broken).unwrap_or_else(|| {
            extra.push(Formula::Any(Vec::new()));
            Vec::new()
        });
        let kept = (0..solver.demands.len()).filter(|at| {
            !broken.contains(at) && !question.ignored.contains(&solver.demands[*at].0)
        });
        Self {
            kept: kept.collect(),
            broken,
            extra,
        }
    }
}
