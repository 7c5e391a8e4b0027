//! The faults of dictionaries, key sets and kinds.

use super::{Faults, Once, Wrong};
use crate::demand::takes_example;
use crate::{Dictionary, KeySet, Kind, Literal, Union, Vocabulary};

impl<'m> Faults<'m> {
    pub(super) fn dictionary(&mut self, dictionary: &'m Dictionary) {
        let mut names = Once::new("definitions of");
        for definition in dictionary.definitions.iter() {
            self.at("dictionary");
            self.name("a definition", &definition.name);
            self.at(&format!("dictionary, {}", definition.name));
            for name in std::iter::once(&definition.name).chain(definition.aliases.iter()) {
                self.once(&mut names, name);
            }
            self.kind(&definition.kind);
            for example in definition.examples.iter() {
                if !takes_example(&definition.kind, example) {
                    self.push(Wrong::Value {
                        attribute: definition.name.to_string(),
                        value: format!("the example {example:?}"),
                        kind: definition.kind.name(),
                    });
                }
            }
        }
        let mut sets = Once::new("key sets");
        for set in dictionary.key_sets.iter() {
            self.at("dictionary");
            self.once(&mut sets, &set.name);
            self.at(&format!("dictionary, {}", set.name));
            self.key_set(set);
        }
        if let Some(messages) = &dictionary.messages {
            self.at("dictionary, messages");
            self.vocabulary(messages);
        }
    }

    pub(super) fn key_set(&mut self, set: &'m KeySet) {
        self.name("a key set", &set.name);
        self.one_key_set(set);
        if set.keys.is_empty() {
            self.push(Wrong::Empty("key"));
        }
        let mut keys = Once::new("keys");
        for key in set.keys.iter() {
            self.name("a key", &key.name);
            self.once(&mut keys, &key.name);
            if key.kinds.is_empty() {
                self.push(Wrong::Empty("kind of a key"));
            }
            for kind in key.kinds.iter() {
                self.kind(kind);
            }
        }
    }

    pub(super) fn kind(&mut self, kind: &'m Kind) {
        match kind {
            Kind::Integer { min, max, none } => {
                if min > max {
                    self.push(Wrong::Kind(
                        "the smallest whole number is above the largest, swap them",
                    ));
                }
                if none.is_some_and(|none| !(*min..=*max).contains(&none)) {
                    self.push(Wrong::Kind(
                        "the number that stands for absence is not between the bounds, widen them",
                    ));
                }
            }
            Kind::Hex { digits } if !(1..=16).contains(digits) => {
                self.push(Wrong::Kind("an id in hexadecimal has 1 to 16 digits"));
            }
            Kind::Enumeration(vocabulary) => {
                self.one_type(&vocabulary.name, kind);
                self.vocabulary(vocabulary);
            }
            Kind::Union(union) => {
                self.one_type(&union.name, kind);
                self.union(union);
            }
            _ => {}
        }
    }

    fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        self.name("an enumeration", &vocabulary.name);
        if vocabulary.members.is_empty() {
            self.push(Wrong::Empty("member of the enumeration"));
        }
        // Members may share a number, but not a name.
        let mut names = Once::new("members");
        for member in vocabulary.members.iter() {
            self.name("a member of an enumeration", &member.name);
            self.once(&mut names, &member.name);
        }
    }

    fn union(&mut self, union: &'m Union) {
        self.name("a union", &union.name);
        self.name("the attribute that chooses the member", &union.selector);
        if union.members.is_empty() {
            self.push(Wrong::Empty("member of the union"));
        }
        let mut names = Once::new("members");
        let mut choices = Once::new("members chosen by");
        for member in union.members.iter() {
            self.name("a member of a union", &member.name);
            self.once(&mut names, &member.name);
            match &member.kind {
                Kind::Event | Kind::Union(_) | Kind::List | Kind::Time => {
                    self.push(Wrong::Kind(
                        "a member of a union is a text, a number, true or false, or a value of an enumeration",
                    ));
                }
                kind => self.kind(kind),
            }
            for literal in member.chosen_by.iter() {
                let choice = match literal {
                    Literal::Member { number, .. } => number.to_string(),
                    literal => literal.to_string(),
                };
                self.once(&mut choices, &choice);
            }
        }
    }
}
