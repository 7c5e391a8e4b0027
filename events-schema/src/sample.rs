//! What the tests share: a family in a constant, short ways to write rules and messages, and random rules.

use std::borrow::Cow;

use crate::{
    Attribute, Cell, Clause, Condition, Datum, Event, Facts, Family, Footnote, Key, KeySet, Kind,
    List, Literal, Mark, Member, Presence, Rule, Source, Status, Term, Text, Union, UnionMember,
    Vocabulary,
};

/// The Registration family with two of the document's conditions, and an event that has one of everything.
pub(crate) const REGISTRATION: Family = Family {
    name: Cow::Borrowed("Registration"),
    description: Cow::Borrowed("Registration of an application."),
    source: Source {
        document: Cow::Borrowed("Genesys Events and Models Reference"),
        section: Cow::Borrowed("Registration Events"),
        edition: Cow::Borrowed("4/2/2025"),
    },
    tag: Cow::Borrowed("Event"),
    events: Cow::Borrowed(&[REGISTERED, UNREGISTERED]),
};

/// An event with a fixed value, a union member, an enumeration, a key set and two footnotes.
pub(crate) const REGISTERED: Event = Event {
    name: Cow::Borrowed("EventRegistered"),
    number: Some(53),
    description: Cow::Borrowed("The application is registered."),
    attributes: Cow::Borrowed(&[
        attribute("AgentID", Kind::Text, Presence::Optional, None, A_ON_NAME),
        row("Event", Kind::Event, Presence::Mandatory),
        attribute(
            "Extensions",
            Kind::List,
            Presence::Mandatory,
            None,
            B_ON_PRESENCE,
        ),
        Attribute {
            name: Cow::Borrowed("InfoStatus.AddressType"),
            union: Some(Cow::Borrowed("InfoStatus")),
            kind: ADDRESS_TYPE,
            fixed: None,
            presence: Presence::Optional,
            marks: Cow::Borrowed(&[]),
            description: Cow::Borrowed(""),
        },
        attribute(
            "InfoType",
            Kind::integer(0, 18),
            Presence::Mandatory,
            Some(member("AddressInfoAddressType", 8)),
            &[],
        ),
        row("ThisDN", Kind::Text, Presence::Mandatory),
    ]),
    footnotes: Cow::Borrowed(&[
        Footnote {
            letter: Cow::Borrowed("a"),
            text: Cow::Borrowed("An agent is reported only for an object of type Position or DN."),
            status: Status::Checked,
            proposed: false,
            rules: Cow::Borrowed(&[Rule {
                id: Cow::Borrowed("Registration/EventRegistered[a]"),
                clause: Clause::If {
                    condition: Condition::Present(term_of("AgentID")),
                    then: Cow::Borrowed(&[Clause::Assert(OF_POSITION)]),
                    otherwise: Cow::Borrowed(&[]),
                },
            }]),
            waives: Cow::Borrowed(&[]),
        },
        Footnote {
            letter: Cow::Borrowed("b"),
            text: Cow::Borrowed("Extensions hold what EventAddressInfo reports."),
            status: Status::Partly,
            proposed: false,
            rules: Cow::Borrowed(&[Rule {
                id: Cow::Borrowed("Registration/EventRegistered[b]"),
                clause: Clause::If {
                    condition: OF_POSITION,
                    then: Cow::Borrowed(&[Clause::Assert(Condition::Follows(
                        term_of("Extensions"),
                        Cow::Owned(DN_STATUS),
                    ))]),
                    otherwise: Cow::Borrowed(&[]),
                },
            }]),
            waives: Cow::Borrowed(&[Cow::Borrowed("Extensions")]),
        },
    ]),
};

const A_ON_NAME: &[Mark] = &[mark("a", Cell::Name)];
const B_ON_PRESENCE: &[Mark] = &[mark("b", Cell::Presence)];

const UNREGISTERED: Event = Event {
    name: Cow::Borrowed("EventUnregistered"),
    number: None,
    description: Cow::Borrowed(""),
    attributes: Cow::Borrowed(&[
        row(
            "ErrorCode",
            Kind::integer(0, 4_294_967_295),
            Presence::Optional,
        ),
        row("ErrorMessage", Kind::Text, Presence::Optional),
        row(
            "ReferenceID",
            Kind::Integer {
                min: 0,
                max: u64::MAX as i128,
                none: Some(4_294_967_295),
            },
            Presence::Optional,
        ),
        row("Level", Kind::Real, Presence::Optional),
        row("ConnID", Kind::Hex { digits: 16 }, Presence::Optional),
        row("Last", Kind::Boolean, Presence::Optional),
        row("time", Kind::Time, Presence::Mandatory),
    ]),
    footnotes: Cow::Borrowed(&[Footnote {
        letter: Cow::Borrowed("a"),
        text: Cow::Borrowed(""),
        status: Status::Unread,
        proposed: false,
        rules: Cow::Borrowed(&[Rule {
            id: Cow::Borrowed("Registration/EventUnregistered[a]"),
            clause: Clause::Assert(Condition::Equals(term_of("Level"), Literal::Real(0.5))),
        }]),
        waives: Cow::Borrowed(&[]),
    }]),
};

const OF_POSITION: Condition = Condition::In(
    term_of("InfoStatus.AddressType"),
    Cow::Borrowed(&[member("AddressTypePosition", 2), member("AddressTypeDN", 1)]),
);

/// The key set that the sample's footnote `b` asks for.
pub(crate) const DN_STATUS: KeySet = KeySet {
    name: Cow::Borrowed("AddressInfoDNStatus"),
    description: Cow::Borrowed("The calls at the object."),
    keys: Cow::Borrowed(&[Key {
        name: Cow::Borrowed("ps-%d"),
        kinds: Cow::Borrowed(&[Kind::integer(0, 4095)]),
        description: Cow::Borrowed("The state of a party."),
    }]),
};

/// The kind of the sample's enumeration.
pub(crate) const ADDRESS_TYPE: Kind = Kind::Enumeration(Cow::Owned(Vocabulary {
    name: Cow::Borrowed("TAddressType"),
    description: Cow::Borrowed(""),
    numbered: true,
    members: Cow::Borrowed(&[
        of_type("AddressTypeUnknown", 0),
        of_type("AddressTypeDN", 1),
        of_type("AddressTypePosition", 2),
        of_type("AddressTypeQueue", 3),
    ]),
}));

const fn of_type(name: &'static str, number: i64) -> Member {
    Member {
        name: Cow::Borrowed(name),
        number,
        description: Cow::Borrowed(""),
    }
}

/// The value of an enumeration.
pub(crate) const fn member(name: &'static str, number: i64) -> Literal {
    Literal::Member {
        name: Cow::Borrowed(name),
        number,
    }
}

const fn mark(letter: &'static str, cell: Cell) -> Mark {
    Mark {
        letter: Cow::Borrowed(letter),
        cell,
    }
}

const fn attribute(
    name: &'static str,
    kind: Kind,
    presence: Presence,
    fixed: Option<Literal>,
    marks: &'static [Mark],
) -> Attribute {
    Attribute {
        name: Cow::Borrowed(name),
        union: None,
        kind,
        fixed,
        presence,
        marks: Cow::Borrowed(marks),
        description: Cow::Borrowed(""),
    }
}

/// A row without marks.
const fn row(name: &'static str, kind: Kind, presence: Presence) -> Attribute {
    attribute(name, kind, presence, None, &[])
}

const fn term_of(attribute: &'static str) -> Term {
    Term {
        attribute: Cow::Borrowed(attribute),
        key: None,
    }
}

/// An event with these Optional attributes.
pub(crate) fn event(attributes: &[(&'static str, Kind)]) -> Event {
    Event {
        name: "EventSample".into(),
        number: None,
        description: Text::default(),
        attributes: attributes
            .iter()
            .map(|(name, kind)| row(name, kind.clone(), Presence::Optional))
            .collect(),
        footnotes: List::default(),
    }
}

/// A union of a text `M`, which 1 chooses, and of a number `N` from 0 to 9, which 2 and 3 choose.
pub(crate) fn union() -> Kind {
    let number = |number| Literal::Integer(number);
    let member = |name: &'static str, kind, chosen_by: &[Literal]| UnionMember {
        name: name.into(),
        kind,
        chosen_by: chosen_by.to_vec().into(),
        description: Text::default(),
    };
    Kind::Union(Cow::Owned(Union {
        name: "Details".into(),
        description: Text::default(),
        selector: "S".into(),
        members: vec![
            member("M", Kind::Text, &[number(1)]),
            member("N", Kind::integer(0, 9), &[number(2), number(3)]),
        ]
        .into(),
    }))
}

/// A rule without a footnote.
pub(crate) fn rule(clause: Clause) -> Rule {
    Rule {
        id: "Sample/EventSample[a]".into(),
        clause,
    }
}

/// A term, written as `ThisDN` or as `Extensions[ReasonCode]`.
pub(crate) fn term(name: &str) -> Term {
    let (attribute, key) = match name.split_once('[') {
        None => (name, None),
        Some((attribute, key)) => (attribute, key.strip_suffix(']')),
    };
    Term {
        attribute: attribute.to_owned().into(),
        key: key.map(|key| key.to_owned().into()),
    }
}

pub(crate) fn present(name: &str) -> Condition {
    Condition::Present(term(name))
}

pub(crate) fn is(name: &str, value: Literal) -> Condition {
    Condition::Equals(term(name), value)
}

pub(crate) fn among<const N: usize>(name: &str, values: [Literal; N]) -> Condition {
    Condition::In(term(name), Vec::from(values).into())
}

pub(crate) fn same(left: &str, right: &str) -> Condition {
    Condition::Same(term(left), term(right))
}

pub(crate) fn follows(name: &str, keys: &KeySet) -> Condition {
    Condition::Follows(term(name), Cow::Owned(keys.clone()))
}

pub(crate) fn all<const N: usize>(parts: [Condition; N]) -> Condition {
    Condition::All(Vec::from(parts).into())
}

pub(crate) fn any<const N: usize>(parts: [Condition; N]) -> Condition {
    Condition::Any(Vec::from(parts).into())
}

pub(crate) fn not(condition: Condition) -> Condition {
    Condition::None(vec![condition].into())
}

pub(crate) fn text(text: &'static str) -> Literal {
    Literal::Text(text.into())
}

/// `if condition { then } else { otherwise }`.
pub(crate) fn branch(condition: Condition, then: Vec<Clause>, otherwise: Vec<Clause>) -> Clause {
    Clause::If {
        condition,
        then: then.into(),
        otherwise: otherwise.into(),
    }
}

/// What a message says, row by row.
pub(crate) struct Message<'a>(pub(crate) Vec<Option<Datum<'a>>>);

impl<'a> Message<'a> {
    /// A message of the event that says this.
    pub(crate) fn of(event: &Event, said: &[(&str, Datum<'a>)]) -> Self {
        let datum = |row: &Attribute| said.iter().find(|(name, _)| *name == row.name);
        Self(
            event
                .attributes
                .iter()
                .map(|row| datum(row).map(|(_, datum)| *datum))
                .collect(),
        )
    }
}

impl Facts for Message<'_> {
    fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
        self.0[attribute]
    }
}

/// The names that random rules speak of.
pub(crate) const NAMES: [&str; 3] = ["A", "B", "C"];

/// An event with the attributes of random rules.
pub(crate) fn random_event() -> Event {
    event(&NAMES.map(|name| (name, Kind::integer(0, 9))))
}

/// All 27 messages of that event in which an attribute is absent, 1 or 2.
pub(crate) fn messages() -> impl Iterator<Item = Message<'static>> {
    let datum = |digit| (digit > 0).then_some(Datum::Integer(digit));
    (0..27).map(move |code| Message([code % 3, code / 3 % 3, code / 9].map(datum).to_vec()))
}

/// A source of numbers that are the same in each run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn name(&mut self) -> &'static str {
        ["A", "B", "C"][usize::try_from(self.roll(3)).unwrap()]
    }

    fn value(&mut self) -> Literal {
        Literal::Integer((1 + self.roll(2)).into())
    }

    fn condition(&mut self, depth: u64) -> Condition {
        let sort = if depth == 0 {
            self.roll(4)
        } else {
            self.roll(7)
        };
        match sort {
            0 => present(self.name()),
            1 => is(self.name(), self.value()),
            2 => among(self.name(), [self.value(), Literal::Integer(3)]),
            3 => same(self.name(), self.name()),
            sort => {
                let parts = (0..=self.roll(3))
                    .map(|_| self.condition(depth - 1))
                    .collect::<Vec<_>>()
                    .into();
                match sort {
                    4 => Condition::All(parts),
                    5 => Condition::Any(parts),
                    _ => Condition::None(parts),
                }
            }
        }
    }

    /// A clause with nested ones.
    pub(crate) fn clause(&mut self, depth: u64) -> Clause {
        if depth == 0 || self.roll(3) == 0 {
            return Clause::Assert(self.condition(depth));
        }
        let condition = self.condition(1);
        let then = (0..self.roll(3)).map(|_| self.clause(depth - 1)).collect();
        let otherwise = (0..self.roll(2)).map(|_| self.clause(depth - 1)).collect();
        branch(condition, then, otherwise)
    }
}
