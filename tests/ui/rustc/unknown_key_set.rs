use events_core::event;

use events_core::tlibrary::dictionary::*;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Extensions[a]  Optional,
    }
    footnotes {
        /// The state of the queue.
        [a] Extensions is AddressInfoQueueStatu
    }
}

fn main() {}
