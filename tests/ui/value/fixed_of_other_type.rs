use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16 = "seven"  Mandatory,
        bike: Text           Optional,
    }
}

fn main() {}
