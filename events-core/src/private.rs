//! What the code of `event!` and its companions calls. Nothing here is for others, and all of it may change.

#[path = "private/member.rs"]
mod member;

use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::OnceLock;

pub use events_macros::{dictionary, event, union, vocabulary};
pub use events_schema::Presence::{Mandatory, Optional};
pub use events_schema::{
    Attribute, Cell, Clause, Condition, Datum, Definition, Dictionary, Event, Facts, Family,
    Footnote, Key, KeySet, Kind, Literal, Mark, Member, Outcome, Presence, Rule, Source, Status,
    Term, Union, UnionMember, Vocabulary, equals, event_of, follows, key,
    member as member_of_union, present, same,
};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use std::borrow::Cow::Borrowed;

pub use self::member::{
    deserialize_member, listed, member, member_of, parse_member, serialize_member, show_member,
};
pub use crate::message::{Declaration, Declared, Message, Refused, UnknownEvent, Verdicts};
pub use crate::vocabulary::{Enumeration, ParseMemberError};
pub use crate::{Events, KeyValueList, Record, Value};

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

/// A row of a table.
#[must_use]
pub const fn row(
    name: &'static str,
    kind: Kind,
    presence: Presence,
    fixed: Option<Literal>,
    marks: &'static [Mark],
    description: &'static str,
) -> Attribute {
    Attribute {
        name: Cow::Borrowed(name),
        union: None,
        kind,
        fixed,
        presence,
        marks: Cow::Borrowed(marks),
        description: Cow::Borrowed(description),
    }
}

/// A row of a member of a union.
#[must_use]
pub const fn member_row(
    union: &'static str,
    name: &'static str,
    kind: Kind,
    presence: Presence,
    fixed: Option<Literal>,
    marks: &'static [Mark],
    description: &'static str,
) -> Attribute {
    Attribute {
        name: Cow::Borrowed(name),
        union: Some(Cow::Borrowed(union)),
        kind,
        fixed,
        presence,
        marks: Cow::Borrowed(marks),
        description: Cow::Borrowed(description),
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

/// Whether a value is one of these; an absent value cannot be told.
#[inline]
#[must_use]
pub fn among(datum: Option<Datum<'_>>, values: &[Datum<'_>]) -> Outcome {
    datum.map_or(Outcome::CannotTell, |datum| {
        values.iter().any(|value| datum.same(*value)).into()
    })
}

/// The number of a member as a message says it.
#[inline]
#[must_use]
pub fn number(number: i64) -> Datum<'static> {
    Datum::Integer(number.into())
}

/// What a field says that may be empty. `datum` is that of the type's [`Value`].
#[inline]
pub fn said<T>(field: Option<&T>, datum: fn(&T) -> Datum<'_>) -> Option<Datum<'_>> {
    field.map(datum)
}

/// The value of an attribute that may be absent. `from` is that of the type's [`Value`].
pub fn optional<T>(
    record: &Record<'_>,
    row: usize,
    from: fn(Datum<'_>) -> Option<T>,
) -> Result<Option<T>, Refused> {
    match record.fact(row) {
        None => Ok(None),
        Some(datum) => from(datum).map(Some).ok_or(Refused(row)),
    }
}

/// The value of an attribute that is always there. `from` is that of the type's [`Value`].
pub fn mandatory<T>(
    record: &Record<'_>,
    row: usize,
    from: fn(Datum<'_>) -> Option<T>,
) -> Result<T, Refused> {
    record.fact(row).and_then(from).ok_or(Refused(row))
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

impl<'a, T: Value + From<&'a str>> IntoValue<T> for &'a str {
    fn into_value(self) -> T {
        self.into()
    }
}

impl<T: Value + From<String>> IntoValue<T> for String {
    fn into_value(self) -> T {
        self.into()
    }
}

/// The events of a message type, prepared when they are first asked for.
#[derive(Debug)]
pub struct Prepared(OnceLock<Events>);

impl Prepared {
    /// Nothing is prepared yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "only made as a static")]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The events, which must be the same each time.
    pub fn of(&self, declarations: &'static [&'static Declaration]) -> &Events {
        self.0.get_or_init(|| Events::of_declarations(declarations))
    }
}

/// The declarations of several families behind one another.
///
/// # Panics
///
/// When they are not as many as asked for: in a constant, that is a compile error.
#[must_use]
pub const fn concat<const N: usize>(
    families: &[&[&'static Declaration]],
) -> [&'static Declaration; N] {
    let mut all = [families[0][0]; N];
    // A constant function has no iterators.
    let (mut family, mut count) = (0, 0);
    while family < families.len() {
        let mut event = 0;
        while event < families[family].len() {
            all[count] = families[family][event];
            count += 1;
            event += 1;
        }
        family += 1;
    }
    assert!(count == N, "as many declarations as there are");
    all
}

/// Whether a record is of an event of this family.
#[must_use]
pub fn belongs<T: Message>(record: &Record<'_>) -> bool {
    let family = record.table.declaration.family;
    T::DECLARATIONS
        .iter()
        .any(|declaration| std::ptr::eq(declaration.family, family))
}

/// The kind of a type, borrowed: a constant cannot drop one.
#[derive(Debug)]
pub struct KindOf<T>(PhantomData<T>);

impl<T: Value> KindOf<T> {
    /// The kind.
    pub const KIND: &'static Kind = &T::KIND;
}

/// Whether an attribute of this kind can be compared with a text.
#[must_use]
pub const fn takes_text(kind: &Kind) -> bool {
    matches!(kind, Kind::Text)
}

/// Whether an attribute of this kind can be compared with this whole number.
#[must_use]
pub const fn takes_integer(kind: &Kind, value: i128) -> bool {
    match kind {
        Kind::Integer { min, max, .. } => *min <= value && value <= *max,
        Kind::Real => true,
        Kind::Hex { digits } => value >= 0 && (*digits >= 16 || value < 1 << (4 * *digits)),
        _ => false,
    }
}

/// Whether an attribute of this kind can be compared with a number with a fraction.
#[must_use]
pub const fn takes_real(kind: &Kind) -> bool {
    matches!(kind, Kind::Real)
}

/// Whether an attribute of this kind can be compared with `true` or `false`.
#[must_use]
pub const fn takes_boolean(kind: &Kind) -> bool {
    matches!(kind, Kind::Boolean)
}

/// Whether an attribute of this kind has keys.
#[must_use]
pub const fn takes_key(kind: &Kind) -> bool {
    matches!(kind, Kind::List)
}

/// Whether an attribute of this kind is a union that has a member of a name and a kind.
#[must_use]
pub const fn has_member(kind: &Kind, name: &str, held: &Kind) -> bool {
    let Kind::Union(Cow::Borrowed(union)) = kind else {
        return false;
    };
    let Cow::Borrowed(members) = union.members else {
        return false;
    };
    // A constant function has no iterators.
    let mut at = 0;
    while at < members.len() {
        if let Cow::Borrowed(known) = members[at].name
            && member::equal(known, name)
        {
            return alike(&members[at].kind, held);
        }
        at += 1;
    }
    false
}

/// Whether a member of a union can hold values of this kind.
#[must_use]
pub const fn can_be_held(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Text
            | Kind::Boolean
            | Kind::Integer { .. }
            | Kind::Hex { .. }
            | Kind::Real
            | Kind::Enumeration(_)
    )
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

/// Whether attributes of these kinds can be compared with each other.
#[must_use]
pub const fn alike(left: &Kind, right: &Kind) -> bool {
    match (left, right) {
        (Kind::Text, Kind::Text)
        | (Kind::Integer { .. } | Kind::Real, Kind::Integer { .. } | Kind::Real)
        | (Kind::Hex { .. }, Kind::Hex { .. })
        | (Kind::Boolean, Kind::Boolean)
        | (Kind::Time, Kind::Time) => true,
        (Kind::Enumeration(Cow::Borrowed(left)), Kind::Enumeration(Cow::Borrowed(right))) => {
            match (&left.name, &right.name) {
                (Cow::Borrowed(left), Cow::Borrowed(right)) => member::equal(left, right),
                _ => false,
            }
        }
        _ => false,
    }
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
