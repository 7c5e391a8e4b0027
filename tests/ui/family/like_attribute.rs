use events_core::event;
use events_core::tlibrary::dictionary::*;

event! {
    /// Data of calls.
    <UserData>

    /// The data were changed.
    EventAttachedDataChanged {
        Event     Mandatory,
        ThisDN    Mandatory,
        UserData  Mandatory,
    }
}

fn main() {}
