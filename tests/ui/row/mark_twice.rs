use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock[a, a]: u16  Mandatory,
    }
    footnotes {
        /// Docks are numbered from 1.
        [a] remark
    }
}

fn main() {}
