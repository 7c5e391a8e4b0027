//! A draft from `docks_tag.md`, to be reviewed.

use events_core::{Text, event};

event! {
    /// To be written: what Dock says.
    #[source(document = "Dock Guide", section = "Dock Events")]
    #[tag(message_type)]
    <Dock>

    // Open, line 13: "unit": its description has a condition, and no footnote has it: Always kg or lb
    /// To be rewritten: Sent when a dock was opened.
    DockOpened {
        /// To be rewritten: Always DockOpened
        message_type      Mandatory,
        /// To be rewritten: Always 3
        version: i64 = 3  Mandatory,
        /// To be rewritten: Always kg or lb
        unit: Text        Mandatory,
    }

    /// To be rewritten: Sent when a dock was shut.
    DockShut {
        /// To be rewritten: Fixed: DockShut
        message_type      Mandatory,
        /// To be rewritten: Always 3.
        version: i64 = 3  Mandatory,
    }
}

event! {
    /// To be written: what Bike says.
    #[source(document = "Dock Guide", section = "Bike Events")]
    <Bike>

    // Open, line 32: "kind": it is fixed to the name of the event, and not so in all tables of the family: if
    // it is the tag, say it with `#[tag(…)]`
    /// To be rewritten: Sent when a bike was taken.
    BikeTaken {
        /// To be rewritten: Always BikeTaken
        kind: Text = "BikeTaken"  Mandatory,
    }

    /// To be rewritten: Sent when a bike was lost.
    BikeLost {
        /// To be rewritten: What happened
        kind: Text  Mandatory,
    }
}
