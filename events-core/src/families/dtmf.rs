//! DTMF Events: digits are sent to calls and collected from them.
//!
//! Genesys Events and Models Reference, "DTMF Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Digits are sent to calls and collected from them.
    #[source(document = "Genesys Events and Models Reference", section = "DTMF Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <Dtmf = "DTMF">

    /// The digits in `CollectedDigits` were collected; sent to the collecting device's DN or to all monitored
    /// parties of the call.
    EventDigitsCollected = 84 {
        CallHistory               Optional,
        CallID                    Mandatory,
        CallState                 Mandatory,
        CallType                  Mandatory,
        CollectedDigits           Mandatory,
        ConnID                    Mandatory,
        CustomerID                Optional,
        Event                     Mandatory,
        Extensions                Optional,
        LastCollectedDigit        Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        OtherDN[a]                Optional,
        OtherDNRole               Optional,
        OtherQueue                Optional,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisDNRole                Mandatory,
        ThisTrunk                 Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
    footnotes {
        /// `OtherDN` names where the digits came from, if T-Server can tell.
        [a] remark
    }

    /// The asked-for DTMF sequence was sent.
    EventDTMFSent = 98 {
        ANI                       Optional,
        CallHistory               Optional,
        CallID                    Mandatory,
        ConnID                    Mandatory,
        CustomerID                Optional,
        DNIS                      Optional,
        Event                     Mandatory,
        Extensions                Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisTrunk                 Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Optional,
    }
}
