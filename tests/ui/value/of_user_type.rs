use events_core::{Text, event};

type Bike = Text;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16        Mandatory,
        bike[a]: Bike  Optional,
    }
    footnotes {
        /// The bike 0 is a dummy.
        [a] bike != 0
    }
}

fn main() {}
