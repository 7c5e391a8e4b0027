//! Small pieces of a log's lines: numbers, blanks and quotes.

/// A decimal number of at most 18 digits, and where it ends.
#[inline]
pub(super) fn number(bytes: &[u8], start: usize) -> Option<(i64, usize)> {
    let rest = bytes.get(start..)?;
    if let Some(word) = rest.first_chunk() {
        let word = u64::from_le_bytes(*word);
        let length = digits(word);
        // One to seven, in one comparison.
        if length.wrapping_sub(1) < 7 {
            let number = put_together(word, length);
            return Some((number.cast_signed(), start + length as usize));
        }
    }
    long_number(rest).map(|(number, length)| (number, start + length))
}

/// With how many digits eight bytes begin.
#[inline]
pub(super) fn digits(word: u64) -> u32 {
    let word = word ^ 0x3030_3030_3030_3030;
    let others = (word.wrapping_add(0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080;
    others.trailing_zeros() / 8
}

/// The number that the first of eight bytes are, which are at least one digit; all eight are put together at once.
#[inline]
fn put_together(word: u64, length: u32) -> u64 {
    // As the last of eight digits of which the first are zeros.
    eight_digits((word ^ 0x3030_3030_3030_3030) << (64 - 8 * length))
}

/// The number that eight bytes are of which each is the value of a digit.
#[inline]
pub(super) fn eight_digits(word: u64) -> u64 {
    let pairs = word.wrapping_mul(10).wrapping_add(word >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_ffff_0000_ffff;
    fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff
}

/// The same for eight to fifteen digits, such as seconds since 1970.
#[inline(never)]
fn long_number(rest: &[u8]) -> Option<(i64, usize)> {
    if let Some((Some(first), Some(second))) = rest
        .split_at_checked(8)
        .map(|(first, second)| (first.first_chunk(), second.first_chunk()))
    {
        let (first, second) = (u64::from_le_bytes(*first), u64::from_le_bytes(*second));
        if let (8, length @ 1..=7) = (digits(first), digits(second)) {
            let high = put_together(first, 8) * POWERS[length as usize];
            let number = high + put_together(second, length);
            return Some((number.cast_signed(), 8 + length as usize));
        }
    }
    any_number(rest)
}

/// The powers of ten by which eight digits are moved.
const POWERS: [u64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// The same for numbers of other lengths and with a minus sign before them.
#[inline]
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

const BLANKS: u64 = u64::from_le_bytes([b' '; 8]);

/// Marks a byte of eight that is a blank: the lowest marked one is the lowest that is.
#[inline]
fn blanks(word: u64) -> u64 {
    let word = word ^ BLANKS;
    word.wrapping_sub(0x0101_0101_0101_0101) & !word & 0x8080_8080_8080_8080
}

/// Where the first blank stands, of which the first 40 bytes are searched.
#[inline]
pub(super) fn first_blank(text: &[u8]) -> Option<usize> {
    let text = &text[..text.len().min(40)];
    let (words, rest) = text.as_chunks();
    for (at, word) in words.iter().enumerate() {
        let blanks = blanks(u64::from_le_bytes(*word));
        if blanks != 0 {
            return Some(8 * at + blanks.trailing_zeros() as usize / 8);
        }
    }
    let at = rest.iter().position(|byte| *byte == b' ')?;
    Some(text.len() - rest.len() + at)
}

/// Where the last word of a text begins: behind its last blank.
#[inline]
pub(super) fn last_word(text: &[u8]) -> usize {
    let (rest, words) = text.as_rchunks();
    for (at, word) in words.iter().rev().enumerate() {
        // The last byte is the lowest.
        let blanks = blanks(u64::from_be_bytes(*word));
        if blanks != 0 {
            return text.len() - 8 * at - blanks.trailing_zeros() as usize / 8;
        }
    }
    let blank = rest.iter().rposition(|byte| *byte == b' ');
    blank.map_or(0, |blank| blank + 1)
}

/// Where the line feed stands, when the line ends here.
#[inline]
pub(super) fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'\n' => Some(at),
        b'\r' if bytes.get(at + 1) == Some(&b'\n') => Some(at + 1),
        _ => None,
    }
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
    fn numbers_of_all_lengths() {
        for text in [
            "0",
            "7",
            "115",
            "-1",
            "1234567",
            "12345678",
            "-12345678",
            "1772434800",
            "123456789012345",
            "1234567890123456",
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
    fn blanks_of_texts_of_all_lengths() {
        for length in 0..60 {
            for blank in 0..=length {
                let mut text = vec![b'x'; length];
                text.insert(blank, b' ');
                let first = Some(blank).filter(|blank| *blank < 40);
                assert_eq!(first_blank(&text), first, "{length} {blank}");
                assert_eq!(last_word(&text), blank + 1, "{length} {blank}");
                text.extend(b"!\x9f\xa0 y");
                assert_eq!(first_blank(&text), Some(blank).filter(|at| *at < 40));
                assert_eq!(last_word(&text), length + 5, "{length} {blank}");
            }
            let text = vec![b'!'; length];
            assert_eq!((first_blank(&text), last_word(&text)), (None, 0));
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
