//! The check of one file: read, count, show.

use std::io::{self, Read};

use events_core::Events;
use events_core::read::{Checked, Format, json, log};

use super::finding::{Failure, Finding, What};
use super::input::{self, File, Strangers};
use super::progress::Progress;
use super::tally::{Kind, Tally};
use super::{Arguments, Notes, Sink};

/// What is needed for each file.
pub(crate) struct Scan<'a> {
    pub(crate) arguments: &'a Arguments,
    pub(crate) events: &'a Events,
    pub(crate) progress: &'a Progress,
}

/// A reader of any format.
trait Reader {
    fn read(&mut self) -> io::Result<Option<Checked<'_>>>;
}

impl<R: Read> Reader for json::Reader<'_, R> {
    fn read(&mut self) -> io::Result<Option<Checked<'_>>> {
        self.read()
    }
}

impl<R: Read> Reader for log::Reader<'_, R> {
    fn read(&mut self) -> io::Result<Option<Checked<'_>>> {
        self.read()
    }
}

impl Scan<'_> {
    /// Checks a file. Gives what could not be read of it; an error is one of the output.
    pub(crate) fn file(
        &self,
        file: &File,
        sink: &mut dyn Sink,
        tally: &mut Tally,
    ) -> io::Result<Vec<Failure>> {
        let opened = match input::open(file, self.arguments.input(), self.progress) {
            Ok(opened) => opened,
            Err(error) => return Ok(vec![Failure::new(&file.name, &error)]),
        };
        let stopped = if opened.format == Format::Json {
            let mut reader = json::Reader::new(opened.bytes, self.events);
            self.messages(&file.name, &mut reader, sink, tally)?
        } else {
            let mut reader = log::Reader::new(opened.bytes, self.events);
            if let Some(server) = self.arguments.server {
                reader = reader.server(server);
            }
            let stopped = self.messages(&file.name, &mut reader, sink, tally)?;
            tally.log(reader.summary(), self.arguments.server.is_none());
            stopped
        };
        let strangers = strangers(file, opened.format, opened.strangers.get());
        Ok(stopped.into_iter().chain(strangers).collect())
    }

    /// Checks the messages of a file. Gives the error that ended reading.
    fn messages(
        &self,
        file: &str,
        reader: &mut dyn Reader,
        sink: &mut dyn Sink,
        tally: &mut Tally,
    ) -> io::Result<Option<Failure>> {
        let mut line = 1;
        loop {
            match reader.read() {
                Ok(Some(checked)) => {
                    line = checked.place().line;
                    self.message(file, checked, sink, tally)?;
                }
                Ok(None) => return Ok(None),
                Err(error) => {
                    return Ok(Some(Failure {
                        file: file.to_owned(),
                        line: Some(line),
                        message: format!(
                            "cannot be read any further than the message at this line: {error}"
                        ),
                    }));
                }
            }
        }
    }

    fn message(
        &self,
        file: &str,
        checked: Checked<'_>,
        sink: &mut dyn Sink,
        tally: &mut Tally,
    ) -> io::Result<()> {
        let record = checked.record();
        let (event, name) = (record.event(), record.name());
        let wanted = &self.arguments.event;
        if !wanted.is_empty() && !name.is_empty() && !wanted.iter().any(|wanted| wanted == name) {
            return Ok(());
        }
        let kind = tally.kind(event, name);
        if kind == Kind::Other {
            tally.name(name);
        }
        let notes = self.arguments.notes;
        // All that there is to say about most events that are not declared is just that.
        let is_silent = checked.is_silent()
            || kind == Kind::Other && notes == Notes::Allow && checked.is_clean();
        if is_silent {
            tally.silent(kind);
            return Ok(());
        }
        let report = checked.report();
        tally.report(kind, &report);
        let family = match kind {
            Kind::Declared(place) => Some(tally.events[place].0.family),
            Kind::Other | Kind::Nameless => None,
        };
        let finding = |what, at, is_error| Finding {
            file,
            checked,
            family,
            what,
            at,
            is_error,
        };
        for violation in report.violations() {
            if tally.show(true) {
                sink.finding(&finding(
                    What::Violation(&violation.what),
                    violation.at.clone(),
                    true,
                ))?;
            }
        }
        if notes == Notes::Allow {
            return Ok(());
        }
        let deny = notes == Notes::Deny;
        for note in report.notes() {
            if tally.show(deny) {
                sink.finding(&finding(What::Note(&note.what), note.at.clone(), deny))?;
            }
        }
        Ok(())
    }
}

/// What to say of a file in which there are lines of the other format.
fn strangers(file: &File, format: Format, strangers: Strangers) -> Option<Failure> {
    let Strangers { count, line } = strangers;
    let (what, read, option) = match format {
        Format::Json => ("attributes of a T-Library log", "JSON", "log"),
        _ => ("JSON objects", "a log", "json"),
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
        file: file.name.clone(),
        line: Some(line),
        message: format!("{message}: the file was read as {read}; try `--input {option}` for them"),
    })
}
