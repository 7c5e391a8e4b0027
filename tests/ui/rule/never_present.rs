use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16      Mandatory,
        state: Text    Mandatory,
        bike[a]: Text  Optional,
    }
    footnotes {
        /// Docks with a state have no bike.
        [a] if bike { dock == 1 && dock == 2 }
    }
}

fn main() {}
