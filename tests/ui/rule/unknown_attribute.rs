use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        DockNumber: u16   Mandatory,
        BikeID[a]: Text  Optional,
    }
    footnotes {
        /// The bike 0 is a dummy.
        [a] BikeId != "0"
    }
}

fn main() {}
