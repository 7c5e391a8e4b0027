//! `events-core` under another name: its macros find it all the same.

#![deny(warnings, missing_docs)]

use renamed::{Text, dictionary, event, vocabulary};

vocabulary! {
    /// State of a dock.
    pub State {
        /// A bike is in it.
        Taken,
        /// No bike is in it.
        Free,
    }
}

dictionary! {
    /// What docks report.
    pub static DICTIONARY = "Docks";

    /// Number of the dock.
    Dock: u16,
}

event! {
    /// Reports of docks.
    #[dictionary(DICTIONARY)]
    <Docks>

    /// A dock was looked at.
    DockReported {
        Dock            Mandatory,
        state: State    Mandatory,
        bike[a]: Text   Optional,
    }
    footnotes {
        /// Only a dock that is taken holds a bike.
        [a] if bike { state == Taken }
    }
}

#[cfg(test)]
mod tests {
    use renamed::Validate;

    use super::*;

    #[test]
    fn macros_find_a_renamed_crate() {
        let docked = DockReported::builder()
            .dock(7)
            .state(State::Free)
            .bike("B-1009")
            .build();
        assert!(docked.validate().is_err());
    }
}
