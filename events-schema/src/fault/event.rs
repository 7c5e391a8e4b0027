//! The faults of a table and its footnotes.

use super::{Faults, MAX_ROWS, MAX_RULES, Once, Wrong};
use crate::demand::mischosen;
use crate::{Attribute, Cell, Event, Family, Footnote, Kind, Presence, Status, Text};

impl<'m> Faults<'m> {
    pub(super) fn event(&mut self, family: &Family, event: &'m Event) {
        let place = format!("{}/{}", family.name, event.name);
        self.at(&place);
        let counts = [
            ("rows", event.attributes.len(), MAX_ROWS),
            ("rules", event.rules().count(), MAX_RULES),
        ];
        for (what, count, most) in counts {
            if count > most {
                self.push(Wrong::TooMany { what, count, most });
            }
        }
        let mut rows = Once::new("rows");
        for row in event.attributes.iter() {
            self.at(&place);
            self.name("a row", &row.name);
            self.once(&mut rows, &row.name);
            self.at(&format!("{place}, row {}", row.name));
            self.row(family, event, row);
        }
        self.at(&place);
        if let Some(complaint) = mischosen(&event.name, &event.attributes) {
            self.push(Wrong::Mischosen(complaint.text().to_owned()));
        }
        let mut letters = Once::new("footnotes");
        let mut waived = Once::new("waivers of");
        for footnote in event.footnotes.iter() {
            self.at(&place);
            self.name("a footnote", &footnote.letter);
            self.once(&mut letters, &footnote.letter);
            self.at(&format!("{place}[{}]", footnote.letter));
            self.footnote(event, footnote, &mut waived);
        }
    }

    fn row(&mut self, family: &Family, event: &Event, row: &'m Attribute) {
        self.kind(&row.kind);
        if (row.kind == Kind::Event) != (row.name == family.tag) {
            self.push(Wrong::Kind(
                "the name of the event is carried by the attribute in the family's `tag`, and by no other",
            ));
        }
        if row.kind == Kind::Event && row.presence == Presence::Optional {
            self.push(Wrong::Kind(
                "the attribute with the event's name is never absent, make it Mandatory",
            ));
        }
        if let Some(value) = &row.fixed {
            self.value(&row.name, &row.kind, value);
        }
        if let Some(union) = &row.union {
            let member = row.name.strip_prefix(&**union);
            if member.is_none_or(|rest| rest.len() < 2 || !rest.starts_with('.')) {
                self.push(Wrong::Kind(
                    "a member of a union is called like the union, with a dot and its own name behind it",
                ));
            }
        }
        for cell in [Cell::Name, Cell::Presence] {
            let mut marks = Once::new("marks");
            for mark in row.marks.iter().filter(|mark| mark.cell == cell) {
                self.once(&mut marks, &mark.letter);
                if event.footnote(&mark.letter).is_none() {
                    self.push(Wrong::NoFootnote(mark.letter.clone()));
                }
            }
        }
    }

    fn footnote(&mut self, event: &'m Event, footnote: &'m Footnote, waived: &mut Once) {
        let Footnote {
            letter,
            status,
            rules,
            waives,
            ..
        } = footnote;
        let mut marks = event.attributes.iter().flat_map(|row| row.marks.iter());
        if !marks.any(|mark| mark.letter == *letter) {
            self.push(Wrong::NoMark);
        }
        let ruled = matches!(status, Status::Checked | Status::Partly);
        if ruled == rules.is_empty() {
            self.push(Wrong::Status {
                status: match status {
                    Status::Checked => "Checked",
                    Status::Partly => "Partly",
                    Status::Context => "Context",
                    Status::Remark => "Remark",
                    Status::Unread => "Unread",
                },
                rules: !ruled,
            });
        }
        if footnote.proposed && *status == Status::Unread {
            self.push(Wrong::Proposed);
        }
        for name in waives.iter() {
            self.waiver(event, *status, name, waived);
        }
        // What stands before it names the family, which may be shorter than its title.
        let id = format!("/{}[{letter}]", event.name);
        for (rule, number) in rules.iter().zip(1..) {
            let expected = match number {
                1 => id.clone(),
                number => format!("{id}#{number}"),
            };
            if !rule.id.ends_with(&expected) {
                let found = rule.id.clone();
                self.push(Wrong::Id { found, expected });
            }
            self.clause(event, &rule.clause);
        }
    }

    fn waiver(&mut self, event: &Event, status: Status, name: &Text, waived: &mut Once) {
        self.once(waived, name);
        match event.attribute(name) {
            None => self.no_attribute(event, name),
            Some(row)
                if status != Status::Context
                    || row.presence == Presence::Optional
                    || row.kind == Kind::Event =>
            {
                self.push(Wrong::Waives(name.clone()));
            }
            Some(_) => {}
        }
    }

    pub(super) fn no_attribute(&mut self, event: &Event, name: &Text) {
        let names = event.attributes.iter().map(|row| &*row.name);
        let close = crate::closest(name, names).map(str::to_owned);
        let name = name.clone();
        self.push(Wrong::NoAttribute { name, close });
    }
}
