//! Key-value lists: objects, or arrays of pairs.

use serde_json::{Map, Value, json};

use super::defs::Defs;
use super::digits::literally;
use super::kind::admits;
use super::test::{all_of, any_of, not};
use crate::{Key, KeySet};

/// How a list stands in a message, which decides what the values in it mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As an object.
    Object,
    /// As an array of pairs, in which an object may be bytes.
    Pairs,
}

/// Standard base64 with padding, whose last bits are zero.
const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|\
                      [A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

/// A key-value list.
pub(super) fn list(defs: &mut Defs) -> Value {
    if let Some(list) = &defs.list {
        return list.clone();
    }
    let bytes = json!({"properties": {"base64": {"pattern": BASE64}}});
    let values = |key: &str, value: &Value| {
        let pair = json!({
            "type": "array",
            "prefixItems": [
                {"type": "string"},
                {"if": is_bytes(), "then": bytes, "else": value},
            ],
            "minItems": 2,
            "maxItems": 2,
        });
        json!({"$comment": key, "additionalProperties": value, "items": pair})
    };
    let value = defs.reserve("list-value");
    let said = "What a list holds: any value, or a list of its own.";
    defs.put(&value, values(said, &value));
    let mut schema = values(
        "An object, or an array of pairs of a key and a value where keys stand twice or values are bytes.",
        &value,
    );
    if let Value::Object(object) = &mut schema {
        object.insert("type".to_owned(), json!(["object", "array"]));
    }
    let list = defs.add("list", schema);
    defs.list = Some(list.clone());
    list
}

fn is_bytes() -> Value {
    json!({
        "type": "object",
        "properties": {"base64": {"type": "string"}},
        "required": ["base64"],
        "maxProperties": 1,
    })
}

/// The values in a list that are lists of their own.
pub(super) fn is_list(form: Form) -> Value {
    let mut list = json!({"type": ["object", "array"]});
    if let (Form::Pairs, Value::Object(list)) = (form, &mut list) {
        list.insert("not".to_owned(), is_bytes());
    }
    list
}

/// The lists that have a key.
pub(super) fn has_key(key: &str) -> Value {
    any_of(vec![
        json!({"type": "object", "required": [key]}),
        json!({"type": "array", "contains": {"prefixItems": [{"const": key}]}}),
    ])
}

/// The lists that have a key, and whose value for it is of this schema, which may depend on the list's form. Of a key
/// that stands there twice, all values are.
pub(super) fn with_key(key: &str, schema: impl Fn(Form) -> Value) -> Value {
    let (in_object, in_pairs) = (schema(Form::Object), schema(Form::Pairs));
    let mut ways = Vec::new();
    if in_object != false {
        ways.push(json!({"type": "object", "required": [key], "properties": {key: in_object}}));
    }
    if in_pairs != false {
        ways.push(json!({
            "type": "array",
            "contains": {"prefixItems": [{"const": key}]},
            "items": pair(&json!({"const": key}), &in_pairs),
        }));
    }
    any_of(ways)
}

/// The pairs whose value is of a schema, if their key is of another.
fn pair(key: &Value, value: &Value) -> Value {
    json!({"if": {"prefixItems": [key]}, "then": {"prefixItems": [true, value]}})
}

/// The lists that follow a key set.
pub(super) fn follows(keys: &KeySet, form: Form) -> Value {
    let mut properties = Map::new();
    let mut patterns = Map::new();
    let mut pairs = Vec::new();
    for (at, key) in keys.keys.iter().enumerate() {
        let before = keys.keys.get(..at).unwrap_or_default();
        let admitted = |form| any_of(key.kinds.iter().map(|kind| admits(kind, form)).collect());
        if key.name.contains("%d") {
            let pattern = pattern(key, before);
            pairs.push(pair(&json!({"pattern": pattern}), &admitted(Form::Pairs)));
            patterns.insert(pattern, admitted(Form::Object));
        } else if !before.iter().any(|before| before.spells(&key.name)) {
            pairs.push(pair(&json!({"const": key.name}), &admitted(Form::Pairs)));
            properties.insert(key.name.to_string(), admitted(Form::Object));
        }
    }
    let mut object = Map::from_iter([("type".to_owned(), json!("object"))]);
    for (keyword, schemas) in [("properties", properties), ("patternProperties", patterns)] {
        if !schemas.is_empty() {
            object.insert(keyword.to_owned(), schemas.into());
        }
    }
    if form == Form::Pairs {
        object.insert("not".to_owned(), is_bytes());
    }
    let mut array = json!({"type": "array"});
    if let (Some(_), Value::Object(array)) = (pairs.first(), &mut array) {
        array.insert("items".to_owned(), all_of(pairs));
    }
    any_of(vec![object.into(), array])
}

/// The names that a key with a number in it spells, except for those that an earlier key spells.
fn pattern(key: &Key, before: &[Key]) -> String {
    let spelled = |key: &Key| {
        let name = match key.name.split_once("%d") {
            None => literally(&key.name),
            Some((before, after)) => format!("{}[0-9]+{}", literally(before), literally(after)),
        };
        format!("{name}$")
    };
    let prefix = |key: &Key| key.name.split("%d").next().unwrap_or_default().to_owned();
    let mine = prefix(key);
    let earlier = before.iter().filter(|before| {
        let theirs = prefix(before);
        let alike = mine.starts_with(&theirs) || theirs.starts_with(&mine);
        key.spells(&before.name) || before.name.contains("%d") && alike
    });
    let except: Vec<_> = earlier.map(|key| format!("(?!{})", spelled(key))).collect();
    format!("^{}{}", except.concat(), spelled(key))
}

/// The lists that do not follow a key set.
pub(super) fn strays(keys: &KeySet, form: Form) -> Value {
    not(follows(keys, form))
}
