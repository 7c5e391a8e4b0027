//! The numbers of T-Library messages.

use crate::vocabulary;

vocabulary! {
    /// Number of a T-Library message, request or event: the enumeration `TMessageType`.
    pub MessageType = "TMessageType" {
        /// The application asks to be registered as a client of the server.
        RequestRegisterClient = 0,
        /// The application asks about the server itself.
        RequestQueryServer = 1,
        /// The application asks about a telephony object.
        RequestQueryAddress = 2,
        /// The application asks for the events of a telephony object.
        RequestRegisterAddress = 3,
        /// The application gives up the events of a telephony object.
        RequestUnregisterAddress = 4,
        /// The application asks for the events of all telephony objects.
        RequestRegisterAll = 5,
        /// The application gives up the events of all telephony objects.
        RequestUnregisterAll = 6,
        /// The application says which messages it wants to receive.
        RequestSetInputMask = 7,
        /// The application asks to log an agent in.
        RequestAgentLogin = 8,
        /// The application asks to log an agent out.
        RequestAgentLogout = 9,
        /// The application asks to make an agent ready.
        RequestAgentReady = 10,
        /// The application asks to make an agent not ready.
        RequestAgentNotReady = 11,
        /// The application asks to turn do-not-disturb on.
        RequestSetDNDOn = 12,
        /// The application asks to turn do-not-disturb off.
        RequestSetDNDOff = 13,
        /// The application asks to make a call.
        RequestMakeCall = 14,
        /// The application asks to make a predictive call.
        RequestMakePredictiveCall = 15,
        /// The application asks to answer a call.
        RequestAnswerCall = 16,
        /// The application asks to release a call.
        RequestReleaseCall = 17,
        /// The application asks to put a call on hold.
        RequestHoldCall = 18,
        /// The application asks to take a call off hold.
        RequestRetrieveCall = 19,
        /// The application asks to begin a conference.
        RequestInitiateConference = 20,
        /// The application asks to complete a conference that was begun.
        RequestCompleteConference = 21,
        /// The application asks to drop a party from a conference.
        RequestDeleteFromConference = 22,
        /// The application asks to begin a transfer.
        RequestInitiateTransfer = 23,
        /// The application asks for a mute transfer.
        RequestMuteTransfer = 24,
        /// The application asks to transfer a call in one step.
        RequestSingleStepTransfer = 25,
        /// The application asks to complete a transfer that was begun.
        RequestCompleteTransfer = 26,
        /// The application asks to merge two calls.
        RequestMergeCalls = 27,
        /// The application asks to swap the held call and the active call.
        RequestAlternateCall = 28,
        /// The application asks to go back from the active call to the held one.
        RequestReconnectCall = 29,
        /// The application asks to attach data to a call.
        RequestAttachUserData = 30,
        /// The application asks to update the data attached to a call.
        RequestUpdateUserData = 31,
        /// The application asks to delete the data attached to a call.
        RequestDeleteUserData = 32,
        /// The application asks to delete one pair of the data attached to a call.
        RequestDeletePair = 33,
        /// The application asks to set call forwarding.
        RequestCallForwardSet = 34,
        /// The application asks to cancel call forwarding.
        RequestCallForwardCancel = 35,
        /// The application says where a call is to be routed.
        RequestRouteCall = 36,
        /// The application asks to play music to a call.
        RequestGiveMusicTreatment = 37,
        /// The application asks to give a call silence.
        RequestGiveSilenceTreatment = 38,
        /// The application asks to give a call the ring-back tone.
        RequestGiveRingBackTreatment = 39,
        /// The application asks to log in to a mailbox.
        RequestLoginMailBox = 40,
        /// The application asks to log out of a mailbox.
        RequestLogoutMailBox = 41,
        /// The application asks to open a voice file.
        RequestOpenVoiceFile = 42,
        /// The application asks to close a voice file.
        RequestCloseVoiceFile = 43,
        /// The application asks to play a voice file.
        RequestPlayVoiceFile = 44,
        /// The application asks to collect digits.
        RequestCollectDigits = 45,
        /// The application asks to turn the message-waiting indicator on.
        RequestSetMessageWaitingOn = 46,
        /// The application asks to turn the message-waiting indicator off.
        RequestSetMessageWaitingOff = 47,
        /// The application asks to distribute a user event.
        RequestDistributeUserEvent = 48,
        /// The application asks the server to make and distribute an event.
        RequestDistributeEvent = 49,
        /// Notice that the session with the server is open.
        EventServerConnected = 50,
        /// Notice that the session with the server is lost.
        EventServerDisconnected = 51,
        /// Answer that a request could not be carried out.
        EventError = 52,
        /// Answer that the application is registered for a telephony object.
        EventRegistered = 53,
        /// Notice that the application's registration for a telephony object has ended.
        EventUnregistered = 54,
        /// Answer that the application is registered for all telephony objects.
        EventRegisteredAll = 55,
        /// Answer that the registration for all telephony objects has ended.
        EventUnregisteredAll = 56,
        /// Notice that a call entered a queue.
        EventQueued = 57,
        /// Notice that a call was diverted.
        EventDiverted = 58,
        /// Notice that a call was abandoned.
        EventAbandoned = 59,
        /// Notice that a call was delivered to the object.
        EventRinging = 60,
        /// Notice that a call is being placed for the object.
        EventDialing = 61,
        /// Notice that a call reached the network.
        EventNetworkReached = 62,
        /// Notice that the destination of a call is busy.
        EventDestinationBusy = 63,
        /// Notice that a call is established.
        EventEstablished = 64,
        /// Notice that a call was released.
        EventReleased = 65,
        /// Notice that a call was put on hold.
        EventHeld = 66,
        /// Notice that a call was taken off hold.
        EventRetrieved = 67,
        /// Notice that a party of a call changed.
        EventPartyChanged = 68,
        /// Notice that a party was added to a call.
        EventPartyAdded = 69,
        /// Notice that a party was removed from a call.
        EventPartyDeleted = 70,
        /// Notice that a call on a routing point waits for routing instructions.
        EventRouteRequest = 71,
        /// Notice that a call was routed.
        EventRouteUsed = 72,
        /// Notice that an agent logged in.
        EventAgentLogin = 73,
        /// Notice that an agent logged out.
        EventAgentLogout = 74,
        /// Notice that an agent is ready.
        EventAgentReady = 75,
        /// Notice that an agent is not ready.
        EventAgentNotReady = 76,
        /// Notice that do-not-disturb was turned on.
        EventDNDOn = 77,
        /// Notice that do-not-disturb was turned off.
        EventDNDOff = 78,
        /// Notice that the object logged in to a mailbox.
        EventMailBoxLogin = 79,
        /// Notice that the object logged out of its mailbox.
        EventMailBoxLogout = 80,
        /// Notice that a voice file was opened.
        EventVoiceFileOpened = 81,
        /// Notice that a voice file was closed.
        EventVoiceFileClosed = 82,
        /// Notice that the playing of a voice file ended.
        EventVoiceFileEndPlay = 83,
        /// Notice that digits were collected.
        EventDigitsCollected = 84,
        /// Notice that the data attached to a call changed.
        EventAttachedDataChanged = 85,
        /// Notice that the object went off hook.
        EventOffHook = 86,
        /// Notice that the object went on hook.
        EventOnHook = 87,
        /// Notice that call forwarding was set.
        EventForwardSet = 88,
        /// Notice that call forwarding was cancelled.
        EventForwardCancel = 89,
        /// Notice that the message-waiting indicator was turned on.
        EventMessageWaitingOn = 90,
        /// Notice that the message-waiting indicator was turned off.
        EventMessageWaitingOff = 91,
        /// Answer to a query about a telephony object.
        EventAddressInfo = 92,
        /// Answer to a query about the server.
        EventServerInfo = 93,
        /// Notice that the CTI link between switch and T-Server is down.
        EventLinkDisconnected = 94,
        /// Notice that the CTI link between switch and T-Server is up.
        EventLinkConnected = 95,
        /// Notice of a user event.
        EventUserEvent = 96,
        /// The application asks to send DTMF digits.
        RequestSendDTMF = 97,
        /// Notice that the DTMF digits asked for were sent.
        EventDTMFSent = 98,
        /// Notice that a resource was allocated.
        EventResourceAllocated = 99,
        /// Notice that a resource was freed.
        EventResourceFreed = 100,
        /// Notice that a remote connection succeeded.
        EventRemoteConnectionSuccess = 101,
        /// Notice that a remote connection failed.
        EventRemoteConnectionFailed = 102,
        /// The application asks to redirect a call.
        RequestRedirectCall = 103,
        /// The application asks that a party stop listening to the call.
        RequestListenDisconnect = 104,
        /// The application asks that a party listen to the call again.
        RequestListenReconnect = 105,
        /// Notice that a party no longer listens to the call.
        EventListenDisconnected = 106,
        /// Notice that a party listens to the call again.
        EventListenReconnected = 107,
        /// The application asks about a call.
        RequestQueryCall = 108,
        /// Answer that tells about the parties of a call.
        EventPartyInfo = 109,
        /// The application asks to clear a call.
        RequestClearCall = 110,
        /// The application asks to set information about a call.
        RequestSetCallInfo = 111,
        /// Notice that information about a call changed.
        EventCallInfoChanged = 112,
        /// The application asks to apply a treatment to a call.
        RequestApplyTreatment = 113,
        /// Notice that a treatment was accepted and is being carried out.
        EventTreatmentApplied = 114,
        /// Notice that a treatment was not applied.
        EventTreatmentNotApplied = 115,
        /// Notice that a treatment is over.
        EventTreatmentEnd = 116,
        /// Notice of a hardware error.
        EventHardwareError = 117,
        /// Notice that an agent does after-call work.
        EventAgentAfterCallWork = 118,
        /// Notice that a treatment is required.
        EventTreatmentRequired = 119,
        /// The application asks for a conference in one step.
        RequestSingleStepConference = 120,
        /// The application asks about the switch.
        RequestQuerySwitch = 121,
        /// Answer to a query about the switch.
        EventSwitchInfo = 122,
        /// The application asks for an access number.
        RequestGetAccessNumber = 123,
        /// The application takes back its request for an access number.
        RequestCancelReqGetAccessNumber = 124,
        /// Answer that gives an access number.
        EventAnswerAccessNumber = 125,
        /// Answer that the request for an access number was taken back.
        EventReqGetAccessNumberCanceled = 126,
        /// The application asks to reserve an agent.
        RequestReserveAgent = 127,
        /// The application asks to reserve an agent and for an access number.
        RequestReserveAgentAndGetAccessNumber = 129,
        /// The application asks to set the reason why an agent is idle.
        RequestAgentSetIdleReason = 130,
        /// Notice that the reason why an agent is idle was set.
        EventAgentIdleReasonSet = 131,
        /// Notice about the restoring of a connection.
        EventRestoreConnection = 132,
        /// Notice that another server is now the primary one.
        EventPrimaryChanged = 133,
        /// A report that the connection to the backup server was lost.
        RequestLostBackupConnection = 134,
        /// The application asks to set information about a DN.
        RequestSetDNInfo = 135,
        /// The application asks about a location.
        RequestQueryLocation = 136,
        /// Answer to a query about a location.
        EventLocationInfo = 137,
        /// Answer that a request was acknowledged.
        EventACK = 138,
        /// The application asks to monitor the next call, or all calls.
        RequestMonitorNextCall = 139,
        /// The application asks to cancel monitoring.
        RequestCancelMonitoring = 140,
        /// Notice that the next call is being monitored.
        EventMonitoringNextCall = 141,
        /// Notice that monitoring was cancelled.
        EventMonitoringCancelled = 142,
        /// The application asks to mute a party.
        RequestSetMuteOn = 143,
        /// The application asks to end the muting of a party.
        RequestSetMuteOff = 144,
        /// Notice that a party was muted.
        EventMuteOn = 145,
        /// Notice that a party is no longer muted.
        EventMuteOff = 146,
        /// Notice that a DN went out of service.
        EventDNOutOfService = 147,
        /// Notice that a DN is back in service.
        EventDNBackInService = 148,
        /// The application asks for a service particular to the server.
        RequestPrivateService = 149,
        /// Answer or notice particular to the server.
        EventPrivateInfo = 150,
        /// Notice of bridging.
        EventBridged = 151,
        /// Notice of a logout from a queue.
        EventQueueLogout = 152,
        /// Notice that T-Server created a call object.
        EventCallCreated = 160,
        /// Notice that the data of a call object changed.
        EventCallDataChanged = 161,
        /// Notice that T-Server deleted a call object.
        EventCallDeleted = 162,
        /// Notice that a party was added to a call object.
        EventCallPartyAdded = 163,
        /// Notice of the state of a party of a call object.
        EventCallPartyState = 164,
        /// Notice that a party moved to another call object.
        EventCallPartyMoved = 165,
        /// Notice that a party was removed from a call object.
        EventCallPartyDeleted = 166,
        /// The application asks to start the monitoring of call objects.
        RequestStartCallMonitoring = 167,
        /// The application asks to stop the monitoring of call objects.
        RequestStopCallMonitoring = 168,
        /// The application asks to send a return receipt.
        RequestSendReturnReceipt = 169,
        /// Notice of a return receipt.
        EventReturnReceipt = 170,
        /// The application asks for a network consultation.
        RequestNetworkConsult = 171,
        /// The application asks to alternate between the parties of a network call.
        RequestNetworkAlternate = 172,
        /// The application asks for a network transfer.
        RequestNetworkTransfer = 173,
        /// The application asks to merge the parties of a network call.
        RequestNetworkMerge = 174,
        /// The application asks to reconnect a network call.
        RequestNetworkReconnect = 175,
        /// The application asks for a network transfer in one step.
        RequestNetworkSingleStepTransfer = 176,
        /// The application asks for a network service particular to the server.
        RequestNetworkPrivateService = 177,
        /// Notice of the state of a multi-party network call.
        EventNetworkCallStatus = 178,
        /// Answer or notice with network data particular to the server.
        EventNetworkPrivateInfo = 179,
    }
}
