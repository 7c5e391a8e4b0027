use events_core::event;

use events_core::tlibrary::dictionary::*;

event! {
    /// Reports of docks.
    <Docks>

    /// A dock was looked at.
    DockReported {
        AddressType = AddressTypeQeue  Mandatory,
    }
}

fn main() {}
