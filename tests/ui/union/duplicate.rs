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
    pub Reading by About: Measured {
        /// The charge.
        Charge: u8 = [Battery],
        /// The temperature.
        Charge: f64 = [Warmth],
    }
}

fn main() {}
