//! The struct of an event and what it implements.

use proc_macro2::{Ident, Literal as Number, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::{allow, docs};
use crate::model::{Content, Event, Family, Literal, Row};
use crate::names;

pub(super) fn expand_struct(family: &Family, event: &Event) -> TokenStream {
    let krate = &family.krate;
    let ident = &event.ident;
    let docs = docs::of_event(family, event);
    let fields = event.fields().map(|(_, row, ty)| {
        let docs = docs::of_field(row);
        let field = &row.field;
        let ty = field_type(row, ty);
        quote!(#docs pub #field: #ty)
    });
    let allow = allow();
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        #allow
        pub struct #ident {
            #(#fields,)*
            /// Attributes that the table does not know.
            pub other: #krate::KeyValueList,
        }
    }
}

/// What is known of the event without a message, and its builder.
pub(super) fn expand_constants(event: &Event) -> TokenStream {
    let Event { ident, name, .. } = event;
    let number = event.number.map(|number| {
        let number = Number::i64_unsuffixed(number);
        quote! {
            /// The event's number, as documented.
            pub const NUMBER: i64 = #number;
        }
    });
    let constants = event.rows.iter().filter_map(expand_constant);
    let builder = format_ident!("{ident}Builder");
    let new = super::builder::expand_new(event);
    quote! {
        impl #ident {
            /// The event's name, as documented.
            pub const NAME: &'static str = #name;
            #number
            #(#constants)*

            /// Returns a builder, whose `build` compiles when each Mandatory attribute was given.
            pub fn builder() -> #builder {
                #new
            }
        }
    }
}

/// A Mandatory attribute is there, unless a footnote waives that.
fn field_type(row: &Row, ty: &Type) -> TokenStream {
    if row.always() {
        quote!(#ty)
    } else {
        quote!(::core::option::Option<#ty>)
    }
}

fn expand_constant(row: &Row) -> Option<TokenStream> {
    let Content::Fixed(ty, literal) = &row.content else {
        return None;
    };
    let Row { name, constant, .. } = row;
    let doc = format!("The value that the table fixes for `{name}`.");
    // Where a type cannot be made in a constant, the constant is what the literal is.
    let (ty, value) = match literal {
        Literal::Member { .. } => (quote!(#ty), expand_member(literal)),
        Literal::Text(text) => (quote!(&'static str), quote!(#text)),
        Literal::Integer(value) => {
            let number_type = number_type(ty, *value);
            let value = Number::i128_unsuffixed(*value);
            if is_f64(ty) {
                (number_type, quote!(#value as f64))
            } else {
                (number_type, quote!(#value))
            }
        }
        Literal::Real(value) => {
            let value = Number::f64_unsuffixed(*value);
            (quote!(f64), quote!(#value))
        }
        Literal::Boolean(value) => (quote!(bool), quote!(#value)),
    };
    Some(quote! {
        #[doc = #doc]
        pub const #constant: #ty = #value;
    })
}

/// The type of a constant for a whole number: that of the attribute where it is one of Rust's.
fn number_type(ty: &Type, value: i128) -> TokenStream {
    const NUMBERS: [&str; 9] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f64"];
    match ty {
        Type::Path(path) if NUMBERS.iter().any(|name| path.path.is_ident(name)) => quote!(#ty),
        _ if i64::try_from(value).is_ok() => quote!(i64),
        _ => quote!(i128),
    }
}

fn is_f64(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("f64"))
}

/// A member of an enumeration, whose name rustc looks up, with the caret on what the user wrote.
pub(super) fn expand_member(literal: &Literal) -> TokenStream {
    let Literal::Member { ty, path } = literal else {
        return TokenStream::new();
    };
    if let Some(ident) = path.get_ident() {
        quote_spanned!(ident.span()=> <#ty>::#ident)
    } else {
        // A path of its own must still name a value of the attribute's type.
        quote_spanned!(path.span()=> { let __value: #ty = #path; __value })
    }
}

pub(super) fn expand_impls(at: usize, event: &Event) -> TokenStream {
    let ident = &event.ident;
    let facts = expand_facts(event);
    let message = expand_message(at, event);
    let serialize = quote! {
        __p::serialize_event(&__DECLARED[#at], self, &self.other, __serializer)
    };
    let serde = expand_serde(ident, &serialize);
    quote!(#facts #message #serde)
}

fn expand_facts(event: &Event) -> TokenStream {
    let ident = &event.ident;
    let facts = event.rows.iter().enumerate().map(|(at, row)| {
        let field = &row.field;
        let fact = match &row.content {
            Content::Tag => quote!(__Some(__p::Datum::Text(Self::NAME))),
            Content::Fixed(..) if row.is_constant() => {
                let datum = constant_datum(row);
                quote!(__Some(#datum))
            }
            Content::Free(ty) | Content::Fixed(ty, _) => {
                let datum = quote_spanned!(ty.span()=> <#ty as __p::Value>::datum);
                if row.always() {
                    quote!(__Some(#datum(&self.#field)))
                } else {
                    quote!(__p::said(&self.#field, #datum))
                }
            }
        };
        quote!(#at => #fact)
    });
    quote! {
        #[automatically_derived]
        impl __p::Facts for #ident {
            #[inline]
            fn fact(&self, __attribute: usize) -> ::core::option::Option<__p::Datum<'_>> {
                match __attribute {
                    #(#facts,)*
                    _ => __None,
                }
            }
        }
    }
}

/// The value of a fixed row as a message says it.
fn constant_datum(row: &Row) -> TokenStream {
    let constant = &row.constant;
    match row.fixed() {
        Some(Literal::Text(_)) => quote!(__p::Datum::Text(Self::#constant)),
        Some(Literal::Integer(value)) => {
            let value = Number::i128_unsuffixed(*value);
            quote!(__p::Datum::Integer(#value))
        }
        Some(Literal::Real(_)) => quote!(__p::Datum::Real(Self::#constant)),
        Some(Literal::Boolean(_)) => quote!(__p::Datum::Boolean(Self::#constant)),
        Some(Literal::Member { .. }) | None => {
            quote!(__p::number(Self::#constant.number()))
        }
    }
}

fn expand_message(at: usize, event: &Event) -> TokenStream {
    let ident = &event.ident;
    let (mandatory, optional): (Vec<_>, Vec<_>) =
        event.fields().partition(|(_, row, _)| row.always());
    let from = |ty: &Type| quote_spanned!(ty.span()=> <#ty as __p::Value>::from_datum);
    // Those that can fail come first: there is little to drop then.
    let mandatory_values = mandatory.iter().map(|(at, row, ty)| {
        let (local, from) = (names::prefixed("__", &row.name), from(ty));
        quote! {
            let __Some(#local) = __taking.mandatory(#at, #from) else {
                return __Err(__p::Refused(#at));
            };
        }
    });
    let mandatory_fields = mandatory.iter().map(|(_, row, _)| {
        let (field, local) = (&row.field, names::prefixed("__", &row.name));
        quote!(#field: #local)
    });
    let optional_values = optional.iter().map(|(at, row, ty)| {
        let (field, from) = (&row.field, from(ty));
        quote!(#field: __taking.optional(#at, #from))
    });
    quote! {
        #[automatically_derived]
        impl __p::Declared for #ident {
            fn declaration() -> &'static __p::Declaration {
                &__DECLARED[#at]
            }
        }

        #[automatically_derived]
        impl __p::Message for #ident {
            fn all() -> &'static __p::Declarations {
                &__EACH[#at]
            }

            fn from_record(
                __record: &__p::Record<'_>,
            ) -> ::core::result::Result<Self, __p::Refused> {
                let mut __taking = __p::Taking::new(__record);
                #(#mandatory_values)*
                let __taken = Self {
                    #(#mandatory_fields,)*
                    #(#optional_values,)*
                    other: __record.to_other(),
                };
                match __taking.refused {
                    __None => __Ok(__taken),
                    __Some(__row) => {
                        __Err(__p::Refused(__row))
                    }
                }
            }

            fn declared(
                &self,
            ) -> ::core::option::Option<(&'static __p::Declaration, &dyn __p::Facts)> {
                __Some((&__DECLARED[#at], self))
            }

            fn other(&self) -> &__p::KeyValueList {
                &self.other
            }
        }
    }
}

pub(super) fn expand_serde(ident: &Ident, serialize: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __p::Serialize for #ident {
            fn serialize<__S: __p::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                #serialize
            }
        }

        #[automatically_derived]
        impl<'de> __p::Deserialize<'de> for #ident {
            fn deserialize<__D: __p::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __p::deserialize(__deserializer)
            }
        }
    }
}
