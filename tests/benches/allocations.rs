//! How often an event allocates: `cargo bench -p events-tests --bench allocations`.
//!
//! An iteration is one event. Only the counts are of interest here: the times are those of contestants that ran one
//! after the other, with an allocator that counts.

#[path = "data.rs"]
#[allow(dead_code, reason = "shared with the bench of times")]
mod data;
#[path = "peers.rs"]
#[allow(dead_code, reason = "shared with the bench of times")]
mod peers;

use std::io::{self, Read};

use divan::{AllocProfiler, Bencher, black_box};
use events_core::families::registration::{EventRegistered, Registration};
use events_core::read::{json, log};
use events_core::{Message, Validate};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// How many messages are read before allocations are counted.
const WARM: usize = 1_000;

fn main() {
    divan::Divan::from_args()
        .sample_count(10)
        .sample_size(1000)
        .main();
}

/// A text without end: the same one again and again.
struct Again {
    text: String,
    at: usize,
}

impl Read for Again {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at = (self.at + count) % self.text.len();
        Ok(count)
    }
}

fn ndjson() -> String {
    data::ndjson(&data::events(1_000, false), data::Order::TagFirst)
}

/// A reader that has its room already, as after the first messages of a stream.
fn json_reader() -> json::Reader<'static, Again> {
    let mut reader = json::Reader::new(
        Again {
            text: ndjson(),
            at: 0,
        },
        Registration::events(),
    );
    for _ in 0..WARM {
        reader.read().expect("input").expect("a record");
    }
    reader
}

/// A line after the other, without end.
fn each_line<T>(bencher: Bencher<'_, '_>, read: impl Fn(&str) -> T) {
    let text = ndjson();
    let mut lines = text.lines().cycle();
    bencher.bench_local(|| black_box(read(lines.next().expect("a line"))));
}

#[divan::bench]
fn json_checked(bencher: Bencher<'_, '_>) {
    let mut reader = json_reader();
    bencher.bench_local(|| reader.read().expect("input").expect("a record").is_clean());
}

#[divan::bench]
fn json_checked_and_typed(bencher: Bencher<'_, '_>) {
    let mut reader = json_reader();
    bencher.bench_local(|| {
        let checked = reader.read().expect("input").expect("a record");
        black_box(checked.event::<EventRegistered>()).is_ok()
    });
}

#[divan::bench]
fn json_serde_into_our_type(bencher: Bencher<'_, '_>) {
    each_line(bencher, |line| {
        serde_json::from_str::<EventRegistered>(line).is_ok()
    });
}

#[divan::bench]
fn json_peer_typed(bencher: Bencher<'_, '_>) {
    each_line(bencher, |line| {
        serde_json::from_str::<peers::Registered>(line).is_ok()
    });
}

#[divan::bench]
fn json_peer_tag(bencher: Bencher<'_, '_>) {
    each_line(bencher, |line| {
        serde_json::from_str::<peers::Tagged>(line).is_ok()
    });
}

#[divan::bench]
fn json_peer_value(bencher: Bencher<'_, '_>) {
    each_line(bencher, |line| {
        serde_json::from_str::<serde_json::Value>(line).is_ok()
    });
}

#[divan::bench]
fn log_checked(bencher: Bencher<'_, '_>) {
    let text = data::log(&data::events(1_000, true));
    let mut reader = log::Reader::new(Again { text, at: 0 }, Registration::events());
    for _ in 0..WARM {
        reader.read().expect("input").expect("a message");
    }
    bencher.bench_local(|| reader.read().expect("input").expect("a message").is_clean());
}

#[divan::bench]
fn check_valid(bencher: Bencher<'_, '_>) {
    let text = ndjson();
    let events: Vec<EventRegistered> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a valid line"))
        .collect();
    let mut events = events.iter().cycle();
    bencher.bench_local(|| {
        black_box(events.next().expect("an event"))
            .check()
            .is_clean()
    });
}

#[divan::bench]
fn check_valid_peer_garde(bencher: Bencher<'_, '_>) {
    let text = ndjson();
    let events: Vec<peers::Registered> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a valid line"))
        .collect();
    let mut events = events.iter().cycle();
    bencher.bench_local(|| {
        garde::Validate::validate(black_box(events.next().expect("an event"))).is_ok()
    });
}
