//! Types from a dictionary and types of the rows, in one event.

use events_core::tlibrary::dictionary::*;
use events_core::tlibrary::vocabulary;
use events_core::{Text, event};

event! {
    /// Events of a switch.
    #[dictionary(events_core::tlibrary::DICTIONARY)]
    <Switch>

    /// A call came in.
    CallCame = 1000 {
        ConnID                                              Mandatory,
        CallType = CallTypeInbound                          Mandatory,
        FirstState: vocabulary::CallState = CallStateOk     Optional,
        InfoStatus.AddressType[a]                           Optional,
        ThisDN[a]                                           Mandatory,
        OtherDN[a]                                          Optional,
        gate: Text                                          Optional,
        weight: f64                                         Optional,
    }
    footnotes {
        /// A gate does not call itself.
        [a] ThisDN != OtherDN; InfoStatus.AddressType != vocabulary::AddressType::AddressTypeQueue
    }
}

fn main() {
    let call = CallCame::builder()
        .conn_id("006c029a6685d004".parse::<ConnID>().unwrap())
        .this_dn("7001")
        .gate("north")
        .weight(7.5)
        .build();
    assert_eq!(call.gate.as_deref(), Some("north"));
    assert_eq!(CallCame::CALL_TYPE, vocabulary::CallType::CallTypeInbound);
}
