//! The rows of two versions of an event.

use super::event::Versions;
use super::matching::Pair;
use super::sight::{renumbered, spellings};
use super::{Change, Effect, What, kind};
use crate::solve::{Demand, SolveError};
use crate::{Attribute, Event, Presence, Text};

pub(super) fn compare(
    versions: &Versions<'_>,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let Versions { old, new, .. } = versions;
    for pair in &versions.rows {
        match pair {
            Pair::Both(before, after) => {
                if before.name != after.name {
                    changes.push(appearance(versions, Some(before), Some(after)));
                }
                carried(versions, before, after, changes);
                respelled(versions, before, after, changes)?;
            }
            Pair::Before(before) => changes.push(appearance(versions, Some(before), None)),
            Pair::After(after) => changes.push(appearance(versions, None, Some(after))),
        }
    }
    let order = |event: &Event, other: &Event| {
        let names = event.attributes.iter().map(|row| row.name.clone());
        let kept = |name: &Text| other.position(name).is_some();
        names.filter(kept).collect::<Vec<_>>()
    };
    if order(old, new) != order(new, old) {
        changes.push(versions.change(What::Reordered, Effect::None, Effect::None));
    }
    Ok(())
}

/// An attribute that only one version has, or that has another name.
fn appearance(
    versions: &Versions<'_>,
    before: Option<&Attribute>,
    after: Option<&Attribute>,
) -> Change {
    let demand = |event: &Event, row: Option<&Attribute>| {
        let at = row.and_then(|row| event.position(&row.name));
        at.map(Demand::Mandatory)
    };
    let (old, new) = (versions.old, versions.new);
    let producers = demand(new, after).map_or(Effect::None, |demand| versions.producers(demand));
    let consumers = demand(old, before).map_or(Effect::None, |demand| versions.consumers(demand));
    let what = match (before, after) {
        (Some(before), Some(after)) => What::Renamed {
            sure: versions.is_spelling(before, after),
            attribute: after.name.clone(),
            before: before.name.clone(),
        },
        (Some(row), None) => What::Removed {
            attribute: row.name.clone(),
            presence: presence(old, row),
        },
        (None, row) => What::Added {
            attribute: row.map(|row| row.name.clone()).unwrap_or_default(),
            presence: row.map_or("", |row| presence(new, row)),
        },
    };
    versions.change(what, producers, consumers)
}

fn presence(event: &Event, row: &Attribute) -> &'static str {
    match (row.presence, event.waiver(&row.name)) {
        (Presence::Optional, _) => "Optional",
        (Presence::Mandatory, None) => "Mandatory",
        (Presence::Mandatory, Some(_)) => "Mandatory with a waiver",
    }
}

/// What a row of both versions demands and carries.
fn carried(
    versions: &Versions<'_>,
    before: &Attribute,
    after: &Attribute,
    changes: &mut Vec<Change>,
) {
    let (old, new) = (versions.old, versions.new);
    let attribute = || after.name.clone();
    let (Some(old_row), Some(new_row)) = (old.position(&before.name), new.position(&after.name))
    else {
        return;
    };
    if before.union != after.union {
        let what = What::Path {
            attribute: attribute(),
            before: before.union.clone(),
            after: after.union.clone(),
        };
        let producers = versions.producers(Demand::Mandatory(new_row));
        let consumers = versions.consumers(Demand::Mandatory(old_row));
        changes.push(versions.change(what, producers, consumers));
    }
    let (was, is) = (presence(old, before), presence(new, after));
    if was != is {
        let what = What::Presence {
            attribute: attribute(),
            before: was,
            after: is,
        };
        let producers = versions.producers(Demand::Mandatory(new_row));
        let consumers = versions.consumers(Demand::Mandatory(old_row));
        changes.push(versions.change(what, producers, consumers));
    }
    let fixed = before.fixed.as_ref();
    if fixed.map(|fixed| renumbered(fixed, &after.kind)) != after.fixed {
        let show = |row: &Attribute| row.fixed.as_ref().map(ToString::to_string);
        let what = What::Fixed {
            attribute: attribute(),
            before: show(before),
            after: show(after),
        };
        let producers = versions.producers(Demand::Fixed(new_row));
        let consumers = versions.consumers(Demand::Fixed(old_row));
        changes.push(versions.change(what, producers, consumers));
    }
    if before.marks != after.marks {
        let attribute = attribute();
        changes.push(versions.change(What::Marks { attribute }, Effect::None, Effect::None));
    }
    if before.kind != after.kind
        && let Some(what) = kind::change(attribute(), &before.kind, &after.kind)
    {
        let producers = versions.carried_by_producers(new_row);
        let consumers = versions.carried_by_consumers(old_row);
        changes.push(versions.change(what, producers, consumers));
    }
}

/// The spellings of a row that come and go with the dictionary.
fn respelled(
    versions: &Versions<'_>,
    before: &Attribute,
    after: &Attribute,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let (old, new) = versions.dictionaries;
    let (was, is) = (spellings(old, &before.name), spellings(new, &after.name));
    let lacks = |one: &[Text], other: &[Text], name: &str| -> Vec<Text> {
        let fresh = |text: &&Text| !other.contains(text) && ***text != *name;
        one.iter().filter(fresh).cloned().collect()
    };
    let (added, removed) = (lacks(is, was, &before.name), lacks(was, is, &after.name));
    if added.is_empty() && removed.is_empty() {
        return Ok(());
    }
    let producers = versions.misspelled_by_producers(before, &removed)?;
    let consumers = versions.misspelled_by_consumers(after, &added)?;
    let what = What::Spellings {
        attribute: after.name.clone(),
        added,
        removed,
    };
    changes.push(versions.change(what, producers, consumers));
    Ok(())
}
