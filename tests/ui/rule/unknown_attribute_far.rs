use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16       Mandatory,
        bike[a]: Text  Optional,
    }
    footnotes {
        /// Only docks in service hold bikes.
        [a] if bike { state == "in service" }
    }
}

fn main() {}
