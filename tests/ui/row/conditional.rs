use events_core::{Text, event};

event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike: Text   Conditional[a],
        fault: Text  Conditional,
    }
    footnotes {
        /// A bike comes with a fault.
        [a] if bike { fault }
    }
}

fn main() {}
