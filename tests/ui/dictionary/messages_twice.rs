use events_core::{dictionary, vocabulary};

vocabulary! {
    /// All messages of a station.
    pub DockMessage {
        /// A dock was looked at.
        DockReported,
        /// A dock was opened.
        DockOpened,
    }
}

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    Dock: u16,

    messages DockMessage,
    messages DockMessage,
}

fn main() {}
