//! In the body of a function, and in a module of one.

fn main() {
    events_core::vocabulary! {
        /// State of a dock.
        State {
            /// A bike is in it.
            Taken = 1,
            /// No bike is in it.
            Free = 0,
        }
    }

    mod dictionary {
        events_core::dictionary! {
            /// What docks report.
            pub static DOCKS = "Docks";

            /// Number of the dock.
            Dock: u16,

            /// What a dock adds.
            keys Extras {
                /// Its level.
                "level": u8,
            }
        }
    }
    use dictionary::{DOCKS, Dock, Extras};

    events_core::event! {
        /// Reports of docks.
        #[dictionary(DOCKS)]
        <Docks>

        /// A dock was looked at.
        DockReported {
            Dock[a]                            Mandatory,
            state[a]: State                    Optional,
            extra[a]: events_core::KeyValueList  Optional,
        }
        footnotes {
            /// The first dock is free.
            [a] if Dock == 1 { state == Free; extra is Extras; extra["state"] == Dock }
        }
    }

    mod inner {
        events_core::event! {
            /// Reports of bikes.
            <Bikes>

            /// A bike was looked at.
            BikeReported { bike: u32 Mandatory }
        }
    }

    let docked = DockReported::builder().dock(1).state(State::Free).build();
    assert_eq!(docked.state, Some(State::Free));
    assert_eq!(inner::BikeReported::builder().bike(1009).build().bike, 1009);
}
