//! Routes and treatments.

use crate::vocabulary;

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
        /// Moves the call by routing.
        XRouteTypeRoute = 0,
        /// Marks the least number of a way other than the default, that of `XRouteTypeRoute`.
        XRouteTypeMIN = 0,
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
