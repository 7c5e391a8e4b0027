//! A proposal compiles, with a warning.

use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16       Mandatory,
        bike[a]: Text   Optional,
    }
    footnotes {
        /// The first dock has no reader.
        [a] proposed partly { if dock == 1 { !bike } }
    }
}

fn main() {
    assert_eq!(DockReported::builder().dock(7).build().dock, 7);
}
