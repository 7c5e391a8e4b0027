use events_core::event;

event! {
    /// Reports of docks.
    #[tag(kind)]
    #[tag(name)]
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16  Mandatory,
    }
}

fn main() {}
