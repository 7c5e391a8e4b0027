//! Files to check: found, opened, decompressed, their format found out.

use std::cell::Cell;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use events_core::read::Format;
use memchr::{memchr_iter, memmem};

use super::doubt::{Doubt, Names};
use super::finding::Failure;
use super::progress::Progress;
use super::unpack;

/// How much of an input its format is found from.
const BEGINNING: usize = 64 * 1024;

/// What to say of a directory that nothing is taken from.
const NOT_TAKEN: &str = "no file in it is taken, expected names that end in .log, .txt, .json, .ndjson or .jsonl; \
    a file that is named itself is always taken";

/// Something to read.
#[derive(Debug)]
pub(crate) struct File {
    /// Where it is; `None` for standard input.
    path: Option<PathBuf>,
    /// What it is called in findings.
    pub(crate) name: String,
    /// Its size in bytes, where that is known.
    pub(crate) size: Option<u64>,
}

impl File {
    fn stdin() -> Self {
        Self {
            path: None,
            name: "stdin".to_owned(),
            size: None,
        }
    }

    fn at(path: PathBuf, size: Option<u64>) -> Self {
        Self {
            name: path.display().to_string(),
            path: Some(path),
            size,
        }
    }
}

/// The files that paths mean, in their order, those of a directory by name; and what could not be looked at.
pub(crate) fn files(paths: &[PathBuf]) -> (Vec<File>, Vec<Failure>) {
    let (mut files, mut failures) = (Vec::new(), Vec::new());
    if paths.is_empty() {
        files.push(File::stdin());
    }
    for path in paths {
        if path.as_os_str() == "-" {
            files.push(File::stdin());
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let before = (files.len(), failures.len());
                walk(path, &mut files, &mut failures);
                if (files.len(), failures.len()) == before {
                    failures.push(Failure {
                        file: Some(path.display().to_string()),
                        line: None,
                        message: NOT_TAKEN.to_owned(),
                    });
                }
            }
            Ok(metadata) => files.push(File::at(
                path.clone(),
                metadata.is_file().then_some(metadata.len()),
            )),
            Err(error) => failures.push(Failure::new(path.display(), &error)),
        }
    }
    (files, failures)
}

fn walk(directory: &Path, files: &mut Vec<File>, failures: &mut Vec<Failure>) {
    let entries = fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return failures.push(Failure::new(directory.display(), &error)),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, files, failures),
            Ok(_) if !is_taken(&name) => {}
            Ok(_) => match fs::metadata(&path) {
                Ok(metadata) if metadata.is_file() => {
                    files.push(File::at(path, Some(metadata.len())));
                }
                Ok(_) => {}
                Err(error) => failures.push(Failure::new(path.display(), &error)),
            },
            Err(error) => failures.push(Failure::new(path.display(), &error)),
        }
    }
}

/// Whether a file of this name is taken from a directory.
fn is_taken(name: &str) -> bool {
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let name = match name.rsplit_once('.') {
        Some((name, rotation)) if rotation.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => name,
    };
    let extension = Path::new(name).extension().unwrap_or_default();
    ["log", "txt", "json", "ndjson", "jsonl"]
        .iter()
        .any(|taken| extension.eq_ignore_ascii_case(taken))
}

/// An input that was opened: decompressed if need be.
pub(crate) struct Opened {
    pub(crate) format: Format,
    pub(crate) bytes: Box<dyn Read>,
    /// What is said of it when there is no message in it: its beginning did not look as if there were.
    pub(crate) doubt: Option<Doubt>,
    /// How much of it is not of its format.
    pub(crate) strangers: Rc<Cell<Strangers>>,
}

/// Opens a file in which messages of these events are looked for.
pub(crate) fn open(
    file: &File,
    format: Option<Format>,
    names: &Names,
    progress: &Progress,
) -> io::Result<Opened> {
    let bytes: Box<dyn Read> = match &file.path {
        Some(path) => Box::new(fs::File::open(path)?),
        None => Box::new(io::stdin()),
    };
    let mut bytes = unpack::decompress(progress.count(bytes))?;
    let (beginning, failed) = beginning(&mut bytes, names);
    match failed {
        Some(error) if beginning.is_empty() => return Err(error),
        Some(error) => bytes = Box::new(Failing(Some(error))),
        None => {}
    }
    if let Some(refusal) = unpack::refuse(&beginning) {
        return Err(io::Error::new(io::ErrorKind::InvalidData, refusal));
    }
    let format = format.unwrap_or_else(|| Format::detect(&beginning));
    let doubt = (format == Format::Log)
        .then(|| Doubt::about(&beginning, names))
        .flatten();
    let watch = Watch::new(io::Cursor::new(beginning).chain(bytes), format);
    Ok(Opened {
        format,
        doubt,
        strangers: Rc::clone(&watch.strangers),
        bytes: Box::new(watch),
    })
}

/// The bytes that the format is found from, no more than it takes; and the error that ended them.
fn beginning(bytes: &mut impl Read, names: &Names) -> (Vec<u8>, Option<io::Error>) {
    let mut beginning = vec![0; BEGINNING];
    let mut filled = 0;
    let failed = loop {
        match bytes.read(&mut beginning[filled..]) {
            Ok(0) => break None,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break Some(error),
        }
        let mut lines = beginning[..filled].split(|byte| *byte == b'\n');
        // Who writes to a pipe line by line waits for an answer.
        if lines.any(|line| names.is_sure(line)) {
            break None;
        }
    };
    beginning.truncate(filled);
    (beginning, failed)
}

/// The end of an input that cannot be read any further.
struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// Lines of an input that look like those of another format.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Strangers {
    pub(crate) count: u64,
    /// The first of them.
    pub(crate) line: u64,
}

/// Looks at the bytes that pass for lines of the other format: a reader of logs skips what is no message, and nobody
/// would know.
struct Watch<R> {
    bytes: R,
    finder: memmem::Finder<'static>,
    /// The last bytes that passed, too few to be what is looked for.
    tail: Vec<u8>,
    /// How many lines have begun, as long as there is no stranger.
    lines: u64,
    strangers: Rc<Cell<Strangers>>,
}

impl<R> Watch<R> {
    fn new(bytes: R, format: Format) -> Self {
        let needle: &[u8] = match format {
            Format::Json => b"\n\tAttribute",
            _ => b"\n{\"",
        };
        Self {
            bytes,
            finder: memmem::Finder::new(needle),
            tail: vec![b'\n'],
            lines: 1,
            strangers: Rc::default(),
        }
    }

    fn look(&mut self, bytes: &[u8]) {
        let most = self.finder.needle().len() - 1;
        let mut strangers = self.strangers.get();
        let seam = [&self.tail, &bytes[..bytes.len().min(most)]].concat();
        for at in self.finder.find_iter(&seam) {
            strangers.add(|| self.lines - newlines(&self.tail[at + 1..]));
        }
        for at in self.finder.find_iter(bytes) {
            strangers.add(|| self.lines + newlines(&bytes[..=at]));
        }
        if strangers.count == 0 {
            self.lines += newlines(bytes);
        }
        self.strangers.set(strangers);
        self.tail
            .extend_from_slice(&bytes[bytes.len().saturating_sub(most)..]);
        self.tail.drain(..self.tail.len().saturating_sub(most));
    }
}

impl Strangers {
    fn add(&mut self, line: impl FnOnce() -> u64) {
        if self.count == 0 {
            self.line = line();
        }
        self.count += 1;
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    memchr_iter(b'\n', bytes).count() as u64
}

impl<R: Read> Read for Watch<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.look(&buffer[..count]);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a few bytes at a time.
    struct Few<'a>(&'a [u8], usize);

    impl Read for Few<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len());
            self.0.read(&mut buffer[..count])
        }
    }

    #[test]
    fn strangers_are_found_across_seams() {
        let text = b"{\"a\":1}\nline\n{\"b\":2}\n {\"c\"}\n{\"d\"";
        for few in 1..=text.len() {
            let mut watch = Watch::new(Few(text, few), Format::Log);
            io::copy(&mut watch, &mut io::sink()).unwrap();
            let Strangers { count, line } = watch.strangers.get();
            assert_eq!((count, line), (3, 1), "{few} at a time");

            let mut watch = Watch::new(Few(&text[8..], few), Format::Log);
            io::copy(&mut watch, &mut io::sink()).unwrap();
            let Strangers { count, line } = watch.strangers.get();
            assert_eq!((count, line), (2, 2), "{few} at a time");
        }
    }

    #[test]
    fn names_of_logs_are_taken() {
        for name in [
            "a.log",
            "a.LOG",
            "a.log.gz",
            "a.log.1",
            "a.log.12.gz",
            "a.20260302_090000_123.log",
            "a.ndjson",
            "a.txt",
        ] {
            assert!(is_taken(name), "{name}");
        }
        for name in ["a.rs", "log", "a.gz", "a.1", "README.md"] {
            assert!(!is_taken(name), "{name}");
        }
    }
}
