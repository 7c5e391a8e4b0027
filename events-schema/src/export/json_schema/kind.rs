//! What JSON says for each kind of value: all of its values, and one of them.

use serde_json::{Value, json};

use super::Flavour;
use super::defs::Defs;
use super::digits::{decimal, literally, one_of};
use super::list::{Form, is_list, list};
use super::test::{annotated, any_of, not};
use crate::{Kind, Literal, Vocabulary};

/// The days that there are.
const DATE: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|\
                    (?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|\
                    (?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";
const CLOCK: &str = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
const REAL: &str = "^[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?$";
/// The first second of the year 0, and the one behind the year 9999.
const SECONDS: [i64; 2] = [-62_167_219_200, 253_402_300_800];

/// The values that a literal stands for.
pub(super) struct Spelling {
    /// Those that are the same as the literal.
    pub(super) yes: Value,
    /// Those of which a schema cannot say whether they are.
    pub(super) untold: Value,
}

/// The values that are of a kind. What stands for absence is none of them.
pub(super) fn accepts(defs: &mut Defs, kind: &Kind, flavour: Flavour) -> Value {
    let (name, schema) = match kind {
        // Only the tag holds the name of the event, and it is treated by itself.
        Kind::Event => return json!(false),
        Kind::Text if flavour == Flavour::Strict => return json!({"type": "string"}),
        // The digits of a whole number are a text.
        Kind::Text => {
            let mut whole = between(i64::MIN.into(), u64::MAX.into());
            whole["type"] = json!(["string", "integer"]);
            ("text".to_owned(), whole)
        }
        Kind::Boolean if flavour == Flavour::Strict => return json!({"type": "boolean"}),
        Kind::Boolean => (
            "boolean".to_owned(),
            any_of(vec![json!({"enum": [false, true, "false", "true"]})]),
        ),
        Kind::Real if flavour == Flavour::Strict => return json!({"type": "number"}),
        Kind::Real => {
            let text = json!({"type": "string", "pattern": REAL});
            (
                "number".to_owned(),
                any_of(vec![json!({"type": "number"}), text]),
            )
        }
        Kind::Integer { min, max, none } => {
            let besides = none.map(|none| format!("-without-{none}"));
            let name = format!("integer-{min}-to-{max}{}", besides.unwrap_or_default());
            (name, integer(*min, *max, *none, flavour))
        }
        Kind::Hex { digits } => (format!("hexadecimal-{digits}"), hex(*digits, flavour)),
        Kind::Enumeration(vocabulary) => (
            vocabulary.name.to_string(),
            enumeration(vocabulary, flavour),
        ),
        Kind::Time => ("time".to_owned(), time(flavour)),
        Kind::List => return list(defs),
        Kind::Union(union) => {
            let mut ways = vec![between(i64::MIN.into(), i64::MAX.into())];
            for member in union.members.iter() {
                let held = accepts(defs, &member.kind, flavour);
                ways.push(annotated(
                    json!({
                        "type": "object",
                        "properties": {&*member.name: held},
                        "required": [member.name],
                        "additionalProperties": false,
                    }),
                    [("description", json!(member.description))],
                ));
            }
            (union.name.to_string(), any_of(ways))
        }
    };
    defs.add(&name, schema)
}

/// The values that stand for absence.
pub(super) fn absent(kind: &Kind, flavour: Flavour) -> Value {
    match (flavour, kind) {
        (Flavour::Strict, _) => json!(false),
        (
            Flavour::Reader,
            Kind::Integer {
                none: Some(none), ..
            },
        ) => any_of(vec![json!({"const": null}), whole(*none, flavour)]),
        (Flavour::Reader, _) => json!({"type": "null"}),
    }
}

/// How a message spells a value of a kind that is the same as a literal.
pub(super) fn spells(kind: &Kind, literal: &Literal, flavour: Flavour) -> Spelling {
    let number = match literal {
        Literal::Integer(value) => Some(*value),
        Literal::Member { number, .. } => Some((*number).into()),
        Literal::Real(value) => integral(*value),
        Literal::Text(_) | Literal::Boolean(_) => None,
    };
    let mut untold = json!(false);
    let yes = match (kind, literal, number) {
        (Kind::Text, Literal::Text(text), _) => {
            let number = text.parse().ok().filter(|number: &i128| {
                flavour == Flavour::Reader && *number.to_string() == **text
            });
            any_of(vec![json!({"const": text}), constant(number)])
        }
        (Kind::Boolean, Literal::Boolean(value), _) => match flavour {
            Flavour::Strict => json!({"const": value}),
            Flavour::Reader => json!({"enum": [value, value.to_string()]}),
        },
        (Kind::Real, Literal::Real(_), _) | (Kind::Real, _, Some(_)) => {
            if flavour == Flavour::Reader {
                untold = json!({"type": "string"});
            }
            match literal {
                Literal::Real(value) => real(*value),
                _ => constant(number),
            }
        }
        (Kind::Integer { none, .. }, _, Some(number)) if *none == Some(number) => json!(false),
        (Kind::Integer { .. }, _, Some(number)) => whole(number, flavour),
        (Kind::Hex { digits }, _, Some(number)) => hex_of(*digits, number, flavour),
        (Kind::Enumeration(vocabulary), _, Some(number)) => {
            i64::try_from(number).map_or(json!(false), |number| member(vocabulary, number, flavour))
        }
        (
            Kind::Integer { .. } | Kind::Hex { .. } | Kind::Enumeration(_),
            Literal::Real(value),
            None,
        ) if value.fract() == 0.0 => {
            // Several whole numbers come closest to it.
            untold = json!(true);
            json!(false)
        }
        // Values of different kinds are never the same, and times and lists have no literals.
        _ => json!(false),
    };
    Spelling { yes, untold }
}

/// What a list says for a literal: no vocabulary is at hand there.
pub(super) fn spells_in_list(literal: &Literal) -> Value {
    match literal {
        Literal::Text(text) => json!({"const": text}),
        Literal::Boolean(value) => json!({"const": value}),
        Literal::Integer(value) => constant(Some(*value)),
        Literal::Member { number, .. } => json!({"const": number}),
        Literal::Real(value) => real(*value),
    }
}

/// The values in a list that are of a kind, as [`Kind::admits`] has it.
pub(super) fn admits(kind: &Kind, form: Form) -> Value {
    match kind {
        Kind::Event | Kind::Text => json!({"type": "string"}),
        Kind::Boolean => json!({"type": "boolean"}),
        Kind::Real => json!({"type": "number"}),
        Kind::Integer { min, max, .. } => between(*min, *max),
        Kind::Hex { digits } => hex(*digits, Flavour::Reader),
        Kind::Enumeration(vocabulary) => {
            let numbers = if vocabulary.numbered {
                between(i128::MIN, i128::MAX)
            } else {
                json!(false)
            };
            any_of(vec![names(vocabulary, |_| true), numbers])
        }
        // A list says no times and no unions.
        Kind::Time | Kind::Union(_) => json!(false),
        Kind::List => is_list(form),
    }
}

/// The whole number that is the same, and the only one.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is looked at before"
)]
fn integral(value: f64) -> Option<i128> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (value.fract() == 0.0 && value.abs() < EXACT).then_some(value as i128)
}

/// A number; what is none is the same as nothing.
fn real(value: f64) -> Value {
    if value.is_finite() {
        json!({"const": value})
    } else {
        json!(false)
    }
}

fn constant(number: Option<i128>) -> Value {
    number
        .and_then(number_of)
        .map_or(json!(false), |number| json!({"const": number}))
}

/// A number of JSON, as far as readers keep all of its digits.
fn number_of(value: i128) -> Option<Value> {
    let signed = i64::try_from(value).map(Value::from);
    signed
        .or_else(|_| u64::try_from(value).map(Value::from))
        .ok()
}

/// Whole numbers between two bounds.
fn between(min: i128, max: i128) -> Value {
    let (least, most) = (i128::from(i64::MIN), i128::from(u64::MAX));
    match (
        number_of(min.clamp(least, most)),
        number_of(max.clamp(least, most)),
    ) {
        (Some(min), Some(max)) => json!({"type": "integer", "minimum": min, "maximum": max}),
        _ => json!(false),
    }
}

/// One whole number, as a number or as a text.
fn whole(number: i128, flavour: Flavour) -> Value {
    match flavour {
        Flavour::Strict => constant(Some(number)),
        Flavour::Reader => any_of(vec![constant(Some(number)), decimal(number, number)]),
    }
}

fn integer(mut min: i128, mut max: i128, none: Option<i128>, flavour: Flavour) -> Value {
    let mut hole = None;
    match none {
        Some(none) if none == max => max = max.saturating_sub(1),
        Some(none) if none == min => min = min.saturating_add(1),
        none => hole = none.filter(|none| (min..=max).contains(none)),
    }
    let mut ways = vec![between(min, max)];
    if flavour == Flavour::Reader {
        ways.push(decimal(min.max(i64::MIN.into()), max));
    }
    let mut schema = any_of(ways);
    if let (Some(hole), Value::Object(object)) = (hole, &mut schema) {
        object.insert("not".to_owned(), whole(hole, flavour));
    }
    schema
}

fn hex(digits: u8, flavour: Flavour) -> Value {
    if flavour == Flavour::Strict {
        return json!({"type": "string", "pattern": format!("^[0-9a-f]{{{digits}}}$")});
    }
    let text = json!({"type": "string", "pattern": "^[0-9A-Fa-f]+$", "maxLength": digits});
    let most = 1_u128
        .checked_shl(4 * u32::from(digits))
        .unwrap_or_default();
    let most = i128::try_from(most.wrapping_sub(1)).unwrap_or(i128::MAX);
    any_of(vec![text, between(0, most)])
}

/// The spellings of one number in hexadecimal.
fn hex_of(digits: u8, number: i128, flavour: Flavour) -> Value {
    let Ok(number) = u64::try_from(number) else {
        return json!(false);
    };
    if flavour == Flavour::Strict {
        return json!({"const": format!("{number:0width$x}", width = usize::from(digits))});
    }
    let either_case = |digit: char| match digit.to_ascii_uppercase() {
        upper if upper == digit => digit.to_string(),
        upper => format!("[{upper}{digit}]"),
    };
    let text: String = format!("{number:x}").chars().map(either_case).collect();
    let text = json!({"type": "string", "pattern": format!("^0*{text}$")});
    any_of(vec![json!({"const": number}), text])
}

/// The documented names of the members for whose number this holds.
fn names(vocabulary: &Vocabulary, holds: impl Fn(i64) -> bool) -> Value {
    let mut names: Vec<&str> = Vec::new();
    for member in vocabulary.members.iter() {
        // Of two members with one name, the first counts.
        if !names.contains(&&*member.name) && vocabulary.number_of(&member.name).is_some_and(&holds)
        {
            names.push(&member.name);
        }
    }
    match &*names {
        [] => json!(false),
        [name] => json!({"const": name}),
        names => json!({"enum": names}),
    }
}

fn enumeration(vocabulary: &Vocabulary, flavour: Flavour) -> Value {
    let mut ways = vec![names(vocabulary, |_| true)];
    if vocabulary.numbered && flavour == Flavour::Reader {
        let (min, max) = (i64::MIN.into(), i64::MAX.into());
        ways.extend([between(min, max), decimal(min, max)]);
    }
    any_of(ways)
}

/// The spellings of one member of an enumeration.
fn member(vocabulary: &Vocabulary, number: i64, flavour: Flavour) -> Value {
    if flavour == Flavour::Strict {
        return match vocabulary.name_of(number) {
            Some(name) => json!({"const": name}),
            None => json!(false),
        };
    }
    let mut ways = vec![names(vocabulary, |other| other == number)];
    if vocabulary.numbered {
        let text = decimal(number.into(), number.into());
        // A name that is a number is a name all the same.
        let digits = |name: &str| name.bytes().any(|byte| byte.is_ascii_digit());
        let others: Vec<String> = vocabulary
            .members
            .iter()
            .filter(|member| member.number != number && digits(&member.name))
            .filter(|member| member.name.parse::<i128>().is_ok())
            .map(|member| literally(&member.name))
            .collect();
        let text = match (&*others, text) {
            ([_, ..], Value::Object(mut text)) => {
                let pattern = format!("^{}$", one_of(&others));
                text.insert("not".to_owned(), json!({"pattern": pattern}));
                Value::Object(text)
            }
            (_, text) => text,
        };
        ways.extend([json!({"const": number}), text]);
    }
    any_of(ways)
}

fn time(flavour: Flavour) -> Value {
    if flavour == Flavour::Strict {
        let pattern = format!("^{DATE}T{CLOCK}:[0-5][0-9]\\.[0-9]{{6}}Z$");
        return json!({"type": "string", "format": "date-time", "pattern": pattern});
    }
    let [first, behind] = SECONDS;
    let seconds = json!({"minimum": first, "exclusiveMaximum": behind});
    let pattern =
        format!("^{DATE}[Tt ]{CLOCK}:(?:[0-5][0-9]|60)(?:\\.[0-9]{{1,6}})?(?:[Zz]|[+-]{CLOCK})$");
    any_of(vec![
        json!({"type": "string", "pattern": pattern}),
        decimal(first.into(), i128::from(behind) - 1),
        json!({"type": "number", "minimum": first, "exclusiveMaximum": behind}),
        json!({
            "type": "object",
            "properties": {
                "sec": {"type": "integer", "allOf": [seconds]},
                "usec": {"type": "integer", "minimum": 0, "maximum": 999_999},
            },
            "required": ["sec", "usec"],
            "additionalProperties": false,
        }),
    ])
}

/// The values of a kind that are present and are none of these.
pub(super) fn others(absent: &Value, spelling: &Spelling) -> Value {
    not(any_of(vec![
        absent.clone(),
        spelling.yes.clone(),
        spelling.untold.clone(),
    ]))
}
