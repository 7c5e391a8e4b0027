//! `events diff`.

mod run;

use std::fs;
use std::path::PathBuf;

use events_core::families::registration::Registration;
use events_core::schema::{Family, Presence, Specification, Status};
use events_core::tlibrary::DICTIONARY;
use expect_test::expect_file;
use run::{Run, events};
use serde_json::Value;

fn diff(arguments: &[&str]) -> Run {
    Run::of(events().arg("diff").args(arguments), &[])
}

/// A version of the Registration family in a file that is removed in the end.
struct Version(PathBuf);

impl Version {
    fn new(name: &str, change: impl FnOnce(&mut Family)) -> Self {
        let mut family = Registration::FAMILY.clone();
        change(&mut family);
        let specification = Specification {
            name: "T-Library".into(),
            dictionary: DICTIONARY.clone(),
            families: vec![family].into(),
        };
        let name = format!("events-diff-{}-{name}.json", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::write(&path, serde_json::to_string(&specification).unwrap()).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path that is text")
    }
}

impl Drop for Version {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn old(name: &str) -> Version {
    Version::new(name, |_| {})
}

fn changed(name: &str) -> Version {
    Version::new(name, |family| {
        family.source.edition = "5/1/2026".into();
        let [registered, unregistered] = family.events.to_mut().as_mut_slice() else {
            panic!("two events")
        };
        let rows = registered.attributes.to_mut();
        rows[1].presence = Presence::Mandatory;
        rows[8].presence = Presence::Optional;
        let footnote = &mut registered.footnotes.to_mut()[0];
        footnote.status = Status::Unread;
        footnote.rules.to_mut().clear();
        unregistered.attributes.to_mut().swap(0, 1);
    })
}

#[test]
fn nothing_changed() {
    let version = old("same");
    let run = diff(&[version.path(), version.path()]);
    assert_eq!(
        (run.status, &*run.out, &*run.err),
        (0, "nothing changed\n", "")
    );
}

#[test]
fn changes_have_proofs() {
    let (before, after) = (old("text-old"), changed("text-new"));
    let run = diff(&[before.path(), after.path()]);
    assert_eq!((run.status, &*run.err), (1, ""));
    expect_file!["golden/diff.txt"].assert_eq(&run.out);
    let run = diff(&[before.path(), after.path(), "--format", "markdown"]);
    assert_eq!(run.status, 1);
    expect_file!["golden/diff.md"].assert_eq(&run.out);
}

#[test]
fn proofs_are_what_they_say() {
    let (before, after) = (old("json-old"), changed("json-new"));
    let run = diff(&[before.path(), after.path(), "--format", "json"]);
    let output: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        (output["producers"].clone(), output["consumers"].clone()),
        (1.into(), 2.into())
    );
    let changes = output["changes"].as_array().unwrap();
    let codes: Vec<_> = changes
        .iter()
        .map(|change| change["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "source",
            "presence",
            "presence",
            "rule-removed",
            "footnote",
            "reordered"
        ]
    );
    // The declared events are the old version: it takes what breaks producers, and refuses what breaks consumers.
    for change in changes {
        for (whom, status) in [("producers", 0), ("consumers", 1)] {
            if let Some(message) = change[whom].get("message") {
                let run = Run::stdin(&["-"], message.to_string().as_bytes());
                assert_eq!(run.status, status, "{message}");
            }
        }
    }
}

#[test]
fn one_side_may_break() {
    let before = old("side-old");
    let after = Version::new("side-new", |family| {
        family.events.to_mut()[0].attributes.to_mut()[8].presence = Presence::Optional;
    });
    let whose = |whose| diff(&[before.path(), after.path(), "--breaks", whose]).status;
    assert_eq!(
        [whose("any"), whose("producers"), whose("consumers")],
        [1, 0, 1]
    );
}

#[test]
fn the_declared_events_are_a_version() {
    let run = diff(&["declared", "declared"]);
    assert_eq!((run.status, &*run.out), (0, "nothing changed\n"));
}

#[test]
fn what_is_no_model_is_refused() {
    let run = diff(&["nowhere.json", "README.md"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("error: cannot read nowhere.json: "),
        "{}",
        run.err
    );
    assert!(
        run.err.contains(
            "error: README.md is no model of a specification: expected value at line 1 column 1"
        ),
        "{}",
        run.err
    );
}
