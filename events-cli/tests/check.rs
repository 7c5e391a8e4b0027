//! `events check` as a user runs it: outputs in full, exit statuses, and input that is as bad as it gets.
//!
//! `UPDATE_EXPECT=1` rewrites the files in `golden`.

mod run;

use expect_test::expect_file;
use run::{Run, check, sample};

/// A family's event with nothing wrong, as a line of JSON.
const VALID: &str = r#"{"Event":"EventUnregistered","ReferenceID":140,"Server":65200,"ThisDN":"7001","time":"2026-03-02T08:00:00Z"}"#;

/// One with neither the request nor the cause.
const INVALID: &str =
    r#"{"Event":"EventUnregistered","Server":65200,"ThisDN":"7003","time":"2026-03-02T08:00:00Z"}"#;

#[test]
fn text_output() {
    let run = check(&["samples/registration.log", "--max", "4"]);
    expect_file!["golden/registration.log.txt"].assert_eq(&run.out);
    assert_eq!(run.status, 1);
    assert_eq!(run.err, "");
}

/// The library says how many values there are, the command where they are listed.
#[test]
fn values_that_are_too_many_to_list_are_looked_up() {
    let line = r#"{"Event":"EventAddressInfo","InfoStatus":{"NoSuch":2},"InfoType":[8]}"#;
    let run = Run::stdin(&["--format", "json", "-"], line.as_bytes());
    for help in [
        "make it one of the 15 values of TAddressInfoStatus: `events show --attribute InfoStatus` lists them",
        "make it one of the 19 values of TAddressInfoType: `events show --attribute InfoType` lists them",
    ] {
        assert!(run.out.contains(help), "{help} is not in {}", run.out);
    }
    // A name that is close needs no list.
    let line = r#"{"Event":"EventAddressInfo","InfoType":"AddressInfoAddresType"}"#;
    let run = Run::stdin(&["--format", "json", "-"], line.as_bytes());
    assert!(
        run.out.contains("did you mean `AddressInfoAddressType`?\""),
        "{}",
        run.out
    );
}

#[test]
fn text_output_of_many_families() {
    let run = check(&["samples/calls.log"]);
    expect_file!["golden/calls.log.txt"].assert_eq(&run.out);
    assert_eq!((run.status, &*run.err), (1, ""));
}

#[test]
fn text_output_of_json() {
    let run = check(&["samples/registration.ndjson", "--max", "4"]);
    expect_file!["golden/registration.ndjson.txt"].assert_eq(&run.out);
    assert_eq!(run.status, 1);
}

#[test]
fn text_output_of_an_applications_log() {
    let run = check(&["samples/desktop.log"]);
    expect_file!["golden/desktop.log.txt"].assert_eq(&run.out);
    assert_eq!(run.status, 1);
    assert_eq!(run.err, "");
}

#[test]
fn notes_are_shown_on_demand() {
    let run = check(&[
        "samples/registration.ndjson",
        "--max",
        "2",
        "--notes",
        "note",
        "--event",
        "EventRegistered",
    ]);
    expect_file!["golden/notes.txt"].assert_eq(&run.out);
    assert_eq!(run.status, 1);
}

#[test]
fn json_output() {
    let run = check(&["samples/registration.log", "--format", "json", "--max", "7"]);
    expect_file!["golden/registration.log.json"].assert_eq(&run.out);
    assert_eq!(run.status, 1);
    for line in run.out.lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(object["kind"].is_string());
    }
}

#[test]
fn github_output() {
    let run = check(&[
        "samples/registration.log",
        "--format",
        "github",
        "--max",
        "7",
    ]);
    expect_file!["golden/registration.log.github"].assert_eq(&run.out);
    assert_eq!(run.status, 1);
}

#[test]
fn sarif_output() {
    let run = check(&[
        "samples/registration.log",
        "no/such.log",
        "--format",
        "sarif",
    ]);
    assert_eq!(run.status, 2);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["version"], "2.1.0");
    let sarif = &document["runs"][0];
    assert_eq!(sarif["tool"]["driver"]["name"], "events");
    let rules = sarif["tool"]["driver"]["rules"].as_array().unwrap();
    let results = sarif["results"].as_array().unwrap();
    assert_eq!(
        results.len() as u64,
        sarif["properties"]["violations"].as_u64().unwrap()
    );
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(result["ruleId"], rules[index]["id"]);
        assert!(rules[index]["shortDescription"]["text"].is_string());
        assert_eq!(result["level"], "error");
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "samples/registration.log");
        let region = &place["region"];
        assert!(region["startLine"].as_u64().unwrap() > 0);
        if let Some(column) = region["startColumn"].as_u64() {
            assert!(column > 0 && region["endColumn"].as_u64().unwrap() > column);
        }
    }
    let broken = results
        .iter()
        .find(|result| result["ruleId"] == "Registration/EventRegistered[a]")
        .unwrap();
    let index = usize::try_from(broken["ruleIndex"].as_u64().unwrap()).unwrap();
    assert!(
        rules[index]["help"]["text"]
            .as_str()
            .unwrap()
            .contains("Registration Events")
    );
    let invocation = &sarif["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    let uri = &notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "no/such.log");
}

#[test]
fn sarif_without_results_is_a_document() {
    let run = Run::stdin(&["--format", "sarif", "--input", "json"], VALID.as_bytes());
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(run.status, 0);
}

/// GitHub refuses more results than 25,000 in a run.
#[test]
fn sarif_has_no_more_results_than_github_takes() {
    let input = "{}\n".repeat(25_010);
    let results = |arguments: &[&str]| {
        let arguments = [&["--format", "sarif", "--input", "json"], arguments].concat();
        let run = Run::stdin(&arguments, input.as_bytes());
        let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let run = &document["runs"][0];
        let properties = &run["properties"];
        assert_eq!(properties["violations"], 25_010);
        let shown = run["results"].as_array().unwrap().len();
        (shown, properties["hidden"].as_u64().unwrap())
    };
    assert_eq!(results(&[]), (25_000, 10));
    assert_eq!(results(&["--max", "25005"]), (25_005, 5));
    // Notes are results as well.
    assert_eq!(results(&["--notes", "note"]), (12_500, 12_510));
}

#[test]
fn a_result_of_each_check_has_its_rule() {
    let line = r#"{"Event":"EventAddressInfo","InfoType":8,"InfoStatus":{"AgentStatus":1}}"#;
    let arguments = ["--format", "sarif", "--input", "json"];
    let run = Run::stdin(&arguments, line.as_bytes());
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let results = document["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["ruleId"] == "wrong-member")
    );
    for result in results {
        assert!(result["ruleIndex"].is_u64(), "{result}");
    }
}

#[test]
fn clean_samples() {
    for (name, events) in [("samples/clean.log", 7), ("samples/clean.ndjson", 6)] {
        let run = check(&[name]);
        assert!(
            run.out.contains(&format!(
                "\nno violations: {events} events checked in 1 file"
            )),
            "{}",
            run.out
        );
        assert_eq!((run.status, &*run.err), (0, ""));
        let run = check(&[name, "--quiet"]);
        assert_eq!((run.status, &*run.out, &*run.err), (0, "", ""));
    }
}

#[test]
fn samples_have_every_kind_of_violation() {
    let run = check(&["samples", "--max", "0", "--format", "json"]);
    assert_eq!(run.status, 1);
    let summary: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(summary["files"], 6);
    for check in [
        "damaged",
        "duplicate",
        "lost",
        "malformed",
        "missing",
        "out-of-range",
        "unknown-member",
        "wrong-fixed",
        "wrong-type",
    ] {
        assert!(
            summary["checks"][check]["violations"].as_u64() > Some(0),
            "{check}"
        );
    }
    let rules = summary["rules"].as_array().unwrap();
    let is_registration =
        |rule: &&serde_json::Value| rule["id"].as_str().unwrap().starts_with("Registration/");
    assert_eq!(rules.iter().filter(is_registration).count(), 4);
    for rule in rules.iter().filter(is_registration) {
        assert!(rule["violated"].as_u64() > Some(0), "{rule}");
    }
}

#[test]
fn quiet_shows_findings_and_the_last_line_alone() {
    let loud = check(&["samples/registration.log"]).out;
    let run = check(&["samples/registration.log", "-q"]);
    assert_eq!(run.status, 1);
    let (findings, summary) = loud.split_once("  event  ").unwrap();
    let last = summary.lines().last().unwrap();
    assert_eq!(run.out, format!("{findings}{last}\n"));
    // What could not be read is no reason to say more.
    let run = check(&["samples/clean.log", "no/such.log", "-q"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.out,
        "no violations in what could be read: 7 events checked in 1 file, 2 not declared, 3 notes, not all could be read\n"
    );
}

#[test]
fn a_clean_run_says_no_more_than_what_was_checked() {
    let line = format!("{VALID}\n");
    let run = Run::stdin(&[], line.repeat(5).as_bytes());
    let expected = "  event              seen  valid  violations  notes
  EventUnregistered     5      5           0      0

no violations: 5 events checked in 1 file
";
    assert_eq!(run.out, expected);
}

#[test]
fn all_violations_are_counted_though_few_are_shown() {
    let lines = format!("{INVALID}\n").repeat(250);
    let run = Run::stdin(&[], lines.as_bytes());
    assert_eq!(run.out.matches("error[").count(), 100);
    assert!(
        run.out.contains(
            "250 violations: 250 events checked in 1 file, 0 valid, 150 violations not shown"
        ),
        "{}",
        run.out
    );
    let run = Run::stdin(&["--max", "0"], lines.as_bytes());
    assert_eq!(run.out.matches("error[").count(), 0);
    assert_eq!(run.status, 1);
    let run = Run::stdin(&["--format", "json"], lines.as_bytes());
    assert_eq!(run.out.lines().count(), 251);
}

/// What a message has beyond the bound of its report has a row of its own, so that the rows add up.
#[test]
fn findings_that_are_counted_only_have_their_row() {
    let many = r#","ThisDN":7.5"#.repeat(200);
    let line = VALID.replace(r#","ThisDN":"7001""#, &many);
    let run = Run::stdin(&["--input", "json", "--max", "0"], line.as_bytes());
    let cells = |name: &str| {
        let mut lines = run.out.lines().map(str::trim_start);
        let line = lines.find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(cells("wrong-type "), ["128", "0"]);
    assert_eq!(cells("(past 128 a message) "), ["72", "0"]);
    let run = Run::stdin(&["--input", "json", "--format", "json"], line.as_bytes());
    let summary = run.out.lines().last().unwrap();
    let summary: serde_json::Value = serde_json::from_str(summary).unwrap();
    assert_eq!(summary["violations"], 200);
    assert_eq!(summary["omitted"]["violations"], 72);
}

#[test]
fn notes_may_be_violations() {
    let line = VALID.replace(
        "\"ReferenceID\"",
        "\"Place\":\"Place_7001\",\"ReferenceID\"",
    );
    assert_eq!(Run::stdin(&[], line.as_bytes()).status, 0);
    assert_eq!(Run::stdin(&["--notes", "note"], line.as_bytes()).status, 0);
    let run = Run::stdin(&["--notes", "deny"], line.as_bytes());
    assert_eq!(run.status, 1);
    assert!(
        run.out.starts_with("error[unknown-attribute]: Place: "),
        "{}",
        run.out
    );
}

#[test]
fn server_may_be_given_for_logs() {
    // Its absence is no violation, and not worth a line.
    let run = check(&["samples/clean.log"]);
    assert!(!run.out.contains("Server"), "{}", run.out);
    assert_eq!(run.status, 0);
    let run = check(&["samples/clean.log", "--server", "65200"]);
    assert_eq!(run.status, 0);
}

#[test]
fn one_event_alone() {
    let run = check(&["samples/registration.log", "--event", "EventUnregistered"]);
    assert!(run.out.contains("  EventUnregistered "));
    assert!(!run.out.contains("  EventRegistered "));
    let run = check(&["samples/registration.log", "--event", "EventUnregisterd"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: no event `EventUnregisterd` is declared, did you mean `EventUnregistered`?\n"
    );
}

#[test]
fn colours_on_demand() {
    let run = check(&[
        "samples/registration.log",
        "--color",
        "always",
        "--max",
        "1",
    ]);
    assert!(run.out.contains("\u{1b}[1m"));
    let run = check(&["samples/registration.log", "--color", "never", "--max", "1"]);
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn standard_input_by_name_and_by_nothing() {
    let log = std::fs::read(sample("registration.log")).unwrap();
    let given = Run::stdin(&[], &log);
    assert_eq!(given.out, Run::stdin(&["-"], &log).out);
    assert_eq!(
        given.out.replace("stdin:", "samples/registration.log:"),
        check(&["samples/registration.log"]).out
    );
}
