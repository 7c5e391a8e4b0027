use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Event[a]   Mandatory,
        dock: u16  Mandatory,
    }
    footnotes {
        /// Some docks have no name.
        [a] context waive Event
    }
}

fn main() {}
