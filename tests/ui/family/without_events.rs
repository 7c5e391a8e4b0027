use events_core::event;

event! {
    /// Reports of docks.
    <Docks>
}

fn main() {}
