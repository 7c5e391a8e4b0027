//! Attributes that were cut off from their message.

use super::*;

/// The violations of a log, each with the line that its message begins in.
fn found(log: &str) -> Vec<(u64, String)> {
    let mut reader = Reader::new(log.as_bytes(), Registration::events()).server(65200);
    let mut all = Vec::new();
    while let Some(message) = reader.read().unwrap() {
        let report = message.report();
        let violations = report.violations().iter();
        all.extend(violations.map(|found| (message.place().line, found.what.to_string())));
    }
    all
}

const INTERRUPTED: &str =
    "attributes that belong to no message: `EventRegistered` of line 2 was interrupted before them";
const ALONE: &str = "attributes that belong to no message";

#[test]
fn attributes_behind_an_interruption_are_told() {
    for between in [
        "\n",
        "@16:45:24.6000 [0] 8.1 another thread\n",
        "second line'\n",
    ] {
        let log = with("\tAttributeThisDN", &format!("{between}\tAttributeThisDN"));
        let log = format!("foreign\n{log}\n{REGISTERED}");
        let found = found(&log);
        let expected = [
            (2, "ThisDN: mandatory, but absent"),
            (2, "time: mandatory, but absent"),
            (13, INTERRUPTED),
        ];
        let expected = expected.map(|(line, what)| (line, what.to_owned()));
        assert_eq!(found, expected, "{log}");
        let (reports, summary) = read(log.as_bytes());
        assert_eq!(
            (reports.len(), summary.undeclared, summary.events),
            (3, 1, 2)
        );
    }
    // Also when all that is Mandatory came before.
    let log = format!("foreign\n{REGISTERED}\n\tAttributeX\t1\n\tAttributeY\t'\u{fffd}'\n");
    assert_eq!(found(&log), [(16, INTERRUPTED.to_owned())]);
    let bytes: Vec<_> = log
        .bytes()
        .map(|byte| if byte == 0xbd { b'x' } else { byte })
        .collect();
    let (reports, _) = read(&bytes);
    let codes = reports[1]
        .violations()
        .iter()
        .map(|found| found.what.code().to_owned());
    assert_eq!(codes.collect::<Vec<_>>(), ["stray", "damaged"]);
    // Nothing is lost of them.
    let mut reader = Reader::new(log.as_bytes(), Registration::events());
    reader.read().unwrap();
    let stray = reader.read().unwrap().unwrap();
    assert_eq!(stray.record().other().into_iter().count(), 2);
    assert_eq!((stray.record().name(), stray.logged_at()), ("", None));
}

#[test]
fn attributes_at_the_beginning_or_far_from_a_message_are_told() {
    let run = "\tAttributeExtensions\t[15] 00 01 01 00..\n\t\t'ps-1'\t2\n\tAttributeThisDN\t'1'\n";
    assert_eq!(found(run), [(1, ALONE.to_owned())]);
    assert_eq!(
        found(&format!("foreign\n{run}\n{run}")),
        [(2, ALONE.to_owned()), (6, ALONE.to_owned())]
    );
    let far = format!("{REGISTERED}{}{run}", "foreign\n".repeat(20));
    assert_eq!(found(&far), [(34, ALONE.to_owned())]);
    let report = log::from_str::<EventRegistered>(run).unwrap_err();
    assert_eq!(report.violations()[0].what.code(), "stray");
}

#[test]
fn attributes_of_messages_that_are_skipped_are_skipped() {
    let log = "message RequestX\n\tAttributeA\t1\n\n\tAttributeB\t1\nforeign\n\tAttributeC\t1\n\
        message ISCCEventX\n\tISCCAttributeA\t1\n\n\tAttributeB\t1\n";
    assert_eq!(found(log), []);
    let mut reader = Reader::new(log.as_bytes(), Registration::events()).requests();
    reader.read().unwrap();
    let report = reader.read().unwrap().unwrap().report();
    assert!(
        report
            .to_string()
            .contains("`RequestX` of line 1 was interrupted"),
        "{report}"
    );
    // In other dialects tabs begin other lines.
    assert_eq!(
        found("\tAttributeTimeinSecs [int] = 1\n\tISCCAttributeX\t1\n"),
        []
    );
}
