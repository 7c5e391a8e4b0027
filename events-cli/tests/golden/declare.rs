use events_core::tlibrary::dictionary::*;
use events_core::event;

event! {
    /// Answers and notices about the registration of an application for the events of a telephony object.
    #[source(
        document = "Genesys Events and Models Reference",
        section = "Registration Events",
        edition = "4/2/2025",
    )]
    #[dictionary(DICTIONARY)]
    <Registration>

    /// T-Server accepted the application's registration for the object in `ThisDN`, so it may send requests
    /// about it and will get its events.
    EventRegistered = 53 {
        AgentID[a]                         Optional,
        CustomerID                         Optional,
        Event                              Mandatory,
        Extensions[b]                      Mandatory,
        InfoStatus.AddressType             Optional,
        InfoType = AddressInfoAddressType  Mandatory,
        ReferenceID                        Mandatory,
        Server                             Mandatory,
        ThisDN                             Mandatory,
        time                               Mandatory,
    }
    footnotes {
        /// `AgentID` may be present only for an object of type Position or DN; `Extensions` says what else is
        /// known of the agent.
        [a] if AgentID { InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] }

        /// `Extensions` carries what `EventAddressInfo` carries: DN status for a Position or DN, queue status
        /// for a Queue, `RouteDN` or `RouteQueue`.
        [b] partly {
            if InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] {
                Extensions is AddressInfoDNStatus
            }
            if InfoStatus.AddressType in [AddressTypeQueue, AddressTypeRouteDN, AddressTypeRouteQueue] {
                Extensions is AddressInfoQueueStatus
            }
        }
    }

    /// The application's registration for the object in `ThisDN` has ended.
    EventUnregistered = 54 {
        CustomerID      Optional,
        ErrorCode       Optional,
        ErrorMessage    Optional,
        Event           Mandatory,
        ReferenceID[a]  Optional,
        Server          Mandatory,
        ThisDN          Mandatory,
        time            Mandatory,
        Extensions      Optional,
    }
    footnotes {
        /// `ReferenceID` is nearly always there; it is missing when the switch configuration changed while
        /// the CTI link was down, or the T-Server configuration was changed dynamically through Configuration
        /// Manager, and then `ErrorCode` and `ErrorMessage` give the cause.
        [a] partly { if !ReferenceID { ErrorCode && ErrorMessage } }
    }
}
