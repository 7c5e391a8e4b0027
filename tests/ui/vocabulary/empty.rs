use events_core::vocabulary;

vocabulary! {
    /// State of a dock.
    pub State {}
}

fn main() {}
