//! Two versions of an event.

use super::matching::{self, Likeness, Pair, pairs};
use super::sight::{sources, spellings, translated};
use super::{Change, Effect, Name, Place, Specifications, What, name, rows, rules, smallest};
use crate::solve::{Broken, Demand, Difference, Message, Sight, SolveError, difference};
use crate::{Attribute, Datum, Dictionary, Event, Footnote, Specification, Text};

/// Two versions of an event, and what of the one the other does not allow.
pub(super) struct Versions<'v> {
    pub(super) old: &'v Event,
    pub(super) new: &'v Event,
    pub(super) dictionaries: (&'v Dictionary, &'v Dictionary),
    pub(super) rows: Vec<Pair<'v, Attribute>>,
    before: Name,
    after: Name,
    /// Messages that satisfy the old version and break the new one, and the other way round.
    forward: Vec<Difference>,
    backward: Vec<Difference>,
}

pub(super) fn compare(
    specifications: Specifications<'_>,
    (old_family, old): Place<'_>,
    (new_family, new): Place<'_>,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let Specifications { before, after } = specifications;
    let mut versions = Versions {
        old,
        new,
        dictionaries: (&before.dictionary, &after.dictionary),
        rows: Vec::new(),
        before: name((old_family, old)),
        after: name((new_family, new)),
        forward: Vec::new(),
        backward: Vec::new(),
    };
    let likeness = |old: &Attribute, new: &Attribute| {
        let spelled = old.name != new.name && versions.is_spelling(old, new);
        if spelled {
            Likeness::Renamed
        } else {
            matching::attribute(old, new)
        }
    };
    versions.rows = pairs(&old.attributes, &new.attributes, likeness);
    if old.name != new.name {
        let what = What::EventRenamed {
            before: old.name.clone(),
        };
        let producers = heard(smallest(old)?, after, |other| other.name == old.name);
        let consumers = heard(smallest(new)?, before, |other| other.name == new.name);
        changes.push(versions.change(what, producers, consumers));
    }
    if old_family.tag != new_family.tag {
        let (before, after) = (old_family.tag.clone(), new_family.tag.clone());
        let refused =
            |event| smallest(event).map(|found| found.map_or(Effect::None, Effect::Breaks));
        let what = What::Tag { before, after };
        changes.push(versions.change(what, refused(old)?, refused(new)?));
    }
    if old_family.name != new_family.name {
        // The family that was renamed has its events with it.
        let kept = new_family.event(&old.name).is_some() && old_family.event(&new.name).is_some();
        let whole = matching::family(old_family, new_family) != Likeness::Other;
        if !(kept && whole) {
            let before = old_family.name.clone();
            changes.push(versions.change(What::Moved { before }, Effect::None, Effect::None));
        }
    }
    if old.number != new.number {
        let what = What::Number {
            before: old.number,
            after: new.number,
        };
        let producers = numbered(old, &old_family.tag, after)?;
        let consumers = numbered(new, &new_family.tag, before)?;
        changes.push(versions.change(what, producers, consumers));
    }
    let read = (
        sources(old, new, &after.dictionary),
        sources(new, old, &before.dictionary),
    );
    if !is_same_table(old, new) {
        versions.forward = differences(old, new, &read.0)?;
        versions.backward = differences(new, old, &read.1)?;
    }
    let start = changes.len();
    rows::compare(&versions, changes)?;
    rules::compare(&versions, changes)?;
    versions.attribute_rest(&mut changes[start..]);
    Ok(())
}

/// Whether two versions demand the same of their messages.
fn is_same_table(old: &Event, new: &Event) -> bool {
    let rows = |event: &Event| -> Vec<Attribute> {
        let plain = |row: &Attribute| Attribute {
            marks: Vec::new().into(),
            description: Text::default(),
            ..row.clone()
        };
        event.attributes.iter().map(plain).collect()
    };
    let demands = |note: &Footnote| {
        let clauses = note.rules.iter().map(|rule| rule.clause.clone());
        (clauses.collect::<Vec<_>>(), note.waives.clone())
    };
    let notes = |event: &Event| event.footnotes.iter().map(demands).collect::<Vec<_>>();
    rows(old) == rows(new) && notes(old) == notes(new)
}

fn differences(
    from: &Event,
    to: &Event,
    sources: &[Option<usize>],
) -> Result<Vec<Difference>, SolveError> {
    difference(Sight { from, to, sources }, &[])
}

/// What a message does that a specification may take for one of an event of the given sort, or for none.
pub(super) fn heard(
    message: Option<Message>,
    by: &Specification,
    is_named: impl Fn(&Event) -> bool,
) -> Effect {
    let mut events = by.families.iter().flat_map(|family| family.events.iter());
    let known = events.any(is_named);
    match message {
        None => Effect::None,
        Some(message) if known => Effect::Misread(message),
        Some(message) => Effect::Unknown(message),
    }
}

/// The effect of an event's number being another one, on messages that bear the number.
fn numbered(event: &Event, tag: &str, by: &Specification) -> Result<Effect, SolveError> {
    let Some(number) = event.number else {
        return Ok(Effect::None);
    };
    let mut message = smallest(event)?;
    if let Some(message) = &mut message {
        let number = Datum::Integer(number.into());
        match event.position(tag) {
            Some(row) => message.set(row, Some(number)),
            None => message.add(tag, number),
        }
    }
    Ok(heard(message, by, |other| other.number == Some(number)))
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
        effect(&self.forward, Broken::Demand(demand))
    }

    /// What a demand of the old version does to consumers.
    pub(super) fn consumers(&self, demand: Demand) -> Effect {
        effect(&self.backward, Broken::Demand(demand))
    }

    /// What it does to producers that a row of the new version carries something else.
    pub(super) fn carried_by_producers(&self, row: usize) -> Effect {
        carried(&self.forward, row)
    }

    /// What it does to consumers that a row of the old version carried something else.
    pub(super) fn carried_by_consumers(&self, row: usize) -> Effect {
        carried(&self.backward, row)
    }

    /// Whether the version after reads the old name of an attribute as another spelling of the new one.
    pub(super) fn is_spelling(&self, before: &Attribute, after: &Attribute) -> bool {
        spellings(self.dictionaries.1, &after.name).contains(&before.name)
    }

    /// What it does to producers that the new version does not know these spellings of a row.
    pub(super) fn misspelled_by_producers(
        &self,
        row: &Attribute,
        lost: &[Text],
    ) -> Result<Effect, SolveError> {
        let known = &self.forward;
        misspelled((self.old, self.new), self.dictionaries.1, known, row, lost)
    }

    /// What it does to consumers that the old version does not know these spellings of a row.
    pub(super) fn misspelled_by_consumers(
        &self,
        row: &Attribute,
        lost: &[Text],
    ) -> Result<Effect, SolveError> {
        let known = &self.backward;
        misspelled((self.new, self.old), self.dictionaries.0, known, row, lost)
    }

    /// The names that attributes got.
    fn names(&self) -> Vec<(Text, Text)> {
        let names = self.rows.iter().filter_map(|pair| match pair {
            Pair::Both(before, after) if before.name != after.name => {
                Some((before.name.clone(), after.name.clone()))
            }
            _ => None,
        });
        names.collect()
    }

    /// The old version's rules in words of the new one, over the new one's table.
    pub(super) fn translated(&self) -> Event {
        let names = self.names();
        let mut footnotes = self.old.footnotes.to_vec();
        for footnote in &mut footnotes {
            for rule in footnote.rules.to_mut() {
                rule.clause = translated(&rule.clause, &names, self.new);
            }
            footnote.waives = Vec::new().into();
        }
        Event {
            footnotes: footnotes.into(),
            ..self.new.clone()
        }
    }

    /// Makes sure that a break is shown somewhere: where what is broken did not change itself, something else did
    /// that it depends on.
    fn attribute_rest(&self, changes: &mut [Change]) {
        let shown = |changes: &[Change], of: fn(&Change) -> &Effect| {
            changes.iter().any(|change| *of(change) != Effect::None)
        };
        let place = |changes: &[Change]| {
            let likely = changes.iter().position(|change| change.what.moves_values());
            likely.or_else(|| changes.len().checked_sub(1))
        };
        let Some(at) = place(changes) else { return };
        if !shown(changes, |change| &change.producers)
            && let Some(first) = self.forward.first()
        {
            changes[at].producers = of_difference(first);
        }
        if !shown(changes, |change| &change.consumers)
            && let Some(first) = self.backward.first()
        {
            changes[at].consumers = of_difference(first);
        }
    }
}

fn effect(differences: &[Difference], broken: Broken) -> Effect {
    let found = differences.iter().find(|one| one.broken == broken);
    found.map_or(Effect::None, of_difference)
}

fn of_difference(difference: &Difference) -> Effect {
    let message = difference.message.clone();
    match difference.broken {
        Broken::Misread { valid: true, .. } => Effect::Misread(message),
        _ => Effect::Breaks(message),
    }
}

/// The worst that comes of a row's kind.
fn carried(differences: &[Difference], row: usize) -> Effect {
    let misread = |valid| Broken::Misread { row, valid };
    let all = [
        Broken::Kind(row),
        Broken::Demand(Demand::Union(row)),
        misread(false),
        misread(true),
    ];
    let mut effects = all.into_iter().map(|broken| effect(differences, broken));
    let found = effects.find(|effect| *effect != Effect::None);
    found.unwrap_or_default()
}

/// What it does that a version does not know these spellings of a row of another one.
fn misspelled(
    (from, to): (&Event, &Event),
    dictionary: &Dictionary,
    known: &[Difference],
    row: &Attribute,
    lost: &[Text],
) -> Result<Effect, SolveError> {
    let Some(at) = from.position(&row.name) else {
        return Ok(Effect::None);
    };
    for spelling in lost {
        let mut respelled = from.clone();
        respelled.attributes.to_mut()[at].name.clone_from(spelling);
        let sources = sources(&respelled, to, dictionary);
        let sight = Sight {
            from,
            to,
            sources: &sources,
        };
        // What is broken with the documented name, too, is not the spelling's fault.
        let fresh = |one: &Difference| known.iter().all(|other| other.broken != one.broken);
        if let Some(mut found) = difference(sight, &[at])?.into_iter().find(fresh) {
            found.message.rename(at, spelling);
            return Ok(of_difference(&found));
        }
    }
    Ok(Effect::None)
}
