mod docks {
    events_core::event! {
        /// What docks report.
        <Docks>

        /// A dock was freed.
        Freed = 1 {
            Event  Mandatory,
        }

        /// A dock was taken.
        Taken = 2 {
            Event  Mandatory,
        }
    }
}

mod bikes {
    events_core::event! {
        /// What bikes report.
        <Bikes>

        /// A bike was taken.
        Taken = 3 {
            Event  Mandatory,
        }
    }
}

events_core::specification! {
    /// Any event of the station.
    pub enum StationEvent {
        /// Of docks.
        Docks(docks::Docks),
        /// Of bikes.
        Bikes(bikes::Bikes),
    }
}

fn main() {}
