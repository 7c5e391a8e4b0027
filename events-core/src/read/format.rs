//! Which reader an input is for.

use super::log::platform::is_item;

/// How messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// JSON: an object a message, in a row, a line each or in an array; see [`json`](super::json).
    Json,
    /// The text logs of T-Library, and those in which Platform SDK prints its messages; see [`log`](super::log).
    Log,
}

impl Format {
    /// The format of an input that begins like this.
    ///
    /// Lines of an input may be of both, or of neither. The format that more of them look like is taken, and a log
    /// when in doubt.
    ///
    /// ```
    /// use events_core::read::Format;
    ///
    /// assert_eq!(Format::detect(b"\n{\"Event\":\"EventRegistered\"}\n"), Format::Json);
    /// assert_eq!(Format::detect(b"09:00:01.220 Std 05060 Application started\n"), Format::Log);
    /// ```
    #[must_use]
    pub fn detect(beginning: &[u8]) -> Self {
        let (mut json, mut log) = (0, 0);
        for line in beginning.split(|byte| *byte == b'\n') {
            match Self::of_line(line) {
                Some(Format::Json) => json += 1,
                Some(Format::Log) => log += 1,
                None => {}
            }
        }
        if json > log {
            Format::Json
        } else {
            Format::Log
        }
    }

    /// The format that a line looks like, if it looks like one at all.
    #[must_use]
    pub fn of_line(line: &[u8]) -> Option<Self> {
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        if line.starts_with(b"\tAttribute") || line.starts_with(b"message ") {
            return Some(Format::Log);
        }
        let text = line.trim_ascii();
        if text.ends_with(b" attributes:") || is_item(text) {
            return Some(Format::Log);
        }
        match text {
            [b'@', digit, ..] if digit.is_ascii_digit() => Some(Format::Log),
            [b'{' | b'[', rest @ ..] => {
                let inside = rest.trim_ascii_start().first();
                matches!(inside, None | Some(b'"' | b'{' | b'}')).then_some(Format::Json)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_lines_decide() {
        let log = "@08:58:41.1650 [0] 8.1.101.25 send_to_client: message EventACK\n\tAttributeReferenceID\t1\n";
        let json = "{\"Event\": 53}\n";
        assert_eq!(Format::detect(log.as_bytes()), Format::Log);
        assert_eq!(Format::detect(json.as_bytes()), Format::Json);
        assert_eq!(Format::detect([json, log].concat().as_bytes()), Format::Log);
        assert_eq!(
            Format::detect([json, json, json, log].concat().as_bytes()),
            Format::Json
        );
        assert_eq!(
            Format::detect(
                [json, log.lines().next().unwrap_or_default()]
                    .concat()
                    .as_bytes()
            ),
            Format::Log
        );
    }

    #[test]
    fn json_in_all_its_layouts() {
        for text in [
            "{",
            "[\n  {",
            "\u{feff}{}",
            "  { \"Event\": 53",
            "[{\"Event\"",
        ] {
            assert_eq!(Format::detect(text.as_bytes()), Format::Json, "{text}");
        }
    }

    #[test]
    fn lines_of_platform_sdk() {
        for line in [
            "12:00 - Sent 'EventOnHook' (87) attributes:",
            "AttributeThisDN [str] = \"2214\"",
            "\t'key' [list] = ",
        ] {
            assert_eq!(
                Format::of_line(line.as_bytes()),
                Some(Format::Log),
                "{line}"
            );
        }
    }

    #[test]
    fn a_log_when_in_doubt() {
        for text in [
            "",
            "\n\n",
            "[0] 8.1.101.25",
            "{not json}",
            "Application name: SIPServer\n",
        ] {
            assert_eq!(Format::detect(text.as_bytes()), Format::Log, "{text}");
        }
    }
}
