use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16  Mandatory
        /// The number on its frame.
        bike: Text  Optional,
    }
}

fn main() {}
