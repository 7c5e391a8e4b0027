use events_core::dictionary;

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    Dock: u16 { nubmer = 7 },
}

fn main() {}
