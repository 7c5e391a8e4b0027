use events_core::dictionary;

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    Dock: u16,
}

fn main() {}
