use events_core::{event, union, vocabulary};

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
    pub Reading by Abuot: Measured {
        /// The charge.
        Charge: u8 = [Battery],
        /// The temperature.
        Temperature: f64 = [Warmth],
    }
}

event! {
    /// What docks measure.
    <Measurements>

    /// A dock measured something.
    DockMeasured {
        About: Measured   Mandatory,
        Event             Mandatory,
        Reading: Reading  Optional,
    }
}

fn main() {}
