//! A draft from `fused.txt`, to be reviewed.

use events_core::tlibrary::dictionary::*;
use events_core::{Text, event};

event! {
    /// To be written: what Fused says.
    #[source(document = "fused.txt")]
    #[dictionary(DICTIONARY)]
    <Fused>

    // Open, line 11: "OtherDNTrunk": the dictionary lacks this name, is it `OtherTrunk`?
    // Open, line 19: the condition is not understood: ThisQueue is mandatory when dialling runs ahead of the
    // agents.
    /// To be rewritten: Somebody dials from the object in ThisDN.
    EventDialing = 61 {
        ANI                 Optional,
        CallType[a]         Mandatory,
        Event               Mandatory,
        OtherDN[b]          Optional,
        OtherDNRole[b]      Optional,
        OtherDNTrunk: Text  Optional, // not in the dictionary
        PreviousConnID      Optional[c],
        ThisDN              Mandatory,
        ThisQueue[b, d]     Optional,
        time                Mandatory,
    }
    footnotes {
        /// To be rewritten: The call may be of an unknown type.
        // Read from line 16: "The call may be of an unknown type."
        [a] proposed remark

        /// To be rewritten: OtherDN and OtherDNRole are present together or not at all.
        // Read from line 17: "OtherDN and OtherDNRole are present together or not at all."
        [b] proposed OtherDN && OtherDNRole || !(OtherDN || OtherDNRole)

        /// To be rewritten: PreviousConnID is mandatory if CallType is CallTypeConsult.
        // Read from line 18: "PreviousConnID is mandatory if CallType is CallTypeConsult."
        [c] proposed if CallType == CallTypeConsult { PreviousConnID }

        /// To be rewritten: ThisQueue is mandatory when dialling runs ahead of the agents.
        [d] unread
    }
}

// The dictionary of T-Library lacks these names. Entries to begin with:
//
//     /// To be written: what OtherDNTrunk means.
//     OtherDNTrunk: Text,
