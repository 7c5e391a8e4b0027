//! Two names of one number: what names alone would refuse is right.

use events_core::{event, vocabulary};

vocabulary! {
    /// State of a dock.
    pub State {
        /// No bike is in it.
        Free = 1,
        /// The same.
        Empty = 1,
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
        /// A free dock is empty.
        [a] state == Free && state == Empty
    }
}

fn main() {}
