//! A draft from `tabs.txt`, to be reviewed.

use events_core::event;
use events_core::tlibrary::dictionary::*;

event! {
    /// To be written: what Registration says.
    #[source(document = "Switchboard Reference", section = "Registration Events", edition = "4/2/2025")]
    #[dictionary(DICTIONARY)]
    <Registration>

    /// To be rewritten: The client may now ask for the object in ThisDN and hears of it.
    EventRegistered {
        AgentID[a]                         Optional,
        Event                              Mandatory,
        Extensions[b]                      Mandatory,
        InfoStatus.AddressType             Optional,
        InfoType = AddressInfoAddressType  Mandatory,
        ThisDN                             Mandatory,
        time                               Mandatory,
    }
    footnotes {
        /// To be rewritten: The AgentID attribute can only be present for objects of AddressTypePosition or
        /// AddressTypeDN. See the list below.
        // Read from line 38: "The AgentID attribute can only be present for objects of AddressTypePosition or
        // AddressTypeDN. See the list below."
        [a] proposed if AgentID { InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] }

        /// To be rewritten: The Extensions attribute has the same information as in EventAddressInfo:
        /// - For objects of AddressTypePosition or AddressTypeDN, see the matching
        /// InfoType=TAddressInfoDNStatus.
        /// - For objects of AddressTypeQueue, AddressTypeRouteDN, or AddressTypeRouteQueue, see
        /// InfoType=TAddressInfoQueueStatus.
        // Read from line 40: "The Extensions attribute has the same information as in EventAddressInfo: For
        // objects of AddressTypePosition or AddressTypeDN, see the matching InfoType=TAddressInfoDNStatus.
        // For objects of AddressTypeQueue, AddressTypeRouteDN, or AddressTypeRouteQueue, see
        // InfoType=TAddressInfoQueueStatus."
        [b] proposed partly {
            if InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] {
                Extensions is AddressInfoDNStatus
            }
            if InfoStatus.AddressType in [AddressTypeQueue, AddressTypeRouteDN, AddressTypeRouteQueue] {
                Extensions is AddressInfoQueueStatus
            }
        }
    }

    /// To be rewritten: The client hears no more of the object in ThisDN.
    EventUnregistered {
        ErrorCode       Optional,
        ErrorMessage    Optional,
        Event           Mandatory,
        ReferenceID[a]  Optional,
        ThisDN          Mandatory,
        time            Mandatory,
    }
    footnotes {
        /// To be rewritten: The ReferenceID attribute is mandatory as a rule, but not present if somebody
        /// changed the switch by hand. Then, the reason is given by the attributes ErrorCode and
        /// ErrorMessage.
        // Read from line 69: "The ReferenceID attribute is mandatory as a rule, but not present if somebody
        // changed the switch by hand. Then, the reason is given by the attributes ErrorCode and
        // ErrorMessage."
        [a] proposed partly { if !ReferenceID { ErrorCode && ErrorMessage } }
    }
}
