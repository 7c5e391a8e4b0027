use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike[a, c]: Text  Optional,
        fault[b]: u16     Optional,
        state: Text       Optional,
    }
    footnotes {
        /// A bike has a fault.
        [a] if bike { fault }
        /// A fault is a state.
        [b] if fault { state }
        /// A bike has a state.
        [c] if bike { state }
    }
}

fn main() {}
