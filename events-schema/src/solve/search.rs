//! The search for values: depth first, one component of the rules after the other, with propagation at each step.
//!
//! A step is one evaluation of a rule on sets of values. Counting steps makes the bound the same on every machine.

use super::formula::{Formula, Values};

/// What a rule should come to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal<'a> {
    pub(super) formula: &'a Formula,
    /// Whether it should be violated; otherwise it should not.
    pub(super) broken: bool,
}

impl Goal<'_> {
    /// Whether the goal can still be reached.
    fn is_open(&self, domains: &[Values]) -> bool {
        let outcomes = self.formula.outcomes(domains);
        if self.broken {
            outcomes.may_be_violated()
        } else {
            !outcomes.is_violated()
        }
    }

    /// Whether the goal is reached, whatever open variables turn out to be.
    fn is_reached(&self, domains: &[Values]) -> bool {
        let outcomes = self.formula.outcomes(domains);
        if self.broken {
            outcomes.is_violated()
        } else {
            !outcomes.may_be_violated()
        }
    }
}

/// How much a value is wanted: what it costs, then its turn among values of the same cost. Less is better.
pub(super) type Weight = (u64, u64);

/// The question to a search.
pub(super) struct Problem<'a> {
    pub(super) goals: Vec<Goal<'a>>,
    /// The values that each variable may have.
    pub(super) domains: Vec<Values>,
    /// The weight of each value of each variable.
    pub(super) weights: Vec<Vec<Weight>>,
    /// Whether the cheapest answer is wanted, or any.
    pub(super) cheapest: bool,
}

/// A value for each variable, or the goals that cannot be reached together, by place.
pub(super) type Answer = Result<Vec<usize>, Vec<usize>>;

/// More steps were taken than allowed.
#[derive(Debug)]
pub(super) struct Exhausted;

/// The count of steps and its bound.
#[derive(Debug)]
pub(super) struct Steps {
    pub(super) taken: u64,
    pub(super) limit: u64,
}

impl Steps {
    /// Takes a step for each test of a goal.
    fn take(&mut self, size: u64) -> Result<(), Exhausted> {
        self.taken += size;
        if self.taken > self.limit {
            Err(Exhausted)
        } else {
            Ok(())
        }
    }
}

impl Problem<'_> {
    pub(super) fn solve(&self, steps: &mut Steps) -> Result<Answer, Exhausted> {
        let scopes: Vec<_> = self.goals.iter().map(|goal| goal.formula.scope()).collect();
        let mut sets = Sets::new(self.domains.len());
        for (goal, scope) in scopes.iter().enumerate() {
            match scope.as_slice() {
                [] if !self.goals[goal].is_open(&self.domains) => return Ok(Err(vec![goal])),
                [] => {}
                [first, rest @ ..] => {
                    for other in rest {
                        sets.join(*first, *other);
                    }
                }
            }
        }
        let mut components: Vec<Vec<usize>> = vec![Vec::new(); self.domains.len()];
        for (goal, scope) in scopes.iter().enumerate() {
            if let Some(first) = scope.first() {
                components[sets.root(*first)].push(goal);
            }
        }
        let mut domains = self.domains.clone();
        for goals in components.into_iter().filter(|goals| !goals.is_empty()) {
            let mut component = Component::new(self, &scopes, &goals);
            match component.search(&domains, steps)? {
                Some(found) => domains = found,
                None => return Ok(Err(goals)),
            }
        }
        Ok(Ok((0..domains.len())
            .map(|variable| self.best(variable, domains[variable]))
            .collect()))
    }

    /// The value of a set that weighs least.
    fn best(&self, variable: usize, domain: Values) -> usize {
        let weight = |value: &usize| self.weights[variable][*value];
        values(domain).min_by_key(weight).unwrap_or(0)
    }

    fn cost(&self, variable: usize, domain: Values) -> u64 {
        self.weights[variable][self.best(variable, domain)].0
    }

    /// The values of a set that cost least, and what the others cost more at least.
    fn cheapest(&self, variable: usize, domain: Values) -> (Values, Option<u64>) {
        let least = self.cost(variable, domain);
        let cheapest = values(domain)
            .filter(|value| self.weights[variable][*value].0 == least)
            .fold(0, |set, value| set | 1 << value);
        let others = domain & !cheapest;
        let more = (others != 0).then(|| self.cost(variable, others) - least);
        (cheapest, more)
    }
}

/// Rules that share variables, directly or through others.
struct Component<'a> {
    problem: &'a Problem<'a>,
    /// The goals, with what they ask for and how many tests they have.
    goals: Vec<(Goal<'a>, &'a [usize], u64)>,
    variables: Vec<usize>,
    /// For each variable, the places of the goals that ask for it.
    watchers: Vec<Vec<usize>>,
}

impl<'a> Component<'a> {
    fn new(problem: &'a Problem<'a>, scopes: &'a [Vec<usize>], goals: &[usize]) -> Self {
        let mut watchers = vec![Vec::new(); problem.domains.len()];
        let goals: Vec<_> = goals
            .iter()
            .map(|goal| {
                let size = problem.goals[*goal].formula.size();
                (problem.goals[*goal], &*scopes[*goal], size)
            })
            .collect();
        for (at, (_, scope, _)) in goals.iter().enumerate() {
            for variable in *scope {
                watchers[*variable].push(at);
            }
        }
        let variables = (0..watchers.len())
            .filter(|variable| !watchers[*variable].is_empty())
            .collect();
        Self {
            problem,
            goals,
            variables,
            watchers,
        }
    }

    /// Sets of values all of which reach all goals, those with the cheapest answer if it is wanted.
    fn search(
        &mut self,
        start: &[Values],
        steps: &mut Steps,
    ) -> Result<Option<Vec<Values>>, Exhausted> {
        let mut best: Option<(u64, Vec<Values>)> = None;
        let everything: Vec<_> = (0..self.goals.len()).collect();
        let mut open = vec![(start.to_vec(), everything)];
        while let Some((mut domains, changed)) = open.pop() {
            if !self.propagate(&mut domains, changed, steps)? {
                continue;
            }
            let (bound, goal) = self.look_ahead(&domains, steps)?;
            if let (Some(bound), Some((cost, _))) = (bound, &best)
                && bound >= *cost
            {
                continue;
            }
            let Some(bound) = bound else { continue };
            let Some(goal) = goal else {
                best = Some((bound, domains));
                if self.problem.cheapest {
                    continue;
                }
                break;
            };
            let Some(variable) = self.choose(goal, &domains) else {
                continue;
            };
            let value = self.problem.best(variable, domains[variable]);
            let changed = self.watchers[variable].clone();
            let mut others = domains.clone();
            others[variable] &= !(1 << value);
            domains[variable] = 1 << value;
            open.push((others, changed.clone()));
            open.push((domains, changed));
        }
        Ok(best.map(|(_, domains)| domains))
    }

    /// Removes values that cannot be part of an answer; false when a variable has none left.
    fn propagate(
        &self,
        domains: &mut [Values],
        mut changed: Vec<usize>,
        steps: &mut Steps,
    ) -> Result<bool, Exhausted> {
        let mut waiting = vec![false; self.goals.len()];
        for goal in &changed {
            waiting[*goal] = true;
        }
        while let Some(at) = changed.pop() {
            waiting[at] = false;
            let (goal, scope, size) = self.goals[at];
            steps.take(size)?;
            if !goal.is_open(domains) {
                return Ok(false);
            }
            if goal.is_reached(domains) {
                continue;
            }
            for variable in scope {
                let before = domains[*variable];
                if before.is_power_of_two() {
                    continue;
                }
                let mut left = 0;
                for value in values(before) {
                    domains[*variable] = 1 << value;
                    steps.take(size)?;
                    if goal.is_open(domains) {
                        left |= 1 << value;
                    }
                }
                domains[*variable] = left;
                if left == 0 {
                    return Ok(false);
                }
                if left != before {
                    for watcher in &self.watchers[*variable] {
                        if !std::mem::replace(&mut waiting[*watcher], true) {
                            changed.push(*watcher);
                        }
                    }
                }
            }
        }
        Ok(true)
    }

    /// What an answer costs at least, `None` when there is none, and a goal to work on next, if one is left.
    fn look_ahead(
        &self,
        domains: &[Values],
        steps: &mut Steps,
    ) -> Result<(Option<u64>, Option<usize>), Exhausted> {
        let problem = self.problem;
        let mut cheap = domains.to_vec();
        let mut more = vec![None; domains.len()];
        let mut bound = 0;
        for variable in &self.variables {
            (cheap[*variable], more[*variable]) = problem.cheapest(*variable, domains[*variable]);
            bound += problem.cost(*variable, domains[*variable]);
        }
        let mut used = vec![false; domains.len()];
        let (mut refused, mut unreached) = (None, None);
        for (at, (goal, scope, size)) in self.goals.iter().enumerate() {
            steps.take(*size)?;
            if goal.is_reached(domains) {
                continue;
            }
            unreached = unreached.or(Some(at));
            if goal.is_open(&cheap) {
                continue;
            }
            refused = refused.or(Some(at));
            // Some variable of the goal must cost more than its least. Goals without common variables add up.
            if scope.iter().any(|variable| used[*variable]) {
                continue;
            }
            for variable in *scope {
                used[*variable] = true;
            }
            match scope.iter().filter_map(|variable| more[*variable]).min() {
                Some(least) => bound += least,
                None => return Ok((None, None)),
            }
        }
        Ok((Some(bound), refused.or(unreached)))
    }

    /// The variable of a goal that has the fewest values left.
    fn choose(&self, goal: usize, domains: &[Values]) -> Option<usize> {
        let scope = self.goals[goal].1.iter().copied();
        scope
            .filter(|variable| !domains[*variable].is_power_of_two())
            .min_by_key(|variable| domains[*variable].count_ones())
    }
}

/// The places of the bits of a set.
pub(super) fn values(mut set: Values) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let value = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        value
    })
}

/// Numbers in sets that are joined.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    pub(super) fn root(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    pub(super) fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.root(left), self.root(right));
        self.0[left.max(right)] = left.min(right);
    }

    /// The sets, each with its numbers in order.
    pub(super) fn groups(mut self) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); self.0.len()];
        for number in 0..self.0.len() {
            groups[self.root(number)].push(number);
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}
