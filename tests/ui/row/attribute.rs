use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        #[serde(skip)]
        dock: u16  Mandatory,
    }
}

fn main() {}
