//! What is wrong with a message is said, each thing once.

use super::*;

#[test]
#[expect(clippy::too_many_lines, reason = "a list of mistakes")]
fn each_mistake_has_its_violation() {
    for (log, expected) in [
        (
            with("\tAttributeThisDN\t'9001'\n", ""),
            "ThisDN: mandatory, but absent",
        ),
        (
            with(
                "\tAttributeReferenceID\t13",
                "\tAttributeReferenceID\t4294967295",
            ),
            "ReferenceID: mandatory, but absent",
        ),
        (
            with("\tAttributeReferenceID\t13", "\tAttributeReferenceID\tx"),
            "ReferenceID: expected ",
        ),
        (
            with(
                "\tAttributeReferenceID\t13",
                "\tAttributeReferenceID\t4294967296",
            ),
            "is out of range",
        ),
        (
            with("\tAttributeReferenceID\t13", "\tAttributeReferenceID"),
            "an attribute without a value",
        ),
        (
            with("Type\t8", "Type\t1"),
            "InfoType: always AddressInfoAddressType",
        ),
        (
            with("Status\t2 A", "Status\tNo A"),
            "InfoStatus.AddressType: `No` is no value of",
        ),
        (
            with("Status\t2 A", "Status\t3 A"),
            "Registration/EventRegistered[a]",
        ),
        (
            with("'9001'\n", "'9001'\n\tAttributeThisDN\t'2'\n"),
            "ThisDN: given again, as `'2'`",
        ),
        (
            with("'9001'", "'90"),
            "a text without its last quote: `'90`",
        ),
        (
            with("'9001'", "'90' 1"),
            "a text that goes on behind its last quote",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t'ps-1'\t03"),
            "neither a text nor a number nor a list: `03`",
        ),
        (
            with("\tAttributeThisDN\t", "\tthis DN\t"),
            "neither an attribute nor a pair: `this DN",
        ),
        (
            with("[58]", "[57]"),
            "Extensions: the list is announced with 57 bytes, but has 58",
        ),
        (
            with("\t\t'ps-1'\t3\n", ""),
            "Extensions: the list is announced with 2 pairs, but has 1",
        ),
        (
            with("\t\t\t'empty'\t''\n", ""),
            "Extensions: the list is announced with 58 bytes, but has 48",
        ),
        (
            with("00 02 01 00..", "00 02 00 00.."),
            "the first pair is not the one that was packed",
        ),
        (with("[58] 00 02 01 00..", ""), "a list without its size"),
        (
            with(
                "\tAttributeReferenceID",
                "\tAttributeReferenceID\t13\n\tAttributeUserData\t\n\tAttributeX",
            ),
            "an attribute without a value: `AttributeUserData`",
        ),
        (
            with(
                "\tAttributeReferenceID",
                "\tAttributeExtensions\t\n\tAttributeReferenceID",
            ),
            "an attribute without a value: `AttributeExtensions`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t'ps-1'\tthree"),
            "neither a text nor a number nor a list: `three`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t'ps-1"),
            "a pair without a value: `'ps-1`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t\t'ps-1'\t3"),
            "a pair that no list is open for: `ps-1`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t?"),
            "neither an attribute nor a pair: `?`",
        ),
        (
            with("\tAttributeAgentID", "\t\t'a'\t1\n\tAttributeAgentID"),
            "a pair outside of a list: `'a'",
        ),
        (
            with("\tAttributeTimeinSecs\t1207129524 (16:45:24)\n", ""),
            "time: expected ",
        ),
        (with("593900", "1000000"), "time: `1000000` is out of range"),
        (
            with("1207129524", "99999999999999"),
            "time: `99999999999999` is out of range",
        ),
        (
            with("593900\n", "593900\n\tAttributeTimeinuSecs\t1\n"),
            "time: given again",
        ),
        (
            with(
                "\tAttributeThisDN\t'9001'",
                "\tAttributeThisDN\t[2] 00 00\n\t\t'a'\t1",
            ),
            "ThisDN: expected a text",
        ),
        (
            with("[58] 00 02 01 00..", "12\n\tAttributeX\t1"),
            "Extensions: expected ",
        ),
    ] {
        let found = violations(&log);
        assert!(
            found.iter().any(|found| found.contains(expected)),
            "{expected}\n{found:#?}\n{log}"
        );
    }
}

#[test]
fn departures_are_of_one_kind() {
    let (reports, summary) = read(with("\t\t'ps-1'\t3\n", "").as_bytes());
    let lost =
        |found: &&events_core::Located<Violation>| matches!(found.what, Violation::Lost { .. });
    let lost: Vec<_> = reports[0].violations().iter().filter(lost).collect();
    assert_eq!(lost.len(), 1);
    assert!(matches!(
        lost[0].what,
        Violation::Lost {
            said: 2,
            found: 1,
            unit: Unit::Pairs,
            ..
        }
    ));
    assert_eq!((summary.lists, summary.departed_lists), (1, 1));
}

#[test]
fn a_header_alone_is_one_mistake() {
    let bare = "no attribute follows the header, at `EventRegistered`";
    for header in [
        "@16:45:24.5939 [0] 8.1 distribute_event: message EventRegistered\n",
        "message EventRegistered",
        "'EventRegistered' (53)\nmessage attributes:\n\n",
    ] {
        assert_eq!(violations(header), [bare], "{header}");
        assert_eq!(
            violations(&format!("{header}\nforeign\n")),
            [bare],
            "{header}"
        );
    }
    assert_eq!(
        violations(&"message EventRegistered\n".repeat(9)),
        [bare; 9]
    );
    // Of events that are not declared nobody knows what they bear.
    assert_eq!(violations("message EventX\n"), [] as [&str; 0]);
    // Whatever was there, the rest is missing.
    let one = "message EventRegistered\n\tAttributeTimeinSecs\t1\n";
    assert!(!violations(one).is_empty() && !violations(one).contains(&bare.to_owned()));
    let one = "message EventRegistered\n\t?\n";
    assert!(violations(one).contains(&"ThisDN: mandatory, but absent".to_owned()));
}

#[test]
fn the_name_of_another_event_is_said() {
    let report = log::from_str::<EventUnregistered>("message EventRegistered\n").unwrap_err();
    assert!(matches!(
        report.violations()[0].what,
        Violation::WrongEvent { .. }
    ));
    let report = log::from_str::<EventUnregistered>("nothing").unwrap_err();
    assert!(report.to_string().contains("no message"));
}
