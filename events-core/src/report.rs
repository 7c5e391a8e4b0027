//! What is wrong with a message, and what is worth noting about it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use events_schema::{Event, Facts, Outcome};

use crate::check::unknown_keys;
use crate::finding::{Scribe, What, quote};
use crate::message::{Declaration, Message, Verdicts};
use crate::read::find::find;
use crate::read::log::call_to_give;
use crate::record::MAX_NOTES;
use crate::violation::{Cited, Note, Violation};
use crate::{Events, Record};

/// Something in a report, and where it stands in the text that was read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Located<T> {
    /// What was found.
    pub what: T,
    /// The bytes of the message's text, counted from its beginning; `None` when it has no place of its own, as an
    /// absent attribute has none.
    pub at: Option<Range<usize>>,
}

/// Everything that is wrong with a message, and everything worth noting about it.
///
/// It is bounded: of more than 128 findings, 64 of them notes, the rest is only counted, and found values are quoted
/// in part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    event: String,
    violations: Vec<Located<Violation>>,
    notes: Vec<Located<Note>>,
    omitted: usize,
    omitted_notes: usize,
}

impl Report {
    /// Whether nothing is wrong. There may be notes.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.violations.is_empty() && self.omitted == 0
    }

    /// The event's name, as the message has it; empty when it has none.
    #[must_use]
    pub fn event(&self) -> &str {
        &self.event
    }

    /// What is wrong, in the order of the table, rules after rows.
    #[must_use]
    pub fn violations(&self) -> &[Located<Violation>] {
        &self.violations
    }

    /// What is worth noting.
    #[must_use]
    pub fn notes(&self) -> &[Located<Note>] {
        &self.notes
    }

    /// How many violations there were beyond those that the report holds.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// How many notes there were beyond those that the report holds.
    #[must_use]
    pub fn omitted_notes(&self) -> usize {
        self.omitted_notes
    }

    pub(crate) fn push_violation(&mut self, violation: Located<Violation>) {
        self.violations.push(violation);
    }

    pub(crate) fn push_note(&mut self, note: Located<Note>) {
        self.notes.push(note);
    }

    /// The report of a record that was checked.
    pub(crate) fn of_record(record: &Record<'_>) -> Self {
        let mut report = Self {
            event: record.name().to_owned(),
            omitted: record.slots.omitted,
            omitted_notes: record.slots.omitted_notes,
            ..Self::default()
        };
        let mut findings = record.slots.findings.clone();
        let room = MAX_NOTES.saturating_sub(findings.len());
        let mut keys = unknown_keys(record);
        findings.extend(keys.by_ref().take(room));
        report.omitted_notes += keys.count();
        findings.sort_by_key(|finding| finding.what.order());
        let scribe = Scribe {
            name: record.name(),
            table: record.table,
            input: record.input,
            facts: record,
        };
        for finding in findings {
            let text = finding.at.of(record.input, &record.slots.scratch);
            let (start, end) = (finding.at.start as usize, finding.at.end as usize);
            let at = (start < end && end <= record.input.len()).then_some(start..end);
            let at = at.or_else(|| place_of_union(record, finding.what));
            scribe.write(&mut report, finding.what, text, at);
        }
        report
    }

    /// The report of a typed message: what its type does not guarantee.
    pub(crate) fn of_message<T: Message>(message: &T) -> Self {
        match message.declared() {
            Some((declaration, facts)) => Self::of_facts(T::events(), declaration, facts),
            None => Self::of_unknown(message.name().to_owned()),
        }
    }

    fn of_unknown(name: String) -> Self {
        let what = Note::UnknownEvent {
            name: name.clone(),
            similar: None,
        };
        Self {
            event: name,
            notes: vec![Located { what, at: None }],
            ..Self::default()
        }
    }

    fn of_facts(events: &Events, declaration: &'static Declaration, facts: &dyn Facts) -> Self {
        let mut verdicts = Verdicts::default();
        declaration.check_rules(facts, &mut verdicts);
        let table = events.of_declaration(declaration);
        if verdicts.is_empty() && table.is_some_and(|table| !table.open) {
            return Self::default();
        }
        let mut report = Self::default();
        report.find_open_rows(declaration.event, facts);
        for (rule, outcome) in verdicts.iter() {
            let Some(rule) = Cited::new(declaration.family, declaration.event, rule, facts) else {
                continue;
            };
            if outcome == Outcome::Violated {
                let what = Violation::Broken { rule };
                report.violations.push(Located { what, at: None });
            } else {
                let what = Note::CannotTell { rule };
                report.notes.push(Located { what, at: None });
            }
        }
        if !report.violations.is_empty() || !report.notes.is_empty() {
            report.event = declaration.event.name.to_string();
        }
        report
    }

    /// What the type of a message leaves open about its rows: an Optional one may have another value than the table
    /// fixes, a union another member than is chosen, and one whose Mandatory is waived may be absent.
    fn find_open_rows(&mut self, event: &'static Event, facts: &dyn Facts) {
        for (row, attribute) in event.attributes.iter().enumerate() {
            if let Some(fixed) = &attribute.fixed
                && let Some(datum) = facts.fact(row)
                && !fixed.datum().same(datum)
            {
                let what = Violation::WrongFixed {
                    attribute: Cow::Borrowed(&attribute.name),
                    expected: fixed.to_string(),
                    found: attribute.kind.show(datum),
                };
                self.violations.push(Located { what, at: None });
            }
        }
        for row in 0..event.attributes.len() {
            if !event.agrees(row, facts)
                && let Some(what) = Violation::disagreement(event, row, facts)
            {
                self.violations.push(Located { what, at: None });
            }
        }
        for footnote in event.footnotes.iter() {
            for name in footnote.waives.iter() {
                let row = event.position(name);
                if row.is_some_and(|row| facts.fact(row).is_none()) {
                    let what = Note::Waived {
                        attribute: Cow::Borrowed(name),
                        footnote: footnote.text.clone(),
                    };
                    self.notes.push(Located { what, at: None });
                }
            }
        }
    }

    /// The report of a text that is no message at all.
    pub(crate) fn malformed(reason: &'static str, found: &str, at: Option<Range<usize>>) -> Self {
        let what = Violation::Malformed {
            reason: Cow::Borrowed(reason),
            found: quote(found),
        };
        Self {
            violations: vec![Located { what, at }],
            ..Self::default()
        }
    }

    /// The report of a message of another event than those that a type holds.
    pub(crate) fn wrong_event(record: &Record<'_>, expected: &[Declaration]) -> Self {
        let mut report = Self::of_record(record);
        let names: Vec<_> = expected
            .iter()
            .map(|declaration| &*declaration.event.name)
            .collect();
        let what = Violation::WrongEvent {
            expected: names.join(" or "),
            found: quote(record.name()),
        };
        report.violations.insert(0, Located { what, at: None });
        report
            .notes
            .retain(|note| !matches!(note.what, Note::UnknownEvent { .. }));
        report
    }

    /// The report of a row from which a type could not be made: a value that it refused although its kind admits it,
    /// or none where the reader excused its absence.
    pub(crate) fn refused(record: &Record<'_>, row: usize) -> Self {
        let mut report = Self::of_record(record);
        let datum = record.fact(row);
        if let Some(row) = record.table.rows.get(row) {
            let attribute = Cow::Borrowed(row.name);
            let what = match datum {
                None if row.log.is_empty() => {
                    let definition = record.table.declaration.dictionary.get(row.name);
                    let examples = definition.map_or(&[][..], |definition| &definition.examples);
                    let call = call_to_give(row.name, examples.first().map(|example| &**example));
                    Violation::Unlogged { attribute, call }
                }
                None => Violation::Missing { attribute },
                Some(datum) => Violation::WrongType {
                    attribute,
                    expected: row.attribute.kind.name(),
                    found: row.attribute.kind.show(datum),
                    help: None,
                },
            };
            report.violations.push(Located { what, at: None });
        }
        report
    }
}

/// Where a union stands whose member was looked at when all of the message was read.
fn place_of_union(record: &Record<'_>, what: What) -> Option<Range<usize>> {
    match what {
        What::Disagrees { row } | What::Number { row } => {
            let row = record.table.rows.get(usize::from(row))?;
            find(record, row.name)
        }
        _ => None,
    }
}

/// A line a violation. The alternate form, `{:#}`, says below each what the footnote says, where that stands in the
/// document, and what would mend it.
///
/// ```
/// use events_core::families::registration::EventUnregistered;
/// use events_core::{Timestamp, Validate};
///
/// let time: Timestamp = "2026-03-01T08:30:00Z".parse()?;
/// let event = EventUnregistered::builder().server(65200).this_dn("7001").time(time).build();
/// let report = event.validate().unwrap_err();
/// let text = format!("{report:#}");
/// assert!(text.contains("\n    Genesys Events and Models Reference, Registration Events, edition 4/2/2025: "));
/// assert!(text.contains("\n    help: "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.event.is_empty() {
            "message"
        } else {
            &self.event
        };
        if self.is_clean() {
            return write!(f, "{name}: nothing is wrong");
        }
        write!(f, "{name} is not as documented")?;
        for violation in &self.violations {
            write!(f, "\n  {}", violation.what)?;
            if !f.alternate() {
                continue;
            }
            if let Violation::Broken { rule } = &violation.what {
                write!(f, "\n    {}: {}", rule.source, rule.footnote)?;
            }
            if let Some(help) = violation.what.help() {
                write!(f, "\n    help: {help}")?;
            }
        }
        if self.omitted > 0 {
            write!(f, "\n  and {} more", self.omitted)?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}
