pub mod registration {
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
}

pub mod general {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// The connection to T-Server and its link to the switch come up or go down.
        #[source(document = "Genesys Events and Models Reference", section = "General Events")]
        #[dictionary(DICTIONARY)]
        <General>

        /// The session with the server is open; made on the client side, and only in asynchronous mode.
        EventServerConnected = 50 {
            Event       Mandatory,
            Server      Mandatory,
            Extensions  Optional,
        }

        /// The session with the server was lost; T-Library makes it itself as soon as it notices.
        EventServerDisconnected = 51 {
            Event       Mandatory,
            Server      Mandatory,
            Extensions  Optional,
        }

        /// The CTI link between switch and T-Server is up, sent when it comes back, as the answer to opening the
        /// server, and at a hot-standby switchover.
        EventLinkConnected = 95 {
            ApplicationName  Optional,
            Event            Mandatory,
            Server           Mandatory,
            SessionID        Optional,
            CustomerID       Optional,
            time             Mandatory,
            Extensions       Optional,
        }

        /// The CTI link between switch and T-Server is down; also sent at a hot-standby switchover.
        EventLinkDisconnected = 94 {
            ApplicationName  Optional,
            SessionID        Optional,
            CustomerID       Optional,
            ErrorCode        Optional,
            ErrorMessage     Optional,
            Event            Mandatory,
            Server           Mandatory,
            time             Mandatory,
            Extensions       Optional,
        }
    }
}

pub mod call_handling {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Calls are placed and delivered.
        #[source(
            document = "Genesys Events and Models Reference",
            section = "Call-Handling and Transfer/Conference Events",
        )]
        #[dictionary(DICTIONARY)]
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

            /// `OtherDN` is the dialled number, and is left out when nothing is known of the far party; `OtherDNRole`
            /// goes with it.
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
}

pub mod call_routing {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Calls wait for a route at routing points, and get one.
        #[source(document = "Genesys Events and Models Reference", section = "Call-Routing Events")]
        #[dictionary(DICTIONARY)]
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

        /// The call was routed as `TRouteCall` asked, or by the switch's default after the routing timeout ran
        /// out.
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
}

pub mod call_treatment {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Treatments, such as music or announcements, are applied to calls.
        #[source(document = "Genesys Events and Models Reference", section = "Call-Treatment Events")]
        #[dictionary(DICTIONARY)]
        <CallTreatment = "Call-Treatment">

        /// The treatment was accepted and the treatment device is carrying it out.
        EventTreatmentApplied = 114 {
            CallID                    Mandatory,
            CallType                  Mandatory,
            ConnID                    Mandatory,
            CustomerID                Mandatory,
            Event                     Mandatory,
            Extensions                Mandatory,
            NetworkCallID             Optional,
            NetworkNodeID             Optional,
            Reasons                   Optional,
            ReferenceID               Optional,
            Server                    Mandatory,
            ThisDN                    Mandatory,
            ThisDNRole                Mandatory,
            time                      Mandatory,
            TransferConnID            Optional,
            TransferredNetworkCallID  Optional,
            TransferredNetworkNodeID  Optional,
            TreatmentParameters       Optional,
            TreatmentType             Mandatory,
            UserData                  Optional,
        }

        /// The treatment is over and the device waits for the next instruction; not sent for endless treatments
        /// such as Silence or RingBack.
        EventTreatmentEnd = 116 {
            CallID                    Mandatory,
            CallType                  Mandatory,
            CollectedDigits[a]        Optional,
            ConnID                    Mandatory,
            CustomerID                Mandatory,
            Event                     Mandatory,
            Extensions[b]             Optional,
            LastCollectedDigit[a]     Optional,
            NetworkCallID             Optional,
            NetworkNodeID             Optional,
            Reasons                   Optional,
            ReferenceID               Optional,
            Server                    Mandatory,
            ThisDN                    Mandatory,
            time                      Mandatory,
            TransferConnID            Optional,
            TransferredNetworkCallID  Optional,
            TransferredNetworkNodeID  Optional,
            TreatmentParameters       Optional,
            TreatmentType             Mandatory,
            UserData                  Optional,
        }
        footnotes {
            /// `CollectedDigits` and `LastCollectedDigit` are present when the treatment collected digits, alone
            /// or after an announcement.
            [a] if CollectedDigits || LastCollectedDigit {
                TreatmentType in [TreatmentCollectDigits, TreatmentPlayAnnouncementAndDigits]
            }

            /// `Extensions` has `INTERRUPTED` for treatments that play an announcement (not interrupted, by a
            /// key, by speech) and `COMPLETION_STATUS` for treatments that collect digits; some switches give
            /// neither.
            [b] partly {
                if Extensions["INTERRUPTED"] { Extensions["INTERRUPTED"] in ["NO", "KEYPAD", "VOICE"] }
                if Extensions { Extensions is TreatmentResult }
            }
        }
    }
}

pub mod dtmf {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Digits are sent to calls and collected from them.
        #[source(document = "Genesys Events and Models Reference", section = "DTMF Events")]
        #[dictionary(DICTIONARY)]
        <DTMF>

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
}

pub mod voice_mail {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Objects log in to mailboxes, and voice files are opened and closed.
        #[source(document = "Genesys Events and Models Reference", section = "Voice-Mail Events")]
        #[dictionary(DICTIONARY)]
        <VoiceMail = "Voice-Mail">

        /// The object in `ThisDN` logged in to the mailbox named in `TLoginMailBox`.
        EventMailBoxLogin = 79 {
            CustomerID   Optional,
            Event        Mandatory,
            Reasons      Optional,
            ReferenceID  Mandatory,
            Server       Mandatory,
            ThisDN       Mandatory,
            time         Mandatory,
            Extensions   Optional,
        }

        /// The object in `ThisDN` logged out of the mailbox it was in.
        EventMailBoxLogout = 80 {
            CustomerID   Optional,
            Event        Mandatory,
            Reasons      Optional,
            ReferenceID  Optional,
            Server       Mandatory,
            ThisDN       Mandatory,
            time         Mandatory,
            Extensions   Optional,
        }

        /// The voice file asked for in `TOpenVoiceFile` was opened.
        EventVoiceFileOpened = 81 {
            CustomerID   Optional,
            Event        Mandatory,
            Extensions   Optional,
            FileHandle   Mandatory,
            Reasons      Optional,
            ReferenceID  Optional,
            Server       Mandatory,
            ThisDN       Mandatory,
            time         Mandatory,
            UserData     Optional,
        }

        /// The voice file asked for in `TCloseVoiceFile` was closed.
        EventVoiceFileClosed = 82 {
            CustomerID   Optional,
            Event        Mandatory,
            Extensions   Optional,
            Reasons      Optional,
            ReferenceID  Optional,
            Server       Mandatory,
            ThisDN       Mandatory,
            time         Mandatory,
            UserData     Optional,
        }
    }
}

pub mod agent_state_and_dn {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Agents log in to ACD groups and log out of them.
        #[source(document = "Genesys Events and Models Reference", section = "Agent-State and DN Events")]
        #[dictionary(DICTIONARY)]
        <AgentStateAndDN = "Agent-State and DN">

        /// The agent logged in to the ACD group in `ThisQueue`; may repeat for one DN and agent, since it does
        /// not by itself mean a state change.
        EventAgentLogin = 73 {
            AgentID[a]     Optional,
            CustomerID     Optional,
            Event          Mandatory,
            Reasons        Optional,
            ReferenceID    Optional,
            Server         Mandatory,
            ThisDN         Mandatory,
            ThisQueue      Optional,
            time           Mandatory,
            WorkMode       Optional,
            Extensions[b]  Optional,
        }
        footnotes {
            /// `AgentID` is mandatory when the agent logged in through T-Server, or when it is known.
            [a] context

            /// `Extensions` may hold `ReasonCode` for hardware reasons.
            [b] remark
        }

        /// The agent logged out of the ACD group in `ThisQueue`; where one agent may be in several queues this is
        /// the last logout only.
        EventAgentLogout = 74 {
            Event          Mandatory,
            Server         Mandatory,
            ReferenceID    Optional,
            CustomerID     Optional,
            AgentID[a]     Optional,
            ThisDN         Mandatory,
            ThisQueue      Optional,
            Reasons        Optional,
            time           Mandatory,
            Extensions[b]  Optional,
        }
        footnotes {
            /// `AgentID` is mandatory when the agent logged in through T-Server, or when it is known.
            [a] context

            /// `Extensions` may hold `ReasonCode` for hardware reasons.
            [b] remark
        }
    }
}

pub mod query {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Answers to questions about telephony objects.
        #[source(document = "Genesys Events and Models Reference", section = "Query Events")]
        #[dictionary(DICTIONARY)]
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

            /// `ConnID` and `PreviousConnID` are mandatory when `InfoType` is `AddressInfoCallsQuery`: the active
            /// call, and the held call if there is one.
            [b] partly { if InfoType == AddressInfoCallsQuery { ConnID } }

            /// Which member of `InfoStatus` is valid, and what `Extensions` holds, follow from `InfoType`; types
            /// other than DN and queue status depend on the switch, and an unsupported one is answered with `EventError`.
            [c] if InfoType == AddressInfoDNStatus { Extensions is AddressInfoDNStatus }
                if InfoType == AddressInfoQueueStatus { Extensions is AddressInfoQueueStatus }

            /// `Reasons` is the last known key-value list of recent activity at the address.
            [d] remark
        }
    }
}

pub mod user_data {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// The data attached to calls change.
        #[source(document = "Genesys Events and Models Reference", section = "User-Data Events")]
        #[dictionary(DICTIONARY)]
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
}

pub mod network_attended_transfer {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Calls with several parties in the network change their state.
        #[source(document = "Genesys Events and Models Reference", section = "Network Attended Transfer Events")]
        #[dictionary(DICTIONARY)]
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
}

pub mod negative_response {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Requests that could not be carried out.
        #[source(document = "Genesys Events and Models Reference", section = "Negative-Response Events")]
        #[dictionary(DICTIONARY)]
        <NegativeResponse = "Negative-Response">

        /// A request could not be carried out; `ErrorCode` and `ErrorMessage` say why.
        EventError = 52 {
            ConnID        Optional,
            CustomerID    Optional,
            ErrorCode     Mandatory[a],
            ErrorMessage  Optional,
            Event         Mandatory,
            ReferenceID   Mandatory,
            Server        Mandatory,
            ThisDN        Optional,
            time          Mandatory,
            Extensions    Optional[b],
        }
        footnotes {
            /// For a failed `TTransactionMonitoring` `ErrorCode` may be `TERR_UNSUP_OPER` or `TERR_INVALID_ATTR`.
            [a] remark

            /// `Extensions` adds detail.
            [b] remark
        }
    }
}

pub mod call_based {
    use events_core::tlibrary::dictionary::*;
    use events_core::event;

    event! {
        /// Calls as such are monitored, whichever objects take part in them.
        #[source(document = "Genesys Events and Models Reference", section = "T-Library Call-Based Events")]
        #[dictionary(DICTIONARY)]
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
}
