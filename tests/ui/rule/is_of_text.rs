use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16       Mandatory,
        bike[a]: Text  Optional,
    }
    footnotes {
        /// Bikes have a frame.
        [a] bike is Frame
    }
}

fn main() {}
