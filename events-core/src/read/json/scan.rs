//! JSON text, token by token.
//!
//! The scanner never allocates and never recurses. It says where a token stands; what a text with escapes says is
//! [decoded](super::text) only when it is asked for.

use std::num::NonZeroU64;

use events_schema::Span;

use super::number::{self, Number};
use crate::finding::CUT_OFF;
use crate::read::marks::Marks;

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

/// Whether a byte may end a text or is wrong in it; the marks of a message are these.
#[inline]
pub(super) fn ends_text(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..0x20)
}

/// A place in JSON text.
#[derive(Debug, Clone)]
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) marks: &'a Marks,
    /// Why the text is no JSON, once that is known.
    pub(super) reason: &'static str,
}

impl<'a> Scanner<'a> {
    /// A scanner at the beginning of a text, with its marks.
    pub(super) fn new(text: &'a str, marks: &'a Marks) -> Self {
        Self {
            text,
            at: 0,
            marks,
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
            None => CUT_OFF,
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
        let at = self.marks.next(start);
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_texts_of_all_lengths() {
        for length in 0..40 {
            let text = format!("\"{}\" ", "x".repeat(length));
            let mut marks = Marks::default();
            marks.read(text.as_bytes(), 0, ends_text);
            let mut scanner = Scanner::new(&text, &marks);
            let quoted = scanner.quoted().unwrap();
            let (start, end) = (1, u32::try_from(length + 1).unwrap());
            assert_eq!(quoted.inside(), Span { start, end });
            assert!(quoted.is_plain());
            assert_eq!(scanner.at, length + 2);
        }
    }
}
