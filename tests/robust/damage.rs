//! Every input cut at every byte, and every byte of the small ones changed.

use super::corpus;
use super::targets::{self, TARGETS, Target};

/// The most bytes that one input may have for cuts, and all inputs of a target together.
const CUT: (usize, usize) = (6_000, 20_000);

/// The same for documents, all of which their own tests cut.
const CUT_DOCUMENTS: (usize, usize) = (1_500, 3_000);

/// The same for changes of every byte.
const FLIPPED: (usize, usize) = (1_500, 3_000);

/// The inputs of a target that are small enough: each of them, and all together.
fn small(target: &str, (each, all): (usize, usize)) -> Vec<Vec<u8>> {
    let mut total = 0;
    let mut inputs = corpus::of(target);
    inputs.retain(|input| {
        // Reading all beginnings takes time by the square of the length.
        total += input.len();
        input.len() <= each && total <= all
    });
    inputs
}

fn of(target: &str) -> Target {
    let (_, run) = TARGETS
        .iter()
        .find(|(name, _)| *name == target)
        .expect("a target");
    *run
}

fn cut_everywhere(target: &str, most: (usize, usize)) {
    let (run, mut count) = (of(target), 0);
    for input in small(target, most) {
        // Of a large input not every cut: those next to the ends of its lines, and each seventh.
        for end in 0..=input.len() {
            let near = input[..end].ends_with(b"\n") || input[end..].starts_with(b"\n");
            if input.len() <= 2_000 || near || end % 7 == 0 {
                run(&input[..end]);
                count += 1;
            }
        }
    }
    println!("{target}: {count} cuts");
}

fn flip_every_byte(target: &str) {
    let (run, mut count) = (of(target), 0);
    for input in small(target, FLIPPED) {
        let mut changed = input.clone();
        for at in 0..input.len() {
            for flip in [0x01, 0x20, 0x80] {
                changed[at] = input[at] ^ flip;
                run(&changed);
                count += 1;
            }
            changed[at] = input[at];
        }
    }
    println!("{target}: {count} changes of a byte");
    assert!(count > 0);
}

#[test]
fn streams_of_json() {
    cut_everywhere("ndjson", CUT);
    flip_every_byte("ndjson");
}

#[test]
fn logs() {
    cut_everywhere("log", CUT);
    flip_every_byte("log");
}

#[test]
fn messages() {
    cut_everywhere("serde", CUT);
    flip_every_byte("serde");
}

#[test]
fn models() {
    cut_everywhere("model", CUT);
}

#[test]
fn documents() {
    cut_everywhere("import", CUT_DOCUMENTS);
}

/// Found by a fuzzer: real numbers of many digits are the same through serde and through the reader.
#[test]
fn large_numbers() {
    for number in [
        "44e45",
        "4.3999999999999996e46",
        "9007199254740993.0",
        "1e-320",
    ] {
        let message = format!("{{\"Event\":\"EventDiverted\",\"CallID\":{number}}}");
        targets::serde(message.as_bytes());
    }
}
