//! Inputs with random damage: as many as `EVENTS_FUZZ` says for each target, a few hundred otherwise.
//!
//! `EVENTS_FUZZ=1000000 EVENTS_SEED=7 cargo test --release -p events-tests --test robust random -- --nocapture`

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::corpus;
use super::targets::TARGETS;

/// Parts that mean something to one of the readers.
const TOKENS: [&str; 46] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u0000",
    "\\ud83d",
    "null",
    "true",
    "-",
    "1e999",
    "0.5",
    "18446744073709551616",
    "\n",
    "\r\n",
    "\t",
    "\t\t'",
    "'",
    "(list) ",
    "message ",
    "message EventRegistered\n",
    "\tAttributeThisDN\t'7001'\n",
    "\tAttributeTimeinSecs\t",
    "[34] 00 01 00 00..",
    "@16:45:24.5939 [0] 8.1 x: ",
    "\"Event\":",
    "\"EventRegistered\"",
    "\"InfoStatus\":{",
    "\"base64\":\"",
    "Mandatory",
    "Optional",
    "|",
    "|---|\n",
    "\u{feff}",
    "\u{1f42b}",
    "\"Assert\":",
    "%d",
    "event! {",
    "/// x\n",
    "[a] ",
    " proposed ",
    " == ",
    "if !",
];

/// A source of numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides.max(1)
    }

    /// One of the inputs with a few changes.
    fn damaged(&mut self, inputs: &[Vec<u8>]) -> Vec<u8> {
        // Small inputs are as good as large ones, and sooner read.
        let chosen = self.roll(inputs.len()).min(self.roll(inputs.len()));
        let mut bytes = inputs[chosen].clone();
        for _ in 0..=self.roll(4) {
            let at = self.roll(bytes.len() + 1);
            let end = (at + self.roll(40)).min(bytes.len());
            match self.roll(7) {
                0 if at < bytes.len() => bytes[at] ^= 1 << self.roll(8),
                1 => bytes.truncate(at),
                2 => drop(bytes.drain(at..end)),
                3 => {
                    let part = bytes[at..end].to_vec();
                    let to = self.roll(bytes.len() + 1);
                    bytes.splice(to..to, part);
                }
                4 => {
                    let other = &inputs[self.roll(inputs.len())];
                    let from = self.roll(other.len() + 1);
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[from..]);
                    bytes.truncate(100_000);
                }
                _ => {
                    let token = TOKENS[self.roll(TOKENS.len())];
                    let end = if self.roll(2) == 0 { at } else { end };
                    bytes.splice(at..end, token.bytes());
                }
            }
        }
        bytes
    }
}

fn setting(name: &str, default: u64) -> u64 {
    let text = env::var(name).unwrap_or_default();
    match (&*text, text.parse()) {
        ("", _) => default,
        (_, Ok(number)) => number,
        _ => panic!("{name} is `{text}`, expected a number"),
    }
}

/// Takes away of an input all that it can fail without.
fn shrink(mut input: Vec<u8>, fails: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut size = input.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < input.len() {
            let mut less = input.clone();
            less.drain(at..(at + size).min(less.len()));
            if fails(&less) {
                input = less;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    input
}

fn damage(target: &str, count: u64) {
    let count = setting("EVENTS_FUZZ", count);
    let seed = setting("EVENTS_SEED", 20_260_302);
    let (_, run) = TARGETS
        .iter()
        .find(|(name, _)| *name == target)
        .expect("a target");
    let inputs = corpus::of(target);
    let mut dice = Dice(seed);
    for number in 0..count {
        let input = dice.damaged(&inputs);
        let fails = |input: &[u8]| catch_unwind(AssertUnwindSafe(|| run(input))).is_err();
        if fails(&input) {
            let smallest = shrink(input, fails);
            panic!(
                "{target}, seed {seed}, input {number}: {:?}",
                String::from_utf8_lossy(&smallest)
            );
        }
    }
    println!("{target}: {count} damaged inputs of seed {seed}");
}

#[test]
fn streams_of_json() {
    damage("ndjson", 1_000);
}

#[test]
fn logs() {
    damage("log", 1_000);
}

#[test]
fn messages() {
    damage("serde", 3_000);
}

#[test]
fn models() {
    damage("model", 60);
}

#[test]
fn documents() {
    damage("import", 200);
}

#[test]
fn declarations() {
    damage("rules", 300);
}
