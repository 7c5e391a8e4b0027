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
        /// Some docks have no reader.
        [a] proposed unread
    }
}

fn main() {}
