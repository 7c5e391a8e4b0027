use events_core::dictionary;

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// What a dock says.
    keys Facts {}
}

fn main() {}
