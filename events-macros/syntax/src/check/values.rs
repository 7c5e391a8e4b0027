//! Whether values fit the types of attributes.
//!
//! Of a few types the macro knows what they take. Of all others the compiler of the user's crate does: it evaluates a
//! [`Demand`] whose caret is on the value.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Path, Type};

use crate::ast::Value;
use crate::errors::Errors;
use crate::model::{Demand, Literal, Test};

/// What a type that the macro knows takes.
#[derive(Clone, Copy, PartialEq)]
enum Known {
    Text,
    Boolean,
    Integer { min: i128, max: i128 },
    Real,
    Time,
    List,
}

impl Known {
    fn of(ty: &Type) -> Option<(Self, String)> {
        let Type::Path(path) = ty else {
            return None;
        };
        let name = path.path.get_ident()?.to_string();
        let integer = |min, max| Known::Integer { min, max };
        let known = match &*name {
            "Text" => Known::Text,
            "bool" => Known::Boolean,
            "f64" => Known::Real,
            "Timestamp" => Known::Time,
            "KeyValueList" => Known::List,
            "u8" => integer(0, u8::MAX.into()),
            "u16" => integer(0, u16::MAX.into()),
            "u32" => integer(0, u32::MAX.into()),
            "u64" => integer(0, u64::MAX.into()),
            "i8" => integer(i8::MIN.into(), i8::MAX.into()),
            "i16" => integer(i16::MIN.into(), i16::MAX.into()),
            "i32" => integer(i32::MIN.into(), i32::MAX.into()),
            "i64" => integer(i64::MIN.into(), i64::MAX.into()),
            _ => return None,
        };
        Some((known, name))
    }

    /// What to write for a value of the type.
    fn example(self) -> &'static str {
        match self {
            Known::Text => "write a text in quotes",
            Known::Boolean => "write `true` or `false`",
            Known::Integer { .. } => "write a whole number",
            Known::Real => "write a number",
            Known::Time | Known::List => {
                "it can only be compared with another attribute or tested for presence"
            }
        }
    }

    fn takes(self, value: &Value) -> bool {
        match (self, value) {
            (Known::Text, Value::Text(_))
            | (Known::Boolean, Value::Boolean(_))
            | (Known::Real, Value::Real { .. } | Value::Integer { .. }) => true,
            (Known::Integer { min, max }, Value::Integer { value, .. }) => {
                (min..=max).contains(value)
            }
            _ => false,
        }
    }
}

/// A value of an attribute is one of its type.
pub fn check(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    attribute: &str,
    ty: &Type,
    value: Value,
) -> Option<Literal> {
    if let Some((known, name)) = Known::of(ty) {
        if known.takes(&value) {
            return Some(literal(value, ty));
        }
        let shown = show(&value);
        let message = match (known, &value) {
            (Known::Integer { min, max }, Value::Integer { .. }) => {
                format!("`{attribute}` is `{name}`, from {min} to {max}, and never `{shown}`")
            }
            _ => format!(
                "`{attribute}` is `{name}` and never {}, {}",
                describe(&value, &shown),
                known.example()
            ),
        };
        errors.push(&value, message);
        return None;
    }
    let at = value.to_token_stream();
    // A member of an enumeration stands without quotes.
    let member = match &value {
        Value::Text(text) => syn::parse_str::<Ident>(&text.value()).ok(),
        _ => None,
    };
    let member = member.map_or_else(String::new, |member| {
        format!(", such as `{member}` without quotes")
    });
    let message = format!(
        "`{attribute}` is never {}, write a value of its type{member}",
        describe(&value, &show(&value))
    );
    let literal = literal(value, ty);
    if !matches!(literal, Literal::Member { .. }) {
        demands.push(Demand {
            at,
            test: Test::Takes(ty.clone(), literal.clone()),
            message,
        });
    }
    Some(literal)
}

/// Keys belong to key-value lists.
pub(super) fn check_keys(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    attribute: &str,
    ty: &Type,
    at: &impl ToTokens,
) {
    let message =
        format!("`{attribute}` is no key-value list and has no keys, remove the test of them");
    match Known::of(ty) {
        Some((Known::List, _)) => {}
        Some(_) => errors.push(at, message),
        None => demands.push(Demand {
            at: at.to_token_stream(),
            test: Test::HasKeys(ty.clone()),
            message,
        }),
    }
}

/// Two attributes that are compared carry values that can be the same.
pub(super) fn check_alike(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    left: (&str, &Type),
    right: (&str, &Type),
    at: &impl ToTokens,
) {
    let message = format!(
        "`{}` and `{}` carry values of different types and are never equal, compare attributes of one type",
        left.0, right.0
    );
    let alike = |left: Known, right: Known| {
        let number = |known| matches!(known, Known::Integer { .. } | Known::Real);
        // Lists are never the same as anything: no rule compares them.
        left != Known::List && (left == right || (number(left) && number(right)))
    };
    match (Known::of(left.1), Known::of(right.1)) {
        (Some((left, _)), Some((right, _))) => {
            if !alike(left, right) {
                errors.push(at, message);
            }
        }
        // The same name is the same type; only of lists the compiler has to tell.
        _ => demands.push(Demand {
            at: at.to_token_stream(),
            test: Test::Alike(left.1.clone(), right.1.clone()),
            message,
        }),
    }
}

fn literal(value: Value, ty: &Type) -> Literal {
    key_literal(value).unwrap_or_else(|path| Literal::Member {
        ty: Box::new(ty.clone()),
        path,
    })
}

/// The value of a key. No table says its type, so that a name belongs to no enumeration.
pub(super) fn key_literal(value: Value) -> Result<Literal, Path> {
    match value {
        Value::Member(path) => Err(path),
        Value::Text(text) => Ok(Literal::Text(text.value())),
        Value::Integer { value, .. } => Ok(Literal::Integer(value)),
        Value::Real { value, .. } => Ok(Literal::Real(value)),
        Value::Boolean(value) => Ok(Literal::Boolean(value.value)),
    }
}

/// A value as the user wrote it.
pub fn show(value: &Value) -> String {
    value.to_token_stream().to_string().replace("- ", "-")
}

fn describe(value: &Value, shown: &str) -> String {
    match value {
        Value::Member(_) => format!("the name `{shown}`"),
        Value::Text(_) => format!("the text `{shown}`"),
        Value::Integer { .. } | Value::Real { .. } => format!("the number `{shown}`"),
        Value::Boolean(_) => format!("`{shown}`"),
    }
}
