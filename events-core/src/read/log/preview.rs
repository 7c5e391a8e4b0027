//! The packed size and first bytes that a log writes before a key-value list.
//!
//! `[N] b0 b1 b2 b3..` is the size in bytes of the packed list and its first four bytes. The packed form is
//!
//! ```text
//! list = count:u16be { type:u8  keylen:u16be  key  vallen:u16be  value }
//! ```
//!
//! with type 00 for a text and 01 for an integer of four bytes; a list as a value is packed the same way. So the text
//! alone tells whether a pair was lost or a value cut.
//!
//! A nested list is said to be a value of its own packed form alone, two bytes when it is empty, but a log of a real
//! system gives it two more. Both are taken.

use events_schema::{Node, NodeValue, Span};

use super::bytes::{hexadecimal, line_end, number};
use crate::Unit;

/// What was found of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Measure {
    /// Its pairs, those of nested lists not counted.
    pub(super) pairs: u32,
    /// The bytes of its packed form, without the two of its own count.
    pub(super) bytes: usize,
    /// The lists in it, those of nested lists counted.
    lists: usize,
    /// The first pair: its type, where that is known, and the length of its key.
    first: Option<(Option<u8>, usize)>,
}

/// The bytes of a count, of an integer, and of a pair but for its key and value.
pub(super) const COUNT: usize = 2;
pub(super) const INTEGER: usize = 4;
const PAIR: usize = 5;

impl Measure {
    /// Takes the next pair; `depth` is how many lists it is nested in besides the outermost.
    pub(super) fn pair(&mut self, depth: usize, node: &Node) {
        let value = match node.value {
            NodeValue::Text(span) => length(span),
            NodeValue::List(_) => COUNT,
            _ => INTEGER,
        };
        if self.pairs == 0 && depth == 0 {
            self.begin(node);
        }
        self.take(depth, node, value);
    }

    /// Takes the next pair, of which the first is taken besides, with the size of its value when it is packed.
    #[inline]
    pub(super) fn take(&mut self, depth: usize, node: &Node, value: usize) {
        self.bytes += PAIR + length(node.key) + value;
        self.lists += usize::from(matches!(node.value, NodeValue::List(_)));
        self.pairs += u32::from(depth == 0);
    }

    /// Takes what the preview shows of the first pair.
    pub(super) fn begin(&mut self, node: &Node) {
        let kind = match node.value {
            NodeValue::Text(_) => Some(0),
            NodeValue::List(_) => None,
            _ => Some(1),
        };
        self.first = Some((kind, length(node.key)));
    }
}

#[inline]
fn length(span: Span) -> usize {
    (span.end - span.start) as usize
}

/// A preview as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Preview {
    size: u32,
    bytes: [u8; 4],
    /// How many of the bytes are written.
    given: usize,
}

/// How a list departs from its preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Departure {
    Count { said: u32, found: u32, unit: Unit },
    FirstPair,
}

impl Preview {
    /// Reads a preview of four bytes and the two points behind them that ends its line; gives the line's end too.
    #[inline]
    pub(super) fn plain(bytes: &[u8], start: usize) -> Option<(Self, usize)> {
        let [b'[', b'0'..=b'9', ..] = bytes.get(start..)? else {
            return None;
        };
        let (size, close) = number(bytes, start + 1)?;
        let text: &[u8; 15] = bytes.get(close..)?.first_chunk()?;
        #[rustfmt::skip]
        let [b']', b' ', d0, d1, b' ', d2, d3, b' ', d4, d5, b' ', d6, d7, b'.', b'.'] = *text else {
            return None;
        };
        let digits = hexadecimal(&[d0, d1, d2, d3, d4, d5, d6, d7])?;
        let preview = Self {
            size: size.try_into().ok()?,
            bytes: u32::try_from(digits).ok()?.to_be_bytes(),
            given: 4,
        };
        Some((preview, line_end(bytes, close + text.len())?))
    }

    /// Reads a preview; `None` when the text is none.
    #[inline]
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        let mut rest = text.strip_prefix(b"[")?;
        let mut size = 0_u32;
        let mut digits = 0;
        while let [digit @ b'0'..=b'9', after @ ..] = rest {
            size = size.checked_mul(10)?.checked_add(u32::from(digit - b'0'))?;
            digits += 1;
            rest = after;
        }
        rest = rest.strip_prefix(b"]")?;
        let (mut bytes, mut given) = ([0; 4], 0);
        while let [b' ' | b'\t', high, low, after @ ..] = rest
            && let (Some(high), Some(low)) = (nibble(*high), nibble(*low))
        {
            if let Some(byte) = bytes.get_mut(given) {
                *byte = high << 4 | low;
                given += 1;
            }
            rest = after;
        }
        // Two points say that there is more; a byte that was cut in two is none.
        let ends = matches!(rest.trim_ascii(), [] | [b'.', ..]);
        (digits > 0 && ends).then_some(Self { size, bytes, given })
    }

    /// Compares a list with its preview. A list whose bytes are not those of the log is only counted.
    #[inline]
    pub(super) fn compare(&self, found: &Measure, exact: bool) -> Option<Departure> {
        let [high, low, kind, length] = self.bytes;
        let said = u32::from(u16::from_be_bytes([high, low]));
        // The count has 16 bits, and so have lists with more pairs than that.
        if self.given >= COUNT && said != found.pairs & 0xffff {
            let found = found.pairs;
            return Some(Departure::Count {
                said,
                found,
                unit: Unit::Pairs,
            });
        }
        let bytes = u32::try_from(COUNT + found.bytes).unwrap_or(u32::MAX);
        let with_more =
            u32::try_from(2 * found.lists).map_or(bytes, |more| bytes.saturating_add(more));
        if exact && ![bytes, with_more].contains(&self.size) {
            let (said, found, unit) = (self.size, bytes, Unit::Bytes);
            return Some(Departure::Count { said, found, unit });
        }
        let (known, key) = found.first?;
        let wrong_kind = self.given > 2 && known.is_some_and(|known| known != kind);
        let wrong_key = self.given > 3 && usize::from(length) != key >> 8 & 0xff;
        (wrong_kind || exact && wrong_key).then_some(Departure::FirstPair)
    }

    /// The preview of a list.
    pub(super) fn of(found: &Measure) -> Self {
        let [high, low] = u16::try_from(found.pairs & 0xffff)
            .unwrap_or(0)
            .to_be_bytes();
        let mut preview = Self {
            size: u32::try_from(COUNT + found.bytes).unwrap_or(u32::MAX),
            bytes: [high, low, 0, 0],
            given: COUNT,
        };
        if let Some((kind, key)) = found.first {
            // The type of nested lists is not known from the logs at hand: 02 follows those that are.
            preview.bytes[2] = kind.unwrap_or(2);
            preview.bytes[3] = u8::try_from(key >> 8 & 0xff).unwrap_or(0);
            preview.given = 4;
        }
        preview
    }
}

impl std::fmt::Display for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{}]", self.size)?;
        for byte in self.bytes.iter().take(self.given) {
            write!(f, " {byte:02x}")?;
        }
        if self.size as usize > self.given {
            f.write_str("..")
        } else {
            Ok(())
        }
    }
}

#[inline]
fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::span;

    fn pair(key: usize, value: NodeValue) -> Node {
        Node {
            key: span(0, key),
            value,
        }
    }

    #[test]
    fn parses_what_it_prints() {
        for text in ["[34] 00 01 00 00..", "[2] 00 00", "[561] 00 14 00 00.."] {
            assert_eq!(Preview::parse(text.as_bytes()).unwrap().to_string(), text);
        }
        assert!(Preview::parse(b"[14] 00 01 01 00.. ").is_some());
        assert_eq!(
            Preview::parse(b"[40] 00 01 01 00 0a 63 6f 6e 6e 2d..")
                .unwrap()
                .given,
            4
        );
        for text in [
            "",
            "[",
            "[]",
            "[1",
            "34 00",
            "[34] 0",
            "[34] 00 0",
            "[99999999999] 00",
            "[3] 00 xy",
        ] {
            assert!(Preview::parse(text.as_bytes()).is_none(), "{text}");
        }
    }

    #[test]
    fn the_plain_form_says_the_same() {
        for (text, is_plain) in [
            ("[34] 00 01 00 00..", true),
            ("[0034] 0a FF 01 00..", true),
            ("[34] 00 01 00 0x..", false),
            ("[34]-00 01 00 00..", false),
            ("[34] 00 01 00-00..", false),
            ("[34] 00 01 00 00.", false),
            ("[34] 00 01..", false),
            ("[-34] 00 01 00 00..", false),
            ("[99999999999] 00 01 00 00..", false),
            ("'34] 00 01 00 00..", false),
        ] {
            for end in ["\n", "\r\n", " \n", ""] {
                let line = format!("\t{text}{end}");
                let found = Preview::plain(line.as_bytes(), 1);
                let expected = Preview::parse(text.as_bytes())
                    .filter(|_| is_plain && matches!(end, "\n" | "\r\n"))
                    .map(|preview| (preview, line.len() - 1));
                assert_eq!(found, expected, "{line:?}");
            }
        }
    }

    #[test]
    fn sizes_of_packed_lists() {
        // One text: `'RTargetAgentGroup'` with `'VAG_Skill1'` is 34 bytes.
        let mut one = Measure::default();
        one.pair(0, &pair(17, NodeValue::Text(span(0, 10))));
        assert_eq!(Preview::of(&one).to_string(), "[34] 00 01 00 00..");
        // One integer with a key of three letters is 14 bytes.
        let mut one = Measure::default();
        one.pair(0, &pair(3, NodeValue::Integer(115)));
        assert_eq!(Preview::of(&one).to_string(), "[14] 00 01 01 00..");
        assert_eq!(Preview::of(&Measure::default()).to_string(), "[2] 00 00");
    }

    #[test]
    fn tells_what_was_lost() {
        let mut found = Measure::default();
        found.pair(0, &pair(1, NodeValue::List(1)));
        found.pair(1, &pair(1, NodeValue::Integer(7)));
        let preview = |text: &str| Preview::parse(text.as_bytes()).unwrap();
        assert_eq!(preview("[20] 00 01 02 00..").compare(&found, true), None);
        assert_eq!(
            preview("[29] 00 02 02 00..").compare(&found, true),
            Some(Departure::Count {
                said: 2,
                found: 1,
                unit: Unit::Pairs
            })
        );
        assert_eq!(
            preview("[21] 00 01 02 00..").compare(&found, true),
            Some(Departure::Count {
                said: 21,
                found: 20,
                unit: Unit::Bytes
            })
        );
        assert_eq!(preview("[21] 00 01 02 00..").compare(&found, false), None);
        assert_eq!(
            preview("[20] 00 01 02 01..").compare(&found, true),
            Some(Departure::FirstPair)
        );
    }
}
