//! The rows of two versions of an event.

use super::event::Versions;
use super::kind::{Escape, escapes, literal, renumbered};
use super::matching::{self, Pair, pairs};
use super::{Change, Effect, What};
use crate::solve::{Answer, Demand, Message, Question, SolveError, Solver};
use crate::{
    Attribute, Clause, Condition, Event, Kind, Literal, Presence, Rule, Term, Text, Vocabulary,
};

pub(super) fn compare(
    versions: &Versions<'_>,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let Versions { old, new, .. } = versions;
    for pair in pairs(&old.attributes, &new.attributes, matching::attribute) {
        let (before, after) = match pair {
            Pair::Both(before, after) => (Some(before), Some(after)),
            Pair::Before(before) => (Some(before), None),
            Pair::After(after) => (None, Some(after)),
        };
        match (before, after) {
            (Some(before), Some(after)) if before.name == after.name => {
                same_name(versions, before, after, changes)?;
            }
            (before, after) => changes.push(appearance(versions, before, after)),
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

fn same_name(
    versions: &Versions<'_>,
    before: &Attribute,
    after: &Attribute,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let (old, new) = (versions.old, versions.new);
    let attribute = || after.name.clone();
    let (Some(old_row), Some(new_row)) = (old.position(&before.name), new.position(&after.name))
    else {
        return Ok(());
    };
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
    if before.fixed != after.fixed {
        let show = |fixed: &Option<Literal>| fixed.as_ref().map(ToString::to_string);
        let what = What::Fixed {
            attribute: attribute(),
            before: show(&before.fixed),
            after: show(&after.fixed),
        };
        let producers = versions.producers(Demand::Fixed(new_row));
        let consumers = versions.consumers(Demand::Fixed(old_row));
        changes.push(versions.change(what, producers, consumers));
    }
    if before.kind != after.kind {
        let Some(what) = kind_change(attribute(), &before.kind, &after.kind) else {
            return Ok(());
        };
        // Where all members are the same, they may still be chosen otherwise.
        let producers = match escape(old, before, &after.kind)? {
            Effect::None => versions.producers(Demand::Union(new_row)),
            effect => effect,
        };
        let consumers = match escape(new, after, &before.kind)? {
            Effect::None => versions.consumers(Demand::Union(old_row)),
            effect => effect,
        };
        changes.push(versions.change(what, producers, consumers));
    }
    Ok(())
}

/// How a kind changed; not at all when only descriptions did.
fn kind_change(attribute: Text, before: &Kind, after: &Kind) -> Option<What> {
    if let (Kind::Union(_), Kind::Union(_)) = (before, after) {
        return Some(What::Union { attribute });
    }
    let (Kind::Enumeration(old), Kind::Enumeration(new)) = (before, after) else {
        return Some(What::Kind {
            attribute,
            before: before.name(),
            after: after.name(),
        });
    };
    if old.numbered != new.numbered || old.name != new.name {
        return Some(What::Kind {
            attribute,
            before: named(old),
            after: named(new),
        });
    }
    let lacks = |one: &Vocabulary, other: &Vocabulary| {
        let names = one.members.iter().map(|member| member.name.clone());
        names
            .filter(|name| other.number_of(name).is_none())
            .collect::<Vec<_>>()
    };
    let (added, removed) = (lacks(new, old), lacks(old, new));
    let renumbered: Vec<_> = renumbered(old, new)
        .iter()
        .map(|member| member.name.clone())
        .collect();
    (!(added.is_empty() && removed.is_empty() && renumbered.is_empty())).then_some(
        What::Vocabulary {
            attribute,
            added,
            removed,
            renumbered,
        },
    )
}

fn named(vocabulary: &Vocabulary) -> String {
    let numbers = if vocabulary.numbered {
        ""
    } else {
        ", by name only"
    };
    format!("a value of {}{numbers}", vocabulary.name)
}

/// What it does that a row carries another kind in the other version.
fn escape(event: &Event, row: &Attribute, other: &Kind) -> Result<Effect, SolveError> {
    for escape in escapes(&row.kind, other) {
        if let Some(message) = with_value(event, row, escape)? {
            return Ok(Effect::Breaks(message));
        }
    }
    if let (Kind::Enumeration(from), Kind::Enumeration(to)) = (&row.kind, other) {
        for member in renumbered(from, to) {
            let value = Escape {
                member: None,
                literal: Some(literal(member)),
            };
            if let Some(message) = with_value(event, row, value)? {
                return Ok(Effect::Misread(message));
            }
        }
    }
    Ok(Effect::None)
}

/// A smallest message that satisfies an event and has this value in a row.
fn with_value(
    event: &Event,
    row: &Attribute,
    value: Escape,
) -> Result<Option<Message>, SolveError> {
    let Some(at) = event.position(&row.name) else {
        return Ok(None);
    };
    let attribute = match &value.member {
        Some(member) => format!("{}.{member}", row.name).into(),
        None => row.name.clone(),
    };
    let term = Term {
        attribute,
        key: None,
    };
    let mut wanted = vec![Condition::Present(term.clone())];
    wanted.extend(
        value
            .literal
            .map(|literal| Condition::Equals(term, literal)),
    );
    let wanted = Rule {
        id: Text::default(),
        clause: Clause::Assert(Condition::All(wanted.into())),
    };
    let rules: Vec<_> = event
        .rules()
        .map(|(_, rule)| rule)
        .chain([&wanted])
        .collect();
    let answer = Solver::over(event, &rules)?.ask(&Question {
        present: &[at],
        ..Question::default()
    })?;
    Ok(match answer {
        Answer::Message(message) => Some(message),
        Answer::Never(_) => None,
    })
}
