use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock[a]: u16  Mandatory,
    }
    footnotes {
        /// The dock 0 is none.
        [a] dock !=
    }
}

fn main() {}
