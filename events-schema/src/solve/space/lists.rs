//! The lists that a variable may have: for each combination of key sets that pairs without a rule of their own can
//! keep it from following, one with as few such pairs as possible.

use std::collections::BTreeMap;

use super::super::SolveError;
use super::super::value::{Sort, Value, candidates};
use super::{Draft, Place, Space, too_many};
use crate::{Event, Key, KeySet, Kind, Text};

/// Which of a variable's key sets a list does not follow, by place.
type Strays = u64;

/// How many key sets may be asked of one list.
const MOST_SETS: usize = 6;

/// How many numbers are tried for a `%d`: past those of a few keys that are named themselves come new ones soon.
const MOST_NUMBERED: u32 = 200;

impl<'a> Space<'a> {
    /// The lists among the values of a variable; none when its sort has no lists.
    pub(super) fn lists(
        &self,
        event: &Event,
        drafts: &[Draft<'a>],
        at: usize,
    ) -> Result<Vec<Value>, SolveError> {
        let sets = &drafts[at].sets;
        match drafts[at].sort {
            Sort::Attribute(Kind::List, _) | Sort::Key(_) | Sort::Unknown => {}
            Sort::Attribute(..) => return Ok(Vec::new()),
        }
        if sets.len() > MOST_SETS {
            return Err(too_many(event, drafts, at));
        }
        if self.lenient {
            let chosen = |bits: usize| {
                let sets = sets.iter().enumerate();
                let strays = sets.filter(move |(at, _)| bits >> at & 1 != 0);
                strays
                    .map(|(_, keys)| (keys.name.clone(), Value::Null))
                    .collect()
            };
            return Ok((0..1 << sets.len()).map(chosen).map(Value::List).collect());
        }
        let ruled = |name: &str| {
            drafts.iter().any(|draft| match &draft.place {
                Place::Key { list, name: ruled } => *list == at && ruled == name,
                Place::Row | Place::Member { .. } => false,
            })
        };
        let mut lists = BTreeMap::from([(0, Vec::new())]);
        for name in names(sets, &ruled) {
            if ruled(&name) || lists.len() == 1 << sets.len() {
                continue;
            }
            let mut more = Vec::new();
            for (strays, value) in self.stray_values(&name, sets) {
                for (others, pairs) in &lists {
                    let mut pairs: Vec<(Text, Value)> = pairs.clone();
                    pairs.push((name.clone(), value.clone()));
                    more.push((others | strays, pairs));
                }
            }
            for (strays, pairs) in more {
                lists.entry(strays).or_insert(pairs);
            }
        }
        Ok(lists.into_values().map(Value::List).collect())
    }

    /// A value for each combination of key sets that the key can keep its list from following.
    fn stray_values(&self, name: &str, sets: &[&KeySet]) -> BTreeMap<Strays, Value> {
        let kinds = sets.iter().filter_map(|set| set.find(name));
        let sort = Sort::Key(kinds.flat_map(|key| key.kinds.iter()).collect());
        let mut values = BTreeMap::new();
        let list = Value::List(Vec::new());
        for value in candidates(&[&sort], &[], 1).into_iter().chain([list]) {
            let strays = (0..).zip(sets).fold(0, |strays, (at, keys)| {
                strays | Strays::from(self.strays(name, &value, keys)) << at
            });
            if strays != 0 && sort.take(&value).is_some() {
                values.entry(strays).or_insert(value);
            }
        }
        values
    }
}

/// Keys that the sets know, each once.
fn names(sets: &[&KeySet], ruled: &dyn Fn(&str) -> bool) -> Vec<Text> {
    let mut names: Vec<Text> = Vec::new();
    let keys: Vec<&Key> = sets.iter().flat_map(|set| set.keys.iter()).collect();
    for name in keys
        .iter()
        .flat_map(|key| spellings(key, &keys, sets.len(), ruled))
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A key, or of those that a `%d` stands for `count` for each choice of other keys that spell them, too: so many can
/// keep a list from following as many key sets, each with another value.
fn spellings(key: &Key, keys: &[&Key], count: usize, ruled: &dyn Fn(&str) -> bool) -> Vec<Text> {
    let Some((before, after)) = key.name.split_once("%d") else {
        return vec![key.name.clone()];
    };
    let mut found: Vec<(Vec<bool>, Text)> = Vec::new();
    for number in 1..=MOST_NUMBERED {
        let name = format!("{before}{number}{after}");
        let spelled: Vec<_> = keys.iter().map(|key| key.spells(&name)).collect();
        let like = found.iter().filter(|(other, _)| *other == spelled);
        if !ruled(&name) && like.count() < count {
            found.push((spelled, name.into()));
        }
    }
    found.into_iter().map(|(_, name)| name).collect()
}
