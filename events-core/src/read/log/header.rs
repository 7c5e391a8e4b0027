//! Which lines begin a message.
//!
//! The name of the message ends the line, alone or with `(refid=N)` behind it. What stands before `message ` or
//! `TEvent: ` says how sure it is that a message begins:
//!
//! | line | begins a message |
//! |---|---|
//! | `@16:45:24.5939 [0] 8.1.101.25 distribute_event: message X`, whatever the verb | always |
//! | `message X`, alone on its line | always |
//! | `request to 65200(TServer) message X`, `received from 65200(SIPS)host:5001(fd=648) message X` | always |
//! | `2016-04-29T16:26:11.580 Trc 50002 TEvent: X` | always |
//! | `… Trc 04541 Message X received from …`, `… Int 04543 Interaction message "X" received from …` | when a line with an attribute follows |
//! | any other line that ends with `message X` | when a line with an attribute follows |
//!
//! Lines of the last two rows that begin no message are mentions of one.

use std::ops::Range;

use super::bytes::{first_blank, last_word};
use super::clock::stamp;

/// What a line is to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// A message with the name at this place begins.
    Start(Range<usize>),
    /// One begins if a line with an attribute follows; otherwise it is only spoken of.
    Mention(Range<usize>),
    /// A message begins as Platform SDK prints it, with the name at this place. Without a name one begins if a line
    /// with an attribute follows.
    Platform(Option<Range<usize>>),
    /// One with this name begins if the next line says that its attributes follow.
    Announced(Range<usize>),
    /// Nothing.
    Foreign,
}

/// Whether a message begins with this line wherever it stands, and is logged at the time that it begins with.
pub(in crate::read) fn begins_message(line: &[u8]) -> bool {
    matches!(line.first(), Some(b'@' | b'0'..=b'9'))
        && stamp(line).is_some()
        && matches!(recognise(line), Line::Start(_))
}

/// Looks at a line without its end.
#[inline]
pub(super) fn recognise(line: &[u8]) -> Line {
    let mut text = line.trim_ascii_end();
    match text.last() {
        None => return Line::Foreign,
        Some(b':') => {
            if let Some(before) = text.strip_suffix(b" attributes:") {
                return Line::Platform(quoted_name(before.trim_ascii_end()));
            }
        }
        Some(b')') => {
            let digits = text
                .iter()
                .rev()
                .skip(1)
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if let Some(before) = text[..text.len() - 1 - digits].strip_suffix(b"(refid=") {
                text = before.trim_ascii_end();
            } else if let Some(name) = quoted_name(text) {
                return Line::Announced(name);
            }
        }
        Some(_) => {}
    }
    let start = last_word(text);
    let (before, name) = text.split_at(start);
    let is_event = match before.last_chunk() {
        Some(b"TEvent: ") => true,
        Some(b"message ") => false,
        _ => return mention(line),
    };
    if !is_name(name) {
        return mention(line);
    }
    let name = start..text.len();
    if is_event || is_sure(before) {
        Line::Start(name)
    } else {
        Line::Mention(name)
    }
}

fn is_sure(before: &[u8]) -> bool {
    match before.first() {
        Some(b'@') => before.ends_with(b": message "),
        Some(b'm') => before == b"message ",
        Some(b'r') => before.starts_with(b"request to ") || before.starts_with(b"received from "),
        _ => false,
    }
}

/// The name in `'EventOnHook' (87)` or `'EventOnHook' ('87')`, which a text ends with.
fn quoted_name(text: &[u8]) -> Option<Range<usize>> {
    let unquote = |text| <[u8]>::strip_suffix(text, b"'").unwrap_or(text);
    let text = unquote(text.strip_suffix(b")")?);
    let digits = text
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let text = unquote(&text[..text.len() - digits]).strip_suffix(b"(")?;
    let text = text.trim_ascii_end().strip_suffix(b"'")?;
    let name = name_at_end(text);
    let opens = text[..name.start].ends_with(b"'");
    (digits > 0 && !name.is_empty() && opens).then_some(name)
}

/// The digits of the number in a header of Platform SDK, behind the name of its message.
pub(super) fn number_behind(text: &str, name: usize) -> Option<Range<usize>> {
    let rest = text.get(name..)?.strip_prefix('\'')?.trim_start();
    let rest = rest.strip_prefix('(')?;
    let rest = rest.strip_prefix('\'').unwrap_or(rest);
    let start = text.len() - rest.len();
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    (length > 0).then_some(start..start + length)
}

/// Whether a line says that the attributes of a message follow whose name the line before bears.
pub(super) fn announces(line: &[u8]) -> bool {
    line.trim_ascii() == b"message attributes:"
}

/// The word that a line ends with, if it can be a name.
#[inline]
fn name_at_end(text: &[u8]) -> Range<usize> {
    let length = text
        .iter()
        .rev()
        .take_while(|byte| is_in_name(**byte))
        .count();
    let start = text.len() - length;
    match text.get(start) {
        Some(byte) if byte.is_ascii_alphabetic() => start..text.len(),
        _ => text.len()..text.len(),
    }
}

/// Whether a word can be the name of a message.
fn is_name(word: &[u8]) -> bool {
    // Names are short: to look at all bytes is faster than to stop at the first that is wrong.
    let all = word.iter().fold(true, |all, byte| all & is_in_name(*byte));
    all && word.first().is_some_and(u8::is_ascii_alphabetic)
}

#[inline]
pub(super) fn is_in_name(byte: u8) -> bool {
    NAME[usize::from(byte)]
}

/// Which bytes a name may have.
const NAME: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        bytes[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    bytes
};

/// The standard messages 04541 and 04543 of clients, which speak of a message.
#[inline]
fn mention(line: &[u8]) -> Line {
    parse_mention(line).map_or(Line::Foreign, Line::Mention)
}

#[inline]
fn parse_mention(line: &[u8]) -> Option<Range<usize>> {
    if !matches!(line.first()?, b'0'..=b'9' | b' ' | b'\t' | b'@') {
        return None;
    }
    let start = line.len() - line.trim_ascii_start().len();
    // Time stamp, level in three letters, number of the standard message.
    let level = start + first_blank(&line[start..])? + 1;
    let number: &[u8; 7] = line.get(level + 3..)?.first_chunk()?;
    if !matches!(number, b" 04541 " | b" 04543 ") {
        return None;
    }
    let rest = &line[level + 3 + number.len()..];
    let rest = rest
        .strip_prefix(b"Message ")
        .or_else(|| rest.strip_prefix(b"Interaction message "))?;
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    let start = line.len() - rest.len();
    let length = rest.iter().take_while(|byte| is_in_name(**byte)).count();
    (length > 0).then_some(start..start + length)
}

/// Another dialect, by the names of its attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Inter Server Call Control: `ISCCAttribute…` and `SDAttribute…`.
    Iscc,
    /// Interaction Server: `attr_…`.
    Interaction,
    /// Platform SDK: `Name [type] = value`.
    Platform,
}

/// The dialect that a line with an attribute is of, if it is of another than T-Library's.
pub(super) fn dialect(line: &[u8]) -> Option<Dialect> {
    let line = line.trim_ascii_start();
    if line.starts_with(b"ISCCAttribute") || line.starts_with(b"SDAttribute") {
        return Some(Dialect::Iscc);
    }
    if line.starts_with(b"attr_") {
        return Some(Dialect::Interaction);
    }
    let rest = line.strip_prefix(b"Attribute")?;
    let name = rest.iter().take_while(|byte| is_in_name(**byte)).count();
    let rest = rest.get(name..)?.strip_prefix(b" [")?;
    let kind = rest
        .iter()
        .take_while(|byte| byte.is_ascii_lowercase())
        .count();
    rest.get(kind..)?
        .starts_with(b"] =")
        .then_some(Dialect::Platform)
}

/// Whether an indented line holds an attribute, of whichever dialect.
pub(super) fn is_attribute(line: &[u8]) -> bool {
    let text = line.trim_ascii_start();
    text.len() < line.len() && (text.starts_with(b"Attribute") || dialect(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(line: &str) -> (&'static str, &str) {
        match recognise(line.as_bytes()) {
            Line::Start(name) => ("start", &line[name]),
            Line::Mention(name) => ("mention", &line[name]),
            Line::Platform(name) => ("platform", name.map_or("", |name| &line[name])),
            Line::Announced(name) => ("announced", &line[name]),
            Line::Foreign => ("foreign", ""),
        }
    }

    #[test]
    fn all_forms_of_headers() {
        for (line, expected) in [
            (
                "@16:45:24.5939 [0] 8.1.101.25 distribute_event: message EventReleased",
                "EventReleased",
            ),
            (
                "@16:45:24.5942 [0] 8.1.101.25 distribute call/party event: message EventCallPartyDeleted",
                "EventCallPartyDeleted",
            ),
            (
                "@16:45:25.1041 [0] 8.1.101.25 send_to_client: message EventACK",
                "EventACK",
            ),
            (
                "@16:45:25.1041 [0] 8.1.101.25 send_to_all: message EventLinkConnected",
                "EventLinkConnected",
            ),
            (
                "@16:45:25.1041 [0] 8.1.101.25 distribute_response: message EventRegistered",
                "EventRegistered",
            ),
            (
                "@16:45:25.1041 [0] 8.1.101.25 distribute_user_data: message EventUserEvent",
                "EventUserEvent",
            ),
            ("message RequestQueryCall", "RequestQueryCall"),
            (
                "request to 65200(TServer) message RequestDistributeEvent",
                "RequestDistributeEvent",
            ),
            (
                "received from 65200(SIPS)host:5001(fd=648) message EventAttachedDataChanged",
                "EventAttachedDataChanged",
            ),
            (
                "received from 65200(SIPS)host:5001(fd=648) message EventError(refid=12)",
                "EventError",
            ),
            (
                "received from 65200(SIPS)host:5001(fd=648) message EventError (refid=12) ",
                "EventError",
            ),
            (
                "        2016-04-29T16:26:11.580 Trc 50002 TEvent: EventAttachedDataChanged",
                "EventAttachedDataChanged",
            ),
        ] {
            assert_eq!(name(line), ("start", expected), "{line}");
        }
    }

    #[test]
    fn mentions_of_messages() {
        for (line, expected) in [
            (
                "16:41:55.299 Int 04543 Interaction message \"EventRouteRequest\" received from 65200 (\"SIPTS750@3020\")",
                "EventRouteRequest",
            ),
            (
                "16:39:27.319 Trc 04541 Message EventRegistered received from 'SIPTS750@7593'",
                "EventRegistered",
            ),
            (
                "2016-04-20T09:22:09.969 Trc 04541 Message EventAgentNotReady received from 'sip@+4389'",
                "EventAgentNotReady",
            ),
            ("cannot parse message EventFoo", "EventFoo"),
        ] {
            assert_eq!(name(line), ("mention", expected), "{line}");
        }
    }

    #[test]
    fn what_is_no_header() {
        for line in [
            "",
            "2015-05-29T12:21:16.438 Trc 04541 RequestQueryCall received from [66] (00000e85 App 10.51.167.61:49280)",
            "@12:21:16.4386 [BSYNC] Trace: Send to backup (SIPS_sg01_B) [20]:",
            "2015-01-07 13:14:26,574 TEST DEBUG [THREAD : 25] - Writing message RequestAttachUserData in 'proxy1' via '.StatePrimary proxy: proxy1'",
            "16:00:00.000 Std 04503 Connection to 7 at host '192.168.0.1', port 5 established",
            "message 12",
            "message ",
        ] {
            assert_eq!(name(line).0, "foreign", "{line}");
        }
    }

    #[test]
    fn headers_of_platform_sdk() {
        for (line, expected) in [
            ("message attributes:", ("platform", "")),
            (
                "'EventOnHook' (87) attributes:",
                ("platform", "EventOnHook"),
            ),
            (
                "'EventOnHook' ('87') attributes: ",
                ("platform", "EventOnHook"),
            ),
            (
                "12:00 Sent 'EventOnHook' (87) attributes:",
                ("platform", "EventOnHook"),
            ),
            (
                "- message ['EventOnHook' (87) attributes:\r",
                ("platform", "EventOnHook"),
            ),
            (
                "12:00 Proxy got message 'EventOnHook' ('87')",
                ("announced", "EventOnHook"),
            ),
            (
                "'RequestAttachUserData' (30)",
                ("announced", "RequestAttachUserData"),
            ),
            ("EventOnHook (87) attributes:", ("platform", "")),
            ("'EventOnHook' () attributes:", ("platform", "")),
            ("'EventOnHook' (x)", ("foreign", "")),
            ("'' (87)", ("foreign", "")),
            ("')", ("foreign", "")),
        ] {
            assert_eq!(name(line), expected, "{line}");
        }
        assert!(announces(b" message attributes:\r"));
        for (line, number) in [
            ("'EventOnHook' (87) attributes:", Some("87")),
            ("'EventOnHook' ('87')", Some("87")),
            ("'EventOnHook'", None),
            ("'EventOnHook' ()", None),
        ] {
            let found = number_behind(line, "'EventOnHook".len());
            assert_eq!(found.map(|at| &line[at]), number);
        }
    }

    #[test]
    fn dialects_by_their_attributes() {
        assert_eq!(
            dialect(b"\tISCCAttributeReferenceID\t1"),
            Some(Dialect::Iscc)
        );
        assert_eq!(
            dialect(b"\tattr_itx_id [str] = \"0\""),
            Some(Dialect::Interaction)
        );
        assert_eq!(
            dialect(b"AttributeThisDN [str] = \"2214\""),
            Some(Dialect::Platform)
        );
        assert_eq!(dialect(b"\tAttributeThisDN\t'2214'"), None);
        assert_eq!(dialect(b"    AttributeUserData    [34] 00"), None);
        assert!(is_attribute(b"    AttributeUserData    [34] 00"));
        assert!(!is_attribute(b"AttributeUserData\t[34] 00"));
    }
}
