//! A protocol that has nothing to do with telephony, from its tables to its reports.
//!
//! The docks of a bike-sharing station report what happens to them. Their protocol is three tables with lettered
//! footnotes; this file declares them, makes and reads messages, and breaks every rule once. It needs no dictionary:
//! the types stand in the rows. Read it from top to bottom.

use events_core::read::json::{self, Reader};
use events_core::{
    Cited, KeyValueList, Message, Note, Report, Text, Timestamp, UnknownEvent, Validate, Violation,
    event, vocabulary,
};

vocabulary! {
    /// Whether bikes can be taken from a dock and brought to it. Messages bear the names.
    pub DockState {
        /// They can.
        InService = "in-service",
        /// They cannot.
        OutOfService = "out-of-service",
    }
}

vocabulary! {
    /// What is wrong with a dock. Messages bear the names or the numbers.
    pub Fault {
        /// The lock does not open.
        LockJammed = 1,
        /// The reader of the dock does not answer.
        ReaderSilent = 2,
    }
}

vocabulary! {
    /// Where a ride ended.
    pub Trip {
        /// Where it began.
        RoundTrip,
        /// At another dock.
        OneWay,
    }
}

event! {
    /// What the docks of a bike-sharing station report.
    #[source(document = "Dock Protocol", section = "Reports", edition = "3")]
    #[tag(kind)]
    <Docks>

    /// The station looked at a dock.
    DockInspected = 12 {
        kind                    Mandatory,
        dock: u16               Mandatory,
        version: u8 = 3         Mandatory,
        state: DockState        Mandatory,
        fault_code[a]: Fault    Optional,
        at[b]: Timestamp        Mandatory,
    }
    footnotes {
        /// A fault code is given only when the dock is out of service, if the fault is known.
        [a] partly { if fault_code { state == OutOfService } }

        /// Docks whose clock has no power leave the time out.
        [b] context waive at
    }

    /// A bike was brought to a dock.
    BikeReturned = 20 {
        kind                    Mandatory,
        dock: u16               Mandatory,
        bike: Text              Mandatory,
        electric: bool          Mandatory,
        Details.Level[a]: u8    Optional,
        trip[b]: Trip           Mandatory,
        taken_from[b]: u16      Optional,
        extras[c]: KeyValueList Optional,
    }
    footnotes {
        /// The level of the battery is given for electric bikes and for no other.
        [a] if electric == true { Details.Level } else { !Details.Level }

        /// A round trip ends at the dock at which it began, and only a round trip does.
        [b] if trip == RoundTrip { dock == taken_from } else { !(dock == taken_from) }

        /// A ride with a day pass has no fee.
        [c] if extras["pass"] == "day" { !extras["fee"] }
    }

    /// The station is there. This report has no number.
    StationAlive {
        kind                    Mandatory,
        station: Text           Mandatory,
        docks: u16              Mandatory,
    }
}

/// What goes wrong in a test is its failure.
type Tested = Result<(), Box<dyn std::error::Error>>;

/// An inspection that is as documented.
const INSPECTED: &str = r#"{"kind":"DockInspected","dock":7,"version":3,"state":"out-of-service","fault_code":"LockJammed","at":"2026-03-01T08:30:00.000000Z"}"#;

/// A return that is as documented.
const RETURNED: &str = r#"{"kind":"BikeReturned","dock":7,"bike":"B-1009","electric":true,"Details":{"Level":80},"trip":"RoundTrip","taken_from":7,"extras":{"pass":"day"}}"#;

/// The same message with one part of its text replaced.
fn with(message: &str, old: &str, new: &str) -> String {
    assert_eq!(message.matches(old).count(), 1, "{old} stands in it once");
    message.replace(old, new)
}

/// Reads a message of any event of the family that has something wrong with it.
fn refused(message: &str) -> Report {
    json::from_str::<Docks>(message).expect_err("the message is broken")
}

/// The only thing that is wrong with a message.
fn only(report: &Report) -> &Violation {
    match report.violations() {
        [violation] => &violation.what,
        _ => panic!("one violation was expected: {report}"),
    }
}

/// The only rule that a message breaks.
fn broken(report: &Report) -> &Cited {
    match only(report) {
        Violation::Broken { rule } => rule,
        other => panic!("a broken rule was expected: {other}"),
    }
}

/// What a rule saw in the message, each fact as the report words it.
fn facts(rule: &Cited) -> Vec<String> {
    rule.facts.iter().map(ToString::to_string).collect()
}

// Messages that are as documented

/// A builder asks for what is Mandatory; `version` is fixed, so it is a constant and nobody gives it.
#[test]
fn builds_and_validates() -> Tested {
    let inspected = DockInspected::builder()
        .dock(7)
        .state(DockState::OutOfService)
        .fault_code(Fault::LockJammed)
        .at("2026-03-01T08:30:00Z".parse::<Timestamp>()?)
        .build()
        .validate()?;
    assert_eq!((DockInspected::NUMBER, DockInspected::VERSION), (12, 3));
    assert_eq!(serde_json::to_string(&inspected)?, INSPECTED);

    let mut extras = KeyValueList::new();
    extras.push("pass", "day");
    let returned = BikeReturned::builder()
        .dock(7)
        .bike("B-1009")
        .electric(true)
        .details_level(80)
        .trip(Trip::RoundTrip)
        .taken_from(7)
        .extras(extras)
        .build();
    assert_eq!(*json::from_str::<BikeReturned>(RETURNED)?, returned);
    assert!(returned.check().notes().is_empty());
    Ok(())
}

/// The family is an enum of its events, so a program matches on it and forgets none.
#[test]
fn reads_a_stream() -> Tested {
    let alive = r#"{"kind":"StationAlive","station":"Harbour","docks":24}"#;
    let painted = r#"{"kind":"DockPainted","color":"red"}"#;
    let stream = [INSPECTED, "", RETURNED, alive, painted].join("\n");
    let mut reader = Reader::new(stream.as_bytes(), Docks::events());
    let mut seen = Vec::new();
    while let Some(message) = reader.read()? {
        let line = message.place().line;
        seen.push(match message.event::<Docks>()?.into_inner() {
            Docks::DockInspected(it) => format!("{line}: dock {} is {}", it.dock, it.state),
            Docks::BikeReturned(it) => format!("{line}: {} is at dock {}", it.bike, it.dock),
            Docks::StationAlive(it) => format!("{line}: {} has {} docks", it.station, it.docks),
            Docks::Unknown(it) => format!("{line}: {} is not declared", it.name),
        });
    }
    assert_eq!(
        seen,
        [
            "1: dock 7 is out-of-service",
            "3: B-1009 is at dock 7",
            "4: Harbour has 24 docks",
            "5: DockPainted is not declared",
        ]
    );
    Ok(())
}

/// Members of unions may stand behind a dot, and members of enumerations under their numbers.
#[test]
fn reads_other_spellings() -> Tested {
    let dotted = RETURNED.replace(r#""Details":{"Level":80}"#, r#""Details.Level":80"#);
    let returned = json::from_str::<BikeReturned>(&dotted)?;
    assert_eq!(returned.details_level, Some(80));
    let numbered = with(INSPECTED, r#""LockJammed""#, "1");
    let inspected = json::from_str::<DockInspected>(&numbered)?;
    assert_eq!(inspected.fault_code, Some(Fault::LockJammed));
    Ok(())
}

// Broken rules, each alone

/// The report cites the footnote, says what in the message made it apply, and what would mend it.
#[test]
fn fault_code_of_a_dock_in_service() {
    let report = refused(&with(INSPECTED, "out-of-service", "in-service"));
    let rule = broken(&report);
    assert_eq!(only(&report).code(), "Docks/DockInspected[a]");
    assert_eq!(rule.id, "Docks/DockInspected[a]");
    assert!(rule.footnote.starts_with("A fault code is given only when"));
    assert_eq!(rule.source, "Dock Protocol, Reports, edition 3");
    let seen = ["fault_code is LockJammed", "state is in-service"];
    assert_eq!(facts(rule), seen);
    let help = "leave out fault_code, or make state out-of-service";
    assert_eq!(rule.help, help);
}

/// Both branches of a rule with `else` are cited under the letter of the one footnote.
#[test]
fn battery_level_of_the_wrong_bike() {
    let report = refused(&with(RETURNED, r#""Details":{"Level":80},"#, ""));
    let rule = broken(&report);
    assert_eq!(rule.id, "Docks/BikeReturned[a]");
    assert_eq!(facts(rule), ["electric is true", "Details.Level is absent"]);
    let help = "give Details.Level, or make electric other than true";
    assert_eq!(rule.help, help);

    let report = refused(&with(RETURNED, r#""electric":true"#, r#""electric":false"#));
    let rule = broken(&report);
    assert_eq!(facts(rule), ["electric is false", "Details.Level is 80"]);
}

/// Two attributes are compared with each other.
#[test]
fn trip_that_is_none() {
    let elsewhere = refused(&with(RETURNED, r#""taken_from":7"#, r#""taken_from":8"#));
    assert_eq!(broken(&elsewhere).id, "Docks/BikeReturned[b]");
    let returned = refused(&with(RETURNED, "RoundTrip", "OneWay"));
    assert_eq!(broken(&returned).id, "Docks/BikeReturned[b]");
}

/// A key of a list is tested like an attribute, also in a message that a program made.
#[test]
fn fee_with_a_day_pass() -> Tested {
    let mut returned = json::from_str::<BikeReturned>(RETURNED)?.into_inner();
    if let Some(extras) = &mut returned.extras {
        extras.push("fee", 250);
    }
    let report = returned.validate().unwrap_err();
    let rule = broken(&report);
    assert_eq!(rule.id, "Docks/BikeReturned[c]");
    let seen = [r#"extras["pass"] is "day""#, r#"extras["fee"] is 250"#];
    assert_eq!(facts(rule), seen);
    Ok(())
}

// Rows that are not as documented

/// Every kind of violation has a code, and names the attribute that it is about.
#[test]
fn each_kind_of_violation() {
    for (message, code, attribute) in [
        (with(INSPECTED, r#""dock":7,"#, ""), "missing", "dock"),
        (with(INSPECTED, ":7,", ":true,"), "wrong-type", "dock"),
        (with(INSPECTED, ":7,", ":70000,"), "out-of-range", "dock"),
        (
            with(INSPECTED, ":7,", r#":7,"dock":8,"#),
            "duplicate",
            "dock",
        ),
        (with(RETURNED, "Round", "Square"), "unknown-member", "trip"),
        (with(INSPECTED, ":3,", ":2,"), "wrong-fixed", "version"),
    ] {
        let report = refused(&message);
        assert_eq!(only(&report).code(), code);
        assert_eq!(only(&report).attribute(), Some(attribute));
    }
}

/// The fields of a violation say what was expected and what was found, as it stands in the message.
#[test]
fn expected_and_found() {
    let report = refused(&with(INSPECTED, ":3,", ":2,"));
    let expected = Violation::WrongFixed {
        attribute: "version".into(),
        expected: "3".to_owned(),
        found: "2".to_owned(),
    };
    assert_eq!(*only(&report), expected);
    assert_eq!(expected.help().as_deref(), Some("make version 3"));

    let report = refused(&with(RETURNED, "RoundTrip", "RoundTrap"));
    let expected = Violation::UnknownMember {
        attribute: "trip".into(),
        vocabulary: "Trip".into(),
        found: r#""RoundTrap""#.to_owned(),
        similar: Some("RoundTrip".into()),
        members: vec!["RoundTrip".into(), "OneWay".into()],
        count: 2,
    };
    assert_eq!(*only(&report), expected);

    let twice = with(INSPECTED, ":7,", r#":7,"dock":8,"#);
    let report = refused(&twice);
    let found = &report.violations()[0];
    let expected = Violation::Duplicate {
        attribute: "dock".into(),
        found: "8".to_owned(),
    };
    assert_eq!(found.what, expected);
    assert_eq!(found.at.clone().map(|at| &twice[at]), Some("8"));
}

/// One reading finds everything that is wrong, rows before rules.
#[test]
fn everything_at_once() {
    let message = with(RETURNED, "true", "false").replace(r#""bike":"B-1009","#, "");
    let report = refused(&message);
    let violations = report.violations().iter();
    let codes: Vec<_> = violations.map(|found| found.what.code()).collect();
    assert_eq!(codes, ["missing", "Docks/BikeReturned[a]"]);
}

/// Asking for one event and finding another is wrong as well.
#[test]
fn another_event() {
    let report = json::from_str::<DockInspected>(RETURNED).unwrap_err();
    assert_eq!(only(&report).code(), "wrong-event");
}

// Notes: not wrong, but worth knowing

/// Without `taken_from` nobody can tell whether a round trip was one; that is no violation.
#[test]
fn cannot_be_told() -> Tested {
    let message = with(RETURNED, r#""taken_from":7,"#, "");
    let report = json::from_str::<BikeReturned>(&message)?.check();
    let note = &report.notes()[0];
    assert!(matches!(&note.what, Note::CannotTell { rule } if rule.id == "Docks/BikeReturned[b]"));
    Ok(())
}

/// `at` is Mandatory, but its footnote allows its absence: the type is an `Option`, and its absence is noted.
#[test]
fn waived() -> Tested {
    let inspected = DockInspected::builder()
        .dock(7)
        .state(DockState::InService)
        .build();
    assert_eq!(inspected.at, None);
    let report = inspected.check();
    let note = &report.notes()[0];
    assert!(matches!(&note.what, Note::Waived { attribute, .. } if attribute == "at"));
    inspected.validate()?;
    Ok(())
}

/// What the tables do not know is kept and survives a round trip; the reader notes it.
#[test]
fn unknown_survives() -> Tested {
    let message = with(INSPECTED, "}", r#","paint":{"color":"red"}}"#);
    let mut reader = Reader::new(message.as_bytes(), Docks::events());
    let read = reader.read()?.expect("a message");
    assert_eq!(read.report().notes()[0].what.code(), "unknown-attribute");
    let inspected = read.event::<Docks>()?.into_inner();
    assert!(inspected.other().get("paint").is_some());
    let again: Docks = serde_json::from_str(&serde_json::to_string(&inspected)?)?;
    assert_eq!(again, inspected);

    let message = r#"{"kind":"DockPainted","color":"red","coats":2}"#;
    let painted = json::from_str::<Docks>(message)?.into_inner();
    let mut attributes = KeyValueList::new();
    attributes.push("color", "red");
    attributes.push("coats", 2);
    let expected = UnknownEvent::new("DockPainted", attributes);
    assert_eq!(painted, Docks::Unknown(expected));
    assert_eq!(painted.check().notes()[0].what.code(), "unknown-event");
    assert_eq!(serde_json::to_string(&painted)?, message);
    assert_eq!(serde_json::from_str::<Docks>(message)?, painted);
    Ok(())
}
