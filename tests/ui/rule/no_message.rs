use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock[a, b]: u16  Mandatory,
        bike: Text       Optional,
    }
    footnotes {
        /// Docks are numbered from 1.
        [a] dock == 1
        /// Some are 2.
        [b] dock == 2
    }
}

fn main() {}
