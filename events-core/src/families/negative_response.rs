//! Negative-Response Events: requests that could not be carried out.
//!
//! Genesys Events and Models Reference, "Negative-Response Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Requests that could not be carried out.
    #[source(document = "Genesys Events and Models Reference", section = "Negative-Response Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <NegativeResponse = "Negative-Response">

    /// A request could not be carried out; `ErrorCode` and `ErrorMessage` say why.
    EventError = 52 {
        ConnID        Optional,
        CustomerID    Optional,
        ErrorCode     Mandatory[a],
        ErrorMessage  Optional,
        Event         Mandatory,
        ReferenceID   Mandatory,
        Server        Mandatory,
        ThisDN        Optional,
        time          Mandatory,
        Extensions    Optional[b],
    }
    footnotes {
        /// For a failed `TTransactionMonitoring` `ErrorCode` may be `TERR_UNSUP_OPER` or
        /// `TERR_INVALID_ATTR`.
        [a] remark

        /// `Extensions` adds detail.
        [b] remark
    }
}
