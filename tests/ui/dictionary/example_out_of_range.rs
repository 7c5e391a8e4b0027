use events_core::{Text, Whole, dictionary};

dictionary! {
    /// What attributes mean.
    pub static DICTIONARY = "Docks";

    /// The bike.
    bike: Text { example = "B-1009" },
    /// Number of the dock.
    dock: Whole<1000, 9999> { example = "1001", example = "20" },
}

fn main() {}
