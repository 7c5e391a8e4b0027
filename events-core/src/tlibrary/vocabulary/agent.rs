//! Agents.

use crate::vocabulary;

vocabulary! {
    /// Work mode of an agent, the T-Library enumeration `TAgentWorkMode`.
    pub AgentWorkMode = "TAgentWorkMode" {
        /// The work mode is not known.
        AgentWorkModeUnknown = 0,
        /// The agent is in manual-in mode.
        AgentManualIn = 1,
        /// The agent is ready in auto-in mode; the number is also that of `AgentLegalGuard`.
        AgentAutoIn = 2,
        /// The agent is not ready, in legal-guard mode; the number is also that of `AgentAutoIn`.
        AgentLegalGuard = 2,
        /// The agent does after-call work.
        AgentAfterCallWork = 3,
        /// The agent does auxiliary work.
        AgentAuxWork = 4,
        /// The agent is in no-call-disconnect mode.
        AgentNoCallDisconnect = 5,
        /// The agent walked away.
        AgentWalkAway = 6,
        /// The agent came back.
        AgentReturnBack = 7,
    }
}

vocabulary! {
    /// Kind of an agent, the T-Library enumeration `TAgentType`.
    pub AgentType = "TAgentType" {
        /// The agent is an ordinary agent.
        AgentTypeAgent = 0,
        /// The agent is a supervisor.
        AgentTypeSupervisor = 1,
    }
}
