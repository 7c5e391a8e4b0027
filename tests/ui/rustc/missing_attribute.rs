use events_core::{Text, event};

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        dock: u16    Mandatory,
        bike: Text  Mandatory,
        fault: u16  Optional,
    }
}

fn main() {
    let _ = DockReported::builder().dock(7).fault(3).build();
}
