//! What `event!` makes of a declaration, as traits: the contract between its code and this crate.

use std::sync::OnceLock;

use events_schema::{Dictionary, Event, Facts, Family, Outcome};

use crate::{Events, KeyValueList, Record, Text};

/// An event's table together with its compiled rules.
#[derive(Debug, Clone, Copy)]
pub struct Declaration {
    /// The family.
    pub family: &'static Family,
    /// The event in it.
    pub event: &'static Event,
    /// What the attribute names mean.
    pub dictionary: &'static Dictionary,
    /// The rules as straight-line code; without it the rules of the table are interpreted.
    pub rules: Option<Rules>,
}

/// The rules of an event as code.
pub type Rules = fn(&dyn Facts, &mut Verdicts);

impl Declaration {
    /// The declaration of an event that was not compiled: its rules are interpreted.
    #[must_use]
    pub const fn interpreted(
        family: &'static Family,
        event: &'static Event,
        dictionary: &'static Dictionary,
    ) -> Self {
        Self {
            family,
            event,
            dictionary,
            rules: None,
        }
    }

    /// Runs the rules on what a message says. Rules as code do not ask what it [refuses](Facts::refused): that is left to
    /// [`Verdicts::interpret`].
    #[inline]
    pub fn check_rules(&self, facts: &dyn Facts, verdicts: &mut Verdicts) {
        match self.rules {
            Some(rules) => rules(facts, verdicts),
            None => verdicts.interpret_into(self.event, facts),
        }
    }
}

/// The events of a message type: declared, and prepared for readers when that is first asked for.
#[derive(Debug)]
pub struct Declarations {
    own: &'static [Declaration],
    families: &'static [fn() -> &'static Declarations],
    unknown: bool,
    joined: OnceLock<Vec<Declaration>>,
    prepared: OnceLock<Events>,
}

impl Declarations {
    /// The events of a family, beside which its enum has room for an unknown one.
    #[must_use]
    pub const fn new(own: &'static [Declaration]) -> Self {
        Self::of(own, &[], true)
    }

    /// The events of several families, behind one another, with room for an unknown one.
    #[must_use]
    pub const fn join(families: &'static [fn() -> &'static Declarations]) -> Self {
        Self::of(&[], families, true)
    }

    /// The event of a struct, which can hold no other.
    #[must_use]
    pub const fn only(own: &'static [Declaration]) -> Self {
        Self::of(own, &[], false)
    }

    const fn of(
        own: &'static [Declaration],
        families: &'static [fn() -> &'static Declarations],
        unknown: bool,
    ) -> Self {
        Self {
            own,
            families,
            unknown,
            joined: OnceLock::new(),
            prepared: OnceLock::new(),
        }
    }

    /// The events as declared.
    #[must_use]
    pub fn declared(&self) -> &[Declaration] {
        if self.families.is_empty() {
            return self.own;
        }
        self.joined.get_or_init(|| {
            let families = self.families.iter();
            families
                .flat_map(|family| family().declared())
                .copied()
                .collect()
        })
    }

    /// Whether the type can hold an event that is none of these.
    #[must_use]
    pub const fn take_unknown(&self) -> bool {
        self.unknown
    }

    /// The events, prepared for readers.
    pub fn events(&self) -> &Events {
        self.prepared
            .get_or_init(|| Events::new(self.declared().iter().copied()))
    }
}

/// What the rules of an event came to on one message, where that is not "holds".
#[derive(Debug, Clone, Default)]
pub struct Verdicts(Vec<(u16, Outcome)>);

impl Verdicts {
    /// Takes the outcome of the rule with this number, counted from 0 through all footnotes of the event.
    #[inline]
    pub fn rule(&mut self, number: u16, outcome: Outcome) {
        if outcome != Outcome::Holds {
            self.push(number, outcome);
        }
    }

    #[cold]
    fn push(&mut self, number: u16, outcome: Outcome) {
        self.0.push((number, outcome));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The rules that do not hold, by number, and what they come to.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Outcome)> {
        self.0
            .iter()
            .map(|(number, outcome)| (usize::from(*number), *outcome))
    }

    /// Whether all rules hold.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What the rules of an event come to on a message, by the interpreter.
    #[must_use]
    pub fn interpret(event: &Event, facts: &dyn Facts) -> Self {
        let mut verdicts = Self::default();
        verdicts.interpret_into(event, facts);
        verdicts
    }

    pub(crate) fn interpret_into(&mut self, event: &Event, facts: &dyn Facts) {
        for (number, (_, rule)) in (0..).zip(event.rules()) {
            self.rule(number, rule.outcome(event, facts));
        }
    }
}

/// What can be read: a declared event, or an enum of events.
///
/// `event!` implements it for its structs and for the enum of the family.
pub trait Message: Sized + 'static {
    /// The families whose events may be read, known at compile time; none for a single event.
    const FAMILIES: &'static [&'static Family] = &[];

    /// The events that may be read, in the order of their variants: a static of the type.
    fn all() -> &'static Declarations;

    /// The same, prepared for readers; made once.
    #[must_use]
    fn events() -> &'static Events {
        Self::all().events()
    }

    /// The events that may be read, in the order of their variants.
    #[must_use]
    fn declarations() -> &'static [Declaration] {
        Self::all().declared()
    }

    /// Makes the typed message of a record that was checked.
    fn from_record(record: &Record<'_>) -> Result<Self, Refused>;

    /// The event that the message is and what it says; `None` for an event that is not declared.
    fn declared(&self) -> Option<(&'static Declaration, &dyn Facts)>;

    /// The attributes of the message that its table does not know.
    fn other(&self) -> &KeyValueList;

    /// The event's name.
    fn name(&self) -> &str {
        match self.declared() {
            Some((declaration, _)) => &declaration.event.name,
            None => "",
        }
    }

    /// Runs the rules.
    fn check_rules(&self, verdicts: &mut Verdicts) {
        if let Some((declaration, facts)) = self.declared() {
            declaration.check_rules(facts, verdicts);
        }
    }
}

/// A declared event: one table, one struct.
pub trait Declared: Message + Facts {
    /// The table with its rules.
    fn declaration() -> &'static Declaration;
}

/// A row whose value the Rust type refused, although its [`Kind`](events_schema::Kind) admits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused(pub usize);

/// An event that is not declared: its name, its number, and all its attributes.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UnknownEvent {
    /// The name, as the message has it; the number as text when the message has only that.
    pub name: Text,
    /// Its attributes, in the order of the message.
    pub attributes: KeyValueList,
}

impl UnknownEvent {
    /// Makes an event of a name and attributes.
    #[must_use]
    pub fn new(name: impl Into<Text>, attributes: KeyValueList) -> Self {
        Self {
            name: name.into(),
            attributes,
        }
    }
}
