//! Where a message ends: found piece by piece, so that it need not be in memory as a whole.

use memchr::{memchr, memchr2};

/// How a message is told from the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// It ends with its line.
    Line,
    /// It ends with its closing bracket. A line that begins with `{` is the next message all the same, so that one
    /// that is cut off does not take the others with it.
    Brackets { depth: usize, text: Text },
    /// It is no object, and stands between objects of an array: it ends with its line or before a bracket.
    Stray,
}

/// Whether a place is in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    Out,
    In,
    /// Behind a backslash.
    Escape,
}

impl Frame {
    pub(super) const fn brackets() -> Self {
        Frame::Brackets {
            depth: 0,
            text: Text::Out,
        }
    }

    /// Where the message ends in the bytes that follow those seen before; `None` when they are all of the message.
    /// `before` is the byte before them.
    pub(super) fn end(&mut self, bytes: &[u8], before: Option<u8>) -> Option<usize> {
        match self {
            Frame::Line => memchr(b'\n', bytes),
            Frame::Stray => {
                let last = |byte: &u8| matches!(byte, b'\n' | b'{' | b']');
                // The first byte is the message's, whatever it is.
                let from = usize::from(before.is_none());
                let rest = bytes.get(from..).unwrap_or_default();
                rest.iter().position(last).map(|at| from + at)
            }
            Frame::Brackets { depth, text } => brackets(bytes, before, depth, text),
        }
    }
}

fn brackets(bytes: &[u8], before: Option<u8>, depth: &mut usize, text: &mut Text) -> Option<usize> {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (*text, byte) {
            // No text goes past its line: one that seems to is cut off.
            (_, b'\n') | (Text::In, b'"') => *text = Text::Out,
            (Text::In, b'\\') => *text = Text::Escape,
            (Text::In, _) => {
                let rest = bytes.get(at..).unwrap_or_default();
                let quote = memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
                at += memchr(b'\n', &rest[..quote]).unwrap_or(quote);
                continue;
            }
            (Text::Out, b'"') | (Text::Escape, _) => *text = Text::In,
            (Text::Out, b'{') => {
                let previous = at
                    .checked_sub(1)
                    .map_or(before, |at| bytes.get(at).copied());
                if *depth > 0 && previous == Some(b'\n') {
                    return Some(at);
                }
                *depth += 1;
            }
            (Text::Out, b'[') => *depth += 1,
            (Text::Out, b'}' | b']') => {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    return Some(at + 1);
                }
            }
            (Text::Out, _) => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same wherever the bytes are cut in two.
    fn end(frame: Frame, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let whole = { frame }.end(bytes, None);
        for cut in 1..bytes.len() {
            let mut frame = frame;
            let (before, behind) = bytes.split_at(cut);
            let found = frame.end(before, None).or_else(|| {
                let end = frame.end(behind, before.last().copied());
                end.map(|end| cut + end)
            });
            assert_eq!(found, whole, "{text} cut at {cut}");
        }
        whole
    }

    #[test]
    fn objects_end_with_their_bracket() {
        assert_eq!(end(Frame::brackets(), "{\n \"a\": [1, {}]\n}, {"), Some(17));
        assert_eq!(end(Frame::brackets(), r#"{"}\"{": "]"} x"#), Some(13));
        assert_eq!(end(Frame::brackets(), "{ [ }"), None);
    }

    #[test]
    fn a_message_that_is_cut_off_ends_before_the_next() {
        assert_eq!(end(Frame::brackets(), "{\n \"a\": {\n{\n}"), Some(10));
        assert_eq!(end(Frame::brackets(), "{\n \"a\": \"\n{\n}"), Some(10));
        assert_eq!(end(Frame::brackets(), "{\n \"a\": \"\\\n{\n}"), Some(11));
    }

    #[test]
    fn what_is_no_object_ends_before_one() {
        assert_eq!(end(Frame::Stray, "[[1, {"), Some(5));
        assert_eq!(end(Frame::Stray, "x\n"), Some(1));
        assert_eq!(end(Frame::Line, "{}{\n"), Some(3));
    }
}
