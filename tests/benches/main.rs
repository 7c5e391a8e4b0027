//! This project and its peers on the same data, in one run: `cargo bench -p events-tests`.
//!
//! With a name (`json`, `kinds`, `log`, `validate`) only that part runs; `--rounds 41` makes the medians steadier. Without
//! `--bench`, as under `cargo test --benches`, everything runs once on little data.

mod data;
mod harness;
mod json;
mod kinds;
mod log;
mod peers;
mod same;
mod validate;

use harness::Effort;

/// A part by its name.
type Part = (&'static str, fn(Effort));

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = arguments.iter().position(|argument| argument == "--rounds");
    let rounds = after.and_then(|at| arguments.get(at + 1)?.parse().ok());
    let effort = if arguments.iter().any(|argument| argument == "--bench") {
        Effort {
            rounds: rounds.unwrap_or(15),
            shrink: 1,
        }
    } else {
        Effort {
            rounds: 1,
            shrink: 100,
        }
    };
    let parts: [Part; 4] = [
        ("json", json::run),
        ("kinds", kinds::run),
        ("log", log::run),
        ("validate", validate::run),
    ];
    let named = |(name, _): &&Part| arguments.iter().any(|argument| argument == name);
    let all = parts.iter().filter(named).count() == 0;
    for part in &parts {
        if all || named(&part) {
            part.1(effort);
        }
    }
}

/// The lines of a text, found by memchr.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    memchr::memchr_iter(b'\n', text.as_bytes()).map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        line
    })
}
