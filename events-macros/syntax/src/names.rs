//! From documented names to Rust names.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::{Type, TypePath};

/// Words of an event's builder that an attribute of the same name gives way to.
const TAKEN_FIELDS: [&str; 2] = ["other", "build"];
const TAKEN_CONSTANTS: [&str; 2] = ["NAME", "NUMBER"];

/// The text of an identifier, without `r#`.
pub fn text(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// The field of an attribute: `this_dn` for `ThisDN`. `None` when the name has no letter or digit.
pub fn field(name: &str, span: Span) -> Option<Ident> {
    let mut snake = snake_case(name)?;
    if TAKEN_FIELDS.contains(&&*snake) {
        snake.push('_');
    }
    Some(ident(&snake, span))
}

/// The constant of an attribute whose value is fixed: `INFO_TYPE` for `InfoType`.
pub fn constant(name: &str, span: Span) -> Option<Ident> {
    let mut upper = snake_case(name)?.to_uppercase();
    if TAKEN_CONSTANTS.contains(&&*upper) {
        upper.push('_');
    }
    Some(ident(&upper, span))
}

/// An identifier that stands for the attribute in types: the prefix keeps it from being a keyword.
pub fn prefixed(prefix: &str, name: &str) -> Ident {
    let plain = |c: char| if is_word(c) { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    Ident::new(&format!("{prefix}{name}"), Span::call_site())
}

/// The type that is named like an attribute, as dictionaries have it.
pub fn ty(name: &Ident) -> Type {
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path: ident(&text(name), name.span()).into(),
    })
}

/// An identifier of a name that may be a keyword, or begin with a digit.
pub fn ident(name: &str, span: Span) -> Ident {
    match name {
        // The keywords that cannot be raw identifiers.
        "self" | "Self" | "super" | "crate" | "_" => Ident::new(&format!("{name}_"), span),
        // A keyword since edition 2024 only, and a raw identifier in all editions.
        "gen" => Ident::new_raw(name, span),
        _ if syn::parse_str::<Ident>(name).is_ok() => Ident::new(name, span),
        // All other keywords are of small letters.
        _ if name.chars().all(|c| c.is_ascii_lowercase()) => Ident::new_raw(name, span),
        _ => Ident::new(&format!("_{name}"), span),
    }
}

/// Whether a letter or digit can be part of an identifier.
fn is_word(c: char) -> bool {
    let in_ident = |c: char| syn::parse_str::<Ident>(&format!("a{c}")).is_ok();
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric() && in_ident(c))
}

fn snake_case(name: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (at, &c) in chars.iter().enumerate() {
        if !is_word(c) {
            if !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        // `ThisDN` is two words, and so is `ISLink`: an abbreviation ends before the capital of the next word.
        let begins = c.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || (before.is_uppercase() && after.is_some_and(|after| after.is_lowercase()))
            });
        if begins && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    let snake = snake.trim_end_matches('_');
    (!snake.is_empty()).then(|| snake.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_in_snake_case() {
        for (name, expected) in [
            ("AgentID", "agent_id"),
            ("ThisDN", "this_dn"),
            ("ThisDNRole", "this_dn_role"),
            ("InfoStatus.AddressType", "info_status_address_type"),
            ("ANI", "ani"),
            ("DTMFSent", "dtmf_sent"),
            ("CallUUID", "call_uuid"),
            ("ConnID", "conn_id"),
            ("ISLinkList", "is_link_list"),
            ("Agent ID", "agent_id"),
            ("time", "time"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("self", "self_"),
            ("other", "other_"),
            ("3rd party", "_3rd_party"),
            ("Line2Number", "line2_number"),
            ("__private", "private"),
            ("Größe in m²", "größe_in_m"),
            ("²", ""),
        ] {
            let field = field(name, Span::call_site()).map(|field| field.to_string());
            assert_eq!(field.unwrap_or_default(), expected, "{name}");
        }
    }
}
