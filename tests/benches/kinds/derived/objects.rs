//! Objects, agents, voice files, links and errors.

use events_core::Timestamp;
use serde::{Deserialize, Serialize};

use super::members::{AddressInfoType, AgentWorkMode};
use crate::peers::{InfoStatus, List, rfc3339};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventRegistered {
    #[serde(rename = "AgentID", skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    pub(crate) extensions: List,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) info_status: Option<InfoStatus>,
    pub(crate) info_type: AddressInfoType,
    #[serde(rename = "ReferenceID")]
    pub(crate) reference_id: u32,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventUnregistered {
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_code: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_message: Option<String>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventServerConnected {
    pub(crate) server: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventServerDisconnected {
    pub(crate) server: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventLinkConnected {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) application_name: Option<String>,
    pub(crate) server: i32,
    #[serde(rename = "SessionID", skip_serializing_if = "Option::is_none")]
    pub(crate) session_id: Option<i32>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventLinkDisconnected {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) application_name: Option<String>,
    #[serde(rename = "SessionID", skip_serializing_if = "Option::is_none")]
    pub(crate) session_id: Option<i32>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_code: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_message: Option<String>,
    pub(crate) server: i32,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventMailBoxLogin {
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID")]
    pub(crate) reference_id: u32,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventMailBoxLogout {
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventVoiceFileOpened {
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    pub(crate) file_handle: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventVoiceFileClosed {
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_data: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventAgentLogin {
    #[serde(rename = "AgentID", skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) this_queue: Option<String>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) work_mode: Option<AgentWorkMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventAgentLogout {
    pub(crate) server: i32,
    #[serde(rename = "ReferenceID", skip_serializing_if = "Option::is_none")]
    pub(crate) reference_id: Option<u32>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "AgentID", skip_serializing_if = "Option::is_none")]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) this_queue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reasons: Option<List>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct EventError {
    #[serde(rename = "ConnID", skip_serializing_if = "Option::is_none")]
    pub(crate) conn_id: Option<String>,
    #[serde(rename = "CustomerID", skip_serializing_if = "Option::is_none")]
    pub(crate) customer_id: Option<String>,
    pub(crate) error_code: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_message: Option<String>,
    #[serde(rename = "ReferenceID")]
    pub(crate) reference_id: u32,
    pub(crate) server: i32,
    #[serde(rename = "ThisDN", skip_serializing_if = "Option::is_none")]
    pub(crate) this_dn: Option<String>,
    #[serde(rename = "time", with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extensions: Option<List>,
}
