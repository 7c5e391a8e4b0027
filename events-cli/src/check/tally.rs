//! What was seen and found, in numbers: the memory of a check, which does not grow with its input.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use events_core::read::log::Summary;
use events_core::schema::{self, Event};
use events_core::tlibrary::vocabulary::MessageType;
use events_core::{Declaration, Enumeration, Events, Note, Report, Violation};

/// How many names of events that are not declared are told apart.
const NAMES: usize = 1000;

/// How much of such a name is kept, in characters.
const NAME: usize = 80;

/// The counts of a check.
#[derive(Debug)]
pub(crate) struct Tally {
    /// Files that were tried, standard input included.
    pub(crate) files: u64,
    /// What could not be read.
    pub(crate) failures: u64,
    /// The declared events, in the order of their declarations.
    pub(crate) events: Vec<(Declaration, Count)>,
    /// Events that are not declared.
    pub(crate) others: Count,
    /// Their names, as many as are told apart.
    pub(crate) names: BTreeMap<String, u64>,
    /// Texts that are no message of any event.
    pub(crate) nameless: Count,
    /// Messages of events that were not asked for.
    pub(crate) left_out: u64,
    /// The rules of all declared events by id.
    pub(crate) rules: Vec<(&'static str, Outcomes)>,
    /// Findings that are of no rule, by code.
    pub(crate) checks: BTreeMap<String, Found>,
    /// Findings that are counted only, since their message had too many.
    pub(crate) omitted: Found,
    /// What logs hold, beside the events too; `None` when no log was read.
    pub(crate) logs: Option<Logs>,
    /// Whether a note is a violation.
    deny: bool,
    /// How many violations and how many notes may be shown.
    max: u64,
    /// How many were.
    shown: [u64; 2],
}

/// What became of the messages of an event.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) seen: u64,
    pub(crate) valid: u64,
    pub(crate) violations: u64,
    pub(crate) notes: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.seen += more.seen;
        self.valid += more.valid;
        self.violations += more.violations;
        self.notes += more.notes;
    }
}

/// What a rule came to, where that is not "holds".
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Outcomes {
    pub(crate) violated: u64,
    pub(crate) cannot_tell: u64,
}

/// How often a check found something.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    pub(crate) violations: u64,
    pub(crate) notes: u64,
}

impl AddAssign for Found {
    fn add_assign(&mut self, more: Self) {
        self.violations += more.violations;
        self.notes += more.notes;
    }
}

/// What logs hold, in numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Logs(Summary);

impl Logs {
    /// Each number with what it counts, as far as it is shown.
    pub(crate) fn counts(&self) -> [(&'static str, u64); 11] {
        let Self(summary) = self;
        [
            ("lines", summary.lines),
            ("foreign lines", summary.foreign_lines),
            ("requests", summary.requests),
            ("mentions of messages", summary.mentions),
            ("messages of ISCC", summary.iscc),
            ("messages of Interaction Server", summary.interaction),
            ("messages of Platform SDK", summary.platform),
            ("attributes of the transport", summary.transport),
            ("lists compared with their size", summary.lists),
            ("messages not in UTF-8", summary.not_utf8),
            ("messages too long", summary.oversized),
        ]
    }
}

/// The event of a message, as the tally files it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Declared(usize),
    Other,
    Nameless,
}

impl Tally {
    pub(crate) fn new(events: &Events, deny: bool) -> Self {
        let rules = events
            .declarations()
            .flat_map(|declaration| declaration.event.rules())
            .map(|(_, rule)| (&*rule.id, Outcomes::default()));
        Self {
            files: 0,
            failures: 0,
            events: events
                .declarations()
                .map(|declaration| (declaration, Count::default()))
                .collect(),
            others: Count::default(),
            names: BTreeMap::new(),
            nameless: Count::default(),
            left_out: 0,
            rules: rules.collect(),
            checks: BTreeMap::new(),
            omitted: Found::default(),
            logs: None,
            deny,
            max: u64::MAX,
            shown: [0; 2],
        }
    }

    /// Sets how many findings of each kind are shown.
    pub(crate) fn shows(&mut self, max: u64) {
        self.max = max;
    }

    /// Where the messages of an event are counted.
    pub(crate) fn kind(&self, event: Option<&Event>, name: &str) -> Kind {
        let place = event.and_then(|event| {
            self.events
                .iter()
                .position(|(declaration, _)| std::ptr::eq(declaration.event, event))
        });
        match place {
            Some(place) => Kind::Declared(place),
            None if name.is_empty() => Kind::Nameless,
            None => Kind::Other,
        }
    }

    fn count(&mut self, kind: Kind) -> &mut Count {
        match kind {
            Kind::Declared(place) => &mut self.events[place].1,
            Kind::Other => &mut self.others,
            Kind::Nameless => &mut self.nameless,
        }
    }

    /// Counts a message that nothing is to be said about.
    pub(crate) fn silent(&mut self, kind: Kind) {
        let count = self.count(kind);
        count.seen += 1;
        count.valid += u64::from(kind != Kind::Other);
    }

    /// Counts the name of an event that is not declared.
    pub(crate) fn name(&mut self, name: &str) {
        let name: String = name.chars().take(NAME).collect();
        self.names_of(&name, 1);
    }

    fn names_of(&mut self, name: &str, count: u64) {
        if let Some(known) = self.names.get_mut(name) {
            *known += count;
        } else if self.names.len() < NAMES {
            self.names.insert(name.to_owned(), count);
        }
    }

    /// Counts a message with a report.
    pub(crate) fn report(&mut self, kind: Kind, report: &Report) {
        let deny = self.deny;
        let count = self.count(kind);
        let (violations, notes) = (
            (report.violations().len() + report.omitted()) as u64,
            (report.notes().len() + report.omitted_notes()) as u64,
        );
        count.seen += 1;
        count.violations += if deny { violations + notes } else { violations };
        count.notes += if deny { 0 } else { notes };
        count.valid += u64::from(violations == 0 && !(deny && notes > 0) && kind != Kind::Other);
        let (omitted, omitted_notes) = (report.omitted() as u64, report.omitted_notes() as u64);
        self.omitted += Found {
            violations: if deny {
                omitted + omitted_notes
            } else {
                omitted
            },
            notes: if deny { 0 } else { omitted_notes },
        };
        for violation in report.violations() {
            match &violation.what {
                Violation::Broken { rule } => self.rule(&rule.id).violated += 1,
                violation => self.check(violation.code()).violations += 1,
            }
        }
        for note in report.notes() {
            match &note.what {
                Note::CannotTell { rule } => self.rule(&rule.id).cannot_tell += 1,
                note if deny => self.check(note.code()).violations += 1,
                note => self.check(note.code()).notes += 1,
            }
        }
    }
}

impl Tally {
    fn rule(&mut self, id: &str) -> &mut Outcomes {
        let place = self.rules.iter().position(|(known, _)| *known == id);
        // Only rules of declared events are ever run.
        &mut self.rules[place.unwrap_or_default()].1
    }

    fn check(&mut self, code: &str) -> &mut Found {
        self.checks.entry(code.to_owned()).or_default()
    }

    /// Counts what was in a log.
    pub(crate) fn log(&mut self, summary: &Summary) {
        self.logs.get_or_insert_default().0 += summary;
    }

    /// Nothing counted yet, for messages that are checked apart; what they may show is what this one still may.
    pub(crate) fn part(&self) -> Self {
        let events = self.events.iter();
        let rules = self.rules.iter();
        Self {
            files: 0,
            failures: 0,
            events: events.map(|(one, _)| (*one, Count::default())).collect(),
            others: Count::default(),
            names: BTreeMap::new(),
            nameless: Count::default(),
            left_out: 0,
            rules: rules.map(|(id, _)| (*id, Outcomes::default())).collect(),
            checks: BTreeMap::new(),
            omitted: Found::default(),
            logs: None,
            ..*self
        }
    }

    /// Counts what was counted apart; what was shown counts when it is.
    pub(crate) fn add(&mut self, part: &Self) {
        self.files += part.files;
        self.failures += part.failures;
        for ((_, count), (_, more)) in self.events.iter_mut().zip(&part.events) {
            *count += *more;
        }
        self.others += part.others;
        self.nameless += part.nameless;
        self.left_out += part.left_out;
        for (name, more) in &part.names {
            self.names_of(name, *more);
        }
        for ((_, outcomes), (_, more)) in self.rules.iter_mut().zip(&part.rules) {
            outcomes.violated += more.violated;
            outcomes.cannot_tell += more.cannot_tell;
        }
        for (code, more) in &part.checks {
            *self.check(code) += *more;
        }
        self.omitted += part.omitted;
        if let Some(logs) = &part.logs {
            self.log(&logs.0);
        }
    }

    /// Whether one more finding may be shown, and counts it if so.
    pub(crate) fn show(&mut self, is_error: bool) -> bool {
        let shown = &mut self.shown[usize::from(is_error)];
        let may = *shown < self.max;
        *shown += u64::from(may);
        may
    }

    /// All messages together. Of an event that is not declared none is valid: there is nothing to check it against.
    pub(crate) fn total(&self) -> Count {
        let declared = self.events.iter().map(|(_, count)| count);
        declared
            .chain([&self.others, &self.nameless])
            .fold(Count::default(), |mut sum, count| {
                sum += *count;
                sum
            })
    }

    /// The names of events that are not declared, with the declared one that was probably meant; as notes have it.
    pub(crate) fn misspelt(&self) -> BTreeMap<&str, &str> {
        let names = self.names.keys().map(String::as_str);
        let unknown = names.filter(|name| MessageType::from_name(name).is_none());
        let meant = |name| {
            let declared = self.events.iter();
            schema::closest(name, declared.map(|(one, _)| &*one.event.name))
        };
        unknown
            .filter_map(|name| Some((name, meant(name)?)))
            .collect()
    }

    /// How many messages were held against a table, or are none at all.
    pub(crate) fn checked(&self) -> u64 {
        self.total().seen - self.others.seen
    }

    /// All that readers of logs took for messages, whether they gave them or not.
    pub(crate) fn met(&self) -> u64 {
        self.logs.as_ref().map_or(0, |Logs(summary)| {
            summary.events
                + summary.undeclared
                + summary.requests
                + summary.iscc
                + summary.interaction
                + summary.mentions
                + summary.oversized
        })
    }

    /// All violations.
    pub(crate) fn violations(&self) -> u64 {
        self.total().violations
    }

    /// Violations that were not shown.
    pub(crate) fn hidden(&self) -> u64 {
        self.violations().saturating_sub(self.shown[1])
    }

    /// Messages of events whose names were not told apart.
    pub(crate) fn other_names(&self) -> u64 {
        self.others.seen - self.names.values().sum::<u64>()
    }
}
