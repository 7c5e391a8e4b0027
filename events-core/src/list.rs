//! Key-value lists that stand for themselves.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use events_schema::{Datum, Node, NodeValue, Pairs, Span};

/// A key-value list: pairs in their order, keys that may repeat, lists inside lists.
///
/// Everything it holds is kept in one row of nodes and one text, whatever its depth.
///
/// ```
/// use events_core::{Datum, KeyValueList};
///
/// let mut list = KeyValueList::new();
/// list.push("ReasonCode", 12);
/// list.push("Team", "north");
/// assert!(matches!(list.get("ReasonCode"), Some(Datum::Integer(12))));
/// assert_eq!(list.text("Team"), Some("north"));
/// assert_eq!(list.len(), 2);
/// ```
#[derive(Clone, Default)]
pub struct KeyValueList {
    nodes: Vec<Node>,
    text: String,
}

impl KeyValueList {
    /// An empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            nodes: Vec::new(),
            text: String::new(),
        }
    }

    /// The list, borrowed.
    #[must_use]
    pub fn pairs(&self) -> Pairs<'_> {
        Pairs::new(&self.nodes, &self.text, "")
    }

    /// The pairs in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Datum<'_>)> {
        self.pairs().into_iter()
    }

    /// How many pairs the list has, those of nested lists not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether the list has no pairs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The value of the first pair with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Datum<'_>> {
        self.pairs().get(key)
    }

    /// The text under this key, `None` when the key is absent or its value no text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Datum::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number under this key, `None` when the key is absent or its value no whole number of 64 bits.
    #[must_use]
    pub fn integer(&self, key: &str) -> Option<i64> {
        match self.get(key)? {
            Datum::Integer(value) => value.try_into().ok(),
            _ => None,
        }
    }

    /// The value under this key, parsed from its text or its digits; `None` when the key is absent or its value neither
    /// text nor number.
    ///
    /// So a type of the dictionary is had of an event that is not declared. A log does not tell ids from numbers: one
    /// whose digits are all decimal may be kept as a number, and [`text`](Self::text) would not give it.
    ///
    /// ```
    /// use events_core::families::TLibraryEvent;
    /// use events_core::read::log;
    /// use events_core::tlibrary::value::ConnId;
    ///
    /// let text = "message EventReleased\n\tAttributeConnID\t1069030112345678\n\tAttributeThisDN\t'7001'\n";
    /// let event = log::from_str::<TLibraryEvent>(text)?.into_inner();
    /// let TLibraryEvent::Unknown(event) = event else { panic!("declared") };
    /// let id = event.attributes.parse::<ConnId>("ConnID").transpose()?;
    /// assert_eq!(id, Some(ConnId::new(0x1069_0301_1234_5678)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn parse<T: FromStr>(&self, key: &str) -> Option<Result<T, T::Err>> {
        match self.get(key)? {
            Datum::Text(text) => Some(text.parse()),
            Datum::Integer(value) => Some(value.to_string().parse()),
            Datum::Real(value) => Some(value.to_string().parse()),
            _ => None,
        }
    }

    /// The bytes under this key, `None` when the key is absent or its value not binary.
    #[must_use]
    pub fn binary(&self, key: &str) -> Option<Vec<u8>> {
        match self.get(key)? {
            Datum::Binary(text) => STANDARD.decode(text).ok(),
            _ => None,
        }
    }

    /// Adds a pair at the end: a text, a number, a list or another value of a message.
    ///
    /// A list holds no moments: a time is added as its text. Whole numbers past 64 bits become real numbers.
    pub fn push<'v>(&mut self, key: &str, value: impl Into<Item<'v>>) {
        self.push_datum(key, value.into().0);
    }

    /// Adds a pair with bytes at the end.
    pub fn push_binary(&mut self, key: &str, bytes: &[u8]) {
        let text = STANDARD.encode(bytes);
        self.push_datum(key, Datum::Binary(&text));
    }

    /// Removes all pairs with this key and says whether there were any.
    pub fn remove(&mut self, key: &str) -> bool {
        let kept = self.iter().filter(|(name, _)| *name != key).collect();
        let removed = Self::len(&kept) < self.len();
        *self = kept;
        removed
    }

    fn push_datum(&mut self, key: &str, datum: Datum<'_>) {
        let key = self.intern(key);
        let at = self.nodes.len();
        let value = match datum {
            Datum::Null => NodeValue::Null,
            Datum::Boolean(value) => NodeValue::Boolean(value),
            Datum::Integer(value) => integer(value),
            Datum::Real(value) => NodeValue::Real(value),
            Datum::Text(text) => NodeValue::Text(self.intern(text)),
            Datum::Binary(text) => NodeValue::Binary(self.intern(text)),
            Datum::Time(time) => NodeValue::Text(self.intern(&time.to_string())),
            Datum::List(pairs) => {
                self.nodes.push(Node {
                    key,
                    value: NodeValue::Null,
                });
                NodeValue::List(self.nest(pairs))
            }
            Datum::Array(pairs) => {
                self.nodes.push(Node {
                    key,
                    value: NodeValue::Null,
                });
                NodeValue::Array(self.nest(pairs))
            }
            Datum::Union(member, value) => {
                self.nodes.push(Node {
                    key,
                    value: NodeValue::List(1),
                });
                return self.push_datum(member, value.into());
            }
        };
        match self.nodes.get_mut(at) {
            Some(node) => node.value = value,
            None => self.nodes.push(Node { key, value }),
        }
    }

    /// Adds the pairs of a nested list and counts their nodes.
    fn nest(&mut self, pairs: Pairs<'_>) -> u32 {
        let before = self.nodes.len();
        for (key, value) in pairs {
            self.push_datum(key, value);
        }
        u32::try_from(self.nodes.len() - before).unwrap_or(u32::MAX)
    }

    fn intern(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            start: offset(start),
            end: offset(self.text.len()),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "there is no closer number to keep"
)]
fn integer(value: i128) -> NodeValue {
    if let Ok(value) = i64::try_from(value) {
        NodeValue::Integer(value)
    } else if let Ok(value) = u64::try_from(value) {
        NodeValue::Unsigned(value)
    } else {
        NodeValue::Real(value as f64)
    }
}

/// A value for [`KeyValueList::push`], made from a text, a number, a list or a [`Datum`].
#[derive(Debug, Clone, Copy)]
pub struct Item<'a>(Datum<'a>);

impl<'a> From<Datum<'a>> for Item<'a> {
    fn from(datum: Datum<'a>) -> Self {
        Self(datum)
    }
}

impl<'a> From<&'a str> for Item<'a> {
    fn from(text: &'a str) -> Self {
        Self(Datum::Text(text))
    }
}

impl From<i64> for Item<'_> {
    fn from(value: i64) -> Self {
        Self(Datum::Integer(value.into()))
    }
}

impl<'a> From<&'a KeyValueList> for Item<'a> {
    fn from(list: &'a KeyValueList) -> Self {
        Self(Datum::List(list.pairs()))
    }
}

impl From<Pairs<'_>> for KeyValueList {
    fn from(pairs: Pairs<'_>) -> Self {
        let (nodes, text) = pairs.detach();
        Self { nodes, text }
    }
}

impl<'a, V: Into<Item<'a>>> FromIterator<(&'a str, V)> for KeyValueList {
    fn from_iter<I: IntoIterator<Item = (&'a str, V)>>(pairs: I) -> Self {
        let mut list = Self::new();
        for (key, value) in pairs {
            list.push(key, value);
        }
        list
    }
}

impl<'a, V: Into<Item<'a>>, const N: usize> From<[(&'a str, V); N]> for KeyValueList {
    fn from(pairs: [(&'a str, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl PartialEq for KeyValueList {
    /// Two lists are equal when they have equal pairs in the same order.
    fn eq(&self, other: &Self) -> bool {
        equal(self.pairs(), other.pairs())
    }
}

fn equal(left: Pairs<'_>, right: Pairs<'_>) -> bool {
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    loop {
        let same = match (left.next(), right.next()) {
            (None, None) => return true,
            (Some((a, left)), Some((b, right))) if a == b => match (left, right) {
                (Datum::List(left), Datum::List(right))
                | (Datum::Array(left), Datum::Array(right)) => equal(left, right),
                (Datum::Binary(left), Datum::Binary(right)) => left == right,
                (Datum::Null, Datum::Null) => true,
                (Datum::Integer(_), Datum::Real(_)) | (Datum::Real(_), Datum::Integer(_)) => false,
                (left, right) => left.same(right),
            },
            _ => false,
        };
        if !same {
            return false;
        }
    }
}

impl fmt::Debug for KeyValueList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Shown(self.pairs()), f)
    }
}

struct Shown<'a>(Pairs<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (key, value) in self.0 {
            map.key(&key);
            match value {
                Datum::Null => map.value(&()),
                Datum::Boolean(value) => map.value(&value),
                Datum::Integer(value) => map.value(&value),
                Datum::Real(value) => map.value(&value),
                Datum::Text(text) | Datum::Binary(text) => map.value(&text),
                Datum::Time(time) => map.value(&time),
                Datum::List(pairs) | Datum::Array(pairs) => map.value(&Shown(pairs)),
                Datum::Union(member, _) => map.value(&member),
            };
        }
        map.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tlibrary::value::ConnId;

    #[test]
    fn keeps_order_repetition_and_depth() {
        let inner = KeyValueList::from([("a", 1), ("a", 2)]);
        let mut list = KeyValueList::new();
        list.push("x", "1");
        list.push("inner", &inner);
        list.push("x", "2");
        let keys: Vec<_> = list.iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["x", "inner", "x"]);
        let Some(Datum::List(pairs)) = list.get("inner") else {
            panic!("a list")
        };
        assert_eq!(KeyValueList::from(pairs), inner);
        assert!(list.remove("x"));
        assert_eq!(list.len(), 1);
        assert!(!list.remove("x"));
    }

    #[test]
    fn order_and_type_tell_lists_apart() {
        let text = KeyValueList::from([("a", "1")]);
        let number = KeyValueList::from([("a", 1)]);
        assert_ne!(text, number);
        assert_ne!(
            KeyValueList::from([("a", 1), ("b", 2)]),
            KeyValueList::from([("b", 2), ("a", 1)])
        );
    }

    #[test]
    fn texts_and_numbers_are_parsed() {
        let mut list = KeyValueList::from([("text", "00ff"), ("word", "x")]);
        list.push("number", 17);
        list.push("list", &KeyValueList::new());
        assert_eq!(list.parse("text"), Some(Ok(ConnId::new(0xff))));
        // Its digits are those that stood in the message.
        assert_eq!(list.parse("number"), Some(Ok(ConnId::new(0x17))));
        assert_eq!(list.parse::<u8>("number"), Some(Ok(17)));
        assert_eq!(list.parse::<String>("number"), Some(Ok("17".to_owned())));
        assert!(matches!(list.parse::<ConnId>("word"), Some(Err(_))));
        assert_eq!(list.parse::<ConnId>("list"), None);
        assert_eq!(list.parse::<ConnId>("absent"), None);
    }

    #[test]
    fn bytes_come_back() {
        let mut list = KeyValueList::new();
        list.push_binary("key", &[0, 255, 3]);
        assert_eq!(list.binary("key"), Some(vec![0, 255, 3]));
    }
}
