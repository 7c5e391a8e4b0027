//! What was read of a log and is not used yet, and where lines and texts end in it.

use std::io::{self, Read};

use crate::read::Place;
use crate::read::input::Input;
use crate::read::marks::{Marks, View};

/// A window on a log.
#[derive(Debug)]
pub(super) struct Window<R> {
    input: Input<R>,
    marks: Marks,
    /// The byte of the input that the marks begin with.
    marked: u64,
}

/// Line feeds end lines, and quotes end texts.
#[inline]
fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\'')
}

impl<R: Read> Window<R> {
    pub(super) fn new(source: R) -> Self {
        Self {
            input: Input::new(source),
            marks: Marks::default(),
            marked: 0,
        }
    }

    /// Says where the input begins in a larger one.
    pub(super) fn start_at(&mut self, place: Place) {
        self.input.start_at(place);
        self.marked = place.offset;
    }

    /// What was read and is not used yet.
    #[inline]
    pub(super) fn bytes(&self) -> &[u8] {
        self.input.bytes()
    }

    /// The same, with its ends.
    #[inline]
    pub(super) fn ends(&self) -> Ends<'_> {
        let used = self.place().offset - self.marked;
        Ends {
            bytes: self.bytes(),
            marks: self.marks.view(),
            used: usize::try_from(used).unwrap_or(usize::MAX),
        }
    }

    /// Whether nothing comes behind [`bytes`](Window::bytes).
    #[inline]
    pub(super) fn is_ended(&self) -> bool {
        self.input.is_ended()
    }

    /// Where [`bytes`](Window::bytes) begins.
    #[inline]
    pub(super) fn place(&self) -> Place {
        self.input.place()
    }

    /// Reads more behind [`bytes`](Window::bytes); `false` when the input has ended.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        let offset = self.place().offset;
        let known = if offset == self.marked {
            self.bytes().len()
        } else {
            0
        };
        let more = self.input.more()?;
        self.marked = offset;
        self.marks.read(self.input.bytes(), known, is_end);
        Ok(more)
    }

    /// Is done with the first `count` bytes.
    #[inline]
    pub(super) fn consume(&mut self, count: usize) {
        self.input.consume(count);
    }

    /// The same, where so many lines end within these bytes.
    #[inline]
    pub(super) fn consume_lines(&mut self, count: usize, lines: u64) {
        self.input.consume_lines(count, lines);
    }
}

/// Bytes of a log with the places of its line feeds and quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends<'a> {
    pub(super) bytes: &'a [u8],
    marks: View<'a>,
    /// How many marked bytes are before these.
    used: usize,
}

impl<'a> Ends<'a> {
    /// Those of a text that is no window.
    pub(super) fn of(bytes: &'a [u8], marks: &'a mut Marks) -> Self {
        marks.read(bytes, 0, is_end);
        Self {
            bytes,
            marks: marks.view(),
            used: 0,
        }
    }

    /// The first line feed or quote at or behind `from`; the length when there is none.
    #[inline]
    pub(super) fn next(&self, from: usize) -> usize {
        self.near(from).min(self.bytes.len())
    }

    /// The same, where it is no matter whether it is behind the end when `from` is.
    #[inline]
    pub(super) fn near(&self, from: usize) -> usize {
        self.marks.next(self.used + from) - self.used
    }

    /// Which of the 64 bytes from `from` on are line feeds or quotes: a bit each, the first the lowest.
    #[inline]
    pub(super) fn ahead(&self, from: usize) -> u64 {
        self.marks.ahead(self.used + from)
    }

    /// Where the line that begins at `from` ends, its line feed not counted; the length when nothing ends it.
    #[inline]
    pub(super) fn line(&self, from: usize) -> usize {
        let mut end = self.next(from);
        while self.bytes.get(end) == Some(&b'\'') {
            end = self.next(end + 1);
        }
        end
    }
}
