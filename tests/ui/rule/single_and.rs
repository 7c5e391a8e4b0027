use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike[a]: Text    Optional,
        fault[a]: u16  Optional,
    }
    footnotes {
        /// Not both.
        [a] !(bike & fault)
    }
}

fn main() {}
