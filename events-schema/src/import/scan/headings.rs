//! The headings of groups, of events and of what stands below them.

use super::{NEAR, Scan, Section, Zone};
use crate::import::document::{Form, Line, Place};
use crate::import::heading::{self, Heading};
use crate::import::letters;

impl Scan<'_> {
    pub(super) fn explicit_heading(&mut self, line: &Line, text: &str) {
        if heading::is_part(text) {
            self.zone = if letters::key(text).starts_with("footnote")
                && self.current.is_some()
                && self.heading.is_none()
            {
                Zone::Footnotes
            } else {
                Zone::Prose
            };
            return;
        }
        if heading::is_section(text) {
            self.section = Section::titled(text);
            self.leave_table();
            return;
        }
        self.leave_table();
        let Form::Heading(level) = line.form else {
            return;
        };
        // A heading as high as that of the group ends it.
        if self.section.level.is_some_and(|group| level <= group) {
            self.section = Section::default();
        } else if level < 3 {
            self.section.source = None;
        }
        if let Some(found) = Heading::of(text) {
            self.group(level);
            self.take_heading(found, line.place);
            self.level = Some(level);
        }
    }

    /// Makes a group of the last heading when the heading of an event stands right below it.
    fn group(&mut self, below: u8) {
        let higher = self.level.is_some_and(|level| level > 1 && level < below);
        if !higher {
            return;
        }
        if let Some((heading, _)) = self.heading.take() {
            let about = std::mem::take(&mut self.paragraphs);
            let about: Vec<_> = about.into_iter().map(|(_, text)| text).collect();
            self.section = Section {
                title: heading.name,
                about: about.join("\n\n"),
                level: self.level,
                source: self.section.source.take(),
            };
        }
    }

    /// Whether a line of text is a heading; it is taken then.
    pub(super) fn heading_here(&mut self, at: usize, line: &Line, text: &str) -> bool {
        if text.starts_with("- ") || line.cells.len() > 2 {
            return false;
        }
        let alone = |at: Option<usize>| {
            at.and_then(|at| self.lines.get(at))
                .is_none_or(Line::is_blank)
        };
        let isolated = alone(at.checked_sub(1)) && alone(Some(at + 1));
        let Some(found) = Heading::of(text) else {
            return false;
        };
        let before = self.lines[..at]
            .iter()
            .rev()
            .take(NEAR)
            .find(|line| !line.is_blank())
            .map(Line::text);
        let ended = before.is_none_or(|before| {
            before.ends_with(['.', ':', '!', '?'])
                || heading::is_part(&before)
                || heading::is_section(&before)
        });
        let row_before = self.zone != Zone::Prose;
        let plain = !heading::without_leader(text).ends_with(['.', ',', ';', '!', '?']);
        let fits = if found.strong {
            plain && (self.gap || ended || row_before || self.turned)
        } else {
            let upper = found.name.starts_with(char::is_uppercase);
            plain && isolated && upper && found.whole && self.zone == Zone::Prose
        };
        if fits {
            self.take_heading(found, line.place);
        }
        fits
    }

    fn take_heading(&mut self, found: Heading, place: Place) {
        let event = self.current.map(|at| &self.events[at]);
        if event.is_some_and(|event| event.name == found.name)
            && (found.continued || self.heading.is_none())
        {
            // The same table goes on, or its title is repeated.
            if found.continued {
                self.zone = Zone::Table;
            }
            self.heading = None;
            return;
        }
        // The caption of a table repeats its heading.
        let repeats = self.heading.as_ref();
        if repeats.is_some_and(|(heading, _)| heading.name == found.name) {
            return;
        }
        // The parts of a numbered section have no numbers.
        let keeps = self.heading.as_ref().is_some_and(|(heading, _)| {
            !found.strong && (heading.strong || heading.numbered && !found.numbered)
        });
        if keeps {
            return;
        }
        self.leave_paragraphs();
        self.zone = Zone::Prose;
        self.columns = None;
        self.heading = Some((found, place));
        self.level = None;
    }
}
