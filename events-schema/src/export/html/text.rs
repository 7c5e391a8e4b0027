//! Texts of the model in HTML.

use std::fmt::Write as _;

/// A text in which nothing is a tag, in an attribute as well.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // HTML has no other control characters.
            letter if letter.is_control() && letter != '\n' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A name as part of an address: different names have different ones.
pub(super) fn anchor(name: &str) -> String {
    let mut anchor = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            anchor.push(char::from(byte));
        } else {
            // Writing into a text does not fail.
            let _ = write!(anchor, "_{byte:02x}");
        }
    }
    anchor
}

/// A text of people, in which code spans of Markdown are code.
pub(super) fn prose(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(start) = rest.find('`') {
        let ticks = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        let (before, behind) = (&rest[..start], &rest[start + ticks..]);
        html.push_str(&escape(before));
        if let Some(end) = end(behind, ticks) {
            let code = &behind[..end];
            let inner = code
                .strip_prefix(' ')
                .and_then(|code| code.strip_suffix(' '))
                .filter(|inner| !inner.trim().is_empty());
            let code = escape(inner.unwrap_or(code));
            html.extend(["<code>", &code, "</code>"]);
            rest = &behind[end + ticks..];
        } else {
            html.push_str(&rest[start..start + ticks]);
            rest = behind;
        }
    }
    html.push_str(&escape(rest));
    html.replace("\n\n", "<br>")
}

/// Where exactly so many backticks end a code span.
fn end(text: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        if run == ticks {
            return Some(start);
        }
        at = start + run;
    }
    None
}
