//! Call-Handling and Transfer/Conference Events: calls are placed and delivered.
//!
//! Genesys Events and Models Reference, "Call-Handling and Transfer/Conference Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Calls are placed and delivered.
    #[source(document = "Genesys Events and Models Reference", section = "Call-Handling and Transfer/Conference Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <CallHandling = "Call-Handling and Transfer/Conference">

    /// A call is being placed for the object in `ThisDN`.
    EventDialing = 61 {
        AgentID                   Optional,
        ANI                       Optional,
        CallHistory               Optional,
        CallID                    Mandatory,
        CallType[a]               Mandatory,
        ConnID                    Mandatory,
        CustomerID                Optional,
        DNIS                      Optional,
        Event                     Mandatory,
        Extensions                Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        OtherDN[b]                Optional,
        OtherDNRole[b]            Optional,
        OtherQueue                Optional,
        OtherTrunk                Optional,
        PreviousConnID[c]         Optional,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisDNRole                Mandatory,
        ThisQueue[d]              Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
    footnotes {
        /// `CallType` may be Unknown.
        [a] remark

        /// `OtherDN` is the dialled number, and is left out when nothing is known of the far party;
        /// `OtherDNRole` goes with it.
        [b] if OtherDN { OtherDNRole } else { !OtherDNRole }

        /// `PreviousConnID` is mandatory for a consultation call.
        [c] if CallType == CallTypeConsult { PreviousConnID }

        /// In predictive dialling `ThisQueue` is mandatory and equals `ThisDN`.
        [d] context
    }

    /// A call was delivered to the object in `ThisDN`.
    EventRinging = 60 {
        AgentID                   Optional,
        ANI                       Optional,
        CallHistory               Optional,
        CallID                    Mandatory,
        CallState                 Mandatory,
        CallType                  Mandatory,
        Cause                     Optional,
        ConnID                    Mandatory,
        CollectedDigits           Optional,
        CustomerID                Optional,
        DNIS                      Optional,
        Event                     Mandatory,
        Extensions                Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        OtherDN                   Optional,
        OtherDNRole               Optional,
        OtherQueue                Optional,
        OtherTrunk                Optional,
        PreviousConnID[a]         Optional,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisDNRole                Mandatory,
        ThirdPartyDN              Optional,
        ThisQueue[b]              Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
    footnotes {
        /// `PreviousConnID` is mandatory for a consultation call.
        [a] if CallType == CallTypeConsult { PreviousConnID }

        /// `ThisQueue` is mandatory in a case that the edition at hand does not print in full (an ACD call,
        /// by the wording used for a sister event).
        [b] context
    }
}
