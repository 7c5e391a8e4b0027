//! The unions of T-Library.
//!
//! T-Library API, the structure `TEvent`.

use super::vocabulary::{
    AddressInfoType, AddressStatusInfoType, AddressType, AgentWorkMode, AssociationInfoType,
    ForwardMode, MsgWaitingInfoType,
};
use crate::union;

union! {
    /// The answer about a telephony object; what it is follows from `InfoType`.
    ///
    /// `AddressInfoCallsQuery` is answered by `ConnID` and `PreviousConnID`, and `AddressInfoDatabaseValue` in
    /// `Extensions`: then the union holds nothing but a number.
    pub InfoStatus = "TAddressInfoStatus" by InfoType: AddressInfoType {
        /// State of the object.
        AddressStatus: AddressStatusInfoType = [AddressInfoAddressStatus],
        /// State of the message-waiting lamp.
        MsgWaitingStatus: MsgWaitingInfoType = [AddressInfoMessageWaitingStatus],
        /// Whether the object is associated with another one.
        AssociationStatus: AssociationInfoType = [AddressInfoAssociationStatus],
        /// How calls to the object are forwarded.
        CallForwardingStatus: ForwardMode = [AddressInfoCallForwardingStatus],
        /// Work mode of the agent at the object.
        AgentStatus: AgentWorkMode = [AddressInfoAgentStatus],
        /// Count of agents logged in to the queue.
        NumberOfAgentsInQueue: i32 = [AddressInfoNumberOfAgentsInQueue],
        /// Count of agents of the queue who are free.
        NumberOfAvailableAgentsInQueue: i32 = [AddressInfoNumberOfAvailableAgentsInQueue],
        /// Count of calls that wait in the queue.
        NumberOfCallsInQueue: i32 = [AddressInfoNumberOfCallsInQueue],
        /// Kind of the object.
        AddressType: AddressType = [AddressInfoAddressType],
        /// How calls to all lines of the object are forwarded.
        SendAllCallsStatus: ForwardMode = [AddressInfoSendAllCallsStatus],
        /// Count of idle classifiers; obsolete.
        NumberOfIdleClassifiers: i32 = [AddressInfoNumberOfIdleClassifiers],
        /// Count of classifiers in use; obsolete.
        NumberOfClassifiersInUse: i32 = [AddressInfoNumberOfClassifiersInUse],
        /// Count of idle trunks.
        NumberOfIdleTrunks: i32 = [AddressInfoNumberOfIdleTrunks],
        /// Count of trunks in use.
        NumberOfTrunksInUse: i32 = [AddressInfoNumberOfTrunksInUse],
        /// Count of what `Extensions` lists.
        NumberOfListElements: i32 = [
            AddressInfoQueueLoginAudit,
            AddressInfoDNStatus,
            AddressInfoQueueStatus,
        ],
    }
}
