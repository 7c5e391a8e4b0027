use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    #[source(document = "Dock Protocol")]
    DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
