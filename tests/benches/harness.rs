//! Contestants in one process, one after the other in each round, timed by the CPU time of the thread.
//!
//! A machine that others use too makes wall clocks lie, and a machine that changes its frequency makes contestants
//! that run one after the other incomparable. So all run once in each round, a ratio is taken within its round, and
//! the median of the rounds is what is printed.

use std::fmt::Write as _;

/// How much a bench runs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// How often each contestant runs.
    pub(crate) rounds: usize,
    /// By what the usual amount of data is divided.
    pub(crate) shrink: usize,
}

/// Contestants for one piece of work.
pub(crate) struct Contest<'a> {
    title: &'static str,
    items: usize,
    bytes: Option<usize>,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: &'static str,
    run: Box<dyn FnMut() -> usize + 'a>,
    nanos: Vec<f64>,
}

impl<'a> Contest<'a> {
    /// A contest about so many items, which stand in so many bytes where they stand in bytes at all.
    pub(crate) fn new(title: &'static str, items: usize, bytes: impl Into<Option<usize>>) -> Self {
        Self {
            title,
            items,
            bytes: bytes.into(),
            entries: Vec::new(),
        }
    }

    /// Adds a contestant, which says how many items came out as they should.
    pub(crate) fn add(&mut self, name: &'static str, run: impl FnMut() -> usize + 'a) {
        self.entries.push(Entry {
            name,
            run: Box::new(run),
            nanos: Vec::new(),
        });
    }

    /// Runs all and prints a table, with a column of speeds for each contestant that the others are held against.
    pub(crate) fn print(mut self, effort: Effort, bases: &[&str]) {
        // The first round warms up, and shows that the contestants do the same work.
        for round in 0..=effort.rounds {
            let first = round % self.entries.len();
            for at in (first..self.entries.len()).chain(0..first) {
                let entry = &mut self.entries[at];
                let start = cpu_nanos();
                let done = (entry.run)();
                let nanos = cpu_nanos() - start;
                assert_eq!(done, self.items, "{}: {}", self.title, entry.name);
                if round > 0 {
                    entry.nanos.push(nanos);
                }
            }
        }
        println!("{}", self.table(bases));
    }

    fn table(&self, bases: &[&str]) -> String {
        let bases: Vec<&Entry<'_>> = bases
            .iter()
            .map(|base| {
                let found = self.entries.iter().find(|entry| entry.name == *base);
                found.unwrap_or_else(|| panic!("{base} does not run"))
            })
            .collect();
        let mut text = format!("### {}\n\n| what | ns an item |", self.title);
        if self.bytes.is_some() {
            text.push_str(" GB/s |");
        }
        for base in &bases {
            let _ = write!(text, " speed against {} |", base.name);
        }
        let columns = 2 + usize::from(self.bytes.is_some()) + bases.len();
        let _ = write!(text, "\n|{}\n", "---|".repeat(columns));
        for entry in &self.entries {
            let total = median(entry.nanos.iter().copied());
            let _ = write!(
                text,
                "| {} | {} |",
                entry.name,
                short(total / count(self.items))
            );
            if let Some(bytes) = self.bytes {
                let _ = write!(text, " {} |", short(count(bytes) / total));
            }
            for base in &bases {
                let ratios = base
                    .nanos
                    .iter()
                    .zip(&entry.nanos)
                    .map(|(base, own)| base / own);
                let _ = write!(text, " {}x |", short(median(ratios)));
            }
            text.push('\n');
        }
        text
    }
}

/// Three digits that matter.
fn short(value: f64) -> String {
    match value {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        1.0.. => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a bench has far fewer items and bytes than 2^52"
)]
fn count(number: usize) -> f64 {
    number as f64
}

/// The CPU time of this thread, so that other processes on the machine do not count.
#[cfg(unix)]
#[expect(
    clippy::cast_precision_loss,
    reason = "a bench takes less than 2^52 ns"
)]
fn cpu_nanos() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}

/// Where there is no such clock, the wall's.
#[cfg(not(unix))]
fn cpu_nanos() -> f64 {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed().as_secs_f64() * 1e9
}
