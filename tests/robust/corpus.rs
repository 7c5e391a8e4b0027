//! Inputs to begin with: samples, fixtures, and the witnesses of all declared events.

use std::fs;
use std::path::{Path, PathBuf};

use events_core::schema::Specification;
use events_core::schema::solve::Answer;
use events_core::schema::witness::{Plausible, Witnesses};
use events_core::tlibrary::DICTIONARY;
use events_core::{Draft, families};

/// Inputs of a target, the small ones first.
pub(crate) fn of(target: &str) -> Vec<Vec<u8>> {
    let mut inputs = match target {
        "ndjson" => [files("samples", "ndjson"), lines(&witnesses(false))].concat(),
        "serde" => witnesses(false),
        "log" => [
            files("samples", "log"),
            shared("samples", "log"),
            lines(&witnesses(true)),
        ]
        .concat(),
        "model" => models(),
        "import" => [
            files("tests/import", "md"),
            files("tests/import", "txt"),
            files("tests/import", "html"),
        ]
        .concat(),
        "rules" => [
            files("events-core/src/families", "rs"),
            files("tests/renamed", "rs"),
            files("tests/ui", "rs"),
        ]
        .concat(),
        target => panic!("no target is called {target}"),
    };
    inputs.sort_by_key(Vec::len);
    inputs.dedup();
    assert!(!inputs.is_empty(), "{target} has inputs");
    inputs
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files with an ending in a directory of the workspace, and below it.
fn files(directory: &str, ending: &str) -> Vec<Vec<u8>> {
    collect(&root().join(directory), ending)
}

/// The same beside the workspace, where it is at hand.
fn shared(directory: &str, ending: &str) -> Vec<Vec<u8>> {
    let path = root().join("../shared").join(directory);
    if path.is_dir() {
        collect(&path, ending)
    } else {
        eprintln!("skipped: real fragments are not at hand ({directory})");
        Vec::new()
    }
}

fn collect(directory: &Path, ending: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(directory) else {
        return Vec::new();
    };
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(collect(&path, ending));
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(fs::read(&path).expect("a file can be read"));
        }
    }
    found
}

/// For each declared event a message that conforms and those that break it, as JSON or as a log.
fn witnesses(log: bool) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for declaration in families::declarations() {
        let witnesses =
            Witnesses::new(declaration.event, declaration.dictionary).expect("a solver");
        let mut values = Plausible::new(1);
        let mut messages = vec![
            witnesses
                .full(&mut values)
                .expect("an answer")
                .expect("a message"),
        ];
        for violating in witnesses.violating(&mut values).expect("answers") {
            if let Answer::Message(message) = violating.answer {
                messages.push(message);
            }
        }
        for message in messages {
            let draft = Draft::of(&declaration, &message);
            all.push(if log {
                draft.to_log().into_bytes()
            } else {
                serde_json::to_vec(&draft).expect("a message can be written")
            });
        }
    }
    all
}

/// A few messages at a time.
fn lines(messages: &[Vec<u8>]) -> Vec<Vec<u8>> {
    messages.chunks(5).map(|chunk| chunk.join(&b'\n')).collect()
}

/// A model of each declared family.
fn models() -> Vec<Vec<u8>> {
    let mut families: Vec<_> = families::declarations().map(|one| one.family).collect();
    families.dedup_by_key(|family| &family.name);
    let model = |family: &events_core::schema::Family| {
        let mut dictionary = DICTIONARY.clone();
        dictionary.definitions.to_mut().truncate(2);
        let specification = Specification {
            name: "T-Library".into(),
            dictionary,
            families: vec![family.clone()].into(),
        };
        serde_json::to_vec(&specification).expect("a model can be written")
    };
    families.into_iter().map(model).collect()
}

/// Writes the inputs to where `EVENTS_CORPUS` says, for cargo-fuzz.
#[test]
fn corpus_is_written() {
    let directory = std::env::var_os("EVENTS_CORPUS").map(|path| root().join(path));
    let mut count = 0;
    for (target, _) in super::targets::TARGETS {
        for (number, input) in of(target).iter().enumerate() {
            count += 1;
            if let Some(directory) = &directory {
                let directory = directory.join(target);
                fs::create_dir_all(&directory).expect("a directory");
                fs::write(directory.join(number.to_string()), input).expect("a file");
            }
        }
    }
    println!("{count} inputs");
    assert!(count > 500);
}
