use events_core::dictionary;

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    Dock: u16 { number = 7, number = 8 },
}

fn main() {}
