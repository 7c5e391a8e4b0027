//! What of one version is what of the other: by name, else by what does not change when something is renamed.

use super::Place;
use crate::{Attribute, Family, closest};

/// The two versions of something.
pub(super) enum Pair<'v, T> {
    Both(&'v T, &'v T),
    Before(&'v T),
    After(&'v T),
}

/// How sure it is that two things are versions of one thing: the name is the same, or everything but the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    Same,
    Renamed,
    Other,
}

use Likeness::{Other, Renamed, Same};

/// Pairs the things of two versions: those of the second one in their order, then those that only the first one has.
pub(super) fn pairs<'v, T>(
    before: &'v [T],
    after: &'v [T],
    likeness: impl Fn(&T, &T) -> Likeness,
) -> Vec<Pair<'v, T>> {
    let mut partner: Vec<Option<usize>> = vec![None; after.len()];
    for wanted in [Same, Renamed] {
        for (at, old) in before.iter().enumerate() {
            if partner.contains(&Some(at)) {
                continue;
            }
            let mut like = (0..after.len())
                .filter(|to| partner[*to].is_none() && likeness(old, &after[*to]) == wanted);
            // What could be two things renamed is none.
            if let Some(to) = like.next()
                && (wanted == Same || like.next().is_none())
            {
                partner[to] = Some(at);
            }
        }
    }
    let both = after.iter().zip(&partner).map(|(new, old)| match old {
        Some(old) => Pair::Both(&before[*old], new),
        None => Pair::After(new),
    });
    let gone = |(at, old)| (!partner.contains(&Some(at))).then_some(Pair::Before(old));
    both.chain(before.iter().enumerate().filter_map(gone))
        .collect()
}

/// A family that is renamed keeps most of its events.
pub(super) fn family(old: &Family, new: &Family) -> Likeness {
    if old.name == new.name {
        return Same;
    }
    let kept = old
        .events
        .iter()
        .filter(|event| new.event(&event.name).is_some());
    if 2 * kept.count() > old.events.len().max(new.events.len()) {
        Renamed
    } else {
        Other
    }
}

/// An event that is renamed keeps its number, or without one its rows.
pub(super) fn event((_, old): &Place<'_>, (_, new): &Place<'_>) -> Likeness {
    if old.name == new.name {
        return Same;
    }
    let numbered = old.number.is_some() && old.number == new.number;
    let unnumbered = old.number.is_none() && new.number.is_none();
    if numbered || unnumbered && !old.attributes.is_empty() && old.attributes == new.attributes {
        Renamed
    } else {
        Other
    }
}

/// An attribute that is renamed keeps all but its name, which is a similar one.
pub(super) fn attribute(old: &Attribute, new: &Attribute) -> Likeness {
    if old.name == new.name {
        return Same;
    }
    let kept = old.kind == new.kind && old.presence == new.presence && old.fixed == new.fixed;
    if kept && closest(&old.name, [&*new.name]).is_some() {
        Renamed
    } else {
        Other
    }
}
