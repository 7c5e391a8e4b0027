//! Two versions of an event.

use super::{Change, Effect, Name, Place, What, name, rows, rules, smallest};
use crate::solve::{Demand, Difference, SolveError, difference};
use crate::{Datum, Event};

/// Two versions of an event, and what of the one the other does not allow.
pub(super) struct Versions<'v> {
    pub(super) old: &'v Event,
    pub(super) new: &'v Event,
    before: Name,
    after: Name,
    /// Messages that satisfy the old version and break the new one, and the other way round.
    forward: Vec<Difference>,
    backward: Vec<Difference>,
}

pub(super) fn compare(
    (old_family, old): Place<'_>,
    (new_family, new): Place<'_>,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let versions = Versions {
        old,
        new,
        before: name((old_family, old)),
        after: name((new_family, new)),
        forward: difference(old, new)?,
        backward: difference(new, old)?,
    };
    let named = |what, versions: &Versions<'_>| -> Result<Change, SolveError> {
        Ok(versions.change(
            what,
            smallest(old)?.map_or(Effect::None, Effect::Breaks),
            smallest(new)?.map_or(Effect::None, Effect::Breaks),
        ))
    };
    if old.name != new.name {
        let before = old.name.clone();
        changes.push(named(What::EventRenamed { before }, &versions)?);
    }
    if old_family.tag != new_family.tag {
        let (before, after) = (old_family.tag.clone(), new_family.tag.clone());
        changes.push(named(What::Tag { before, after }, &versions)?);
    }
    if old_family.name != new_family.name {
        // The family that was renamed has its events with it.
        let kept = new_family.event(&old.name).is_some() && old_family.event(&new.name).is_some();
        let whole =
            super::matching::family(old_family, new_family) != super::matching::Likeness::Other;
        if !(kept && whole) {
            let before = old_family.name.clone();
            changes.push(versions.change(What::Moved { before }, Effect::None, Effect::None));
        }
    }
    if old.number != new.number {
        let (before, after) = (old.number, new.number);
        let producers = numbered(old, &old_family.tag)?;
        let consumers = numbered(new, &new_family.tag)?;
        changes.push(versions.change(What::Number { before, after }, producers, consumers));
    }
    rows::compare(&versions, changes)?;
    rules::compare(&versions, changes);
    Ok(())
}

impl Versions<'_> {
    pub(super) fn change(&self, what: What, producers: Effect, consumers: Effect) -> Change {
        Change {
            before: Some(self.before.clone()),
            after: Some(self.after.clone()),
            what,
            producers,
            consumers,
        }
    }

    /// What a demand of the new version does to producers.
    pub(super) fn producers(&self, demand: Demand) -> Effect {
        effect(&self.forward, demand)
    }

    /// What a demand of the old version does to consumers.
    pub(super) fn consumers(&self, demand: Demand) -> Effect {
        effect(&self.backward, demand)
    }
}

fn effect(differences: &[Difference], demand: Demand) -> Effect {
    let found = differences.iter().find(|one| one.broken == demand);
    found.map_or(Effect::None, |found| Effect::Breaks(found.message.clone()))
}

/// The effect of an event's number being another one, on messages that bear the number.
fn numbered(event: &Event, tag: &str) -> Result<Effect, SolveError> {
    let (Some(number), Some(row)) = (event.number, event.position(tag)) else {
        return Ok(Effect::None);
    };
    let mut message = smallest(event)?;
    if let Some(message) = &mut message {
        message.set(row, Some(Datum::Integer(number.into())));
    }
    Ok(message.map_or(Effect::None, Effect::Breaks))
}
