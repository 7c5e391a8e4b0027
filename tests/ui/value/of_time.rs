use events_core::{Timestamp, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16            Mandatory,
        at[a]: Timestamp  Optional,
    }
    footnotes {
        /// Reports begin in 2026.
        [a] at != 2025
    }
}

fn main() {}
