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
    pub Reading by About: Measured {
        Charge: u8 = [Battery],
    }
}

fn main() {}
