use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
