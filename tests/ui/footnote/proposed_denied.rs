#![deny(deprecated)]

use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16           Mandatory,
        bike[a, b]: Text    Optional,
        proposed[c]: bool   Optional,
    }
    footnotes {
        /// The first dock has no reader.
        [a] proposed if dock == 1 { !bike }

        /// What else is said of bikes.
        [b] proposed remark

        /// An attribute may be called so.
        [c] proposed == true || !proposed
    }
}

fn main() {}
