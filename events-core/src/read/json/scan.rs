//! JSON text, token by token.
//!
//! The scanner never allocates and never recurses. It says where a token stands; what a text with escapes says is
//! [decoded](super::text) only when it is asked for.

use std::num::NonZeroU64;

use events_schema::Span;

use super::number::{self, Number};

/// The text is no JSON. The scanner knows why, and stands where it was found out; the error itself is empty, so that
/// the results of the small steps stay in registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop;

/// A text between its quotes: where it starts and ends, and whether it has escapes or control characters, so that it
/// does not say what stands there. All of it is one number, so that it stays in a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted(NonZeroU64);

impl Quoted {
    const DECODE: u64 = 1 << 63;

    /// Messages are far shorter than 2 GiB, so that one bit is to spare.
    #[inline]
    fn new(start: usize, end: usize, plain: bool) -> Option<Self> {
        let packed = start as u64 | (end as u64) << 32;
        NonZeroU64::new(if plain { packed } else { packed | Self::DECODE }).map(Self)
    }

    #[inline]
    pub(super) fn is_plain(self) -> bool {
        self.0.get() & Self::DECODE == 0
    }

    /// What stands between the quotes.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the two halves of the number"
    )]
    pub(super) fn inside(self) -> Span {
        let packed = self.0.get() & !Self::DECODE;
        Span {
            start: packed as u32,
            end: (packed >> 32) as u32,
        }
    }
}

/// A place in JSON text.
#[derive(Debug, Clone)]
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// Why the text is no JSON, once that is known.
    pub(super) reason: &'static str,
}

const EVERY: u64 = u64::MAX / 0xff;
const HIGH: u64 = EVERY * 0x80;

/// The bytes of a word that may end a text or be wrong in it, marked in their highest bits: a quote, a backslash, a
/// control character. The lowest mark is exact, those above it may be wrong.
#[inline]
const fn marks(word: u64) -> u64 {
    let quote = word ^ (EVERY * 0x22);
    let backslash = word ^ (EVERY * 0x5c);
    let zeros = quote.wrapping_sub(EVERY) & !quote | backslash.wrapping_sub(EVERY) & !backslash;
    let controls = word.wrapping_sub(EVERY * 0x20) & !word;
    (zeros | controls) & HIGH
}

/// How many of 16 bytes stand before the first that is marked.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "the two halves of the number"
)]
fn before_mark(chunk: [u8; 16]) -> usize {
    let both = u128::from_le_bytes(chunk);
    let (low, high) = (marks(both as u64), marks((both >> 64) as u64));
    let after = 8 + high.trailing_zeros() / 8;
    let first = if low == 0 {
        after
    } else {
        low.trailing_zeros() / 8
    };
    first as usize
}

/// Where a text that starts here ends: at a quote, or at what makes it one that is not plain.
#[inline]
pub(super) fn text_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let length = before_mark(*chunk);
        at += length;
        if length < 16 {
            return at;
        }
    }
    let plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | 0..0x20);
    at + bytes
        .get(at..)
        .unwrap_or_default()
        .iter()
        .take_while(plain)
        .count()
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            reason: "",
        }
    }

    /// The byte at the scanner's place.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        match self.byte() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.peek_past_space(),
        }
    }

    #[inline(never)]
    fn peek_past_space(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        self.at += rest.iter().take_while(space).count();
        self.byte()
    }

    /// A stop here.
    #[cold]
    pub(super) fn stop(&mut self, reason: &'static str) -> Stop {
        self.reason = match self.byte() {
            Some(_) => reason,
            None => "the message is cut off",
        };
        Stop
    }

    /// Takes this byte, past white space.
    #[inline]
    pub(super) fn expect(&mut self, byte: u8, reason: &'static str) -> Result<(), Stop> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.stop(reason))
        }
    }

    /// Whether another member or element follows; takes the comma before it or the closing byte.
    #[inline]
    pub(super) fn another(&mut self, close: u8, first: bool) -> Result<bool, Stop> {
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ if close == b'}' => Err(self.stop("expected `,` or `}`")),
            _ => Err(self.stop("expected `,` or `]`")),
        }
    }

    /// Takes a key and the colon behind it.
    #[inline]
    pub(super) fn key(&mut self) -> Result<Quoted, Stop> {
        if self.peek() != Some(b'"') {
            return Err(self.stop("expected a key in quotes"));
        }
        let key = self.quoted()?;
        self.expect(b':', "expected `:`")?;
        Ok(key)
    }

    /// Takes the text whose opening quote stands here.
    #[inline]
    pub(super) fn quoted(&mut self) -> Result<Quoted, Stop> {
        let start = self.at + 1;
        let at = text_end(self.text.as_bytes(), start);
        if self.text.as_bytes().get(at) == Some(&b'"') {
            self.at = at + 1;
            return Quoted::new(start, at, true).ok_or(Stop);
        }
        self.quoted_slowly(start, at)
    }

    #[cold]
    fn quoted_slowly(&mut self, start: usize, from: usize) -> Result<Quoted, Stop> {
        let bytes = self.text.as_bytes();
        let (mut at, mut plain) = (from, true);
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    plain = false;
                    at += 1;
                }
                Some(0..0x20) => plain = false,
                Some(_) => {}
                None => {
                    self.at = bytes.len();
                    return Err(self.stop("expected `\"`"));
                }
            }
            at += 1;
        }
        self.at = at + 1;
        Quoted::new(start, at, plain).ok_or(Stop)
    }

    /// Takes the number that begins here when it is a whole one of few digits, as most are.
    #[inline]
    pub(super) fn short_number(&mut self) -> Option<i64> {
        let (value, length) = number::short(self.text.as_bytes().get(self.at..)?)?;
        self.at += length;
        Some(value)
    }

    /// Takes the number that begins here with a digit or a minus sign.
    #[inline(never)]
    pub(super) fn number(&mut self) -> Result<Number, Stop> {
        match number::long(self.text.get(self.at..).unwrap_or_default()) {
            Ok((number, length)) => {
                self.at += length;
                Ok(number)
            }
            Err((reason, length)) => {
                self.at += length;
                Err(self.stop(reason))
            }
        }
    }

    /// Takes `true`, `false` or `null`.
    #[inline]
    pub(super) fn word(&mut self, word: &'static str) -> Result<(), Stop> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        let alike = rest.iter().zip(word.as_bytes()).take_while(|(a, b)| a == b);
        self.at += alike.count();
        Err(self.stop("expected `true`, `false` or `null`"))
    }

    /// Takes any value, however deep it is, and looks only at its tokens.
    pub(super) fn skip(&mut self) -> Result<(), Stop> {
        let mut open = Open::default();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.quoted()?;
                }
                Some(b'-' | b'0'..=b'9') => {
                    if self.short_number().is_none() {
                        self.number()?;
                    }
                }
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                Some(b'n') => self.word("null")?,
                Some(byte @ (b'{' | b'[')) => {
                    self.at += 1;
                    open.push(byte == b'{');
                    if self.another(open.closing(), true)? {
                        if byte == b'{' {
                            self.key()?;
                        }
                        continue;
                    }
                    open.pop();
                }
                _ => return Err(self.stop("expected a value")),
            }
            loop {
                if open.depth == 0 {
                    return Ok(());
                }
                if self.another(open.closing(), false)? {
                    if open.closing() == b'}' {
                        self.key()?;
                    }
                    break;
                }
                open.pop();
            }
        }
    }
}

/// The objects and arrays that are open, a bit each: the innermost 64 at hand, the others put away.
#[derive(Debug, Default)]
struct Open {
    depth: usize,
    objects: u64,
    outer: Vec<u64>,
}

impl Open {
    fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.objects);
        }
        self.objects = self.objects << 1 | u64::from(object);
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth -= 1;
        self.objects >>= 1;
        if self.depth.is_multiple_of(64)
            && let Some(outer) = self.outer.pop()
        {
            self.objects = outer;
        }
    }

    /// What closes the innermost.
    fn closing(&self) -> u8 {
        if self.objects & 1 == 1 { b'}' } else { b']' }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where skipping ends, or where it stops.
    fn skip(text: &str) -> Result<usize, usize> {
        let mut scanner = Scanner::new(text);
        match scanner.skip() {
            Ok(()) => Ok(scanner.at),
            Err(Stop) => Err(scanner.at),
        }
    }

    #[test]
    fn marks_what_may_end_a_text() {
        for (bytes, first) in [
            (b"abcdefgh", 8),
            (b"abc\"efgh", 3),
            (b"\\bcdefg\"", 0),
            (b"abcdefg\n", 7),
            (b"\x7f\x80\xff !#[]", 8),
            (b"\x1fbcdefgh", 0),
        ] {
            assert_eq!(
                marks(u64::from_le_bytes(*bytes)).trailing_zeros() / 8,
                first
            );
        }
    }

    #[test]
    fn takes_texts_of_all_lengths() {
        for length in 0..40 {
            let text = format!("\"{}\" ", "x".repeat(length));
            let mut scanner = Scanner::new(&text);
            let quoted = scanner.quoted().unwrap();
            let (start, end) = (1, u32::try_from(length + 1).unwrap());
            assert_eq!(quoted.inside(), Span { start, end });
            assert!(quoted.is_plain());
            assert_eq!(scanner.at, length + 2);
        }
    }

    #[test]
    fn skips_values() {
        for text in [
            "1",
            "-0.5e+3",
            "true",
            "null",
            r#""a\"b""#,
            "[]",
            "{}",
            "[[],{},[1,2]]",
            r#" { "a" : [ 1 , { "b" : null } ] , "c" : "}" } "#,
        ] {
            assert_eq!(skip(text), Ok(text.trim_end().len()), "{text}");
        }
    }

    #[test]
    fn stops_where_json_ends() {
        for (text, at) in [
            ("", 0),
            ("tru", 3),
            ("[1,]", 3),
            ("{\"a\" 1}", 5),
            ("[1}", 2),
            ("01", 1),
            ("1.", 2),
            ("-", 1),
            ("{\"a\":1,}", 7),
            ("\"abc", 4),
            ("\"a\\", 3),
            ("nul1", 3),
            ("[01]", 2),
            ("[1 2]", 3),
        ] {
            assert_eq!(skip(text), Err(at), "{text}");
        }
    }

    #[test]
    fn depth_is_no_matter() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(skip(&deep), Ok(deep.len()));
        let mixed = "[{\"a\":".repeat(1000) + "1" + &"}]".repeat(1000);
        assert_eq!(skip(&mixed), Ok(mixed.len()));
        assert!(skip(&"[".repeat(100_000)).is_err());
        assert!(skip(&("[{\"a\":".repeat(1000) + "1" + &"]}".repeat(1000))).is_err());
    }
}
