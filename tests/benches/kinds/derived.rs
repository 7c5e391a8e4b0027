//! The 26 declared events as structs with derives, read by their tag.

mod calls;
mod members;
mod objects;
mod parties;

use serde::{Deserialize, Serialize};

use self::calls::{
    EventCallCreated, EventDialing, EventRinging, EventRouteRequest, EventRouteUsed,
    EventTreatmentApplied, EventTreatmentEnd,
};
use self::objects::{
    EventAgentLogin, EventAgentLogout, EventError, EventLinkConnected, EventLinkDisconnected,
    EventMailBoxLogin, EventMailBoxLogout, EventRegistered, EventServerConnected,
    EventServerDisconnected, EventUnregistered, EventVoiceFileClosed, EventVoiceFileOpened,
};
use self::parties::{
    EventAddressInfo, EventAttachedDataChanged, EventDTMFSent, EventDigitsCollected,
    EventNetworkCallStatus, EventNetworkPrivateInfo,
};

/// Any of the events, by serde's `tag`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "Event")]
#[expect(clippy::enum_variant_names, reason = "the names are the document's")]
pub(crate) enum Tagged {
    EventRegistered(EventRegistered),
    EventUnregistered(EventUnregistered),
    EventServerConnected(EventServerConnected),
    EventServerDisconnected(EventServerDisconnected),
    EventLinkConnected(EventLinkConnected),
    EventLinkDisconnected(EventLinkDisconnected),
    EventDialing(EventDialing),
    EventRinging(EventRinging),
    EventRouteRequest(EventRouteRequest),
    EventRouteUsed(EventRouteUsed),
    EventTreatmentApplied(EventTreatmentApplied),
    EventTreatmentEnd(EventTreatmentEnd),
    EventDigitsCollected(EventDigitsCollected),
    EventDTMFSent(EventDTMFSent),
    EventMailBoxLogin(EventMailBoxLogin),
    EventMailBoxLogout(EventMailBoxLogout),
    EventVoiceFileOpened(EventVoiceFileOpened),
    EventVoiceFileClosed(EventVoiceFileClosed),
    EventAgentLogin(EventAgentLogin),
    EventAgentLogout(EventAgentLogout),
    EventAddressInfo(EventAddressInfo),
    EventAttachedDataChanged(EventAttachedDataChanged),
    EventNetworkCallStatus(EventNetworkCallStatus),
    EventNetworkPrivateInfo(EventNetworkPrivateInfo),
    EventError(EventError),
    EventCallCreated(EventCallCreated),
}

/// The tag alone.
#[derive(Deserialize)]
struct Peek<'a> {
    #[serde(rename = "Event")]
    event: &'a str,
}

/// The same in two steps: the tag, then the struct that it names.
pub(crate) fn by_tag(line: &str) -> serde_json::Result<Tagged> {
    // A line mostly begins with its tag. If it does not, serde looks for it.
    let name = match line
        .strip_prefix("{\"Event\":\"")
        .and_then(|rest| rest.split_once('"'))
    {
        Some((name, _)) => name,
        None => serde_json::from_str::<Peek<'_>>(line)?.event,
    };
    Ok(match name {
        "EventRegistered" => Tagged::EventRegistered(serde_json::from_str(line)?),
        "EventUnregistered" => Tagged::EventUnregistered(serde_json::from_str(line)?),
        "EventServerConnected" => Tagged::EventServerConnected(serde_json::from_str(line)?),
        "EventServerDisconnected" => Tagged::EventServerDisconnected(serde_json::from_str(line)?),
        "EventLinkConnected" => Tagged::EventLinkConnected(serde_json::from_str(line)?),
        "EventLinkDisconnected" => Tagged::EventLinkDisconnected(serde_json::from_str(line)?),
        "EventDialing" => Tagged::EventDialing(serde_json::from_str(line)?),
        "EventRinging" => Tagged::EventRinging(serde_json::from_str(line)?),
        "EventRouteRequest" => Tagged::EventRouteRequest(serde_json::from_str(line)?),
        "EventRouteUsed" => Tagged::EventRouteUsed(serde_json::from_str(line)?),
        "EventTreatmentApplied" => Tagged::EventTreatmentApplied(serde_json::from_str(line)?),
        "EventTreatmentEnd" => Tagged::EventTreatmentEnd(serde_json::from_str(line)?),
        "EventDigitsCollected" => Tagged::EventDigitsCollected(serde_json::from_str(line)?),
        "EventDTMFSent" => Tagged::EventDTMFSent(serde_json::from_str(line)?),
        "EventMailBoxLogin" => Tagged::EventMailBoxLogin(serde_json::from_str(line)?),
        "EventMailBoxLogout" => Tagged::EventMailBoxLogout(serde_json::from_str(line)?),
        "EventVoiceFileOpened" => Tagged::EventVoiceFileOpened(serde_json::from_str(line)?),
        "EventVoiceFileClosed" => Tagged::EventVoiceFileClosed(serde_json::from_str(line)?),
        "EventAgentLogin" => Tagged::EventAgentLogin(serde_json::from_str(line)?),
        "EventAgentLogout" => Tagged::EventAgentLogout(serde_json::from_str(line)?),
        "EventAddressInfo" => Tagged::EventAddressInfo(serde_json::from_str(line)?),
        "EventAttachedDataChanged" => Tagged::EventAttachedDataChanged(serde_json::from_str(line)?),
        "EventNetworkCallStatus" => Tagged::EventNetworkCallStatus(serde_json::from_str(line)?),
        "EventNetworkPrivateInfo" => Tagged::EventNetworkPrivateInfo(serde_json::from_str(line)?),
        "EventError" => Tagged::EventError(serde_json::from_str(line)?),
        "EventCallCreated" => Tagged::EventCallCreated(serde_json::from_str(line)?),
        _ => serde_json::from_str(line)?,
    })
}
