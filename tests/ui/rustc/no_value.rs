use events_core::event;

use std::rc::Rc;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16        Mandatory,
        bike: Rc<str>  Optional,
    }
}

fn main() {}
