//! Numbers whose bounds or whose spelling no integer of Rust has.

use std::fmt;

use events_schema::{Datum, Kind};

use super::Value;

/// A number of up to 64 bits that is written with so many hexadecimal digits, 1 to 16.
///
/// ```
/// use events_core::{Hex, Value};
///
/// let id = Hex::<8>::new(0x4ac2a5).expect("a number of 8 digits");
/// assert_eq!(id.to_string(), "004ac2a5");
/// assert_eq!(format!("{id:?}"), "Hex(004ac2a5)");
/// assert_eq!(Hex::<2>::new(256), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hex<const DIGITS: u8>(u64);

impl<const DIGITS: u8> Hex<DIGITS> {
    const KIND: Kind = {
        assert!(DIGITS >= 1 && DIGITS <= 16, "1 to 16 digits");
        Kind::Hex { digits: DIGITS }
    };

    /// Makes the value of its number; `None` when that has more digits.
    #[must_use]
    pub const fn new(number: u64) -> Option<Self> {
        match number.checked_shr(4 * DIGITS as u32) {
            None | Some(0) => Some(Self(number)),
            Some(_) => None,
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }
}

impl<const DIGITS: u8> fmt::Display for Hex<DIGITS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$x}", self.0, width = usize::from(DIGITS))
    }
}

impl<const DIGITS: u8> fmt::Debug for Hex<DIGITS> {
    /// Writes the digits that messages show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hex({self})")
    }
}

#[diagnostic::do_not_recommend]
impl<const DIGITS: u8> Value for Hex<DIGITS> {
    const KIND: Kind = Self::KIND;

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Integer(self.0.into())
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        u64::from_datum(datum).and_then(Self::new)
    }
}

/// A whole number between two bounds, both included.
///
/// ```
/// use events_core::Whole;
///
/// type Percent = Whole<0, 100>;
/// assert_eq!(Percent::new(7).map(Percent::get), Some(7));
/// assert_eq!(Percent::new(101), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Whole<const MIN: i128, const MAX: i128>(i128);

impl<const MIN: i128, const MAX: i128> Whole<MIN, MAX> {
    /// Makes the value of its number; `None` when that is out of bounds.
    #[must_use]
    pub const fn new(number: i128) -> Option<Self> {
        if MIN <= number && number <= MAX {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> i128 {
        self.0
    }
}

impl<const MIN: i128, const MAX: i128> fmt::Display for Whole<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[diagnostic::do_not_recommend]
impl<const MIN: i128, const MAX: i128> Value for Whole<MIN, MAX> {
    const KIND: Kind = Kind::integer(MIN, MAX);

    #[inline]
    fn datum(&self) -> Datum<'_> {
        Datum::Integer(self.0)
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        match datum {
            Datum::Integer(number) => Self::new(number),
            _ => None,
        }
    }
}

/// A whole number between two bounds, one of which, or of the numbers between them, stands for absence.
///
/// ```
/// use events_core::WholeOrNone;
///
/// type Port = WholeOrNone<0, 65_535, 0>;
/// assert_eq!(Port::new(80).map(Port::get), Some(80));
/// assert_eq!(Port::new(0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WholeOrNone<const MIN: i128, const MAX: i128, const NONE: i128>(Whole<MIN, MAX>);

impl<const MIN: i128, const MAX: i128, const NONE: i128> WholeOrNone<MIN, MAX, NONE> {
    /// Makes the value of its number; `None` when that is out of bounds or stands for absence.
    #[must_use]
    pub const fn new(number: i128) -> Option<Self> {
        match Whole::new(number) {
            Some(whole) if number != NONE => Some(Self(whole)),
            _ => None,
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> i128 {
        self.0.get()
    }
}

impl<const MIN: i128, const MAX: i128, const NONE: i128> fmt::Display
    for WholeOrNone<MIN, MAX, NONE>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[diagnostic::do_not_recommend]
impl<const MIN: i128, const MAX: i128, const NONE: i128> Value for WholeOrNone<MIN, MAX, NONE> {
    const KIND: Kind = Kind::Integer {
        min: MIN,
        max: MAX,
        none: Some(NONE),
    };

    #[inline]
    fn datum(&self) -> Datum<'_> {
        self.0.datum()
    }

    fn from_datum(datum: Datum<'_>) -> Option<Self> {
        Whole::<MIN, MAX>::from_datum(datum).and_then(|whole| Self::new(whole.get()))
    }
}
