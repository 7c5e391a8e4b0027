//! The bound on the work, counted in steps.

use super::*;

/// An event with 60 attributes, 6 of them Mandatory.
fn table() -> Event {
    let names: Vec<&'static str> = (0..60)
        .map(|at| &*Box::leak(format!("A{at}").into_boxed_str()))
        .collect();
    let kinds = [Kind::Text, Kind::integer(0, 255), sample::ADDRESS_TYPE];
    let rows: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (*name, kinds[at % 3].clone()))
        .collect();
    let mut event = event(&rows);
    for at in (0..60).step_by(10) {
        mandatory(&mut event, &format!("A{at}"));
    }
    event
}

fn name(at: usize) -> String {
    format!("A{}", at % 60)
}

/// The most steps that any answer about the event takes.
fn most_steps(event: &Event) -> u64 {
    let solver = solver(event);
    let mut most = 0;
    let mut note = || most = most.max(solver.steps());
    solver.satisfy().unwrap().unwrap();
    note();
    solver.full().unwrap().unwrap();
    note();
    for (number, _) in event.rules().enumerate() {
        solver.break_only(Demand::Rule(number)).unwrap();
        note();
    }
    for row in 0..event.attributes.len() {
        solver.occurrence(row).unwrap();
        note();
    }
    most
}

/// 20 rules, each about the attributes of the next, so that all are one component.
fn chained() -> Event {
    let rule = |at: usize| {
        let [first, second, third] = [3 * at, 3 * at + 3, 3 * at + 5].map(name);
        when(
            present(&first),
            [
                present(&second),
                any([not(present(&third)), is(&third, member("AddressTypeDN", 1))]),
            ],
        )
    };
    with_rules(table(), (0..20).map(rule).collect())
}

#[test]
fn sixty_attributes_with_twenty_chained_rules_take_few_steps() {
    let most = most_steps(&chained());
    // Each of the rules has five tests, and each test is a step.
    assert!(most < 30_000, "{most} steps");
}

#[test]
fn sixty_attributes_with_twenty_choices_take_few_steps() {
    // Each rule leaves a choice that the next ones narrow.
    let rule = |at: usize| {
        let terms = [at, at + 7, at + 20, at + 33].map(|at| name(3 * at));
        let [first, second, third, fourth] = &terms;
        match at % 3 {
            0 => assert(any([present(first), present(second), present(third)])),
            1 => when(
                present(second),
                [any([present(third), not(present(fourth))])],
            ),
            _ => when(
                all([present(first), present(third)]),
                [any([
                    same(first, third),
                    is(second, text("x")),
                    present(fourth),
                ])],
            ),
        }
    };
    let most = most_steps(&with_rules(table(), (0..20).map(rule).collect()));
    assert!(most < 100_000, "{most} steps");
}

#[test]
fn too_many_values_are_refused() {
    let values: Vec<_> = (0..2000).map(number).collect();
    let demand = assert(Condition::In(sample::term("A"), values.into()));
    let event = with_rules(event(&[("A", Kind::integer(0, 5000))]), vec![demand]);
    assert_eq!(
        Solver::new(&event).unwrap_err().to_string(),
        "the rules of `EventSample` tell too many values of `A` apart, name fewer"
    );
}

#[test]
fn too_many_steps_are_refused() {
    // Eleven different numbers from 1 to 10: no search gets through the pigeonholes without counting them.
    let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"];
    let mut event = event(&names.map(|name| (name, Kind::integer(1, 10))));
    let mut clauses = Vec::new();
    for (at, left) in names.iter().enumerate() {
        mandatory(&mut event, left);
        let others = &names[..at];
        clauses.extend(others.iter().map(|right| assert(not(same(left, right)))));
    }
    let solver = solver(&with_rules(event, clauses));
    assert_eq!(
        solver.satisfy().unwrap_err().to_string(),
        "the rules of `EventSample` depend on each other in more ways than can be tried, \
         split or simplify them"
    );
    // One rule may be begun before the bound is reached.
    assert!((MOST_STEPS + 1..MOST_STEPS + 100).contains(&solver.steps()));
}
