use events_core::event;

event! {
    /// Reports of docks.
    #[tag(kind)]
    <Docks>

    /// A dock was looked at.
    DockReported {
        kind       Mandatory,
        Event      Mandatory,
        dock: u16  Mandatory,
    }
}

fn main() {}
