pub mod vocabulary {
    use events_core::{Whole, union, vocabulary};

    vocabulary! {
        /// What a dock is doing.
        pub DockState = "Dock state" {
            /// It holds no bike.
            free,
            /// It is broken.
            OutOfService = "out of service",
        }
    }

    union! {
        /// A value.
        pub DockReading = "Dock reading" by channel: Whole<1, 3> {
            /// In percent.
            Charge: Whole<0, 100> = [1],
            /// In tenths of a degree.
            Heat: Whole<-300, 70000> = [2, 3],
        }
    }
}

pub mod dictionary {
    use super::vocabulary;
    use events_core::{Hex, KeyValueList, Text, Whole, dictionary};

    dictionary! {
        /// What each attribute name of Docks means and carries.
        pub static DICTIONARY = "Docks";

        /// The report itself.
        kind: event,
        /// Id of the dock.
        dock: Hex<4> { log = "dock-no", number = 1, alias = "Dock" },
        /// What was measured.
        channel: Whole<1, 3>,
        /// The measured value.
        reading: vocabulary::DockReading,
        /// Anything else.
        extra: KeyValueList { obsolete },
        /// Whether the dock is gone.
        DockGone: bool,

        /// Faults of a dock.
        keys Faults {
            /// One fault.
            "fault-%d": Whole<0, 9> | Text,
        }
    }
}

pub mod docks_events {
    use super::dictionary::*;
    use super::vocabulary::DockState;
    use events_core::{Hex, Whole, WholeOrNone, event};

    event! {
        /// What docks report.
        #[source(document = "Dock \"Protocol\"", edition = "3")]
        #[tag(kind)]
        #[dictionary(DICTIONARY)]
        <DocksEvents = "Docks">

        /// All docks were looked at.
        Docks = -7 {
            kind                                                         Mandatory,
            dock                                                         Mandatory,
            "other-dock": Hex<4>                                         Optional,
            port: WholeOrNone<0, 65535, 0>                               Mandatory[a],
            version: Whole<3, 9> = 3                                     Mandatory,
            balance: Whole<-170141183460469231731687303715884105728, 0>  Optional,
            /// With the bike.
            weight: f64                                                  Optional,
            state[b]: DockState                                          Optional,
            extra[c]                                                     Optional,
        }
        footnotes {
            /// Docks without a network have none.
            [a] context waive port

            /// A broken dock owes nothing.
            [b] if state == OutOfService { balance in [0, -5] } else { weight != 0.5 }

            /// Faults are listed there.
            [c] partly {
                extra is Faults;
                if extra["fault-1"] == 9 { state }
            }
        }
    }
}

pub mod measuring {
    use super::dictionary::*;
    use events_core::event;

    event! {
        /// What docks measure.
        #[source(document = "Dock Protocol")]
        #[tag(kind)]
        #[dictionary(DICTIONARY)]
        <Measuring>

        /// A dock is gone.
        DockGoneEvent = "DockGone" {
            kind             Mandatory,
            DockGone = true  Mandatory,
        }

        /// A dock measured something.
        UnknownEvent = "Unknown" {
            kind     Mandatory,
            channel  Mandatory,
            reading  Optional,
        }
    }
}
