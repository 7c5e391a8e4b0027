use events_core::{KeyValueList, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16                Mandatory,
        data[a]: KeyValueList  Optional,
    }
    footnotes {
        /// The state is written out.
        [a] data["state"] == Empty
    }
}

fn main() {}
