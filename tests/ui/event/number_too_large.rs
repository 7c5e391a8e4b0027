use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported = 9223372036854775808 {
        dock: u16  Mandatory,
    }
}

fn main() {}
