//! The builder of an event, whose type says which Mandatory attributes were given.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::{allow, docs};
use crate::model::{Event, Family, Row};
use crate::names;

/// One trait for each attribute that some event of the family must be given. A state that does not implement it is the
/// one compile error that can name the attribute.
pub(super) fn expand_markers(family: &Family) -> TokenStream {
    let krate = &family.krate;
    let module = module(family);
    let mut rows: BTreeMap<Ident, &Row> = BTreeMap::new();
    for event in &family.events {
        for row in given(event) {
            rows.entry(marker(row)).or_insert(row);
        }
    }
    let markers = rows.iter().map(|(marker, row)| {
        let Row { name, field, .. } = row;
        let message = format!("the Mandatory attribute `{name}` is not given");
        let label = format!("call `{field}` before `build`");
        quote! {
            #[diagnostic::on_unimplemented(message = #message, label = #label)]
            pub trait #marker {}
            impl #marker for #krate::__private::Given {}
        }
    });
    let allow = allow();
    quote! {
        #[doc(hidden)]
        #allow
        pub mod #module {
            #(#markers)*
        }
    }
}

fn module(family: &Family) -> Ident {
    format_ident!("__{}", names::text(&family.ident))
}

/// The trait of an attribute; none that a misspelt type could be taken for.
fn marker(row: &Row) -> Ident {
    names::prefixed("Given", &row.name)
}

/// The rows that `build` demands.
fn given(event: &Event) -> impl Iterator<Item = &Row> {
    event
        .fields()
        .map(|(_, row, _)| row)
        .filter(|row| row.always())
}

fn parts(event: &Event) -> Ident {
    // Without the user's span: rustc would propose to make a type that it does not know a parameter of this struct.
    Ident::new(
        &format!("__{}Parts", names::text(&event.ident)),
        Span::call_site(),
    )
}

/// The value of a builder that was given nothing.
pub(super) fn expand_new(event: &Event) -> TokenStream {
    let builder = format_ident!("{}Builder", event.ident);
    let parts = parts(event);
    let names = event.fields().map(|(_, row, _)| &row.field);
    quote! {
        #builder {
            parts: #parts {
                #(#names: __None,)*
                other: __p::no_other(),
            },
            states: __p::PhantomData,
        }
    }
}

pub(super) fn expand_struct(family: &Family, event: &Event) -> TokenStream {
    let krate = &family.krate;
    let ident = &event.ident;
    let builder = format_ident!("{ident}Builder");
    let parts = parts(event);
    let missing = given(event).map(|_| quote!(#krate::__private::Missing));
    let fields = event.fields().map(|(_, row, ty)| {
        let field = &row.field;
        quote!(#field: ::core::option::Option<#ty>)
    });
    let docs = format!("Makes events of type [`{ident}`], attribute by attribute.");
    let allow = allow();
    quote! {
        #[allow(unreachable_pub, clippy::all, clippy::pedantic)]
        struct #parts {
            #(#fields,)*
            other: #krate::KeyValueList,
        }

        #[doc = #docs]
        #[must_use = "a builder does nothing until `build` is called"]
        #allow
        pub struct #builder<__States = (#(#missing,)*)> {
            parts: #parts,
            states: ::core::marker::PhantomData<fn() -> __States>,
        }
    }
}

pub(super) fn expand_impls(family: &Family, event: &Event) -> TokenStream {
    let ident = &event.ident;
    let builder = format_ident!("{ident}Builder");
    let module = module(family);
    let markers = given(event).map(marker);
    let states: Vec<_> = given(event)
        .map(|row| names::prefixed("__", &row.name))
        .collect();
    let (optional, mandatory) = expand_setters(event, &builder, &states);
    let values = event.fields().map(|(_, row, _)| {
        let field = &row.field;
        if row.always() {
            quote!(#field: __p::given(__parts.#field))
        } else {
            quote!(#field: __parts.#field)
        }
    });
    let name = builder.to_string();
    quote! {
        #[automatically_derived]
        impl<__States> ::core::fmt::Debug for #builder<__States> {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __p::show_builder(#name, __f)
            }
        }

        impl<__States> #builder<__States> {
            #optional

            /// Gives the attributes that the table does not know.
            pub fn other(mut self, value: __p::KeyValueList) -> Self {
                self.parts.other = value;
                self
            }
        }

        impl<#(#states),*> #builder<(#(#states,)*)> {
            #mandatory

            /// Makes the event. An attribute that is Mandatory and was not given is a compile error.
            #[must_use]
            pub fn build(self) -> #ident
            where
                #(#states: #module::#markers,)*
            {
                let __parts = self.parts;
                #ident {
                    #(#values,)*
                    other: __parts.other,
                }
            }
        }
    }
}

/// The setters of attributes that may be absent, and those that bring the builder into another state.
fn expand_setters(event: &Event, builder: &Ident, states: &[Ident]) -> (TokenStream, TokenStream) {
    let (mut optional, mut mandatory) = (TokenStream::new(), TokenStream::new());
    let mut given = 0;
    for (_, row, ty) in event.fields() {
        let field = &row.field;
        let docs = docs::of_setter(row);
        let value = quote!(value: impl __p::IntoValue<#ty>);
        let give = quote!(__p::give(&mut self.parts.#field, value););
        if !row.always() {
            optional.extend(quote! {
                #docs
                pub fn #field(mut self, #value) -> Self {
                    #give
                    self
                }
            });
            continue;
        }
        let after = states.iter().enumerate().map(|(at, state)| {
            if at == given {
                quote!(__p::Given)
            } else {
                quote!(#state)
            }
        });
        mandatory.extend(quote! {
            #docs
            pub fn #field(mut self, #value) -> #builder<(#(#after,)*)> {
                #give
                #builder { parts: self.parts, states: __p::PhantomData }
            }
        });
        given += 1;
    }
    (optional, mandatory)
}
