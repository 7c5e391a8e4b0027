//! Looking for bytes close by: most of what a log reader looks for is a few bytes ahead.

/// How many bytes are looked at in one go.
const BLOCK: usize = 16;

/// How many bytes are looked at here before a routine for long distances is called.
const CLOSE: usize = 3 * BLOCK;

const LOW: u128 = u128::MAX / 0xff;
const HIGH: u128 = LOW << 7;

/// Marks the high bit of each byte that is zero; exact up to the first one.
#[inline]
const fn zeros(block: u128) -> u128 {
    block.wrapping_sub(LOW) & !block & HIGH
}

/// The first place of either byte at or behind `from`; the length when there is none.
#[inline]
pub(super) fn find_either(bytes: &[u8], from: usize, one: u8, other: u8) -> usize {
    let mut at = from;
    while at < from + CLOSE
        && let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>())
    {
        let block = u128::from_le_bytes(*block);
        let mut found = zeros(block ^ (LOW * u128::from(one)));
        if one != other {
            found |= zeros(block ^ (LOW * u128::from(other)));
        }
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += BLOCK;
    }
    find_far(bytes, at, one, other)
}

/// A decimal number of at most 18 digits, and where it ends.
#[inline]
pub(super) fn number(bytes: &[u8], start: usize) -> Option<(i64, usize)> {
    if let Some(word) = bytes.get(start..).and_then(|rest| rest.first_chunk()) {
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
    any_number(bytes.get(start..)?).map(|(number, length)| (number, start + length))
}

/// The same for numbers of other lengths and with a minus sign before them.
#[inline(never)]
fn any_number(text: &[u8]) -> Option<(i64, usize)> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        _ => (1, text),
    };
    let mut number = 0_i64;
    let length = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if !(1..=18).contains(&length) {
        return None;
    }
    for digit in &digits[..length] {
        number = number * 10 + i64::from(digit - b'0');
    }
    Some((sign * number, text.len() - digits.len() + length))
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

#[inline(never)]
fn find_far(bytes: &[u8], from: usize, one: u8, other: u8) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let found = if one == other {
        memchr::memchr(one, rest)
    } else {
        memchr::memchr2(one, other, rest)
    };
    found.map_or(bytes.len(), |found| from + found)
}

/// The first place of a byte at or behind `from`; the length when there is none.
#[inline]
pub(super) fn find(bytes: &[u8], from: usize, needle: u8) -> usize {
    find_either(bytes, from, needle, needle)
}

/// Where the line that begins at `from` ends, its line feed not counted; the length when nothing ends it.
#[inline]
pub(super) fn line_end(bytes: &[u8], from: usize) -> usize {
    find(bytes, from, b'\n')
}

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
    fn finds_what_a_plain_search_finds() {
        let mut state = 7_u32;
        let mut bytes = Vec::new();
        for _ in 0..300 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            bytes.push(b"ab\n'\t\x0b\x80\xff\x26\x28"[(state >> 24) as usize % 10]);
        }
        bytes.extend([b'x'; 90]);
        bytes.push(b'\n');
        for from in 0..=bytes.len() {
            for needle in [b'\n', b'\'', 0xff, b'q'] {
                let plain = bytes[from..].iter().position(|byte| *byte == needle);
                assert_eq!(
                    find(&bytes, from, needle),
                    plain.map_or(bytes.len(), |at| from + at)
                );
            }
            let plain = bytes[from..]
                .iter()
                .position(|byte| matches!(byte, b'\'' | b'\n'));
            let plain = plain.map_or(bytes.len(), |at| from + at);
            assert_eq!(find_either(&bytes, from, b'\'', b'\n'), plain);
        }
    }

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
