//! Query Events: answers to questions about telephony objects.
//!
//! Genesys Events and Models Reference, "Query Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Answers to questions about telephony objects.
    #[source(document = "Genesys Events and Models Reference", section = "Query Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <Query>

    /// The answer to `TQueryAddress`: what `InfoType` asked for, in `InfoStatus` and `Extensions`, about the
    /// object in `ThisDN` or `ThisQueue`.
    EventAddressInfo = 92 {
        AgentID[a]                Optional,
        CallID                    Optional,
        ConnID[b]                 Optional,
        CustomerID                Optional,
        Event                     Mandatory,
        Extensions[c]             Optional,
        InfoStatus                Mandatory,
        InfoType[c]               Mandatory,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        PreviousConnID[b]         Optional,
        ReferenceID               Mandatory,
        Reasons[d]                Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisQueue                 Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
    footnotes {
        /// `AgentID` may be present only for an object of type Position or DN.
        [a] partly {
            if AgentID && InfoType == AddressInfoAddressType {
                InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN]
            }
        }

        /// `ConnID` and `PreviousConnID` are mandatory when `InfoType` is `AddressInfoCallsQuery`: the
        /// active call, and the held call if there is one.
        [b] partly { if InfoType == AddressInfoCallsQuery { ConnID } }

        /// Which member of `InfoStatus` is valid, and what `Extensions` holds, follow from `InfoType`; types
        /// other than DN and queue status depend on the switch, and an unsupported one is answered with
        /// `EventError`.
        [c] if InfoType == AddressInfoDNStatus { Extensions is AddressInfoDNStatus }
            if InfoType == AddressInfoQueueStatus { Extensions is AddressInfoQueueStatus }

        /// `Reasons` is the last known key-value list of recent activity at the address.
        [d] remark
    }
}
