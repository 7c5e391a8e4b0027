//! What the code of `event!` and its companions calls. Nothing here is for others, and all of it may change.

#[path = "private/among.rs"]
mod among;
#[path = "private/member.rs"]
mod member;

use std::borrow::Cow;
use std::fmt;
use std::mem::{forget, replace};

pub use events_macros::{dictionary, event, union, vocabulary};
pub use events_schema::Outcome::{Holds, Violated};
pub use events_schema::Presence::{Mandatory, Optional};
pub use events_schema::demand::{
    alike, can_be_held, clash, coincide, has_member, mischosen, misspelt_key, mistaken_example,
    takes_boolean, takes_integer, takes_key, takes_real, takes_text,
};
pub use events_schema::{
    Attribute, Cell, Clause, Condition, Datum, Definition, Dictionary, Event, Facts, Family,
    Footnote, Key, KeySet, Kind, Literal, Mark, Member, Outcome, Presence, Rule, Source, Status,
    Term, Union, UnionMember, Vocabulary, equals, event_of, follows, key,
    member as member_of_union, present, same,
};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use std::borrow::Cow::Borrowed;
pub use std::marker::PhantomData;
pub use std::option::Option::{self, None, Some};
pub use std::result::Result::{self, Err, Ok};
pub use std::slice::from_ref;

pub use self::among::{among, among_numbers, number};
pub use self::member::{
    deserialize_member, listed, member, member_of, parse_member, serialize_member, show_member,
};
pub use crate::message::{
    Declaration, Declarations, Declared, Message, Refused, Rules, UnknownEvent, Verdicts,
};
pub use crate::vocabulary::{Enumeration, ParseMemberError};
pub use crate::{KeyValueList, Record, Value};

/// The dictionary of declarations that name none.
pub static NO_DICTIONARY: Dictionary = Dictionary::EMPTY;

/// An event of a family.
#[must_use]
pub const fn event(
    name: &'static str,
    number: Option<i64>,
    description: &'static str,
    attributes: &'static [Attribute],
    footnotes: &'static [Footnote],
) -> Event {
    Event {
        name: Cow::Borrowed(name),
        number,
        description: Cow::Borrowed(description),
        attributes: Cow::Borrowed(attributes),
        footnotes: Cow::Borrowed(footnotes),
    }
}

/// What most rows have not: the union that the row is a member of, the value that the table fixes, marks, and a
/// description.
#[derive(Debug, Clone, Copy)]
pub struct More(
    pub Option<&'static str>,
    pub Option<&'static Literal>,
    pub &'static [Mark],
    pub &'static str,
);

/// The rows of a table: their names, kinds and presences, and what some of them have beside that, by place. The macro
/// writes nothing that has to be dropped, which leaves the compiler of many tables little to do.
///
/// # Panics
///
/// When a place is none, or a union is chosen by an attribute whose name is misspelt: in a constant, that is a compile
/// error.
#[must_use]
#[track_caller]
pub const fn rows<const ROWS: usize>(
    event: &str,
    names: [&'static str; ROWS],
    kinds: [&'static Kind; ROWS],
    presences: [Presence; ROWS],
    more: &[(usize, More)],
) -> [Attribute; ROWS] {
    let mut rows = [ROW; ROWS];
    // The compiler runs this for each event, slowly: what needs no call and no copy of a whole row is done without.
    // A constant function has no iterators, and cannot drop what stood in a place.
    let mut at = 0;
    while at < ROWS {
        let row = &mut rows[at];
        if let Cow::Borrowed(name) = &mut row.name {
            *name = names[at];
        }
        if !matches!(kinds[at], Kind::Event) {
            forget(replace(&mut row.kind, kind_of(kinds[at])));
        }
        row.presence = presences[at];
        at += 1;
    }
    let mut next = 0;
    while next < more.len() {
        let (at, More(union, fixed, its_marks, its_description)) = more[next];
        let row = &mut rows[at];
        if let Some(union) = union {
            forget(row.union.replace(Cow::Borrowed(union)));
        }
        if let Some(fixed) = fixed {
            forget(row.fixed.replace(literal_of(fixed)));
        }
        if let Cow::Borrowed(marks) = &mut row.marks {
            *marks = its_marks;
        }
        if let Cow::Borrowed(description) = &mut row.description {
            *description = its_description;
        }
        next += 1;
    }
    if let Some(complaint) = mischosen(event, &rows) {
        panic!("{}", complaint.text());
    }
    rows
}

const ROW: Attribute = Attribute {
    name: Cow::Borrowed(""),
    union: None,
    kind: Kind::Event,
    fixed: None,
    presence: Presence::Optional,
    marks: Cow::Borrowed(&[]),
    description: Cow::Borrowed(""),
};

/// The kind of a static, borrowed.
const fn kind_of(kind: &'static Kind) -> Kind {
    match *kind {
        Kind::Event => Kind::Event,
        Kind::Text => Kind::Text,
        Kind::Boolean => Kind::Boolean,
        Kind::Integer { min, max, none } => Kind::Integer { min, max, none },
        Kind::Hex { digits } => Kind::Hex { digits },
        Kind::Real => Kind::Real,
        Kind::Enumeration(Cow::Borrowed(vocabulary)) => {
            Kind::Enumeration(Cow::Borrowed(vocabulary))
        }
        Kind::Union(Cow::Borrowed(union)) => Kind::Union(Cow::Borrowed(union)),
        Kind::Enumeration(Cow::Owned(_)) | Kind::Union(Cow::Owned(_)) => {
            panic!("not a constant kind")
        }
        Kind::Time => Kind::Time,
        Kind::List => Kind::List,
    }
}

/// The value of a static, borrowed.
const fn literal_of(literal: &'static Literal) -> Literal {
    match *literal {
        Literal::Text(Cow::Borrowed(text)) => Literal::Text(Cow::Borrowed(text)),
        Literal::Integer(value) => Literal::Integer(value),
        Literal::Real(value) => Literal::Real(value),
        Literal::Boolean(value) => Literal::Boolean(value),
        Literal::Member {
            name: Cow::Borrowed(name),
            number,
        } => Literal::Member {
            name: Cow::Borrowed(name),
            number,
        },
        Literal::Text(Cow::Owned(_))
        | Literal::Member {
            name: Cow::Owned(_),
            ..
        } => panic!("not a constant value"),
    }
}

/// The empty list.
#[derive(Debug)]
pub struct Nothing<T: Clone + 'static>(PhantomData<T>);

impl<T: Clone + 'static> Nothing<T> {
    /// The list.
    pub const LIST: Cow<'static, [T]> = Cow::Borrowed(&[]);
}

/// The kind of the row that names the event.
pub const EVENT: &Kind = &Kind::Event;

/// The declaration of an event of a family.
#[must_use]
pub const fn declaration(
    family: &'static Family,
    at: usize,
    dictionary: &'static Dictionary,
    rules: Option<Rules>,
) -> Declaration {
    Declaration {
        family,
        event: event_of(family, at),
        dictionary,
        rules,
    }
}

/// Makes sure that the examples of a dictionary are values of its attributes.
///
/// # Panics
///
/// When one is none: in a constant, that is a compile error.
#[track_caller]
pub const fn check_examples(dictionary: &Dictionary) {
    if let Some(complaint) = mistaken_example(dictionary) {
        panic!("{}", complaint.text());
    }
}

/// Makes sure that a rule asks for no key whose name is misspelt.
///
/// # Panics
///
/// When it does: in a constant, that is a compile error.
#[track_caller]
pub const fn check_key(sets: &[&KeySet], attribute: &str, key: &str) {
    if let Some(complaint) = misspelt_key(sets, attribute, key) {
        panic!("{}", complaint.text());
    }
}

/// Makes sure that one reader can tell the events of families apart.
///
/// # Panics
///
/// When two events have one name or one number: in a constant, that is a compile error.
#[track_caller]
pub const fn tell_apart(families: &[&[&Family]]) {
    if let Some(complaint) = clash(families) {
        panic!("{}", complaint.text());
    }
}

/// The key set of a static, borrowed.
///
/// # Panics
///
/// When the key set was made at run time: in a constant, that is a compile error.
#[must_use]
pub const fn key_set_of(keys: &'static KeySet) -> KeySet {
    match (&keys.name, &keys.description, &keys.keys) {
        (Cow::Borrowed(name), Cow::Borrowed(description), Cow::Borrowed(keys)) => KeySet {
            name: Cow::Borrowed(name),
            description: Cow::Borrowed(description),
            keys: Cow::Borrowed(keys),
        },
        _ => panic!("not a constant key set"),
    }
}

/// What a field says that may be empty. `datum` is that of the type's [`Value`].
#[inline]
pub fn said<T>(field: &Option<T>, datum: fn(&T) -> Datum<'_>) -> Option<Datum<'_>> {
    field.as_ref().map(datum)
}

/// Takes the values of a record for the fields of a struct.
#[derive(Debug)]
pub struct Taking<'a> {
    record: &'a Record<'a>,
    /// The row whose value was refused last.
    pub refused: Option<usize>,
}

impl<'a> Taking<'a> {
    /// Nothing is taken yet.
    #[must_use]
    pub fn new(record: &'a Record<'a>) -> Self {
        Self {
            record,
            refused: None,
        }
    }

    /// The value of an attribute that may be absent. `from` is that of the type's [`Value`].
    pub fn optional<T>(&mut self, row: usize, from: fn(Datum<'_>) -> Option<T>) -> Option<T> {
        let taken = from(self.record.fact(row)?);
        if taken.is_none() {
            self.refused = Some(row);
        }
        taken
    }

    /// The value of an attribute that is always there. `from` is that of the type's [`Value`].
    pub fn mandatory<T>(&self, row: usize, from: fn(Datum<'_>) -> Option<T>) -> Option<T> {
        self.record.fact(row).and_then(from)
    }
}

/// The state of a builder's Mandatory attribute that was given.
#[derive(Debug)]
pub enum Given {}

/// The state of a builder's Mandatory attribute that was not given.
#[derive(Debug)]
pub enum Missing {}

/// The value of a Mandatory attribute that the builder's type says was given.
///
/// # Panics
///
/// Never: `build` is there only when each Mandatory attribute was given.
pub fn given<T>(field: Option<T>) -> T {
    field.expect("the builder's type says that the attribute was given")
}

/// Gives a builder's attribute its value.
pub fn give<T>(field: &mut Option<T>, value: impl IntoValue<T>) {
    *field = Some(value.into_value());
}

/// Prints a builder.
pub fn show_builder(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_struct(name).finish_non_exhaustive()
}

/// What a setter takes: the attribute's type, or a text where the type can be made of one.
#[diagnostic::on_unimplemented(message = "`{Self}` is no value of an attribute of type `{T}`")]
pub trait IntoValue<T> {
    /// The value.
    fn into_value(self) -> T;
}

impl<T: Value> IntoValue<T> for T {
    fn into_value(self) -> T {
        self
    }
}

impl<'a, T: Value + OfText<&'a str>> IntoValue<T> for &'a str {
    fn into_value(self) -> T {
        T::of_text(self)
    }
}

impl<T: Value + OfText<String>> IntoValue<T> for String {
    fn into_value(self) -> T {
        T::of_text(self)
    }
}

/// What any text is a value of. It says more than `From` does where a text has to be parsed first.
#[diagnostic::on_unimplemented(
    message = "a text is no value of type `{Self}`",
    label = "parse it if it spells one: `\"…\".parse::<{Self}>()?`"
)]
pub trait OfText<S> {
    /// The value.
    fn of_text(text: S) -> Self;
}

#[diagnostic::do_not_recommend]
impl<S, T: From<S>> OfText<S> for T {
    fn of_text(text: S) -> Self {
        text.into()
    }
}

/// Whether a record is of an event of this family.
#[must_use]
pub fn belongs<T: Message>(record: &Record<'_>) -> bool {
    let family = record.table.declaration.family;
    T::declarations()
        .iter()
        .any(|declaration| std::ptr::eq(declaration.family, family))
}

/// A member of a union and what it holds.
#[must_use]
pub fn hold<'a>(member: &'a str, datum: Datum<'a>) -> Datum<'a> {
    match datum.scalar() {
        Some(held) => Datum::Union(member, held),
        None => Datum::Null,
    }
}

/// The name of the member that a union holds, and what that is; a bare number has no name.
#[must_use]
pub fn held(datum: Datum<'_>) -> (&str, Datum<'_>) {
    match datum {
        Datum::Union(member, held) => (member, held.into()),
        datum => ("", datum),
    }
}

/// Serializes a declared event through its table: what is written is compiled once for a format, not for each event.
pub fn serialize_event<S: Serializer>(
    declaration: &'static Declaration,
    facts: &dyn Facts,
    other: &KeyValueList,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    crate::read::serde::serialize_event(declaration, facts, other, serializer)
}

/// Serializes a message through its table.
pub fn serialize<T: Message, S: Serializer>(message: &T, serializer: S) -> Result<S::Ok, S::Error> {
    crate::read::serde::serialize(message, serializer)
}

/// Deserializes a message through its table; its rules are not looked at.
pub fn deserialize<'de, T: Message, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    crate::read::serde::deserialize(deserializer)
}

/// An empty list, for fields that a builder fills.
#[must_use]
pub const fn no_other() -> KeyValueList {
    KeyValueList::new()
}
