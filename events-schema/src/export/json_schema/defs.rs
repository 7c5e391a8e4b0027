//! The parts of a schema that others refer to.

use serde_json::{Map, Value, json};

/// The `$defs` of a schema, each under a name of its own.
#[derive(Debug, Default)]
pub(super) struct Defs {
    schemas: Map<String, Value>,
    /// The reference to key-value lists, once there is one.
    pub(super) list: Option<Value>,
}

impl Defs {
    /// Takes a schema under a name, or one like it when that name is taken, and gives a reference to it.
    pub(super) fn add(&mut self, name: &str, schema: Value) -> Value {
        let plain = plain(name);
        let free = (1..=self.schemas.len() + 1)
            .map(|count| match count {
                1 => plain.clone(),
                count => format!("{plain}-{count}"),
            })
            .find(|name| self.schemas.get(name).is_none_or(|taken| *taken == schema));
        let name = free.unwrap_or(plain);
        let reference = reference(&name);
        self.schemas.insert(name, schema);
        reference
    }

    /// Takes a name for a schema that refers to itself, and gives the reference.
    pub(super) fn reserve(&mut self, name: &str) -> Value {
        self.add(name, json!(false))
    }

    /// Puts a schema where a reference refers to.
    pub(super) fn put(&mut self, reference: &Value, schema: Value) {
        let name = reference.get("$ref").and_then(Value::as_str);
        if let Some(name) = name.and_then(|name| name.strip_prefix("#/$defs/")) {
            self.schemas.insert(name.to_owned(), schema);
        }
    }

    /// Puts them into the schema.
    pub(super) fn finish(self, schema: &mut Value) {
        if let (false, Value::Object(schema)) = (self.schemas.is_empty(), schema) {
            schema.insert("$defs".to_owned(), self.schemas.into());
        }
    }
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

/// A name that needs no escapes in a reference.
fn plain(name: &str) -> String {
    let allowed =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    name.chars()
        .map(|letter| if allowed(letter) { letter } else { '-' })
        .collect()
}
