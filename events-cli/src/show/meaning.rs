//! What a name means.

use std::collections::BTreeMap;
use std::io;

use events_core::Declaration;
use events_core::schema::{KeySet, Kind, Specification, Vocabulary, closest};
use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use super::{attribute, event, key_set, vocabulary};
use crate::model::{Model, is_family};

/// One of the things that a name may mean.
pub(super) enum Meaning {
    Event(Declaration),
    KeySet(&'static KeySet, &'static Specification),
    Attribute(attribute::Found, &'static Specification),
    Enumeration(&'static Vocabulary),
}

/// All that a name means, or what to say of one that means nothing.
pub(super) fn all(name: &str, model: &Model) -> Result<Vec<Meaning>, String> {
    let specification = model.specification();
    let mut found: Vec<_> = model.find(name).map(Meaning::Event).into_iter().collect();
    let mut sets = specification.key_sets().into_iter();
    let set = sets.find(|set| set.name == name);
    found.extend(set.map(|set| Meaning::KeySet(set, specification)));
    let attribute = attribute::find(name, specification).ok();
    let shown = attribute.as_ref().and_then(attribute::Found::kind);
    // The values of an attribute are shown with it.
    let is_shown =
        |one: &Vocabulary| matches!(shown, Some(Kind::Enumeration(it)) if it.name == one.name);
    let enumerations = enumerations(name, specification).into_iter();
    let enumerations = enumerations.filter(|one| !is_shown(one));
    let enumerations: Vec<_> = enumerations.map(Meaning::Enumeration).collect();
    found.extend(attribute.map(|attribute| Meaning::Attribute(attribute, specification)));
    found.extend(enumerations);
    if found.is_empty() {
        return Err(unknown(name, specification));
    }
    Ok(found)
}

/// What `--attribute` names.
pub(super) fn of_attribute(
    name: &str,
    specification: &'static Specification,
) -> Result<Meaning, String> {
    attribute::find(name, specification)
        .map(|found| Meaning::Attribute(found, specification))
        .or_else(|message| {
            let mut enumerations = enumerations(name, specification).into_iter();
            enumerations.next().map(Meaning::Enumeration).ok_or(message)
        })
}

/// The enumeration with this name, or those that have this value.
fn enumerations(wanted: &str, specification: &'static Specification) -> Vec<&'static Vocabulary> {
    let mut all = specification.vocabularies();
    if let Some(named) = all.iter().find(|one| one.name == wanted) {
        return vec![named];
    }
    all.retain(|one| one.number_of(wanted).is_some());
    all
}

/// What to say of a name that means nothing.
fn unknown(name: &str, specification: &'static Specification) -> String {
    let families = specification.families.iter();
    if let Some(family) = families.clone().find(|family| family.name == name) {
        return is_family(family);
    }
    if name.parse::<i64>().is_ok() {
        return format!(
            "no event with the number {name} is declared; `events list` shows those that are"
        );
    }
    let events = families.flat_map(|family| {
        let events = family.events.iter().map(|event| ("event", &*event.name));
        std::iter::once(("family", &*family.name)).chain(events)
    });
    let vocabularies = specification.vocabularies();
    let enumerations = vocabularies.iter().map(|one| ("enumeration", &*one.name));
    let values = vocabularies.iter().flat_map(|one| one.members.iter());
    let values = values.map(|member| ("value", &*member.name));
    let sets = specification.key_sets().into_iter();
    let sets = sets.map(|set| ("key set", &*set.name));
    let attributes = attribute::names(specification).into_iter();
    let attributes = attributes.map(|name| ("attribute", name));
    let known: Vec<_> = events
        .chain(enumerations)
        .chain(sets)
        .chain(attributes)
        .chain(values)
        .collect();
    let mut names: Vec<_> = known.iter().map(|(_, name)| *name).collect();
    names.sort_unstable();
    names.dedup();
    let close = closest(name, names);
    let remedy = match close.and_then(|close| known.iter().find(|(_, name)| *name == close)) {
        Some((noun, close)) => format!(", did you mean the {noun} `{close}`?"),
        None => "; `events list` shows the events that are, with `--attributes`, `--enumerations` or `--key-sets` \
                 the others"
            .to_owned(),
    };
    format!("no event, attribute, enumeration or key set `{name}` is declared{remedy}")
}

/// What stands above several meanings of a name.
pub(super) fn head(name: &str, found: &[Meaning]) -> String {
    let nouns: Vec<_> = found.iter().map(|one| one.noun(name)).collect();
    format!("{name} is {}", nouns.join(" and "))
}

/// One thing as its model has it; of several, each under what it is.
pub(super) fn json(found: &[Meaning]) -> serde_json::Result<String> {
    if let [one] = found {
        return serde_json::to_string_pretty(one);
    }
    let all = found.iter().map(|one| BTreeMap::from([(one.key(), one)]));
    serde_json::to_string_pretty(&all.collect::<Vec<_>>())
}

impl Serialize for Meaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Event(declaration) => declaration.event.serialize(serializer),
            Self::KeySet(set, _) => set.serialize(serializer),
            Self::Attribute(found, _) => attribute::json(found)
                .map_err(S::Error::custom)?
                .serialize(serializer),
            Self::Enumeration(one) => one.serialize(serializer),
        }
    }
}

impl Meaning {
    pub(super) fn text(&self) -> io::Result<String> {
        let mut out = Vec::new();
        match self {
            Self::Event(declaration) => event::text(&mut out, declaration),
            Self::KeySet(set, specification) => key_set::text(&mut out, set, specification),
            Self::Attribute(found, specification) => {
                attribute::text(&mut out, found, specification)
            }
            Self::Enumeration(one) => vocabulary::text(&mut out, one),
        }?;
        String::from_utf8(out).map_err(io::Error::other)
    }

    /// Its table in Markdown; an attribute has none.
    pub(super) fn markdown(&self) -> Option<String> {
        match self {
            Self::Event(declaration) => Some(event::markdown(declaration)),
            Self::KeySet(set, _) => Some(key_set::markdown(set)),
            Self::Attribute(..) => None,
            Self::Enumeration(one) => Some(vocabulary::markdown(one)),
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Event(_) => "event",
            Self::KeySet(..) => "key_set",
            Self::Attribute(..) => "attribute",
            Self::Enumeration(_) => "enumeration",
        }
    }

    fn noun(&self, name: &str) -> String {
        match self {
            Self::Event(_) => "an event".to_owned(),
            Self::KeySet(..) => "a key set".to_owned(),
            Self::Attribute(..) => "an attribute".to_owned(),
            Self::Enumeration(one) if one.name == name => "an enumeration".to_owned(),
            Self::Enumeration(one) => format!("a value of {}", one.name),
        }
    }
}
