//! The vocabularies of T-Library: its enumerations, with their documented spellings and numbers.
//!
//! Names and numbers are those of the public T-Library API reference, in its order; the C name loses its leading
//! `T`. Where two names share a number, the one named first is the one that is written.

pub use super::message_type::MessageType;
use crate::vocabulary;

vocabulary! {
    /// Kind of a telephony object, the T-Library enumeration `TAddressType`.
    pub AddressType = "TAddressType" {
        /// The kind of the object is not known.
        AddressTypeUnknown = 0,
        /// The object is a DN, a directory number.
        AddressTypeDN = 1,
        /// The object is an agent position.
        AddressTypePosition = 2,
        /// The object is a queue.
        AddressTypeQueue = 3,
        /// The object is a routing point.
        AddressTypeRouteDN = 4,
        /// The object is a trunk.
        AddressTypeTrunk = 5,
        /// The object is a voice channel.
        AddressTypeVoiceChannel = 6,
        /// The object is a data channel.
        AddressTypeDataChannel = 7,
        /// The object is for announcements.
        AddressTypeAnnouncement = 8,
        /// The object is of the kind ASAI.
        AddressTypeASAI = 9,
        /// The object is an ACD group.
        AddressTypeACDGroup = 10,
        /// The object is of the kind VSP.
        AddressTypeVSP = 11,
        /// The object is a routing queue, a routing point and a queue in one.
        AddressTypeRouteQueue = 12,
        /// The address is the id of an agent rather than of an object.
        AddressTypeAgentID = 13,
        /// The object is of another kind, or its kind is not given.
        AddressTypeOther = 99,
    }
}

vocabulary! {
    /// Part that a server plays in a redundant pair, the T-Library enumeration `TServerRole`.
    pub ServerRole = "TServerRole" {
        /// The server is the primary one.
        ServerRolePrimary = 0,
        /// The server is the backup.
        ServerRoleBackup = 1,
    }
}

vocabulary! {
    /// Kind of a call, the T-Library enumeration `TCallType`.
    pub CallType = "TCallType" {
        /// The kind of the call is not known.
        CallTypeUnknown = 0,
        /// The call is internal.
        CallTypeInternal = 1,
        /// The call comes in from outside.
        CallTypeInbound = 2,
        /// The call goes out.
        CallTypeOutbound = 3,
        /// The call is a consultation.
        CallTypeConsult = 4,
    }
}

vocabulary! {
    /// Status of the call that an event is about, the T-Library enumeration `TCallState`.
    pub CallState = "TCallState" {
        /// Nothing particular is to be said about the call.
        CallStateOk = 0,
        /// The call was transferred.
        CallStateTransferred = 1,
        /// The call is a conference.
        CallStateConferenced = 2,
        /// A general error occurred.
        CallStateGeneralError = 3,
        /// A system error occurred.
        CallStateSystemError = 4,
        /// The remote side released the call.
        CallStateRemoteRelease = 5,
        /// The destination is busy.
        CallStateBusy = 6,
        /// Nobody answered.
        CallStateNoAnswer = 7,
        /// A special information tone (SIT) was detected.
        CallStateSitDetected = 8,
        /// An answering machine was detected.
        CallStateAnsweringMachineDetected = 9,
        /// All trunks are busy.
        CallStateAllTrunksBusy = 10,
        /// The special information tone of an invalid number was detected.
        CallStateSitInvalidnum = 11,
        /// The special information tone of the kind vacant was detected.
        CallStateSitVacant = 12,
        /// The special information tone of the kind intercept was detected.
        CallStateSitIntercept = 13,
        /// A special information tone of an unknown kind was detected.
        CallStateSitUnknown = 14,
        /// The special information tone of the kind no-circuit was detected.
        CallStateSitNocircuit = 15,
        /// The special information tone of the kind reorder was detected.
        CallStateSitReorder = 16,
        /// A fax was detected.
        CallStateFaxDetected = 17,
        /// The queue is full.
        CallStateQueueFull = 18,
        /// The call was cleared.
        CallStateCleared = 19,
        /// The call overflowed.
        CallStateOverflowed = 20,
        /// The call was abandoned.
        CallStateAbandoned = 21,
        /// The call was redirected.
        CallStateRedirected = 22,
        /// The call was forwarded.
        CallStateForwarded = 23,
        /// The call is a consultation.
        CallStateConsult = 24,
        /// The call was picked up.
        CallStatePickedup = 25,
        /// The call was dropped.
        CallStateDropped = 26,
        /// The call was dropped because nobody answered.
        CallStateDroppednoanswer = 27,
        /// The status of the call is not known.
        CallStateUnknown = 28,
        /// The call was covered.
        CallStateCovered = 29,
        /// The call is in the state converse-on.
        CallStateConverseOn = 30,
        /// The call is bridged.
        CallStateBridged = 31,
        /// The party is deafened.
        CallStateDeafened = 49,
        /// The call is on hold.
        CallStateHeld = 50,
    }
}

vocabulary! {
    /// Work mode of an agent, the T-Library enumeration `TAgentWorkMode`.
    pub AgentWorkMode = "TAgentWorkMode" {
        /// The work mode is not known.
        AgentWorkModeUnknown = 0,
        /// The agent is in manual-in mode.
        AgentManualIn = 1,
        /// The agent is ready in auto-in mode; the number is also that of `AgentLegalGuard`.
        AgentAutoIn = 2,
        /// The agent is not ready, in legal-guard mode; the number is also that of `AgentAutoIn`.
        AgentLegalGuard = 2,
        /// The agent does after-call work.
        AgentAfterCallWork = 3,
        /// The agent does auxiliary work.
        AgentAuxWork = 4,
        /// The agent is in no-call-disconnect mode.
        AgentNoCallDisconnect = 5,
        /// The agent walked away.
        AgentWalkAway = 6,
        /// The agent came back.
        AgentReturnBack = 7,
    }
}

vocabulary! {
    /// Role of a party in an event, the T-Library enumeration `TDNRole`.
    pub DNRole = "TDNRole" {
        /// The role is not known.
        RoleUnknown = 0,
        /// The party originated the call.
        RoleOrigination = 1,
        /// The party is the destination of the call.
        RoleDestination = 2,
        /// The party is a member of the conference.
        RoleConferenceMember = 3,
        /// The party is new in the call.
        RoleNewParty = 4,
        /// The party is the one that added another.
        RoleAddedBy = 5,
        /// The party is the one that removed another.
        RoleDeletedBy = 6,
        /// The party is the one that transferred the call.
        RoleTransferredBy = 7,
        /// The party was removed from the call.
        RoleDeletedParty = 8,
        /// The party is the one that made the conference.
        RoleConferencedBy = 9,
        /// The party observes the call.
        RoleObserver = 10,
    }
}

vocabulary! {
    /// Association of an object with a session, the T-Library enumeration `AssociationInfoType`.
    pub AssociationInfoType = "AssociationInfoType" {
        /// The object is associated with this session.
        AssociatedToThisSession = 0,
        /// The object is associated with another session.
        AssociatedToAnotherSession = 1,
        /// The object is not associated with any session.
        NotAssociated = 2,
        /// The object may not be associated.
        AssociationNotAllowed = 3,
    }
}

vocabulary! {
    /// Kind of information about a telephony object, the T-Library enumeration `TAddressInfoType`.
    /// It selects what `InfoStatus` holds.
    pub AddressInfoType = "TAddressInfoType" {
        /// Tells the status of the object, an `AddressStatusInfoType`.
        AddressInfoAddressStatus = 0,
        /// Tells the status of the message-waiting indicator, a `MsgWaitingInfoType`.
        AddressInfoMessageWaitingStatus = 1,
        /// Tells the association with a session, an `AssociationInfoType`.
        AddressInfoAssociationStatus = 2,
        /// Tells the status of call forwarding, a `ForwardMode`.
        AddressInfoCallForwardingStatus = 3,
        /// Tells the status of the agent, an `AgentWorkMode`.
        AddressInfoAgentStatus = 4,
        /// Tells the number of agents in the queue.
        AddressInfoNumberOfAgentsInQueue = 5,
        /// Tells the number of available agents in the queue.
        AddressInfoNumberOfAvailableAgentsInQueue = 6,
        /// Tells the number of calls in the queue.
        AddressInfoNumberOfCallsInQueue = 7,
        /// Tells the kind of the object, an `AddressType`.
        AddressInfoAddressType = 8,
        /// Tells the calls at the object: `ConnID` and `PreviousConnID` of the event name them.
        AddressInfoCallsQuery = 9,
        /// Tells the status of the send-all-calls feature, a `ForwardMode`.
        AddressInfoSendAllCallsStatus = 10,
        /// Tells the number of elements listed by the audit of the logins to the queue.
        AddressInfoQueueLoginAudit = 11,
        /// Tells the number of idle classifiers; obsolete.
        AddressInfoNumberOfIdleClassifiers = 12,
        /// Tells the number of classifiers in use; obsolete.
        AddressInfoNumberOfClassifiersInUse = 13,
        /// Tells the number of idle trunks.
        AddressInfoNumberOfIdleTrunks = 14,
        /// Tells the number of trunks in use.
        AddressInfoNumberOfTrunksInUse = 15,
        /// Tells a database value, which stands in `Extensions`.
        AddressInfoDatabaseValue = 16,
        /// Tells the number of elements that `Extensions` lists about the status of the DN.
        AddressInfoDNStatus = 17,
        /// Tells the number of elements that `Extensions` lists about the status of the queue.
        AddressInfoQueueStatus = 18,
    }
}

vocabulary! {
    /// Status of a telephony object, the T-Library enumeration `AddressStatusInfoType`.
    pub AddressStatusInfoType = "AddressStatusInfoType" {
        /// The object is idle.
        AddressStatusIdle = 0,
        /// The object originates a call.
        AddressStatusOrigination = 1,
        /// The object is dialling.
        AddressStatusDialing = 2,
        /// The object is in conversation.
        AddressStatusTalking = 3,
        /// The object is ringing.
        AddressStatusRinging = 4,
        /// The object is on hold.
        AddressStatusHeld = 5,
        /// The object is under treatment.
        AddressStatusTreatment = 6,
        /// The object is locked out.
        AddressStatusLockedOut = 7,
        /// The object is under maintenance.
        AddressStatusMaintenance = 8,
        /// The object is available.
        AddressStatusAvailable = 9,
        /// The object is vacant.
        AddressStatusVacant = 10,
    }
}

vocabulary! {
    /// Status of a message-waiting indicator, the T-Library enumeration `MsgWaitingInfoType`.
    pub MsgWaitingInfoType = "MsgWaitingInfoType" {
        /// Message waiting is activated.
        MsgWaitingActivated = 0,
        /// Message waiting is deactivated.
        MsgWaitingDeactivated = 1,
        /// Executive message waiting is activated.
        ExecMsgWaitingActivated = 2,
        /// Executive message waiting is deactivated.
        ExecMsgWaitingDeactivated = 3,
        /// Message waiting is not allowed.
        MsgWaitingNotAllowed = 4,
    }
}

vocabulary! {
    /// Mode of call forwarding, the T-Library enumeration `TForwardMode`.
    pub ForwardMode = "TForwardMode" {
        /// Calls are not forwarded.
        ForwardModeNone = 0,
        /// All calls are forwarded, without condition.
        ForwardModeUnconditional = 1,
        /// Calls are forwarded when the object is busy.
        ForwardModeOnBusy = 2,
        /// Calls are forwarded when nobody answers.
        ForwardModeOnNoAnswer = 3,
        /// Calls are forwarded when the object is busy and when nobody answers.
        ForwardModeOnBusyAndNoAnswer = 4,
        /// Calls are forwarded by the send-all-calls feature.
        ForwardModeSendAllCalls = 5,
    }
}

vocabulary! {
    /// Kind of treatment that is given to a call, the T-Library enumeration `TTreatmentType`.
    pub TreatmentType = "TTreatmentType" {
        /// The kind of treatment is not known.
        TreatmentUnknown = 0,
        /// An interactive voice response (IVR) unit treats the call.
        TreatmentIVR = 1,
        /// Music is played.
        TreatmentMusic = 2,
        /// The ring-back tone is given; it has no end of its own.
        TreatmentRingBack = 3,
        /// Silence is given; it has no end of its own.
        TreatmentSilence = 4,
        /// The busy tone is given.
        TreatmentBusy = 5,
        /// Digits are collected.
        TreatmentCollectDigits = 6,
        /// An announcement is played.
        TreatmentPlayAnnouncement = 7,
        /// An announcement is played and digits are collected.
        TreatmentPlayAnnouncementAndDigits = 8,
        /// Digits are verified.
        TreatmentVerifyDigits = 9,
        /// An announcement of the user is recorded.
        TreatmentRecordUserAnnouncement = 10,
        /// An announcement of the user is deleted.
        TreatmentDeleteUserAnnouncement = 11,
        /// The call is cancelled.
        TreatmentCancelCall = 12,
        /// An application is played.
        TreatmentPlayApplication = 13,
        /// The default route is set.
        TreatmentSetDefaultRoute = 14,
        /// A text is spoken.
        TreatmentTextToSpeech = 15,
        /// A text is spoken and digits are collected.
        TreatmentTextToSpeechAndDigits = 16,
        /// The fast busy tone is given.
        TreatmentFastBusy = 17,
        /// A recorded announcement (RAN) is played.
        TreatmentRAN = 18,
    }
}

vocabulary! {
    /// Kind of routing, the T-Library enumeration `TRouteType`.
    pub RouteType = "TRouteType" {
        /// The kind of routing is not known.
        RouteTypeUnknown = 0,
        /// The call is routed by default.
        RouteTypeDefault = 1,
        /// The call is routed to a label.
        RouteTypeLabel = 2,
        /// The call is routed and its DNIS overwritten.
        RouteTypeOverwriteDNIS = 3,
        /// The call is routed by DDD, direct distance dialling.
        RouteTypeDDD = 4,
        /// The call is routed by IDDD, international direct distance dialling.
        RouteTypeIDDD = 5,
        /// The call is routed directly.
        RouteTypeDirect = 6,
        /// The call is rejected.
        RouteTypeReject = 7,
        /// The call is routed to an announcement.
        RouteTypeAnnouncement = 8,
        /// The call is routed to a post feature.
        RouteTypePostFeature = 9,
        /// The call is routed directly to an agent.
        RouteTypeDirectAgent = 10,
        /// The call is routed with priority.
        RouteTypePriority = 11,
        /// The call is routed directly and with priority.
        RouteTypeDirectPriority = 12,
        /// The call is routed to the id of an agent.
        RouteTypeAgentID = 13,
        /// The call is disconnected.
        RouteTypeCallDisconnect = 14,
    }
}

vocabulary! {
    /// Way to move a call between sites, the T-Library enumeration `TXRouteType`.
    pub XRouteType = "TXRouteType" {
        /// Moves the call in the default way.
        XRouteTypeDefault = -1,
        /// Marks the least number of a way other than the default, that of `XRouteTypeRoute`.
        XRouteTypeMIN = 0,
        /// Moves the call by routing.
        XRouteTypeRoute = 0,
        /// Moves the call directly.
        XRouteTypeDirect = 1,
        /// Moves the call by rerouting.
        XRouteTypeReroute = 2,
        /// Moves the call directly, with UUI (user-to-user information).
        XRouteTypeDirectUUI = 3,
        /// Moves the call directly, with the ANI.
        XRouteTypeDirectANI = 4,
        /// Moves the call directly, without a token.
        XRouteTypeDirectNoToken = 5,
        /// Moves the call by DNIS pooling.
        XRouteTypeDNISPooling = 6,
        /// Moves the call directly, with digits.
        XRouteTypeDirectDigits = 7,
        /// Pulls the call back.
        XRouteTypePullBack = 8,
        /// Moves the call by an external protocol.
        XRouteTypeExtProtocol = 9,
        /// Moves the call by routing, with UUI (user-to-user information).
        XRouteTypeRouteUUI = 10,
        /// Moves the call directly, with the call id of the network.
        XRouteTypeDirectNetworkCallID = 11,
        /// Marks the end of the numbers and is no way itself.
        XRouteTypeMAX = 12,
    }
}

vocabulary! {
    /// Medium of an interaction, the T-Library enumeration `TMediaType`. Numbers above 100 are kept
    /// for media of one's own.
    pub MediaType = "TMediaType" {
        /// The medium is voice.
        TMediaVoice = 0,
        /// The medium is voice over IP.
        TMediaVoIP = 1,
        /// The medium is electronic mail.
        TMediaEMail = 2,
        /// The medium is voice mail.
        TMediaVMail = 3,
        /// The medium is scanned mail.
        TMediaSMail = 4,
        /// The medium is chat.
        TMediaChat = 5,
        /// The medium is video.
        TMediaVideo = 6,
        /// The medium is browsing together.
        TMediaCobrowsing = 7,
        /// The medium is a whiteboard.
        TMediaWhiteboard = 8,
        /// The medium is the sharing of an application.
        TMediaAppSharing = 9,
        /// The medium is a web form.
        TMediaWebForm = 10,
        /// The medium is a work item.
        TMediaWorkItem = 11,
        /// The number above which media of one's own are numbered.
        TMediaCustom0 = 100,
    }
}

vocabulary! {
    /// Kind of information about locations, the T-Library enumeration `TLocationInfoType`.
    pub LocationInfoType = "TLocationInfoType" {
        /// Concerns all locations.
        LocationInfoAllLocations = 0,
        /// Concerns the data of one location.
        LocationInfoLocationData = 1,
        /// Concerns the monitoring of one location.
        LocationInfoMonitorLocation = 2,
        /// Cancels the monitoring of one location.
        LocationInfoCancelMonitorLocation = 3,
        /// Concerns the monitoring of all locations.
        LocationInfoMonitorAllLocations = 4,
        /// Cancels the monitoring of all locations.
        LocationInfoCancelMonitorAllLocations = 5,
        /// Misspells `LocationInfoCancelMonitorAllLocations`, whose number it shares.
        LocationInfoCancellMonitorAllLocations = 5,
        /// Says that the monitoring of one location was cancelled.
        LocationInfoLocationMonitorCanceled = 6,
        /// Says that the monitoring of all locations was cancelled.
        LocationInfoAllLocationsMonitorCanceled = 7,
    }
}

vocabulary! {
    /// Whether one call or all calls are watched, the T-Library enumeration `TMonitorNextCallType`.
    pub MonitorNextCallType = "TMonitorNextCallType" {
        /// One call is watched.
        MonitorOneCall = 0,
        /// All calls are watched.
        MonitorAllCalls = 1,
    }
}

vocabulary! {
    /// State of a party of a call, the T-Library enumeration `TPartyState`. A number combines a
    /// telephony state (bits 0x000F), supplementary states (0x00F0), routing and treatment states
    /// (0x0F00) and modifiers above them, so that a party often has a number without a name.
    pub PartyState = "TPartyState" {
        /// The party has no state.
        PtState_NULL = 0,
        /// Telephony state: the call was initiated.
        PtState_Initiated = 1,
        /// Telephony state: the call is queued.
        PtState_Queued = 9,
        /// Telephony state: the call alerts.
        PtState_Alerting = 10,
        /// Telephony state: the destination is busy.
        PtState_Busy = 11,
        /// Telephony state: the party is connected.
        PtState_Connected = 12,
        /// Telephony state: call progress is being detected.
        PtState_CP_Detect = 13,
        /// Telephony state: the call is on hold.
        PtState_Held = 14,
        /// Telephony state: the call failed.
        PtState_Failed = 15,
        /// Supplementary state: the party does not listen.
        PtState_NoListen = 16,
        /// Supplementary state: the party does not talk.
        PtState_NoTalk = 32,
        /// Supplementary state: the party is bridged.
        PtState_Bridged = 64,
        /// Supplementary state: the party audits the call.
        PtState_Audit = 128,
        /// Supplementary state: service observing, the bits of `PtState_Audit` and `PtState_NoTalk`
        /// together.
        PtState_SvcObserving = 160,
        /// Routing and treatment state: a treatment is requested.
        PtState_TreatmentReq = 256,
        /// Routing and treatment state: a treatment is given.
        PtState_Treatment = 512,
        /// Routing and treatment state: the call is being routed.
        PtState_Routing = 2048,
        /// Modifier: dialling is going on.
        PtStateMod_Dialing = 65536,
        /// Modifier: the state is uncertain.
        PtStateMod_Uncertain = 131072,
    }
}

vocabulary! {
    /// Mode in which a session with a server is opened, the T-Library enumeration `TOpenMode`.
    pub OpenMode = "TOpenMode" {
        /// The session is synchronous.
        SyncMode = 0,
        /// The session is asynchronous.
        AsyncMode = 1,
    }
}

vocabulary! {
    /// Mode of a registration for a telephony object, the T-Library enumeration `TRegisterMode`.
    pub RegisterMode = "TRegisterMode" {
        /// The object is shared.
        ModeShare = 0,
        /// The object is private.
        ModePrivate = 1,
        /// The object is monitored.
        ModeMonitor = 2,
    }
}

vocabulary! {
    /// Way to register for a telephony object, the T-Library enumeration `TControlMode`.
    pub ControlMode = "TControlMode" {
        /// The registration is made in the default way.
        RegisterDefault = 0,
        /// The registration is forced.
        RegisterForce = 1,
        /// The registration is local.
        RegisterLocal = 2,
    }
}

vocabulary! {
    /// Kind of call to make, the T-Library enumeration `TMakeCallType`.
    pub MakeCallType = "TMakeCallType" {
        /// The call is a regular one.
        MakeCallRegular = 0,
        /// The call goes directly to an agent.
        MakeCallDirectAgent = 1,
        /// The call asks for the assistance of a supervisor.
        MakeCallSupervisorAssist = 2,
        /// The call has priority.
        MakeCallPriority = 3,
        /// The call is direct and has priority.
        MakeCallDirectPriority = 4,
    }
}

vocabulary! {
    /// Purpose of a merge of two calls, the T-Library enumeration `TMergeType`.
    pub MergeType = "TMergeType" {
        /// The calls are merged for a transfer.
        MergeForTransfer = 0,
        /// The calls are merged for a conference.
        MergeForConference = 1,
    }
}

vocabulary! {
    /// Kind of an agent, the T-Library enumeration `TAgentType`.
    pub AgentType = "TAgentType" {
        /// The agent is an ordinary agent.
        AgentTypeAgent = 0,
        /// The agent is a supervisor.
        AgentTypeSupervisor = 1,
    }
}

vocabulary! {
    /// Whether something may be interrupted, the T-Library enumeration `TInterruptFlag`. It counts
    /// from 1.
    pub InterruptFlag = "TInterruptFlag" {
        /// It may not be interrupted.
        Uninterruptable = 1,
        /// It may be interrupted.
        Interruptable = 2,
    }
}

vocabulary! {
    /// Whether something is cleared, the T-Library enumeration `TClearFlag`. It counts from 1.
    pub ClearFlag = "TClearFlag" {
        /// It is cleared.
        Clear = 1,
        /// It is not cleared.
        NotClear = 2,
    }
}

vocabulary! {
    /// Kind of information about a call, the T-Library enumeration `TCallInfoType`.
    pub CallInfoType = "TCallInfoType" {
        /// Asks about the parties of the call.
        CallInfoPartiesQuery = 0,
        /// Asks about the status of the call.
        CallInfoStatusQuery = 1,
    }
}

vocabulary! {
    /// Kind of information about a switch, the T-Library enumeration `TSwitchInfoType`.
    pub SwitchInfoType = "TSwitchInfoType" {
        /// Is not in use.
        SwitchInfoTypeUnused = 0,
        /// Asks for date and time.
        SwitchInfoDateTime = 1,
        /// Asks for the statistics of classifiers.
        SwitchInfoClassifierStat = 2,
    }
}

vocabulary! {
    /// State of a multi-party network call, the T-Library enumeration `TNetworkCallState`.
    pub NetworkCallState = "TNetworkCallState" {
        /// The state of the call is not known.
        NetworkCallStateUnknown = 0,
        /// A consultation is going on.
        NetworkCallStateConsulting = 1,
        /// The consultation is on hold.
        NetworkCallStateConsultHeld = 2,
        /// The call was transferred.
        NetworkCallStateTransferred = 3,
        /// The call is a conference.
        NetworkCallStateConferenced = 4,
        /// The call was reconnected.
        NetworkCallStateReconnected = 5,
        /// The call was disconnected.
        NetworkCallStateDisconnected = 6,
        /// The call has no state.
        NetworkCallStateNull = 7,
    }
}

vocabulary! {
    /// State of the destination party of a network call, the T-Library enumeration
    /// `TNetworkDestState`.
    pub NetworkDestState = "TNetworkDestState" {
        /// The state of the destination is not known.
        NetworkDestStateUnknown = 0,
        /// The call is being routed to the destination.
        NetworkDestStateRouting = 1,
        /// The call is being delivered to the destination.
        NetworkDestStateDelivering = 2,
        /// There is no destination party; the number is also that of `NetworkDestStateFailed`.
        NetworkDestStateNoParty = 3,
        /// The destination failed; the number is also that of `NetworkDestStateNoParty`.
        NetworkDestStateFailed = 3,
        /// The destination is in order.
        NetworkDestStateOk = 4,
    }
}

vocabulary! {
    /// Role of a party in a network call, the T-Library enumeration `TNetworkPartyRole`.
    pub NetworkPartyRole = "TNetworkPartyRole" {
        /// The role is not known.
        RoleNtwUnknown = 0,
        /// The party is the originating one.
        RoleNtwOrigParty = 1,
        /// The party is the destination.
        RoleNtwDestParty = 2,
    }
}
