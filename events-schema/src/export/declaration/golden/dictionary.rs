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
    id: u64, // 8 hexadecimal digits
    /// What percent is.
    percent: u8, // 0 to 100
    /// What code is.
    code: i32, // -300 to 70000
    /// What huge is.
    huge: i64, // -170141183460469231731687303715884105728 to 0
    /// What type is.
    type: u32, // 4294967295 stands for absence
    /// What Info.Type is.
    "Type": vocabulary::TAddressType,
    /// What AddressTypeDN is.
    Event: event,

    /// The calls at the object.
    keys AddressInfoDNStatus {
        /// The state of a party.
        "ps-%d": u16, // 0 to 4095
    }

    /// Some keys.
    keys KeySet {
        /// A key.
        "a \"b\"": Text | u8, // 0 to 9
        /// A key.
        "c-%d": vocabulary::TAddressType,
    }
}
