//! What a message says: values as they stand in it, borrowed.

use crate::Timestamp;

/// One value of a message, borrowed from wherever the message is.
///
/// It says what stands there, not what was expected: an enumeration is the [`Integer`](Datum::Integer) behind its
/// name, an id in hexadecimal the integer that it writes.
#[derive(Debug, Clone, Copy)]
pub enum Datum<'a> {
    /// Nothing, said explicitly; only in attributes that the table does not know.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i128),
    /// A number with a fraction.
    Real(f64),
    /// A text.
    Text(&'a str),
    /// Bytes, as standard base64 with padding.
    Binary(&'a str),
    /// A moment.
    Time(Timestamp),
    /// A key-value list.
    List(Pairs<'a>),
    /// Values in a row without keys; only in attributes that the table does not know.
    Array(Pairs<'a>),
    /// A member of a union and what it holds.
    Union(&'a str, Scalar<'a>),
}

/// A value that holds no others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i128),
    /// A number with a fraction.
    Real(f64),
    /// A text.
    Text(&'a str),
}

impl<'a> From<Scalar<'a>> for Datum<'a> {
    #[inline]
    fn from(scalar: Scalar<'a>) -> Self {
        match scalar {
            Scalar::Boolean(value) => Datum::Boolean(value),
            Scalar::Integer(value) => Datum::Integer(value),
            Scalar::Real(value) => Datum::Real(value),
            Scalar::Text(value) => Datum::Text(value),
        }
    }
}

impl<'a> Datum<'a> {
    /// The value, when it is one that a member of a union can hold.
    #[inline]
    #[must_use]
    pub fn scalar(self) -> Option<Scalar<'a>> {
        Some(match self {
            Datum::Boolean(value) => Scalar::Boolean(value),
            Datum::Integer(value) => Scalar::Integer(value),
            Datum::Real(value) => Scalar::Real(value),
            Datum::Text(value) => Scalar::Text(value),
            _ => return None,
        })
    }
}

impl Datum<'_> {
    /// Whether two values are the same. Lists and unions are never the same as anything: no rule compares them.
    #[inline]
    #[must_use]
    #[expect(
        clippy::float_cmp,
        reason = "a rule asks for the very number, which a whole one may stand for"
    )]
    pub fn same(self, other: Datum<'_>) -> bool {
        match (self, other) {
            (Datum::Text(a), Datum::Text(b)) => a == b,
            (Datum::Integer(a), Datum::Integer(b)) => a == b,
            (Datum::Boolean(a), Datum::Boolean(b)) => a == b,
            (Datum::Time(a), Datum::Time(b)) => a == b,
            (Datum::Real(a), Datum::Real(b)) => a == b,
            (Datum::Integer(a), Datum::Real(b)) | (Datum::Real(b), Datum::Integer(a)) => {
                whole(b) == Some(a)
            }
            _ => false,
        }
    }
}

/// The whole number that a real one is. Whole numbers are compared as such: as real ones, two that differ may be equal
/// to the same third.
#[cold]
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is looked at before"
)]
fn whole(real: f64) -> Option<i128> {
    const PAST: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;
    ((-PAST..PAST).contains(&real) && real.fract() == 0.0).then_some(real as i128)
}

/// What a message says, attribute by attribute: the one thing that rules ask of a message.
pub trait Facts {
    /// The value of the attribute in row `attribute` of the event's table, `None` when it is absent.
    fn fact(&self, attribute: usize) -> Option<Datum<'_>>;

    /// Whether the attribute in this row is there all the same although it has no value: what the message says is none
    /// that the attribute may have.
    fn refused(&self, attribute: usize) -> bool {
        let _ = attribute;
        false
    }
}

/// A stretch of text in the two buffers of [`Pairs`]: offsets into the first, or past its end into the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// Where the text starts.
    pub start: u32,
    /// Where it ends; never before `start`.
    pub end: u32,
}

impl Span {
    /// The text at this place. A span of other buffers gives some other text or none, never a panic.
    #[inline]
    #[must_use]
    pub fn of<'a>(self, input: &'a str, scratch: &'a str) -> &'a str {
        let (start, end) = (self.start as usize, self.end as usize);
        let found = if start < input.len() {
            input.get(start..end)
        } else {
            scratch.get(start - input.len()..end.saturating_sub(input.len()))
        };
        found.unwrap_or_default()
    }

    /// The first byte of the text at this place, where it has one.
    #[inline]
    pub(crate) fn first(self, input: &str, scratch: &str) -> Option<u8> {
        let start = self.start as usize;
        let byte = match input.as_bytes().get(start) {
            None => scratch.as_bytes().get(start - input.len()),
            byte => byte,
        };
        byte.copied().filter(|_| self.start < self.end)
    }
}

/// A key and its value, in the flat form of a list: what a nested list holds follows it directly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// The key; empty in an array.
    pub key: Span,
    /// The value.
    pub value: NodeValue,
}

/// The value of a [`Node`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NodeValue {
    /// Nothing, said explicitly.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A whole number above those.
    Unsigned(u64),
    /// A number with a fraction.
    Real(f64),
    /// A text.
    Text(Span),
    /// Bytes, as standard base64 with padding.
    Binary(Span),
    /// A nested list of the given number of nodes, nested ones included.
    List(u32),
    /// An array of the given number of nodes, nested ones included.
    Array(u32),
}

/// A key-value list, borrowed: its nodes in a row and the two buffers that hold their texts.
///
/// Readers put the lists of a message into one row of nodes that they use again for the next message, so that a
/// list costs no allocation however deep it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pairs<'a> {
    nodes: &'a [Node],
    input: &'a str,
    scratch: &'a str,
}

impl<'a> Pairs<'a> {
    /// A list of these nodes, whose texts stand in `input` and, past its end, in `scratch`.
    #[must_use]
    pub const fn new(nodes: &'a [Node], input: &'a str, scratch: &'a str) -> Self {
        Self {
            nodes,
            input,
            scratch,
        }
    }

    /// Whether the list holds nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The value of the first pair with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Datum<'a>> {
        self.nodes()
            .find(|(node, _)| self.key(node) == key)
            .map(|(node, inside)| self.datum(node, inside))
    }

    /// The list as nodes and a text of its own that holds their texts and nothing else.
    #[must_use]
    pub fn detach(&self) -> (Vec<Node>, String) {
        let length = |span: Span| span.end.saturating_sub(span.start) as usize;
        let texts = self.nodes.iter().map(|node| match node.value {
            NodeValue::Text(text) | NodeValue::Binary(text) => length(node.key) + length(text),
            _ => length(node.key),
        });
        let mut text = String::with_capacity(texts.sum());
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut own = |span: Span| {
            let start = text.len();
            text.push_str(span.of(self.input, self.scratch));
            Span {
                start: offset(start),
                end: offset(text.len()),
            }
        };
        let nodes = self.nodes.iter().map(|node| Node {
            key: own(node.key),
            value: match node.value {
                NodeValue::Text(text) => NodeValue::Text(own(text)),
                NodeValue::Binary(text) => NodeValue::Binary(own(text)),
                value => value,
            },
        });
        (nodes.collect(), text)
    }

    /// The nodes of the list's own pairs, each with the nodes inside it.
    pub fn nodes(&self) -> impl Iterator<Item = (&'a Node, &'a [Node])> + use<'a> {
        let mut nodes = self.nodes;
        std::iter::from_fn(move || next_node(&mut nodes))
    }

    /// The key of a node.
    #[inline]
    pub(crate) fn key(&self, node: &Node) -> &'a str {
        node.key.of(self.input, self.scratch)
    }

    /// The first byte of a node's key.
    #[inline]
    pub(crate) fn first_of_key(&self, node: &Node) -> Option<u8> {
        node.key.first(self.input, self.scratch)
    }

    /// The value of a node with the nodes inside it.
    #[inline]
    pub(crate) fn datum(&self, node: &Node, inside: &'a [Node]) -> Datum<'a> {
        let Pairs { input, scratch, .. } = *self;
        match node.value {
            NodeValue::Null => Datum::Null,
            NodeValue::Boolean(value) => Datum::Boolean(value),
            NodeValue::Integer(value) => Datum::Integer(value.into()),
            NodeValue::Unsigned(value) => Datum::Integer(value.into()),
            NodeValue::Real(value) => Datum::Real(value),
            NodeValue::Text(span) => Datum::Text(span.of(input, scratch)),
            NodeValue::Binary(span) => Datum::Binary(span.of(input, scratch)),
            NodeValue::List(_) => Datum::List(Pairs::new(inside, input, scratch)),
            NodeValue::Array(_) => Datum::Array(Pairs::new(inside, input, scratch)),
        }
    }
}

/// Takes a node and the nodes inside it from the front.
#[inline]
fn next_node<'a>(nodes: &mut &'a [Node]) -> Option<(&'a Node, &'a [Node])> {
    let (node, rest) = nodes.split_first()?;
    let inside = match node.value {
        NodeValue::List(count) | NodeValue::Array(count) => rest.len().min(count as usize),
        _ => 0,
    };
    let (inside, after) = rest.split_at(inside);
    *nodes = after;
    Some((node, inside))
}

impl<'a> IntoIterator for Pairs<'a> {
    type Item = (&'a str, Datum<'a>);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        Iter(self)
    }
}

/// The pairs of a list in their order, nested ones inside their list.
#[derive(Debug, Clone)]
pub struct Iter<'a>(Pairs<'a>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, Datum<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let (node, inside) = next_node(&mut self.0.nodes)?;
        Some((self.0.key(node), self.0.datum(node, inside)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(start: u32, end: u32) -> NodeValue {
        NodeValue::Text(Span { start, end })
    }

    #[test]
    fn nested_lists_stand_inside_their_list() {
        let key = |start| Span {
            start,
            end: start + 1,
        };
        let nodes = [
            Node {
                key: key(0),
                value: NodeValue::List(1),
            },
            Node {
                key: key(1),
                value: text(3, 5),
            },
            Node {
                key: key(2),
                value: NodeValue::Integer(7),
            },
        ];
        let list = Pairs::new(&nodes, "abc", "xy");
        assert!(matches!(list.get("c"), Some(Datum::Integer(7))));
        let Some(Datum::List(inner)) = list.get("a") else {
            panic!("a list")
        };
        assert!(matches!(inner.get("b"), Some(Datum::Text("xy"))));
        assert!(list.get("b").is_none());
    }

    #[test]
    fn whole_numbers_are_compared_exactly() {
        let number = 9_007_199_254_740_992_i128;
        let real = Datum::Real(9_007_199_254_740_992.0);
        assert!(Datum::Integer(number).same(real));
        assert!(real.same(Datum::Integer(number)));
        assert!(!Datum::Integer(number + 1).same(real));
        assert!(Datum::Integer(-3).same(Datum::Real(-3.0)));
        assert!(Datum::Integer(0).same(Datum::Real(-0.0)));
        for real in [3.5, f64::NAN, f64::INFINITY, 2_f64.powi(127)] {
            for number in [0, 3, 4, i128::MAX, i128::MIN] {
                assert!(!Datum::Integer(number).same(Datum::Real(real)), "{real}");
            }
        }
    }

    #[test]
    fn a_span_of_other_buffers_is_no_panic() {
        let span = Span { start: 2, end: 9 };
        assert_eq!(span.of("ab", "cde"), "");
        assert_eq!(span.of("abcd", ""), "");
    }
}
