//! Calls that are made, routed, treated and monitored.

use events_core::Timestamp;
use serde::{Deserialize, Serialize};

use super::members::{CallState, CallType, DNRole, TreatmentType};
use crate::peers::{List, rfc3339};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventDialing {
    #[serde(rename = "AgentID", skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    pub(crate) call_type: CallType,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "DNIS", skip_serializing_if = "Option::is_none")]
    pub(crate) dnis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(rename = "OtherDN", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn: Option<String>,
    #[serde(rename = "OtherDNRole", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn_role: Option<DNRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_trunk: Option<u32>,
    #[serde(rename = "PreviousConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) previous_conn_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "ThisDNRole")]
    pub(crate) this_dn_role: DNRole,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) this_queue: Option<String>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(
        rename = "TransferredNetworkCallID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_call_id: Option<u64>,
    #[serde(
        rename = "TransferredNetworkNodeID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventRinging {
    #[serde(rename = "AgentID", skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    pub(crate) call_state: CallState,
    pub(crate) call_type: CallType,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<i32>,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) collected_digits: Option<String>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "DNIS", skip_serializing_if = "Option::is_none")]
    pub(crate) dnis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(rename = "OtherDN", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn: Option<String>,
    #[serde(rename = "OtherDNRole", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn_role: Option<DNRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_trunk: Option<u32>,
    #[serde(rename = "PreviousConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) previous_conn_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "ThisDNRole")]
    pub(crate) this_dn_role: DNRole,
    #[serde(rename = "ThirdPartyDN", skip_serializing_if = "Option::is_none")]
    pub(crate) third_party_dn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) this_queue: Option<String>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(
        rename = "TransferredNetworkCallID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_call_id: Option<u64>,
    #[serde(
        rename = "TransferredNetworkNodeID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventRouteRequest {
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    pub(crate) call_type: CallType,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) collected_digits: Option<String>,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "DNIS", skip_serializing_if = "Option::is_none")]
    pub(crate) dnis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_collected_digit: Option<String>,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(rename = "OtherDN", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn: Option<String>,
    #[serde(rename = "OtherDNRole", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn_role: Option<DNRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) other_trunk: Option<u32>,
    #[serde(rename = "PreviousConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) previous_conn_id: Option<String>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    pub(crate) this_queue: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) this_trunk: Option<u32>,
    #[serde(rename = "ThirdPartyDN", skip_serializing_if = "Option::is_none")]
    pub(crate) third_party_dn: Option<String>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(
        rename = "TransferredNetworkCallID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_call_id: Option<u64>,
    #[serde(
        rename = "TransferredNetworkNodeID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventRouteUsed {
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_state: Option<CallState>,
    pub(crate) call_type: CallType,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "DNIS", skip_serializing_if = "Option::is_none")]
    pub(crate) dnis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThirdPartyDN", skip_serializing_if = "Option::is_none")]
    pub(crate) third_party_dn: Option<String>,
    #[serde(rename = "OtherDN", skip_serializing_if = "Option::is_none")]
    pub(crate) other_dn: Option<String>,
    #[serde(rename = "ThirdPartyDNRole", skip_serializing_if = "Option::is_none")]
    pub(crate) third_party_dn_role: Option<DNRole>,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    pub(crate) this_queue: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) this_trunk: Option<u32>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(
        rename = "TransferredNetworkCallID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_call_id: Option<u64>,
    #[serde(
        rename = "TransferredNetworkNodeID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventTreatmentApplied {
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    pub(crate) call_type: CallType,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(rename = "CustomerID")]
    pub(crate) customer_id: String,
    pub(crate) extensions: List,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "ThisDNRole")]
    pub(crate) this_dn_role: DNRole,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(rename = "TransferConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) transfer_conn_id: Option<String>,
    #[serde(
        rename = "TransferredNetworkCallID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_call_id: Option<u64>,
    #[serde(
        rename = "TransferredNetworkNodeID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) treatment_parameters: Option<List>,
    pub(crate) treatment_type: TreatmentType,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventTreatmentEnd {
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    pub(crate) call_type: CallType,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) collected_digits: Option<String>,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(rename = "CustomerID")]
    pub(crate) customer_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) last_collected_digit: Option<String>,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(rename = "TransferConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) transfer_conn_id: Option<String>,
    #[serde(
        rename = "TransferredNetworkCallID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_call_id: Option<u64>,
    #[serde(
        rename = "TransferredNetworkNodeID",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) transferred_network_node_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) treatment_parameters: Option<List>,
    pub(crate) treatment_type: TreatmentType,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventCallCreated {
    #[serde(rename = "CallUUID")]
    pub(crate) call_uuid: String,
    #[serde(rename = "ISLinkList", skip_serializing_if = "Option::is_none")]
    pub(crate) is_link_list: Option<List>,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_type: Option<CallType>,
    #[serde(rename = "OrigCallUUID", skip_serializing_if = "Option::is_none")]
    pub(crate) orig_call_uuid: Option<String>,
    #[serde(rename = "CallID", skip_serializing_if = "Option::is_none")]
    pub(crate) call_id: Option<u64>,
    #[serde(rename = "NodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) node_id: Option<i32>,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(rename = "DNIS", skip_serializing_if = "Option::is_none")]
    pub(crate) dnis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dialed_number: Option<String>,
}
