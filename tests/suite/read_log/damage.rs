//! Logs that are cut, damaged, not UTF-8, or larger than anyone wrote by hand.

use std::io::{self, Read};

use events_core::Message;
use events_core::families::registration::Registration;
use events_core::read::MAX_MESSAGE;
use events_core::read::log::Reader;

use super::{REGISTERED, read, violations, with};

#[test]
fn text_that_is_not_utf8_is_reported_and_the_rest_checked() {
    let mut log = REGISTERED.as_bytes().to_vec();
    let at = log.iter().position(|byte| *byte == 0xc3).unwrap();
    log.splice(at..at + 2, [0xdf]);
    log.extend_from_slice(REGISTERED.as_bytes());
    let (reports, summary) = read(&log);
    let found: Vec<_> = reports[0]
        .violations()
        .iter()
        .map(|found| found.what.to_string())
        .collect();
    assert_eq!(found, ["bytes that are not UTF-8: `\u{fffd}`"]);
    assert!(reports[1].is_clean());
    assert_eq!((summary.not_utf8, summary.events), (1, 2));
    // In foreign lines it does not matter.
    let (reports, summary) = read(b"\xff\xfe\n\xdf\nmessage EventACK\n\n\xe4");
    assert_eq!(
        (reports.len(), summary.not_utf8, summary.foreign_lines),
        (1, 0, 3)
    );
}

#[test]
fn cut_anywhere_a_log_is_answered() {
    let log =
        format!("Local time:\t2008-04-02T23:59:00\n\n{REGISTERED}\n{REGISTERED}").into_bytes();
    for end in 0..log.len() {
        let (reports, summary) = read(&log[..end]);
        assert_eq!(reports.len() as u64, summary.events + summary.undeclared);
        // In small pieces it is read as in one.
        if end % 7 == 0 {
            let mut reader = Reader::new(Pieces(&log[..end]), Registration::events()).server(65200);
            let mut again = Vec::new();
            while let Some(message) = reader.read().unwrap() {
                again.push(message.report());
            }
            assert_eq!(again, reports);
            assert_eq!(*reader.summary(), summary);
        }
    }
    // Cut in the middle of a line, the message is checked with what is there.
    let cut = REGISTERED.find("01'").unwrap();
    let found = violations(&REGISTERED[..cut]);
    assert_eq!(
        found,
        [
            "time: mandatory, but absent",
            "a text without its last quote: `'90`"
        ]
    );
}

#[test]
fn the_end_of_a_log_is_noted_where_it_may_cut_a_message() {
    let cut_off = |log: &str| -> Vec<(usize, String)> {
        let (reports, _) = read(log.as_bytes());
        let each = reports.iter().enumerate().flat_map(|(at, report)| {
            let notes = report.notes().iter();
            notes.map(move |note| (at, note.what.code(), note.what.to_string()))
        });
        each.filter(|(_, code, _)| *code == "cut-off")
            .map(|(at, _, note)| (at, note))
            .collect()
    };
    let within = "the log ends within this message, perhaps within its last line";
    let number = with("\tAttributeReferenceID\t13\n", "") + "\tAttributeReferenceID\t1";
    assert_eq!(cut_off(&number), [(0, within.to_owned())]);
    assert_eq!(violations(&number), [] as [&str; 0]);
    assert_eq!(
        cut_off(&format!("{REGISTERED}{}", &REGISTERED[..90])),
        [(1, within.to_owned())]
    );
    // At the end of a line, when something is missing.
    let lines: Vec<_> = REGISTERED.lines().collect();
    for kept in [1, 3, 8, 11, 12] {
        let log = lines[..kept].join("\n") + "\n";
        assert_eq!(
            cut_off(&log),
            [(0, "the log ends within this message".to_owned())],
            "{log}"
        );
        assert_eq!(cut_off(&format!("{log}\n")), []);
        assert_eq!(cut_off(&format!("{log}{REGISTERED}")), []);
        let events = Registration::events();
        let mut reader = Reader::new(log.as_bytes(), events).followed(true);
        let report = reader.read().unwrap().unwrap().report();
        assert!(
            report
                .notes()
                .iter()
                .all(|note| note.what.code() != "cut-off")
        );
    }
    assert_eq!(cut_off(REGISTERED), []);
    // The note stands at the last line.
    let (reports, _) = read(number.as_bytes());
    let at = reports[0].notes()[0].at.clone().unwrap();
    assert_eq!(&number[at], "AttributeReferenceID\t1");
}

#[test]
fn any_byte_may_be_another() {
    let log = format!("2008-04-02T23:59:00.1 x\n{REGISTERED}\n{REGISTERED}").into_bytes();
    for at in 0..log.len() {
        for byte in [0, b'\n', b'\t', b'\'', b' ', b'[', b'9', 0xff] {
            let mut damaged = log.clone();
            damaged[at] = byte;
            let mut reader = Reader::new(&damaged[..], Registration::events()).server(1);
            while let Some(message) = reader.read().unwrap() {
                for found in message.report().violations() {
                    let text = found.at.clone().map(|at| &message.text()[at]);
                    assert!(text.is_none_or(|text| !text.is_empty()));
                }
            }
        }
    }
}

#[test]
fn lists_end_where_they_are_cut() {
    let lines: Vec<_> = REGISTERED.lines().collect();
    for drop in 2..7 {
        let mut kept = lines.clone();
        kept.drain(drop..7);
        let found = violations(&(kept.join("\n") + "\n"));
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

#[test]
fn of_an_attribute_given_twice_the_first_counts() {
    // In whichever form it is written, and wherever the bytes end that are there.
    for (first, second) in [("9001", "'9002'"), ("'9001'", "9002"), ("'9001'", "'9002'")] {
        let twice = format!("\tAttributeThisDN\t{first}\n\tAttributeThisDN\t{second}\n");
        let log = REGISTERED.replace("\tAttributeThisDN\t'9001'\n", &twice);
        let found = violations(&log);
        assert_eq!(found, [format!("ThisDN: given again, as `{second}`")]);
        let mut reader = Reader::new(Pieces(log.as_bytes()), Registration::events()).server(1);
        let report = reader.read().unwrap().unwrap().report();
        assert_eq!(report.violations().len(), 1);
        assert_eq!(report.violations()[0].what.to_string(), found[0]);
    }
    // A list without its size is quoted alike, whether its name was met before or not.
    let log = "message EventX\n\tAttributea\t\n\t\t'k'\t'v'\n";
    let found = violations(&log.repeat(2));
    assert_eq!(found, ["a list without its size: `Attributea`"; 2]);
    let twice = "\tAttributeTimeinSecs\tx\n\tAttributeTimeinSecs\t1";
    let log = REGISTERED.replace("\tAttributeTimeinSecs\t1", twice);
    assert_eq!(
        violations(&log),
        [
            "time: given again, as `1207129524`",
            "time: expected a time such as `2026-03-01T08:30:00.250000Z`, or seconds since 1970, found `x`"
        ]
    );
}

#[test]
fn nesting_is_bounded() {
    let mut log = String::from("message EventNew\n\tAttributeUserData\t[2] 00 01 02 00..\n");
    for depth in 0..2000 {
        log += &"\t".repeat(depth + 2);
        log += "'a'(list)\n";
    }
    let (reports, _) = read(log.as_bytes());
    assert!(!reports[0].is_clean());
    let mut event = Reader::new(log.as_bytes(), Registration::events());
    assert!(
        event
            .read()
            .unwrap()
            .unwrap()
            .record()
            .to_unknown()
            .attributes
            .len()
            == 1
    );
}

#[test]
fn a_line_of_a_hundred_megabytes_is_passed_over() {
    let text = REGISTERED.replacen(
        "\n\tAttributeThisDN",
        "\n\tAttributeX\t'%'\n\tAttributeThisDN",
        1,
    );
    for (log, messages) in [
        (format!("{REGISTERED}%\n{REGISTERED}"), 2),
        (format!("{text}\n{REGISTERED}"), 1),
    ] {
        let (before, after) = log.split_once('%').unwrap();
        let input = before
            .as_bytes()
            .chain(io::repeat(b'x').take(100_000_000))
            .chain(after.as_bytes());
        let mut reader = Reader::new(input, Registration::events()).server(1);
        let (mut clean, mut malformed) = (0, 0);
        while let Some(message) = reader.read().unwrap() {
            clean += usize::from(message.is_clean());
            let report = message.report();
            malformed += report
                .violations()
                .iter()
                .filter(|found| found.what.code() == "malformed")
                .count();
            assert!(message.text().len() <= MAX_MESSAGE);
        }
        assert_eq!(
            (clean, malformed, reader.summary().oversized),
            (messages, 1, 1)
        );
    }
}

/// Gives its bytes a few at a time.
struct Pieces<'a>(&'a [u8]);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.len().min(5).min(buffer.len());
        let (now, later) = self.0.split_at(count);
        buffer[..count].copy_from_slice(now);
        self.0 = later;
        Ok(count)
    }
}
