use events_core::dictionary;

dictionary! {
    /// Number of the dock.
    Dock: u16,
}

fn main() {}
