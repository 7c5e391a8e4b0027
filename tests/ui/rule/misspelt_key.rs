use events_core::{KeyValueList, Text, dictionary, event};

dictionary! {
    /// What attributes mean.
    pub static DICTIONARY = "Docks";

    /// More.
    more: KeyValueList,

    /// What `more` holds.
    keys More {
        /// The weather.
        "weather": Text,
        /// State of a door.
        "door-%d": Text,
    }
}

event! {
    /// What docks report.
    #[dictionary(DICTIONARY)]
    <Docks>

    /// A dock was looked at.
    DockReported {
        more[a]      Optional,
        free[b]: events_core::KeyValueList  Optional,
    }
    footnotes {
        /// Doors are shut when it rains.
        [a] more is More; if more["wether"] == "rain" { more["door-1"] == "shut" && more["colour"] }

        /// Nobody says what it holds.
        [b] if free["wether"] { free["x"] }
    }
}

fn main() {}
