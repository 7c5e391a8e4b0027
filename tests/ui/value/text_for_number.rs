use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16       Mandatory,
        speed[a]: f64  Optional,
    }
    footnotes {
        /// A bike in a dock does not move.
        [a] speed == "none"
    }
}

fn main() {}
