event! {
    /// Registration of an application for the events of one telephony object.
    #[source(
        document = "Genesys Events and Models Reference",
        section = "Registration Events",
        edition = "4/2/2025",
    )]
    <Registration>

    /// The application may send requests and receive events about the object named by ThisDN.
    EventRegistered = 53 {
        AgentID[a]: Text                                     Optional,
        CustomerID: Text                                     Optional,
        Event                                                Mandatory,
        Extensions[b]: KeyValueList                          Mandatory,
        InfoStatus.AddressType: TAddressType                 Optional,
        InfoType: TAddressInfoType = AddressInfoAddressType  Mandatory,
        ReferenceID: WholeOrNone<0, 4294967295, 4294967295>  Mandatory,
        Server: i32                                          Mandatory,
        ThisDN: Text                                         Mandatory,
        time: Timestamp                                      Mandatory,
    }
    footnotes {
        /// An agent is reported only for an object of type Position or DN.
        [a] if AgentID { InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] }

        /// Extensions hold what EventAddressInfo reports for this type of object.
        [b] partly {
            if InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] {
                Extensions is AddressInfoDNStatus
            }
            if InfoStatus.AddressType in [AddressTypeQueue, AddressTypeRouteDN, AddressTypeRouteQueue] {
                Extensions is AddressInfoQueueStatus
            }
        }
    }

    /// The application's registration for the object in ThisDN has ended.
    EventUnregistered = 54 {
        CustomerID: Text                                        Optional,
        ErrorCode: i64                                          Optional,
        ErrorMessage: Text                                      Optional,
        Event                                                   Mandatory,
        ReferenceID[a]: WholeOrNone<0, 4294967295, 4294967295>  Optional,
        Server: i32                                             Mandatory,
        ThisDN: Text                                            Mandatory,
        time: Timestamp                                         Mandatory,
        Extensions: KeyValueList                                Optional,
    }
    footnotes {
        /// ReferenceID is there in most cases. It is missing when a reconfiguration ended the registration,
        /// be it of the switch while the link was down or of the server; the error then says why.
        [a] partly { if !ReferenceID { ErrorCode && ErrorMessage } }
    }
}
