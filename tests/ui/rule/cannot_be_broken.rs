use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16      Mandatory,
        bike[a]: Text  Optional,
    }
    footnotes {
        /// A bike is there or not.
        [a] bike || !bike
    }
}

fn main() {}
