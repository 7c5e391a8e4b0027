//! A draft from `docks_types.md`, to be reviewed.

use events_core::{Text, Timestamp, event, vocabulary};

vocabulary! {
    /// To be written: what `State` is.
    pub State {
        /// To be written: what `free` means.
        free,
        /// To be written: what `taken` means.
        taken,
        /// To be written: what `broken` means.
        broken,
    }
}

vocabulary! {
    /// To be written: what `Side` is.
    pub Side {
        /// To be written: what `left` means.
        left,
        /// To be written: what `right` means.
        right,
    }
}

vocabulary! {
    /// To be written: what `DockLostState` is.
    pub DockLostState {
        /// To be written: what `stolen` means.
        stolen,
        /// To be written: what `sunk` means.
        sunk,
    }
}

event! {
    /// To be written: what DocksTypes says.
    #[source(document = "Docks")]
    <DocksTypes>

    // Open, line 11: "owner": unknown type `Party`, taken as a text: write into the row what it carries
    // Open, line 12: "until": its description has a condition, and no footnote has it: Present only if state
    // is taken
    /// To be written: what DockSeen says.
    DockSeen {
        dock: u16         Mandatory,
        charge: f64       Mandatory,
        state: State      Mandatory,
        side: Side        Optional,
        owner: Text       Optional,
        /// To be rewritten: Present only if state is taken
        until: Timestamp  Optional,
    }

    // Open, line 21: "parts string 0..n": unknown presence `0..n`, say what it means with `--presence
    // "0..n=…"`, `Mandatory` or `Optional`
    /// To be written: what DockLost says.
    DockLost {
        dock: u16             Mandatory,
        state: DockLostState  Optional,
        bike: Text            Mandatory,
    }
}
