//! `events list`.

mod run;

use expect_test::expect_file;
use run::{Run, events};

fn list(arguments: &[&str]) -> Run {
    Run::of(events().arg("list").args(arguments), &[])
}

#[test]
fn all_events() {
    let run = list(&[]);
    expect_file!["golden/list.txt"].assert_eq(&run.out);
    assert_eq!((run.status, &*run.err), (0, ""));
}

#[test]
fn the_events_of_a_family() {
    let run = list(&["Registration"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    assert!(run.out.starts_with("Registration  "), "{}", run.out);
    assert_eq!(run.out.matches("\n  Event").count(), 2, "{}", run.out);
    let run = list(&["registration"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: no family or event `registration` is declared, did you mean `Registration`?\n"
    );
}

/// A row of a table as it is printed, without how wide its columns are.
fn has_row(text: &str, cells: &str) -> bool {
    let plain = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().any(|line| plain(line).starts_with(cells))
}

#[test]
fn what_events_are_made_of() {
    for (option, row) in [
        ("--attributes", "AgentID 6 a text Id of the ACD agent"),
        // One row is the union itself, one a member of it.
        (
            "--attributes",
            "InfoStatus 2 a member of TAddressInfoStatus",
        ),
        // What no table has.
        (
            "--attributes",
            "EventSequenceNumber 0 16 hexadecimal digits",
        ),
        ("--enumerations", "TCallType 5 Kind of a call"),
        (
            "--key-sets",
            "TreatmentResult INTERRUPTED, COMPLETION_STATUS How a treatment ended",
        ),
    ] {
        let run = list(&[option]);
        assert_eq!((run.status, &*run.err), (0, ""));
        assert!(has_row(&run.out, row), "{row} in {}", run.out);
    }
    assert_eq!(list(&["--attributes", "--enumerations"]).status, 2);
    assert_eq!(list(&["--attributes", "Registration"]).status, 2);
}
