use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    pub DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
