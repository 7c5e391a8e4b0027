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

use events_schema::{Dictionary, Family, Specification};

use crate::message::{Declaration, Message};
use crate::specification;

specification! {
    /// Any event of T-Library whose table is declared here; the families are in the order of the document.
    ///
    /// ```
    /// use events_core::families::TLibraryEvent;
    /// use events_core::families::negative_response::NegativeResponse;
    /// use events_core::read::json;
    ///
    /// let line = r#"{"Event": 52, "ErrorCode": 415, "ReferenceID": 7, "Server": 1, "time": 1772438327}"#;
    /// let event = json::from_str::<TLibraryEvent>(line)?.into_inner();
    /// let TLibraryEvent::NegativeResponse(NegativeResponse::EventError(error)) = event else { panic!("an error") };
    /// assert_eq!(error.error_code, 415);
    /// # Ok::<(), events_core::Report>(())
    /// ```
    pub enum TLibraryEvent {
        /// An application registers for the events of an object, or ceases to be registered.
        Registration(registration::Registration),
        /// The connection to T-Server or its link to the switch comes up or goes down.
        General(general::General),
        /// A call is placed or delivered.
        CallHandling(call_handling::CallHandling),
        /// A call waits for a route or gets one.
        CallRouting(call_routing::CallRouting),
        /// A treatment is applied to a call.
        CallTreatment(call_treatment::CallTreatment),
        /// Digits are sent or collected.
        Dtmf(dtmf::Dtmf),
        /// A mailbox or a voice file is used.
        VoiceMail(voice_mail::VoiceMail),
        /// An agent logs in or out.
        AgentState(agent_state::AgentState),
        /// A question about an object is answered.
        Query(query::Query),
        /// The data attached to a call change.
        UserData(user_data::UserDataEvents),
        /// A call of several parties in the network changes.
        NetworkAttendedTransfer(network_attended_transfer::NetworkAttendedTransfer),
        /// A request could not be carried out.
        NegativeResponse(negative_response::NegativeResponse),
        /// A call as such is monitored.
        CallBased(call_based::CallBased),
    }
}

/// The declarations of all families of this crate, in the order of the document.
///
/// ```
/// use events_core::{Events, families};
///
/// let events = Events::new(families::declarations());
/// assert!(events.names().any(|name| name == "EventRegistered"));
/// ```
pub fn declarations() -> impl Iterator<Item = Declaration> {
    TLibraryEvent::declarations().iter().copied()
}

/// The declared families and their dictionary as one model, which can be saved, exported and compared.
///
/// ```
/// use events_core::families;
///
/// let specification = families::specification();
/// assert_eq!(specification.families[0].name, "Registration");
/// assert!(specification.dictionary.get("ThisDN").is_some());
/// ```
#[must_use]
pub fn specification() -> Specification {
    let mut families: Vec<Family> = Vec::new();
    let mut dictionary = &Dictionary::EMPTY;
    for declaration in declarations() {
        let family = declaration.family;
        if families.last().is_none_or(|last| last.name != family.name) {
            families.push(family.clone());
        }
        dictionary = declaration.dictionary;
    }
    Specification {
        name: dictionary.name.clone(),
        dictionary: dictionary.clone(),
        families: families.into(),
    }
}
