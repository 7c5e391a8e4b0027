//! Inputs of many messages, of damaged ones, and of ones that are too long or too deep.

use std::io::{self, Read};

use events_core::families::registration::{EventRegistered, Registration};
use events_core::read::MAX_MESSAGE;
use events_core::read::json::{self, Reader};
use events_core::{Message, Violation};

use super::{REGISTERED, changed, read, refused, registered, sentences};

#[test]
fn bytes_that_are_no_text_are_reported_and_the_rest_is_read() {
    let mut bytes = changed("9001", "90_1").into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'_').unwrap();
    bytes[at] = 0xff;
    let report = json::from_slice::<EventRegistered>(&bytes).expect_err("not UTF-8");
    let [only] = report.violations() else {
        panic!("{report}")
    };
    assert!(matches!(&only.what, Violation::Damaged { found, .. } if found == "\u{fffd}"));
    assert_eq!(only.at, Some(at..at + 3));
    assert_eq!(read(&bytes[..])[0].2, report);
}

#[test]
fn lines_are_read_one_by_one() {
    let valid = changed("13", "14");
    let text = format!(
        "\u{feff}\r\n{valid}\r\n\n  {valid}  \nnoise\n{{\"Event\": \"EventReg\n{valid} x\n\0\n{valid}{valid}\n{valid}"
    );
    let all = read(text.as_bytes());
    let clean: Vec<_> = all.iter().map(|(_, _, report)| report.is_clean()).collect();
    assert_eq!(clean, [true, true, false, false, false, false, false, true]);
    let lines: Vec<_> = all.iter().map(|(line, ..)| *line).collect();
    assert_eq!(lines, [2, 4, 5, 6, 7, 8, 9, 10]);
    for (_, offset, _) in &all[..2] {
        let offset = usize::try_from(*offset).unwrap();
        assert!(text[offset..].starts_with('{'));
    }
    let reasons: Vec<_> = all
        .iter()
        .flat_map(|(_, _, report)| report.violations())
        .map(|located| located.what.code().to_owned())
        .collect();
    assert_eq!(
        reasons,
        ["malformed", "malformed", "damaged", "malformed", "damaged"]
    );
}

#[test]
fn objects_over_several_lines_and_arrays_are_read() {
    let valid = changed("13", "14");
    let pretty = serde_json::to_string_pretty(&registered()).unwrap();
    for text in [
        format!("{pretty}\n{pretty}\n{valid}"),
        format!("{REGISTERED}\n{valid}\n{REGISTERED}"),
        format!("[{valid},{valid} , {valid}]"),
        format!("[\n{valid},\n{pretty},\n{valid}\n]\n"),
        format!("[\n{pretty}\n]\n{valid}\n{valid}"),
    ] {
        let all = read(text.as_bytes());
        assert_eq!(all.len(), 3, "{text}");
        for (_, _, report) in all {
            assert!(report.is_clean(), "{text}: {report}");
        }
    }
    // A message that is cut off does not take the next one with it.
    let all = read(
        format!(
            "{}\n{valid}\n[{valid}, 5, {valid}",
            &pretty[..pretty.len() - 9]
        )
        .as_bytes(),
    );
    let clean: Vec<_> = all.iter().map(|(_, _, report)| report.is_clean()).collect();
    assert_eq!(clean, [false, true, true, false, true, false]);
}

#[test]
fn the_way_out_is_said() {
    let valid = changed("13", "14");
    let split = valid.replace("\"Extensions\": {", "\"Extensions\":\n{");
    let latin = valid.replace("Gru\u{df}", "Gru\u{1}").into_bytes();
    let latin = latin
        .iter()
        .map(|byte| if *byte == 1 { 0xdf } else { *byte });
    for (text, help) in [
        (
            split.into_bytes(),
            "a line that begins with `{` begins a message",
        ),
        (format!("{valid}{valid}").into_bytes(), "a line of its own"),
        (latin.collect(), "iconv -f latin1 -t utf-8"),
    ] {
        let report = &read(&text[..])[0].2;
        let [only] = report.violations() else {
            panic!("{report}")
        };
        let said = only.what.help().expect("a help");
        assert!(said.contains(help), "{said}");
    }
    for (text, help) in [
        (
            &valid[..20],
            Some("give the rest of the message, up to its last `}`"),
        ),
        (
            "{",
            Some("give the rest of the message, up to its last `}`"),
        ),
        ("x", None),
    ] {
        let report = refused(text);
        let said = report.violations()[0].what.help();
        assert_eq!(said.as_deref(), help, "{report}");
    }
    let report = &read(format!("[{valid}\n").as_bytes())[1].2;
    let said = report.violations()[0].what.help();
    assert!(
        said.is_some_and(|help| help.starts_with("close it with `]`")),
        "{report}"
    );
}

#[test]
fn a_message_cut_anywhere_is_answered() {
    for cut in 0..REGISTERED.len() {
        let bytes = &REGISTERED.as_bytes()[..cut];
        assert!(json::from_slice::<EventRegistered>(bytes).is_err());
        let all = read(bytes);
        assert_eq!(all.len(), usize::from(cut > 0), "cut at {cut}");
        assert!(all.iter().all(|(_, _, report)| !report.is_clean()));
    }
}

#[test]
fn a_long_line_is_skipped_in_bounded_memory() {
    let valid = changed("13", "14");
    for (before, byte, length) in [
        ("", b' ', 100_000_000),
        ("{\"Event\": \"", b'x', 100_000_000),
        ("{\n\"x\": [", b'1', 20_000_000),
        ("[", b'{', 20_000_000),
        ("{\"a\":", b'[', 20_000_000),
    ] {
        let long = io::repeat(byte).take(length);
        let text = before
            .as_bytes()
            .chain(long)
            .chain(&b"\n"[..])
            .chain(valid.as_bytes());
        let mut peak = Vec::new();
        let info = allocation_counter::measure(|| peak = read(text));
        assert!(
            info.bytes_max < 6 * MAX_MESSAGE as u64,
            "{} bytes",
            info.bytes_max
        );
        let (line, _, report) = peak.last().unwrap();
        let swallowed = before == "[";
        assert!(
            swallowed || *line == 2 + before.matches('\n').count() as u64,
            "{before}: {line}"
        );
        assert!(swallowed || report.is_clean(), "{before}: {report}");
        if !before.is_empty() {
            assert!(
                peak[0].2.to_string().contains("longer than 16 MiB"),
                "{before}"
            );
            let said = peak[0].2.violations()[0].what.help();
            assert!(said.is_some_and(|help| help.contains("16 MiB")), "{before}");
        }
    }
}

#[test]
fn depth_is_bounded() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[[\"a\",", "]]")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for name in ["Extensions", "New", "time", "ThisDN", "InfoStatus"] {
            let text = changed("\"Server\"", &format!("\"{name}\": {deep}, \"Server\""));
            let report = refused(&text);
            assert!(
                !report.is_clean() && report.violations().len() < 5,
                "{report}"
            );
            let cut = &text[..text.len() / 2];
            assert!(matches!(
                refused(cut).violations()[0].what,
                Violation::Malformed { .. }
            ));
        }
        let text = changed("\"Server\"", &format!("\"New\": {deep}, \"Server\""));
        assert!(sentences(&text)[0].starts_with("values that are nested more than 128 deep"));
    }
}

#[test]
fn reports_do_not_grow_without_bound() {
    let many = "\"x\": 1, ".repeat(100_000);
    let text = changed("\"Server\"", &format!("{many}\"ThisDN\": 5.5, \"Server\""));
    let report = read(text.as_bytes()).pop().unwrap().2;
    assert!(report.violations().len() + report.notes().len() <= 128);
    assert!(report.omitted_notes() > 90_000);
    // What is wrong is not drowned by what is worth noting.
    assert!(report.to_string().contains("ThisDN: expected"), "{report}");
}

#[test]
fn a_valid_message_costs_no_allocation() {
    let line = changed("13", "14") + "\n";
    let escapes = changed("\"9001\"", "\"90\\u00301\"") + "\n";
    let pairs = changed(
        "{\"ps-1\": 3, ",
        "{\"list\": [[\"a\", {\"base64\": \"AP8D\"}]], \"ps-1\": 3, ",
    ) + "\n";
    let text = (line + &escapes + &pairs).repeat(1000);
    let mut reader = Reader::new(text.as_bytes(), Registration::events());
    let mut next = || {
        assert!(
            reader
                .read()
                .unwrap()
                .is_some_and(|message| message.is_clean())
        );
    };
    (0..10).for_each(|_| next());
    let info = allocation_counter::measure(|| (0..600).for_each(|_| next()));
    assert_eq!(info.count_total, 0);
}
