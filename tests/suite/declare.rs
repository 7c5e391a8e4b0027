//! What one declaration makes.

use events_core::schema::{Cell, Presence, Status};
use events_core::{
    Declared, KeyValueList, Message, Note, Text, Validate, Verdicts, Violation, dictionary, event,
    vocabulary,
};

vocabulary! {
    /// State of a dock.
    pub State {
        /// Bikes can be taken and brought.
        InService = "in-service",
        /// They cannot.
        OutOfService = "out-of-service",
    }
}

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    Dock: u16 { number = 1, log = "no", alias = "dock-number" },

    /// What a dock adds.
    keys Extras = "Extra keys" {
        /// Level of a battery, or a word for it.
        "level-%d": u8 | Text,
    }
}

event! {
    /// Reports of docks.
    #[source(document = "Dock Protocol", section = "Reports", edition = "3")]
    #[tag(kind)]
    #[dictionary(DICTIONARY)]
    <Docks = "Docks of a station">

    /// A dock was looked at.
    DockReported = 12 {
        kind                           Mandatory,
        Dock                           Mandatory["*"],
        neighbour[a]: u16              Optional,
        state[b, c]: State             Optional,
        /// Of a bike that stands in it.
        "Bike ID"[b]: Text             Optional,
        level[c]: f64                  Optional,
        extra[d]: KeyValueList         Optional,
        Version.Major: u8 = 3          Mandatory,
        Version.Minor: u8 = 1          Optional,
        Version.Kind: State = InService  Optional,
        broken[c]: bool                Optional,
    }
    footnotes {
        /// A dock is not its own neighbour, and the first has none.
        [a] Dock != neighbour; if Dock == 1 { !neighbour }

        /// Bikes stand in docks that are in service.
        [b] if "Bike ID" && "Bike ID" != "none" { state == InService } else { state }

        /// What a level says of the rest.
        [c] partly {
            if level in [0, 0.5] || broken == true {
                state in [OutOfService]
            } else if !(level || state == OutOfService) {
                broken
            }
        }

        /// Extras are declared.
        [d] extra is Extras; extra["level-1"] != "low"; extra["level-1"] == level || !extra["level-1"]

        /// Old docks have no number.
        ["*"] context waive Dock
    }

    /// A bike was taken.
    BikeTaken = "bike.taken" {
        bike: u32  Mandatory,
    }
}

/// Whether the compiled rules and the interpreter come to the same.
fn agree(event: &DockReported) -> bool {
    let mut compiled = Verdicts::default();
    event.check_rules(&mut compiled);
    let interpreted = Verdicts::interpret(DockReported::declaration().event, event);
    compiled.iter().eq(interpreted.iter())
}

fn extra(level: &str) -> KeyValueList {
    let mut list = KeyValueList::new();
    list.push("level-1", events_core::Datum::Text(level));
    list
}

#[test]
fn compiled_rules_are_those_of_the_table() {
    let levels = [None, Some(0.0), Some(0.5), Some(7.0)];
    let extras = [
        None,
        Some(KeyValueList::new()),
        Some(extra("low")),
        Some(extra("full")),
    ];
    let states = [None, Some(State::InService), Some(State::OutOfService)];
    let bikes = [None, Some("none"), Some("B-1009")];
    let bools = [None, Some(false), Some(true)];
    let docks = [
        (None, None),
        (Some(1), None),
        (Some(1), Some(2)),
        (Some(2), Some(2)),
    ];
    let mut events = 0;
    for (dock, neighbour) in docks {
        for (state, bike) in states
            .iter()
            .flat_map(|state| bikes.map(|bike| (*state, bike)))
        {
            for (level, broken) in levels
                .iter()
                .flat_map(|level| bools.map(|broken| (*level, broken)))
            {
                for extra in &extras {
                    let event = DockReported {
                        dock,
                        neighbour,
                        state,
                        bike_id: bike.map(Text::from),
                        level,
                        extra: extra.clone(),
                        version_minor: None,
                        version_kind: None,
                        broken,
                        other: KeyValueList::new(),
                    };
                    assert!(agree(&event), "{event:?}");
                    events += 1;
                }
            }
        }
    }
    assert_eq!(events, 4 * 9 * 12 * 4);
}

#[test]
fn a_table_is_a_value() {
    let family = Docks::FAMILY;
    assert_eq!(
        (&*family.name, &*family.tag),
        ("Docks of a station", "kind")
    );
    assert_eq!(
        family.source.to_string(),
        "Dock Protocol, Reports, edition 3"
    );
    let [reported, taken] = &*family.events else {
        panic!("two events")
    };
    assert_eq!((&*taken.name, taken.number), ("bike.taken", None));
    assert_eq!(
        (reported.number, &*reported.description),
        (Some(12), "A dock was looked at.")
    );
    let row = |name| reported.attribute(name).expect("a row");
    assert_eq!(row("Version.Major").union.as_deref(), Some("Version"));
    assert_eq!(
        row("Version.Kind")
            .fixed
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some("in-service")
    );
    assert_eq!(row("Bike ID").description, "Of a bike that stands in it.");
    assert_eq!(
        (row("Dock").presence, row("Dock").marks[0].cell),
        (Presence::Mandatory, Cell::Presence)
    );
    let ids: Vec<_> = reported.rules().map(|(_, rule)| &*rule.id).collect();
    assert_eq!(
        ids,
        [
            "Docks/DockReported[a]",
            "Docks/DockReported[a]#2",
            "Docks/DockReported[b]",
            "Docks/DockReported[c]",
            "Docks/DockReported[d]",
            "Docks/DockReported[d]#2",
            "Docks/DockReported[d]#3",
        ]
    );
    let status = |letter| reported.footnote(letter).expect("a footnote").status;
    assert_eq!(
        ["a", "c", "*"].map(status),
        [Status::Checked, Status::Partly, Status::Context]
    );
    assert_eq!(DICTIONARY.get("Dock").and_then(|dock| dock.number), Some(1));
    assert_eq!(DICTIONARY.key_sets[0], Extras);
    assert_eq!(Extras.name, "Extra keys");
}

#[test]
fn a_message_that_a_program_made_is_checked() {
    let event = DockReported::builder()
        .dock(7)
        .state(State::InService)
        .level(7.0)
        .build();
    let valid = event.clone().validate().expect("as documented");
    assert_eq!(valid.dock, Some(7));

    let waived = DockReported {
        dock: None,
        ..event.clone()
    }
    .check();
    let notes: Vec<_> = waived.notes().iter().map(|note| &note.what).collect();
    assert!(
        matches!(&*notes, [.., Note::Waived { attribute, .. }] | [Note::Waived { attribute, .. }, ..] if attribute == "Dock")
    );
    assert!(waived.is_clean());

    let wrong = DockReported {
        version_minor: Some(2),
        ..event
    }
    .validate()
    .expect_err("the table fixes it");
    assert_eq!(
        wrong
            .violations()
            .iter()
            .map(|found| &found.what)
            .collect::<Vec<_>>(),
        [&Violation::WrongFixed {
            attribute: "Version.Minor".into(),
            expected: "1".into(),
            found: "2".into()
        }]
    );
}

#[test]
fn the_family_holds_its_events() {
    let taken = BikeTaken::builder().bike(1009_u32).build();
    let docks = Docks::from(taken);
    assert_eq!(docks.name(), "bike.taken");
    assert_eq!(
        docks
            .declared()
            .map(|(declaration, _)| &*declaration.event.name),
        Some("bike.taken")
    );
    assert_eq!((DockReported::NUMBER, DockReported::VERSION_MAJOR), (12, 3));
    assert_eq!(DockReported::VERSION_KIND, State::InService);
}
