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
        /// The bike 0 is a dummy.
        [a] bike != 0
    }
}

fn main() {}
