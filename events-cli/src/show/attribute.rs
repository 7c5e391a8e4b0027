//! `events show --attribute`: what an attribute carries, and where it is Mandatory, Optional or conditional.

use std::io::{self, Write};

use clap::builder::styling::Style;
use events_core::schema::{
    Definition, Event, Family, Kind, Need, Specification, Text, Union, Usage, closest,
};
use serde_json::{Value, json};

use super::{MANDATORY, NAME, QUIET, first_sentence, vocabulary, write_footnote};
use crate::table::{Align, Cell, Table, counted};

/// What all tables say of an attribute.
pub(super) struct Found {
    pub(super) name: String,
    definition: Option<&'static Definition>,
    usages: Vec<(&'static Family, &'static Event, Usage<'static>)>,
}

pub(super) fn find(wanted: &str, specification: &'static Specification) -> Result<Found, String> {
    let definitions = &specification.dictionary.definitions;
    let other = |definition: &&Definition| {
        let mut names = definition.aliases.iter().chain(definition.log.iter());
        names.any(|name| name == wanted)
    };
    let definition = specification
        .dictionary
        .get(wanted)
        .or_else(|| definitions.iter().find(other));
    let name = definition
        .map_or(wanted, |definition| &definition.name)
        .to_owned();
    let mut usages = Vec::new();
    for family in specification.families.iter() {
        for event in family.events.iter() {
            let of_event = event.usages(&name).into_iter();
            usages.extend(of_event.map(|usage| (family, event, usage)));
        }
    }
    if usages.is_empty() && definition.is_none() {
        return Err(match closest(wanted, names(specification)) {
            Some(close) => {
                format!("no table has an attribute `{wanted}`, did you mean `{close}`?")
            }
            None => format!(
                "no table has an attribute `{wanted}`; `events show` of an event lists what its table has"
            ),
        });
    }
    Ok(Found {
        name,
        definition,
        usages,
    })
}

impl Found {
    /// What it carries.
    pub(super) fn kind(&self) -> Option<&'static Kind> {
        let row = || self.usages.first().map(|(.., usage)| &usage.row.kind);
        let definition = self.definition.map(|definition| &definition.kind);
        definition.or_else(row)
    }
}

/// The names of all attributes, in order.
pub(crate) fn names(specification: &Specification) -> Vec<&str> {
    let families = specification.families.iter();
    let events = families.flat_map(|family| family.events.iter());
    let rows = events.flat_map(|event| event.attributes.iter().map(|row| &*row.name));
    let definitions = specification.dictionary.definitions.iter();
    let defined = definitions.map(|definition| &*definition.name);
    let mut known: Vec<&str> = rows.chain(defined).collect();
    known.sort_unstable();
    known.dedup();
    known
}

pub(super) fn text(
    out: &mut impl Write,
    found: &Found,
    specification: &'static Specification,
) -> io::Result<()> {
    let Found {
        name,
        definition,
        usages,
    } = found;
    writeln!(out, "{NAME}{name}{NAME:#}")?;
    if let Some(definition) = definition {
        writeln!(out, "{}", definition.description)?;
        writeln!(out, "{QUIET}{}{QUIET:#}", about(definition))?;
    }
    match found.kind() {
        Some(Kind::Enumeration(enumeration)) => {
            write!(out, "\n{}", vocabulary::values(enumeration))?;
        }
        Some(Kind::Union(union)) => write!(out, "\n{}", members(union))?,
        _ => {}
    }
    if usages.is_empty() {
        return writeln!(out, "\nno table has it");
    }
    let mut table = Table::new([
        ("event", Align::Left),
        ("family", Align::Left),
        ("row", Align::Left),
        ("presence", Align::Left),
        ("footnotes", Align::Left),
    ]);
    for (family, event, usage) in usages {
        let style = match usage.need {
            Need::Mandatory => MANDATORY,
            _ => Style::new(),
        };
        let notes = usage.footnotes.iter();
        let notes: Vec<_> = notes
            .map(|note| format!("{} {}", note.letter, note.status.as_str()))
            .collect();
        let row = match &usage.row.fixed {
            Some(value) => format!("{} = {value}", usage.row.name),
            None => usage.row.name.to_string(),
        };
        table.row([
            (*event.name).into(),
            Cell::new(&*family.name, QUIET),
            row.into(),
            Cell::new(need(&usage.need), style),
            notes.join(", ").into(),
        ]);
    }
    write!(out, "\n{}", table.render(2))?;
    for (_, event, usage) in usages {
        for footnote in &usage.footnotes {
            write!(out, "\n  {QUIET}{}{QUIET:#}\n", event.name)?;
            write_footnote(out, footnote)?;
        }
    }
    writeln!(out, "\n{}", summary(usages, specification))
}

/// What a union may hold, and when.
fn members(union: &Union) -> String {
    let mut table = Table::new([
        ("member", Align::Left),
        ("carries", Align::Left),
        ("when", Align::Left),
        ("meaning", Align::Left),
    ]);
    for member in union.members.iter() {
        let values: Vec<_> = member.chosen_by.iter().map(ToString::to_string).collect();
        table.row([
            (*member.name).into(),
            member.kind.name().into(),
            format!("{} is {}", union.selector, values.join(" or ")).into(),
            Cell::new(first_sentence(&member.description), QUIET),
        ]);
    }
    table.render(2)
}

/// What the dictionary says of an attribute beside its description.
fn about(definition: &Definition) -> String {
    let mut parts = vec![format!("carries {}", definition.kind.name())];
    parts.extend(definition.number.map(|number| format!("number {number}")));
    let listed = |what: &str, names: &[Text]| {
        (!names.is_empty()).then(|| format!("{what} {}", names.join(", ")))
    };
    parts.extend(listed("in logs", &definition.log));
    parts.extend(listed("also", &definition.aliases));
    parts.extend(definition.obsolete.then(|| "obsolete".to_owned()));
    parts.join("; ")
}

fn need(need: &Need<'_>) -> String {
    match need {
        Need::Mandatory | Need::Optional => need.as_str().to_owned(),
        Need::Waived(note) => format!("Mandatory, waived by {}", note.letter),
        Need::Conditional(note) => format!("conditional, by {}", note.letter),
    }
}

fn summary(
    usages: &[(&Family, &Event, Usage<'_>)],
    specification: &'static Specification,
) -> String {
    let mut parts = Vec::new();
    for word in ["Mandatory", "waived", "conditional", "Optional"] {
        let of = usages
            .iter()
            .filter(|(.., usage)| usage.need.as_str() == word);
        match of.count() {
            0 => {}
            count => parts.push(format!("{word} in {count}")),
        }
    }
    let fixed = usages
        .iter()
        .filter(|(.., usage)| usage.row.fixed.is_some())
        .count();
    parts.extend((fixed > 0).then(|| format!("fixed in {fixed}")));
    let all: usize = specification
        .families
        .iter()
        .map(|family| family.events.len())
        .sum();
    let of = counted(u64::try_from(all).unwrap_or(u64::MAX), "event");
    format!("{}, of {of}", parts.join(", "))
}

pub(super) fn json(found: &Found) -> serde_json::Result<Value> {
    let mut usages = Vec::new();
    for (family, event, usage) in &found.usages {
        let by = match usage.need {
            Need::Waived(note) | Need::Conditional(note) => Some(&*note.letter),
            Need::Mandatory | Need::Optional => None,
        };
        let mut entry = json!({
            "family": family.name,
            "event": event.name,
            "row": usage.row.name,
            "presence": usage.row.presence,
            "need": usage.need.as_str(),
            "footnotes": serde_json::to_value(&usage.footnotes)?,
        });
        if let Some(letter) = by {
            entry["by"] = json!(letter);
        }
        if let Some(fixed) = &usage.row.fixed {
            entry["fixed"] = serde_json::to_value(fixed)?;
        }
        usages.push(entry);
    }
    Ok(json!({
        "attribute": found.name,
        "definition": serde_json::to_value(found.definition)?,
        "usages": usages,
    }))
}
