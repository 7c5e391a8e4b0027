//! The union as code: a Rust enum with a variant for each member.

use events_syntax::union::{Checked, Union};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::expand::demands;
use crate::expand::table::expand_literal;

pub(crate) fn expand(union: &Union) -> TokenStream {
    let definition = expand_enum(union);
    let table = expand_table(union);
    let impls = expand_impls(union);
    let demands = demands::expand(&union.demands);
    let krate = &union.krate;
    quote! {
        #definition

        #[allow(clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private as __p;

            static __UNION: __p::Union = #table;
            #impls
            #demands
        };
    }
}

fn expand_enum(union: &Union) -> TokenStream {
    let Union {
        attributes,
        visibility,
        ident,
        selector,
        members,
        ..
    } = union;
    let docs = &attributes.docs;
    let variants = members.iter().map(|member| {
        let Checked {
            attributes,
            ident,
            ty,
            chosen_by,
            ..
        } = member;
        let docs = &attributes.docs;
        let chosen_by: Vec<_> = chosen_by
            .iter()
            .map(|value| format!("`{}`", value.shown()))
            .collect();
        let chosen = format!(
            "Chosen when `{}` is {}.",
            selector.text,
            chosen_by.join(" or ")
        );
        quote! {
            #docs
            #[doc = ""]
            #[doc = #chosen]
            #ident(#ty)
        }
    });
    let other = format!(
        "A bare number, where the value of `{}` chooses no member.",
        selector.text
    );
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        #[allow(non_camel_case_types, unreachable_pub, clippy::all, clippy::pedantic)]
        #visibility enum #ident {
            #(#variants,)*
            #[doc = #other]
            Other(i64),
        }
    }
}

fn expand_table(union: &Union) -> TokenStream {
    let name = &union.name;
    let description = union.attributes.docs.text();
    let selector = &union.selector.text;
    let members = union.members.iter().map(|member| {
        let name = &member.name;
        let ty = &member.ty;
        let kind = quote_spanned!(ty.span()=> <#ty as __p::Value>::KIND);
        let description = member.attributes.docs.text();
        let chosen_by = member.chosen_by.iter().map(expand_literal);
        quote! {
            __p::UnionMember {
                name: __p::Borrowed(#name),
                kind: #kind,
                chosen_by: __p::Borrowed(&[#(#chosen_by),*]),
                description: __p::Borrowed(#description),
            }
        }
    });
    quote! {
        __p::Union {
            name: __p::Borrowed(#name),
            description: __p::Borrowed(#description),
            selector: __p::Borrowed(#selector),
            members: __p::Borrowed(&[#(#members),*]),
        }
    }
}

fn expand_impls(union: &Union) -> TokenStream {
    let Union {
        krate,
        ident,
        members,
        ..
    } = union;
    let said = members.iter().map(
        |Checked {
             ident, name, ty, ..
         }| {
            quote!(Self::#ident(__held) => __p::hold(#name, <#ty as __p::Value>::datum(__held)))
        },
    );
    let made = members.iter().map(
        |Checked {
             ident, name, ty, ..
         }| { quote!(#name => <#ty as __p::Value>::from_datum(__held).map(Self::#ident)) },
    );
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl #krate::__private::Value for #ident {
            const KIND: __p::Kind = __p::Kind::Union(__p::Borrowed(&__UNION));

            fn datum(&self) -> __p::Datum<'_> {
                match self {
                    #(#said,)*
                    Self::Other(__number) => __p::number(*__number),
                }
            }

            fn from_datum(__datum: __p::Datum<'_>) -> ::core::option::Option<Self> {
                let (__name, __held) = __p::held(__datum);
                match __name {
                    #(#made,)*
                    "" => <i64 as __p::Value>::from_datum(__held).map(Self::Other),
                    _ => ::core::option::Option::None,
                }
            }
        }
    }
}
