//! From files to the output, in the order of the files.

use std::io::{self, Read};
use std::sync::Arc;

use events_core::read::{Chunks, Format, Place};

use super::Sink;
use super::doubt::Names;
use super::finding::Failure;
use super::input::{self, File, Strangers};
use super::nothing::Nothing;
use super::pool::{Job, Pool};
use super::progress::Progress;
use super::scan::{Scan, Text};
use super::tally::Tally;
use crate::{complain, warn};

/// Where everything comes together.
pub(crate) struct Run<'a> {
    pub(crate) sink: &'a mut dyn Sink,
    pub(crate) tally: &'a mut Tally,
    pub(crate) progress: &'a Progress,
    pub(crate) names: &'a Names,
}

impl Run<'_> {
    /// Checks files, by threads if there are some; an error is one of the output.
    pub(crate) fn files(
        &mut self,
        files: &[File],
        scan: &Scan<'_>,
        mut pool: Option<Pool<'_, '_>>,
    ) -> io::Result<()> {
        for file in files {
            self.tally.files += 1;
            let failures = self.file(file, scan, pool.as_mut())?;
            if !failures.is_empty() {
                self.take_all(pool.as_mut())?;
            }
            for failure in &failures {
                self.fail(failure)?;
            }
        }
        self.take_all(pool.as_mut())
    }

    /// Tells that nothing was checked, where that is so and the reason was not told.
    pub(crate) fn tell_of_nothing(&mut self, files: &[File]) -> io::Result<()> {
        if self.tally.failures > 0 {
            return Ok(());
        }
        match Nothing::of(self.tally, files) {
            Some(Nothing::NoEvent(failure)) => self.fail(&failure),
            Some(Nothing::Undeclared(warning)) => {
                self.progress.suspend(|| warn(&warning));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Tells what could not be read.
    pub(crate) fn fail(&mut self, failure: &Failure) -> io::Result<()> {
        self.tally.failures += 1;
        self.progress.suspend(|| complain(&failure.to_string()));
        self.sink.failure(failure)
    }

    /// Checks a file, of which the pool may still have chunks. Gives what could not be read of it.
    fn file(
        &mut self,
        file: &File,
        scan: &Scan<'_>,
        mut pool: Option<&mut Pool<'_, '_>>,
    ) -> io::Result<Vec<Failure>> {
        let opened = match input::open(file, scan.arguments.input(), self.names, self.progress) {
            Ok(opened) => opened,
            Err(error) => return Ok(vec![Failure::new(&file.name, &error)]),
        };
        let (format, mut place) = (opened.format, Place::START);
        let mut bytes: Box<dyn Read> = opened.bytes;
        let mut is_done = false;
        // Who writes to a pipe waits for an answer, and not until a chunk is full.
        let is_pipe = file.size.is_none();
        if let (Some(pool), None, false) = (&mut pool, opened.doubt, is_pipe) {
            let name: Arc<str> = file.name.as_str().into();
            let mut chunks = Chunks::new(bytes, format);
            for chunk in chunks.by_ref() {
                while pool.is_full() {
                    self.take(pool)?;
                }
                is_done = true;
                pool.give(Job {
                    file: Arc::clone(&name),
                    format,
                    chunk,
                    tally: self.tally.part(),
                });
            }
            let rest = chunks.rest();
            is_done &= rest.is_done();
            place = rest.place();
            bytes = Box::new(rest);
        }
        let mut stopped = None;
        if !is_done {
            self.take_all(pool)?;
            let text = Text {
                file: &file.name,
                format,
                place,
                followed: false,
                bytes,
            };
            let sink = &mut *self.sink;
            let show = &mut |_, finding: Vec<u8>| {
                sink.finding(&finding)?;
                if is_pipe { sink.flush() } else { Ok(()) }
            };
            let met = self.tally.met();
            stopped = scan.check(text, self.tally, show)?;
            if let Some(doubt) = opened.doubt
                && self.tally.met() == met
            {
                stopped = stopped.or(Some(Failure {
                    file: Some(file.name.clone()),
                    line: doubt.line(),
                    message: doubt.message().to_owned(),
                }));
            }
        }
        let strangers = strangers(file, format, opened.strangers.get());
        Ok(stopped.into_iter().chain(strangers).collect())
    }

    /// Takes what was found in a chunk; `false` when there is none.
    fn take(&mut self, pool: &mut Pool<'_, '_>) -> io::Result<bool> {
        let Some(part) = pool.next() else {
            return Ok(false);
        };
        let part = part?;
        self.tally.add(&part.tally);
        for (is_error, finding) in part.findings {
            if self.tally.show(is_error) {
                self.sink.finding(&finding)?;
            }
        }
        Ok(true)
    }

    fn take_all(&mut self, pool: Option<&mut Pool<'_, '_>>) -> io::Result<()> {
        if let Some(pool) = pool {
            while self.take(pool)? {}
        }
        Ok(())
    }
}

/// What to say of a file in which there are lines of the other format.
fn strangers(file: &File, format: Format, strangers: Strangers) -> Option<Failure> {
    let Strangers { count, line } = strangers;
    // What reads the file in the other format meets the lines of this one.
    let (what, read, alone) = match format {
        Format::Json => (
            "attributes of a T-Library log",
            "JSON, in which all lines of a log are `malformed`",
            "grep -v '^{'",
        ),
        _ => ("JSON objects", "a log", "grep '^{\"'"),
    };
    let message = match count {
        0 => return None,
        1 => format!("this line is one of {what}, which was not checked"),
        _ => format!(
            "this line and {} more are {what}, which were not checked",
            count - 1
        ),
    };
    Some(Failure {
        file: Some(file.name.clone()),
        line: Some(line),
        message: format!(
            "{message}: the file was read as {read}; check them by themselves, as in `{alone} FILE | events check`"
        ),
    })
}
