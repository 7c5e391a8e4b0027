use events_core::event;
use events_core::tlibrary::dictionary::*;

event! {
    /// Calls.
    #[dictionary(DICTIONARY)]
    <Calls>

    /// A call was seen.
    EventCall {
        ConnID     Mandatory,
        CallState  Optional,
        time       Optional,
    }
}

fn main() {
    let _ = EventCall::builder()
        .conn_id("006c029a6685d004")
        .call_state(String::from("CallStateOk"))
        .time("2026-03-01T08:30:00Z")
        .build();
}
