use events_core::{Text, event};

event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Event       Optional,
        bike: Text  Optional,
    }
}

fn main() {}
