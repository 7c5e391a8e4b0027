dictionary! {
    /// What each attribute name of T-Library means and carries.
    pub static DICTIONARY = "T-Library";

    /// What Agent ID is.
    "Agent ID": Text { log = "AttributeAgentID", log = "AgentID", number = 14, alias = "Agent", example = "1042", obsolete, transport },
    /// What context is.
    context: KeyValueList { obsolete },
    /// What Info.Type is.
    Info.Type: vocabulary::TAddressType,
    /// What AddressTypeDN is.
    AddressTypeDN: bool,
    /// What row is.
    row: f64,
    /// What id is.
    id: Hex<8>,
    /// What percent is.
    percent: Whole<0, 100>,
    /// What code is.
    code: Whole<-300, 70000>,
    /// What huge is.
    huge: Whole<-170141183460469231731687303715884105728, 0>,
    /// What type is.
    type: WholeOrNone<0, 4294967295, 4294967295>,
    /// What Info.Type is.
    "Type": vocabulary::TAddressType,
    /// What AddressTypeDN is.
    Event: event,

    /// The calls at the object.
    keys AddressInfoDNStatus {
        /// The state of a party.
        "ps-%d": Whole<0, 4095>,
    }

    /// Some keys.
    keys KeySet = "Key set" {
        /// A key.
        "a \"b\"": Text | Whole<0, 9>,
        /// A key.
        "c-%d": vocabulary::TAddressType,
    }

    messages vocabulary::TAddressType,
}
