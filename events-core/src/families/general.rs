//! General Events: the connection to T-Server and its link to the switch come up or go down.
//!
//! Genesys Events and Models Reference, "General Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// The connection to T-Server and its link to the switch come up or go down.
    #[source(document = "Genesys Events and Models Reference", section = "General Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <General>

    /// The session with the server is open; made on the client side, and only in asynchronous mode.
    EventServerConnected = 50 {
        Event       Mandatory,
        Server      Mandatory,
        Extensions  Optional,
    }

    /// The session with the server was lost; T-Library makes it itself as soon as it notices.
    EventServerDisconnected = 51 {
        Event       Mandatory,
        Server      Mandatory,
        Extensions  Optional,
    }

    /// The CTI link between switch and T-Server is up, sent when it comes back, as the answer to opening the
    /// server, and at a hot-standby switchover.
    EventLinkConnected = 95 {
        ApplicationName  Optional,
        Event            Mandatory,
        Server           Mandatory,
        SessionID        Optional,
        CustomerID       Optional,
        time             Mandatory,
        Extensions       Optional,
    }

    /// The CTI link between switch and T-Server is down; also sent at a hot-standby switchover.
    EventLinkDisconnected = 94 {
        ApplicationName  Optional,
        SessionID        Optional,
        CustomerID       Optional,
        ErrorCode        Optional,
        ErrorMessage     Optional,
        Event            Mandatory,
        Server           Mandatory,
        time             Mandatory,
        Extensions       Optional,
    }
}
