use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        BikeID: Text   Mandatory,
        "Bike ID": Text  Optional,
    }
}

fn main() {}
