use events_core::vocabulary;

vocabulary! {
    /// State of a dock.
    pub State {
        /// A bike is in it.
        Taken,
        /// A bike is in it.
        Taken,
    }
}

fn main() {}
