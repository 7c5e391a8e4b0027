use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Info.Dock.Number: u16  Mandatory,
    }
}

fn main() {}
