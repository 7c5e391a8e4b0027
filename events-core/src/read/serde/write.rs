//! Messages as serde writes them.

use std::collections::HashSet;
use std::fmt::{self, Write as _};

use ::serde::ser::{SerializeMap, SerializeSeq};
use ::serde::{Serialize, Serializer};
use events_schema::{Attribute, Datum, Facts, Kind, Pairs};

use crate::{Declaration, Declarations, Draft, KeyValueList, Message};

static NOTHING: KeyValueList = KeyValueList::new();

/// A message that is written.
pub(super) struct Written<'a> {
    tag: &'a str,
    name: Option<Datum<'a>>,
    rows: &'a [Attribute],
    facts: Option<&'a dyn Facts>,
    other: &'a KeyValueList,
}

impl<'a> Written<'a> {
    pub(super) fn new<T: Message>(message: &'a T) -> Self {
        let other = message.other();
        match message.declared() {
            Some((declaration, facts)) => Self::declared(declaration, facts, other),
            None => Self::unknown(tag(T::all()), message.name(), other),
        }
    }

    pub(super) fn declared(
        declaration: &'static Declaration,
        facts: &'a dyn Facts,
        other: &'a KeyValueList,
    ) -> Self {
        Self {
            tag: &declaration.family.tag,
            name: Some(Datum::Text(&declaration.event.name)),
            rows: &declaration.event.attributes,
            facts: Some(facts),
            other,
        }
    }

    pub(super) fn draft(draft: &Draft<'a>) -> Self {
        let Draft {
            family,
            event,
            facts,
            ..
        } = *draft;
        let tag = &family.tag;
        Self {
            tag,
            name: match event.position(tag) {
                Some(row) => facts.fact(row),
                None => Some(Datum::Text(&event.name)),
            },
            rows: &event.attributes,
            facts: Some(facts),
            other: &NOTHING,
        }
    }

    pub(super) fn unknown(tag: &'a str, name: &'a str, other: &'a KeyValueList) -> Self {
        Self {
            tag,
            name: Some(Datum::Text(name)),
            rows: &[],
            facts: None,
            other,
        }
    }

    fn value(&self, row: usize) -> Option<Value<'a>> {
        let datum = self.facts?.fact(row)?;
        let kind = &self.rows.get(row)?.kind;
        Some(Value { kind, datum })
    }

    /// The name of a member that the table does not know, inside one of its unions.
    fn member(&self, name: &'a str) -> Option<(&'a str, &'a str)> {
        let (union, member) = name.split_once('.')?;
        let known = self
            .rows
            .iter()
            .any(|row| row.union.as_deref() == Some(union));
        known.then_some((union, member))
    }
}

fn tag(all: &Declarations) -> &'static str {
    let first = all.declared().first();
    first.map_or("Event", |declaration| &*declaration.family.tag)
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(name) = self.name {
            map.serialize_entry(self.tag, &Any(name))?;
        }
        let mut unions: Vec<&str> = Vec::new();
        let mut write_union = |map: &mut S::SerializeMap, union| {
            if unions.contains(&union) {
                return Ok(());
            }
            unions.push(union);
            map.serialize_entry(
                union,
                &Union {
                    message: self,
                    union,
                },
            )
        };
        for (at, row) in self.rows.iter().enumerate() {
            let Some(value) = self.value(at).filter(|_| row.name != self.tag) else {
                continue;
            };
            match row.union.as_deref() {
                Some(union) => write_union(&mut map, union)?,
                None => map.serialize_entry(&*row.name, &value)?,
            }
        }
        for (name, datum) in self.other.iter() {
            match self.member(name) {
                Some((union, _)) => write_union(&mut map, union)?,
                None => map.serialize_entry(name, &Any(datum))?,
            }
        }
        map.end()
    }
}

/// The members of a union, wherever they stand in the table.
struct Union<'a> {
    message: &'a Written<'a>,
    union: &'a str,
}

impl Serialize for Union<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (at, row) in self.message.rows.iter().enumerate() {
            let member = row
                .name
                .strip_prefix(self.union)
                .and_then(|rest| rest.strip_prefix('.'));
            if let (Some(member), Some(value)) = (member, self.message.value(at)) {
                map.serialize_entry(member, &value)?;
            }
        }
        for (name, datum) in self.message.other.iter() {
            if let Some((union, member)) = self.message.member(name)
                && union == self.union
            {
                map.serialize_entry(member, &Any(datum))?;
            }
        }
        map.end()
    }
}

/// A value of a row, as its kind is written.
struct Value<'a> {
    kind: &'a Kind,
    datum: Datum<'a>,
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.kind, self.datum) {
            (Kind::Enumeration(vocabulary), Datum::Integer(number)) => {
                let name = i64::try_from(number)
                    .ok()
                    .and_then(|number| vocabulary.name_of(number));
                match name {
                    Some(name) => serializer.serialize_str(name),
                    None => Any(self.datum).serialize(serializer),
                }
            }
            (Kind::Hex { digits }, Datum::Integer(number)) => {
                let width = usize::from(*digits);
                serializer.collect_str(&format_args!("{number:0width$x}"))
            }
            (Kind::Union(union), Datum::Union(name, value)) => {
                let kind = union
                    .member(name)
                    .map_or(&Kind::Text, |member| &member.kind);
                let datum = value.into();
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(name, &Value { kind, datum })?;
                map.end()
            }
            (_, Datum::List(pairs)) => List::new(pairs).serialize(serializer),
            (_, datum) => Any(datum).serialize(serializer),
        }
    }
}

/// A value as it stands.
struct Any<'a>(Datum<'a>);

impl Serialize for Any<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Datum::Null => serializer.serialize_unit(),
            Datum::Boolean(value) => serializer.serialize_bool(value),
            Datum::Integer(value) => match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (_, Ok(value)) => serializer.serialize_u64(value),
                _ => serializer.serialize_i128(value),
            },
            Datum::Real(value) => serializer.serialize_f64(value),
            Datum::Text(text) => serializer.serialize_str(text),
            Datum::Binary(text) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("base64", text)?;
                map.end()
            }
            Datum::Time(time) => serializer.collect_str(&time),
            Datum::List(pairs) => {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in pairs {
                    map.serialize_entry(key, &Any(value))?;
                }
                map.end()
            }
            Datum::Array(elements) => {
                let mut sequence = serializer.serialize_seq(None)?;
                for (_, value) in elements {
                    sequence.serialize_element(&Any(value))?;
                }
                sequence.end()
            }
            Datum::Union(member, value) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry(member, &Any(value.into()))?;
                map.end()
            }
        }
    }
}

/// A key-value list: a map, or a sequence of pairs where a map would lose something.
pub(super) struct List<'a> {
    pairs: Pairs<'a>,
    map: bool,
}

impl<'a> List<'a> {
    pub(super) fn new(pairs: Pairs<'a>) -> Self {
        let map = is_map(pairs);
        Self { pairs, map }
    }
}

/// Whether a list can be a map: no key comes twice, and no value is bytes.
fn is_map(pairs: Pairs<'_>) -> bool {
    let mut keys = HashSet::new();
    pairs
        .into_iter()
        .all(|(key, value)| keys.insert(key) && !matches!(value, Datum::Binary(_)))
}

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.map {
            let mut map = serializer.serialize_map(None)?;
            for (key, value) in self.pairs {
                map.serialize_entry(key, &Item { value, map: true })?;
            }
            return map.end();
        }
        let mut sequence = serializer.serialize_seq(None)?;
        for (key, value) in self.pairs {
            sequence.serialize_element(&(key, Item { value, map: false }))?;
        }
        sequence.end()
    }
}

/// A value of a list, inside a map or inside a sequence of pairs: there a map would be bytes.
struct Item<'a> {
    value: Datum<'a>,
    map: bool,
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Datum::List(pairs) => {
                let map = self.map && is_map(pairs);
                List { pairs, map }.serialize(serializer)
            }
            value => Any(value).serialize(serializer),
        }
    }
}

/// A value as reports quote it: texts in quotes, so that they are told from numbers.
pub(super) fn quote(datum: Datum<'_>, into: &mut String) -> fmt::Result {
    match datum {
        Datum::Null => write!(into, "null"),
        Datum::Boolean(value) => write!(into, "{value}"),
        Datum::Integer(value) => write!(into, "{value}"),
        Datum::Real(value) => write!(into, "{value}"),
        Datum::Text(text) | Datum::Binary(text) => write!(into, "{text:?}"),
        Datum::Time(time) => write!(into, "{time}"),
        Datum::List(pairs) => write!(into, "{:?}", KeyValueList::from(pairs)),
        Datum::Array(elements) => {
            into.push('[');
            for (at, (_, element)) in elements.into_iter().enumerate() {
                into.push_str(if at == 0 { "" } else { ", " });
                quote(element, into)?;
            }
            into.push(']');
            Ok(())
        }
        Datum::Union(member, value) => {
            write!(into, "{member:?}: ")?;
            quote(value.into(), into)
        }
    }
}
