use events_core::{Text, event, vocabulary};

vocabulary! {
    /// What docks are.
    pub DockState {
        /// In use.
        Used,
        /// Free.
        Free,
    }
}

event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike: Text        Optional[a],
        state: DockState  Mandatory,
    }
    footnotes {
        /// A bike uses the dock.
        [a] if bike { state == "Used" }
    }
}

fn main() {}
