use events_core::{event, vocabulary};

vocabulary! {
    /// State of a dock.
    pub State {
        /// No bike is in it.
        Free = 1,
        /// A bike is in it.
        Taken = 2,
    }
}

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        state[a]: State  Mandatory,
    }
    footnotes {
        /// A dock is free and taken.
        [a] state == Free && state == Taken
    }
}

fn main() {}
