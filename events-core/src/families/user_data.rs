//! User-Data Events: the data attached to calls change.
//!
//! Genesys Events and Models Reference, "User-Data Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// The data attached to calls change.
    #[source(document = "Genesys Events and Models Reference", section = "User-Data Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <UserDataEvents = "User-Data">

    /// The data attached to the call changed.
    EventAttachedDataChanged = 85 {
        ANI                       Optional,
        CallHistory               Optional,
        CallID                    Mandatory,
        CallType                  Mandatory,
        ConnID                    Mandatory,
        CustomerID                Optional,
        DNIS                      Optional,
        Event                     Mandatory,
        Extensions                Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThirdPartyDN[a]           Optional,
        ThisDN                    Optional,
        ThisDNRole                Optional,
        ThisTrunk                 Optional,
        time                      Mandatory,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        UserData                  Mandatory,
    }
    footnotes {
        /// `ThirdPartyDN` tells who changed the data and is mandatory whenever that is known.
        [a] context
    }
}
