//! An input in chunks that can be read apart.

use std::io::{self, Read};
use std::mem;

use super::log::begins_message;
use super::{Format, MAX_MESSAGE, Place};

/// How many bytes a chunk is cut out of, unless it is told otherwise.
const SIZE: usize = 1024 * 1024;

/// Cuts an input into chunks that can be read apart, on several threads.
///
/// A chunk begins where a message begins and ends where one ends, so that the readers of all chunks together give what
/// one reader of the whole input gives, each message at its own place. Readers of logs are to be told whether a chunk is
/// [followed](Chunk::is_followed) by others, since the end of a log may cut a message off.
///
/// The date of a log's time stamps is the one thing that a chunk does not know of those before it: in a chunk, a message
/// is [logged at](super::Checked::logged_at) a time of day alone unless a line before it bears a date.
///
/// Not every input can be cut: JSON whose messages stand in an array cannot, nor a log whose messages do not begin with a
/// time stamp. Then there are no more chunks, and [`rest`](Chunks::rest) has what is left, with the error that reading
/// ended with, if it did.
///
/// ```
/// use std::thread;
///
/// use events_core::families::TLibraryEvent;
/// use events_core::Message;
/// use events_core::read::{Chunks, Format, json};
///
/// let lines = "{\"Event\": \"EventACK\", \"Server\": 1, \"ReferenceID\": 14}\n".repeat(1000);
/// let mut chunks = Chunks::new(lines.as_bytes(), Format::Json).size(16 * 1024);
/// let count = |mut reader: json::Reader<'_, &[u8]>| {
///     let mut count = 0;
///     while reader.read()?.is_some() {
///         count += 1;
///     }
///     Ok::<_, std::io::Error>(count)
/// };
/// let counts: Vec<u32> = thread::scope(|scope| {
///     let read = |chunk| {
///         scope.spawn(move || {
///             let chunk: events_core::read::Chunk = chunk;
///             count(json::Reader::new(chunk.bytes(), TLibraryEvent::events()).starting_at(chunk.place()))
///         })
///     };
///     let threads: Vec<_> = chunks.by_ref().map(read).collect();
///     threads.into_iter().map(|thread| thread.join().expect("readers do not panic")).collect::<Result<_, _>>()
/// })?;
/// assert!(counts.len() > 1);
/// assert_eq!(counts.iter().sum::<u32>(), 1000);
/// assert!(chunks.rest().is_done());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Chunks<R> {
    source: R,
    format: Format,
    size: usize,
    /// What was read and is in no chunk yet.
    kept: Vec<u8>,
    /// Where that begins.
    place: Place,
    state: State,
}

/// Whether there are more chunks.
#[derive(Debug)]
enum State {
    Going,
    /// The input has ended.
    Ended,
    /// The input goes on, and cannot be cut.
    Whole,
    Failed(io::Error),
}

/// A part of an input that holds whole messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    bytes: Vec<u8>,
    place: Place,
    followed: bool,
}

impl Chunk {
    /// What stands in it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Where it begins in the input.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether the input goes on behind it: with a message, or with what could not be cut.
    #[must_use]
    pub fn is_followed(&self) -> bool {
        self.followed
    }
}

impl<R: Read> Chunks<R> {
    /// The chunks of an input that is written in a format.
    pub fn new(source: R, format: Format) -> Self {
        Self {
            source,
            format,
            size: SIZE,
            kept: Vec::new(),
            place: Place::START,
            state: State::Going,
        }
    }

    /// Sets how many bytes a chunk has at most as long as there is a place to cut in them: 1 MiB unless it is set.
    ///
    /// Where there is none, a chunk grows up to [`MAX_MESSAGE`] and as much again, before what is left is the
    /// [`rest`](Chunks::rest).
    #[must_use]
    pub fn size(mut self, size: usize) -> Self {
        self.size = size.max(1);
        self
    }

    /// What is in no chunk.
    pub fn rest(self) -> Rest<R> {
        Rest {
            kept: io::Cursor::new(self.kept),
            source: self.source,
            place: self.place,
            state: self.state,
        }
    }

    /// Reads until so many bytes are kept, as far as that goes.
    fn keep(&mut self, wanted: usize) {
        let missing = wanted.saturating_sub(self.kept.len());
        let mut source = self.source.by_ref().take(missing as u64);
        self.state = match source.read_to_end(&mut self.kept) {
            Ok(count) if count < missing => State::Ended,
            Ok(_) => State::Going,
            Err(error) => State::Failed(error),
        };
    }

    /// Where the last message begins that surely does; `None` when no place is sure.
    fn cut(&self) -> Option<usize> {
        let bytes = &*self.kept;
        match self.format {
            Format::Json => memchr::memmem::rfind(bytes, b"\n{").map(|end| end + 1),
            Format::Log => {
                let mut next = memchr::memrchr(b'\n', bytes)?;
                while let Some(end) = memchr::memrchr(b'\n', &bytes[..next]) {
                    if begins_message(&bytes[end + 1..next]) {
                        return Some(end + 1);
                    }
                    next = end;
                }
                None
            }
        }
    }

    /// Whether an array may begin where a message can: at the beginning of a line, or behind a message.
    fn is_array(&self) -> bool {
        let bytes = self.kept.strip_prefix("\u{feff}".as_bytes());
        let bytes = bytes.unwrap_or(&self.kept);
        let opens = |at: usize| {
            let blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r');
            let before = bytes[..at].iter().rev().find(|byte| !blank(byte));
            matches!(before, None | Some(b'\n' | b'}' | b']'))
        };
        self.format == Format::Json && memchr::memchr_iter(b'[', bytes).any(opens)
    }

    /// The chunk that ends here.
    fn take(&mut self, end: usize) -> Chunk {
        let behind = self.kept.split_off(end);
        let chunk = Chunk {
            followed: !behind.is_empty(),
            bytes: mem::replace(&mut self.kept, behind),
            place: self.place,
        };
        self.place.line += memchr::memchr_iter(b'\n', &chunk.bytes).count() as u64;
        self.place.offset += chunk.bytes.len() as u64;
        chunk
    }
}

impl<R: Read> Iterator for Chunks<R> {
    type Item = Chunk;

    fn next(&mut self) -> Option<Chunk> {
        let mut wanted = self.size;
        while matches!(self.state, State::Going) {
            self.keep(wanted);
            if self.is_array() {
                if !matches!(self.state, State::Failed(_)) {
                    self.state = State::Whole;
                }
                return None;
            }
            match self.state {
                State::Ended => {
                    let end = self.kept.len();
                    return (end > 0).then(|| self.take(end));
                }
                State::Going => {}
                State::Whole | State::Failed(_) => return None,
            }
            if let Some(end) = self.cut() {
                return Some(self.take(end));
            }
            wanted = 2 * self.kept.len();
            if self.kept.len() > MAX_MESSAGE {
                self.state = State::Whole;
            }
        }
        None
    }
}

/// What is left of an input behind its chunks.
#[derive(Debug)]
pub struct Rest<R> {
    kept: io::Cursor<Vec<u8>>,
    source: R,
    place: Place,
    state: State,
}

impl<R> Rest<R> {
    /// Where it begins in the input.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether there is nothing left.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let kept = self.kept.get_ref().len() as u64;
        matches!(self.state, State::Ended) && self.kept.position() == kept
    }
}

impl<R: Read> Read for Rest<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.kept.read(buffer)?;
        if count > 0 || buffer.is_empty() {
            return Ok(count);
        }
        match mem::replace(&mut self.state, State::Ended) {
            State::Failed(error) => Err(error),
            State::Ended => Ok(0),
            going => {
                self.state = going;
                self.source.read(buffer)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(text: &str, format: Format, size: usize) -> (Vec<(u64, u64, String)>, String) {
        let mut chunks = Chunks::new(text.as_bytes(), format).size(size);
        let taken = chunks.by_ref().map(|chunk| {
            let Place { line, offset, .. } = chunk.place();
            let text = String::from_utf8(chunk.bytes().to_vec()).unwrap();
            (line, offset, text)
        });
        let taken = taken.collect();
        let mut rest = String::new();
        chunks.rest().read_to_string(&mut rest).unwrap();
        (taken, rest)
    }

    #[test]
    fn json_is_cut_before_objects() {
        let text = "{\"a\":1}\n{\n \"b\": [\n 1]\n}\n{\"c\":1}\n";
        let (taken, rest) = chunks(text, Format::Json, 10);
        let places: Vec<_> = taken
            .iter()
            .map(|(line, offset, _)| (*line, *offset))
            .collect();
        assert_eq!(places, [(1, 0), (2, 8), (6, 24)]);
        assert_eq!(taken[1].2, "{\n \"b\": [\n 1]\n}\n");
        assert_eq!(rest, "");
    }

    #[test]
    fn arrays_are_not_cut() {
        for text in ["\u{feff} [{}\n,{}]", "[\n{\"a\":1},\n{\"a\":1}\n]\n"] {
            assert_eq!(chunks(text, Format::Json, 3), (vec![], text.to_owned()));
        }
        let (taken, rest) = chunks("{}\n{}\n{}\n[\n{}]", Format::Json, 4);
        assert_eq!(taken.len(), 2);
        assert_eq!(rest, "{}\n[\n{}]");
    }

    #[test]
    fn logs_are_cut_before_headers() {
        let one = "@16:45:24.5939 [0] 8.1 distribute_event: message EventX\n\tAttributeA\t1\n\n";
        let (taken, rest) = chunks(&one.repeat(3), Format::Log, one.len() + 60);
        assert_eq!(taken.len(), 3);
        assert!(taken.iter().all(|(.., text)| text == one));
        let text = one.repeat(3);
        let followed: Vec<_> = Chunks::new(text.as_bytes(), Format::Log)
            .size(one.len() + 60)
            .map(|chunk| chunk.is_followed())
            .collect();
        assert_eq!(followed, [true, true, false]);
        assert_eq!((taken[2].0, rest), (7, String::new()));
        // Without a time of its own, a message takes that of the line before.
        let (taken, _) = chunks(
            &"message EventX\n\tAttributeA\t1\n".repeat(3),
            Format::Log,
            40,
        );
        assert_eq!(taken.len(), 1);
    }

    /// Fails behind its bytes.
    struct Failing<'a>(&'a [u8]);

    impl Read for Failing<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer)? {
                0 => Err(io::Error::other("broken")),
                count => Ok(count),
            }
        }
    }

    #[test]
    fn an_error_comes_behind_what_was_read() {
        let mut chunks = Chunks::new(Failing(b"{}\n{}\n{}"), Format::Json).size(4);
        assert_eq!(chunks.by_ref().count(), 2);
        let mut rest = chunks.rest();
        assert!(!rest.is_done());
        assert_eq!((rest.place().line, rest.place().offset), (3, 6));
        let mut text = String::new();
        assert_eq!(
            rest.read_to_string(&mut text).unwrap_err().to_string(),
            "broken"
        );
        assert_eq!(rest.read(&mut [0; 8]).unwrap(), 0);
    }

    #[test]
    fn what_cannot_be_cut_is_not_kept_without_end() {
        let mut chunks = Chunks::new(io::repeat(b'x'), Format::Log).size(1000);
        assert_eq!(chunks.next(), None);
        assert!(chunks.kept.len() <= 2 * MAX_MESSAGE + 2);
        assert_eq!(chunks.next(), None);
        assert!(!chunks.rest().is_done());
    }
}
