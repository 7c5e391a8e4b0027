use events_core::dictionary;

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    From.Dock: u16,
    /// Number of the dock.
    To.Dock: u16,
}

fn main() {}
