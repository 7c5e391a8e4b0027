event! {
    /// A text that is long enough to go past the end of a line, in which  two spaces are kept, and where no
    /// line begins with - as a list would.
    ///
    /// A second paragraph says more.
    #[source(
        document = "The \"Reference\" of odd and rare things that documents have",
        section = "A section whose title is long as well",
        edition = "4/2/2025",
    )]
    #[tag("event kind")]
    <OddAndRare = "Odd and rare">

    /// A text that is long enough to go past the end of a line, in which  two spaces are kept, and where no
    /// line begins with - as a list would.
    ///
    /// A second paragraph says more.
    EventOfTypeX = "Event of type \"X\"" = -1 {
        "Agent ID": Text                                          Mandatory[1],
        /// A text that is long enough to go past the end of a line, in which  two spaces are kept, and where
        /// no line begins with - as a list would.
        ///
        /// A second paragraph says more.
        context[1]: KeyValueList                                  Mandatory[1],
        Info.Type[a, "†"]: TAddressType                           Optional,
        AddressTypeDN: bool                                       Optional,
        row: f64 = -0.5                                           Mandatory,
        id: Hex<8>                                                Optional,
        percent: Whole<0, 100>                                    Optional,
        code: Whole<-300, 70000>                                  Optional,
        huge: Whole<-170141183460469231731687303715884105728, 0>  Optional,
        type[b]: WholeOrNone<0, 4294967295, 4294967295>           Optional[c],
    }
    footnotes {
        /// A text that is long enough to go past the end of a line, in which  two spaces are kept, and where
        /// no line begins with - as a list would.
        ///
        /// A second paragraph says more.
        [a] Info.Type == TAddressType::AddressTypeDN;
            if id {
                if code { huge } else { type }
            } else if percent {
                code;
                huge;
            } else {
                code == -5
            }
            if Info.Type in [
                AddressTypePosition, AddressTypeDN, AddressTypeQueue, AddressTypeRouteDN, AddressTypeTrunk,
            ]
                && id
            {
                Info.Type in [
                    AddressTypePosition, AddressTypeDN, AddressTypeQueue, AddressTypeRouteDN,
                    AddressTypeTrunk,
                ]
            } else {
                id
            }

        /// Just words.
        [b] remark

        /// Not in all networks.
        [1] context waive "Agent ID", context

        /// By no rule.
        // partly, by no rule
        // waive row
        ["†"] unread

        /// The text is not at hand.
        // id
        [c] unread

        /// One rule that is long.
        [d] if Info.Type in [
            AddressTypePosition, AddressTypeDN, AddressTypeQueue, AddressTypeRouteDN, AddressTypeTrunk,
        ] {
            id;
            Info.Type in [
                AddressTypePosition, AddressTypeDN, AddressTypeQueue, AddressTypeRouteDN,
                AddressTypeTrunk,
            ];
        }
    }
}
