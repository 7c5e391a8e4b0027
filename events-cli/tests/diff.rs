//! `events diff`.

mod run;

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use events_core::families::registration::Registration;
use events_core::schema::{
    Attribute, Family, Kind, Literal, Member, Presence, Specification, Status, Vocabulary,
};
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

/// A version of which one event has one attribute, besides its name, of this kind.
fn with_kind(name: &str, kind: &Kind, fixed: Option<&Literal>) -> Version {
    Version::new(name, |family| {
        let [event, _] = family.events.to_mut().as_mut_slice() else {
            panic!("two events")
        };
        let rows = event.attributes.to_mut();
        rows.retain(|row| row.kind == Kind::Event);
        rows.push(Attribute {
            name: "Value".into(),
            union: None,
            kind: kind.clone(),
            fixed: fixed.cloned(),
            presence: Presence::Optional,
            marks: Vec::new().into(),
            description: "".into(),
        });
        event.footnotes = Vec::new().into();
        family.events.to_mut().truncate(1);
    })
}

#[test]
fn readers_of_both_versions_confirm_each_proof() {
    let colours = |members: &[(&'static str, i64)], numbered| {
        let member = |(name, number): &(&'static str, i64)| Member {
            name: (*name).into(),
            number: *number,
            description: "".into(),
        };
        Kind::Enumeration(Cow::Owned(Vocabulary {
            name: "Colour".into(),
            description: "".into(),
            numbered,
            members: members.iter().map(member).collect(),
        }))
    };
    let two = colours(&[("Red", 1), ("Green", 2)], true);
    let none = Kind::Integer {
        min: 0,
        max: 9,
        none: Some(0),
    };
    let sixteen = Literal::Integer(16);
    let text = Literal::Text("Blue".into());
    let (hex, whole) = (Kind::Hex { digits: 4 }, Kind::integer(0, 65535));
    let pairs = [
        ((whole.clone(), None), (Kind::integer(0, 100), None)),
        ((whole.clone(), None), (none.clone(), None)),
        ((Kind::integer(0, 9), None), (none, None)),
        ((hex.clone(), None), (whole.clone(), None)),
        ((hex.clone(), Some(&sixteen)), (whole, Some(&sixteen))),
        ((hex, None), (Kind::Hex { digits: 8 }, None)),
        ((Kind::Text, None), (two.clone(), None)),
        ((Kind::Text, Some(&text)), (two.clone(), None)),
        ((Kind::Text, None), (Kind::Time, None)),
        ((Kind::Real, None), (Kind::integer(0, 9), None)),
        (
            (two.clone(), None),
            (colours(&[("Red", 1), ("Green", 2)], false), None),
        ),
        (
            (two.clone(), None),
            (colours(&[("Red", 2), ("Green", 1)], true), None),
        ),
        (
            (colours(&[("Red", 1), ("Rot", 1), ("Green", 2)], true), None),
            (two, None),
        ),
    ];
    let mut proofs = 0;
    for (at, ((before, fixed), (after, other))) in pairs.iter().enumerate() {
        let before = with_kind(&format!("kind-{at}-old"), before, *fixed);
        let after = with_kind(&format!("kind-{at}-new"), after, *other);
        let run = diff(&[before.path(), after.path(), "--format", "json"]);
        assert_eq!(run.status, 1, "{}{}", run.out, run.err);
        let output: Value = serde_json::from_str(&run.out).unwrap();
        for change in output["changes"].as_array().unwrap() {
            for (whom, own, other) in [
                ("producers", &before, &after),
                ("consumers", &after, &before),
            ] {
                let Some(message) = change[whom].get("message") else {
                    continue;
                };
                let check = |version: &Version| {
                    let arguments = ["--model", version.path(), "--input", "json", "-"];
                    Run::stdin(&arguments, message.to_string().as_bytes()).status
                };
                let refused = i32::from(change[whom]["effect"] == "breaks");
                assert_eq!(
                    (check(own), check(other)),
                    (0, refused),
                    "{message}: {change}"
                );
                proofs += 1;
            }
        }
    }
    assert!(proofs > 13, "{proofs}");
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
    let text = source("text.json", "# No model");
    let run = diff(&["nowhere.json", text.path()]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("error: cannot read nowhere.json: "),
        "{}",
        run.err
    );
    assert!(
        run.err.contains(
            "text.json is no model of a specification: expected value at line 1 column 1"
        ),
        "{}",
        run.err
    );
}

/// A source in a file that is removed in the end.
fn source(name: &str, text: &str) -> Version {
    let name = format!("events-diff-{}-{name}", std::process::id());
    let path = std::env::temp_dir().join(name);
    fs::write(&path, text).unwrap();
    Version(path)
}

#[test]
fn sources_are_versions() {
    let before = include_str!("../../events-core/src/families/registration.rs");
    let after = before.replacen(
        "CustomerID                         Optional",
        "CustomerID                         Mandatory",
        1,
    );
    assert_ne!(before, after);
    // As `git show main:src/registration.rs > before.rs` writes it.
    let (before, after) = (source("before.rs", before), source("after.rs", &after));
    let run = diff(&[before.path(), before.path()]);
    assert_eq!(
        (run.status, &*run.out, &*run.err),
        (0, "nothing changed\n", "")
    );
    let run = diff(&[before.path(), after.path()]);
    assert_eq!((run.status, &*run.err), (1, ""));
    assert!(
        run.out.contains("`CustomerID` is Mandatory, was Optional"),
        "{}",
        run.out
    );
    assert!(run.out.contains("breaks producers"), "{}", run.out);
    // A model and a directory are versions beside them.
    let model = old("beside");
    let run = diff(&[model.path(), before.path()]);
    assert_eq!((run.status, &*run.out), (0, "nothing changed\n"));
    let run = diff(&["declared", "events-core/src/families"]);
    assert_eq!((run.status, &*run.out), (0, "nothing changed\n"));
    let bad = source("bad.rs", "event! { <Docks> }");
    let run = diff(&[before.path(), bad.path()]);
    assert_eq!((run.status, &*run.out), (2, ""));
    assert!(
        run.err.contains("bad.rs:1:11: no event is declared"),
        "{}",
        run.err
    );
}

#[test]
fn documents_are_versions() {
    let fixture = |name: &str| format!("tests/import/fixtures/{name}");
    // The document has the events of one family, and is held against this one.
    let run = diff(&[&fixture("tabs.txt"), "declared"]);
    assert!(!run.out.contains("EventRinging"), "{}", run.out);
    assert!(run.out.contains("EventRegistered"), "{}", run.out);

    let run = diff(&[&fixture("open.txt"), &fixture("open.txt")]);
    assert_eq!((run.status, &*run.err), (2, ""), "{}", run.out);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.starts_with("open: "))
            .count(),
        30
    );
    assert_eq!(
        lines.last(),
        Some(
            &"nothing changed in what was understood; 30 open, so that the comparison is not complete"
        )
    );
    let run = diff(&[
        &fixture("open.txt"),
        &fixture("open.txt"),
        "--format",
        "json",
    ]);
    assert_eq!(run.status, 2);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["open"].as_array().map(Vec::len), Some(30));
    let run = diff(&[
        &fixture("open.txt"),
        &fixture("open.txt"),
        "--format",
        "markdown",
    ]);
    assert!(
        run.out.starts_with("## Open\n\n- open.txt: "),
        "{}",
        run.out
    );
}
