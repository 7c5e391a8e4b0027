//! Rules over finite domains, and what they may come to while parts of a message are still open.

use super::space::{Place, Space};
use super::value::Value;
use crate::sentence::Sentence;
use crate::{Condition, Literal, Term};

/// A set of the values that a variable may have; bit 0 is absence.
pub(super) type Values = u128;

/// How many values a variable may have, absence included.
pub(super) const MOST_VALUES: usize = Values::BITS as usize;

/// A set of outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcomes(u8);

impl Outcomes {
    const HOLDS: Self = Self(1);
    const VIOLATED: Self = Self(2);
    const UNKNOWN: Self = Self(4);

    fn of(holds: bool, violated: bool, unknown: bool) -> Self {
        Self(u8::from(holds) | u8::from(violated) << 1 | u8::from(unknown) << 2)
    }

    pub(super) fn may_be_violated(self) -> bool {
        self.0 & Self::VIOLATED.0 != 0
    }

    pub(super) fn is_violated(self) -> bool {
        self == Self::VIOLATED
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn not(self) -> Self {
        Self::of(
            self.has(Self::VIOLATED),
            self.has(Self::HOLDS),
            self.has(Self::UNKNOWN),
        )
    }

    /// What `&&` may come to when its parts may come to these.
    fn and(self, other: Self) -> Self {
        let open = |outcomes: Self| outcomes.has(Self(Self::HOLDS.0 | Self::UNKNOWN.0));
        Self::of(
            self.has(Self::HOLDS) && other.has(Self::HOLDS),
            self.has(Self::VIOLATED) || other.has(Self::VIOLATED),
            (self.has(Self::UNKNOWN) && open(other)) || (other.has(Self::UNKNOWN) && open(self)),
        )
    }
}

/// A rule whose tests are tables.
#[derive(Debug, Clone)]
pub(super) enum Formula {
    /// A test of one variable: the values for which it holds and for which it does not. For others it cannot be told.
    Test {
        variable: usize,
        holds: Values,
        fails: Values,
    },
    /// Whether two variables have the same value, or the contrary.
    Same {
        left: usize,
        right: usize,
        /// For each value of the left one, the values of the right one that are the same.
        equal: Vec<Values>,
        /// The values of the left one and of the right one of which it cannot be told.
        untold: [Values; 2],
        holds: bool,
    },
    /// A test that can never be told.
    Unknown,
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

impl Formula {
    /// That a variable has one of these values.
    pub(super) fn one_of(variable: usize, holds: Values) -> Self {
        Formula::Test {
            variable,
            holds,
            fails: !holds,
        }
    }

    /// What the formula may come to when variables have any of these values.
    pub(super) fn outcomes(&self, domains: &[Values]) -> Outcomes {
        match self {
            Formula::Test {
                variable,
                holds,
                fails,
            } => {
                let domain = domains[*variable];
                let told = holds | fails;
                Outcomes::of(
                    domain & holds != 0,
                    domain & fails != 0,
                    domain & !told != 0,
                )
            }
            Formula::Same {
                left,
                right,
                equal,
                untold,
                holds,
            } => {
                let outcomes = same([domains[*left], domains[*right]], equal, *untold);
                if *holds { outcomes } else { outcomes.not() }
            }
            Formula::Unknown => Outcomes::UNKNOWN,
            Formula::All(parts) => all(parts, |part| part.outcomes(domains)),
            Formula::Any(parts) => all(parts, |part| part.outcomes(domains).not()).not(),
        }
    }

    /// How many tests the formula has; one at least.
    pub(super) fn size(&self) -> u64 {
        match self {
            Formula::Test { .. } | Formula::Same { .. } | Formula::Unknown => 1,
            Formula::All(parts) | Formula::Any(parts) => {
                parts.iter().map(Formula::size).sum::<u64>().max(1)
            }
        }
    }

    /// The variables that the formula asks for, each once.
    pub(super) fn scope(&self) -> Vec<usize> {
        let mut scope = Vec::new();
        self.collect(&mut scope);
        scope.sort_unstable();
        scope.dedup();
        scope
    }

    fn collect(&self, scope: &mut Vec<usize>) {
        match self {
            Formula::Test { variable, .. } => scope.push(*variable),
            Formula::Same { left, right, .. } => scope.extend([*left, *right]),
            Formula::Unknown => {}
            Formula::All(parts) | Formula::Any(parts) => {
                for part in parts {
                    part.collect(scope);
                }
            }
        }
    }
}

fn all(parts: &[Formula], outcomes: impl Fn(&Formula) -> Outcomes) -> Outcomes {
    let mut all = Outcomes::HOLDS;
    for part in parts {
        all = all.and(outcomes(part));
        if all.is_violated() {
            break;
        }
    }
    all
}

fn same([left, right]: [Values; 2], equal: &[Values], untold: [Values; 2]) -> Outcomes {
    let told = [left & !untold[0], right & !untold[1]];
    let (mut holds, mut fails) = (false, false);
    for (value, equal) in equal.iter().enumerate().skip(1) {
        if told[0] >> value & 1 != 0 {
            holds |= told[1] & equal != 0;
            fails |= told[1] & !equal != 0;
        }
    }
    Outcomes::of(holds, fails, told != [left, right])
}

impl Space<'_> {
    /// A rule, as its sentence has it.
    pub(super) fn formula(&self, sentence: &Sentence<'_>) -> Formula {
        let each = |parts: &[Sentence<'_>]| parts.iter().map(|part| self.formula(part)).collect();
        match sentence {
            Sentence::Test(condition, holds) => self.test(condition, *holds),
            Sentence::All(parts) => Formula::All(each(parts)),
            Sentence::Any(parts) => Formula::Any(each(parts)),
        }
    }

    fn test(&self, condition: &Condition, wanted: bool) -> Formula {
        match condition {
            Condition::Present(term) => match self.variable(term) {
                Some(variable) => {
                    // What is refused is there, but of a union that is, nobody knows which member.
                    let refused = self.variables[variable].refused;
                    let absent = self.absent(variable) & !refused;
                    let present = match self.variables[variable].place {
                        Place::Row => !absent,
                        Place::Key { .. } | Place::Member { .. } => !absent & !refused,
                    };
                    let (holds, fails) = if wanted {
                        (present, absent)
                    } else {
                        (absent, present)
                    };
                    Formula::Test {
                        variable,
                        holds,
                        fails,
                    }
                }
                None if wanted => Formula::Any(Vec::new()),
                None => Formula::All(Vec::new()),
            },
            Condition::Equals(term, literal) => {
                self.among(term, std::slice::from_ref(literal), wanted)
            }
            Condition::In(term, literals) => self.among(term, literals, wanted),
            Condition::Same(left, right) => self.same(left, right, wanted),
            Condition::Follows(term, keys) => {
                let Some(variable) = self.variable(term) else {
                    return Formula::Unknown;
                };
                let follows = |value: &Value| self.follows(value, keys);
                let mut tests = vec![self.told(variable, wanted, follows)];
                for (at, other) in self.variables.iter().enumerate() {
                    let Place::Key { list, name } = &other.place else {
                        continue;
                    };
                    if *list == variable {
                        let strays = self.values(at, |value| self.strays(name, value, keys));
                        let values = if wanted { !strays } else { strays };
                        tests.push(Formula::one_of(at, values));
                    }
                }
                if wanted {
                    Formula::All(tests)
                } else {
                    Formula::Any(tests)
                }
            }
            // Groups are no tests; a sentence has none of them here.
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => {
                self.formula(&Sentence::of(condition, wanted))
            }
        }
    }

    fn among(&self, term: &Term, literals: &[Literal], wanted: bool) -> Formula {
        let Some(variable) = self.variable(term) else {
            return Formula::Unknown;
        };
        let literals: Vec<_> = literals.iter().map(|value| self.value(value)).collect();
        self.told(variable, wanted, |value| {
            literals.iter().any(|literal| literal.same(value))
        })
    }

    /// A test of a value, which cannot be told when the value is absent.
    fn told(&self, variable: usize, wanted: bool, test: impl Fn(&Value) -> bool) -> Formula {
        let holds = self.values(variable, test);
        let fails = !holds & !self.absent(variable);
        let (holds, fails) = if wanted {
            (holds, fails)
        } else {
            (fails, holds)
        };
        Formula::Test {
            variable,
            holds,
            fails,
        }
    }

    fn same(&self, left: &Term, right: &Term, holds: bool) -> Formula {
        let (Some(left), Some(right)) = (self.variable(left), self.variable(right)) else {
            return Formula::Unknown;
        };
        if left == right {
            return self.told(left, holds, |value| value.same(value));
        }
        let equal = |value: &Value| self.values(right, |other| value.same(other));
        let rows = self.variables[left].values.iter().map(equal);
        Formula::Same {
            left,
            right,
            equal: std::iter::once(0).chain(rows).collect(),
            untold: [self.absent(left), self.absent(right)],
            holds,
        }
    }
}
