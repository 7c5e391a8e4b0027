use events_core::event;

event! {
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
