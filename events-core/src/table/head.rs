//! What JSON writes before values, for comparing what a reader expects with a text at once.

use events_schema::Attribute;

/// How many bytes are compared at once.
const BLOCK: usize = 16;

/// How a message of an event mostly begins: with a bracket, the tag and the event's name in quotes. Empty when either of
/// them would need escapes.
pub(super) fn opening(tag: &str, name: &str) -> String {
    if name.is_empty() || !is_plain(tag) || !is_plain(name) {
        return String::new();
    }
    format!("{{\"{tag}\":\"{name}\"")
}

/// Whether JSON writes a text as it is.
fn is_plain(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\')
}

/// What a member of a message is written with when it is a row: a comma, the row's name, a colon, and for the member of
/// a union its object and its own name as well. The first 16 bytes are compared at once.
#[derive(Debug)]
pub(super) struct Head {
    first: [u8; BLOCK],
    mask: [u8; BLOCK],
    /// Empty when the row has none: the tag needs more than a look at its name, and some names need escapes.
    pub(super) text: String,
}

impl Head {
    pub(super) fn new(attribute: &'static Attribute, tag: bool) -> Self {
        let name = &*attribute.name;
        let text = match attribute.union.as_deref() {
            _ if tag || !is_plain(name) => String::new(),
            None => format!(",\"{name}\":"),
            Some(union) => match name
                .strip_prefix(union)
                .and_then(|rest| rest.strip_prefix('.'))
            {
                Some(member) => format!(",\"{union}\":{{\"{member}\":"),
                None => String::new(),
            },
        };
        let (mut first, mut mask) = ([0; BLOCK], [0; BLOCK]);
        for (at, byte) in text.bytes().take(BLOCK).enumerate() {
            first[at] = byte;
            mask[at] = u8::MAX;
        }
        Self { first, mask, text }
    }

    /// Whether a text begins with it. Not told when the text is shorter than 16 bytes.
    #[inline]
    pub(super) fn begins(&self, text: &[u8]) -> bool {
        let Some(first) = text.first_chunk::<BLOCK>() else {
            return false;
        };
        let masked: [u8; BLOCK] = std::array::from_fn(|at| first[at] & self.mask[at]);
        masked == self.first
            && match self.text.as_bytes().get(BLOCK..) {
                Some(rest) => text[BLOCK..].starts_with(rest),
                None => !self.text.is_empty(),
            }
    }
}
