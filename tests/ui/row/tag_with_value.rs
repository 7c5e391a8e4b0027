use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Event = "DockReported"  Mandatory,
        dock: u16               Mandatory,
    }
}

fn main() {}
