use events_core::event;

event! {
    /// A dock was looked at.
    DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
