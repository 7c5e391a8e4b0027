//! Whether there are messages in an input at all: a reader of logs skips what is no message, and nobody would know.

use events_core::Events;
use events_core::read::Format;
use memchr::{memchr, memmem};

/// The names of the events that are looked for.
pub(crate) struct Names(Vec<String>);

impl Names {
    pub(crate) fn new(events: &Events) -> Self {
        Self(events.names().map(|name| format!("\"{name}\"")).collect())
    }

    /// Whether a text names an event in quotes.
    fn are_in(&self, text: &[u8]) -> bool {
        let mut names = self.0.iter();
        names.any(|name| memmem::find(text, name.as_bytes()).is_some())
    }

    /// Whether a line tells how its input is written. An object that names no event may stand in a log.
    pub(crate) fn is_sure(&self, line: &[u8]) -> bool {
        match Format::of_line(line) {
            Some(Format::Json) => self.are_in(line),
            Some(_) => true,
            None => false,
        }
    }
}

/// Why there may be no message in an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// None of its first lines looks like one of a log or of JSON.
    Unknown,
    /// The same, and there are NUL bytes in them.
    Binary,
    /// In this line, an object that names an event stands behind something else.
    Behind(u64),
}

impl Doubt {
    /// What the beginning of an input that is read as a log leaves to doubt.
    pub(crate) fn about(beginning: &[u8], names: &Names) -> Option<Self> {
        let mark = "\u{feff}".as_bytes();
        let text = beginning.strip_prefix(mark).unwrap_or(beginning);
        if text.trim_ascii().is_empty() {
            return None;
        }
        let mut is_known = false;
        for (line, number) in beginning.split(|byte| *byte == b'\n').zip(1..) {
            if Format::of_line(line).is_some() {
                return None;
            }
            let object = memmem::find(line, b"{\"");
            if object.is_some_and(|at| names.are_in(&line[at..])) {
                return Some(Self::Behind(number));
            }
            is_known |= is_stamped(line);
        }
        (!is_known).then(|| match memchr(0, beginning) {
            Some(_) => Self::Binary,
            None => Self::Unknown,
        })
    }

    pub(crate) fn line(self) -> Option<u64> {
        match self {
            Self::Unknown | Self::Binary => None,
            Self::Behind(line) => Some(line),
        }
    }

    /// What is said of an input in which there was no message indeed.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Unknown => {
                "no message was recognised in it, expected a log or JSON, an object at the beginning of a line"
            }
            Self::Binary => {
                "no message was recognised in it, and it holds NUL bytes: it is no text, or one in another encoding"
            }
            Self::Behind(_) => {
                "an object stands behind something else in this line, and no message was recognised: \
                 cut off what stands before objects"
            }
        }
    }
}

/// Whether a line begins with a date or a time of day, as the lines of logs do.
fn is_stamped(line: &[u8]) -> bool {
    let line = line.trim_ascii_start();
    let line = line.strip_prefix(b"[").unwrap_or(line);
    let is = |pattern: &[u8]| {
        let mut letters = pattern.iter().zip(line);
        line.len() >= pattern.len()
            && letters.all(|(wanted, byte)| match wanted {
                b'0' => byte.is_ascii_digit(),
                wanted => wanted == byte,
            })
    };
    is(b"00:00:00") || is(b"0000-00-00") || is(b"0000/00/00")
}

#[cfg(test)]
mod tests {
    use events_core::Message;
    use events_core::families::TLibraryEvent;

    use super::*;

    #[test]
    fn what_looks_like_no_log_is_doubted() {
        let names = Names::new(TLibraryEvent::events());
        let about = |text: &str| Doubt::about(text.as_bytes(), &names);
        for text in [
            "",
            "\u{feff}\n\n",
            "Application name:  TServer\n\n09:00:01.220 Std 05060 Application started\n",
            "# a log\n[2026-03-02 09:00:01] x\n",
            "x\nmessage EventOnHook\n",
            "{\"a\": 1}\nx\n",
        ] {
            assert_eq!(about(text), None, "{text}");
        }
        for text in ["x\n", "root:x:0:0:root\n", "[1, 2]", "\u{1}\u{2}"] {
            assert_eq!(about(text), Some(Doubt::Unknown), "{text}");
        }
        assert_eq!(about("\u{7f}ELF\0\0"), Some(Doubt::Binary));
        for text in [
            "x\nt1:1042\t{\"Event\": \"EventRegistered\"}\n",
            "\n2026-03-02T09:00:01Z {\"id\":\"EventRegistered\"}",
        ] {
            assert_eq!(about(text), Some(Doubt::Behind(2)), "{text}");
        }
    }

    #[test]
    fn an_object_that_names_no_event_may_stand_in_a_log() {
        let names = Names::new(TLibraryEvent::events());
        assert!(!names.is_sure(b"{\"level\": \"info\"}"));
        assert!(names.is_sure(b"{\"Event\": \"EventRegistered\""));
        assert!(names.is_sure(b"\tAttributeThisDN\t'7001'"));
    }
}
