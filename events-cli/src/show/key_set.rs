//! `events show AddressInfoDNStatus`: the keys of a key set.

use std::io::{self, Write};

use events_core::schema::{Key, KeySet, Rule, Specification, export};

use super::{NAME, QUIET};
use crate::table::{Align, Cell, Table};

pub(super) fn text(
    out: &mut impl Write,
    set: &KeySet,
    specification: &Specification,
) -> io::Result<()> {
    let KeySet {
        name,
        description,
        keys,
    } = set;
    writeln!(out, "{NAME}{name}{NAME:#}")?;
    if !description.is_empty() {
        writeln!(out, "{description}")?;
    }
    let mut table = Table::new([
        ("key", Align::Left),
        ("carries", Align::Left),
        ("meaning", Align::Left),
    ]);
    for key in keys.iter() {
        let meaning: Vec<_> = key.description.split_whitespace().collect();
        table.row([
            (*key.name).into(),
            key.carries().into(),
            Cell::new(meaning.join(" "), QUIET),
        ]);
    }
    write!(out, "\n{}", table.render(2))?;
    if keys.iter().any(|key| key.name.contains("%d")) {
        writeln!(out, "\n  {QUIET}%d stands for a number{QUIET:#}")?;
    }
    let events = specification.families.iter();
    let events = events.flat_map(|family| family.events.iter());
    let rules = events.flat_map(|event| event.rules().map(|(_, rule)| rule));
    let asks = |rule: &&Rule| rule.key_sets().iter().any(|(_, set)| set.name == *name);
    let rules: Vec<_> = rules.filter(asks).collect();
    let width = rules.iter().map(|rule| rule.id.len()).max();
    for (at, rule) in rules.iter().enumerate() {
        if at == 0 {
            writeln!(out)?;
        }
        let (id, width) = (&rule.id, width.unwrap_or(0));
        writeln!(out, "  {QUIET}{id:width$}{QUIET:#}  {}", rule.words())?;
    }
    Ok(())
}

pub(super) fn markdown(set: &KeySet) -> String {
    let KeySet {
        name, description, ..
    } = set;
    let table = export::key_set_table(set, Key::carries);
    format!("## {name}\n\n{description}\n\n{table}")
}
