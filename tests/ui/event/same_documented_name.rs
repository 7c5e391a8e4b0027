use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported = "report" {
        dock: u16  Mandatory,
    }

    /// A bike was looked at.
    BikeReported = "report" {
        bike: u32  Mandatory,
    }
}

fn main() {}
