//! However many threads check files, the output is the same.

mod run;

use std::fs;
use std::path::PathBuf;

use run::{check, sample};

/// Larger than two chunks.
const LARGE: usize = 5 * 1024 * 1024 / 2;

/// Files that are cut into chunks and files that are not, in a directory of their own.
fn files() -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("threads");
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    let repeated = |name: &str, least: usize| {
        let sample = fs::read(sample(name)).unwrap();
        sample.repeat(least.div_ceil(sample.len()))
    };
    for (name, least) in [
        ("registration.log", LARGE),
        ("registration.ndjson", LARGE),
        ("desktop.log", 1),
    ] {
        fs::write(directory.join(name), repeated(name, least)).unwrap();
    }
    // A log that is cut off ends in a message.
    let log = directory.join("registration.log");
    let mut cut = fs::read(&log).unwrap();
    cut.truncate(LARGE - 100);
    fs::write(log, cut).unwrap();
    fs::write(directory.join("empty.log"), "").unwrap();
    fs::write(directory.join("wide.log"), b"\xff\xfe@\x001\x00").unwrap();
    directory
}

#[test]
fn threads_change_nothing() {
    let directory = files();
    let directory = directory.to_str().unwrap();
    for arguments in [
        &["--max", "30000", "--notes", "note", "--format", "json"][..],
        &["--max", "20", "--notes", "deny"],
    ] {
        let run = |threads| {
            let run = check(&[&[directory, "--threads", threads], arguments].concat());
            (run.status, run.err, run.out)
        };
        let (one, many) = (run("1"), run("3"));
        assert_eq!(one.0, 2, "one file is in UTF-16");
        assert!(one.2.len() > 1000);
        assert!(one == many, "{arguments:?}");
    }
}

#[test]
fn no_threads_are_refused() {
    let run = check(&["--threads", "0", "samples/clean.log"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("--threads"), "{}", run.err);
}
