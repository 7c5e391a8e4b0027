use events_core::{Text, dictionary, event};

dictionary! {
    /// What attributes mean.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    dock: u16
    /// The bike.
    bike: Text,
}

event! {
    /// What docks report.
    #[dictionary(DICTIONARY)]
    <Docks>

    /// A dock was looked at.
    DockReported {
        bike  Optional,
        dock  Mandatory,
    }
}

fn main() {}
