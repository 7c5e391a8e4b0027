use events_core::vocabulary;

vocabulary! {
    /// State of a dock.
    pub State {
        /// A number.
        number,
    }
}

fn main() {}
