#![deny(warnings)]

use events_core::{union, vocabulary};

vocabulary! {
    /// What a measurement is about.
    pub Measured {
        /// The battery.
        Battery,
    }
}

union! {
    /// What was measured.
    pub reading by about: Measured {
        /// The charge.
        charge: u8 = [Battery],
    }
}

fn main() {}
