//! A specification as modules of Rust that compile.

use super::described::described;
use super::names::ident;
use super::types::{is_defined, type_of};
use super::{declaration_with, dictionary, family_name, union, vocabulary};
use crate::{Dictionary, Kind, Specification, Union, Vocabulary};

/// A module of Rust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub source: String,
}

impl Module {
    /// The module as an item in another one.
    #[must_use]
    pub fn item(&self) -> String {
        let mut item = format!("pub mod {} {{\n", self.name);
        for line in self.source.lines() {
            if !line.is_empty() {
                item.push_str("    ");
                item.push_str(line);
            }
            item.push('\n');
        }
        item.push_str("}\n");
        item
    }
}

/// A specification as modules that stand beside each other: one for each family, with an `event!`.
///
/// `dictionary` is the path of a module with the declared dictionary of the specification. Without it, the dictionary
/// becomes a module, too, called `dictionary`; enumerations and unions that are not in a declared dictionary are in one called
/// `vocabulary`. The modules compile to the same model. What has no description there says so, since a declaration has one.
#[must_use]
pub fn modules(specification: &Specification, dictionary: Option<&str>) -> Vec<Module> {
    let specification = &described(specification);
    let mut modules = Vec::new();
    let names = &specification.dictionary;
    let values = Values::of(specification, dictionary.is_some());
    if !values.is_empty() {
        modules.push(module("vocabulary", &[], &values.source(specification)));
    }
    let empty =
        names.definitions.is_empty() && names.key_sets.is_empty() && names.messages.is_none();
    if dictionary.is_none() && !empty {
        let uses = if values.is_empty() {
            ""
        } else {
            "super::vocabulary"
        };
        let source = self::dictionary(names);
        modules.push(module("dictionary", &[uses.to_owned()], &source));
    }
    for family in specification.families.iter() {
        let mut uses = Vec::new();
        if !names.definitions.is_empty() {
            uses.push(format!("{}::*", dictionary.unwrap_or("super::dictionary")));
        }
        // What a row carries that the dictionary does not say.
        let rows = family
            .events
            .iter()
            .flat_map(|event| event.attributes.iter());
        for row in rows.filter(|row| row.name != family.tag && !is_defined(row, names)) {
            if let Kind::Enumeration(_) | Kind::Union(_) = row.kind {
                uses.push(format!("super::vocabulary::{}", type_of(&row.kind)));
            }
        }
        uses.sort();
        uses.dedup();
        let name = snake_case(&family_name(family));
        let name = unused(&modules, &name);
        modules.push(module(&name, &uses, &declaration_with(family, names)));
    }
    modules
}

/// A name that no module has.
fn unused(modules: &[Module], name: &str) -> String {
    let mut free = name.to_owned();
    let mut number = 2;
    while modules.iter().any(|module| module.name == free) {
        free = format!("{name}_{number}");
        number += 1;
    }
    free
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut lower = false;
    for letter in name.chars() {
        if letter.is_uppercase() && lower {
            snake.push('_');
        }
        lower = letter.is_lowercase() || letter.is_ascii_digit();
        snake.extend(letter.to_lowercase());
    }
    ident(&snake)
}

/// A module that brings into scope what its macros and types need.
fn module(name: &str, uses: &[String], body: &str) -> Module {
    let words = |line: &str| -> Vec<String> {
        line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .map(str::to_owned)
            .collect()
    };
    let code = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let words: Vec<String> = code.flat_map(words).collect();
    let macros = ["dictionary", "event", "union", "vocabulary"];
    let called = |name: &&str| {
        body.lines()
            .any(|line| line.starts_with(&format!("{name}! {{")))
    };
    let own = [
        "Hex",
        "KeyValueList",
        "Text",
        "Timestamp",
        "Whole",
        "WholeOrNone",
    ];
    let own = own
        .iter()
        .filter(|name| words.iter().any(|word| word == *name));
    let own: Vec<&str> = own
        .chain(macros.iter().filter(|name| called(name)))
        .copied()
        .collect();
    let mut lines: Vec<String> = uses
        .iter()
        .filter(|path| !path.is_empty())
        .map(|path| format!("use {path};"))
        .collect();
    match &*own {
        [] => {}
        [one] => lines.push(format!("use events_core::{one};")),
        own => lines.push(format!("use events_core::{{{}}};", own.join(", "))),
    }
    Module {
        name: name.to_owned(),
        source: format!("{}\n\n{body}", lines.join("\n")),
    }
}

/// The enumerations and unions of a specification, each once.
#[derive(Default)]
struct Values<'s> {
    vocabularies: Vec<&'s Vocabulary>,
    unions: Vec<&'s Union>,
}

impl<'s> Values<'s> {
    /// All of them, or those alone that a declared dictionary does not have.
    fn of(specification: &'s Specification, declared: bool) -> Self {
        let mut values = Self::default();
        if !declared {
            values.of_dictionary(&specification.dictionary);
        }
        for family in specification.families.iter() {
            let rows = family.events.iter().flat_map(|event| &*event.attributes);
            for row in rows.filter(|row| !is_defined(row, &specification.dictionary)) {
                values.add(&row.kind);
            }
        }
        // A union says what its selector carries.
        for union in values.unions.clone() {
            if let Some(selector) = specification.dictionary.get(&union.selector) {
                values.add(&selector.kind);
            }
        }
        values
    }

    fn of_dictionary(&mut self, dictionary: &'s Dictionary) {
        for definition in dictionary.definitions.iter() {
            self.add(&definition.kind);
        }
        for key in dictionary.key_sets.iter().flat_map(|set| set.keys.iter()) {
            for kind in key.kinds.iter() {
                self.add(kind);
            }
        }
        if let Some(messages) = &dictionary.messages {
            self.add_vocabulary(messages);
        }
    }

    fn add(&mut self, kind: &'s Kind) {
        match kind {
            Kind::Enumeration(vocabulary) => self.add_vocabulary(vocabulary),
            Kind::Union(union) => {
                let union: &'s Union = union;
                if !self.unions.iter().any(|known| known.name == union.name) {
                    self.unions.push(union);
                    for member in union.members.iter() {
                        self.add(&member.kind);
                    }
                }
            }
            _ => {}
        }
    }

    fn add_vocabulary(&mut self, vocabulary: &'s Vocabulary) {
        let mut known = self.vocabularies.iter();
        if known.all(|known| known.name != vocabulary.name) {
            self.vocabularies.push(vocabulary);
        }
    }

    fn is_empty(&self) -> bool {
        self.vocabularies.is_empty() && self.unions.is_empty()
    }

    fn source(&self, specification: &Specification) -> String {
        let vocabularies = self.vocabularies.iter().map(|one| vocabulary(one));
        let unions = self.unions.iter().map(|one| {
            let defined = specification.dictionary.get(&one.selector);
            let mut rows = specification
                .families
                .iter()
                .flat_map(|family| family.events.iter())
                .flat_map(|event| event.attributes.iter());
            let row = || {
                rows.find(|row| row.name == one.selector)
                    .map(|row| &row.kind)
            };
            let selector = defined.map(|defined| &defined.kind).or_else(row);
            union(one, selector.unwrap_or(&Kind::Text))
        });
        vocabularies.chain(unions).collect::<Vec<_>>().join("\n")
    }
}
