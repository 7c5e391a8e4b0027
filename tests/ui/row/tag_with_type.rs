use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Event: u16  Mandatory,
        dock: u16   Mandatory,
    }
}

fn main() {}
