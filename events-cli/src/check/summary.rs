//! The summary of a check.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use clap::builder::styling::{AnsiColor, Style};
use serde::Serialize;

use super::excerpt::plain;
use super::tally::{Count, Tally};
use crate::table::{Align, Cell, Table, counted, thousands};

const GOOD: Style = AnsiColor::BrightGreen.on_default();
const BAD: Style = AnsiColor::BrightRed.on_default().bold();
const NOTED: Style = AnsiColor::BrightCyan.on_default();
const NAME: Style = Style::new();

/// The row of all events that are not declared.
const UNDECLARED: &str = "(not declared)";

/// The row of findings of no check, since reports of messages are bounded.
const OMITTED: &str = "(past 128 a message)";

/// How many names of events that are not declared the text names.
const NAMES: usize = 12;

/// The summary for people.
pub(crate) fn text(tally: &Tally) -> String {
    let mut parts = vec![events(tally), rules(tally), checks(tally)];
    let mut remarks = Vec::new();
    remarks.extend(undeclared(tally));
    remarks.extend(logs(tally));
    parts.push(remarks.concat());
    parts.push(verdict(tally));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn events(tally: &Tally) -> String {
    let mut table = Table::new([
        ("event", Align::Left),
        ("seen", Align::Right),
        ("valid", Align::Right),
        ("violations", Align::Right),
        ("notes", Align::Right),
    ]);
    let declared = tally
        .events
        .iter()
        .map(|(declaration, count)| (&*declaration.event.name, count));
    let others = [(UNDECLARED, &tally.others), ("(no event)", &tally.nameless)];
    for (name, count) in declared.chain(others) {
        if count.seen == 0 {
            continue;
        }
        let valid = match name {
            UNDECLARED => Cell::new("-", Style::new().dimmed()),
            _ => Cell::count(count.valid, GOOD),
        };
        table.row([
            Cell::new(name, NAME),
            Cell::count(count.seen, Style::new()),
            valid,
            Cell::count(count.violations, BAD),
            Cell::count(count.notes, NOTED),
        ]);
    }
    if table.is_empty() {
        String::new()
    } else {
        table.render(2)
    }
}

/// The rules that did not always hold.
fn rules(tally: &Tally) -> String {
    let mut table = Table::new([
        ("rule", Align::Left),
        ("violated", Align::Right),
        ("cannot be told", Align::Right),
    ]);
    let rules = tally.rules.iter();
    for (id, outcomes) in rules.filter(|(_, rule)| rule.violated + rule.cannot_tell > 0) {
        table.row([
            Cell::new(*id, NAME),
            Cell::count(outcomes.violated, BAD),
            Cell::count(outcomes.cannot_tell, NOTED),
        ]);
    }
    if table.is_empty() {
        String::new()
    } else {
        table.render(2)
    }
}

fn checks(tally: &Tally) -> String {
    let mut table = Table::new([
        ("check", Align::Left),
        ("violations", Align::Right),
        ("notes", Align::Right),
    ]);
    let checks = tally.checks.iter();
    let omitted = Some((OMITTED, &tally.omitted));
    let omitted = omitted.filter(|(_, found)| found.violations + found.notes > 0);
    for (code, found) in checks.map(|(code, found)| (&**code, found)).chain(omitted) {
        table.row([
            Cell::new(code, NAME),
            Cell::count(found.violations, BAD),
            Cell::count(found.notes, NOTED),
        ]);
    }
    if table.is_empty() {
        String::new()
    } else {
        table.render(2)
    }
}

fn undeclared(tally: &Tally) -> Option<String> {
    let misspelt = tally.misspelt();
    let mut names: Vec<_> = tally.names.iter().collect();
    names.sort_by_key(|(name, count)| (!misspelt.contains_key(&***name), Reverse(**count)));
    let rest = tally.others.seen
        - names
            .iter()
            .take(NAMES)
            .map(|(_, count)| **count)
            .sum::<u64>();
    let mut texts: Vec<_> = names
        .iter()
        .take(NAMES)
        .map(|(name, count)| {
            let text = format!("{} {}", plain(name), thousands(**count));
            match misspelt.get(&***name) {
                Some(meant) => format!("{text} (did you mean `{meant}`?)"),
                None => text,
            }
        })
        .collect();
    if rest > 0 {
        texts.push(format!("others {}", thousands(rest)));
    }
    (!texts.is_empty()).then(|| remark("not declared", &texts.join(", ")))
}

fn logs(tally: &Tally) -> Option<String> {
    let logs = tally.logs.as_ref()?;
    let counts: Vec<_> = logs
        .counts()
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| format!("{what} {}", thousands(*count)))
        .collect();
    if counts.is_empty() {
        return None;
    }
    Some(remark("logs", &counts.join(", ")))
}

fn remark(title: &str, text: &str) -> String {
    let style = Style::new().bold();
    format!("  {style}{title}{style:#}: {text}\n")
}

/// The last line.
pub(crate) fn verdict(tally: &Tally) -> String {
    let Count {
        valid,
        violations,
        notes,
        ..
    } = tally.total();
    let checked = tally.checked();
    let files = counted(tally.files, "file");
    let mut facts = vec![match checked {
        0 => files,
        checked => format!("{} checked in {files}", counted(checked, "event")),
    }];
    if valid < checked {
        facts.push(format!("{} valid", thousands(valid)));
    }
    if tally.others.seen > 0 {
        facts.push(format!("{} not declared", thousands(tally.others.seen)));
    }
    if tally.left_out > 0 {
        facts.push(format!("{} left out", thousands(tally.left_out)));
    }
    if notes > 0 {
        facts.push(counted(notes, "note"));
    }
    if tally.hidden() > 0 && tally.hidden() < violations {
        facts.push(format!(
            "{} not shown",
            counted(tally.hidden(), "violation")
        ));
    }
    if tally.failures > 0 && checked > 0 {
        facts.push("not all could be read".to_owned());
    }
    let (style, verdict) = match violations {
        0 if checked == 0 => (BAD, "nothing was checked".to_owned()),
        0 if tally.failures > 0 => (BAD, "no violations in what could be read".to_owned()),
        0 => (GOOD.bold(), "no violations".to_owned()),
        violations => (BAD, counted(violations, "violation")),
    };
    format!("{style}{verdict}{style:#}: {}\n", facts.join(", "))
}

/// The summary for programs.
#[derive(Serialize)]
pub(crate) struct Summary<'a> {
    files: u64,
    failures: u64,
    messages: u64,
    valid: u64,
    violations: u64,
    notes: u64,
    /// Messages of events that were not asked for.
    left_out: u64,
    /// Violations that were counted only.
    hidden: u64,
    events: Vec<Event<'a>>,
    rules: Vec<Rule<'a>>,
    checks: BTreeMap<&'a str, Check>,
    /// Findings of messages that had too many; no rule and no check counts them.
    omitted: Check,
    undeclared: Undeclared<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logs: Option<BTreeMap<String, u64>>,
}

#[derive(Serialize)]
struct Event<'a> {
    name: &'a str,
    seen: u64,
    valid: u64,
    violations: u64,
    notes: u64,
}

#[derive(Serialize)]
struct Rule<'a> {
    id: &'a str,
    violated: u64,
    cannot_tell: u64,
}

#[derive(Serialize)]
struct Check {
    violations: u64,
    notes: u64,
}

#[derive(Serialize)]
struct Undeclared<'a> {
    events: &'a BTreeMap<String, u64>,
    /// Events whose names were not told apart any more.
    others: u64,
    /// The declared events that were probably meant by some of the names.
    similar: BTreeMap<&'a str, &'a str>,
}

impl<'a> Summary<'a> {
    pub(crate) fn new(tally: &'a Tally) -> Self {
        let total = tally.total();
        let declared = tally
            .events
            .iter()
            .map(|(declaration, count)| (&*declaration.event.name, count));
        let nameless = Some(("", &tally.nameless)).filter(|(_, count)| count.seen > 0);
        Self {
            files: tally.files,
            failures: tally.failures,
            messages: total.seen,
            valid: total.valid,
            violations: total.violations,
            notes: total.notes,
            left_out: tally.left_out,
            hidden: tally.hidden(),
            events: declared
                .chain(nameless)
                .map(|(name, count)| Event {
                    name,
                    seen: count.seen,
                    valid: count.valid,
                    violations: count.violations,
                    notes: count.notes,
                })
                .collect(),
            rules: tally
                .rules
                .iter()
                .map(|(id, outcomes)| Rule {
                    id,
                    violated: outcomes.violated,
                    cannot_tell: outcomes.cannot_tell,
                })
                .collect(),
            checks: tally
                .checks
                .iter()
                .map(|(code, found)| {
                    let check = Check {
                        violations: found.violations,
                        notes: found.notes,
                    };
                    (&**code, check)
                })
                .collect(),
            omitted: Check {
                violations: tally.omitted.violations,
                notes: tally.omitted.notes,
            },
            undeclared: Undeclared {
                events: &tally.names,
                others: tally.other_names(),
                similar: tally.misspelt(),
            },
            logs: tally.logs.as_ref().map(|logs| {
                let counts = logs.counts().into_iter();
                counts
                    .map(|(what, count)| (what.replace(' ', "_"), count))
                    .collect()
            }),
        }
    }
}
