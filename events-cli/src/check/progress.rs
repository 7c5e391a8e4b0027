//! How far the check is, where somebody can see it.

use std::io::{self, IsTerminal, Read, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::input::File;

/// Below this size nobody waits long enough to read a progress bar.
const SMALL: u64 = 16 * 1024 * 1024;

/// A progress bar on standard error, if that is a terminal.
#[derive(Debug, Clone)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new(files: &[File], quiet: bool) -> Self {
        let size = files.iter().map(|file| file.size).sum::<Option<u64>>();
        let small = size.is_some_and(|size| size < SMALL);
        if quiet || small || !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let template = match size {
            Some(_) => {
                "{bar:32.cyan/dim} {bytes:>11} of {total_bytes}, {bytes_per_sec}, {eta} left"
            }
            None => "{spinner} {bytes}, {bytes_per_sec}",
        };
        // The template is a constant; a plain bar is better than none.
        let style =
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(size, ProgressDrawTarget::stderr());
        Self(bar.with_style(style))
    }

    /// Counts the bytes that are read.
    pub(crate) fn count<R: Read>(&self, bytes: R) -> impl Read + use<R> {
        self.0.wrap_read(bytes)
    }

    /// Does something that writes to the terminal.
    pub(crate) fn suspend<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }

    /// An output that does not get in the way of the bar.
    pub(crate) fn screen<W: Write>(&self, out: W) -> Screen<W> {
        Screen {
            out,
            progress: self.clone(),
        }
    }

    /// Leaves no trace of the bar.
    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// An output on the same terminal as a progress bar.
pub(crate) struct Screen<W> {
    out: W,
    progress: Progress,
}

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.progress.0.suspend(|| self.out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
