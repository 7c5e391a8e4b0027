use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        locked: bool      Mandatory,
        fault[a]: u16  Optional,
    }
    footnotes {
        /// A locked dock has no fault.
        [a] if locked { !fault }
    }
}

fn main() {}
