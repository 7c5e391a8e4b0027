//! Numbers of JSON.

/// A number as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    Integer(i128),
    /// A whole number past 128 bits, and the nearest real one.
    Long(f64),
    Real(f64),
    /// A number past all that a real one can be.
    Huge,
}

/// A whole number of up to 18 digits without a sign, and its length. `None` for all other numbers and all that is none.
#[inline]
pub(super) fn short(bytes: &[u8]) -> Option<(i64, usize)> {
    let (value, count, behind) = match bytes.first_chunk::<8>() {
        Some(chunk) => match few(u64::from_le_bytes(*chunk)) {
            (_, 8, _) => many(bytes),
            few => few,
        },
        None => many(bytes),
    };
    let zero = count > 1 && bytes.first() == Some(&b'0');
    let short = (1..=18).contains(&count) && !zero && !matches!(behind, b'.' | b'e' | b'E');
    short.then_some((value, count))
}

/// The number that the first digits of eight bytes make, how many they are, and the byte behind them.
#[inline]
fn few(word: u64) -> (i64, usize, u8) {
    const EVERY: u64 = u64::MAX / 0xff;
    let values = word ^ (EVERY * 0x30);
    // Of the bytes that are no digits the lowest is marked rightly, those above it need not be.
    let others = (values.wrapping_add(EVERY * 6) | values) & (EVERY * 0xf0);
    let count = others.trailing_zeros() / 8;
    // Zeros before the digits make them eight; then neighbours are joined, two, four and eight at a time.
    let eight = values.wrapping_shl(64 - 8 * count);
    let pairs = eight.wrapping_mul(10).wrapping_add(eight >> 8);
    let even = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let odd = (pairs >> 16 & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    let value = even.wrapping_add(odd) >> 32;
    let [behind, ..] = word.wrapping_shr(8 * count).to_le_bytes();
    (value.cast_signed(), count as usize, behind)
}

#[inline(never)]
fn many(bytes: &[u8]) -> (i64, usize, u8) {
    let (mut value, mut count) = (0_i64, 0);
    for byte in bytes.iter().take(19) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            break;
        }
        value = value.wrapping_mul(10).wrapping_add(digit.into());
        count += 1;
    }
    (value, count, bytes.get(count).copied().unwrap_or_default())
}

/// Any number, and its length; or what is wrong with it, and where.
#[inline(never)]
pub(super) fn long(text: &str) -> Result<(Number, usize), (&'static str, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = usize::from(bytes.first() == Some(&b'-'));
    let mut end = start + digits(start);
    if end == start {
        return Err(("expected a digit", end));
    }
    if bytes.get(start) == Some(&b'0') && end > start + 1 {
        return Err(("a number does not begin with 0", start + 1));
    }
    let whole = end;
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        end += 1 + fraction;
        if fraction == 0 {
            return Err(("expected a digit", end));
        }
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        end += 1 + sign + exponent;
        if exponent == 0 {
            return Err(("expected a digit", end));
        }
    }
    let written = text.get(..end).unwrap_or_default();
    let integer = if end == whole {
        written.parse().ok()
    } else {
        None
    };
    let number = match (integer, written.parse::<f64>()) {
        (Some(integer), _) => Number::Integer(integer),
        (None, Ok(real)) if real.is_finite() && end == whole => Number::Long(real),
        (None, Ok(real)) if real.is_finite() => Number::Real(real),
        _ => Number::Huge,
    };
    Ok((number, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree() {
        for text in [
            "0",
            "7",
            "10",
            "1234567",
            "12345678",
            "123456789",
            "123456789012345678",
            "5,",
            "54}",
            "5,2345678",
        ] {
            let (value, length) = short(text.as_bytes()).expect("a short number");
            assert_eq!(
                long(text),
                Ok((Number::Integer(value.into()), length)),
                "{text}"
            );
        }
        for text in [
            "",
            "-",
            "-7",
            "01",
            "1.5",
            "1e3",
            "x",
            "1234567890123456789",
            "12345678.",
            "01234567",
            "1.234567",
        ] {
            assert_eq!(short(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn long_numbers_keep_what_can_be_kept() {
        let number = |text: &str| long(text).map(|(number, _)| number);
        assert_eq!(
            number("18446744073709551615"),
            Ok(Number::Integer(u64::MAX.into()))
        );
        assert_eq!(number("1.25"), Ok(Number::Real(1.25)));
        assert_eq!(number("-1E2"), Ok(Number::Real(-100.0)));
        assert_eq!(
            number(&"1".repeat(60)),
            Ok(Number::Long(1.111_111_111_111_111_1e59))
        );
        assert_eq!(number("1e400"), Ok(Number::Huge));
        assert_eq!(number(&"1".repeat(400)), Ok(Number::Huge));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for (text, at) in [
            ("-", 1),
            ("01", 1),
            ("-00", 2),
            ("1.", 2),
            ("1.e1", 2),
            ("1e", 2),
            ("1e+", 3),
        ] {
            assert_eq!(long(text).map_err(|(_, at)| at), Err(at), "{text}");
        }
    }
}
