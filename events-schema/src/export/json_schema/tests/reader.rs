//! A reader of JSON that is as simple as can be, to compare schemas with.

use serde_json::{Value, json};

use crate::{
    Datum, Dictionary, Event, Facts, Family, Kind, Node, NodeValue, Outcome, Pairs, Presence, Span,
    Timestamp,
};

/// Whether a message is as the table and the rules demand.
pub(super) fn accepts(
    dictionary: &Dictionary,
    family: &Family,
    event: &Event,
    message: &Value,
) -> bool {
    let Some(facts) = read(dictionary, family, event, message) else {
        return false;
    };
    let agrees = (0..event.attributes.len()).all(|row| event.agrees(row, &facts));
    let rules = || {
        event
            .rules()
            .all(|(_, rule)| rule.outcome(event, &facts) != Outcome::Violated)
    };
    agrees && rules()
}

/// The values of a message by row.
struct Message(Vec<Option<Said>>);

enum Said {
    Text(String),
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Time(Timestamp),
    List(Vec<Node>, String),
    Union(String, Box<Said>),
}

impl Said {
    fn datum(&self) -> Datum<'_> {
        match self {
            Said::Text(text) => Datum::Text(text),
            Said::Boolean(value) => Datum::Boolean(*value),
            Said::Integer(value) => Datum::Integer(*value),
            Said::Real(value) => Datum::Real(*value),
            Said::Time(value) => Datum::Time(*value),
            Said::List(nodes, text) => Datum::List(Pairs::new(nodes, text, "")),
            Said::Union(name, held) => {
                Datum::Union(name, held.datum().scalar().expect("a plain value"))
            }
        }
    }
}

impl Facts for Message {
    fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
        self.0[attribute].as_ref().map(Said::datum)
    }
}

/// The message, unless a value is refused, something stands there twice, or something is missing.
fn read(
    dictionary: &Dictionary,
    family: &Family,
    event: &Event,
    message: &Value,
) -> Option<Message> {
    let object = message.as_object()?;
    let mut rows: Vec<Option<Said>> = event.attributes.iter().map(|_| None).collect();
    let mut named = false;
    let mut put = |row: usize, value: &Value| {
        let kind = &event.attributes[row].kind;
        let Some(said) = convert(kind, value).ok()? else {
            return Some(());
        };
        if let Some(fixed) = &event.attributes[row].fixed {
            let said = Message(vec![Some(convert(kind, value).ok()??)]);
            said.fact(0).filter(|said| said.same(fixed.datum()))?;
        }
        rows[row].replace(said).is_none().then_some(())
    };
    let unions: Vec<&str> = event
        .attributes
        .iter()
        .filter_map(|row| row.union.as_deref())
        .collect();
    let is_alias = |of: &str, name: &str| {
        dictionary
            .get(of)
            .is_some_and(|known| known.aliases.iter().any(|alias| alias == name))
    };
    for (key, value) in object {
        if unions.contains(&&**key) {
            for (member, value) in value.as_object().into_iter().flatten() {
                if let Some(row) = event.position(&format!("{key}.{member}")) {
                    put(row, value)?;
                }
            }
        } else if *key == family.tag || is_alias(&family.tag, key) {
            let is_named = match value {
                Value::Null => continue,
                Value::String(text) => {
                    *text == event.name || decimal(text).is_some_and(|n| numbers(event, n))
                }
                value => value.as_i64().is_some_and(|n| numbers(event, n.into())),
            };
            if !is_named {
                return None;
            }
            named = true;
        } else {
            let aliased = || {
                event
                    .attributes
                    .iter()
                    .position(|row| is_alias(&row.name, key))
            };
            if let Some(row) = event.position(key).or_else(aliased) {
                put(row, value)?;
            } else if let Some((row, member)) = event.member(key)
                && matches!(event.attributes[row].kind, Kind::Union(_))
                && !value.is_null()
            {
                put(row, &json!({member: value}))?;
            }
        }
    }
    let missing = event.attributes.iter().enumerate().any(|(at, row)| {
        row.presence == Presence::Mandatory
            && row.name != family.tag
            && event.waiver(&row.name).is_none()
            && rows[at].is_none()
    });
    if let Some(tag) = event.position(&family.tag) {
        rows[tag] = Some(Said::Text(event.name.to_string()));
    }
    (named && !missing).then_some(Message(rows))
}

fn numbers(event: &Event, number: i128) -> bool {
    event.number.is_some_and(|own| i128::from(own) == number)
}

/// The value of a kind, `Ok(None)` when it stands for absence.
fn convert(kind: &Kind, value: &Value) -> Result<Option<Said>, ()> {
    if value.is_null() {
        return Ok(None);
    }
    let text = value.as_str();
    let number = value
        .as_i64()
        .map(i128::from)
        .or(value.as_u64().map(i128::from));
    let whole = number.or(text.and_then(decimal));
    let said = match kind {
        Kind::Event => None,
        Kind::Text => match (text, value.as_i64(), value.as_u64()) {
            (Some(text), ..) => Some(Said::Text(text.to_owned())),
            (_, Some(number), _) => Some(Said::Text(number.to_string())),
            (.., number) => number.map(|number| Said::Text(number.to_string())),
        },
        Kind::Boolean => match (value, text) {
            (Value::Bool(value), _) => Some(Said::Boolean(*value)),
            (_, Some(text)) => text.parse().ok().map(Said::Boolean),
            _ => None,
        },
        Kind::Integer { none, .. } if none.is_some() && whole == *none => return Ok(None),
        Kind::Integer { min, max, .. } => whole
            .filter(|value| (min..=max).contains(&value))
            .filter(|value| i64::try_from(*value).is_ok() || u64::try_from(*value).is_ok())
            .map(Said::Integer),
        Kind::Hex { digits } => match (text, number) {
            (Some(text), _) => Some(text)
                .filter(|text| {
                    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
                })
                .filter(|text| text.len() <= usize::from(*digits))
                .and_then(|text| u64::from_str_radix(text, 16).ok())
                .map(|value| Said::Integer(value.into())),
            (None, Some(number)) => u64::try_from(number)
                .ok()
                .filter(|value| *digits >= 16 || value >> (4 * digits) == 0)
                .map(|value| Said::Integer(value.into())),
            _ => None,
        },
        Kind::Real => match text {
            Some(text) => text
                .parse::<f64>()
                .ok()
                .filter(|value| value.is_finite())
                .map(Said::Real),
            None => value.as_f64().map(Said::Real),
        },
        Kind::Enumeration(vocabulary) => match text.and_then(|text| vocabulary.number_of(text)) {
            Some(number) => Some(Said::Integer(number.into())),
            None => whole
                .filter(|value| vocabulary.numbered && i64::try_from(*value).is_ok())
                .map(Said::Integer),
        },
        Kind::Time => time(value).map(Said::Time),
        Kind::Union(union) => match (value.as_object(), value.as_i64()) {
            (Some(object), _) if object.len() == 1 => {
                object.iter().next().and_then(|(name, value)| {
                    let held = convert(&union.member(name)?.kind, value).ok()??;
                    Some(Said::Union(name.clone(), Box::new(held)))
                })
            }
            (_, Some(number)) => Some(Said::Integer(number.into())),
            _ => None,
        },
        Kind::List => {
            let (mut nodes, mut kept) = (Vec::new(), String::new());
            nest(value, &mut nodes, &mut kept).map(|()| Said::List(nodes, kept))
        }
    };
    said.map(Some).ok_or(())
}

fn decimal(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number =
        (1..=20).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value: i128 = text.parse().ok().filter(|_| is_number)?;
    u64::try_from(value.unsigned_abs()).is_ok().then_some(value)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "tests write no times that far away"
)]
fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => match decimal(text) {
            Some(seconds) => Timestamp::new(seconds.try_into().ok()?, 0),
            None => text.parse().ok(),
        },
        Value::Number(number) => {
            if let Some(seconds) = number.as_i64() {
                return Timestamp::new(seconds, 0);
            }
            let micros = (number.as_f64()? * 1e6).round() as i64;
            let rest = micros.rem_euclid(1_000_000).try_into().ok()?;
            Timestamp::new(micros.div_euclid(1_000_000), rest)
        }
        Value::Object(parts) if parts.len() == 2 => {
            let micros = parts.get("usec")?.as_u64()?.try_into().ok()?;
            Timestamp::new(parts.get("sec")?.as_i64()?, micros)
        }
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    List,
    Pairs,
}

/// Puts what a list holds behind one another.
fn nest(list: &Value, nodes: &mut Vec<Node>, kept: &mut String) -> Option<()> {
    let keep = |text: &str, kept: &mut String| {
        let start = u32::try_from(kept.len()).ok()?;
        kept.push_str(text);
        let end = u32::try_from(kept.len()).ok()?;
        Some(Span { start, end })
    };
    let pairs: Vec<(&str, &Value, Form)> = match list {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (&**key, value, Form::List))
            .collect(),
        Value::Array(array) => array
            .iter()
            .map(|pair| match pair.as_array()?.as_slice() {
                [Value::String(key), value] => Some((&**key, value, Form::Pairs)),
                _ => None,
            })
            .collect::<Option<_>>()?,
        _ => return None,
    };
    for (key, value, form) in pairs {
        let key = keep(key, kept)?;
        let at = nodes.len();
        let bytes = value.as_object().filter(|object| object.len() == 1);
        let bytes = bytes.and_then(|object| object.get("base64")?.as_str());
        let said = match value {
            Value::Null => NodeValue::Null,
            Value::Bool(value) => NodeValue::Boolean(*value),
            Value::String(text) => NodeValue::Text(keep(text, kept)?),
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(value), _) => NodeValue::Integer(value),
                (_, Some(value)) => NodeValue::Unsigned(value),
                _ => NodeValue::Real(number.as_f64()?),
            },
            _ if form == Form::Pairs && bytes.is_some() => {
                let text = bytes?;
                let symbols = text.trim_end_matches('=');
                let known = symbols
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte));
                if text.len() % 4 != 0 || text.len() - symbols.len() > 2 || !known {
                    return None;
                }
                NodeValue::Binary(keep(text, kept)?)
            }
            value => {
                nodes.push(Node {
                    key,
                    value: NodeValue::Null,
                });
                nest(value, nodes, kept)?;
                let count = u32::try_from(nodes.len() - at - 1).ok()?;
                nodes[at].value = NodeValue::List(count);
                continue;
            }
        };
        nodes.push(Node { key, value: said });
    }
    Some(())
}
