//! The check of messages: read, count, show.

use std::io::{self, Read};

use events_core::read::{Checked, Format, Place, json, log};
use events_core::{Events, Note};

use super::finding::{Failure, Finding, What};
use super::tally::{Kind, Tally};
use super::{Arguments, Notes, Style};

/// What is needed for all messages.
pub(crate) struct Scan<'a> {
    pub(crate) arguments: &'a Arguments,
    pub(crate) events: &'a Events,
    pub(crate) style: &'a dyn Style,
}

/// Messages of a file.
pub(crate) struct Text<'a, R> {
    pub(crate) file: &'a str,
    pub(crate) format: Format,
    /// Where they begin in the file.
    pub(crate) place: Place,
    /// Whether the file goes on behind them.
    pub(crate) followed: bool,
    pub(crate) bytes: R,
}

/// Takes a finding that is to be shown, and whether it is a violation.
pub(crate) type Show<'a> = dyn FnMut(bool, Vec<u8>) -> io::Result<()> + 'a;

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
    /// Checks messages. Gives the error that ended reading; the other one is that of the output.
    pub(crate) fn check<R: Read>(
        &self,
        text: Text<'_, R>,
        tally: &mut Tally,
        show: &mut Show<'_>,
    ) -> io::Result<Option<Failure>> {
        let Text {
            file,
            format,
            place,
            followed,
            bytes,
        } = text;
        if format == Format::Json {
            let mut reader = json::Reader::new(bytes, self.events).starting_at(place);
            return self.messages(file, place, &mut reader, tally, show);
        }
        let reader = log::Reader::new(bytes, self.events).starting_at(place);
        let mut reader = reader.followed(followed);
        if let Some(server) = self.arguments.server {
            reader = reader.server(server);
        }
        let stopped = self.messages(file, place, &mut reader, tally, show)?;
        tally.log(reader.summary());
        Ok(stopped)
    }

    fn messages(
        &self,
        file: &str,
        place: Place,
        reader: &mut dyn Reader,
        tally: &mut Tally,
        show: &mut Show<'_>,
    ) -> io::Result<Option<Failure>> {
        let mut line = place.line;
        loop {
            match reader.read() {
                Ok(Some(checked)) => {
                    line = checked.place().line;
                    self.message(file, checked, tally, show)?;
                }
                Ok(None) => return Ok(None),
                Err(error) => {
                    return Ok(Some(Failure {
                        file: Some(file.to_owned()),
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
        tally: &mut Tally,
        show: &mut Show<'_>,
    ) -> io::Result<()> {
        let record = checked.record();
        let (event, name) = (record.event(), record.name());
        let wanted = &self.arguments.event;
        if !wanted.is_empty() && !name.is_empty() && !wanted.iter().any(|wanted| wanted == name) {
            tally.left_out += 1;
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
        let mut notes_of_it = report.notes().iter();
        let cut_off = notes_of_it.find(|note| matches!(note.what, Note::CutOff { .. }));
        let finding = |what, at, is_error| Finding {
            file,
            checked,
            family,
            what,
            at,
            is_error,
            cut_off,
        };
        for violation in report.violations() {
            if tally.show(true) {
                let finding = finding(What::Violation(&violation.what), violation.at.clone(), true);
                show(true, self.style.finding(&finding)?)?;
            }
        }
        if notes == Notes::Allow {
            return Ok(());
        }
        let deny = notes == Notes::Deny;
        for note in report.notes() {
            if tally.show(deny) {
                let finding = finding(What::Note(&note.what), note.at.clone(), deny);
                show(deny, self.style.finding(&finding)?)?;
            }
        }
        Ok(())
    }
}
