//! The values of T-Library that are more than a text or a number: numbers of objects and ids.
//!
//! | type | carries | written as |
//! |---|---|---|
//! | [`Dn`], [`AgentId`], [`CallUuid`] | a text | the text |
//! | [`ConnId`], [`SequenceNumber`] | 64 bits | 16 hexadecimal digits |
//! | [`CallHistory`] | a key-value list | the list, or its pairs alone |
//! | [`ReferenceId`] | 32 bits, of which one pattern stands for absence | a decimal number |

use std::fmt;
use std::str::FromStr;

use events_schema::{Datum, Kind};

use crate::{KeyValueList, Text, value::Value};

/// Where a call was transferred or routed from in a network of several sites.
///
/// It is a key-value list of up to four texts, each of which logs write as an attribute of its own.
///
/// ```
/// use events_core::KeyValueList;
/// use events_core::tlibrary::value::CallHistory;
///
/// let history = CallHistory::from(KeyValueList::from([
///     ("FirstTransferHomeLocation", "SIP_Paris"),
///     ("FirstTransferOrigDN", "4711"),
/// ]));
/// assert_eq!(history.first_transfer().home_location, Some("SIP_Paris"));
/// assert_eq!(history.last_transfer().orig_dn, None);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CallHistory(KeyValueList);

/// A party at another site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RemoteParty<'a> {
    /// The site, by the name of its switch.
    pub home_location: Option<&'a str>,
    /// The number of the party.
    pub orig_dn: Option<&'a str>,
}

impl CallHistory {
    /// Returns the party that transferred the call first.
    #[must_use]
    pub fn first_transfer(&self) -> RemoteParty<'_> {
        RemoteParty {
            home_location: self.0.text("FirstTransferHomeLocation"),
            orig_dn: self.0.text("FirstTransferOrigDN"),
        }
    }

    /// Returns the party that transferred the call last.
    #[must_use]
    pub fn last_transfer(&self) -> RemoteParty<'_> {
        RemoteParty {
            home_location: self.0.text("LastTransferHomeLocation"),
            orig_dn: self.0.text("LastTransferOrigDN"),
        }
    }

    /// Returns the list.
    #[must_use]
    pub fn list(&self) -> &KeyValueList {
        &self.0
    }
}

impl From<KeyValueList> for CallHistory {
    fn from(list: KeyValueList) -> Self {
        Self(list)
    }
}

#[diagnostic::do_not_recommend]
impl Value for CallHistory {
    const KIND: Kind = Kind::List;

    fn datum(&self) -> Datum<'_> {
        self.0.datum()
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        KeyValueList::from_datum(datum).map(Self)
    }
}

/// Declares a value that is a text of its own type.
macro_rules! textual {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Text);

        impl $name {
            /// Returns the text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Text::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Text::from(text))
            }
        }

        #[diagnostic::do_not_recommend]
        impl Value for $name {
            const KIND: Kind = Kind::Text;

            #[inline]
            fn datum(&self) -> Datum<'_> {
                Datum::Text(self.as_str())
            }

            fn from_datum(datum: Datum<'_>) -> Option<Self> {
                Text::from_datum(datum).map(Self)
            }
        }
    };
}

/// Declares a value that is a number of 64 bits, written as 16 hexadecimal digits.
macro_rules! hexadecimal {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// Makes the value of its number.
            #[must_use]
            pub const fn new(number: u64) -> Self {
                Self(number)
            }

            /// Returns the number.
            #[must_use]
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            /// Writes the digits that logs show.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = ParseHexError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                parse_hex(text).map(Self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl Value for $name {
            const KIND: Kind = Kind::Hex { digits: 16 };

            #[inline]
            fn datum(&self) -> Datum<'_> {
                Datum::Integer(self.0.into())
            }

            fn from_datum(datum: Datum<'_>) -> Option<Self> {
                u64::from_datum(datum).map(Self)
            }
        }
    };
}

textual! {
    /// The number or name of a telephony object, the T-Library type `TDirectoryNumber`.
    ///
    /// It is a text: digits, but also letters and signs, and every character counts.
    ///
    /// ```
    /// use events_core::tlibrary::value::Dn;
    ///
    /// let queue = Dn::from("8001");
    /// assert_eq!(queue.as_str(), "8001");
    /// assert_ne!(queue, Dn::from("08001"));
    /// ```
    Dn
}

textual! {
    /// The id of an ACD agent, the T-Library type `TAgentID`.
    ///
    /// ```
    /// use events_core::tlibrary::value::AgentId;
    ///
    /// assert_eq!(AgentId::from("1042").to_string(), "1042");
    /// ```
    AgentId
}

textual! {
    /// The unique id of a call on one T-Server. Logs show 32 characters, but any text is taken as it is.
    ///
    /// ```
    /// use events_core::tlibrary::value::CallUuid;
    ///
    /// let id = CallUuid::from("01A2B3C4D5E6F708091A2B3C4D5E6F70");
    /// assert_eq!(id.as_str().len(), 32);
    /// ```
    CallUuid
}

hexadecimal! {
    /// The id by which T-Server knows a call, the T-Library type `TConnectionID`.
    ///
    /// ```
    /// use events_core::tlibrary::value::ConnId;
    ///
    /// let id: ConnId = "006C029A6685D004".parse()?;
    /// assert_eq!(id, ConnId::new(0x006c_029a_6685_d004));
    /// assert_eq!(id.to_string(), "006c029a6685d004");
    /// # Ok::<(), events_core::tlibrary::value::ParseHexError>(())
    /// ```
    ConnId
}

hexadecimal! {
    /// The number of an event in the sequence of events.
    ///
    /// ```
    /// use events_core::tlibrary::value::SequenceNumber;
    ///
    /// let number: SequenceNumber = "4ac2a5".parse()?;
    /// assert_eq!(number.get(), 4_899_493);
    /// assert_eq!(number.to_string(), "00000000004ac2a5");
    /// # Ok::<(), events_core::tlibrary::value::ParseHexError>(())
    /// ```
    SequenceNumber
}

/// The number of the request that an event answers.
///
/// 4294967295, all bits set, stands for no request in logs; it is the absence of the attribute and no value of this
/// type.
///
/// ```
/// use events_core::tlibrary::value::ReferenceId;
///
/// let id = ReferenceId::new(13).expect("13 is a reference id");
/// assert_eq!(id.get(), 13);
/// assert_eq!(id.to_string(), "13");
/// assert_eq!(ReferenceId::new(4_294_967_295), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReferenceId(u32);

impl ReferenceId {
    /// Makes a reference id of its number; `None` for 4294967295, which stands for no request.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        match number {
            u32::MAX => None,
            _ => Some(Self(number)),
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for ReferenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[diagnostic::do_not_recommend]
impl Value for ReferenceId {
    const KIND: Kind = Kind::Integer {
        min: 0,
        max: 4_294_967_295,
        none: Some(4_294_967_295),
    };

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Integer(self.0.into())
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        u32::from_datum(datum).and_then(Self::new)
    }
}

/// The error of parsing a [`ConnId`] or a [`SequenceNumber`].
///
/// ```
/// use events_core::tlibrary::value::{ConnId, ParseHexError};
///
/// let error = "0x6c".parse::<ConnId>().unwrap_err();
/// assert_eq!(error, ParseHexError::Digit { found: 'x' });
/// assert_eq!(error.to_string(), "`x` is not a hexadecimal digit, expected `0` to `9` or `a` to `f`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseHexError {
    /// The text is empty.
    Empty,
    /// The text holds a character that is not a hexadecimal digit.
    Digit {
        /// The first such character.
        found: char,
    },
    /// The text holds more than 16 digits.
    Long {
        /// How many digits it holds.
        digits: usize,
    },
}

impl fmt::Display for ParseHexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the text is empty, expected 1 to 16 hexadecimal digits"),
            Self::Digit { found } => write!(
                f,
                "`{}` is not a hexadecimal digit, expected `0` to `9` or `a` to `f`",
                found.escape_debug()
            ),
            Self::Long { digits } => {
                write!(
                    f,
                    "{digits} hexadecimal digits are too many, expected at most 16"
                )
            }
        }
    }
}

impl std::error::Error for ParseHexError {}

/// Reads 1 to 16 hexadecimal digits and nothing else. A sign, which `from_str_radix` would take, is no digit.
fn parse_hex(text: &str) -> Result<u64, ParseHexError> {
    if text.is_empty() {
        return Err(ParseHexError::Empty);
    }
    if let Some(found) = text
        .chars()
        .find(|character| !character.is_ascii_hexdigit())
    {
        return Err(ParseHexError::Digit { found });
    }
    // Leading zeros count as digits: a seventeenth is a mistake even where the number would fit.
    let digits = text.len();
    if digits > 16 {
        return Err(ParseHexError::Long { digits });
    }
    u64::from_str_radix(text, 16).map_err(|_| ParseHexError::Long { digits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_ids_print_sixteen_digits() {
        for (number, text) in [
            (0, "0000000000000000"),
            (0xab, "00000000000000ab"),
            (u64::MAX, "ffffffffffffffff"),
        ] {
            let (call, place) = (ConnId::new(number), SequenceNumber::new(number));
            assert_eq!(call.to_string(), text);
            assert_eq!(format!("{call:?}"), format!("ConnId({text})"));
            assert_eq!(format!("{place:?}"), format!("SequenceNumber({text})"));
            assert_eq!(text.parse(), Ok(ConnId::new(number)));
            assert_eq!(text.parse(), Ok(SequenceNumber::new(number)));
        }
    }

    #[test]
    fn hexadecimal_ids_parse_short_and_upper_case_texts() {
        assert_eq!("0".parse(), Ok(ConnId::new(0)));
        assert_eq!("aB".parse(), Ok(ConnId::new(0xab)));
        assert_eq!("FFFFFFFFFFFFFFFF".parse(), Ok(ConnId::new(u64::MAX)));
    }

    #[test]
    fn hexadecimal_ids_refuse_other_texts() {
        let parse = |text: &str| text.parse::<ConnId>().unwrap_err();
        assert_eq!(parse(""), ParseHexError::Empty);
        assert_eq!(parse("+1"), ParseHexError::Digit { found: '+' });
        assert_eq!(parse("-1"), ParseHexError::Digit { found: '-' });
        assert_eq!(parse("1 "), ParseHexError::Digit { found: ' ' });
        assert_eq!(parse("0x1"), ParseHexError::Digit { found: 'x' });
        assert_eq!(parse("٣"), ParseHexError::Digit { found: '٣' });
        assert_eq!(
            parse("00000000000000001"),
            ParseHexError::Long { digits: 17 }
        );
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let say = |text: &str| text.parse::<ConnId>().unwrap_err().to_string();
        assert!(say("").contains("empty"));
        assert!(say("1\n").contains(r"`\n`"));
        assert!(say(&"0".repeat(17)).starts_with("17 "));
    }

    #[test]
    fn hexadecimal_ids_are_integers_of_64_bits() {
        let id = ConnId::new(u64::MAX);
        assert_eq!(ConnId::from_datum(id.datum()), Some(id));
        for number in [-1, i128::from(u64::MAX) + 1] {
            assert_eq!(ConnId::from_datum(Datum::Integer(number)), None);
        }
        assert_eq!(ConnId::from_datum(Datum::Text("ab")), None);
    }

    #[test]
    fn reference_ids_leave_out_the_number_of_none() {
        let last = ReferenceId::new(u32::MAX - 1).unwrap();
        assert_eq!(last.to_string(), "4294967294");
        assert_eq!(ReferenceId::from_datum(last.datum()), Some(last));
        assert_eq!(ReferenceId::new(u32::MAX), None);
        for number in [-1, 4_294_967_295, 4_294_967_296] {
            assert_eq!(ReferenceId::from_datum(Datum::Integer(number)), None);
        }
    }

    #[test]
    fn texts_are_kept_as_they_are() {
        for text in ["", " 9001 ", "Müller@site:1"] {
            let dn = Dn::from(text);
            assert_eq!(dn.to_string(), text);
            assert_eq!(Dn::from_datum(dn.datum()), Some(dn.clone()));
            assert_eq!(Dn::from(String::from(text)), dn);
        }
        assert_eq!(Dn::from_datum(Datum::Integer(9001)), None);
    }
}
