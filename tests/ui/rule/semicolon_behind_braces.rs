use events_core::{Text, event};

event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike: Text      Optional[a],
        fault: Text     Optional,
        state: u8       Optional,
    }
    footnotes {
        /// A bike comes with a fault, and that with a state.
        [a] if bike { fault }; if fault { state }
    }
}

fn main() {}
