//! Call-Treatment Events: treatments, such as music or announcements, are applied to calls.
//!
//! Genesys Events and Models Reference, "Call-Treatment Events".

use crate::event;
#[allow(
    clippy::wildcard_imports,
    reason = "rows name the attributes of the dictionary"
)]
use crate::tlibrary::dictionary::*;

event! {
    /// Treatments, such as music or announcements, are applied to calls.
    #[source(document = "Genesys Events and Models Reference", section = "Call-Treatment Events")]
    #[dictionary(crate::tlibrary::DICTIONARY)]
    <CallTreatment = "Call-Treatment">

    /// The treatment was accepted and the treatment device is carrying it out.
    EventTreatmentApplied = 114 {
        CallID                    Mandatory,
        CallType                  Mandatory,
        ConnID                    Mandatory,
        CustomerID                Mandatory,
        Event                     Mandatory,
        Extensions                Mandatory,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        ThisDNRole                Mandatory,
        time                      Mandatory,
        TransferConnID            Optional,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        TreatmentParameters       Optional,
        TreatmentType             Mandatory,
        UserData                  Optional,
    }

    /// The treatment is over and the device waits for the next instruction; not sent for endless treatments such
    /// as Silence or RingBack.
    EventTreatmentEnd = 116 {
        CallID                    Mandatory,
        CallType                  Mandatory,
        CollectedDigits[a]        Optional,
        ConnID                    Mandatory,
        CustomerID                Mandatory,
        Event                     Mandatory,
        Extensions[b]             Optional,
        LastCollectedDigit[a]     Optional,
        NetworkCallID             Optional,
        NetworkNodeID             Optional,
        Reasons                   Optional,
        ReferenceID               Optional,
        Server                    Mandatory,
        ThisDN                    Mandatory,
        time                      Mandatory,
        TransferConnID            Optional,
        TransferredNetworkCallID  Optional,
        TransferredNetworkNodeID  Optional,
        TreatmentParameters       Optional,
        TreatmentType             Mandatory,
        UserData                  Optional,
    }
    footnotes {
        /// `CollectedDigits` and `LastCollectedDigit` are present when the treatment collected digits, alone
        /// or after an announcement.
        [a] if CollectedDigits || LastCollectedDigit {
            TreatmentType in [TreatmentCollectDigits, TreatmentPlayAnnouncementAndDigits]
        }

        /// `Extensions` has `INTERRUPTED` for treatments that play an announcement (not interrupted, by a
        /// key, by speech) and `COMPLETION_STATUS` for treatments that collect digits; some switches give
        /// neither.
        [b] partly {
            if Extensions["INTERRUPTED"] { Extensions["INTERRUPTED"] in ["NO", "KEYPAD", "VOICE"] }
            if Extensions { Extensions is TreatmentResult }
        }
    }
}
