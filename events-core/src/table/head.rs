//! What JSON writes before values, for comparing what a reader expects with a text at once.

use events_schema::Attribute;

/// How many bytes are compared at once.
const BLOCK: usize = 16;

/// The tag as a message of an event has it, with the event's name in quotes. Empty when either of them would need
/// escapes.
pub(super) fn naming(tag: &str, name: &str) -> String {
    if name.is_empty() || !is_plain(tag) || !is_plain(name) {
        return String::new();
    }
    format!("\"{tag}\":\"{name}\"")
}

/// What stands before the event's name in a message that begins with the tag. Empty when the tag would need escapes.
pub(super) fn opening(tag: &str) -> String {
    if is_plain(tag) {
        format!("{{\"{tag}\":\"")
    } else {
        String::new()
    }
}

/// Whether JSON writes a text as it is.
fn is_plain(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\')
}

/// What a member of a message is written with when it is a row: the row's name in quotes, a colon, and for the member of
/// a union its object and its own name as well. The first 16 bytes are compared at once.
#[derive(Debug)]
pub(crate) struct Head {
    first: u128,
    mask: u128,
    /// Empty when there is none, which then no text begins with.
    text: String,
}

impl Head {
    /// That of a row. The tag has none, since it needs more than a look at its name, and some names need escapes.
    pub(super) fn new(attribute: &'static Attribute, tag: bool) -> Self {
        let name = &*attribute.name;
        Self::of(match attribute.union.as_deref() {
            _ if tag || !is_plain(name) => String::new(),
            None => format!("\"{name}\":"),
            Some(union) => match name
                .strip_prefix(union)
                .and_then(|rest| rest.strip_prefix('.'))
            {
                Some(member) => format!("\"{union}\":{{\"{member}\":"),
                None => String::new(),
            },
        })
    }

    /// That of a member that is written so.
    pub(super) fn of(text: String) -> Self {
        let (mut first, mut mask) = ([0; BLOCK], [0; BLOCK]);
        for (at, byte) in text.bytes().take(BLOCK).enumerate() {
            first[at] = byte;
            mask[at] = u8::MAX;
        }
        if text.is_empty() {
            // No text has such a byte.
            (first[0], mask[0]) = (u8::MAX, u8::MAX);
        }
        Self {
            first: u128::from_le_bytes(first),
            mask: u128::from_le_bytes(mask),
            text,
        }
    }

    /// How many bytes it is.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether a text begins with it.
    #[inline]
    pub(crate) fn begins(&self, text: &[u8]) -> bool {
        let first = match text.first_chunk() {
            Some(first) => u128::from_le_bytes(*first),
            None => few(text),
        };
        (first ^ self.first) & self.mask == 0
            && (self.len() <= BLOCK || text.starts_with(self.text.as_bytes()))
    }
}

/// Bytes that are fewer than are compared at once. No head has those that stand for the others.
#[cold]
fn few(bytes: &[u8]) -> u128 {
    let number = bytes.iter().rev();
    number.fold(0, |number, byte| number << 8 | u128::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_a_head_or_not() {
        for length in [0, 1, 15, 16, 17, 40] {
            let text = &"abcdefghijklmnopqrstuvwxyz0123456789ABCD"[..length];
            let head = Head::of(text.to_owned());
            assert_eq!(head.len(), length);
            for behind in ["", "x", "some more, so that there are sixteen bytes"] {
                let whole = format!("{text}{behind}").into_bytes();
                assert_eq!(head.begins(&whole), length > 0, "{length} {behind}");
                for at in 0..length {
                    let mut other = whole.clone();
                    other[at] ^= 1;
                    assert!(!head.begins(&other), "{length} {behind} {at}");
                    assert!(!head.begins(&whole[..at]), "{length} {behind} {at}");
                }
            }
        }
    }
}
