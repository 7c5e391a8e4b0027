use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        version: u8 = 2   Mandatory,
        bike[a]: Text  Optional,
    }
    footnotes {
        /// Since version 2.
        [a] if bike { version == 2 }
    }
}

fn main() {}
