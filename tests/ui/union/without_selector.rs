use events_core::{union, vocabulary};

vocabulary! {
    /// What a measurement is about.
    pub Measured {
        /// The battery.
        Battery,
        /// The temperature.
        Warmth,
    }
}

union! {
    /// What was measured.
    pub Reading {
        /// The charge.
        Charge: u8 = [Battery],
    }
}

fn main() {}
