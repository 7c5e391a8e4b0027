//! Nothing that the macros make trips the lints of a strict crate.

#![deny(warnings, missing_docs, unreachable_pub, missing_debug_implementations, unused_qualifications)]

use events_core::{KeyValueList, Text, Timestamp, dictionary, event, vocabulary};

vocabulary! {
    /// State of a dock.
    pub DockState = "DOCK_STATE" {
        /// A bike can be taken or brought.
        InService,
        /// Neither is possible.
        OutOfService = "out-of-service",
    }
}

dictionary! {
    /// What the attributes of docks mean.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    DockNumber: u16 { log = "no", number = 1, alias = "dock" },
    /// State of the dock.
    Info.State: DockState,
    /// Moment of the report.
    time: Timestamp { obsolete },
    /// Anything else.
    Extra: KeyValueList,
    /// The report.
    Event: event,

    /// What stands in `Extra`.
    keys Extras {
        /// How full the battery is.
        "level-%d": u8 | Text,
    }
}

event! {
    /// What the docks of a bike-sharing station report.
    #[source(document = "Dock Protocol", section = "Reports", edition = "3")]
    #[dictionary(DICTIONARY)]
    <DockEvents = "Docks and bikes">

    /// A dock was looked at.
    ///
    /// This happens once an hour.
    DockReported = 12 {
        Event                     Mandatory,
        DockNumber[a, b]          Mandatory[c],
        Info.State[a]             Optional,
        time[f]                   Mandatory,
        Extra[d]                  Optional,
        /// Degrees Celsius.
        temperature[e]: f64       Optional,
        version: u8 = 2           Mandatory,
        mode: Text = "manual"     Optional,
        kind[e]: i64 = -1         Optional,
        scale: f64 = 2            Mandatory,
        /// A type that the macro does not know.
        dock: DockNumber = 7      Mandatory,
    }
    footnotes {
        /// The first dock is never out of service.
        [a] if DockNumber == 1 { Info.State != OutOfService }
        /// Where the number comes from.
        [b] remark
        /// Old stations number from 0.
        [c] unread
        /// Levels are texts or numbers.
        [d] partly { Extra is Extras; Extra["mode"] != "x" || !Extra["level-1"] }
        /// It is cold outside.
        [e] if temperature == -1.5 { kind } else { temperature in [1, 2.5] && !(kind || mode) }
        /// Old stations have no clock.
        [f] context waive time
    }

    /// A bike was taken.
    BikeTaken = "bike.taken" {
        "Bike ID": Text  Mandatory,
    }
}

fn main() {
    let report = DockReported::builder().dock_number(7).info_state(DockState::InService).build();
    assert_eq!((report.dock_number, report.time), (7, None));
    assert_eq!((DockReported::NAME, DockReported::NUMBER), ("DockReported", 12));
    assert_eq!((DockReported::VERSION, DockReported::MODE), (2, "manual"));
    assert_eq!((DockReported::KIND, DockReported::DOCK), (-1, 7));
    assert!((DockReported::SCALE - 2.0).abs() < f64::EPSILON);
    assert_eq!(BikeTaken::NAME, "bike.taken");
    assert_eq!(DockEvents::FAMILY.name, "Docks and bikes");
    let taken = BikeTaken::builder().bike_id("B-1009").build();
    assert_eq!(DockEvents::from(taken.clone()), DockEvents::BikeTaken(taken));
    assert_eq!(DockState::OutOfService.to_string(), "out-of-service");
}
