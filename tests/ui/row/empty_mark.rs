use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock[]: u16  Mandatory,
    }
}

fn main() {}
