use events_core::vocabulary;

vocabulary! {
    /// State of a dock.
    pub State {
        /// A bike is in it.
        Taken = 1,
        /// No bike is in it.
        Free,
    }
}

fn main() {}
