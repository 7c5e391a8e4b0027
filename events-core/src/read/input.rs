//! Bytes on their way to a reader.

use std::io::{self, ErrorKind, Read};

use super::Place;

/// How many bytes are asked for at least: few enough to stay in a processor's cache until they are read.
const CHUNK: usize = 64 * 1024;

/// A window on the input: what was read and is not used yet. It grows only as far as its user asks for more.
#[derive(Debug)]
pub(crate) struct Input<R> {
    source: R,
    buffer: Vec<u8>,
    start: usize,
    filled: usize,
    ended: bool,
    place: Place,
}

impl<R: Read> Input<R> {
    pub(crate) fn new(source: R) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            start: 0,
            filled: 0,
            ended: false,
            place: Place::START,
        }
    }

    /// What was read and is not used yet.
    #[inline]
    pub(crate) fn bytes(&self) -> &[u8] {
        self.buffer.get(self.start..self.filled).unwrap_or_default()
    }

    /// Whether nothing comes behind [`bytes`](Input::bytes).
    #[inline]
    pub(crate) fn is_ended(&self) -> bool {
        self.ended
    }

    /// Says where the input begins in a larger one.
    pub(crate) fn start_at(&mut self, place: Place) {
        self.place = place;
    }

    /// Where [`bytes`](Input::bytes) begins.
    #[inline]
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    /// Reads more behind [`bytes`](Input::bytes); `false` when the input has ended.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.filled, 0);
            self.filled -= self.start;
            self.start = 0;
        }
        // A long message doubles the window, so that what is there is not looked at again for each chunk.
        let wanted = 2 * self.filled.max(CHUNK);
        if self.buffer.len() < wanted {
            // New room that is zero costs nothing until it is used.
            let mut larger = vec![0; wanted];
            larger[..self.filled].copy_from_slice(&self.buffer[..self.filled]);
            self.buffer = larger;
        }
        loop {
            match self.source.read(&mut self.buffer[self.filled..]) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(false);
                }
                Ok(count) => {
                    self.filled += count;
                    return Ok(true);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Is done with the first `count` bytes.
    #[inline]
    pub(crate) fn consume(&mut self, count: usize) {
        let used = &self.buffer[self.start..self.start + count];
        let lines = memchr::memchr_iter(b'\n', used).count() as u64;
        let (before, line) = match memchr::memrchr(b'\n', used) {
            Some(end) => (0, &used[end + 1..]),
            None => (self.place.column, used),
        };
        // All bytes of a character but the first are of this form.
        let begins = line.iter().filter(|byte| **byte & 0xc0 != 0x80);
        let column = before + begins.count() as u64;
        self.consume_lines(count, lines);
        self.place.column = column;
    }

    /// The same, where so many lines end within these bytes, the last of them at their end or that of the input.
    #[inline]
    pub(crate) fn consume_lines(&mut self, count: usize, lines: u64) {
        self.place.line += lines;
        self.place.column = 0;
        self.consume_in_line(count);
    }

    /// The same, where no line ends within these bytes, and nothing but the end of one comes behind them.
    #[inline]
    pub(crate) fn consume_in_line(&mut self, count: usize) {
        self.place.offset += count as u64;
        self.start += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_bytes() {
        let mut input = Input::new(&b"one\ntwo\nthree"[..]);
        assert!(input.bytes().is_empty());
        assert!(input.more().unwrap());
        input.consume(8);
        assert_eq!(input.bytes(), b"three");
        let place = |line, column, offset| Place {
            line,
            column,
            offset,
        };
        assert_eq!(input.place(), place(3, 0, 8));
        input.consume(2);
        assert_eq!(input.place(), place(3, 2, 10));
        assert!(!input.more().unwrap());
        assert!(input.is_ended());
    }
}
