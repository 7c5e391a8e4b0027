//! A crate may use the names of the prelude, and that of `core`, for its own.

#![allow(dead_code)]

struct Option;
struct Some;
struct Result;
struct String;
trait Clone {}
trait Debug {}
mod core {}

::events_core::vocabulary! {
    /// State of a dock.
    pub State {
        /// A bike is in it.
        Taken,
    }
}

::events_core::event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported = 1 {
        dock[a]: u16                             Mandatory,
        state[a]: State = Taken                  Optional,
        bike[a]: ::events_core::Text             Optional,
    }
    footnotes {
        /// Something.
        [a] if dock == 1 { bike } else { !bike }
    }
}

fn main() {
    let _ = DockReported::builder().dock(1).build();
}
