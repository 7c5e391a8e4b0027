//! Call-Routing Events: calls wait for a route at routing points, and get one.
//!
//! Genesys Events and Models Reference, "Call-Routing Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Calls wait for a route at routing points, and get one.
    #[source(document = "Genesys Events and Models Reference", section = "Call-Routing Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <CallRouting = "Call-Routing">

    /// A call sits on the routing point in `ThisDN` and the switch waits for routing instructions.
    EventRouteRequest = 71 {
        ANI                       Optional,
        CallHistory               Optional,
        CallID                    Mandatory,
        CallType                  Mandatory,
        CollectedDigits           Optional,
        ConnID                    Mandatory,
        CustomerID                Optional,
        DNIS                      Optional,
        Event                     Mandatory,
        Extensions                Optional,
        LastCollectedDigit        Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        OtherDN                   Optional,
        OtherDNRole               Optional,
        OtherQueue                Optional,
        OtherTrunk                Optional,
        PreviousConnID[a]         Optional,
        Server                    Mandatory,
        ThisDN[b]                 Mandatory,
        ThisQueue[b]              Mandatory,
        ThisTrunk                 Optional,
        ThirdPartyDN              Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
    footnotes {
        /// `PreviousConnID` is mandatory when a consultation call reached the routing point.
        [a] if CallType == CallTypeConsult { PreviousConnID }

        /// `ThisDN` and `ThisQueue` have the same value.
        [b] ThisDN == ThisQueue
    }

    /// The call was routed as `TRouteCall` asked, or by the switch's default after the routing timeout ran out.
    EventRouteUsed = 72 {
        ANI                                 Optional,
        CallHistory                         Optional,
        CallID                              Mandatory,
        CallState                           Optional,
        CallType                            Mandatory,
        ConnID                              Mandatory,
        CustomerID                          Optional,
        DNIS                                Optional,
        Event                               Mandatory,
        Extensions                          Optional,
        NetworkCallID                       Optional,
        NetworkNodeID                       Optional,
        Reasons                             Optional,
        ReferenceID                         Optional,
        Server                              Mandatory,
        ThirdPartyDN[a]                     Optional,
        OtherDN[b]                          Optional,
        ThirdPartyDNRole = RoleDestination  Optional,
        ThisDN[c]                           Mandatory,
        ThisQueue[c]                        Mandatory,
        ThisTrunk                           Optional,
        time                                Mandatory,
        TransferredNetworkCallID            Optional,
        TransferredNetworkNodeID            Optional,
        UserData                            Optional,
    }
    footnotes {
        /// `ThirdPartyDN` is the destination or the dialled number; it is mandatory in a routing case whose
        /// text is not at hand.
        [a] unread

        /// The text is not at hand.
        [b] unread

        /// The text is not at hand; the same pair of marks in `EventRouteRequest` says that the two
        /// attributes are equal.
        [c] unread
    }
}
