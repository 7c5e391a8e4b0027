use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock[a]: u16  Mandatory,
        bike: Text    Optional,
    }
    footnotes {
        /// Each dock has a number.
        [a] dock
    }
}

fn main() {}
