//! Values that messages may have: enough of each kind to tell apart what rules tell apart.

use std::collections::BTreeSet;

use crate::{Datum, Kind, Literal, Text, Timestamp};

/// A value of an attribute or of a key.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Text(Text),
    Time(Timestamp),
    /// A member of an enumeration that the message writes otherwise than by its first name.
    Spelled {
        text: Text,
        number: i128,
    },
    /// The number that stands for absence.
    Nothing(i128),
    /// A member whose number is not known.
    Member(Text),
    /// A list of at least these pairs.
    List(Vec<(Text, Value)>),
    /// The member that a union holds, which is another variable.
    Union,
}

impl Value {
    /// The value that a literal stands for. Without the dictionary, a member is known by its name alone.
    pub(super) fn of(literal: &Literal, lenient: bool) -> Self {
        match literal {
            Literal::Text(text) => Value::Text(text.clone()),
            Literal::Integer(value) => Value::Integer(*value),
            Literal::Real(value) => Value::Real(*value),
            Literal::Boolean(value) => Value::Boolean(*value),
            Literal::Member { name, .. } if lenient => Value::Member(name.clone()),
            Literal::Member { number, .. } => Value::Integer((*number).into()),
        }
    }

    /// Whether rules take two values for the same.
    pub(super) fn same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Member(a), Value::Member(b)) => a == b,
            (Value::Member(_) | Value::Nothing(_), _)
            | (_, Value::Member(_) | Value::Nothing(_)) => false,
            (Value::Spelled { number, .. }, other) | (other, Value::Spelled { number, .. }) => {
                let number = Value::Integer(*number);
                match other {
                    Value::Spelled { number: other, .. } => number == Value::Integer(*other),
                    other => number.datum().same(other.datum()),
                }
            }
            _ => self.datum().same(other.datum()),
        }
    }

    /// Whether a key of this kind may have the value.
    pub(super) fn is_a(&self, kind: &Kind) -> bool {
        match self {
            Value::List(_) => *kind == Kind::List,
            _ => kind.admits(self.datum()),
        }
    }

    /// The value as messages say it; lists and unions are built by the message.
    pub(super) fn datum(&self) -> Datum<'_> {
        match self {
            Value::Null | Value::List(_) | Value::Union => Datum::Null,
            Value::Boolean(value) => Datum::Boolean(*value),
            Value::Integer(value) | Value::Nothing(value) => Datum::Integer(*value),
            Value::Real(value) => Datum::Real(*value),
            Value::Text(text) | Value::Member(text) | Value::Spelled { text, .. } => {
                Datum::Text(text)
            }
            Value::Time(time) => Datum::Time(*time),
        }
    }
}

/// The whole numbers that a message can hold.
const WHOLE: (i128, i128) = (i64::MIN as i128, u64::MAX as i128);

/// What a variable of the solver may carry.
#[derive(Debug, Clone)]
pub(super) enum Sort<'a> {
    /// Values of a kind; an attribute that holds the event's name has only that name.
    Attribute(&'a Kind, &'a Text),
    /// Any value, since the kind is not known.
    Unknown,
    /// Values of a key, to which key sets give these kinds.
    Key(Vec<&'a Kind>),
}

impl Sort<'_> {
    /// The value as a message holds it, when it is one of this sort.
    pub(super) fn take(&self, value: &Value) -> Option<Value> {
        let takes = match (self, value) {
            (Sort::Unknown, value) => *value != Value::Null,
            (Sort::Attribute(Kind::Event, name), Value::Text(text)) => text == *name,
            (Sort::Attribute(Kind::Text, _), Value::Text(_))
            | (Sort::Attribute(Kind::Boolean, _), Value::Boolean(_))
            | (Sort::Attribute(Kind::Time, _), Value::Time(_))
            | (Sort::Attribute(Kind::List, _), Value::List(_))
            | (Sort::Attribute(Kind::Union(_), _), Value::Union)
            | (Sort::Key(_), Value::Null | Value::Boolean(_) | Value::Text(_) | Value::List(_)) => {
                true
            }
            (Sort::Attribute(Kind::Real, _) | Sort::Key(_), Value::Real(value)) => {
                value.is_finite()
            }
            #[expect(clippy::cast_precision_loss, reason = "readers do the same")]
            (Sort::Attribute(Kind::Real, _), Value::Integer(value)) => {
                return Some(Value::Real(*value as f64));
            }
            (
                Sort::Attribute(Kind::Enumeration(vocabulary), _),
                Value::Spelled { text, number },
            ) => match vocabulary.number_of(text) {
                Some(named) => i128::from(named) == *number,
                None => vocabulary.numbered && i64::try_from(*number).is_ok(),
            },
            (Sort::Attribute(Kind::Integer { none, .. }, _), Value::Nothing(value)) => {
                *none == Some(*value)
            }
            (Sort::Key(_), Value::Integer(value)) => (WHOLE.0..=WHOLE.1).contains(value),
            (Sort::Attribute(kind, _), Value::Integer(value)) => match kind {
                Kind::Integer { none, .. } if *none == Some(*value) => false,
                Kind::Enumeration(vocabulary) => i64::try_from(*value).is_ok_and(|number| {
                    vocabulary.numbered || vocabulary.name_of(number).is_some()
                }),
                Kind::Union(_) => i64::try_from(*value).is_ok(),
                kind => bounds(kind).is_some_and(|(min, max)| (min..=max).contains(value)),
            },
            _ => false,
        };
        takes.then(|| value.clone())
    }

    /// Whether a value is allowed but no document would show it.
    pub(super) fn is_strange(&self, value: &Value) -> bool {
        match (self, value) {
            (Sort::Attribute(Kind::Enumeration(vocabulary), _), Value::Integer(number)) => {
                i64::try_from(*number).is_ok_and(|number| vocabulary.name_of(number).is_none())
            }
            (Sort::Attribute(Kind::Union(_), _), value) => *value != Value::Union,
            (_, Value::Spelled { .. } | Value::Nothing(_)) => true,
            (_, value) => *value == Value::Null,
        }
    }
}

/// The smallest and the largest whole number of a kind.
fn bounds(kind: &Kind) -> Option<(i128, i128)> {
    match kind {
        Kind::Integer { min, max, .. } => Some(((*min).max(WHOLE.0), (*max).min(WHOLE.1))),
        Kind::Hex { digits } => {
            let largest = 1_i128
                .checked_shl(4 * u32::from(*digits))
                .map_or(WHOLE.1, |power| power - 1);
            Some((0, largest.clamp(0, WHOLE.1)))
        }
        _ => None,
    }
}

/// Values for variables that are compared with each other: those that are named, then, of all others that some of the
/// sorts take and others do not, `count` of each.
pub(super) fn candidates(sorts: &[&Sort<'_>], named: &[Value], count: usize) -> Vec<Value> {
    let mut more = More {
        values: Vec::new(),
        breaks: BTreeSet::new(),
        count,
        named,
        alone: sorts.len() == 1 && named.is_empty(),
    };
    for value in named {
        if let Value::Integer(number) = value {
            more.isolate(*number);
        }
    }
    for sort in sorts {
        match sort {
            Sort::Attribute(Kind::Event, name) => more.values.push(Value::Text((*name).clone())),
            Sort::Attribute(kind, _) => more.kind(kind),
            Sort::Unknown => more.kind(&Kind::Text),
            Sort::Key(kinds) => {
                for kind in kinds {
                    more.key_kind(kind);
                }
                more.kind(&Kind::Text);
                more.kind(&Kind::integer(WHOLE.0, WHOLE.1));
                more.kind(&Kind::Boolean);
                more.kind(&Kind::Real);
                more.values.push(Value::Null);
            }
        }
    }
    let mut values = named.to_vec();
    // Texts and whole numbers come first, since all formats have them.
    let rare = |value: &Value| matches!(value, Value::Boolean(_) | Value::Real(_) | Value::Null);
    values.extend(more.values.iter().filter(|value| !rare(value)).cloned());
    values.extend(more.integers().into_iter().map(Value::Integer));
    values.extend(more.values.into_iter().filter(rare));
    values
}

/// Values that no rule names.
struct More<'a> {
    values: Vec<Value>,
    /// Where a whole number differs from the one before it for some sort.
    breaks: BTreeSet<i128>,
    count: usize,
    named: &'a [Value],
    /// Whether any value is as good as any other.
    alone: bool,
}

impl More<'_> {
    fn isolate(&mut self, number: i128) {
        self.breaks.insert(number);
        self.breaks.insert(number.saturating_add(1));
    }

    /// Adds what is not named of a row of values.
    fn extend(&mut self, values: impl Iterator<Item = Value>) {
        let named = self.named;
        let fresh = values.filter(|value| !named.iter().any(|named| named.same(value)));
        self.values.extend(fresh.take(self.count));
    }

    fn kind(&mut self, kind: &Kind) {
        if let Some((min, max)) = bounds(kind) {
            self.breaks.insert(min);
            self.breaks.insert(max.saturating_add(1));
        }
        match kind {
            Kind::Text => self.extend((1..).map(|number| match number {
                1 => Value::Text("text".into()),
                number => Value::Text(format!("text {number}").into()),
            })),
            Kind::Boolean => self.values.extend([true, false].map(Value::Boolean)),
            Kind::Real => self.extend((0..).map(|number| Value::Real(f64::from(number) + 0.5))),
            Kind::Integer { none, .. } => {
                if let Some(none) = none {
                    self.isolate(*none);
                }
            }
            Kind::Enumeration(vocabulary) => {
                let members = vocabulary.members.iter();
                for member in members.take(if self.alone { 1 } else { usize::MAX }) {
                    self.values.push(Value::Integer(member.number.into()));
                    self.isolate(member.number.into());
                }
                self.breaks.insert(i64::MIN.into());
                self.breaks.insert(i128::from(i64::MAX) + 1);
            }
            Kind::Time => {
                let times = (FIRST_TIME..).map_while(|seconds| Timestamp::new(seconds, 0));
                self.values.extend(times.take(self.count).map(Value::Time));
            }
            Kind::Union(_) => {
                self.values.push(Value::Union);
                self.breaks.insert(i64::MIN.into());
                self.breaks.insert(i128::from(i64::MAX) + 1);
            }
            Kind::Event | Kind::Hex { .. } | Kind::List => {}
        }
    }

    /// A key has its own spellings of some kinds.
    fn key_kind(&mut self, kind: &Kind) {
        self.kind(kind);
        match kind {
            Kind::Hex { digits } => {
                let width = usize::from(*digits);
                self.extend((0_u64..).map(|id| Value::Text(format!("{id:0width$x}").into())));
            }
            Kind::Enumeration(vocabulary) => {
                let names = vocabulary.members.iter().map(|member| &member.name);
                self.values
                    .extend(names.map(|name| Value::Text(name.clone())));
            }
            _ => {}
        }
    }

    /// Whole numbers between all breaks, those first that look least like a mistake.
    fn integers(&self) -> Vec<i128> {
        let breaks: Vec<_> = self.breaks.iter().copied().collect();
        let mut integers = Vec::new();
        for bounds in breaks.windows(2) {
            let [from, to] = [bounds[0], bounds[1]];
            let start = from.max(0).min(to);
            integers.extend((start..to).chain((from..start).rev()).take(self.count));
        }
        integers.sort_by_key(|number| (*number < 0, number.unsigned_abs()));
        integers
    }
}

/// 2026-01-01.
const FIRST_TIME: i64 = 1_767_225_600;
