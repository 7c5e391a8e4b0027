use events_core::{Text, event};

type Bike = Text;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16       Mandatory,
        bike[a]: Bike  Optional,
    }
    footnotes {
        /// Bikes have a frame.
        [a] bike["frame"] == 7
    }
}

fn main() {}
