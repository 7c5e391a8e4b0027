use events_core::{Text, event};

type Dock = u16;
type Bike = Text;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: Dock     Mandatory,
        bike[a]: Bike  Optional,
    }
    footnotes {
        /// Bikes are called like their dock.
        [a] bike == dock
    }
}

fn main() {}
