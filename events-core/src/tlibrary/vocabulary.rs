//! The vocabularies of T-Library: its enumerations, with their documented spellings and numbers.
//!
//! Names and numbers are those of the public T-Library API reference; the C name loses its leading `T`. Where two names
//! share a number, the one named first is the one that is written.

mod address;
mod agent;
mod call;
mod message_type;
mod network;
mod route;
mod server;

pub use self::address::{
    AddressInfoType, AddressStatusInfoType, AddressType, AssociationInfoType, ForwardMode,
    MsgWaitingInfoType,
};
pub use self::agent::{AgentType, AgentWorkMode};
pub use self::call::{
    CallInfoType, CallState, CallType, DNRole, MakeCallType, MediaType, MergeType,
    MonitorNextCallType, PartyState,
};
pub use self::message_type::MessageType;
pub use self::network::{NetworkCallState, NetworkDestState, NetworkPartyRole};
pub use self::route::{ClearFlag, InterruptFlag, RouteType, TreatmentType, XRouteType};
pub use self::server::{
    ControlMode, LocationInfoType, OpenMode, RegisterMode, ServerRole, SwitchInfoType,
};
