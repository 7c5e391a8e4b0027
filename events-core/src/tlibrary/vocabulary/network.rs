//! Calls of several parties in the network.

use crate::vocabulary;

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
