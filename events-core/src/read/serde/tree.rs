//! Whatever a format holds, as the nodes of a list.

use std::fmt;

use ::serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use events_schema::{Node, NodeValue, Span};

use crate::read::MAX_DEPTH;
use crate::record::span;

/// A value of any shape: its own node first, whose key is empty. Texts stand in `text`.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) text: String,
}

impl Tree {
    pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tree = Tree::default();
        let root = Place {
            tree: &mut tree,
            key: Span::default(),
            depth: 0,
        };
        root.deserialize(deserializer)?;
        Ok(tree)
    }

    fn keep<E: Error>(&mut self, text: &str) -> Result<Span, E> {
        let start = self.text.len();
        self.text.push_str(text);
        match u32::try_from(self.text.len()) {
            Ok(_) => Ok(span(start, self.text.len())),
            Err(_) => Err(E::custom("the message is longer than 4 GiB")),
        }
    }
}

/// Where the next value goes.
struct Place<'t> {
    tree: &'t mut Tree,
    key: Span,
    depth: usize,
}

impl Place<'_> {
    #[expect(
        clippy::unnecessary_wraps,
        reason = "it is the last that a visitor does"
    )]
    fn put<E>(self, value: NodeValue) -> Result<(), E> {
        let key = self.key;
        self.tree.nodes.push(Node { key, value });
        Ok(())
    }

    fn inside(&mut self, key: Span) -> Place<'_> {
        Place {
            tree: self.tree,
            key,
            depth: self.depth + 1,
        }
    }

    /// Begins a list or an array; gives its place.
    fn open<E: Error>(&mut self) -> Result<usize, E> {
        if self.depth > MAX_DEPTH {
            return Err(E::custom("values are nested more than 128 deep"));
        }
        let key = self.key;
        self.tree.nodes.push(Node {
            key,
            value: NodeValue::Null,
        });
        Ok(self.tree.nodes.len() - 1)
    }

    fn close(&mut self, at: usize, value: fn(u32) -> NodeValue) {
        let count = self.tree.nodes.len() - at - 1;
        if let Some(node) = self.tree.nodes.get_mut(at) {
            node.value = value(u32::try_from(count).unwrap_or(u32::MAX));
        }
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.depth == 0 {
            "a map from names to values"
        } else {
            "a value of a message"
        })
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.put(NodeValue::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.put(NodeValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.put(NodeValue::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.put(NodeValue::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.put(
            value
                .try_into()
                .map_or(NodeValue::Unsigned(value), NodeValue::Integer),
        )
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "there is no closer number to keep"
    )]
    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.put(NodeValue::Real(value as f64))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "there is no closer number to keep"
    )]
    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.put(NodeValue::Real(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.put(NodeValue::Real(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let text = self.tree.keep(text)?;
        self.put(NodeValue::Text(text))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<(), E> {
        let text = self.tree.keep(&STANDARD.encode(bytes))?;
        self.put(NodeValue::Binary(text))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let at = self.open()?;
        while let Some(key) = map.next_key::<Key>()? {
            let key = self.tree.keep(&key.0)?;
            map.next_value_seed(self.inside(key))?;
        }
        self.close(at, NodeValue::List);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        let at = self.open()?;
        while elements
            .next_element_seed(self.inside(Span::default()))?
            .is_some()
        {}
        self.close(at, NodeValue::Array);
        Ok(())
    }
}

/// A key of a map: a text, or a number where a format has such keys.
struct Key(String);

impl<'de> ::serde::Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl Visitor<'_> for KeyVisitor {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Key, E> {
                Ok(Key(text.to_owned()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Key, E> {
                Ok(Key(text))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Key, E> {
                Ok(Key(number.to_string()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Key, E> {
                Ok(Key(number.to_string()))
            }
        }

        deserializer.deserialize_any(KeyVisitor)
    }
}
