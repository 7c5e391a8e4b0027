use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock[a]: u16  Mandatory,
    }
    footnotes {
        /// The first docks.
        [a] dock in [1, 2, 1]
    }
}

fn main() {}
