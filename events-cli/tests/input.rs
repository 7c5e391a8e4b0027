//! Bad input: a message that says where and what, the rest is still checked, no panic, memory bounded.

mod run;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use run::{Run, check, events, sample};

const VALID: &str = r#"{"Event":"EventUnregistered","ReferenceID":140,"Server":65200,"ThisDN":"7001","time":"2026-03-02T08:00:00Z"}"#;
const INVALID: &str =
    r#"{"Event":"EventUnregistered","Server":65200,"ThisDN":"7003","time":"2026-03-02T08:00:00Z"}"#;

/// A directory of this test's own, empty.
fn directory(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default()
}

#[test]
fn compressed_input_is_found_by_its_bytes() {
    let log = fs::read(sample("registration.log")).unwrap();
    let plain = Run::stdin(&[], &log);
    // Members of gzip may follow one another, in the middle of a line too.
    let (first, second) = log.split_at(log.len() / 2);
    let compressed = [gzip(first), gzip(second)].concat();
    assert_eq!(Run::stdin(&[], &compressed).out, plain.out);

    let directory = directory("compressed");
    let path = directory.join("no-extension");
    fs::write(&path, &compressed).unwrap();
    let name = path.to_str().unwrap();
    assert_eq!(check(&[name]).out.replace(name, "stdin"), plain.out);
}

#[test]
fn compressed_input_that_is_cut_off() {
    let compressed = gzip(&format!("{INVALID}\n").repeat(20_000).into_bytes());
    let run = Run::stdin(&["-q"], &compressed[..compressed.len() / 2]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: stdin:"), "{}", run.err);
    assert!(
        run.err.ends_with("cannot be read any further than the message at this line: the compressed file is cut off, get all of it\n"),
        "{}",
        run.err
    );
    assert!(last_line(&run.out).contains("violations: "), "{}", run.out);
    // Not even the head of the compressed file is there.
    let run = Run::stdin(&[], &compressed[..8]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: stdin: cannot be read: the compressed file is cut off, get all of it\n"
    );
}

#[test]
fn directories_are_walked() {
    let directory = directory("walked");
    fs::create_dir_all(directory.join("b/deep")).unwrap();
    fs::create_dir_all(directory.join(".hidden")).unwrap();
    for name in ["b/deep/1.ndjson", "a.log", "c.json.gz", "d.log.3"] {
        fs::write(directory.join(name), format!("{INVALID}\n")).unwrap();
    }
    for name in [".hidden/x.log", ".y.log", "b/core.bin", "README.md"] {
        fs::write(directory.join(name), format!("{INVALID}\n")).unwrap();
    }
    let run = check(&[directory.to_str().unwrap(), "--format", "json"]);
    let files: Vec<_> = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter_map(|line| line["file"].as_str().map(str::to_owned))
        .map(|file| {
            file.rsplit("walked")
                .next()
                .unwrap_or_default()
                .replace('\\', "/")
        })
        .collect();
    assert_eq!(
        files,
        ["/a.log", "/b/deep/1.ndjson", "/c.json.gz", "/d.log.3"]
    );
    assert_eq!(run.status, 1);
}

#[test]
fn an_unreadable_file_among_good_ones() {
    let directory = directory("unreadable");
    let (good, bad) = (directory.join("good.ndjson"), directory.join("bad.log"));
    fs::write(&good, VALID).unwrap();
    let run = check(&[bad.to_str().unwrap(), good.to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert!(
        run.err
            .starts_with(&format!("error: {}: cannot be read: ", bad.display())),
        "{}",
        run.err
    );
    assert_eq!(
        last_line(&run.out),
        "no violations in what could be read: 1 event checked in 1 file, not all could be read"
    );
}

#[test]
fn json_in_a_log_is_not_dropped_silently() {
    let log = fs::read_to_string(sample("clean.log")).unwrap();
    let mixed = format!("{log}{VALID}\nnot a message\n{VALID}\n");
    let run = Run::stdin(&[], mixed.as_bytes());
    assert_eq!(run.status, 2);
    let line = log.lines().count() + 1;
    let expected = format!(
        "error: stdin:{line}: this line and 1 more are JSON objects, which were not checked: \
         the file was read as a log; check them by themselves, as in `grep '^{{\"' FILE | events check`\n"
    );
    assert_eq!(run.err, expected);
    // What is said leads to a check of all.
    let lines = |is_json: bool| -> String {
        let lines = mixed.split_inclusive('\n');
        lines
            .filter(|line| line.starts_with('{') == is_json)
            .collect()
    };
    let json = Run::stdin(&[], lines(true).as_bytes());
    assert_eq!((json.status, &*json.err), (0, ""));
    assert!(
        last_line(&json.out).contains(": 2 events checked"),
        "{}",
        json.out
    );
    let rest = Run::stdin(&[], lines(false).as_bytes());
    assert_eq!((rest.status, &*rest.err), (0, ""));
    assert!(
        last_line(&rest.out).contains(": 7 events checked"),
        "{}",
        rest.out
    );
}

#[test]
fn a_log_in_json_is_not_dropped_silently() {
    let mixed = format!(
        "{VALID}\n{VALID}\n{VALID}\nmessage EventUnregistered\n\tAttributeThisDN\t'7001'\n{INVALID}\n"
    );
    let run = Run::stdin(&["--input", "json"], mixed.as_bytes());
    assert_eq!(run.status, 2);
    assert!(
        run.err
            .starts_with("error: stdin:5: this line is one of attributes of a T-Library log")
            && run
                .err
                .ends_with("as in `grep -v '^{' FILE | events check`\n"),
        "{}",
        run.err
    );
    assert!(run.out.contains("error[malformed]"), "{}", run.out);
    assert!(
        run.out.contains("error[Registration/EventUnregistered[a]]"),
        "{}",
        run.out
    );
}

#[test]
fn input_that_is_not_utf_8() {
    let mut bytes = VALID.replace("7001", "70?1").into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'?').unwrap();
    bytes[at] = 0xff;
    let run = Run::stdin(&[], &[&bytes[..], b"\n", INVALID.as_bytes()].concat());
    assert_eq!(run.status, 1);
    assert!(
        run.out
            .starts_with("error[damaged]: bytes that are not UTF-8"),
        "{}",
        run.out
    );
    assert!(run.out.contains("--> stdin:2"), "{}", run.out);

    let log = "message EventUnregistered\n\tAttributeReferenceID\t1\n\tAttributeThisDN\t'70?1'\n\tAttributeTimeinSecs\t1\n\n";
    let bytes: Vec<_> = log
        .bytes()
        .map(|byte| if byte == b'?' { 0xe9 } else { byte })
        .collect();
    let run = Run::stdin(&[], &bytes);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("not UTF-8"), "{}", run.out);
}

#[test]
fn what_is_no_text_is_named_with_the_way_out() {
    let utf16 = |mark: &str| -> Vec<u8> {
        let text = format!("{mark}{VALID}\n");
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    for (bytes, says) in [
        (
            utf16("\u{feff}"),
            "UTF-16, expected UTF-8: make text of it first, as by `iconv -f utf-16 -t utf-8`",
        ),
        (
            utf16(""),
            "UTF-16, expected UTF-8: make text of it first, as by `iconv -f utf-16le -t utf-8`",
        ),
        (
            gzip(&gzip(VALID.as_bytes())),
            "compressed by gzip twice, expected UTF-8: make text of it first, as by `gunzip`, once",
        ),
        (
            b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(),
            "a zip archive, expected UTF-8: make text of it first, as by `unzip`",
        ),
    ] {
        for arguments in [&[][..], &["--input", "json"]] {
            let run = Run::stdin(arguments, &bytes);
            assert_eq!(run.status, 2);
            assert_eq!(
                run.err,
                format!("error: stdin: cannot be read: the file is {says}\n")
            );
        }
    }
}

#[test]
fn input_cut_off_anywhere() {
    for name in ["registration.log", "registration.ndjson"] {
        let bytes = fs::read(sample(name)).unwrap();
        for cut in (0..bytes.len()).step_by(bytes.len() / 24) {
            let run = Run::stdin(&["--notes", "note"], &bytes[..cut]);
            assert!(
                (0..=2).contains(&run.status),
                "{name} cut at {cut}: {}",
                run.err
            );
            assert!(
                !run.err.contains("panicked"),
                "{name} cut at {cut}: {}",
                run.err
            );
        }
    }
}

/// The end of the input explains what is missing, whatever notes are.
#[test]
fn a_message_that_is_cut_off_says_so() {
    let log = "message EventUnregistered\n\tAttributeReferenceID\tx\n\tAttributeThisDN\t'7001'\n";
    let seconds = "\tAttributeTimeinuSecs\t259000\n";
    for (text, caused) in [
        (format!("{log}{seconds}"), "error[wrong-type]: time: "),
        (log.to_owned(), "error[missing]: time: "),
        (
            log.trim_end_matches("1'\n").to_owned(),
            "error[damaged]: a text without its last quote",
        ),
    ] {
        let run = Run::stdin(&[], text.as_bytes());
        let findings: Vec<_> = run.out.split("\n\n").collect();
        let caused = findings
            .iter()
            .find(|finding| finding.starts_with(caused))
            .unwrap();
        assert!(
            caused.contains("= note: the log ends within this message"),
            "{caused}"
        );
        // What stands before the end does not come from it.
        let other = findings
            .iter()
            .find(|finding| finding.contains("ReferenceID: "))
            .unwrap();
        assert!(!other.contains("the log ends"), "{other}");
        for format in ["json", "sarif", "github"] {
            let run = Run::stdin(&["--format", format], text.as_bytes());
            assert!(
                run.out.contains("the log ends within this message"),
                "{}",
                run.out
            );
        }
    }
    let run = Run::stdin(&[], format!("{log}\tAttributeTimeinSecs\t1\n").as_bytes());
    assert!(!run.out.contains("the log ends"), "{}", run.out);
    let run = Run::stdin(&[], &VALID.as_bytes()[..40]);
    assert!(
        run.out
            .contains("help: give the rest of the message, up to its last `}`"),
        "{}",
        run.out
    );
}

#[test]
fn nothing_in_a_message_reaches_the_terminal() {
    let line = VALID
        .replace("7001", "\u{9b}31m\u{202e}")
        .replace("EventUnregistered", "Event\u{7f}X");
    let text = format!(
        "{}\n{}\n",
        VALID.replace("140", "\"\u{9b}31m\u{202e}\""),
        line
    );
    let run = Run::stdin(&["--notes", "note"], text.as_bytes());
    assert!(run.out.contains("wrong-type"), "{}", run.out);
    assert!(
        !run.out.contains(['\u{9b}', '\u{202e}', '\u{7f}']),
        "{:?}",
        run.out
    );
}

#[test]
fn a_reader_that_has_seen_enough_is_no_panic() {
    let directory = directory("pipe");
    let path = directory.join("many.ndjson");
    fs::write(&path, format!("{INVALID}\n").repeat(20_000)).unwrap();
    for format in ["text", "json", "sarif", "github"] {
        let mut child = events()
            .args(["check", "--max", "1000000", "--format", format])
            .arg(&path)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
}

/// The most memory that a process had so far, in MiB; 0 where that cannot be told.
fn memory(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = most.and_then(|most| most.trim().strip_suffix(" kB"));
    kib.and_then(|kib| kib.parse::<u64>().ok())
        .map_or(0, |kib| kib / 1024)
}

/// Checks lines that come piece by piece, and looks at the memory before the last one.
fn stream(arguments: &[&str], pieces: impl Iterator<Item = Vec<u8>>) -> (Run, u64) {
    let mut child = events()
        .arg("check")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for piece in pieces {
        stdin.write_all(&piece).unwrap();
    }
    let memory = memory(&child);
    stdin
        .write_all(format!("\n{INVALID}\n").as_bytes())
        .unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let run = Run {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    };
    (run, memory)
}

#[test]
fn a_line_of_100_megabytes() {
    let long = || (0..100).map(|_| vec![b'x'; 1_000_000]);
    let (run, memory) = stream(
        &["--input", "json"],
        [b"{\"Event\":\"".to_vec()].into_iter().chain(long()),
    );
    assert_eq!(run.status, 1);
    assert!(run.out.contains("longer than 16 MiB"), "{}", run.out);
    assert!(
        run.out.contains("help: give messages of at most 16 MiB"),
        "{}",
        run.out
    );
    assert!(run.out.contains("--> stdin:2"), "{}", run.out);
    assert!(run.out.len() < 4096, "{}", run.out.len());
    assert!(memory < 100, "{memory} MiB");

    let start = b"message EventUnregistered\n\tAttributeThisDN\t'".to_vec();
    let (run, memory) = stream(&["--input", "log"], [start].into_iter().chain(long()));
    assert_eq!(run.status, 2, "a line of JSON follows: {}", run.err);
    assert!(run.out.contains("longer than 16 MiB"), "{}", run.out);
    assert!(
        run.out.contains("help: give messages of at most 16 MiB"),
        "{}",
        run.out
    );
    assert!(run.out.len() < 8192, "{}", run.out.len());
    assert!(memory < 100, "{memory} MiB");
}

#[test]
fn names_without_number_take_no_memory() {
    let names = (0..25_u32).map(|hundred| {
        let lines: Vec<_> = (0..2000)
            .map(|one| {
                format!(
                    "{{\"Event\":\"Event{hundred}x{one}{}\"}}\n",
                    "y".repeat(300)
                )
            })
            .collect();
        lines.concat().into_bytes()
    });
    let (run, memory) = stream(&["--max", "0"], names);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("others 49,988"), "{}", run.out);
    assert!(memory < 40, "{memory} MiB");
}

#[test]
fn json_100_000_deep() {
    let deep = format!(
        "{{\"Event\":\"EventUnregistered\",\"Extensions\":{}\n{INVALID}\n",
        "{\"a\":".repeat(100_000)
    );
    let run = Run::stdin(&["--input", "json"], deep.as_bytes());
    assert_eq!(run.status, 1);
    assert!(run.out.contains("--> stdin:1:"), "{}", run.out);
    assert!(run.out.contains("--> stdin:2"), "{}", run.out);
    assert!(run.out.len() < 8192, "{}", run.out.len());
}

#[test]
fn what_holds_no_message_is_no_success() {
    for text in [
        &b"root:x:0:0\n"[..],
        b"[1, 2, \"x\"]\n",
        b"\x7fELF\0\0",
        b"\0\0\0",
    ] {
        let run = Run::stdin(&[], text);
        assert_eq!(run.status, 2, "{}", run.out);
        assert!(
            run.err.contains("stdin: no message was recognised"),
            "{}",
            run.err
        );
    }
    let keyed = format!("key-1\t{VALID}\nkey-2\t{INVALID}\n");
    let run = Run::stdin(&["--max", "3"], keyed.as_bytes());
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("stdin:1: an object stands behind"),
        "{}",
        run.err
    );
}

#[test]
fn a_directory_that_nothing_is_taken_from_is_no_success() {
    let directory = directory("untaken");
    fs::write(directory.join("events.parquet"), VALID).unwrap();
    let run = check(&[directory.to_str().unwrap()]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("untaken: no file in it is taken"),
        "{}",
        run.err
    );
}

#[test]
fn the_format_does_not_depend_on_when_the_input_comes() {
    let log = fs::read(sample("registration.log")).unwrap();
    let entry = b"{\"level\": \"info\", \"text\": \"started\"}\n";
    let pieces = [entry.to_vec(), log.clone()].into_iter();
    let late = pieces.inspect(|_| thread::sleep(Duration::from_millis(200)));
    let (late, _) = stream(&[], late);
    let last = format!("\n{INVALID}\n");
    let whole = Run::stdin(&[], &[&entry[..], &log, last.as_bytes()].concat());
    assert_eq!(late.out, whole.out);
    assert!(whole.out.contains("EventRegistered[a]"), "{}", whole.out);
}

#[test]
fn findings_of_a_pipe_come_at_once() {
    let mut child = events()
        .arg("check")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{INVALID}").unwrap();
    stdin.flush().unwrap();
    // The input has not ended: this would wait for ever if the output waited for its end.
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    assert!(
        line.starts_with("error[Registration/EventUnregistered[a]]"),
        "{line}"
    );
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn columns_are_those_of_the_file() {
    let twice = INVALID.replace("7003\"", "7003\",\"Server\":1");
    let array = format!("[{VALID},  {twice}]");
    let run = Run::stdin(&["--format", "json", "--max", "1"], array.as_bytes());
    let finding: serde_json::Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
    assert_eq!(
        (&finding["line"], &finding["code"]),
        (&1.into(), &"duplicate".into())
    );
    let column = usize::try_from(finding["column"].as_u64().unwrap()).unwrap();
    assert_eq!(&array[column - 1..column + 7], "1,\"time\"");
}
