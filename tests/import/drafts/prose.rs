//! A draft from `prose.txt`, to be reviewed.

use events_core::event;
use events_core::tlibrary::dictionary::*;

event! {
    /// To be written: what Prose says.
    #[source(document = "prose.txt")]
    #[dictionary(DICTIONARY)]
    <Prose>

    // Open, line 35: the condition is not understood
    // Open, line 37: the rules read from it cannot be right: footnote `o` can never be violated: `ThisDN` is
    // mandatory
    // Open, line 40: the condition is not understood
    /// To be written: what EventSentences says.
    EventSentences {
        AgentID[a, l]      Optional,
        ANI[b]             Optional,
        CallState[c]       Optional,
        CallType[m]        Mandatory,
        ConnID[d]          Optional,
        DNIS[e]            Optional,
        ErrorCode[f, g]    Optional,
        ErrorMessage[g]    Optional,
        Event              Mandatory,
        OtherDN[h]         Optional,
        OtherQueue[h]      Optional,
        PreviousConnID[i]  Optional,
        Reasons[j, q, r]   Optional,
        ReferenceID[k]     Optional,
        ThirdPartyDN[n]    Optional,
        ThisDN[o, p]       Mandatory,
    }
    footnotes {
        /// To be written: what footnote a of EventSentences says.
        // Read from line 23.
        [a] proposed if AgentID { CallType in [CallTypeInternal, CallTypeOutbound] }

        /// To be written: what footnote b of EventSentences says.
        // Read from line 24.
        [b] proposed if CallType != CallTypeInternal { ANI }

        /// To be written: what footnote c of EventSentences says.
        // Read from line 25.
        [c] proposed if CallType == CallTypeUnknown { !CallState }

        /// To be written: what footnote d of EventSentences says.
        // Read from line 26.
        [d] proposed if CallType == CallTypeConsult { ConnID }

        /// To be written: what footnote e of EventSentences says.
        // Read from line 27.
        [e] proposed if CallType == CallTypeInbound { DNIS }

        /// To be written: what footnote f of EventSentences says.
        // Read from line 28.
        [f] proposed if ErrorCode { ErrorMessage }

        /// To be written: what footnote g of EventSentences says.
        // Read from line 29.
        [g] proposed context

        /// To be written: what footnote h of EventSentences says.
        // Read from line 30.
        [h] proposed OtherDN == OtherQueue

        /// To be written: what footnote i of EventSentences says.
        // Read from line 31.
        [i] proposed if CallType == CallTypeConsult { PreviousConnID } else { !PreviousConnID }

        /// To be written: what footnote j of EventSentences says.
        // Read from line 32.
        [j] proposed remark

        /// To be written: what footnote k of EventSentences says.
        // Read from line 33.
        [k] proposed ReferenceID

        /// To be written: what footnote l of EventSentences says.
        // Read from line 34.
        [l] proposed if AgentID { ThirdPartyDN }

        /// To be written: what footnote m of EventSentences says.
        [m] unread

        /// To be written: what footnote n of EventSentences says.
        // Read from line 36.
        [n] proposed if CallType != CallTypeUnknown { OtherQueue || OtherDN || ThirdPartyDN }

        /// To be written: what footnote o of EventSentences says.
        [o] unread

        /// To be written: what footnote p of EventSentences says.
        // Read from line 38.
        [p] proposed if CallType == CallTypeConsult || OtherQueue { ThisDN == OtherDN }

        /// To be written: what footnote q of EventSentences says.
        // Read from line 39.
        [q] proposed if Reasons { !OtherDN }

        /// To be written: what footnote r of EventSentences says.
        [r] unread
    }
}
