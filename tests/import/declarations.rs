//! Declarations become the model that they were written from.

use std::fs;
use std::path::Path;

use events_core::families;
use events_core::tlibrary::{self, DICTIONARY};
use events_schema::{Dictionary, Specification, export};
use events_syntax::read::{Read, Scope, Source, read};
use proptest::prelude::*;

use crate::generated;

/// A model as files of a directory, in the order of their names.
pub(crate) fn sources(specification: &Specification, dictionary: Option<&str>) -> Vec<Source> {
    let modules = export::modules(specification, dictionary);
    let list = modules
        .iter()
        .map(|module| format!("pub mod {};\n", module.name));
    let mut sources = vec![Source {
        name: "site/mod.rs".to_owned(),
        text: list.collect(),
    }];
    sources.extend(modules.into_iter().map(|module| Source {
        name: format!("site/{}.rs", module.name.trim_start_matches("r#")),
        text: module.source,
    }));
    sources.sort_by(|one, other| one.name.cmp(&other.name));
    sources
}

fn without_dictionary() -> Scope {
    Scope::new(Dictionary::EMPTY)
}

/// Fails unless what was read is a model without mistakes; says what differs first.
fn assert_read(read: &Read, expected: &Specification) {
    let mistakes: Vec<_> = read.mistakes.iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    let read = &read.specification;
    let pairs = read.families.iter().zip(expected.families.iter());
    for (read, expected) in pairs.flat_map(|(one, other)| one.events.iter().zip(&*other.events)) {
        assert_eq!(read, expected);
    }
    assert_eq!(read.dictionary, expected.dictionary);
    assert_eq!(read, expected);
    assert_eq!(read.faults(), []);
}

#[test]
fn declared_families_come_back() {
    let all = families::specification();
    assert!(all.families.len() >= 13);
    assert_read(&read(&sources(&all, None), &without_dictionary()), &all);
    let known = "events_core::tlibrary::dictionary";
    let scope = Scope::new(DICTIONARY.clone());
    assert_read(&read(&sources(&all, Some(known)), &scope), &all);
    for family in all.families.iter() {
        let alone = Specification {
            families: vec![family.clone()].into(),
            ..all.clone()
        };
        assert_read(&read(&sources(&alone, Some(known)), &scope), &alone);
    }
}

/// All files of Rust in a directory and those below it.
fn files(directory: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut waiting = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(directory),
    ];
    while let Some(path) = waiting.pop() {
        for entry in fs::read_dir(path).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                let name = path.display().to_string();
                sources.push(Source { name, text });
            }
        }
    }
    sources.sort_by(|one, other| one.name.cmp(&other.name));
    sources
}

/// The families of this workspace with their dictionary, as they stand in its sources and as they were compiled.
#[test]
fn the_sources_are_what_is_compiled_of_them() {
    let compiled = families::specification();
    let mut scope = Scope::new(DICTIONARY.clone());
    let types = tlibrary::types();
    scope.types = types.map(|(name, kind)| (name.to_owned(), kind)).collect();
    assert_read(&read(&files("events-core/src/families"), &scope), &{
        // Without `families.rs`, they stand in the order of their files.
        let mut sorted = compiled.clone();
        sorted.families.to_mut().sort_by_key(|family| {
            let file = family.events[0].name.clone();
            file_of(&file)
        });
        sorted
    });
    assert_read(&read(&files("events-core/src"), &scope), &compiled);
}

/// The file that declares an event.
fn file_of(event: &str) -> String {
    let declares = |source: &&Source| {
        let mut words = source.text.split_whitespace();
        words.any(|word| word == event) && source.text.contains(&format!("    {event} = "))
    };
    let files = files("events-core/src/families");
    files.iter().find(declares).expect(event).name.clone()
}

#[test]
fn a_private_model_comes_back() {
    let text = include_str!("../suite/export/private.json");
    let model: Specification = serde_json::from_str(text).expect("a model");
    assert_read(&read(&sources(&model, None), &without_dictionary()), &model);
}

#[test]
fn a_name_of_the_dictionary_is_looked_for_in_it() {
    let mistakes = |dock: &str, family: &str, row: &str| -> Vec<String> {
        let text = format!(
            "dictionary! {{\n/// D.\npub static DICTIONARY = \"D\";\n/// K.\nkind: event,\n/// N.\ndock: {dock},\n}}\n\
             event! {{\n/// F.\n{family}\n<F>\n/// E.\nE {{ {row} dock Mandatory, }}\n}}\n"
        );
        let name = "site.rs".to_owned();
        let read = read(&[Source { name, text }], &without_dictionary());
        read.mistakes.iter().map(ToString::to_string).collect()
    };
    let named = "#[tag(kind)] #[dictionary(site::DICTIONARY)]";
    assert_eq!(mistakes("u16", named, "kind Mandatory,"), [] as [String; 0]);
    let misspelt = "#[tag(kind)] #[dictionary(site::DICTIONRY)]";
    assert_eq!(
        mistakes("u16", misspelt, "kind Mandatory,"),
        ["site.rs:11:27: `DICTIONRY` is no dictionary here, did you mean `DICTIONARY`?"]
    );
    // What is wrong with the entry is not said of the rows, too.
    let unknown = mistakes("u61", named, "kind Mandatory,");
    assert!(
        matches!(&*unknown, [one] if one.starts_with("site.rs:7:7: `u61`")),
        "{unknown:?}"
    );
    assert_eq!(
        mistakes("u16", "#[dictionary(DICTIONARY)]", "kind Mandatory,"),
        [
            "site.rs:14:5: `kind` holds the event's name, write `#[tag(kind)]` above the family or a type behind it"
        ]
    );
}

/// The modules of a file may stand in it.
#[test]
fn a_single_file_is_as_good() {
    let model: Specification =
        serde_json::from_str(include_str!("../suite/export/private.json")).expect("a model");
    let items = export::modules(&model, None);
    let text = items.iter().map(export::Module::item).collect();
    let name = "site.rs".to_owned();
    assert_read(
        &read(&[Source { name, text }], &without_dictionary()),
        &model,
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn generated_specifications_come_back(model in generated::specification()) {
        let read = read(&sources(&model, None), &without_dictionary());
        assert_read(&read, &model);
    }
}

/// Declarations that were cut anywhere are answered.
#[test]
fn a_declaration_cut_at_every_byte_is_answered() {
    let union = "union! {\n    /// What was measured.\n    pub Reading by Dock: u16 {\n        /// In percent.\n        Charge: u8 = [1, 2],\n    }\n}\n";
    let text = format!("{union}{}", include_str!("../renamed/lib.rs"));
    let (mut whole, mut refused) = (0, 0);
    for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
        let text = text[..end].to_owned();
        // What is open is closed, so that the declaration itself is looked at.
        let mut closed = text.clone();
        closed.extend(open(&text).iter().rev());
        for text in [text, closed] {
            let name = "site.rs".to_owned();
            let read = read(&[Source { name, text }], &without_dictionary());
            if read.mistakes.is_empty() {
                whole += 1;
            } else {
                refused += 1;
            }
        }
    }
    println!("{whole} cuts without a mistake, {refused} refused");
    assert!(refused > text.len() && whole > 0);
}

/// The brackets that a text leaves open, closed.
fn open(text: &str) -> Vec<char> {
    let mut open = Vec::new();
    let (mut quoted, mut comment) = (false, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => comment = false,
            _ if comment => {}
            '\\' if quoted => drop(letters.next()),
            '"' => quoted = !quoted,
            _ if quoted => {}
            '/' if letters.peek() == Some(&'/') => comment = true,
            '{' => open.push('}'),
            '[' => open.push(']'),
            '(' => open.push(')'),
            '}' | ']' | ')' => drop(open.pop()),
            _ => {}
        }
    }
    if quoted {
        open.push('"');
    }
    if comment {
        open.push('\n');
    }
    open
}
