//! Input in which there is nothing to check: it must not pass for input without violations.

mod run;

use std::fs;
use std::path::PathBuf;

use run::{Run, check};

const VALID: &str = r#"{"Event":"EventUnregistered","ReferenceID":140,"Server":65200,"ThisDN":"7001","time":"2026-03-02T08:00:00Z"}"#;
const STARTED: &str = "2026-03-02T09:00:01.220 Std 05060 Application started\n";

/// Files of these contents in a directory of this test's own.
fn files(name: &str, contents: &[&str]) -> Vec<String> {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&directory).unwrap();
    let files = contents.iter().enumerate().map(|(at, text)| {
        let path = directory.join(format!("{at}.log"));
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    });
    files.collect()
}

fn check_all(files: &[String], arguments: &[&str]) -> Run {
    let files = files.iter().map(String::as_str);
    check(&files.chain(arguments.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn input_without_an_event_is_no_success() {
    for input in ["", "\n\n", "\u{feff}", STARTED] {
        for arguments in [&[][..], &["-q"], &["--input", "json"]] {
            if input == STARTED && arguments.len() == 2 {
                continue;
            }
            let run = Run::stdin(arguments, input.as_bytes());
            assert_eq!(
                (run.status, &*run.err),
                (2, "error: stdin: nothing was checked: it holds no event\n"),
                "{input:?}"
            );
            assert_eq!(
                run.out.lines().last(),
                Some("nothing was checked: 1 file"),
                "{input:?}"
            );
        }
    }
    // The summary has no line that says nothing.
    assert_eq!(Run::stdin(&[], b"").out, "nothing was checked: 1 file\n");
}

#[test]
fn all_input_together_decides() {
    let paths = files("together", &["", STARTED, VALID]);
    let run = check_all(&paths, &[]);
    assert_eq!((run.status, &*run.err), (0, ""), "{}", run.out);
    let run = check_all(&paths[..2], &[]);
    assert_eq!(
        (run.status, &*run.err),
        (
            2,
            "error: nothing was checked: none of 2 files holds an event\n"
        )
    );
}

#[test]
fn every_format_says_so() {
    let paths = files("formats", &["", ""]);
    let github = check_all(&paths, &["--format", "github"]).out;
    let says = "nothing was checked: none of 2 files holds an event";
    assert!(
        github.starts_with(&format!("::error ::{says}\n")),
        "{github}"
    );
    let json = check_all(&paths, &["--format", "json"]).out;
    let line: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!(
        line,
        serde_json::json!({"kind": "failure", "message": says})
    );
    let sarif = check_all(&paths, &["--format", "sarif"]).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let invocation = &sarif["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["message"]["text"], says);
    assert!(notification.get("locations").is_none());
}

#[test]
fn an_event_that_was_asked_for_and_never_comes() {
    let run = check(&["samples/clean.log", "--event", "EventDialing", "-q"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: samples/clean.log: nothing was checked: none of 9 events is one that `--event` names\n"
    );
    let last = run.out.lines().last();
    assert_eq!(last, Some("nothing was checked: 1 file, 9 left out"));
    let run = check(&["samples/clean.log", "--event", "EventRinging"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    assert!(
        run.out
            .ends_with("\nno violations: 1 event checked in 1 file, 8 left out\n"),
        "{}",
        run.out
    );
}

/// They were recognised, and a log may well hold no others: that is said, and is no failure.
#[test]
fn events_that_are_not_declared_are_told_loudly() {
    let line = "{\"Event\":\"EventReleased\"}\n";
    for (arguments, format) in [(&[][..], "text"), (&["-q"], "text"), (&[], "json")] {
        let arguments = [arguments, &["--format", format]].concat();
        let run = Run::stdin(&arguments, line.repeat(3).as_bytes());
        assert_eq!(run.status, 0);
        assert_eq!(
            run.err,
            "warning: nothing was checked: none of 3 events is declared; `events list` shows those that are\n"
        );
        if format == "text" {
            let last = run.out.lines().last();
            assert_eq!(last, Some("nothing was checked: 1 file, 3 not declared"));
        }
    }
    let run = Run::stdin(&[], format!("{line}{VALID}\n").as_bytes());
    assert_eq!((run.status, &*run.err), (0, ""));
}

#[test]
fn a_misspelt_event_is_told_with_the_one_that_was_meant() {
    let others: Vec<_> = (0..30)
        .map(|number| format!("{{\"Event\":\"Site{number}Happening\"}}\n").repeat(2))
        .collect();
    let text = format!(
        "{}{{\"Event\":\"EventRingin\"}}\n{VALID}\n",
        others.concat()
    );
    let run = Run::stdin(&[], text.as_bytes());
    assert_eq!(run.status, 0);
    // It is named before others, of which there are many.
    assert!(
        run.out.contains(
            "  not declared: EventRingin 1 (did you mean `EventRinging`?), Site0Happening 2, "
        ),
        "{}",
        run.out
    );
    let run = Run::stdin(&["--format", "json"], text.as_bytes());
    let summary: serde_json::Value = serde_json::from_str(run.out.lines().last().unwrap()).unwrap();
    assert_eq!(
        summary["undeclared"]["similar"],
        serde_json::json!({"EventRingin": "EventRinging"})
    );
    let run = Run::stdin(&["-q"], b"{\"Event\":\"EventRingin\"}\n");
    assert_eq!(
        run.err,
        "warning: nothing was checked: the only event is not declared; did you mean `EventRinging` by `EventRingin`?\n"
    );
    // A name that the document has is no misspelling of another.
    let run = Run::stdin(&[], b"{\"Event\":\"EventHeld\"}\n");
    assert!(!run.out.contains("did you mean"), "{}", run.out);
}
