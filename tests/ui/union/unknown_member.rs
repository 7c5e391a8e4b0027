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
    }
}

/// What `Reading.Weight` carries.
type Weight = u8;

events_core::event! {
    /// What docks measure.
    <Measurements>

    /// A dock measured something.
    DockMeasured {
        About: Measured      Mandatory,
        Event                Mandatory,
        Reading[a]: Reading  Optional,
    }
    footnotes {
        /// Bikes are heavy.
        [a] if Reading { Reading.Weight == 20 }
    }
}

fn main() {}
