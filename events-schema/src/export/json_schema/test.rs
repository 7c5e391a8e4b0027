//! Tests of a whole message, with negations only at single places.

use serde_json::{Map, Value, json};

/// Where a message bears an attribute: its key, or the key of its union and the key in it.
pub(super) type Path = Vec<String>;

/// A test of a message that is an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
    /// There is a value at the place, and it follows the schema.
    At(Path, Value),
    /// There is none, or it does not.
    NotAt(Path, Value),
    /// All of these.
    All(Vec<Test>),
    /// At least one of these.
    Any(Vec<Test>),
}

impl Test {
    /// What every message passes.
    pub(super) const ALWAYS: Test = Test::All(Vec::new());
    /// What no message passes.
    pub(super) const NEVER: Test = Test::Any(Vec::new());

    pub(super) fn constant(value: bool) -> Self {
        if value { Self::ALWAYS } else { Self::NEVER }
    }

    /// A value at one of the places follows the schema.
    pub(super) fn at(paths: &[Path], schema: &Value) -> Self {
        let at = |path: &Path| Test::At(path.clone(), schema.clone());
        match schema {
            Value::Bool(false) => Self::NEVER,
            _ => Self::any(paths.iter().map(at)),
        }
    }

    pub(super) fn all(tests: impl IntoIterator<Item = Test>) -> Self {
        let mut all = Vec::new();
        for test in tests {
            match test {
                Test::All(inner) => all.extend(inner),
                test if test == Self::NEVER => return test,
                test if all.contains(&test) => {}
                test => all.push(test),
            }
        }
        if all.len() == 1 {
            all.remove(0)
        } else {
            Test::All(all)
        }
    }

    pub(super) fn any(tests: impl IntoIterator<Item = Test>) -> Self {
        let mut any = Vec::new();
        for test in tests {
            match test {
                Test::Any(inner) => any.extend(inner),
                test if test == Self::ALWAYS => return test,
                test if any.contains(&test) => {}
                test => any.push(test),
            }
        }
        if any.len() == 1 {
            any.remove(0)
        } else {
            Test::Any(any)
        }
    }

    pub(super) fn not(&self) -> Self {
        let each = |tests: &[Test]| tests.iter().map(Test::not).collect::<Vec<_>>();
        match self {
            Test::At(path, schema) => Test::NotAt(path.clone(), schema.clone()),
            Test::NotAt(path, schema) => Test::At(path.clone(), schema.clone()),
            Test::All(tests) => Self::any(each(tests)),
            Test::Any(tests) => Self::all(each(tests)),
        }
    }

    /// The test as a schema.
    pub(super) fn schema(&self) -> Value {
        let each = |tests: &[Test]| tests.iter().map(Test::schema).collect();
        match self {
            Test::At(path, schema) => at(path, schema),
            Test::NotAt(path, schema) => not_at(path, &not(schema.clone())),
            Test::All(tests) => all_of(each(tests)),
            Test::Any(tests) => any_of(each(tests)),
        }
    }
}

fn at(path: &[String], schema: &Value) -> Value {
    let Some((key, rest)) = path.split_first() else {
        return schema.clone();
    };
    let inner = if rest.is_empty() {
        schema.clone()
    } else {
        // What is required of an object, all else has as well.
        let mut inner = at(rest, schema);
        if let Value::Object(object) = &mut inner {
            object.insert("type".to_owned(), json!("object"));
        }
        inner
    };
    match inner {
        Value::Bool(true) => json!({"required": [key]}),
        inner => json!({"required": [key], "properties": {key: inner}}),
    }
}

/// The value at a place, if there is one, follows the schema.
fn not_at(path: &[String], schema: &Value) -> Value {
    match path.split_first() {
        None => schema.clone(),
        Some((key, rest)) => json!({"properties": {key: not_at(rest, schema)}}),
    }
}

/// The schema of what the other refuses.
pub(super) fn not(schema: Value) -> Value {
    match schema {
        Value::Bool(value) => Value::Bool(!value),
        Value::Object(mut object) if object.len() == 1 && object.contains_key("not") => {
            object.remove("not").unwrap_or_default()
        }
        schema => json!({"not": schema}),
    }
}

/// The schema of what one of these takes. Lists of values are joined.
pub(super) fn any_of(schemas: Vec<Value>) -> Value {
    let mut any: Vec<Value> = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    for schema in schemas {
        match values_of(&schema) {
            Some(more) => values.extend(more),
            None if schema == true => return schema,
            None if schema == false || any.contains(&schema) => {}
            None => any.push(schema),
        }
    }
    match &*values {
        [] => {}
        [value] => any.insert(0, json!({"const": value})),
        values => any.insert(0, json!({"enum": values})),
    }
    match any.len() {
        0 => json!(false),
        1 => any.remove(0),
        _ => json!({"anyOf": any}),
    }
}

/// The values that a schema lists, when it does nothing else.
fn values_of(schema: &Value) -> Option<Vec<Value>> {
    let object = schema.as_object().filter(|object| object.len() == 1)?;
    match (object.get("const"), object.get("enum")) {
        (Some(value), _) => Some(vec![value.clone()]),
        (_, Some(Value::Array(values))) => Some(values.clone()),
        _ => None,
    }
}

/// The schema of what all of these take.
pub(super) fn all_of(schemas: Vec<Value>) -> Value {
    let mut all: Vec<Value> = Vec::new();
    for schema in schemas {
        if schema == false {
            return schema;
        }
        if schema != true && !all.contains(&schema) {
            all.push(schema);
        }
    }
    match all.len() {
        0 => json!(true),
        1 => all.remove(0),
        _ => json!({"allOf": all}),
    }
}

/// A schema with what is said about it. A schema that takes all or nothing becomes an object for that.
pub(super) fn annotated<'k>(
    schema: Value,
    annotations: impl IntoIterator<Item = (&'k str, Value)>,
) -> Value {
    let mut object = match schema {
        Value::Object(object) => object,
        Value::Bool(true) => Map::new(),
        schema => Map::from_iter([("allOf".to_owned(), json!([schema]))]),
    };
    for (key, value) in annotations {
        let said = match &value {
            Value::String(text) => !text.is_empty(),
            Value::Array(list) => !list.is_empty(),
            value => !value.is_null(),
        };
        if said {
            object.insert(key.to_owned(), value);
        }
    }
    Value::Object(object)
}
