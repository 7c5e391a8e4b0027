use events_core::{Text, event};

event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike: Text   Optional[**],
        fault: Text  Optional,
    }
    footnotes {
        /// A bike comes with a fault.
        ["**"] if bike { fault }
    }
}

fn main() {}
