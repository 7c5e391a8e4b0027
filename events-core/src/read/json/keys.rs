//! The keys that lead to a place in a message, for reports.

/// How far a place may be from the beginning of its message: farther ones are not worth the way to every finding.
const FARTHEST: usize = 64 * 1024;

/// How many keys are told.
const DEEPEST: usize = 16;

/// What is open around a place.
enum Open<'t> {
    /// An object, with the key whose value is being read.
    Object(Option<&'t str>),
    /// An array, with the text that stands first in it and how many commas came behind.
    Array(Option<&'t str>, usize),
}

/// The keys on the way from the beginning of a message to the value that begins at `at`, as they stand there. Those of
/// lists that are arrays of pairs count as well.
pub(crate) fn keys_to(text: &str, at: usize) -> Vec<&str> {
    let mut open = Vec::new();
    let mut here = 0;
    // A text that may be a key.
    let mut last = None;
    while here < at.min(FARTHEST) {
        let Some(byte) = text.as_bytes().get(here) else {
            break;
        };
        here += 1;
        match (byte, open.last_mut()) {
            (b'"', around) => {
                let start = here;
                here = end_of(text, start);
                last = text.get(start..here);
                here += 1;
                if let Some(Open::Array(first @ None, 0)) = around {
                    *first = last;
                }
            }
            (b':', Some(Open::Object(key))) => *key = last,
            (b',', Some(Open::Object(key))) => *key = None,
            (b',', Some(Open::Array(_, commas))) => *commas += 1,
            (b'{', _) => open.push(Open::Object(None)),
            (b'[', _) => open.push(Open::Array(None, 0)),
            (b'}' | b']', _) => {
                open.pop();
            }
            _ => {}
        }
    }
    if at > FARTHEST {
        return Vec::new();
    }
    let keys = open.into_iter().filter_map(|open| match open {
        Open::Object(key) => key,
        Open::Array(first, 1) => first,
        Open::Array(..) => None,
    });
    keys.take(DEEPEST).collect()
}

/// Where a text ends whose opening quote stands before `start`: at its closing quote.
fn end_of(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_to_a_place() {
        let keys = |text: &str| keys_to(text, text.find('7').unwrap()).join("/");
        assert_eq!(keys(r#"{"a":{"b":{"c":[7]}}}"#), "a/b/c");
        assert_eq!(keys(r#"{"x":{"y":[]},"a":[["b",[["c",7]]]]}"#), "a/b/c");
        assert_eq!(keys(r#"{"a":[["b",1],["c"],7]}"#), "a");
        assert_eq!(keys(r#"{"a":["b",1,7]}"#), "a");
        assert_eq!(keys(r#"{"say \"a\" {":"b:","c":7}"#), "c");
        assert_eq!(keys("7"), "");
    }

    #[test]
    fn hostile_texts_are_no_harm() {
        for text in ["", "\"", "\"\\", "}}]]", "{\"a\":", "[\"é", "{,:"] {
            for at in 0..text.len() + 3 {
                keys_to(text, at);
            }
        }
        let deep = "{\"a\":".repeat(100);
        assert_eq!(keys_to(&deep, deep.len()).len(), DEEPEST);
        let far = " ".repeat(FARTHEST + 1);
        assert!(keys_to(&format!("{{\"a\":{far}7}}"), far.len() + 5).is_empty());
    }
}
