//! `events docs`, `events schema` and `events declare`: what they write, and whether it is still so.

mod run;

use std::fs;
use std::path::PathBuf;

use expect_test::expect_file;
use run::{Run, events};
use serde_json::Value;

fn run(arguments: &[&str]) -> Run {
    Run::of(events().args(arguments), &[])
}

/// A directory that is removed in the end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let name = format!("events-docs-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self, file: &str) -> String {
        let path = self.0.join(file);
        path.to_str().expect("a path that is text").to_owned()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_family_as_each_exporter_has_it() {
    for (arguments, golden) in [
        (
            &["schema", "EventUnregistered"][..],
            expect_file!["golden/schema.json"],
        ),
        (
            &["schema", "EventUnregistered", "--strict"],
            expect_file!["golden/schema.strict.json"],
        ),
        (
            &["declare", "Registration"],
            expect_file!["golden/declare.rs"],
        ),
    ] {
        let run = run(arguments);
        assert_eq!((run.status, &*run.err), (0, ""), "{arguments:?}");
        golden.assert_eq(&run.out);
    }
}

/// The reference but for the enumerations, and one of these.
#[test]
fn a_family_in_markdown() {
    let text = run(&["docs", "Registration"]).out;
    let (text, enumerations) = text.split_once("\n## Enumerations\n").unwrap();
    expect_file!["golden/docs.md"].assert_eq(text);
    assert!(text.contains("| `CallType` | [a value of TCallType](#tcalltype) |"));
    let (_, modes) = enumerations.split_once("\n### TAgentWorkMode\n").unwrap();
    let (modes, _) = modes.split_once("\n### ").unwrap();
    expect_file!["golden/vocabulary.md"].assert_eq(modes);
    let (_, sets) = enumerations.split_once("\n## Key sets\n").unwrap();
    expect_file!["golden/key_sets.md"].assert_eq(sets);
}

/// The page but for its style, its script and what it has of the dictionary.
#[test]
fn a_family_in_html() {
    let page = run(&["docs", "Negative-Response", "--format", "html"]).out;
    let (_, page) = page.split_once("<main").unwrap();
    let (page, _) = page.split_once("<section id=\"attributes\"").unwrap();
    expect_file!["golden/docs.html"].assert_eq(&format!("<main{page}"));
    let page = run(&["docs", "EventTreatmentEnd", "--format", "html"]).out;
    for part in [
        "follows <a href=\"#keyset.TreatmentResult\"><code>TreatmentResult</code></a>",
        "<section class=\"values\" id=\"keyset.TreatmentResult\"",
        "<dt>INTERRUPTED</dt>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_check_names_the_line_and_the_command_that_mends_it() {
    let directory = Directory::new("check");
    for (arguments, file) in [
        (&["docs", "Registration"][..], "events.md"),
        (&["docs", "Registration"], "events.html"),
        (&["schema", "Registration"], "events.json"),
        (&["declare", "Registration"], "events.rs"),
    ] {
        let path = directory.path(file);
        let write = [arguments, &["--output", &path]].concat();
        let check = [&write[..], &["--check"]].concat();
        let missing = run(&check);
        assert_eq!(missing.status, 1, "{file}");
        let help = format!("help: `events {}` mends it\n", write.join(" "));
        assert_eq!(missing.err, format!("error: {path} is not there\n{help}"));

        assert_eq!(run(&write).status, 0);
        let same = run(&check);
        assert_eq!((same.status, &*same.out, &*same.err), (0, "", ""));

        let text = fs::read_to_string(&path).unwrap();
        let (first, rest) = text.split_once('\n').unwrap();
        fs::write(&path, format!("{first}\nchanged{rest}")).unwrap();
        let stale = run(&check);
        assert_eq!(stale.status, 1);
        assert_eq!(
            stale.err,
            format!("error: {path} is out of date from line 2 on\n{help}")
        );
        assert!(fs::read_to_string(&path).unwrap().contains("changed"));
        assert_eq!(run(&write).status, 0);
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn the_extension_says_the_format() {
    let directory = Directory::new("format");
    let html = "<!DOCTYPE html>";
    for (file, format, begins) in [
        ("a.html", None, html),
        ("a.HTM", None, html),
        ("a.md", None, "# T-Library"),
        ("a.txt", None, "# T-Library"),
        ("a.txt", Some("html"), html),
        ("a.md", Some("markdown"), "# T-Library"),
    ] {
        let path = directory.path(file);
        let format: Vec<_> = format.iter().flat_map(|name| ["--format", *name]).collect();
        let arguments = [&["docs", "Registration", "--output", &path], &format[..]].concat();
        let run = run(&arguments);
        assert_eq!((run.status, &*run.err), (0, ""), "{arguments:?}");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(begins), "{arguments:?}");
    }
    let path = directory.path("b.html");
    let run = run(&["docs", "--output", &path, "--format", "markdown"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: a file `.html` is not written in the format markdown, leave out `--format` or name another file\n"
    );
    assert!(!PathBuf::from(path).exists());
}

#[test]
fn a_reference_in_a_directory_is_one_file() {
    let directory = Directory::new("reference");
    for (path, format, file) in [
        (directory.path("new"), "markdown", "events.md"),
        (directory.path(""), "html", "events.html"),
    ] {
        let run = run(&["docs", "--output", &path, "--format", format]);
        assert_eq!((run.status, &*run.err), (0, ""));
        assert!(PathBuf::from(path).join(file).is_file());
    }
}

#[test]
fn a_directory_has_a_file_for_each() {
    let directory = Directory::new("each");
    let schemas = directory.path("schemas");
    let write = ["schema", "Registration", "--output", &schemas];
    assert_eq!(run(&write).status, 0);
    let names = || {
        let mut names: Vec<_> = fs::read_dir(&schemas)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["EventRegistered.json", "EventUnregistered.json"]);
    for name in names() {
        let text = fs::read_to_string(PathBuf::from(&schemas).join(&name)).unwrap();
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema["title"], name.strip_suffix(".json").unwrap());
    }
    let stray = PathBuf::from(&schemas).join("EventGone.json");
    fs::write(&stray, "{}").unwrap();
    let check = run(&[&write[..], &["--check"]].concat());
    assert_eq!(check.status, 1);
    assert_eq!(
        check.err,
        format!(
            "error: {} is of nothing that is declared, remove it\n",
            stray.display()
        )
    );

    let declared = directory.path("declared");
    let write = ["declare", "Registration", "General", "--output", &declared];
    assert_eq!(run(&write).status, 0);
    let list = fs::read_to_string(PathBuf::from(&declared).join("mod.rs")).unwrap();
    assert_eq!(list, "pub mod registration;\npub mod general;\n");
}

#[test]
fn what_cannot_be_written_is_said() {
    let directory = Directory::new("blocked");
    let file = directory.path("file.md");
    fs::write(&file, "").unwrap();
    let run = run(&["docs", "--output", &format!("{file}/events.md")]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: cannot write "), "{}", run.err);
}
