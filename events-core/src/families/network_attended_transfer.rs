//! Network Attended Transfer Events: calls with several parties in the network change their state.
//!
//! Genesys Events and Models Reference, "Network Attended Transfer Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Calls with several parties in the network change their state.
    #[source(document = "Genesys Events and Models Reference", section = "Network Attended Transfer Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <NetworkAttendedTransfer = "Network Attended Transfer">

    /// The state of a multi-party network call, sent to all concerned whenever it changes.
    EventNetworkCallStatus = 178 {
        ANI                       Optional,
        CallHistory               Optional,
        CallID                    Mandatory,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        CallType                  Mandatory,
        ConnID                    Mandatory,
        Cause                     Optional,
        CustomerID                Optional,
        DNIS                      Optional,
        Event                     Mandatory,
        Extensions                Optional,
        NetworkCallState          Mandatory,
        NetworkPartyRole[a]       Mandatory,
        NetworkOrigDN             Optional,
        NetworkDestDN             Optional,
        NetworkDestState          Mandatory,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisDNRole                Mandatory,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
    footnotes {
        /// Network T-Servers leave `NetworkPartyRole` out although the row says Mandatory.
        [a] context waive NetworkPartyRole
    }

    /// Server-specific network data: the answer to `TNetworkPrivateService` or a notice about T-Server
    /// behaviour, device or call status.
    EventNetworkPrivateInfo = 179 {
        PrivateEvent      Mandatory,
        Event             Mandatory,
        Reasons           Optional,
        UserData          Optional,
        Extensions        Optional,
        ReferenceID       Optional,
        Server            Mandatory,
        ConnID            Optional,
        ThisDN            Optional,
        NetworkCallState  Optional,
        NetworkPartyRole  Optional,
        NetworkOrigDN     Optional,
        NetworkDestDN     Optional,
        NetworkDestState  Optional,
        time              Mandatory,
    }
}
