//! What rustdoc shows.

use events_schema::export::markdown_with;
use events_syntax::schema::last;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use crate::ast::Docs;
use crate::model::{Cell, Clause, Condition, Content, Event, Family, Row};

/// The user's description, then the document's table.
pub(super) fn of_event(family: &Family, event: &Event) -> TokenStream {
    let description = &event.docs;
    let link = |name: &str| {
        let row = event.rows.iter().find(|row| row.name == name);
        row.map_or_else(|| name.to_owned(), link_to_row)
    };
    let sets = key_sets(event);
    let table = markdown_with(
        &family.to_schema(),
        &event.to_schema(),
        |attribute| link(&attribute.name),
        |keys| link_to_keys(&keys.name, &sets),
    );
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

/// A key set in a rule, with a link to the docs of its static.
fn link_to_keys(name: &str, sets: &[&Path]) -> String {
    let path = sets.iter().find(|path| last(path) == name);
    let path = path.map(|path| path.to_token_stream().to_string().replace(' ', ""));
    match path {
        // A raw identifier cannot be linked to, nor can a path from the root of all crates.
        Some(path) if !path.contains("r#") && !path.starts_with("::") => {
            format!("[`{name}`](static@{path})")
        }
        _ => format!("`{name}`"),
    }
}

/// The key sets that the rules of an event name.
fn key_sets(event: &Event) -> Vec<&Path> {
    fn of_clause<'e>(clause: &'e Clause, found: &mut Vec<&'e Path>) {
        match clause {
            Clause::Assert(condition) => of_condition(condition, found),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                of_condition(condition, found);
                for clause in then.iter().chain(otherwise) {
                    of_clause(clause, found);
                }
            }
        }
    }
    fn of_condition<'e>(condition: &'e Condition, found: &mut Vec<&'e Path>) {
        match condition {
            Condition::Follows(_, keys) => found.push(keys),
            Condition::All(inner) | Condition::Any(inner) | Condition::None(inner) => {
                for inner in inner {
                    of_condition(inner, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let rules = event.footnotes.iter().flat_map(|note| &note.rules);
    rules.for_each(|rule| of_clause(&rule.clause, &mut found));
    found
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

#[cfg(test)]
mod tests {
    use quote::quote;

    use crate::run::event;

    #[test]
    fn rules_link_to_key_sets() {
        let code = event(quote! {
            (krate)
            #[source(document = "Docks")]
            #[dictionary(DOCKS)]
            <Docks>

            /// A dock tells its state.
            DockReported {
                Event              Mandatory,
                Kind               Optional,
                Extensions[a, b]   Mandatory,
            }
            footnotes {
                /// A free dock says where it is.
                [a] if !Kind { Extensions is DockPlace }
                /// Other docks say what is there.
                [b] if Kind { Extensions is words::DockStatus || Extensions is ::words::DockCount }
            }
        })
        .to_string();
        for link in [
            "[`DockPlace`](static@DockPlace)",
            "[`DockStatus`](static@words::DockStatus)",
            "`Extensions` follows `DockCount`",
        ] {
            assert!(code.contains(link), "{link} in {code}");
        }
    }
}
