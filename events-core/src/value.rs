//! What an attribute may carry in Rust.

mod bounded;

use std::borrow::Borrow;
use std::convert::Infallible;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use compact_str::CompactString;
use events_schema::{Datum, Kind, Timestamp};

use crate::KeyValueList;

pub use bounded::{Hex, Whole, WholeOrNone};

/// A type that an attribute may have.
///
/// [`KIND`](Value::KIND) says which values of a message belong to the type; readers check it before they call
/// [`from_datum`](Value::from_datum).
///
/// ```
/// use events_core::{Datum, Kind, Value};
///
/// /// A share of the whole, in percent.
/// #[derive(Debug, Clone, PartialEq)]
/// struct Percent(u8);
///
/// impl Value for Percent {
///     const KIND: Kind = Kind::integer(0, 100);
///
///     fn datum(&self) -> Datum<'_> {
///         Datum::Integer(self.0.into())
///     }
///
///     fn from_datum(datum: Datum<'_>) -> Option<Self> {
///         u8::from_datum(datum).map(Percent)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of an attribute",
    label = "not a `Value`",
    note = "use `Text`, a number, `bool`, `Timestamp`, `KeyValueList`, a `vocabulary!`, or implement `events_core::Value` for it"
)]
pub trait Value: Sized + Clone + PartialEq + fmt::Debug {
    /// What a message must say for a value of this type.
    const KIND: Kind;

    /// The same, borrowed, for tables: a constant cannot drop one.
    #[doc(hidden)]
    const BORROWED_KIND: &'static Kind = &Self::KIND;

    /// The value as a message says it.
    fn datum(&self) -> Datum<'_>;

    /// The value of what a message says; `None` when [`KIND`](Value::KIND) does not admit it.
    fn from_datum(datum: Datum<'_>) -> Option<Self>;
}

/// An owned text. Texts of up to 24 bytes need no allocation.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text(CompactString);

impl Text {
    /// Makes a text without an allocation.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(CompactString::const_new(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into()
    }
}

impl FromStr for Text {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

#[diagnostic::do_not_recommend]
impl Value for Text {
    const KIND: Kind = Kind::Text;

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Text(self)
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        match datum {
            Datum::Text(text) => Some(text.into()),
            _ => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl Value for bool {
    const KIND: Kind = Kind::Boolean;

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Boolean(*self)
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        match datum {
            Datum::Boolean(value) => Some(value),
            _ => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl Value for f64 {
    const KIND: Kind = Kind::Real;

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Real(*self)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a whole number stands where a real one may"
    )]
    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        match datum {
            Datum::Real(value) => Some(value),
            Datum::Integer(value) => Some(value as f64),
            _ => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl Value for Timestamp {
    const KIND: Kind = Kind::Time;

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Time(*self)
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        match datum {
            Datum::Time(value) => Some(value),
            _ => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl Value for KeyValueList {
    const KIND: Kind = Kind::List;

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::List(self.pairs())
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        match datum {
            Datum::List(pairs) => Some(pairs.into()),
            _ => None,
        }
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Value for $integer {
            const KIND: Kind = Kind::integer(<$integer>::MIN as i128, <$integer>::MAX as i128);

            #[inline]
            fn datum(&self) -> Datum<'_> {
                Datum::Integer(i128::from(*self))
            }

            fn from_datum(datum: Datum<'_>) -> Option<Self> {
                match datum {
                    Datum::Integer(value) => value.try_into().ok(),
                    _ => None,
                }
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 i8 i16 i32 i64);
