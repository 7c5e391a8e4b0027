//! Events of several families that cannot be told apart.

use std::borrow::Cow;

use super::{Complaint, equal, text};
use crate::{Event, Family};

/// Places for events, twice as many as are looked at: filled by what the event is called or its number says.
const PLACES: usize = 8192;

/// Where events stand, counted from 1 through all families; 0 where there is none.
type Places = [u16; PLACES];

/// What is wrong with families that one reader is to know: two events of one name or of one number, of which it would
/// never see the second one. Beyond 4,096 events nothing is said.
#[must_use]
pub const fn clash(groups: &[&[&Family]]) -> Option<Complaint> {
    let mut called: Places = [0; PLACES];
    let mut numbered: Places = [0; PLACES];
    let (mut family, mut count) = (0, 0_u16);
    // A constant function has no iterators.
    while let Some(around) = family_at(groups, family) {
        let events = events_of(around);
        let mut at = 0;
        while at < events.len() {
            let event = &events[at];
            if count as usize == PLACES / 2 {
                return None;
            }
            count += 1;
            let name = text(&event.name);
            let mut place = place_of(hash(name));
            while called[place] != 0 {
                let (other, first) = known(groups, called[place]);
                if equal(text(&first.name), name) {
                    return Some(Complaint::new(&[
                        "`",
                        name,
                        "` is an event of `",
                        text(&other.name),
                        "` and of `",
                        text(&around.name),
                        "`, of which only the first would be read: rename one",
                    ]));
                }
                place = (place + 1) % PLACES;
            }
            called[place] = count;
            if let Some(number) = event.number {
                let mut place = place_of(number.unsigned_abs());
                while numbered[place] != 0 {
                    let (_, first) = known(groups, numbered[place]);
                    if matches!(first.number, Some(first) if first == number) {
                        return Some(Complaint::new(&[
                            "`",
                            name,
                            "` has the number of `",
                            text(&first.name),
                            "`, correct one of them",
                        ]));
                    }
                    place = (place + 1) % PLACES;
                }
                numbered[place] = count;
            }
            at += 1;
        }
        family += 1;
    }
    None
}

/// A family of the groups, counted through all of them.
const fn family_at<'a>(groups: &[&[&'a Family]], mut at: usize) -> Option<&'a Family> {
    let mut group = 0;
    while group < groups.len() {
        if at < groups[group].len() {
            return Some(groups[group][at]);
        }
        at -= groups[group].len();
        group += 1;
    }
    None
}

const fn events_of(family: &Family) -> &[Event] {
    match &family.events {
        Cow::Borrowed(events) => events,
        Cow::Owned(events) => events.as_slice(),
    }
}

/// An event that was counted, and its family.
const fn known<'a>(groups: &[&[&'a Family]], count: u16) -> (&'a Family, &'a Event) {
    let (mut family, mut rest) = (0, count as usize - 1);
    while let Some(around) = family_at(groups, family) {
        let events = events_of(around);
        if rest < events.len() {
            return (around, &events[rest]);
        }
        rest -= events.len();
        family += 1;
    }
    panic!("what was counted is there")
}

const fn hash(name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < name.len() {
        hash = (hash ^ name.as_bytes()[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "it is below the count of places"
)]
const fn place_of(hash: u64) -> usize {
    (hash % PLACES as u64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Source;

    fn family(name: &str, events: &[(&str, Option<i64>)]) -> Family {
        let events = events.iter().map(|(name, number)| Event {
            name: (*name).to_owned().into(),
            number: *number,
            description: "".into(),
            attributes: Vec::new().into(),
            footnotes: Vec::new().into(),
        });
        Family {
            name: name.to_owned().into(),
            description: "".into(),
            source: Source::default(),
            tag: "Event".into(),
            events: events.collect(),
        }
    }

    #[test]
    fn two_events_of_one_name_or_number_clash() {
        let docks = family(
            "Docks",
            &[("Free", Some(1)), ("Taken", None), ("Gone", Some(-3))],
        );
        let said = |events: &[(&str, Option<i64>)]| {
            let bikes = family("Bikes", events);
            let complaint = clash(&[&[&docks], &[], &[&bikes]]);
            complaint.map(|complaint| complaint.text().to_owned())
        };
        assert_eq!(
            said(&[("Lent", Some(2)), ("Back", None), ("Lost", Some(3))]),
            None
        );
        assert_eq!(
            said(&[("Lent", Some(2)), ("Taken", Some(4))]).as_deref(),
            Some(
                "`Taken` is an event of `Docks` and of `Bikes`, of which only the first would be read: rename one"
            )
        );
        assert_eq!(
            said(&[("Lent", Some(1))]).as_deref(),
            Some("`Lent` has the number of `Free`, correct one of them")
        );
    }

    #[test]
    fn many_events_are_told_apart() {
        let names: Vec<String> = (0..3000).map(|at| format!("E{at}")).collect();
        let events: Vec<_> = names.iter().map(|name| (&**name, None)).collect();
        assert!(clash(&[&[&family("All", &events)]]).is_none());
        let twice = [events, vec![("E2999", None)]].concat();
        assert!(clash(&[&[&family("All", &twice)]]).is_some());
    }
}
