//! What the types of T-Library carry, for who reads declarations that name them.

use events_schema::Kind;

use super::{union, value, vocabulary};
use crate::Value;

/// The types of this module, by their names, and what they carry.
///
/// ```
/// use events_core::schema::Kind;
/// use events_core::tlibrary;
///
/// let (_, kind) = tlibrary::types().find(|(name, _)| *name == "ConnId").unwrap();
/// assert_eq!(kind, Kind::Hex { digits: 16 });
/// ```
pub fn types() -> impl Iterator<Item = (&'static str, Kind)> {
    macro_rules! kinds {
        ($($module:ident: $($name:ident)*;)*) => {
            [$($((stringify!($name), <$module::$name as Value>::KIND)),*),*]
        };
    }
    kinds! {
        value: AgentId CallHistory CallUuid ConnId Dn ReferenceId SequenceNumber;
        union: InfoStatus;
        vocabulary:
            AddressInfoType AddressStatusInfoType AddressType AgentType AgentWorkMode AssociationInfoType
            CallInfoType CallState CallType ClearFlag ControlMode DNRole ForwardMode InterruptFlag LocationInfoType
            MakeCallType MediaType MergeType MessageType MonitorNextCallType MsgWaitingInfoType NetworkCallState
            NetworkDestState NetworkPartyRole OpenMode PartyState RegisterMode RouteType ServerRole SwitchInfoType
            TreatmentType XRouteType;
    }
    .into_iter()
}
