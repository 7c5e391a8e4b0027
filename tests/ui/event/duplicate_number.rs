use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported = 7 {
        dock: u16  Mandatory,
    }

    /// A bike left its dock.
    BikeRented = 7 {
        bike: u32  Mandatory,
    }
}

fn main() {}
