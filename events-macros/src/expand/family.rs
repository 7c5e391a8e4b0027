//! The family's enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::{allow, docs, event};
use crate::model::Family;

pub(super) fn expand_enum(family: &Family) -> TokenStream {
    let Family { krate, ident, .. } = family;
    let docs = docs::of_family(family);
    let variants = family.events.iter().map(|event| {
        let ident = &event.ident;
        let doc = docs::summary(&event.docs);
        quote!(#[doc = #doc] #ident(#ident))
    });
    let allow = allow();
    quote! {
        #docs
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        #allow
        pub enum #ident {
            #(#variants,)*
            /// An event that is none of these, with all its attributes.
            Unknown(#krate::UnknownEvent),
        }
    }
}

pub(super) fn expand_impls(family: &Family) -> TokenStream {
    let ident = &family.ident;
    let events = || family.events.iter().map(|event| &event.ident);
    let (in_record, in_declared, in_other, in_from) = (events(), events(), events(), events());
    let in_name = events();
    let serde = event::expand_serde(ident, &quote!(__p::serialize(self, __serializer)));
    quote! {
        impl #ident {
            /// The family with the tables of its events, as data.
            pub const FAMILY: &'static __p::Family = &__FAMILY;
        }

        #[automatically_derived]
        impl __p::Message for #ident {
            const FAMILIES: &'static [&'static __p::Family] = &[&__FAMILY];

            fn all() -> &'static __p::Declarations {
                &__ALL
            }

            fn from_record(
                __record: &__p::Record<'_>,
            ) -> ::core::result::Result<Self, __p::Refused> {
                #(
                    if __record.is::<#in_record>() {
                        return __p::Message::from_record(__record).map(Self::#in_record);
                    }
                )*
                __Ok(Self::Unknown(__record.to_unknown()))
            }

            fn declared(
                &self,
            ) -> ::core::option::Option<(&'static __p::Declaration, &dyn __p::Facts)> {
                match self {
                    #(Self::#in_declared(__event) => __p::Message::declared(__event),)*
                    Self::Unknown(_) => __None,
                }
            }

            fn other(&self) -> &__p::KeyValueList {
                match self {
                    #(Self::#in_other(__event) => &__event.other,)*
                    Self::Unknown(__event) => &__event.attributes,
                }
            }

            fn name(&self) -> &str {
                match self {
                    #(Self::#in_name(_) => #in_name::NAME,)*
                    Self::Unknown(__event) => &__event.name,
                }
            }
        }

        #(
            #[automatically_derived]
            impl ::core::convert::From<#in_from> for #ident {
                fn from(__event: #in_from) -> Self {
                    Self::#in_from(__event)
                }
            }
        )*

        #serde
    }
}
