//! The lines that a log file begins with: `Key:   value`, up to the first empty line.

use super::clock::{Clock, head_time};
use super::header::{Line, recognise};

/// How many lines a head has at most, and how long they are.
pub(super) const LINES: usize = 64;
pub(super) const LINE: usize = 4096;

/// Reads a line of the head; `None` when it is none.
pub(super) fn line(line: &[u8]) -> Option<(String, String)> {
    if line.len() > LINE || recognise(line) != Line::Foreign {
        return None;
    }
    let colon = memchr::memchr(b':', line)?;
    let (key, value) = (&line[..colon], &line[colon + 1..]);
    let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || b" ()-_/".contains(byte);
    let fits = key.first()?.is_ascii_alphabetic() && key.iter().all(is_key);
    let apart = value.first().is_none_or(u8::is_ascii_whitespace);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes.trim_ascii()).into_owned();
    (fits && apart).then(|| (text(key), text(value)))
}

/// The time by which a clock starts that a head gives: the local one, or where that is not given the one of UTC.
pub(super) fn start(lines: &[(String, String)], clock: &mut Clock) {
    let time = |name: &&str| {
        let line = lines.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        line.and_then(|(_, value)| head_time(value))
    };
    if let Some(time) = time(&"Local time") {
        clock.tell(time);
    } else if let Some(time) = ["UTC time", "Start time (UTC)"].iter().find_map(time) {
        clock.start_in_utc(time);
    }
}

#[cfg(test)]
mod tests {
    use super::super::clock::stamp;
    use super::*;

    #[test]
    fn keys_and_values() {
        for (text, key, value) in [
            (
                "Application name:        SIPServer",
                "Application name",
                "SIPServer",
            ),
            (
                "Start time (UTC):\t2008-04-02T14:51:12\r",
                "Start time (UTC)",
                "2008-04-02T14:51:12",
            ),
            ("Host name:", "Host name", ""),
        ] {
            assert_eq!(
                line(text.as_bytes()),
                Some((key.to_owned(), value.to_owned()))
            );
        }
        for text in [
            "",
            "16:41:55.299 Int",
            "@16:45: x",
            "received from 65200(SIPS)host:5001(fd=648) message EventError",
            "http://host",
        ] {
            assert_eq!(line(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn local_time_comes_before_others() {
        let lines = [
            ("UTC time", "2008-04-02T23:51:12"),
            ("Local time", "2008-04-03T01:51:12.5"),
        ];
        let lines = lines.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let told = |lines: &[(String, String)], line: &[u8]| {
            let mut clock = Clock::default();
            start(lines, &mut clock);
            clock.tell(stamp(line).unwrap()).to_string()
        };
        let line = b"@01:52:00.0000";
        assert_eq!(told(&lines, line), "2008-04-03T01:52:00.000000");
        assert_eq!(told(&lines[..1], line), "2008-04-03T01:52:00.000000");
        let line = b"@15:52:00.0000";
        assert_eq!(told(&lines[..1], line), "2008-04-02T15:52:00.000000");
    }
}
