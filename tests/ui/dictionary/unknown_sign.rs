use events_core::{Text, dictionary};

dictionary! {
    /// What attributes mean.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    dock: u16,

    /// More.
    keys More {
        /// State of a door.
        "door-%s": Text,
        /// How full it is.
        "load-%": u8,
    }
}

fn main() {}
