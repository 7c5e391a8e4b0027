//! T-Library Call-Based Events: calls as such are monitored, whichever objects take part in them.
//!
//! Genesys Events and Models Reference, "T-Library Call-Based Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Calls as such are monitored, whichever objects take part in them.
    #[source(document = "Genesys Events and Models Reference", section = "T-Library Call-Based Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <CallBased = "Call-Based">

    /// T-Server created a call object (call-based monitoring).
    EventCallCreated = 160 {
        CallUUID         Mandatory,
        ISLinkList[a]    Optional,
        ConnID           Mandatory,
        CallType         Optional,
        OrigCallUUID     Optional,
        CallID           Optional,
        NodeID           Optional,
        NetworkCallID    Optional,
        NetworkNodeID    Optional,
        ANI              Optional,
        DNIS             Optional,
        UserData         Optional,
        CustomerID       Optional,
        DialedNumber[b]  Optional,
    }
    footnotes {
        /// `ISLinkList` comes only when call states are resynchronised.
        [a] context

        /// `DialedNumber` is there for outgoing calls only, and only if known when the call object was made.
        [b] partly { if DialedNumber { CallType != CallTypeInbound } }
    }
}
