//! What a reader needs to know of an event, prepared once.

mod events;
mod head;
mod names;
mod rows;

use std::borrow::Cow;

use events_schema::{
    Attribute, Dictionary, Event, Family, KeySet, Kind, Literal, Presence, Union, Vocabulary,
};

pub use self::events::Events;
use self::head::{Head, naming};
pub(crate) use self::names::Names;
pub(crate) use self::rows::{MAX_ROWS, Rows};
use crate::message::Declaration;

/// A declared event as readers need it: rows with their wire names, the rows that must be there.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) declaration: Declaration,
    pub(crate) rows: Vec<Row>,
    /// The row of the tag, where the table has one.
    pub(crate) tag: Option<usize>,
    /// The rows that each message must have: Mandatory and not waived.
    pub(crate) mandatory: Rows,
    /// The rows that a footnote waives.
    pub(crate) waived: Rows,
    /// Whether the type of an event leaves anything open about its rows: an Optional one whose value is fixed, one that
    /// is waived, or a union.
    pub(crate) open: bool,
    /// The rows of which rules ask anything.
    pub(crate) asked: Rows,
    /// The rows that the specification calls obsolete.
    pub(crate) obsolete: Rows,
    /// The rows that logs do not bear.
    pub(crate) unlogged: Rows,
    /// The attributes that messages have and no table does, and that need no saying.
    pub(crate) transport: Vec<&'static str>,
    /// The rows of lists whose pairs have lines of their own in logs.
    pub(crate) scattered: Vec<usize>,
    /// The rows of lists that rules hold against key sets, with those sets.
    pub(crate) key_sets: Vec<(usize, Vec<&'static KeySet>)>,
    /// Names of unions that have members among the rows.
    pub(crate) unions: Vec<&'static str>,
    /// The rows that hold unions, with the rows that choose their members.
    pub(crate) chosen: Vec<(usize, &'static Union, usize)>,
    /// The unions among those that are declared and whose member the table fixes, by fixing what chooses it.
    pub(crate) settled: Vec<Settled>,
    /// The names under which a message bears the event's name.
    tags: Vec<&'static str>,
    /// The names of the declared events, in the table of those that are not.
    pub(crate) declared: Vec<&'static str>,
    /// All messages that the specifications of these name.
    pub(crate) messages: Vec<&'static Vocabulary>,
    /// The tag with the event's name, as a member of a message.
    pub(crate) naming: Head,
    /// The rows by what members of a message are called: by their names, or by those of their unions.
    keys: Names<usize>,
    /// Names that the rows are also read by.
    aliases: Vec<(&'static str, usize)>,
    /// Messages to test with; none when the rules are beyond the solver.
    #[cfg(feature = "witness")]
    pub(crate) witnesses: std::sync::OnceLock<Option<events_schema::witness::Witnesses<'static>>>,
}

/// The rows of which rules of the event ask anything, be it a key or the member of a union.
fn asked(event: &Event) -> Rows {
    let mut rows = Rows::default();
    for term in event.rules().flat_map(|(_, rule)| rule.terms()) {
        let row = event.position(&term.attribute);
        let row = row.or_else(|| event.member(&term.attribute).map(|(row, _)| row));
        for row in row.into_iter().filter(|row| *row < MAX_ROWS) {
            rows.insert(row);
        }
    }
    rows
}

/// The rows of lists that rules of the event hold against key sets, with all those sets.
fn key_sets(event: &'static Event) -> Vec<(usize, Vec<&'static KeySet>)> {
    let mut rows: Vec<(usize, Vec<&'static KeySet>)> = Vec::new();
    for (term, set) in event.rules().flat_map(|(_, rule)| rule.key_sets()) {
        let Some(row) = event
            .position(&term.attribute)
            .filter(|_| term.key.is_none())
        else {
            continue;
        };
        match rows.iter_mut().find(|(known, _)| *known == row) {
            Some((_, sets)) => sets.push(set),
            None => rows.push((row, vec![set])),
        }
    }
    rows
}

/// A union of which an event can hold one member only.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) name: &'static str,
    pub(crate) union: &'static Union,
    /// The row of the member.
    pub(crate) row: usize,
    /// The row that chooses it, whose value is fixed.
    pub(crate) selector: usize,
}

impl Settled {
    fn new(
        event: &'static Event,
        dictionary: &'static Dictionary,
        name: &'static str,
    ) -> Option<Self> {
        let Kind::Union(union) = &dictionary.get(name)?.kind else {
            return None;
        };
        let selector = event.position(&union.selector)?;
        let fixed = event.attributes[selector].fixed.as_ref()?;
        let member = union.chosen(fixed.datum())?;
        let row = event.position(&format!("{name}.{}", member.name))?;
        Some(Self {
            name,
            union,
            row,
            selector,
        })
    }
}

fn transport(dictionary: &'static Dictionary) -> Vec<&'static str> {
    let facts = dictionary.definitions.iter();
    let facts = facts.filter(|definition| definition.transport);
    facts.map(|definition| &*definition.name).collect()
}

/// A row of a table, with what values are checked against at hand.
#[derive(Debug)]
pub(crate) struct Row {
    /// What comes before its value in a message.
    pub(crate) head: Head,
    pub(crate) name: &'static str,
    pub(crate) kind: RowKind,
    pub(crate) fixed: Option<&'static Literal>,
    /// The union that the row is a member of.
    pub(crate) union: Option<&'static str>,
    /// What a message mostly has for a value.
    pub(crate) usual: Usual,
    /// The small numbers that the row takes as they are.
    pub(crate) range: Range,
    /// The numbers of an enumeration's members by their names.
    pub(crate) members: Names<i64>,
    pub(crate) attribute: &'static Attribute,
    /// The names under which logs write the parts of the row.
    pub(crate) log: Vec<Cow<'static, str>>,
}

impl Row {
    /// The key of the pair with this number, for a list whose pairs have lines of their own: its name without what all
    /// names in logs begin with.
    pub(crate) fn key_of(&self, number: usize) -> &str {
        log_key(self.log.get(number).map_or("", |name| name))
    }
}

/// What a message mostly has for the value of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Usual {
    /// Any text.
    Text,
    /// The name of a member of an enumeration.
    Member,
    /// The one member of an enumeration that the table fixes.
    Fixed,
    /// A moment as a text.
    Time,
    /// 16 hexadecimal digits.
    Hex,
    /// A list that is an object.
    List,
    /// A number, or what has more forms than one.
    Other,
}

impl Usual {
    fn of(attribute: &Attribute) -> Self {
        match (&attribute.kind, &attribute.fixed) {
            (Kind::Text, None) => Self::Text,
            (Kind::Enumeration(_), None) => Self::Member,
            (Kind::Enumeration(_), Some(_)) => Self::Fixed,
            (Kind::Time, None) => Self::Time,
            (Kind::Hex { digits: 16 }, None) => Self::Hex,
            (Kind::List, _) => Self::List,
            _ => Self::Other,
        }
    }
}

/// The numbers of up to 63 bits that a row takes as they are. None when it is no row of whole numbers, or its number is
/// fixed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Range {
    min: i64,
    max: i64,
    /// What stands for absence.
    none: Option<i64>,
}

impl Range {
    fn of(attribute: &Attribute) -> Self {
        let Kind::Integer { min, max, none } = attribute.kind else {
            return Self::NOTHING;
        };
        if attribute.fixed.is_some() || min > i64::MAX.into() || max < i64::MIN.into() {
            return Self::NOTHING;
        }
        Self {
            min: min.try_into().unwrap_or(i64::MIN),
            max: max.try_into().unwrap_or(i64::MAX),
            none: none.and_then(|none| none.try_into().ok()),
        }
    }

    const NOTHING: Self = Self {
        min: 1,
        max: 0,
        none: None,
    };

    #[inline]
    pub(crate) fn takes(&self, number: i64) -> bool {
        self.min <= number && number <= self.max && self.none != Some(number)
    }
}

fn members(kind: &'static Kind) -> Names<i64> {
    let members = match kind {
        Kind::Enumeration(vocabulary) => &*vocabulary.members,
        _ => &[],
    };
    let members = members.iter().map(|member| (&*member.name, member.number));
    Names::new(&members.collect::<Vec<_>>())
}

/// A name in logs without what all of them begin with.
pub(crate) fn log_key(name: &str) -> &str {
    name.strip_prefix("Attribute").unwrap_or(name)
}

/// A [`Kind`] that is cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RowKind {
    Event,
    Text,
    Boolean,
    Integer {
        min: i128,
        max: i128,
        none: Option<i128>,
    },
    Hex {
        digits: u8,
    },
    Real,
    Enumeration(&'static Vocabulary),
    Time,
    List,
    Union(&'static Union),
}

impl From<&'static Kind> for RowKind {
    fn from(kind: &'static Kind) -> Self {
        match *kind {
            Kind::Event => RowKind::Event,
            Kind::Text => RowKind::Text,
            Kind::Boolean => RowKind::Boolean,
            Kind::Integer { min, max, none } => RowKind::Integer { min, max, none },
            Kind::Hex { digits } => RowKind::Hex { digits },
            Kind::Real => RowKind::Real,
            Kind::Enumeration(ref vocabulary) => RowKind::Enumeration(vocabulary),
            Kind::Time => RowKind::Time,
            Kind::List => RowKind::List,
            Kind::Union(ref union) => RowKind::Union(union),
        }
    }
}

/// The names under which logs write the parts of an attribute: without a definition, `Attribute` and its name. The tag
/// stands in the header.
pub(crate) fn log_names(
    family: &Family,
    dictionary: &Dictionary,
    attribute: &str,
) -> Vec<Cow<'static, str>> {
    match dictionary.get(attribute) {
        _ if attribute == family.tag => Vec::new(),
        Some(definition) => definition.log.iter().cloned().collect(),
        None => vec![Cow::Owned(format!("Attribute{attribute}"))],
    }
}

impl Table {
    /// Prepares an event.
    pub(crate) fn new(declaration: Declaration) -> Self {
        let Declaration {
            family,
            event,
            dictionary,
            ..
        } = declaration;
        let mut table = Self {
            declaration,
            rows: Vec::with_capacity(event.attributes.len()),
            tag: event.position(&family.tag),
            mandatory: Rows::default(),
            waived: Rows::default(),
            open: false,
            asked: asked(event),
            obsolete: Rows::default(),
            unlogged: Rows::default(),
            transport: transport(dictionary),
            scattered: Vec::new(),
            key_sets: key_sets(event),
            unions: Vec::new(),
            chosen: Vec::new(),
            settled: Vec::new(),
            tags: vec![&family.tag],
            declared: Vec::new(),
            messages: Vec::new(),
            naming: Head::of(naming(&family.tag, &event.name)),
            keys: Names::new(&[]),
            aliases: Vec::new(),
            #[cfg(feature = "witness")]
            witnesses: std::sync::OnceLock::new(),
        };
        if let Some(definition) = dictionary.get(&family.tag) {
            table
                .tags
                .extend(definition.aliases.iter().map(|alias| &**alias));
        }
        for (at, attribute) in event.attributes.iter().enumerate().take(MAX_ROWS) {
            let definition = dictionary.get(&attribute.name);
            let log = log_names(family, dictionary, &attribute.name);
            if attribute.presence == Presence::Mandatory && table.tag != Some(at) {
                match event.waiver(&attribute.name) {
                    Some(_) => table.waived.insert(at),
                    None => table.mandatory.insert(at),
                }
            }
            table.open |= table.waived.contains(at)
                || attribute.presence == Presence::Optional && attribute.fixed.is_some();
            if definition.is_some_and(|definition| definition.obsolete) {
                table.obsolete.insert(at);
            }
            match &log[..] {
                [] => table.unlogged.insert(at),
                [_, _, ..] if attribute.kind == Kind::List => table.scattered.push(at),
                _ => {}
            }
            if let Some(union) = attribute.union.as_deref()
                && !table.unions.contains(&union)
            {
                table.unions.push(union);
            }
            if let Kind::Union(union) = &attribute.kind
                && let Some(selector) = event.position(&union.selector)
            {
                table.chosen.push((at, union, selector));
                table.open = true;
            }
            let aliases = definition.map_or(&[][..], |definition| &definition.aliases);
            table
                .aliases
                .extend(aliases.iter().map(|alias| (&**alias, at)));
            table.rows.push(Row {
                head: Head::new(attribute, table.tag == Some(at)),
                name: &attribute.name,
                kind: (&attribute.kind).into(),
                fixed: attribute.fixed.as_ref(),
                union: attribute.union.as_deref(),
                usual: Usual::of(attribute),
                range: Range::of(attribute),
                members: members(&attribute.kind),
                attribute,
                log,
            });
        }
        table.keys = table.keys();
        let unions = table.unions.iter();
        table.settled = unions
            .filter_map(|name| Settled::new(event, dictionary, name))
            .collect();
        if table.unions.contains(&&*family.tag) {
            table.naming = Head::of(String::new());
        }
        table
    }

    fn keys(&self) -> Names<usize> {
        let keys = self.rows.iter().enumerate().filter_map(|(at, row)| {
            let union = row.union;
            let is_other = |name| self.is_tag(name) || self.unions.contains(&name);
            let key = union.or_else(|| (!is_other(row.name)).then_some(row.name));
            key.map(|key| (key, at))
        });
        Names::new(&keys.collect::<Vec<_>>())
    }

    pub(crate) fn event(&self) -> &'static Event {
        self.declaration.event
    }

    pub(crate) fn family(&self) -> &'static Family {
        self.declaration.family
    }

    /// Whether this is the table of events that no reader knows.
    #[inline]
    pub(crate) fn is_unknown(&self) -> bool {
        self.event().name.is_empty()
    }

    /// The attribute that bears the event's name.
    pub(crate) fn tag_name(&self) -> &'static str {
        self.tags.first().copied().unwrap_or_default()
    }

    /// Whether an attribute of this name bears the event's name.
    pub(crate) fn is_tag(&self, name: &str) -> bool {
        self.tags.contains(&name)
    }

    /// The attribute of this name that bears the event's name.
    pub(crate) fn tag_of(&self, name: &str) -> Option<&'static str> {
        self.tags.iter().find(|tag| **tag == name).copied()
    }

    /// The row that a name in a message means; `hint` is the row that it probably is.
    #[inline]
    pub(crate) fn find(&self, name: &str, hint: usize) -> Option<usize> {
        let ahead = self.rows.get(hint..).unwrap_or_default();
        ahead
            .iter()
            .take(3)
            .position(|row| row.name == name)
            .map(|offset| hint + offset)
            .or_else(|| self.find_slowly(name))
    }

    /// The row that a text begins with, if it is one of the next.
    #[inline]
    pub(crate) fn predict(&self, text: &[u8], hint: usize) -> Option<(usize, &Row)> {
        for number in hint..hint + 3 {
            let row = self.rows.get(number)?;
            if row.head.begins(text) {
                return Some((number, row));
            }
        }
        None
    }

    /// The same for nearly any row, when the name of the member is known.
    #[inline]
    pub(crate) fn locate(&self, text: &[u8], name: &[u8]) -> Option<(usize, &Row)> {
        let number = self.keys.guess(name)?;
        let row = self.rows.get(number)?;
        row.head.begins(text).then_some((number, row))
    }

    #[inline(never)]
    fn find_slowly(&self, name: &str) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| row.name == name)
            .or_else(|| {
                let alias = self.aliases.iter().find(|(alias, _)| *alias == name);
                alias.map(|(_, row)| *row)
            })
    }

    /// The row of a union that a key with a point names a member of, where the table has all of the union in one row;
    /// and how much of the key is before the member.
    pub(crate) fn find_dotted(&self, name: &str) -> Option<(usize, &'static Union, usize)> {
        self.rows.iter().enumerate().find_map(|(at, row)| {
            let RowKind::Union(union) = row.kind else {
                return None;
            };
            let member = name.strip_prefix(row.name)?.strip_prefix('.')?;
            Some((at, union, name.len() - member.len()))
        })
    }

    /// The row of a member of a union; `hint` is the row that it probably is.
    pub(crate) fn find_member(&self, union: &str, member: &str, hint: usize) -> Option<usize> {
        let is = |row: &Row| {
            let name = row.name.strip_prefix(union);
            name.and_then(|rest| rest.strip_prefix('.')) == Some(member)
        };
        match self.rows.get(hint) {
            Some(row) if is(row) => Some(hint),
            _ => self.rows.iter().position(is),
        }
    }
}
