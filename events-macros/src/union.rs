//! `union!`: a union of the specification as a Rust enum.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Result};
use syn::spanned::Spanned;
use syn::{Token, Type, Visibility, braced, bracketed};

use crate::ast::{
    Attributes, Name, Spelling, Value, expect_comma, parse_krate, parse_listed, unexpected,
};
use crate::check::{check_documented, values};
use crate::errors::Errors;
use crate::expand::demands;
use crate::expand::table::expand_literal;
use crate::model::{Demand, Literal, Test};
use crate::names;

pub(crate) struct Input {
    krate: TokenStream,
    attributes: Attributes,
    visibility: Visibility,
    spelling: Spelling,
    /// The attribute whose value chooses the member, and its type.
    selector: Name,
    selector_type: Type,
    members: Vec<Member>,
    /// Whether a member could not be read.
    incomplete: bool,
}

/// `AddressType: AddressType = [AddressInfoAddressType],`
struct Member {
    attributes: Attributes,
    ident: Ident,
    ty: Type,
    chosen_by: Vec<Value>,
}

/// A member that was checked.
struct Checked {
    attributes: Attributes,
    ident: Ident,
    ty: Type,
    chosen_by: Vec<Literal>,
}

impl Input {
    pub(crate) fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let krate = parse_krate(input)?;
        let attributes = Attributes::parse(input)?;
        let visibility = input.parse()?;
        let spelling = Spelling::parse(input)?;
        let by = input.call(Ident::parse_any).ok();
        if by.is_none_or(|by| by != "by") {
            let message =
                "the attribute that chooses the member, as in `by InfoType: AddressInfoType`";
            return Err(unexpected(input, message));
        }
        let selector = Name::parse(input, "the attribute that chooses the member")?;
        if !input.peek(Token![:]) {
            let expected = format!("`:` and the type of `{}`", selector.text);
            return Err(unexpected(input, &expected));
        }
        input.parse::<Token![:]>()?;
        let selector_type = input.parse()?;
        let content;
        braced!(content in input);
        let (members, incomplete) = parse_listed(errors, &content, Member::parse);
        if !input.is_empty() {
            errors.add(unexpected(
                input,
                "the end, a second union has a `union!` of its own",
            ));
        }
        Ok(Self {
            krate,
            attributes,
            visibility,
            spelling,
            selector,
            selector_type,
            members,
            incomplete,
        })
    }
}

impl Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = Attributes::parse(input)?;
        let ident: Ident = input
            .parse()
            .map_err(|_| unexpected(input, "the name of a member"))?;
        if !input.peek(Token![:]) {
            let expected = format!("`:` and the type of what `{ident}` holds");
            return Err(unexpected(input, &expected));
        }
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        if !input.peek(Token![=]) {
            let expected = format!("`=` and the values that choose `{ident}`, as in `= [Value]`");
            return Err(unexpected(input, &expected));
        }
        input.parse::<Token![=]>()?;
        let content;
        bracketed!(content in input);
        let mut chosen_by = Vec::new();
        while !content.is_empty() {
            chosen_by.push(content.parse()?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        expect_comma(input, ident.span(), &format!("`{ident}`"))?;
        Ok(Self {
            attributes,
            ident,
            ty,
            chosen_by,
        })
    }
}

pub(crate) fn expand(errors: &mut Errors, input: Input) -> TokenStream {
    let ident = &input.spelling.ident;
    check_documented(errors, &input.attributes, ident);
    if input.members.is_empty() && !input.incomplete {
        let message = format!("`{ident}` has no members, write them between the braces");
        errors.push(ident, message);
    }
    let mut demands = Vec::new();
    let mut checking = Checking {
        errors,
        demands: &mut demands,
        union: ident.clone(),
        selector: &input.selector,
        selector_type: &input.selector_type,
        seen: Vec::new(),
    };
    let mut members: Vec<Checked> = Vec::new();
    for member in input.members {
        members.extend(checking.member(&members, member));
    }
    let parts = Parts {
        krate: &input.krate,
        ident,
        selector: &input.selector,
        members: &members,
    };
    let definition = parts.expand_enum(&input.attributes, &input.visibility);
    let table = parts.expand_table(&input.attributes, &input.spelling.name());
    let impls = parts.expand_impls();
    let demands = demands::expand(&demands);
    let krate = &input.krate;
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

struct Checking<'a> {
    errors: &'a mut Errors,
    demands: &'a mut Vec<Demand>,
    union: Ident,
    selector: &'a Name,
    selector_type: &'a Type,
    /// The values that choose a member so far, with its name.
    seen: Vec<(String, Ident)>,
}

impl Checking<'_> {
    /// A member is described, is there once, holds a plain value and is chosen by values that choose no other.
    fn member(&mut self, before: &[Checked], member: Member) -> Option<Checked> {
        let Member {
            attributes,
            ident,
            ty,
            chosen_by,
        } = member;
        let union = self.union.clone();
        check_documented(self.errors, &attributes, &ident);
        if before.iter().any(|first| first.ident == ident) {
            let message = format!("`{union}` has two members `{ident}`, remove one");
            self.errors.push(&ident, message);
            return None;
        }
        if ident == "Other" {
            let message = format!(
                "`Other` is what `{union}` is when no member is chosen, choose another name for the member"
            );
            self.errors.push(&ident, message);
            return None;
        }
        if chosen_by.is_empty() {
            let message = format!(
                "no value of `{}` chooses `{ident}`, write one between the brackets or remove the member",
                self.selector.text
            );
            self.errors.push(&ident, message);
        }
        self.demands.push(Demand {
            at: ty.to_token_stream(),
            test: Test::CanBeHeld(ty.clone()),
            message: format!(
                "`{ident}` cannot be a member of a union: a member holds a text, a number, `true` or `false`, or a value of an enumeration"
            ),
        });
        let chosen_by = chosen_by
            .into_iter()
            .filter_map(|value| self.value(&ident, value))
            .collect();
        Some(Checked {
            attributes,
            ident,
            ty,
            chosen_by,
        })
    }

    fn value(&mut self, member: &Ident, value: Value) -> Option<Literal> {
        let shown = values::show(&value);
        if let Some((_, first)) = self.seen.iter().find(|(seen, _)| *seen == shown) {
            let message = format!("`{shown}` chooses `{first}` already, remove it here or there");
            self.errors.push(&value, message);
            return None;
        }
        self.seen.push((shown, member.clone()));
        values::check(
            self.errors,
            self.demands,
            &self.selector.text,
            self.selector_type,
            value,
        )
    }
}

struct Parts<'a> {
    krate: &'a TokenStream,
    ident: &'a Ident,
    selector: &'a Name,
    members: &'a [Checked],
}

impl Parts<'_> {
    fn expand_enum(&self, attributes: &Attributes, visibility: &Visibility) -> TokenStream {
        let ident = self.ident;
        let docs = &attributes.docs;
        let variants = self.members.iter().map(|member| {
            let Checked {
                attributes,
                ident,
                ty,
                chosen_by,
            } = member;
            let docs = &attributes.docs;
            let chosen_by: Vec<_> = chosen_by
                .iter()
                .map(|value| format!("`{}`", value.shown()))
                .collect();
            let chosen = format!(
                "Chosen when `{}` is {}.",
                self.selector.text,
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
            self.selector.text
        );
        quote! {
            #docs
            #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
            #[allow(unreachable_pub, clippy::all, clippy::pedantic)]
            #visibility enum #ident {
                #(#variants,)*
                #[doc = #other]
                Other(i64),
            }
        }
    }

    fn expand_table(&self, attributes: &Attributes, name: &str) -> TokenStream {
        let description = attributes.docs.text();
        let selector = &self.selector.text;
        let members = self.members.iter().map(|member| {
            let name = names::text(&member.ident);
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

    fn expand_impls(&self) -> TokenStream {
        let Self { krate, ident, .. } = self;
        let said = self.members.iter().map(|Checked { ident, ty, .. }| {
            let name = names::text(ident);
            quote!(Self::#ident(__held) => __p::hold(#name, <#ty as __p::Value>::datum(__held)))
        });
        let made = self.members.iter().map(|Checked { ident, ty, .. }| {
            let name = names::text(ident);
            quote!(#name => <#ty as __p::Value>::from_datum(__held).map(Self::#ident))
        });
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
}
