//! The space of messages: a variable for each attribute and for each key that a rule names, with its values.
//!
//! Of values that no rule can tell apart only as many are kept as can matter. Terms that are compared with each other
//! share their values, and of a sort of values that all rules treat alike, `n` suffice when there are too few
//! comparisons to make `n + 1` of them differ from each other.

mod draft;
mod foreign;
mod lists;
#[cfg(feature = "diff")]
mod seen;

use std::collections::HashMap;

use draft::{Draft, collect_clause, draft_keys, draft_members, draft_rows, terms};

pub(super) use foreign::Foreign;
#[cfg(feature = "diff")]
pub(super) use seen::Seen;

use super::SolveError;
use super::formula::{Formula, MOST_VALUES, Values};
use super::reading::{self, Reading};
use super::value::{Sort, Value, candidates};
use crate::{Clause, Condition, Event, KeySet, Kind, Literal, Term, Text};

/// The value of a variable that is absent, as a set.
pub(super) const ABSENT: Values = 1;

/// How many values the rules may name for terms that are compared with each other.
const MOST_NAMED: usize = 1000;

/// What a variable stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The row of the same number.
    Row,
    /// A key of the list that is another variable.
    Key { list: usize, name: Text },
    /// A member of the union that is another variable.
    Member { union: usize, name: Text },
}

impl Place {
    /// The variable that this one is a part of.
    pub(super) fn whole(&self) -> Option<usize> {
        match self {
            Place::Row => None,
            Place::Key { list: whole, .. } | Place::Member { union: whole, .. } => Some(*whole),
        }
    }
}

/// A variable: bit `n` of its [`Values`] is `values[n - 1]`.
#[derive(Debug, Clone)]
pub(super) struct Variable {
    pub(super) place: Place,
    pub(super) values: Vec<Value>,
    /// The values that no document would show.
    pub(super) strange: Values,
    /// The values that are read as none.
    pub(super) unread: Values,
    /// Those of them that are refused, so that something is there.
    pub(super) refused: Values,
    /// Whether a rule or the table asks for its value.
    pub(super) asked: bool,
}

impl Variable {
    /// All values, and absence.
    pub(super) fn all(&self) -> Values {
        Values::MAX >> (MOST_VALUES - 1 - self.values.len())
    }
}

/// All variables; the rows of the event come first.
#[derive(Clone)]
pub(super) struct Space<'a> {
    pub(super) variables: Vec<Variable>,
    names: Names<'a>,
    lenient: bool,
    /// What each variable carries in this version and in another one, where that is something else.
    foreign: Vec<Option<(&'a Kind, &'a Kind)>>,
}

#[derive(Clone, Default)]
struct Names<'a> {
    rows: HashMap<&'a str, usize>,
    keys: HashMap<(usize, &'a str), usize>,
    /// By the name of the union, a dot and its own.
    members: HashMap<Text, usize>,
}

impl Names<'_> {
    fn variable(&self, term: &Term) -> Option<usize> {
        let row = self.rows.get(&*term.attribute);
        match (row, &term.key) {
            (row, None) => row.or_else(|| self.members.get(&term.attribute)).copied(),
            (row, Some(key)) => self.keys.get(&(*row?, &**key)).copied(),
        }
    }
}

static LIST: Kind = Kind::List;

impl<'a> Space<'a> {
    pub(super) fn new(
        event: &'a Event,
        clauses: &[&'a Clause],
        lenient: bool,
        foreign: &Foreign<'a>,
    ) -> Result<Self, SolveError> {
        let mut tests = Vec::new();
        for clause in clauses {
            collect_clause(clause, &mut tests);
        }
        let own = tests.len();
        for clause in &foreign.clauses {
            collect_clause(clause, &mut tests);
        }
        let mut names = Names::default();
        for (at, row) in event.attributes.iter().enumerate() {
            names.rows.entry(&row.name).or_insert(at);
        }
        let mut drafts = draft_rows(event, lenient);
        if lenient {
            for test in &tests {
                let follows = matches!(test, Condition::Follows(..));
                for term in terms(test).filter(|term| follows || term.key.is_some()) {
                    if let Some(row) = names.rows.get(&*term.attribute) {
                        drafts[*row].sort = Sort::Attribute(&LIST, &event.name);
                    }
                }
            }
        }
        draft_keys(&tests, &mut names, &mut drafts, lenient);
        if lenient {
            let terms = tests.iter().flat_map(|test| terms(test));
            draft_members(
                terms.filter_map(|term| {
                    let (union, name) = event.member(&term.attribute)?;
                    Some((union, name, Sort::Unknown))
                }),
                event,
                &mut names,
                &mut drafts,
            );
        } else {
            draft_members(members(event), event, &mut names, &mut drafts);
        }
        foreign.note(event, &mut drafts);
        let mut space = Self {
            variables: Vec::new(),
            names,
            lenient,
            foreign: drafts
                .iter()
                .map(|draft| match (&draft.sort, draft.foreign) {
                    (Sort::Attribute(kind, _), Some(foreign)) => Some((*kind, foreign)),
                    _ => None,
                })
                .collect(),
        };
        let pairs = space.ask(&tests, own, &mut drafts);
        space.fill(event, &drafts, &pairs)?;
        Ok(space)
    }

    /// The variable of a term; none when the term is absent from all messages.
    pub(super) fn variable(&self, term: &Term) -> Option<usize> {
        self.names.variable(term)
    }

    /// The values of a variable with which it is absent.
    pub(super) fn absent(&self, variable: usize) -> Values {
        ABSENT | self.variables[variable].unread
    }

    pub(super) fn value(&self, literal: &Literal) -> Value {
        Value::of(literal, self.lenient)
    }

    /// What the form of messages demands: keys stand in a list, and a union holds one member or a bare number.
    pub(super) fn structure(&self) -> Vec<Formula> {
        let mut demands = Vec::new();
        for (at, variable) in self.variables.iter().enumerate() {
            let Some(whole) = variable.place.whole() else {
                let member = self.values(at, |value| *value == Value::Union);
                if member != 0 {
                    let held = self
                        .parts(at)
                        .into_iter()
                        .map(|part| Formula::one_of(part, !ABSENT));
                    let none = Formula::one_of(at, !member);
                    demands.push(Formula::Any(std::iter::once(none).chain(held).collect()));
                }
                continue;
            };
            let holds = match variable.place {
                Place::Member { .. } if !self.lenient => {
                    self.values(whole, |value| *value == Value::Union)
                }
                _ => !ABSENT,
            };
            demands.push(Formula::Any(vec![
                Formula::one_of(at, ABSENT),
                Formula::one_of(whole, holds),
            ]));
            if matches!(variable.place, Place::Member { .. }) {
                let others = self.parts(whole).into_iter().filter(|other| *other > at);
                demands.extend(others.map(|other| {
                    Formula::Any(vec![
                        Formula::one_of(at, ABSENT),
                        Formula::one_of(other, ABSENT),
                    ])
                }));
            }
        }
        demands
    }

    /// The members of a union.
    pub(super) fn parts(&self, whole: usize) -> Vec<usize> {
        let places = self.variables.iter().enumerate();
        let part = |(at, part): (usize, &Variable)| match &part.place {
            Place::Member { union, .. } if *union == whole => Some(at),
            _ => None,
        };
        places.filter_map(part).collect()
    }

    /// The values of a variable that pass a test.
    pub(super) fn values(&self, variable: usize, test: impl Fn(&Value) -> bool) -> Values {
        let values = self.variables[variable].values.iter().enumerate();
        values.fold(0, |set, (at, value)| {
            set | Values::from(test(value)) << (at + 1)
        })
    }

    /// Whether a list follows a key set, its named keys left aside.
    pub(super) fn follows(&self, list: &Value, keys: &KeySet) -> bool {
        match list {
            Value::List(pairs) if self.lenient => pairs.iter().all(|(name, _)| *name != keys.name),
            Value::List(pairs) => !pairs
                .iter()
                .any(|(name, value)| self.strays(name, value, keys)),
            _ => false,
        }
    }

    /// Whether a pair keeps its list from following a key set.
    pub(super) fn strays(&self, name: &str, value: &Value, keys: &KeySet) -> bool {
        !self.lenient
            && keys
                .find(name)
                .is_some_and(|key| !key.kinds.iter().any(|kind| value.is_a(kind)))
    }

    /// Notes what the tests ask of each variable, the first ones this version's `own`, and gives the pairs that are
    /// compared.
    fn ask(
        &self,
        tests: &[&'a Condition],
        own: usize,
        drafts: &mut [Draft<'a>],
    ) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let mut compare = |term: &Term, literals: &'a [Literal], own: bool| {
            let Some(variable) = self.variable(term) else {
                return;
            };
            if own || self.foreign[variable].is_none() {
                let values = literals.iter().map(|literal| self.value(literal));
                drafts[variable].tests.push(values.collect());
            } else {
                drafts[variable].foreign_tests.push(literals);
            }
        };
        for (at, test) in tests.iter().enumerate() {
            match test {
                Condition::Equals(term, literal) => {
                    compare(term, std::slice::from_ref(literal), at < own);
                }
                Condition::In(term, literals) => compare(term, literals, at < own),
                _ => {}
            }
        }
        for test in tests {
            match test {
                Condition::Same(left, right) => {
                    if let (Some(left), Some(right)) = (self.variable(left), self.variable(right)) {
                        let pair = (left.min(right), left.max(right));
                        drafts[left].compared = true;
                        drafts[right].compared = true;
                        if left != right && !pairs.contains(&pair) {
                            pairs.push(pair);
                        }
                    }
                }
                Condition::Follows(term, keys) => {
                    if let Some(variable) = self.variable(term) {
                        let sets = &mut drafts[variable].sets;
                        if !sets.contains(&&**keys) {
                            sets.push(keys);
                        }
                    }
                }
                _ => {}
            }
        }
        pairs
    }

    /// Gives the variables their values.
    fn fill(
        &mut self,
        event: &'a Event,
        drafts: &[Draft<'a>],
        pairs: &[(usize, usize)],
    ) -> Result<(), SolveError> {
        let mut values: Vec<Vec<Value>> = vec![Vec::new(); drafts.len()];
        for group in groups(drafts.len(), pairs) {
            let compared = pairs
                .iter()
                .filter(|(left, _)| group.contains(left))
                .count();
            self.share(event, drafts, &group, compared, &mut values)?;
        }
        for (at, mut values) in values.into_iter().enumerate() {
            let draft = &drafts[at];
            values.extend(self.lists(event, drafts, at)?);
            if values.len() >= MOST_VALUES {
                return Err(too_many(event, drafts, at));
            }
            let strange = (1..).zip(&values).fold(0, |set, (at, value)| {
                set | Values::from(draft.sort.is_strange(value)) << at
            });
            let unread = (1..).zip(&values).fold(0, |set, (at, value)| {
                set | Values::from(matches!(value, Value::Nothing(_))) << at
            });
            self.variables.push(Variable {
                place: draft.place.clone(),
                values,
                strange,
                unread,
                refused: 0,
                asked: draft.compared
                    || draft.foreign.is_some()
                    || !(draft.tests.is_empty() && draft.sets.is_empty()),
            });
        }
        for at in 0..self.variables.len() {
            if let Some(whole) = self.variables[at].place.whole() {
                self.variables[whole].asked = true;
            }
        }
        Ok(())
    }

    /// Chooses values for variables that are compared with each other, so often.
    fn share(
        &self,
        event: &'a Event,
        drafts: &[Draft<'a>],
        group: &[usize],
        compared: usize,
        values: &mut [Vec<Value>],
    ) -> Result<(), SolveError> {
        // So many values cannot all differ from each other in fewer comparisons.
        let mut count = 1;
        while count * (count + 1) / 2 <= compared {
            count += 1;
        }
        let mut named: Vec<Value> = Vec::new();
        for value in group
            .iter()
            .flat_map(|at| drafts[*at].tests.iter().flatten())
        {
            if !named.contains(value) {
                named.push(value.clone());
            }
            if named.len() > MOST_NAMED {
                return Err(too_many(event, drafts, group[0]));
            }
        }
        let kinds: Vec<_> = group.iter().map(|at| with_kinds(drafts, *at)).collect();
        let sorts: Vec<_> = kinds.iter().collect();
        for at in group {
            if let Some((kind, foreign)) = self.foreign[*at] {
                let literals = drafts[*at].foreign_tests.iter().copied().flatten();
                named.extend(literals.flat_map(|literal| reading::sources(literal, kind, foreign)));
            }
        }
        let mut all = candidates(&sorts, &named, count);
        for (kind, foreign) in group.iter().filter_map(|at| self.foreign[*at]) {
            all.extend(reading::more(
                &sorts,
                &named,
                count,
                kind,
                foreign,
                &event.name,
            ));
        }
        let mut kept: HashMap<Vec<bool>, usize> = HashMap::new();
        for candidate in all {
            let taken: Vec<_> = sorts.iter().map(|sort| sort.take(&candidate)).collect();
            let mut signature = Vec::new();
            for (at, taken) in group.iter().zip(&taken) {
                self.sign(drafts, *at, taken.as_ref(), &mut signature);
            }
            let kept = kept.entry(signature).or_default();
            if *kept >= count {
                continue;
            }
            let mut new = false;
            for (at, taken) in group.iter().zip(taken) {
                if let Some(value) = taken
                    && !values[*at].contains(&value)
                {
                    values[*at].push(value);
                    new = true;
                }
            }
            *kept += usize::from(new);
        }
        Ok(())
    }

    /// What the rules can tell of a value of a variable.
    fn sign(&self, drafts: &[Draft<'a>], at: usize, value: Option<&Value>, sign: &mut Vec<bool>) {
        let draft = &drafts[at];
        sign.push(value.is_some());
        let Some(value) = value else { return };
        sign.push(draft.sort.is_strange(value));
        let tests = draft.tests.iter();
        sign.extend(tests.map(|values| values.iter().any(|named| named.same(value))));
        if let Some((kind, foreign)) = self.foreign[at] {
            let reading = reading::read(value, kind, foreign);
            sign.push(matches!(value, Value::Nothing(_)));
            sign.push(reading == Reading::Refused);
            sign.push(reading::differs(value, kind, &reading, foreign));
            let read = match &reading {
                Reading::Value(read) => read,
                _ => &Value::Null,
            };
            let asks = |literal: &Literal| Value::of(literal, false).same(read);
            let tests = draft.foreign_tests.iter();
            sign.extend(tests.map(|literals| literals.iter().any(asks)));
        }
        if let Place::Key { list, name } = &draft.place {
            let sets = drafts[*list].sets.iter();
            sign.extend(sets.map(|keys| self.strays(name, value, keys)));
        }
    }
}

/// The members of an event's unions.
fn members(event: &Event) -> impl Iterator<Item = (usize, &str, Sort<'_>)> {
    let rows = event.attributes.iter().enumerate();
    rows.flat_map(|(at, row)| {
        let members = match &row.kind {
            Kind::Union(union) => &*union.members,
            _ => &[],
        };
        let sort = |kind| Sort::Attribute(kind, &event.name);
        members
            .iter()
            .map(move |member| (at, &*member.name, sort(&member.kind)))
    })
}

/// The sort of a variable, with the kinds that key sets give it when it is a key.
fn with_kinds<'a>(drafts: &[Draft<'a>], at: usize) -> Sort<'a> {
    match (&drafts[at].sort, &drafts[at].place) {
        (Sort::Key(_), Place::Key { list, name }) => {
            let keys = drafts[*list].sets.iter().filter_map(|set| set.find(name));
            Sort::Key(keys.flat_map(|key| key.kinds.iter()).collect())
        }
        (sort, _) => sort.clone(),
    }
}

fn too_many(event: &Event, drafts: &[Draft<'_>], at: usize) -> SolveError {
    let row = drafts[at].place.whole().unwrap_or(at);
    SolveError::TooManyValues {
        event: event.name.clone(),
        attribute: event.attributes[row].name.clone(),
    }
}

/// The variables in groups that are connected by pairs.
fn groups(count: usize, pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut sets = super::search::Sets::new(count);
    for (left, right) in pairs {
        sets.join(*left, *right);
    }
    sets.groups()
}
