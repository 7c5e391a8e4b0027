//! Sources with `event!` where a model may stand.

mod run;

use std::fs;
use std::path::PathBuf;

use events_core::families;
use events_core::schema::Specification;
use run::{Run, events};

fn run(arguments: &[&str]) -> Run {
    Run::of(events().args(arguments), &[])
}

/// A directory that is removed in the end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let name = format!("events-source-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().expect("a path that is text").to_owned()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const DOCKS: &str = "\
use events_core::event;
use events_core::tlibrary::dictionary::*;

event! {
    /// What docks report.
    #[dictionary(events_core::tlibrary::DICTIONARY)]
    <Docks>

    /// A dock was looked at.
    DockReported = 912 {
        AgentID[a]  Optional,
        Event       Mandatory,
        ThisDN      Mandatory,
    }
    footnotes {
        /// Nobody works at dock 7.
        [a] if ThisDN == \"7\" { !AgentID }
    }
}
";

#[test]
fn sources_are_a_model() {
    let model = run(&["model", "events-core/src"]);
    assert_eq!((model.status, &*model.err), (0, ""));
    let read: Specification = serde_json::from_str(&model.out).unwrap();
    assert_eq!(read, families::specification());
    let family = run(&["model", "events-core/src/families", "Registration"]);
    assert_eq!(family.out, run(&["model", "Registration"]).out);
}

#[test]
fn every_command_says_of_sources_what_it_says_of_the_declared_events() {
    for arguments in [
        &["list"][..],
        &["show", "EventRegistered"],
        &["sample", "EventRegistered"],
        &["check", "samples/registration.log"],
        &["docs", "Registration"],
        &["schema", "EventRegistered"],
        &["declare", "Registration"],
        &["diff", "declared", "events-core/src"],
    ] {
        let declared = run(arguments);
        let read = run(&[arguments, &["--model", "events-core/src"]].concat());
        assert_eq!(read.status, declared.status, "{arguments:?} {}", read.err);
        assert_eq!(read.out, declared.out, "{arguments:?}");
        assert!(!declared.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_is_declared_is_read() {
    let directory = Directory::new("declared");
    let site = directory.0.join("site");
    let site = site.to_str().unwrap();
    assert_eq!(run(&["declare", "--output", site]).status, 0);
    assert_eq!(run(&["model", site]).out, run(&["model"]).out);
    // In one file the modules are the same.
    let all = directory.file("all.rs", &run(&["declare"]).out);
    assert_eq!(run(&["model", &all]).out, run(&["model"]).out);
}

#[test]
fn several_sources_are_one_model() {
    let directory = Directory::new("several");
    let docks = directory.file("docks.rs", DOCKS);
    let bikes = DOCKS
        .replace("<Docks>", "<Bikes>")
        .replace("DockReported = 912", "BikeReported = 913");
    // What it is shows without an extension, too.
    let bikes = directory.file("bikes", &bikes);
    let list = run(&["list", "--model", &docks, "--model", &bikes]);
    assert_eq!((list.status, &*list.err), (0, ""));
    for name in ["Docks", "DockReported", "Bikes", "BikeReported"] {
        assert!(list.out.contains(name), "{}", list.out);
    }
    let model = directory.file("site.json", &run(&["model", "Registration"]).out);
    let list = run(&["list", "--model", &model, "--model", &docks]);
    assert!(list.out.contains("EventRegistered"), "{}", list.err);
    assert!(list.out.contains("DockReported"), "{}", list.err);
    let twice = run(&["list", "--model", &docks, "--model", &docks]);
    assert_eq!(twice.status, 2);
    assert!(
        twice.err.contains("there are two families `Docks`"),
        "{}",
        twice.err
    );
}

#[test]
fn mistakes_are_told_with_their_places() {
    let directory = Directory::new("mistakes");
    let bad = DOCKS
        .replace("Optional,", "Optinal,")
        .replace("ThisDN ", "ThisDM ");
    let bad = directory.file("docks.rs", &bad);
    let said = run(&["list", "--model", &bad]);
    assert_eq!((said.status, &*said.out), (2, ""));
    let expected = format!(
        "error: {bad} has mistakes, correct them:\n  \
         {bad}:11:21: unknown presence `Optinal`, expected `Mandatory` or `Optional`\n  \
         {bad}:13:9: `ThisDM` is no entry of the dictionary, no vocabulary and no union here, did you mean `ThisDN`?\n"
    );
    assert_eq!(said.err, expected);

    let empty = directory.file("empty.rs", "fn main() {}\n");
    let said = run(&["list", "--model", &empty]);
    assert_eq!(said.err, format!("error: no `event!` stands in {empty}\n"));
    let document = "tests/import/fixtures/tabs.txt";
    let said = run(&["list", "--model", document]);
    assert_eq!(
        said.err,
        format!(
            "error: {document} is a document and no model, `events import {document}` makes a draft of it\n"
        )
    );
}

#[test]
fn declarations_are_imported() {
    let directory = Directory::new("import");
    let docks = directory.file("docks.rs", DOCKS);
    let written = run(&["import", &docks]);
    assert_eq!(written.status, 0);
    assert_eq!(written.err, "1 event, 3 rows, 1 footnote; 0 open\n");
    assert!(
        written.out.contains("    <Docks>\n") && written.out.contains("#[dictionary(DICTIONARY)]"),
        "{}",
        written.out
    );
    let json = run(&["import", &docks, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["open"], serde_json::json!([]));
    assert_eq!(json["specification"]["families"][0]["name"], "Docks");

    // What can be read is kept.
    let bad = directory.file("bad.rs", &DOCKS.replace("ThisDN ", "ThisDM "));
    let written = run(&["import", &bad]);
    assert_eq!(written.status, 1);
    assert!(
        written.err.contains("bad.rs:13:9: `ThisDM` is no entry"),
        "{}",
        written.err
    );
    assert!(written.out.contains("AgentID"), "{}", written.out);

    let same = run(&[
        "import",
        "--check",
        "events-core/src/families/registration.rs",
    ]);
    assert_eq!((same.status, &*same.out, &*same.err), (0, "", ""));
    let changed = directory.file("changed.rs", DOCKS);
    let other = run(&["import", "--check", &docks, "--model", &changed]);
    assert_eq!(other.status, 0, "{}{}", other.out, other.err);
    let mixed = run(&["import", &docks, "tests/import/fixtures/tabs.txt"]);
    assert_eq!(mixed.status, 2);
}

#[test]
fn a_dictionary_stands_in_a_file() {
    let directory = Directory::new("dictionary");
    let names = "\
dictionary! {
    /// Names of docks.
    pub static DICTIONARY = \"Docks\";

    /// The dock.
    ThisDN: u16,
    /// Who works there.
    AgentID: Text,
}
";
    let dictionary = directory.file("dictionary.rs", names);
    let docks = DOCKS.replace("\"7\"", "7");
    let docks = directory.file("docks.rs", &docks);
    let plain = run(&["import", &docks, "--format", "json"]);
    assert!(
        plain.out.contains("`ThisDN` is never the number `7`"),
        "{}",
        plain.out
    );
    let given = run(&[
        "import",
        &docks,
        "--format",
        "json",
        "--dictionary",
        &dictionary,
    ]);
    assert_eq!((given.status, &*given.err), (0, ""), "{}", given.out);
    let both = run(&["list", "--model", &docks, "--model", &dictionary]);
    assert_eq!((both.status, &*both.err), (0, ""));
}

/// What a macro declares depends on its calls, which nobody expands here.
#[test]
fn a_declaration_in_the_rules_of_a_macro_is_told() {
    let directory = Directory::new("rules");
    let body = DOCKS.replace("DockReported = 912", "$name = 913");
    let body = body.lines().skip(3).collect::<Vec<_>>().join("\n        ");
    let rules = format!(
        "{DOCKS}\nmacro_rules! docks {{\n    ($name:ident) => {{\n        {body}\n    }};\n}}\n\ndocks!(DockOpened);\n"
    );
    let rules = directory.file("rules.rs", &rules);
    let docks = directory.file("docks.rs", DOCKS);
    let line = DOCKS.lines().count() + 4;
    let said = format!(
        "{rules}:{line}:9: `event!` in the rules of a macro is not read, write what it declares outside of it"
    );
    for arguments in [
        &["model", &rules][..],
        &["list", "--model", &rules],
        &["show", "DockReported", "--model", &rules],
        &["sample", "DockReported", "--model", &rules],
        &["check", "samples/registration.log", "--model", &rules],
        &["docs", "--model", &rules],
        &["schema", "--model", &rules],
        &["declare", "--model", &rules],
        &["diff", &docks, &rules],
        &[
            "import",
            "--check",
            "samples/registration.log",
            "--model",
            &rules,
        ],
    ] {
        let run = run(arguments);
        assert_eq!((run.status, &*run.out), (2, ""), "{arguments:?}");
        assert!(run.err.contains(&said), "{arguments:?}: {}", run.err);
    }
    // Rules that only hand on what they are given declare nothing, and tests have declarations of their own.
    let forwarding = format!(
        "{DOCKS}\nmacro_rules! event {{ ($($t:tt)*) => {{ $crate::p::event! {{ ($crate) $($t)* }} }}; }}\n\
         #[cfg(test)]\nmacro_rules! docks {{ () => {{ event! {{ <Docks> }} }}; }}\n"
    );
    let forwarding = directory.file("forwarding.rs", &forwarding);
    assert_eq!(
        run(&["model", &forwarding]).out,
        run(&["model", &docks]).out
    );
}
