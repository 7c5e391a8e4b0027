//! The rows of a table.

use std::collections::HashMap;

use events_schema::closest;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::Type;
use syn::spanned::Spanned;

use super::header::DEFAULT_TAG;
use super::{Header, check_attributes, values};
use crate::ast::{self, Docs, Letter, Name, is_presence};
use crate::errors::Errors;
use crate::model::{Cell, Content, Demand, Footnote, Row};
use crate::names;

/// A row whose own cells were checked; whether it is waived, the footnotes say.
pub(super) struct Checked {
    pub(super) name: Name,
    pub(super) docs: Docs,
    pub(super) marks: Vec<(Letter, Cell)>,
    pub(super) mandatory: bool,
    pub(super) content: Content,
    field: Ident,
    constant: Ident,
    defined: bool,
}

pub(super) fn check(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    header: &Header,
    event: &Ident,
    rows: Vec<ast::Row>,
) -> Vec<Checked> {
    let rows = check_duplicates(errors, event, rows);
    let rows = rows
        .into_iter()
        .filter_map(|row| check_row(errors, demands, header, row))
        .collect();
    check_fields(errors, event, rows)
}

/// An attribute has one row. Of two, the first remains.
fn check_duplicates(errors: &mut Errors, event: &Ident, rows: Vec<ast::Row>) -> Vec<ast::Row> {
    let mut kept: Vec<ast::Row> = Vec::new();
    for row in rows {
        if kept.iter().any(|first| first.name.text == row.name.text) {
            let message = format!("`{event}` has two rows for `{}`, remove one", row.name.text);
            errors.push(&row.name, message);
        } else {
            kept.push(row);
        }
    }
    kept
}

fn check_row(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    header: &Header,
    row: ast::Row,
) -> Option<Checked> {
    let ast::Row {
        attributes,
        name,
        marks,
        ty,
        fixed,
        presence,
        presence_marks,
    } = row;
    check_attributes(errors, &attributes, "a row");
    let mandatory = check_presence(errors, &presence, &presence_marks);
    let marks = check_marks(errors, marks, presence_marks);
    let span = name.ident.as_ref().map_or_else(|| name.span(), Ident::span);
    let (Some(field), Some(constant)) = (
        names::field(&name.text, span),
        names::constant(&name.text, span),
    ) else {
        errors.push(
            &name,
            format!("`{}` has no letter to make a field name of", name.text),
        );
        return None;
    };
    let defined = ty.is_none() && name.ident.is_some();
    let content = if name.text == header.tag {
        check_tag(errors, &name, ty.as_ref(), fixed.as_ref());
        if presence == "Optional" {
            let message = format!(
                "`{}` holds the event's name and is never absent, write `Mandatory`",
                name.text
            );
            errors.push(&presence, message);
        }
        Content::Tag
    } else {
        let ty = check_type(errors, header, &name, ty)?;
        match fixed.and_then(|value| values::check(errors, demands, &name.text, &ty, value)) {
            Some(literal) => Content::Fixed(ty, literal),
            None => Content::Free(ty),
        }
    };
    Some(Checked {
        name,
        docs: attributes.docs,
        marks,
        mandatory,
        content,
        field,
        constant,
        defined,
    })
}

/// A presence is `Mandatory` or `Optional`: a condition is a rule, a remark is a footnote.
fn check_presence(errors: &mut Errors, presence: &Ident, marks: &[Letter]) -> bool {
    if !is_presence(presence) {
        let conditional = closest(&presence.to_string(), ["Conditional"]).is_some();
        let remedy = match marks.first() {
            Some(letter) if conditional => {
                format!(
                    "write `Optional`: the condition is footnote `{}`",
                    letter.text
                )
            }
            None if conditional => {
                "write `Optional[a]` and the condition as footnote `a`".to_owned()
            }
            _ => "expected `Mandatory` or `Optional`".to_owned(),
        };
        errors.push(presence, format!("unknown presence `{presence}`, {remedy}"));
    }
    // What it was meant to be decides the type of the field, so that its uses stay as they are.
    closest(&presence.to_string(), ["Mandatory", "Optional"]) == Some("Mandatory")
}

/// A cell bears a letter once.
fn check_marks(
    errors: &mut Errors,
    name: Vec<Letter>,
    presence: Vec<Letter>,
) -> Vec<(Letter, Cell)> {
    let mut marks: Vec<(Letter, Cell)> = Vec::new();
    let name = name.into_iter().map(|letter| (letter, Cell::Name));
    let presence = presence.into_iter().map(|letter| (letter, Cell::Presence));
    for (letter, cell) in name.chain(presence) {
        let twice = marks
            .iter()
            .any(|(first, place)| first.text == letter.text && *place == cell);
        if twice {
            let message = format!("the mark `{}` stands here twice, remove one", letter.text);
            errors.push_at(letter.span, message);
        } else {
            marks.push((letter, cell));
        }
    }
    marks
}

/// The tag is the event's name: the macro knows its type and its value.
fn check_tag(errors: &mut Errors, name: &Name, ty: Option<&Type>, fixed: Option<&ast::Value>) {
    if let Some(ty) = ty {
        let message = format!("`{}` holds the event's name, remove the type", name.text);
        errors.push(ty, message);
    }
    if let Some(value) = fixed {
        let message = format!(
            "`{}` always is the event's name, remove the value",
            name.text
        );
        errors.push(value, message);
    }
}

/// Without a type of its own, a row has the type that is named like the attribute.
fn check_type(errors: &mut Errors, header: &Header, name: &Name, ty: Option<Type>) -> Option<Type> {
    if ty.is_some() {
        return ty;
    }
    if name.text == DEFAULT_TAG {
        let message = format!(
            "`{}` holds the event's name in this family, so `{DEFAULT_TAG}` needs a type: write it behind the name, or remove the row or `#[tag]`",
            header.tag
        );
        errors.push(name, message);
        return None;
    }
    let Some(ident) = &name.ident else {
        let message = format!(
            "`{}` cannot be the name of a type, write the type behind it: `{}: Text`",
            name.text,
            name.to_token_stream().to_string().replace(" . ", ".")
        );
        errors.push(name, message);
        return None;
    };
    Some(names::ty(ident))
}

/// Two attributes make two fields.
fn check_fields(errors: &mut Errors, event: &Ident, rows: Vec<Checked>) -> Vec<Checked> {
    let mut fields: HashMap<String, String> = HashMap::new();
    let mut kept = Vec::new();
    for row in rows {
        let field = row.field.to_string();
        if let Some(first) = fields.get(&field) {
            let message = format!(
                "`{}` and `{first}` would both be the field `{field}` of `{event}`, correct one of them",
                row.name.text
            );
            errors.push(&row.name, message);
        } else {
            fields.insert(field, row.name.text.clone());
            kept.push(row);
        }
    }
    kept
}

/// The rows once the footnotes are known.
pub(super) fn finish(rows: Vec<Checked>, footnotes: &[Footnote]) -> Vec<Row> {
    let waived = |name: &str| {
        let mut waives = footnotes.iter().flat_map(|footnote| &footnote.waives);
        waives.any(|waived| waived == name)
    };
    rows.into_iter()
        .map(|row| Row {
            waived: waived(&row.name.text),
            name: row.name.text,
            union: row.name.union,
            docs: row.docs,
            marks: row
                .marks
                .into_iter()
                .map(|(letter, cell)| (letter.text, cell))
                .collect(),
            mandatory: row.mandatory,
            content: row.content,
            field: row.field,
            constant: row.constant,
            defined: row.defined,
        })
        .collect()
}

impl ToTokens for Checked {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
    }
}
