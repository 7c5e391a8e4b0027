//! What rustdoc shows.

use events_schema::export::markdown_with;
use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::Docs;
use crate::model::{Cell, Content, Event, Family, Row};

/// The user's description, then the document's table.
pub(super) fn of_event(family: &Family, event: &Event) -> TokenStream {
    let description = &event.docs;
    let link = |name: &str| {
        let row = event.rows.iter().find(|row| row.name == name);
        row.map_or_else(|| name.to_owned(), link_to_row)
    };
    let table = markdown_with(&family.to_schema(), &event.to_schema(), |attribute| {
        link(&attribute.name)
    });
    quote! {
        #description
        #[doc = ""]
        #[doc = #table]
    }
}

/// An attribute in the docs of its event, with a link to its field or constant.
fn link_to_row(row: &Row) -> String {
    let Row { name, .. } = row;
    match row.content {
        Content::Tag => format!("[`{name}`](Self::NAME)"),
        _ if row.is_constant() => format!("[`{name}`](Self::{})", row.constant),
        _ => format!(
            "[`{name}`](#structfield.{})",
            crate::names::text(&row.field)
        ),
    }
}

pub(super) fn of_family(family: &Family) -> TokenStream {
    let description = &family.docs;
    let source = family.source.to_string();
    let source = (!source.is_empty()).then(|| {
        let source = format!("Source: {source}.");
        quote!(#[doc = ""] #[doc = #source])
    });
    quote!(#description #source)
}

/// The first paragraph of a description.
pub(super) fn summary(docs: &Docs) -> String {
    let text = docs.text();
    text.split("\n\n").next().unwrap_or_default().to_owned()
}

/// Name, presence and marks as in the table, what the row says, and where the dictionary says what it means.
pub(super) fn of_field(row: &Row) -> TokenStream {
    let Row {
        name,
        mandatory,
        docs,
        ..
    } = row;
    let mut line = format!(
        "`{name}`, {}{}.",
        if *mandatory { "Mandatory" } else { "Optional" },
        marks(row)
    );
    if let Some(ty) = row.ty().filter(|_| row.defined) {
        let ty = quote!(#ty).to_string();
        // A raw identifier cannot be linked to.
        if !ty.starts_with("r#") {
            line = format!("{line} See [`{ty}`](type@{ty}).");
        }
    }
    let docs = (!docs.is_empty()).then(|| quote!(#[doc = ""] #docs));
    quote!(#[doc = #line] #docs)
}

/// `, footnotes a and b`.
fn marks(row: &Row) -> String {
    let letter = |(letter, cell): &(String, Cell)| match cell {
        Cell::Name => letter.clone(),
        Cell::Presence => format!("{letter} (on the presence)"),
    };
    let letters: Vec<_> = row.marks.iter().map(letter).collect();
    match &*letters {
        [] => String::new(),
        [letter] => format!(", footnote {letter}"),
        letters => format!(", footnotes {}", letters.join(", ")),
    }
}

pub(super) fn of_setter(row: &Row) -> TokenStream {
    let presence = if row.always() {
        "Mandatory"
    } else {
        "Optional"
    };
    let line = format!("Gives `{}`, which is {presence}.", row.name);
    quote!(#[doc = #line])
}
