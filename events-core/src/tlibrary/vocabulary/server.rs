//! Servers, switches and the registration with them.

use crate::vocabulary;

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
