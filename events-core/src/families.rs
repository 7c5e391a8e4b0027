//! The declared families: a module a page of the document, in its order.
//!
//! | family | events |
//! |---|---|
//! | [`Registration`](registration) | [`EventRegistered`](registration::EventRegistered), [`EventUnregistered`](registration::EventUnregistered) |
//! | [`General`](general) | [`EventServerConnected`](general::EventServerConnected), [`EventServerDisconnected`](general::EventServerDisconnected), [`EventLinkDisconnected`](general::EventLinkDisconnected), [`EventLinkConnected`](general::EventLinkConnected) |
//! | [`CallHandling`](call_handling) | [`EventDialing`](call_handling::EventDialing), [`EventRinging`](call_handling::EventRinging) |
//! | [`CallRouting`](call_routing) | [`EventRouteRequest`](call_routing::EventRouteRequest), [`EventRouteUsed`](call_routing::EventRouteUsed) |
//! | [`CallTreatment`](call_treatment) | [`EventTreatmentApplied`](call_treatment::EventTreatmentApplied), [`EventTreatmentEnd`](call_treatment::EventTreatmentEnd) |
//! | [`Dtmf`](dtmf) | [`EventDigitsCollected`](dtmf::EventDigitsCollected), [`EventDTMFSent`](dtmf::EventDTMFSent) |
//! | [`VoiceMail`](voice_mail) | [`EventMailBoxLogin`](voice_mail::EventMailBoxLogin), [`EventMailBoxLogout`](voice_mail::EventMailBoxLogout), [`EventVoiceFileOpened`](voice_mail::EventVoiceFileOpened), [`EventVoiceFileClosed`](voice_mail::EventVoiceFileClosed) |
//! | [`AgentState`](agent_state) | [`EventAgentLogin`](agent_state::EventAgentLogin), [`EventAgentLogout`](agent_state::EventAgentLogout) |
//! | [`Query`](query) | [`EventAddressInfo`](query::EventAddressInfo) |
//! | [`UserDataEvents`](user_data) | [`EventAttachedDataChanged`](user_data::EventAttachedDataChanged) |
//! | [`NetworkAttendedTransfer`](network_attended_transfer) | [`EventNetworkCallStatus`](network_attended_transfer::EventNetworkCallStatus), [`EventNetworkPrivateInfo`](network_attended_transfer::EventNetworkPrivateInfo) |
//! | [`NegativeResponse`](negative_response) | [`EventError`](negative_response::EventError) |
//! | [`CallBased`](call_based) | [`EventCallCreated`](call_based::EventCallCreated) |

pub mod agent_state;
pub mod call_based;
pub mod call_handling;
pub mod call_routing;
pub mod call_treatment;
pub mod dtmf;
pub mod general;
pub mod negative_response;
pub mod network_attended_transfer;
pub mod query;
pub mod registration;
pub mod user_data;
pub mod voice_mail;

use crate::message::{Declaration, Message};

/// What the families of this crate declare, in the order of the document: a line a family.
const FAMILIES: &[&[&Declaration]] = &[
    registration::Registration::DECLARATIONS,
    general::General::DECLARATIONS,
    call_handling::CallHandling::DECLARATIONS,
    call_routing::CallRouting::DECLARATIONS,
    call_treatment::CallTreatment::DECLARATIONS,
    dtmf::Dtmf::DECLARATIONS,
    voice_mail::VoiceMail::DECLARATIONS,
    agent_state::AgentState::DECLARATIONS,
    query::Query::DECLARATIONS,
    user_data::UserDataEvents::DECLARATIONS,
    network_attended_transfer::NetworkAttendedTransfer::DECLARATIONS,
    negative_response::NegativeResponse::DECLARATIONS,
    call_based::CallBased::DECLARATIONS,
];

/// The declarations of all families of this crate, in the order of the document.
///
/// ```
/// use events_core::{Events, families};
///
/// let events = Events::new(families::declarations());
/// assert!(events.names().any(|name| name == "EventRegistered"));
/// ```
pub fn declarations() -> impl Iterator<Item = Declaration> {
    FAMILIES
        .iter()
        .flat_map(|events| events.iter().map(|event| **event))
}
