//! Agent-State and DN Events: agents log in to ACD groups and log out of them.
//!
//! Genesys Events and Models Reference, "Agent-State and DN Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Agents log in to ACD groups and log out of them.
    #[source(document = "Genesys Events and Models Reference", section = "Agent-State and DN Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <AgentState = "Agent-State and DN">

    /// The agent logged in to the ACD group in `ThisQueue`; may repeat for one DN and agent, since it does not
    /// by itself mean a state change.
    EventAgentLogin = 73 {
        AgentID[a]     Optional,
        CustomerID     Optional,
        Event          Mandatory,
        Reasons        Optional,
        ReferenceID    Optional,
        Server         Mandatory,
        ThisDN         Mandatory,
        ThisQueue      Optional,
        time           Mandatory,
        WorkMode       Optional,
        Extensions[b]  Optional,
    }
    footnotes {
        /// `AgentID` is mandatory when the agent logged in through T-Server, or when it is known.
        [a] context

        /// `Extensions` may hold `ReasonCode` for hardware reasons.
        [b] remark
    }

    /// The agent logged out of the ACD group in `ThisQueue`; where one agent may be in several queues this is
    /// the last logout only.
    EventAgentLogout = 74 {
        Event          Mandatory,
        Server         Mandatory,
        ReferenceID    Optional,
        CustomerID     Optional,
        AgentID[a]     Optional,
        ThisDN         Mandatory,
        ThisQueue      Optional,
        Reasons        Optional,
        time           Mandatory,
        Extensions[b]  Optional,
    }
    footnotes {
        /// `AgentID` is mandatory when the agent logged in through T-Server, or when it is known.
        [a] context

        /// `Extensions` may hold `ReasonCode` for hardware reasons.
        [b] remark
    }
}
