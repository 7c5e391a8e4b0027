//! From what stands in a message to the slot of a row: the one place where types are checked.

use events_schema::{Node, NodeValue, Span, Timestamp, Vocabulary};

use crate::finding::Fault;
use crate::record::{Slot, Slots};
use crate::table::{Row, RowKind};

/// A scalar as a message writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Raw<'a> {
    Boolean(bool),
    Integer(i128),
    Real(f64),
    /// A text, and where it is kept.
    Text(&'a str, Span),
    /// A word without quotes, as logs write numbers and ids, and where it is kept.
    Word(&'a str, Span),
}

impl<'s> Raw<'s> {
    /// A whole number. Where a text is wanted it is its digits, as far as 64 bits hold it: services write the same
    /// attribute in both forms.
    pub(crate) fn whole(value: i128, kind: RowKind, input: &'s str, slots: &'s mut Slots) -> Self {
        if !matches!(kind, RowKind::Text) || number(value).is_none() {
            return Self::Integer(value);
        }
        let digits = slots.keep(input.len(), &value.to_string());
        Self::Word(digits.of(input, &slots.scratch), digits)
    }
}

/// The slot that a scalar gives a row; `None` when the value stands for absence.
#[inline]
pub(crate) fn convert(row: &Row, raw: Raw<'_>) -> Result<Option<Slot>, Fault> {
    let Some(slot) = convert_kind(row.kind, raw)? else {
        return Ok(None);
    };
    if let Some(fixed) = row.fixed
        && !fixes(fixed, slot, raw)
    {
        return Err(Fault::Fixed);
    }
    Ok(Some(slot))
}

/// The slot that a scalar gives a value of a kind; `None` when it stands for absence.
#[inline]
pub(crate) fn convert_kind(kind: RowKind, raw: Raw<'_>) -> Result<Option<Slot>, Fault> {
    let slot = match (kind, raw) {
        (RowKind::Text, Raw::Text(_, span) | Raw::Word(_, span)) => Slot::Text(span),
        (RowKind::Integer { min, max, none }, raw) => {
            let value = integer(raw).ok_or(Fault::Type)?;
            if none == Some(value) {
                return Ok(None);
            }
            if value < min || value > max {
                return Err(Fault::Range);
            }
            number(value).ok_or(Fault::Range)?
        }
        (RowKind::Enumeration(vocabulary), raw) => member(vocabulary, raw)?,
        (RowKind::Hex { digits }, raw) => hex(digits, raw)?,
        (RowKind::Time, raw) => Slot::Time(time(raw)?),
        (RowKind::Boolean, Raw::Boolean(value)) => Slot::Boolean(value),
        (RowKind::Boolean, Raw::Text(text, _) | Raw::Word(text, _)) => {
            Slot::Boolean(text.parse().map_err(|_| Fault::Type)?)
        }
        (RowKind::Real, Raw::Real(value)) => Slot::Real(value),
        #[expect(clippy::cast_precision_loss, reason = "a real number was asked for")]
        (RowKind::Real, Raw::Integer(value)) => Slot::Real(value as f64),
        (RowKind::Real, Raw::Text(text, _) | Raw::Word(text, _)) => Slot::Real(real(text)?),
        // A union without the name of a member, since some values of the selector choose none.
        (RowKind::Union(_), Raw::Integer(value)) => {
            Slot::Integer(i64::try_from(value).map_err(|_| Fault::Range)?)
        }
        _ => return Err(Fault::Type),
    };
    Ok(Some(slot))
}

#[inline]
fn integer(raw: Raw<'_>) -> Option<i128> {
    match raw {
        Raw::Integer(value) => Some(value),
        Raw::Text(text, _) | Raw::Word(text, _) => decimal(text),
        _ => None,
    }
}

/// A decimal number of up to 20 digits, with nothing before or behind it but a minus sign.
#[inline]
pub(crate) fn decimal(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || digits.len() > 20 {
        return None;
    }
    let mut value = 0_u64;
    let short = digits.len() <= 19;
    for byte in digits.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = if short {
            value * 10 + u64::from(digit)
        } else {
            value.checked_mul(10)?.checked_add(u64::from(digit))?
        };
    }
    let value = i128::from(value);
    Some(if digits.len() == text.len() {
        value
    } else {
        -value
    })
}

#[inline]
pub(crate) fn number(value: i128) -> Option<Slot> {
    match i64::try_from(value) {
        Ok(value) => Some(Slot::Integer(value)),
        Err(_) => u64::try_from(value).ok().map(Slot::Unsigned),
    }
}

fn real(text: &str) -> Result<f64, Fault> {
    text.parse::<f64>()
        .ok()
        .filter(|value| value.is_finite())
        .ok_or(Fault::Type)
}

#[inline]
fn member(vocabulary: &Vocabulary, raw: Raw<'_>) -> Result<Slot, Fault> {
    match raw {
        Raw::Text(name, _) | Raw::Word(name, _) => {
            if let Some(number) = vocabulary.number_of(name) {
                return Ok(Slot::Integer(number));
            }
            match decimal(name) {
                Some(value) if vocabulary.numbered => member(vocabulary, Raw::Integer(value)),
                _ => Err(Fault::Member),
            }
        }
        Raw::Integer(value) if vocabulary.numbered => match i64::try_from(value) {
            Ok(value) => Ok(Slot::Integer(value)),
            Err(_) => Err(Fault::Range),
        },
        _ => Err(Fault::Type),
    }
}

fn hex(digits: u8, raw: Raw<'_>) -> Result<Slot, Fault> {
    match raw {
        Raw::Text(text, _) | Raw::Word(text, _) => {
            if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(Fault::Type);
            }
            if text.len() > usize::from(digits) {
                return Err(Fault::Range);
            }
            let value = u64::from_str_radix(text, 16).map_err(|_| Fault::Range)?;
            Ok(i64::try_from(value).map_or(Slot::Unsigned(value), Slot::Integer))
        }
        Raw::Integer(value) => {
            let value = u64::try_from(value).map_err(|_| Fault::Range)?;
            if digits < 16 && value >> (4 * u32::from(digits)) != 0 {
                return Err(Fault::Range);
            }
            Ok(i64::try_from(value).map_or(Slot::Unsigned(value), Slot::Integer))
        }
        _ => Err(Fault::Type),
    }
}

/// A moment: RFC 3339, or seconds since 1970 as a number.
fn time(raw: Raw<'_>) -> Result<Timestamp, Fault> {
    let seconds = |value: i128| {
        let seconds = i64::try_from(value).map_err(|_| Fault::Range)?;
        Timestamp::new(seconds, 0).ok_or(Fault::Range)
    };
    match raw {
        Raw::Integer(value) => seconds(value),
        Raw::Real(value) => fraction(value).ok_or(Fault::Range),
        Raw::Text(text, _) | Raw::Word(text, _) => match decimal(text) {
            Some(value) => seconds(value),
            None => text.parse().map_err(|_| Fault::Type),
        },
        Raw::Boolean(_) => Err(Fault::Type),
    }
}

/// Seconds with a fraction, to the nearest microsecond.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is looked at before"
)]
fn fraction(value: f64) -> Option<Timestamp> {
    if !(-1e12..1e12).contains(&value) {
        return None;
    }
    let microseconds = (value * 1e6).round() as i128;
    let seconds = i64::try_from(microseconds.div_euclid(1_000_000)).ok()?;
    let rest = u32::try_from(microseconds.rem_euclid(1_000_000)).ok()?;
    Timestamp::new(seconds, rest)
}

/// A moment whose parts have names: `sec` and `usec`, both of them once and nothing else.
pub(crate) fn moment(parts: &[Node], input: &str, scratch: &str) -> Result<Timestamp, Fault> {
    let [first, second] = parts else {
        return Err(Fault::Type);
    };
    let part = |node: &Node| (node.key.of(input, scratch), node.value);
    let ((("sec", seconds), ("usec", microseconds)) | (("usec", microseconds), ("sec", seconds))) =
        (part(first), part(second))
    else {
        return Err(Fault::Type);
    };
    let (NodeValue::Integer(seconds), NodeValue::Integer(microseconds)) = (seconds, microseconds)
    else {
        return Err(Fault::Type);
    };
    let microseconds = u32::try_from(microseconds)
        .ok()
        .filter(|microseconds| *microseconds < 1_000_000)
        .ok_or(Fault::Microseconds)?;
    Timestamp::new(seconds, microseconds).ok_or(Fault::Range)
}

/// Whether a value is the one that the row fixes.
fn fixes(fixed: &events_schema::Literal, slot: Slot, raw: Raw<'_>) -> bool {
    use events_schema::Datum;
    let datum = match (slot, raw) {
        (Slot::Boolean(value), _) => Datum::Boolean(value),
        (Slot::Integer(value), _) => Datum::Integer(value.into()),
        (Slot::Unsigned(value), _) => Datum::Integer(value.into()),
        (Slot::Real(value), _) => Datum::Real(value),
        (Slot::Text(_), Raw::Text(text, _) | Raw::Word(text, _)) => Datum::Text(text),
        (Slot::Time(value), _) => Datum::Time(value),
        _ => return false,
    };
    fixed.datum().same(datum)
}
