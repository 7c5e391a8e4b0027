//! Demands on the types of attributes, as constants that do not compile when a demand is not met.

use proc_macro2::{Literal as Number, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::event::expand_member;
use crate::model::{Demand, Literal, Test};

pub(crate) fn expand(demands: &[Demand]) -> TokenStream {
    demands.iter().map(expand_demand).collect()
}

fn expand_demand(demand: &Demand) -> TokenStream {
    let Demand { at, test, message } = demand;
    if let Test::Key {
        attribute,
        key,
        sets,
    } = test
    {
        let check = quote_spanned! {at.span()=> __p::check_key(&[#(&#sets),*], #attribute, #key)};
        return quote!(const _: () = #check;);
    }
    let test = expand_test(test);
    // The caret of the error is where the panic stands.
    let panic = quote_spanned!(at.span()=> ::core::panic!(#message));
    quote! {
        const _: () = if !#test {
            #panic
        };
    }
}

fn expand_test(test: &Test) -> TokenStream {
    match test {
        Test::Takes(ty, literal) => {
            let kind = kind(ty);
            match literal {
                Literal::Text(_) => quote!(__p::takes_text(#kind)),
                Literal::Integer(value) => {
                    let value = Number::i128_unsuffixed(*value);
                    quote!(__p::takes_integer(#kind, #value))
                }
                Literal::Real(_) => quote!(__p::takes_real(#kind)),
                Literal::Boolean(_) => quote!(__p::takes_boolean(#kind)),
                Literal::Member { .. } => quote!(true),
            }
        }
        Test::HasKeys(ty) => {
            let kind = kind(ty);
            quote!(__p::takes_key(#kind))
        }
        Test::Alike(left, right) => {
            let left = kind(left);
            let right = kind(right);
            quote!(__p::alike(#left, #right))
        }
        Test::Coincide(types) => {
            let types = types.iter().map(|members| {
                let members = members.iter().map(expand_member);
                quote!(&[#(#members.number()),*])
            });
            quote!(__p::coincide(&[#(#types),*]))
        }
        Test::HasMember(union, name, ty) => {
            let union = kind(union);
            let ty = kind(ty);
            quote!(__p::has_member(#union, #name, #ty))
        }
        // What it says depends on the key sets, so that it is no test.
        Test::Key { .. } => quote!(true),
        Test::CanBeHeld(ty) => {
            let kind = kind(ty);
            quote!(__p::can_be_held(#kind))
        }
    }
}

fn kind(ty: &Type) -> TokenStream {
    quote_spanned!(ty.span()=> <#ty as __p::Value>::BORROWED_KIND)
}
