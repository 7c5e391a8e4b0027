//! A T-Library log: checked messages against scans that understand nothing.

use std::collections::HashMap;
use std::hint::black_box;

use events_core::families::registration::{EventRegistered, EventUnregistered, Registration};
use events_core::read::Checked;
use events_core::read::log::Reader;
use events_core::{Message, Valid};
use regex::bytes::{Captures, Regex};

use crate::data::{self, Event, Order};
use crate::harness::{Contest, Effort};
use crate::peers::Tagged;
use crate::same::{same_registered, same_unregistered};

pub(crate) fn run(effort: Effort) {
    let events = data::events(40_000 / effort.shrink, true);
    let text = data::log(&events);
    compare(&text, &events);

    let regexes = Regexes::new();
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    let mut contest = Contest::new("T-Library log, one thread", events.len(), text.len());
    contest.add("**events: checked message**", || {
        count_checked(&text, |checked| checked.is_clean())
    });
    contest.add("**events: checked and typed**", || {
        count_checked(&text, |checked| {
            black_box(checked.event::<Registration>()).is_ok()
        })
    });
    contest.add(SCAN, || {
        let mut start = 0;
        let seen = memchr::memchr_iter(b'\n', text.as_bytes()).inspect(|end| {
            black_box(&text.as_bytes()[start..*end]);
            start = end + 1;
        });
        events.len() * usize::from(seen.count() == lines)
    });
    contest.add("memmem of the header", || {
        memchr::memmem::find_iter(text.as_bytes(), ": message Event").count()
    });
    contest.add("simdutf8 of the whole text", || {
        black_box(simdutf8::basic::from_utf8(text.as_bytes())).map_or(0, |_| events.len())
    });
    contest.add(REGEX, || regexes.parse(text.as_bytes(), |_, _| {}));
    contest.print(effort, &[SCAN, REGEX]);
}

const SCAN: &str = "memchr line scan";
const REGEX: &str = "regex line parser";

fn each_checked(text: &str, mut each: impl FnMut(Checked<'_>)) {
    let mut reader = Reader::new(text.as_bytes(), Registration::events()).server(data::SERVER);
    while let Some(checked) = reader.read().expect("a slice can be read") {
        each(checked);
    }
}

fn count_checked(text: &str, mut read: impl FnMut(Checked<'_>) -> bool) -> usize {
    let mut count = 0;
    each_checked(text, |checked| count += usize::from(read(checked)));
    count
}

type Attributes = HashMap<String, String>;

/// What one writes quickly: an expression a kind of line, a map a message.
struct Regexes {
    header: Regex,
    attribute: Regex,
    pair: Regex,
}

impl Regexes {
    fn new() -> Self {
        let regex = |text| Regex::new(text).expect("the expression is right");
        Self {
            header: regex(r"^@(\d\d:\d\d:\d\d\.\d+) \[\S+\] \S+ \w+: message (\w+)$"),
            attribute: regex(r"^\tAttribute(\w+)\t(.*)$"),
            pair: regex(r"^\t+'([^']*)'(?:\t(.*)|\(list\) ?)$"),
        }
    }

    fn parse(&self, text: &[u8], mut each: impl FnMut(&str, &Attributes)) -> usize {
        let own = |captures: &Captures<'_>, at: usize| {
            let found = captures
                .get(at)
                .map(|found| String::from_utf8_lossy(found.as_bytes()));
            found.unwrap_or_default().into_owned()
        };
        let mut count = 0;
        let mut message: Option<(String, Attributes)> = None;
        for line in text.split(|byte| *byte == b'\n') {
            let found = self
                .attribute
                .captures(line)
                .or_else(|| self.pair.captures(line));
            if let (Some(found), Some((_, attributes))) = (found, &mut message) {
                attributes.insert(own(&found, 1), own(&found, 2));
                continue;
            }
            if let Some((name, attributes)) = message.take() {
                each(&name, black_box(&attributes));
                count += 1;
            }
            let header = self.header.captures(line);
            message = header.map(|found| (own(&found, 2), HashMap::new()));
        }
        if let Some((name, attributes)) = message {
            each(&name, &attributes);
            count += 1;
        }
        count
    }
}

/// Panics unless the log says what the events say, for this project and for the expressions.
fn compare(text: &str, events: &[Event]) {
    let ndjson = data::ndjson(events, Order::TagFirst);
    let peers: Vec<Tagged> = ndjson
        .lines()
        .map(|line| serde_json::from_str(line).expect("a valid line"))
        .collect();
    let mut at = 0;
    each_checked(text, |checked| {
        match &peers[at] {
            Tagged::EventRegistered(peer) => {
                let ours: Valid<EventRegistered> =
                    checked.event().unwrap_or_else(|report| panic!("{report}"));
                same_registered(&ours, peer);
            }
            Tagged::EventUnregistered(peer) => {
                let ours: Valid<EventUnregistered> =
                    checked.event().unwrap_or_else(|report| panic!("{report}"));
                same_unregistered(&ours, peer);
            }
        }
        at += 1;
    });
    assert_eq!(at, events.len());
    at = 0;
    Regexes::new().parse(text.as_bytes(), |name, attributes| {
        assert_eq!(name, events[at].name());
        let reference = events[at].reference.map(|number| number.to_string());
        assert_eq!(attributes.get("ReferenceID"), reference.as_ref());
        assert!(attributes.contains_key("Extensions"));
        at += 1;
    });
    assert_eq!(at, events.len());
}
