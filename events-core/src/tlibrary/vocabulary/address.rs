//! Objects: their kinds, and what can be asked about them.

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
