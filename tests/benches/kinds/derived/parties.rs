//! Digits, data and answers about calls, and their parties in the network.

use events_core::Timestamp;
use serde::{Deserialize, Serialize};

use super::members::{
    AddressInfoType, CallState, CallType, DNRole, Info, NetworkCallState, NetworkDestState,
    NetworkPartyRole,
};
use crate::peers::{List, rfc3339};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventDigitsCollected {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    pub(crate) call_state: CallState,
    pub(crate) call_type: CallType,
    pub(crate) collected_digits: String,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
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
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "ThisDNRole")]
    pub(crate) this_dn_role: DNRole,
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
pub(crate) struct EventDTMFSent {
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
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
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
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
pub(crate) struct EventAddressInfo {
    #[serde(rename = "AgentID", skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "CallID", skip_serializing_if = "Option::is_none")]
    pub(crate) call_id: Option<u64>,
    #[serde(rename = "ConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) conn_id: Option<String>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    pub(crate) info_status: Info,
    pub(crate) info_type: AddressInfoType,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    #[serde(rename = "PreviousConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) previous_conn_id: Option<String>,
    #[serde(rename = "ReferenceID")]
    pub(crate) reference_id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
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
pub(crate) struct EventAttachedDataChanged {
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
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThirdPartyDN", skip_serializing_if = "Option::is_none")]
    pub(crate) third_party_dn: Option<String>,
    #[serde(rename = "ThisDN", skip_serializing_if = "Option::is_none")]
    pub(crate) this_dn: Option<String>,
    #[serde(rename = "ThisDNRole", skip_serializing_if = "Option::is_none")]
    pub(crate) this_dn_role: Option<DNRole>,
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
    pub(crate) user_data: List,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventNetworkCallStatus {
    #[serde(rename = "ANI", skip_serializing_if = "Option::is_none")]
    pub(crate) ani: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call_history: Option<List>,
    #[serde(rename = "CallID")]
    pub(crate) call_id: u64,
    #[serde(rename = "NetworkCallID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_id: Option<u64>,
    #[serde(rename = "NetworkNodeID", skip_serializing_if = "Option::is_none")]
    pub(crate) network_node_id: Option<i32>,
    pub(crate) call_type: CallType,
    #[serde(rename = "ConnID")]
    pub(crate) conn_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<i32>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "DNIS", skip_serializing_if = "Option::is_none")]
    pub(crate) dnis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    pub(crate) network_call_state: NetworkCallState,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) network_party_role: Option<NetworkPartyRole>,
    #[serde(rename = "NetworkOrigDN", skip_serializing_if = "Option::is_none")]
    pub(crate) network_orig_dn: Option<String>,
    #[serde(rename = "NetworkDestDN", skip_serializing_if = "Option::is_none")]
    pub(crate) network_dest_dn: Option<String>,
    pub(crate) network_dest_state: NetworkDestState,
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
pub(crate) struct EventNetworkPrivateInfo {
    pub(crate) private_event: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) conn_id: Option<String>,
    #[serde(rename = "ThisDN", skip_serializing_if = "Option::is_none")]
    pub(crate) this_dn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) network_call_state: Option<NetworkCallState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) network_party_role: Option<NetworkPartyRole>,
    #[serde(rename = "NetworkOrigDN", skip_serializing_if = "Option::is_none")]
    pub(crate) network_orig_dn: Option<String>,
    #[serde(rename = "NetworkDestDN", skip_serializing_if = "Option::is_none")]
    pub(crate) network_dest_dn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) network_dest_state: Option<NetworkDestState>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
}
