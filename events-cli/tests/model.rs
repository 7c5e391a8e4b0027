//! `events model`, and `--model` on every command.

mod run;

use std::fs;
use std::path::PathBuf;

use events_core::families;
use events_core::schema::{Clause, Condition, Key, KeySet, Kind, Specification, Term};
use run::{Run, events};

fn run(arguments: &[&str]) -> Run {
    Run::of(events().args(arguments), &[])
}

/// A file that is removed in the end.
struct File(PathBuf);

impl File {
    fn new(name: &str, content: &str) -> Self {
        let name = format!("events-model-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::write(&path, content).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path that is text")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn declared_families_come_back_as_they_were() {
    let written = run(&["model"]);
    assert_eq!((written.status, &*written.err), (0, ""));
    let read: Specification = serde_json::from_str(&written.out).unwrap();
    assert_eq!(read, families::specification());
    assert_eq!(read.faults(), []);
}

#[test]
fn every_command_says_of_a_loaded_model_what_it_says_of_the_declared_one() {
    let model = File::new("all.json", &run(&["model"]).out);
    for arguments in [
        &["list"][..],
        &["show", "EventRegistered"],
        &["show", "53", "--format", "json"],
        &["sample", "EventRegistered", "--violating"],
        &["check", "samples/registration.log"],
        &["check", "--notes", "deny", "samples/registration.ndjson"],
        &["check", "samples/calls.log"],
        &["diff", "declared", model.path()],
        &["model"],
    ] {
        let (declared, loaded) = (
            run(arguments),
            run(&[arguments, &["--model", model.path()]].concat()),
        );
        assert_eq!(loaded.status, declared.status, "{arguments:?}");
        assert_eq!(loaded.out, declared.out, "{arguments:?}");
        assert!(!declared.out.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_model_of_one_family_knows_its_events_alone() {
    let model = run(&["model", "Registration"]);
    let file = File::new("registration.json", &model.out);
    let list = run(&["--model", file.path(), "list"]);
    assert!(list.out.contains("EventRegistered"), "{}", list.out);
    assert!(!list.out.contains("EventRinging"), "{}", list.out);
    let show = run(&["show", "EventRinging", "--model", file.path()]);
    assert_eq!(show.status, 2);
    assert!(
        show.err.contains(" `EventRinging` is declared; "),
        "{}",
        show.err
    );
    let unknown = run(&["model", "Registrations"]);
    assert_eq!(unknown.status, 2);
    assert_eq!(
        unknown.err,
        "error: no family or event `Registrations` is declared, did you mean `Registration`?\n"
    );
}

#[test]
fn a_bad_file_is_refused_with_its_place() {
    let text = File::new(
        "text.json",
        "{\n  \"name\": \"Docks\",\n  \"familys\": []\n}\n",
    );
    let said = run(&["list", "--model", text.path()]);
    assert_eq!((said.status, &*said.out), (2, ""));
    let expected = format!(
        "error: {} is no model of a specification: unknown field `familys`, \
         expected one of `name`, `dictionary`, `families` at line 3 column 11\n",
        text.path()
    );
    assert_eq!(said.err, expected);

    // Each typo is told at once, with its event and row and where it stands in the file.
    let good = run(&["model", "Registration"]).out;
    let line = |text: &str, what: &str| 1 + text[..text.find(what).unwrap()].matches('\n').count();
    let mut bad = good.clone();
    for (from, to) in [
        ("\"presence\": \"Optional\"", "\"presence\": \"Optionel\""),
        ("\"status\": \"Partly\"", "\"status\": \"Partially\""),
        ("\"log\"", "\"logs\""),
    ] {
        assert!(bad.contains(from), "{from}");
        bad = bad.replacen(from, to, 1);
    }
    let typos = File::new("typos.json", &bad);
    let said = run(&["list", "--model", typos.path()]);
    assert_eq!((said.status, &*said.out), (2, ""));
    let lines: Vec<_> = said.err.lines().collect();
    assert_eq!(lines.len(), 4, "{}", said.err);
    assert!(
        lines[0].ends_with(" has mistakes, correct them:"),
        "{}",
        lines[0]
    );
    for (said, begins, at) in [
        (
            lines[1],
            "  dictionary, AgentID: unknown field `logs`",
            "\"logs\"",
        ),
        (
            lines[2],
            "  Registration/EventRegistered, row AgentID: unknown variant `Optionel`, expected `Mandatory` or `Optional`",
            "Optionel",
        ),
        (
            lines[3],
            "  Registration/EventRegistered[b]: unknown variant `Partially`",
            "Partially",
        ),
    ] {
        assert!(said.starts_with(begins), "{said}");
        let at = format!(" at line {} column ", line(&bad, at));
        assert!(said.contains(&at), "{at} in {said}");
    }

    let bad = good.replacen("\"letter\": \"a\"", "\"letter\": \"q\"", 1);
    let marked = File::new("marked.json", &bad);
    for arguments in [&["list", "--model"][..], &["diff", "declared"]] {
        let said = run(&[arguments, &[marked.path()]].concat());
        assert_eq!(said.status, 2);
        assert!(
            said.err
                .contains("row AgentID: footnote `q` is not defined"),
            "{}",
            said.err
        );
    }
    let said = run(&["list", "--model", "no/such.json"]);
    assert_eq!(said.status, 2);
    assert!(
        said.err.starts_with("error: cannot read no/such.json: "),
        "{}",
        said.err
    );
}

/// With the dictionary of T-Library in scope a key set that is not in it would be no name.
#[test]
fn a_key_set_that_only_a_rule_has_is_declared() {
    let mut registration: Specification =
        serde_json::from_str(&run(&["model", "Registration"]).out).unwrap();
    let site = KeySet {
        name: "SiteKeys".into(),
        description: "What the site adds.".into(),
        keys: vec![Key {
            name: "SITE".into(),
            kinds: vec![Kind::Text].into(),
            description: "The name of the site.".into(),
        }]
        .into(),
    };
    let families = registration.families.to_mut();
    let event = &mut families[0].events.to_mut()[0];
    let rules = event
        .footnotes
        .to_mut()
        .iter_mut()
        .find(|note| !note.rules.is_empty());
    let extensions = Term {
        attribute: "Extensions".into(),
        key: None,
    };
    let follows = Condition::Follows(extensions, std::borrow::Cow::Owned(site.clone()));
    rules.expect("a rule").rules.to_mut()[0].clause = Clause::Assert(follows);
    let model = File::new("site.json", &serde_json::to_string(&registration).unwrap());
    let declared = run(&["declare", "--model", model.path()]);
    assert_eq!((declared.status, &*declared.err), (0, ""));
    assert!(declared.out.contains("keys SiteKeys {"), "{}", declared.out);
    let source = File::new("site.rs", &declared.out);
    let read = run(&["model", source.path()]);
    assert_eq!((read.status, &*read.err), (0, ""));
    let read: Specification = serde_json::from_str(&read.out).unwrap();
    registration.dictionary.key_sets.to_mut().push(site);
    assert_eq!(read, registration);
}
