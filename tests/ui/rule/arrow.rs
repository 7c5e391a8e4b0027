use events_core::{Text, event};

event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike: Text      Optional[a],
        fault: Text     Optional,
    }
    footnotes {
        /// A bike comes with a fault.
        [a] bike => fault
    }
}

fn main() {}
