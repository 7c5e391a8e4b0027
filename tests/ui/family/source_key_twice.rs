use events_core::event;

event! {
    /// Reports of docks.
    #[source(document = "Dock Protocol", document = "Docks")]
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
