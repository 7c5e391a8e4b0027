//! Voice-Mail Events: objects log in to mailboxes, and voice files are opened and closed.
//!
//! Genesys Events and Models Reference, "Voice-Mail Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Objects log in to mailboxes, and voice files are opened and closed.
    #[source(document = "Genesys Events and Models Reference", section = "Voice-Mail Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <VoiceMail = "Voice-Mail">

    /// The object in `ThisDN` logged in to the mailbox named in `TLoginMailBox`.
    EventMailBoxLogin = 79 {
        CustomerID   Optional,
        Event        Mandatory,
        Reasons      Optional,
        ReferenceID  Mandatory,
        Server       Mandatory,
        ThisDN       Mandatory,
        time         Mandatory,
        Extensions   Optional,
    }

    /// The object in `ThisDN` logged out of the mailbox it was in.
    EventMailBoxLogout = 80 {
        CustomerID   Optional,
        Event        Mandatory,
        Reasons      Optional,
        ReferenceID  Optional,
        Server       Mandatory,
        ThisDN       Mandatory,
        time         Mandatory,
        Extensions   Optional,
    }

    /// The voice file asked for in `TOpenVoiceFile` was opened.
    EventVoiceFileOpened = 81 {
        CustomerID   Optional,
        Event        Mandatory,
        Extensions   Optional,
        FileHandle   Mandatory,
        Reasons      Optional,
        ReferenceID  Optional,
        Server       Mandatory,
        ThisDN       Mandatory,
        time         Mandatory,
        UserData     Optional,
    }

    /// The voice file asked for in `TCloseVoiceFile` was closed.
    EventVoiceFileClosed = 82 {
        CustomerID   Optional,
        Event        Mandatory,
        Extensions   Optional,
        Reasons      Optional,
        ReferenceID  Optional,
        Server       Mandatory,
        ThisDN       Mandatory,
        time         Mandatory,
        UserData     Optional,
    }
}
