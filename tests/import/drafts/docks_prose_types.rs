//! A draft from `docks_prose_types.md`, to be reviewed.

use events_core::{Text, event, vocabulary};

// Open, line 39: it says what `Part` is and was not understood, write the type by hand
// Open, line 41: it lists values and no row is said to carry `Colour`, write the type of the row that does

vocabulary! {
    /// To be written: what `FaultKind` is.
    pub FaultKind {
        /// To be rewritten: a brake
        Brake = 1,
        /// To be rewritten: a tyre
        Tyre = 2,
        /// To be rewritten: anything else
        Other = 9,
    }
}

vocabulary! {
    /// To be written: what `Severity` is.
    pub Severity {
        /// To be written: what `Minor` means.
        Minor = 1,
        /// To be written: what `Major` means.
        Major = 2,
    }
}

vocabulary! {
    /// To be written: what `Power` is.
    pub Power {
        /// To be written: what `Battery` means.
        Battery = 0,
        /// To be written: what `Mains` means.
        Mains = 1,
    }
}

event! {
    /// To be written: what Dock says.
    #[source(document = "Dock Guide", section = "Dock Events")]
    <Dock>

    /// To be rewritten: Sent when a dock was looked at.
    DockReported {
        dock: i64   Mandatory,
        bike: Text  Optional,
    }

    // Open, line 25: "part": unknown type `Part`, taken as a text: write into the row what it carries
    /// To be rewritten: Sent when a fault was seen.
    FaultReported {
        /// To be rewritten: What is broken
        fault: FaultKind  Mandatory,
        /// To be rewritten: How bad it is
        level: Severity   Mandatory,
        /// To be rewritten: How it runs
        power: Power      Mandatory,
        /// To be rewritten: Which part
        part: Text        Optional[a],
    }
    footnotes {
        /// To be rewritten: Required when `fault` is `Brake`.
        // Read from line 27: "Required when `fault` is `Brake`."
        [a] proposed if fault == Brake { part }
    }
}
