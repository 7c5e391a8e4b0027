//! The dictionary as code: a type alias for each attribute, and the table as data.

use events_schema::export::key_set_table;
use events_syntax::dictionary::{Carries, Entry, Facts, Input, Key, KeySet, alias};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{LitStr, Visibility};

use crate::expand::option;

pub(crate) fn expand(input: &Input) -> TokenStream {
    let Input {
        krate,
        attributes,
        visibility,
        ident,
        name,
        entries,
        key_sets,
        messages,
    } = input;
    let docs = &attributes.docs;
    let specification = name.value();
    let aliases = entries
        .iter()
        .map(|entry| expand_alias(visibility, &specification, entry));
    let definitions = entries.iter().map(|entry| expand_definition(krate, entry));
    let sets = key_sets
        .iter()
        .map(|set| expand_key_set(krate, visibility, set));
    let messages = option(
        messages
            .as_ref()
            .map(|ty| quote!(__p::Borrowed(<#ty as #krate::Enumeration>::VOCABULARY))),
    );
    let set_names = key_sets.iter().map(|set| &set.spelling.ident);
    let examples = quote_spanned! {ident.span()=> __p::check_examples(&#ident)};
    quote! {
        #(#aliases)*
        #(#sets)*

        #docs
        #[allow(unreachable_pub)]
        #visibility static #ident: #krate::__private::Dictionary = {
            use #krate::__private as __p;
            __p::Dictionary {
                name: __p::Borrowed(#name),
                definitions: __p::Borrowed(&[#(#definitions),*]),
                key_sets: __p::Borrowed(&[#(__p::key_set_of(&#set_names)),*]),
                messages: #messages,
            }
        };

        const _: () = {
            use #krate::__private as __p;
            #examples
        };
    }
}

fn expand_alias(
    visibility: &Visibility,
    specification: &str,
    entry: &Entry,
) -> Option<TokenStream> {
    let alias = alias(entry)?;
    let Carries::Type(ty) = &entry.carries else {
        return None;
    };
    let docs = &entry.attributes.docs;
    let facts = describe(specification, entry);
    Some(quote! {
        #docs
        #[doc = ""]
        #[doc = #facts]
        #[allow(non_camel_case_types, unreachable_pub)]
        #visibility type #alias = #ty;
    })
}

/// What rustdoc says about an attribute beyond its meaning.
fn describe(specification: &str, entry: &Entry) -> String {
    let quoted = |texts: &[LitStr]| {
        let quoted: Vec<_> = texts
            .iter()
            .map(|text| format!("`{}`", text.value()))
            .collect();
        quoted.join(", ")
    };
    let facts = &entry.facts;
    let mut rows = vec![match specification {
        "" => format!("Attribute `{}`", entry.name.text),
        specification => format!("Attribute `{}` of {specification}", entry.name.text),
    }];
    if let Some(number) = &facts.number {
        rows.push(format!("number {}", number.value));
    }
    if !facts.log.is_empty() {
        rows.push(format!("in logs {}", quoted(&facts.log)));
    }
    if !facts.aliases.is_empty() {
        rows.push(format!("also spelled {}", quoted(&facts.aliases)));
    }
    if !facts.examples.is_empty() {
        rows.push(format!("such as {}", quoted(&facts.examples)));
    }
    if facts.obsolete {
        rows.push("obsolete".to_owned());
    }
    if facts.transport {
        rows.push("of the transport, in no table".to_owned());
    }
    rows.join("; ") + "."
}

fn expand_definition(krate: &TokenStream, entry: &Entry) -> TokenStream {
    let name = &entry.name.text;
    let description = entry.attributes.docs.text();
    let kind = match &entry.carries {
        Carries::Event => quote!(__p::Kind::Event),
        Carries::Type(ty) => quote!(<#ty as #krate::__private::Value>::KIND),
    };
    let Facts {
        number,
        log,
        aliases,
        examples,
        obsolete,
        transport,
    } = &entry.facts;
    let number = option(number.as_ref().map(|number| &number.tokens));
    quote! {
        __p::Definition {
            name: __p::Borrowed(#name),
            description: __p::Borrowed(#description),
            kind: #kind,
            number: #number,
            log: __p::Borrowed(&[#(__p::Borrowed(#log)),*]),
            aliases: __p::Borrowed(&[#(__p::Borrowed(#aliases)),*]),
            examples: __p::Borrowed(&[#(__p::Borrowed(#examples)),*]),
            obsolete: #obsolete,
            transport: #transport,
        }
    }
}

fn expand_key_set(krate: &TokenStream, visibility: &Visibility, set: &KeySet) -> TokenStream {
    let KeySet {
        attributes,
        spelling,
        keys,
    } = set;
    let ident = &spelling.ident;
    let docs = &attributes.docs;
    let name = spelling.name();
    let description = docs.text();
    let listing = table_of(set);
    let keys = keys.iter().map(|key| {
        let Key {
            attributes,
            name,
            types,
        } = key;
        let description = attributes.docs.text();
        quote! {
            __p::Key {
                name: __p::Borrowed(#name),
                kinds: __p::Borrowed(&[#(<#types as #krate::__private::Value>::KIND),*]),
                description: __p::Borrowed(#description),
            }
        }
    });
    quote! {
        #docs
        #[doc = ""]
        #[doc = #listing]
        #[allow(non_upper_case_globals, unreachable_pub)]
        #visibility static #ident: #krate::__private::KeySet = {
            use #krate::__private as __p;
            __p::KeySet {
                name: __p::Borrowed(#name),
                description: __p::Borrowed(#description),
                keys: __p::Borrowed(&[#(#keys),*]),
            }
        };
    }
}

/// The keys in the docs of their set. What they carry is told by their types, since a macro knows no more of these.
fn table_of(set: &KeySet) -> String {
    let keys = set.keys.iter().map(|key| events_schema::Key {
        name: key.name.value().into(),
        kinds: events_schema::List::default(),
        description: key.attributes.docs.text().into(),
    });
    let listed = events_schema::KeySet {
        name: set.spelling.name().into(),
        description: set.attributes.docs.text().into(),
        keys: keys.collect(),
    };
    key_set_table(&listed, |listed| {
        let key = set.keys.iter().find(|key| key.name.value() == listed.name);
        let types = key.map_or(&[][..], |key| &key.types);
        let types: Vec<_> = types
            .iter()
            .map(|ty| {
                format!(
                    "`{}`",
                    ty.to_token_stream().to_string().replace(" :: ", "::")
                )
            })
            .collect();
        types.join(" or ")
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use crate::run::dictionary;

    #[test]
    fn the_docs_of_a_key_set_tell_its_keys() {
        let code = dictionary(quote! {
            (krate)
            /// Docks.
            pub static DICTIONARY = "Docks";

            /// What a dock lists.
            keys DockStatus {
                /// Id of one bike.
                "bike-%d": u16 | value::Text,
                /// A | B.
                "side": Text,
            }
        })
        .to_string();
        for line in [
            "| Key | Carries | Meaning |",
            "| `bike-%d` | `u16` or `value::Text` | Id of one bike. |",
            r"| `side` | `Text` | A \\| B. |",
        ] {
            assert!(code.contains(line), "{line} in {code}");
        }
    }
}
