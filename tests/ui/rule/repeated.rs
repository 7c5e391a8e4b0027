use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike[a]: Text    Optional,
        fault[b]: u16  Optional,
    }
    footnotes {
        /// A bike in a dock with a fault is not reported.
        [a] if fault { !bike }
        /// A dock with a fault reports no bike.
        [b] if fault { !bike }
    }
}

fn main() {}
