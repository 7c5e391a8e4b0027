use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        Event           Mandatory,
        bike[a]: Text  Optional,
    }
    footnotes {
        /// Only here.
        [a] if bike { Event == "DockReported" }
    }
}

fn main() {}
