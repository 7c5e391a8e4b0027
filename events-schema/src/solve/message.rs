//! Messages that the solver finds.

use std::fmt;
use std::sync::Arc;

use super::Solver;
use super::space::Place;
use super::value::Value;
use crate::{
    Attribute, Datum, Event, Facts, Kind, Node, NodeValue, Pairs, Presence, Span, Text, Timestamp,
};

/// A message that stands for itself: for each row of an event's table a value or none.
///
/// Values are of the kind that the row demands and plain: `"text"`, `0`, the first member. Those that no rule asks for
/// are [free](Message::is_free), and may be [set](Message::set) to values that look real. It prints as
/// `FaultCode is 1, State is "text"`.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    names: Arc<[Text]>,
    said: Vec<Option<Said>>,
    free: Arc<[bool]>,
}

/// An owned value.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Null,
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Text(String),
    Binary(String),
    Time(Timestamp),
    List(Nodes),
    Array(Nodes),
    /// A member and what it holds, which is no list and no union.
    Union(String, Box<Said>),
}

/// The pairs of a list in a row, and their texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    text: String,
}

impl Message {
    /// The attributes that the message has and their values, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Datum<'_>)> {
        let names = self.names.iter().enumerate();
        names.filter_map(|(row, name)| Some((&**name, self.fact(row)?)))
    }

    /// Whether any value of its kind would do in this row, since neither the table nor a rule asks for it.
    #[must_use]
    pub fn is_free(&self, row: usize) -> bool {
        self.free.get(row).copied().unwrap_or(false)
    }

    /// Gives the attribute in a row another value, or takes it away. A row that the table lacks is left alone.
    pub fn set(&mut self, row: usize, value: Option<Datum<'_>>) {
        if let Some(said) = self.said.get_mut(row) {
            *said = value.map(Said::of);
        }
    }

    /// Gives the attribute in a row another spelling.
    #[cfg(feature = "diff")]
    pub(crate) fn rename(&mut self, row: usize, name: &str) {
        let mut names = self.names.to_vec();
        if let Some(old) = names.get_mut(row) {
            *old = Text::Owned(name.to_owned());
        }
        self.names = names.into();
    }

    /// Adds an attribute that is no row.
    #[cfg(feature = "diff")]
    pub(crate) fn add(&mut self, name: &str, value: Datum<'_>) {
        let mut names = self.names.to_vec();
        names.push(Text::Owned(name.to_owned()));
        self.names = names.into();
        self.said.push(Some(Said::of(value)));
    }

    /// The table of an event as the message spells its attributes, with the event's name or number among them if the
    /// message has it: a message that proves something may be spelled otherwise than the table.
    #[must_use]
    pub fn table(&self, event: &Event) -> Event {
        let mut table = event.clone();
        let rows = table.attributes.to_mut();
        for (at, name) in self.names.iter().enumerate() {
            match rows.get_mut(at) {
                Some(row) => row.name.clone_from(name),
                None => rows.push(Attribute {
                    name: name.clone(),
                    union: None,
                    kind: Kind::Event,
                    fixed: None,
                    presence: Presence::Mandatory,
                    marks: Vec::new().into(),
                    description: Text::default(),
                }),
            }
        }
        table
    }

    /// The same message with the rows of another table; what that lacks is left out.
    #[must_use]
    pub fn in_table(&self, event: &Event) -> Self {
        let place = |name: &Text| self.names.iter().position(|other| other == name);
        let places: Vec<_> = event
            .attributes
            .iter()
            .map(|row| place(&row.name))
            .collect();
        Self {
            names: event
                .attributes
                .iter()
                .map(|row| row.name.clone())
                .collect(),
            said: places
                .iter()
                .map(|place| place.and_then(|row| self.said[row].clone()))
                .collect(),
            free: places
                .iter()
                .map(|place| place.is_some_and(|row| self.free[row]))
                .collect(),
        }
    }
}

impl Facts for Message {
    fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
        self.said.get(attribute)?.as_ref().map(Said::datum)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, datum)) in self.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{name} is {}", Kind::Text.show(datum))?;
        }
        Ok(())
    }
}

impl Said {
    fn of(datum: Datum<'_>) -> Self {
        match datum {
            Datum::Null => Said::Null,
            Datum::Boolean(value) => Said::Boolean(value),
            Datum::Integer(value) => Said::Integer(value),
            Datum::Real(value) => Said::Real(value),
            Datum::Text(text) => Said::Text(text.to_owned()),
            Datum::Binary(text) => Said::Binary(text.to_owned()),
            Datum::Time(time) => Said::Time(time),
            Datum::List(pairs) => Said::List(Nodes::of(pairs)),
            Datum::Array(values) => Said::Array(Nodes::of(values)),
            Datum::Union(member, value) => {
                Said::Union(member.to_owned(), Box::new(Said::of(value.into())))
            }
        }
    }

    fn datum(&self) -> Datum<'_> {
        match self {
            Said::Null => Datum::Null,
            Said::Boolean(value) => Datum::Boolean(*value),
            Said::Integer(value) => Datum::Integer(*value),
            Said::Real(value) => Datum::Real(*value),
            Said::Text(text) => Datum::Text(text),
            Said::Binary(text) => Datum::Binary(text),
            Said::Time(time) => Datum::Time(*time),
            Said::List(nodes) => Datum::List(nodes.pairs()),
            Said::Array(nodes) => Datum::Array(nodes.pairs()),
            Said::Union(member, value) => match value.datum().scalar() {
                Some(value) => Datum::Union(member, value),
                None => Datum::Null,
            },
        }
    }
}

impl Nodes {
    fn of(pairs: Pairs<'_>) -> Self {
        let mut nodes = Self::default();
        for (key, value) in pairs {
            nodes.push(key, value);
        }
        nodes
    }

    pub(super) fn pairs(&self) -> Pairs<'_> {
        Pairs::new(&self.nodes, &self.text, "")
    }

    fn text(&mut self, text: &str) -> Span {
        let place = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let start = place(&self.text);
        self.text.push_str(text);
        Span {
            start,
            end: place(&self.text),
        }
    }

    /// Adds a pair. Lists hold no moments, which are added as text, and no whole numbers past 64 bits.
    pub(super) fn push(&mut self, key: &str, datum: Datum<'_>) {
        let key = self.text(key);
        let at = self.nodes.len();
        #[expect(
            clippy::cast_precision_loss,
            reason = "such numbers are written as real ones"
        )]
        let value = match datum {
            Datum::Null => NodeValue::Null,
            Datum::Boolean(value) => NodeValue::Boolean(value),
            Datum::Integer(value) => match (i64::try_from(value), u64::try_from(value)) {
                (Ok(value), _) => NodeValue::Integer(value),
                (_, Ok(value)) => NodeValue::Unsigned(value),
                _ => NodeValue::Real(value as f64),
            },
            Datum::Real(value) => NodeValue::Real(value),
            Datum::Text(text) => NodeValue::Text(self.text(text)),
            Datum::Binary(text) => NodeValue::Binary(self.text(text)),
            Datum::Time(time) => NodeValue::Text(self.text(&time.to_string())),
            Datum::List(pairs) | Datum::Array(pairs) => {
                self.nodes.push(Node {
                    key,
                    value: NodeValue::Null,
                });
                for (name, value) in pairs {
                    self.push(name, value);
                }
                let count = u32::try_from(self.nodes.len() - at - 1).unwrap_or(u32::MAX);
                self.nodes[at].value = match datum {
                    Datum::Array(_) => NodeValue::Array(count),
                    _ => NodeValue::List(count),
                };
                return;
            }
            Datum::Union(member, value) => {
                let (value, count) = (Datum::from(value), NodeValue::List(1));
                self.nodes.push(Node { key, value: count });
                return self.push(member, value);
            }
        };
        self.nodes.push(Node { key, value });
    }

    fn push_value(&mut self, key: &str, value: &Value) {
        match value {
            Value::List(pairs) => {
                let mut inner = Self::default();
                for (name, value) in pairs {
                    inner.push_value(name, value);
                }
                self.push(key, Datum::List(inner.pairs()));
            }
            value => self.push(key, value.datum()),
        }
    }
}

impl Solver {
    /// The message that has these values.
    pub(super) fn message(&self, found: &[usize]) -> Message {
        let value = |variable: usize| {
            let value = found[variable].checked_sub(1)?;
            self.variables[variable].values.get(value)
        };
        let member = |row: usize| {
            let mut variables = self.variables.iter().enumerate();
            variables.find_map(|(at, variable)| match &variable.place {
                Place::Member { union, name } if *union == row => {
                    let held = Box::new(Said::of(value(at)?.datum()));
                    Some(Said::Union(name.to_string(), held))
                }
                _ => None,
            })
        };
        let said = |row: usize| {
            let others = match value(row)? {
                Value::List(others) => others,
                Value::Union => return member(row),
                value => return Some(Said::of(value.datum())),
            };
            let mut nodes = Nodes::default();
            for (at, variable) in self.variables.iter().enumerate() {
                if let Place::Key { list, name } = &variable.place
                    && *list == row
                    && let Some(value) = value(at)
                {
                    nodes.push_value(name, value);
                }
            }
            for (name, value) in others {
                nodes.push_value(name, value);
            }
            Some(Said::List(nodes))
        };
        let rows = 0..self.names.len();
        Message {
            names: Arc::clone(&self.names),
            said: rows.clone().map(said).collect(),
            free: rows.map(|row| !self.variables[row].asked).collect(),
        }
    }
}
