//! A draft from `open.txt`, to be reviewed.

use events_core::tlibrary::dictionary::*;
use events_core::{Text, event};

// Open, line 1: "ThisDN": it belongs to no event, give the page with its heading too

event! {
    /// To be written: what Open says.
    #[source(document = "open.txt")]
    #[dictionary(DICTIONARY)]
    <Open>

    // Open, line 8: "AgentID": footnote `a` is not in the document
    // Open, line 9: "ANI Sometimes": unknown presence `Sometimes`, say what it means with `--presence
    // "Sometimes=…"`, `Mandatory` or `Optional`
    // Open, line 10: "CallTyp": the dictionary lacks this name, is it `CallType`?
    // Open, line 12: "ConnID": the table has a row of this name already
    // Open, line 14: "AddressInfoNonsense": no value of `InfoType` is called so, write the row by hand
    // Open, line 15: "???": it names no attribute
    // Open, line 16: "DNIS": it stands in a table and is no row, add what it says by hand
    // Open, line 17: "OtherDNx": `x` at its end may be the mark of a footnote
    // Open, line 17: "OtherDNx": the dictionary lacks this name, is it `OtherDN`?
    // Open, line 18: "ThisDN": it is conditional, and no footnote says when it is there
    // Open, line 20: no row bears the mark `c`
    // Open, line 21: the table has a footnote of this letter already
    // Open, line 23: it demands something of an attribute and belongs to no footnote
    /// To be rewritten: What is wrong here stands in the ledger.
    EventLost {
        AgentID[a]      Optional,
        CallTyp: Text   Mandatory, // not in the dictionary
        ConnID          Optional,
        Event           Mandatory,
        InfoType        Mandatory,
        OtherDNx: Text  Optional, // not in the dictionary
        ThisDN          Optional,
        time            Mandatory,
    }
    // No row bears the mark [c]: To be rewritten: Nobody refers to this.
    footnotes {
        /// To be written: what footnote a of EventLost says.
        [a] unread
    }
}

// The dictionary of T-Library lacks these names. Entries to begin with:
//
//     /// To be written: what CallTyp means.
//     CallTyp: Text,
//     /// To be written: what OtherDNx means.
//     OtherDNx: Text,
