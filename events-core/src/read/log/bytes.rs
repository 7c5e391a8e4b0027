//! Small pieces of a log's lines: numbers, blanks and quotes.

/// A decimal number of at most 18 digits, and where it ends.
#[inline]
pub(super) fn number(bytes: &[u8], start: usize) -> Option<(i64, usize)> {
    let rest = bytes.get(start..)?;
    if let Some(word) = rest.first_chunk() {
        let word = u64::from_le_bytes(*word) ^ 0x3030_3030_3030_3030;
        let others = (word.wrapping_add(0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080;
        let length = others.trailing_zeros() / 8;
        if let 1..=7 = length {
            // As the last of eight digits of which the first are zeros; all eight are put together at once.
            let word = word << (64 - 8 * length);
            let pairs = word.wrapping_mul(10).wrapping_add(word >> 8) & 0x00ff_00ff_00ff_00ff;
            let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_ffff_0000_ffff;
            let number = fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff;
            return Some((number.cast_signed(), start + length as usize));
        }
    }
    any_number(rest).map(|(number, length)| (number, start + length))
}

/// The same for numbers of other lengths and with a minus sign before them.
#[inline(never)]
fn any_number(text: &[u8]) -> Option<(i64, usize)> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let (mut number, mut length) = (0_i64, 0);
    while let Some(digit @ b'0'..=b'9') = digits.get(length) {
        if length == 18 {
            return None;
        }
        number = number * 10 + i64::from(digit - b'0');
        length += 1;
    }
    let sign = if digits.len() == text.len() { 1 } else { -1 };
    (length > 0).then_some((sign * number, text.len() - digits.len() + length))
}

/// A number of hexadecimal digits, at most 16.
#[inline]
pub(super) fn hexadecimal(text: &[u8]) -> Option<u64> {
    if !(1..=16).contains(&text.len()) {
        return None;
    }
    let (mut number, mut wrong) = (0, 0);
    for byte in text {
        let digit = HEX[usize::from(*byte)];
        wrong |= digit;
        number = number << 4 | u64::from(digit & 0xf);
    }
    (wrong < 0x10).then_some(number)
}

/// The value of each hexadecimal digit, and 0xff for all other bytes.
const HEX: [u8; 256] = {
    let mut values = [0xff; 256];
    let mut digit = 0;
    while digit < 16 {
        values[b"0123456789abcdef"[digit as usize] as usize] = digit;
        values[b"0123456789ABCDEF"[digit as usize] as usize] = digit;
        digit += 1;
    }
    values
};

#[inline]
pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r')
}

/// A stretch without the blanks at its ends.
#[inline]
pub(super) fn trim(bytes: &[u8], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && is_blank(bytes[start]) {
        start += 1;
    }
    while start < end && is_blank(bytes[end - 1]) {
        end -= 1;
    }
    (start, end)
}

/// What stands in a text between its first byte, a quote, and its last quote; and what is wrong with it.
#[inline]
pub(super) fn unquote(text: &[u8]) -> (usize, usize, Option<&'static str>) {
    if let [_, .., b'\''] = text {
        return (1, text.len() - 1, None);
    }
    match memchr::memrchr(b'\'', text) {
        Some(0) | None => (
            text.len().min(1),
            text.len(),
            Some("a text without its last quote"),
        ),
        Some(last) => (1, last, Some("a text that goes on behind its last quote")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_lengths() {
        for text in [
            "0",
            "7",
            "115",
            "-1",
            "1234567",
            "12345678",
            "-12345678",
            "000000000000000012",
            "999999999999999999",
        ] {
            for behind in ["", "\n", " (x)", "\n\t\t'abcdefgh'", "\u{b9}/:", "a", "-"] {
                let bytes = format!("x{text}{behind}");
                let expected = text
                    .parse()
                    .ok()
                    .map(|number: i64| (number, 1 + text.len()));
                assert_eq!(number(bytes.as_bytes(), 1), expected, "{bytes}");
            }
        }
        for text in [
            "",
            "-",
            "--1",
            "a",
            " 1",
            "/",
            ":",
            "\u{b9}1234567",
            "9999999999999999999",
        ] {
            assert_eq!(number(text.as_bytes(), 0), None, "{text}");
        }
        assert_eq!(
            hexadecimal(b"006c029A6685d004"),
            Some(0x006c_029a_6685_d004)
        );
        for text in [&b""[..], b"0x1", b"00000000000000001", b"g"] {
            assert_eq!(hexadecimal(text), None);
        }
    }

    #[test]
    fn the_last_quote_ends_a_text() {
        assert_eq!(unquote(b"''"), (1, 1, None));
        assert_eq!(unquote(b"'it's'"), (1, 5, None));
        assert_eq!(unquote(b"'"), (1, 1, Some("a text without its last quote")));
        assert_eq!(unquote(b"'a' b").1, 2);
    }

    #[test]
    fn trims_blanks_but_no_text() {
        assert_eq!(trim(b" \ta b\r", 0, 6), (2, 5));
        assert_eq!(trim(b"   ", 0, 3), (3, 3));
    }
}
