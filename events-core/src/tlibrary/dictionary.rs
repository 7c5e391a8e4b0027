//! The dictionary of T-Library: what each attribute of its events means and carries.
//!
//! Names are those of the tables of the public Events and Models Reference; logs and the JSON of Voice Microservices
//! call some attributes otherwise, and the entry says how. Entries are in alphabetical order whatever their case; those
//! that messages have and tables lack come last: `EventSequenceNumber` of logs and `CallThreadID` of Voice Microservices.

use super::value::{self, AgentId, CallUuid, ConnId, Dn, ReferenceId, SequenceNumber};
use super::{union, vocabulary};
use crate::{KeyValueList, Text, Timestamp, dictionary};

dictionary! {
    /// Attributes of T-Library events: what each name means, what it carries and how logs call it.
    pub static DICTIONARY = "T-Library";

    /// Id of the ACD agent that the event is about.
    AgentID: AgentId { log = "AttributeAgentID", number = 14, alias = "Agent ID", example = "1042" },
    /// Number of the caller, as the telephone company charges it.
    ANI: Dn { log = "AttributeANI", number = 19, example = "4930555017" },
    /// Name of the client application.
    ApplicationName: Text { log = "AttributeApplicationName", number = 64, example = "Router" },
    /// Where the call was transferred or routed from in a network of several sites.
    CallHistory: value::CallHistory {
        log = "AttributeFirstTransferHomeLocation",
        log = "AttributeFirstTransferOrigDN",
        log = "AttributeLastTransferHomeLocation",
        log = "AttributeLastTransferOrigDN",
        number = 77,
    },
    /// Call id given by the switch; it is 0 as long as the switch gives none.
    CallID: u64 { log = "AttributeCallID", number = 3, example = "4711" },
    /// Status of the call that the event is about.
    CallState: vocabulary::CallState { log = "AttributeCallState", number = 13 },
    /// Kind of the call: internal, inbound, outbound, consultation or unknown.
    CallType: vocabulary::CallType { log = "AttributeCallType", number = 54 },
    /// Unique id of the call on one T-Server; every other server gives the call an id of its own.
    CallUUID: CallUuid { log = "AttributeCallUUID", number = 141, example = "01A2B3C4D5E6F708091A2B3C4D5E6F70" },
    /// Reason why a network call went to the Routing or `NoParty` state, such as a busy destination or no answer.
    Cause: i32 { log = "AttributeCause", number = 114, example = "17" },
    /// Digits collected from the caller.
    CollectedDigits: Text { log = "AttributeCollectedDigits", number = 43, example = "4711" },
    /// Id by which T-Server knows the call that the event is about.
    ConnID: ConnId { log = "AttributeConnID", number = 9, example = "006c029a6685d004" },
    /// Tenant through which the processing of the call began.
    CustomerID: Text { log = "AttributeCustomerID", number = 76, example = "Environment" },
    /// Number that was dialled; when the call is created it is known only for calls that a client makes.
    DialedNumber: Text { log = "AttributeDialedNumber", number = 116, example = "8001" },
    /// Number that the caller dialled.
    DNIS: Dn { log = "AttributeDNIS", number = 18, example = "8005550100" },
    /// Reason of a failure, as a number.
    ErrorCode: i64 { log = "AttributeErrorCode", number = 46, example = "53" },
    /// Reason of a failure, as text.
    ErrorMessage: Text { log = "AttributeErrorMessage", number = 1, example = "Unknown DN", example = "Invalid Called DN" },
    /// The event itself; its number is the message number and no attribute of its own.
    Event: event { alias = "id" },
    /// Data that are additional or particular to the switch.
    Extensions: KeyValueList { log = "AttributeExtensions", number = 53, example = "BUSINESS_CALL=1" },
    /// Handle of an open voice file.
    FileHandle: u32 { log = "AttributeFileHandle", number = 34, example = "12" },
    /// The answer about an object; `InfoType` chooses what it is.
    InfoStatus: union::InfoStatus { log = "AttributeAddressInfoStatus", number = 57 },
    /// Kind of the object asked about; the member of `InfoStatus` that holds when `InfoType` is
    /// `AddressInfoAddressType`.
    InfoStatus.AddressType: vocabulary::AddressType { log = "AttributeAddressInfoStatus", number = 57 },
    /// Kind of information about an object that the event holds.
    InfoType: vocabulary::AddressInfoType { log = "AttributeAddressInfoType", number = 56 },
    /// Links to the instances of the call at other sites.
    ISLinkList: KeyValueList { log = "AttributeISLinkList", number = 146, example = "ISLink=1" },
    /// Digit that was collected last.
    LastCollectedDigit: Text { log = "AttributeLastDigit", number = 44, example = "5" },
    /// Call id given by the network.
    NetworkCallID: u64 { log = "AttributeNetworkCallID", number = 5, example = "5120" },
    /// State of the multi-party network call.
    NetworkCallState: vocabulary::NetworkCallState { log = "AttributeNetworkCallState", number = 136 },
    /// Number of the destination of the network consultation.
    NetworkDestDN: Dn { log = "AttributeNetworkDestDN", number = 140, example = "5002" },
    /// State of the destination party of the network call.
    NetworkDestState: vocabulary::NetworkDestState { log = "AttributeNetworkDestState", number = 137 },
    /// Id of the network node that gave `NetworkCallID`.
    NetworkNodeID: i32 { log = "AttributeNetworkNodeID", number = 6, example = "3" },
    /// Number of the originator of the network consultation.
    NetworkOrigDN: Dn { log = "AttributeNetworkOrigDN", number = 139, example = "5001" },
    /// Role in the network call: the originating party or the destination.
    NetworkPartyRole: vocabulary::NetworkPartyRole { log = "AttributeNetworkPartyRole", number = 138 },
    /// Id of the switch node that gave `CallID`.
    NodeID: i32 { log = "AttributeNodeID", number = 4, example = "1" },
    /// Unique id of the main call, for a consultation call.
    OrigCallUUID: CallUuid { log = "AttributeOrigCallUUID", number = 143, example = "01A2B3C4D5E6F708091A2B3C4D5E6F71" },
    /// Number of the other main party.
    OtherDN: Dn { log = "AttributeOtherDN", number = 24, example = "7002" },
    /// Role of `OtherDN` in the event.
    OtherDNRole: vocabulary::DNRole { log = "AttributeOtherDNRole", number = 27 },
    /// ACD group of the other party.
    OtherQueue: Dn { log = "AttributeOtherQueue", number = 25, example = "8002" },
    /// Trunk of the other party, as a number.
    OtherTrunk: u32 { log = "AttributeOtherTrunk", number = 26, example = "14" },
    /// Id of the call before this one, such as the main call of a consultation.
    PreviousConnID: ConnId { log = "AttributePreviousConnID", number = 10, example = "006c029a6685d003" },
    /// Number of a service particular to the server.
    PrivateEvent: i32 { log = "AttributePrivateMsgID", number = 105, example = "8" },
    /// Reasons that the request gave.
    Reasons: KeyValueList { log = "AttributeReason", number = 17, example = "ReasonCode=14" },
    /// Number of the request that the event answers; logs write 4294967295 when there is none.
    ReferenceID: ReferenceId { log = "AttributeReferenceID", number = 2, example = "13" },
    /// Handle that the client has for its connection to the server; it is never sent.
    Server: i32 { example = "65200" },
    /// Id of the session of the client.
    SessionID: i32 { log = "AttributeSessionID", number = 108, example = "21" },
    /// Number of the third party: the target of an operation in two steps, the destination of a route, or whoever
    /// changed the user data.
    ThirdPartyDN: Dn { log = "AttributeThirdPartyDN", number = 28, example = "7003" },
    /// Role of `ThirdPartyDN` in the event.
    ThirdPartyDNRole: vocabulary::DNRole { log = "AttributeThirdPartyDNRole", number = 31 },
    /// Object that the event is mainly about, which is neither an ACD group nor a trunk group.
    ThisDN: Dn { log = "AttributeThisDN", number = 20, example = "7001" },
    /// Role of `ThisDN` in the event.
    ThisDNRole: vocabulary::DNRole { log = "AttributeThisDNRole", number = 23 },
    /// ACD group that the event is mainly about.
    ThisQueue: Dn { log = "AttributeThisQueue", number = 21, example = "8001" },
    /// Trunk of `ThisDN`, as a number.
    ThisTrunk: u32 { log = "AttributeThisTrunk", number = 22, example = "11" },
    /// Moment when the event was made, to the microsecond.
    time: Timestamp { log = "AttributeTimeinSecs", log = "AttributeTimeinuSecs", number = 86 },
    /// Id of the call that a transfer makes.
    TransferConnID: ConnId { log = "AttributeTransferConnID", number = 11, example = "006c029a6685d005" },
    /// Call id that the network gave to the transferred call.
    TransferredNetworkCallID: u64 { log = "AttributeTransferredNetworkCallID", number = 7, example = "5121" },
    /// Id of the network node that gave `TransferredNetworkCallID`.
    TransferredNetworkNodeID: i32 { log = "AttributeTransferredNetworkNodeID", number = 8, example = "4" },
    /// Parameters of the treatment.
    TreatmentParameters: KeyValueList { log = "AttributeTreatmentParms", number = 84, alias = "TreatmentParms", example = "MUSIC_DN=music/on_hold" },
    /// Kind of the treatment.
    TreatmentType: vocabulary::TreatmentType { log = "AttributeTreatmentType", number = 83 },
    /// Data attached to the call.
    UserData: KeyValueList { log = "AttributeUserData", number = 51, example = "RTargetAgentGroup=Service", example = "CustomerSegment=Gold" },
    /// Work mode of the agent.
    WorkMode: vocabulary::AgentWorkMode { log = "AttributeAgentWorkMode", number = 16, alias = "AgentWorkMode" },
    /// Number of the event in the sequence of events, 64 bits wide.
    EventSequenceNumber: SequenceNumber {
        log = "AttributeEventSequenceNumber",
        number = 148,
        example = "00000000004ac2a5",
        transport,
    },
    /// Id of the thread of calls that the call belongs to, which each call event of Voice Microservices has.
    CallThreadID: Text { example = "01A2B3C4D5E6F708091A2B3C4D5E6F72", transport },

    /// What the queue status of an object lists. Keys that are not declared here may stand there too.
    keys AddressInfoQueueStatus {
        /// Connection id of one call at the object; the keys are numbered from 1.
        "conn-%d": Text,
    }

    /// How a treatment ended. Keys that are not declared here may stand there too.
    keys TreatmentResult {
        /// Whether an announcement was interrupted: `NO`, by a key (`KEYPAD`) or by speech (`VOICE`).
        "INTERRUPTED": Text,
        /// How the collection of digits ended: `NORMAL` or otherwise.
        "COMPLETION_STATUS": Text,
    }

    /// What the DN status of an object lists. Keys that are not declared here may stand there too.
    keys AddressInfoDNStatus {
        /// State of the party of one call, a `PartyState`; the keys are numbered from 1.
        "ps-%d": i32,
    }

    messages vocabulary::MessageType,
}
