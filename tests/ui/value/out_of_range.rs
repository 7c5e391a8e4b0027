use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16      Mandatory,
        level[a]: u8  Optional,
    }
    footnotes {
        /// A full battery stays in the dock.
        [a] level != 256
    }
}

fn main() {}
