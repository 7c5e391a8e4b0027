//! Calls, and the parts that objects have in them.

use crate::vocabulary;

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
    /// Kind of information about a call, the T-Library enumeration `TCallInfoType`.
    pub CallInfoType = "TCallInfoType" {
        /// Asks about the parties of the call.
        CallInfoPartiesQuery = 0,
        /// Asks about the status of the call.
        CallInfoStatusQuery = 1,
    }
}
