//! The lines of tables.

use super::{NEAR, Scan, Zone};
use crate::import::document::{Form, Line, Place, Run};
use crate::import::heading;
use crate::import::ledger::{Aside, Reason};
use crate::import::letters;
use crate::import::name::Names;
use crate::import::row::{Name, Reading, Row};

impl Scan<'_> {
    pub(super) fn take_rows(&mut self, mut rows: Vec<Row>) {
        if let Some((place, name)) = self.pending.take() {
            match join(&name, &rows[0].name, self.names) {
                Some(joined) => {
                    rows[0].name = joined;
                    rows[0].place = place;
                }
                None => self.no_row(place, &name.text),
            }
        }
        if self.zone == Zone::Prose {
            self.open_table(rows[0].place);
        }
        self.zone = Zone::Table;
        for row in rows {
            self.push_row(row);
        }
    }

    pub(super) fn push_row(&mut self, row: Row) {
        match self.current {
            Some(at) => self.events[at].rows.push(row),
            None => self
                .ledger
                .open_entry(row.place, "", &row.name.text, Reason::NoEvent),
        }
    }

    pub(super) fn no_row(&mut self, place: Place, text: &str) {
        let event = self.event_name();
        self.ledger.open_entry(place, &event, text, Reason::NoRow);
    }

    pub(super) fn give_up_pending(&mut self) {
        if let Some((place, name)) = self.pending.take() {
            self.no_row(place, &name.text);
        }
    }

    /// A line in a table that is no row by itself.
    pub(super) fn in_table(&mut self, at: usize, line: &Line, text: &str) {
        if line.form == Form::Row {
            self.no_row(line.place, text);
            return;
        }
        let described = self
            .columns
            .as_ref()
            .is_some_and(|columns| columns.continues(line));
        if described
            && !self.gap
            && let Some(row) = self.current.and_then(|at| self.events[at].rows.last_mut())
        {
            for said in [&mut row.description, &mut row.says] {
                said.push(' ');
                said.push_str(text);
            }
            return;
        }
        if heading::is_part(text) {
            self.give_up_pending();
            self.leave_table();
            return;
        }
        let single = !text.contains(' ');
        let cut = single && text.ends_with(['-', '.', '=']) || text.ends_with('=');
        if cut || self.begins_row(at, line) {
            self.give_up_pending();
            let name = marked_name(line).unwrap_or_default();
            let name = if cut {
                Name {
                    text: text.to_owned(),
                    ..Name::default()
                }
            } else {
                name
            };
            self.pending = Some((line.place, name));
            return;
        }
        self.give_up_pending();
        if !self.names.is_name(text) && self.heading_here(at, line, text) {
            return;
        }
        if self.gap && !self.names.is_name(text) && !single {
            self.leave_table();
            self.in_prose(at, line, text);
            return;
        }
        let again = self.counts.get(text).is_some_and(|count| *count > 1);
        if again && !self.names.is_name(text) {
            let event = self.event_name();
            self.ledger.aside(line.place, &event, text, Aside::Page);
        } else {
            self.no_row(line.place, text);
        }
    }

    /// Whether a line is the beginning of a row that goes on in the next.
    pub(super) fn begins_row(&self, at: usize, line: &Line) -> bool {
        let Some(name) = marked_name(line) else {
            return false;
        };
        let next = (at + 1..self.lines.len())
            .take(NEAR)
            .find(|next| !self.lines[*next].is_blank() && !self.page[*next]);
        let Some(next) = next.map(|next| &self.lines[next]) else {
            return false;
        };
        let names = self.names;
        let rows = self.rows(self.columns.as_ref());
        let single =
            !name.text.contains(' ') || self.names.is_name(&name.text) || name.fixed.is_some();
        if single && rows.presence_alone(next).is_some() {
            return true;
        }
        match rows.read(next) {
            Reading::Rows(rows) => {
                let joined = join(&name, &rows[0].name, self.names);
                joined.is_some_and(|joined| names.is_name(&joined.text))
            }
            _ => false,
        }
    }
}

/// The name that a whole line is, with its marks in cells of their own.
fn marked_name(line: &Line) -> Option<Name> {
    let (first, marks) = line.cells.split_first()?;
    let mut name = Name::of(&first.runs);
    for cell in marks {
        let mark = cell.text();
        let mark = mark.trim_start_matches('^');
        if !letters::is_mark(mark) {
            return None;
        }
        name.marks.push(mark.to_owned());
    }
    Some(name)
}

/// The name whose first piece stands on one line and whose second on the next.
fn join(first: &Name, second: &Name, names: Names<'_>) -> Option<Name> {
    let cut = first.text.ends_with(['-', '.', '=', '_']);
    let hyphen = first.text.strip_suffix('-');
    let text = format!("{}{}", hyphen.unwrap_or(&first.text), second.text);
    let hyphened = format!("{}{}", first.text, second.text);
    let known = |text: &str| names.is_name(text);
    let text = if hyphen.is_some() && !known(&text) && known(&hyphened) {
        hyphened
    } else {
        text
    };
    let fits = if cut {
        true
    } else {
        first.fixed.is_none() && known(&text) && !known(&second.text)
    };
    fits.then(|| {
        let mut name = Name::of(&[Run {
            text,
            superscript: false,
        }]);
        name.marks
            .extend(first.marks.iter().chain(&second.marks).cloned());
        name.fixed = name.fixed.or_else(|| second.fixed.clone());
        name
    })
}
