use events_core::dictionary;

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    Dock,
}

fn main() {}
