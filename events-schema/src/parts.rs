//! What a specification has beside its families and attributes.

use std::borrow::Cow;

use crate::{KeySet, Kind, Specification, Union, Vocabulary};

impl Specification {
    /// The enumerations of its attributes, of members of unions and of keys, by name and each once.
    ///
    /// ```
    /// use std::borrow::Cow;
    ///
    /// use events_schema::{Definition, Dictionary, Kind, List, Member, Specification, Vocabulary};
    ///
    /// let states = Vocabulary {
    ///     name: "DockState".into(),
    ///     description: "State of a dock.".into(),
    ///     numbered: true,
    ///     members: vec![Member { name: "Free".into(), number: 1, description: "Nothing is docked.".into() }].into(),
    /// };
    /// let state = Definition {
    ///     name: "State".into(), description: "State of the dock.".into(), kind: Kind::Enumeration(Cow::Owned(states)),
    ///     number: None, log: List::default(), aliases: List::default(), examples: List::default(),
    ///     obsolete: false, transport: false,
    /// };
    /// let docks = Specification {
    ///     name: "Docks".into(),
    ///     dictionary: Dictionary { name: "Docks".into(), definitions: vec![state].into(), key_sets: List::default(), messages: None },
    ///     families: List::default(),
    /// };
    /// assert_eq!(docks.vocabularies()[0].number_of("Free"), Some(1));
    /// ```
    #[must_use]
    pub fn vocabularies(&self) -> Vec<&Vocabulary> {
        Parts::of(self).vocabularies
    }

    /// The key sets of its dictionary and of its rules, by name and each once.
    ///
    /// ```
    /// use events_schema::{Dictionary, Key, KeySet, Kind, List, Specification};
    ///
    /// let bikes = KeySet {
    ///     name: "BikesOfDock".into(),
    ///     description: "The bikes of a dock.".into(),
    ///     keys: vec![Key {
    ///         name: "bike-%d".into(), kinds: vec![Kind::Text].into(), description: "Id of one bike.".into(),
    ///     }].into(),
    /// };
    /// let docks = Specification {
    ///     name: "Docks".into(),
    ///     dictionary: Dictionary { key_sets: vec![bikes].into(), ..Dictionary::EMPTY },
    ///     families: List::default(),
    /// };
    /// assert!(docks.key_sets()[0].find("bike-7").is_some());
    /// ```
    #[must_use]
    pub fn key_sets(&self) -> Vec<&KeySet> {
        Parts::of(self).key_sets
    }
}

/// The enumerations, unions and key sets of a specification, each once.
#[derive(Default)]
pub(crate) struct Parts<'s> {
    pub(crate) vocabularies: Vec<&'s Vocabulary>,
    pub(crate) unions: Vec<&'s Union>,
    pub(crate) key_sets: Vec<&'s KeySet>,
}

impl<'s> Parts<'s> {
    pub(crate) fn of(specification: &'s Specification) -> Self {
        let mut parts = Self::default();
        for set in specification.dictionary.key_sets.iter() {
            parts.key_set(set);
        }
        for definition in specification.dictionary.definitions.iter() {
            parts.kind(&definition.kind);
        }
        for family in specification.families.iter() {
            for event in family.events.iter() {
                for row in event.attributes.iter() {
                    parts.kind(&row.kind);
                }
                for (_, rule) in event.rules() {
                    for (_, set) in rule.key_sets() {
                        parts.key_set(set);
                    }
                }
            }
        }
        parts.vocabularies.sort_by_key(|one| &one.name);
        parts.unions.sort_by_key(|one| &one.name);
        parts.key_sets.sort_by_key(|one| &one.name);
        parts
    }

    fn kind(&mut self, kind: &'s Kind) {
        match kind {
            Kind::Enumeration(Cow::Borrowed(vocabulary)) => self.vocabulary(vocabulary),
            Kind::Enumeration(Cow::Owned(vocabulary)) => self.vocabulary(vocabulary),
            Kind::Union(union) => {
                let union: &'s Union = union;
                if !self.unions.iter().any(|known| known.name == union.name) {
                    self.unions.push(union);
                    for member in union.members.iter() {
                        self.kind(&member.kind);
                    }
                }
            }
            _ => {}
        }
    }

    fn vocabulary(&mut self, vocabulary: &'s Vocabulary) {
        if !self
            .vocabularies
            .iter()
            .any(|known| known.name == vocabulary.name)
        {
            self.vocabularies.push(vocabulary);
        }
    }

    fn key_set(&mut self, set: &'s KeySet) {
        if !self.key_sets.iter().any(|known| known.name == set.name) {
            self.key_sets.push(set);
            for key in set.keys.iter() {
                for kind in key.kinds.iter() {
                    self.kind(kind);
                }
            }
        }
    }
}
