//! A draft from `docks_columns.txt`, to be reviewed.

use events_core::{Text, Timestamp, event};

event! {
    /// To be written: what Dock says.
    #[source(document = "docks_columns.txt", section = "Dock Events", edition = "3")]
    <Dock>

    // Open, line 13: "level": it is conditional, and no footnote says when it is there
    /// To be written: what DockReported says.
    DockReported {
        /// To be rewritten: Number of the dock, which is painted on it
        dock: u16        Mandatory,
        /// To be rewritten: The bike in it
        bike[1]: Text    Optional,
        state: Text      Optional[2],
        /// To be rewritten: How full the battery is
        level: f64       Optional,
        seen: Timestamp  Mandatory,
        /// To be rewritten: Required
        broken: bool     Optional,
    }
    footnotes {
        /// To be rewritten: See the list of bikes.
        // Read from line 17: "See the list of bikes."
        [1] proposed remark

        /// To be rewritten: state is required if bike is present, otherwise absent.
        // Read from line 18: "state is required if bike is present, otherwise absent."
        [2] proposed if bike { state } else { !state }
    }

    /// To be written: what BikeTaken says.
    BikeTaken = 7 {
        /// To be rewritten: The bike
        bike: Text        Mandatory,
        /// To be rewritten: When it was brought back
        since: Timestamp  Optional,
        dock: u16         Mandatory,
    }
}
