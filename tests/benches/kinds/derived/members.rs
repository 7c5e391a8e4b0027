//! Enumerations by their names.

use serde::{Deserialize, Serialize};

use crate::peers::AddressType;

/// The answer about an object, by the name of the member.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Info {
    AddressStatus(AddressStatusInfoType),
    MsgWaitingStatus(MsgWaitingInfoType),
    AssociationStatus(AssociationInfoType),
    CallForwardingStatus(ForwardMode),
    AgentStatus(AgentWorkMode),
    NumberOfAgentsInQueue(i32),
    NumberOfAvailableAgentsInQueue(i32),
    NumberOfCallsInQueue(i32),
    AddressType(AddressType),
    SendAllCallsStatus(ForwardMode),
    NumberOfIdleClassifiers(i32),
    NumberOfClassifiersInUse(i32),
    NumberOfIdleTrunks(i32),
    NumberOfTrunksInUse(i32),
    NumberOfListElements(i32),
}

macro_rules! members {
    ($($name:ident { $($member:ident)* })*) => {
        $(
            #[derive(Debug, Clone, Copy, Serialize, Deserialize)]
            #[allow(clippy::enum_variant_names, reason = "the names are the document's")]
            pub(crate) enum $name { $($member),* }
        )*
    };
}

members! {
    AddressInfoType {
        AddressInfoAddressStatus AddressInfoMessageWaitingStatus AddressInfoAssociationStatus
        AddressInfoCallForwardingStatus AddressInfoAgentStatus AddressInfoNumberOfAgentsInQueue
        AddressInfoNumberOfAvailableAgentsInQueue AddressInfoNumberOfCallsInQueue AddressInfoAddressType
        AddressInfoCallsQuery AddressInfoSendAllCallsStatus AddressInfoQueueLoginAudit
        AddressInfoNumberOfIdleClassifiers AddressInfoNumberOfClassifiersInUse AddressInfoNumberOfIdleTrunks
        AddressInfoNumberOfTrunksInUse AddressInfoDatabaseValue AddressInfoDNStatus AddressInfoQueueStatus
    }
    AddressStatusInfoType {
        AddressStatusIdle AddressStatusOrigination AddressStatusDialing AddressStatusTalking
        AddressStatusRinging AddressStatusHeld AddressStatusTreatment AddressStatusLockedOut
        AddressStatusMaintenance AddressStatusAvailable AddressStatusVacant
    }
    AgentWorkMode {
        AgentWorkModeUnknown AgentManualIn AgentAutoIn AgentLegalGuard AgentAfterCallWork AgentAuxWork
        AgentNoCallDisconnect AgentWalkAway AgentReturnBack
    }
    AssociationInfoType {
        AssociatedToThisSession AssociatedToAnotherSession NotAssociated AssociationNotAllowed
    }
    CallState {
        CallStateOk CallStateTransferred CallStateConferenced CallStateGeneralError CallStateSystemError
        CallStateRemoteRelease CallStateBusy CallStateNoAnswer CallStateSitDetected
        CallStateAnsweringMachineDetected CallStateAllTrunksBusy CallStateSitInvalidnum CallStateSitVacant
        CallStateSitIntercept CallStateSitUnknown CallStateSitNocircuit CallStateSitReorder
        CallStateFaxDetected CallStateQueueFull CallStateCleared CallStateOverflowed CallStateAbandoned
        CallStateRedirected CallStateForwarded CallStateConsult CallStatePickedup CallStateDropped
        CallStateDroppednoanswer CallStateUnknown CallStateCovered CallStateConverseOn CallStateBridged
        CallStateDeafened CallStateHeld
    }
    CallType {
        CallTypeUnknown CallTypeInternal CallTypeInbound CallTypeOutbound CallTypeConsult
    }
    DNRole {
        RoleUnknown RoleOrigination RoleDestination RoleConferenceMember RoleNewParty RoleAddedBy
        RoleDeletedBy RoleTransferredBy RoleDeletedParty RoleConferencedBy RoleObserver
    }
    ForwardMode {
        ForwardModeNone ForwardModeUnconditional ForwardModeOnBusy ForwardModeOnNoAnswer
        ForwardModeOnBusyAndNoAnswer ForwardModeSendAllCalls
    }
    MsgWaitingInfoType {
        MsgWaitingActivated MsgWaitingDeactivated ExecMsgWaitingActivated ExecMsgWaitingDeactivated
        MsgWaitingNotAllowed
    }
    NetworkCallState {
        NetworkCallStateUnknown NetworkCallStateConsulting NetworkCallStateConsultHeld
        NetworkCallStateTransferred NetworkCallStateConferenced NetworkCallStateReconnected
        NetworkCallStateDisconnected NetworkCallStateNull
    }
    NetworkDestState {
        NetworkDestStateUnknown NetworkDestStateRouting NetworkDestStateDelivering NetworkDestStateNoParty
        NetworkDestStateFailed NetworkDestStateOk
    }
    NetworkPartyRole {
        RoleNtwUnknown RoleNtwOrigParty RoleNtwDestParty
    }
    TreatmentType {
        TreatmentUnknown TreatmentIVR TreatmentMusic TreatmentRingBack TreatmentSilence TreatmentBusy
        TreatmentCollectDigits TreatmentPlayAnnouncement TreatmentPlayAnnouncementAndDigits
        TreatmentVerifyDigits TreatmentRecordUserAnnouncement TreatmentDeleteUserAnnouncement
        TreatmentCancelCall TreatmentPlayApplication TreatmentSetDefaultRoute TreatmentTextToSpeech
        TreatmentTextToSpeechAndDigits TreatmentFastBusy TreatmentRAN
    }
}
