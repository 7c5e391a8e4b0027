pub mod vocabulary {
    use events_core::vocabulary;

    vocabulary! {
        /// What a dock is doing.
        pub DockState {
            /// It holds no bike.
            Free = 0,
            /// It holds a bike.
            Taken = 1,
        }
    }
}

pub mod dictionary {
    use super::vocabulary;
    use events_core::{Text, Timestamp, dictionary};

    dictionary! {
        /// What each attribute name of Docks means and carries.
        pub static DICTIONARY = "Docks";

        /// Number of the bike.
        Bike: Text,
        /// The report itself.
        Kind: event,
        /// What the dock is doing.
        State: vocabulary::DockState,
        /// Moment of the report.
        Seen: Timestamp,
    }
}

pub mod docks {
    use super::dictionary::*;
    use super::vocabulary::DockState;
    use events_core::event;

    event! {
        /// What docks report.
        #[source(document = "Dock Protocol")]
        #[tag(Kind)]
        #[dictionary(DICTIONARY)]
        <Docks>

        /// A dock was looked at.
        DockReported = 12 {
            Bike[a]            Optional,
            Kind               Mandatory,
            State              Mandatory,
            Seen               Mandatory,
            Dock: u16          Mandatory,
            Before: DockState  Optional,
        }
        footnotes {
            /// A bike is only in a dock that is taken.
            [a] if Bike { State == Taken }
        }
    }
}
