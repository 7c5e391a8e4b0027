//! The declaration as code: items that users see, and a constant with everything behind them.
//!
//! What can be one function of events-core is called, not written: a bug is then fixed there, and the code of a
//! hundred events still builds fast. All names come from the `$crate` of the front end or from `::core`.

mod builder;
pub(crate) mod demands;
mod docs;
mod event;
mod family;
mod proposals;
mod rules;
pub(crate) mod table;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::model::Family;

pub(crate) fn expand(family: &Family) -> TokenStream {
    let krate = &family.krate;
    let events = family.events.iter().map(|event| {
        let event_struct = event::expand_struct(family, event);
        let builder = builder::expand_struct(family, event);
        quote!(#event_struct #builder)
    });
    let markers = builder::expand_markers(family);
    let family_enum = family::expand_enum(family);
    let family_table = table::expand_family(family);
    let hidden = family.events.iter().enumerate().map(|(at, event)| {
        let table = table::expand_event(event);
        let rules = rules::expand(event);
        let constants = event::expand_constants(event);
        let builder = builder::expand_impls(family, event);
        let impls = event::expand_impls(at, event);
        let demands = demands::expand(&event.demands);
        let proposals = proposals::expand(event);
        quote!(#constants #builder #table #rules #impls #demands #proposals)
    });
    let family_impls = family::expand_impls(family);
    quote! {
        #(#events)*
        #markers
        #family_enum

        #[allow(
            non_snake_case,
            non_camel_case_types,
            non_upper_case_globals,
            unreachable_pub,
            clippy::all,
            clippy::pedantic,
        )]
        const _: () = {
            use #krate::__private as __p;
            use __p::{Mandatory as __M, Optional as __O};
            use __p::{Err as __Err, None as __None, Ok as __Ok, Some as __Some};

            #family_table
            #(#hidden)*
            #family_impls
        };
    }
}

/// An `Option` as code where `__p` is known.
pub(crate) fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(__p::None), |value| quote!(__p::Some(#value)))
}

/// What generated items may be although the user's crate has lints against it: attributes are called as documented.
fn allow() -> TokenStream {
    quote! {
        #[allow(
            non_camel_case_types,
            unreachable_pub,
            clippy::all,
            clippy::pedantic,
        )]
    }
}
