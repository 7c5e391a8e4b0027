//! `vocabulary!`: an enumeration of the specification as a Rust type.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Result};
use syn::{Visibility, braced};

use crate::ast::{
    Attributes, Docs, Number, Spelling, expect_comma, parse_krate, parse_listed, unexpected,
};
use crate::check::check_documented;
use crate::errors::Errors;
use crate::names;

pub(crate) struct Input {
    krate: TokenStream,
    attributes: Attributes,
    visibility: Visibility,
    spelling: Spelling,
    members: Vec<Member>,
    /// Whether a member could not be read.
    incomplete: bool,
}

struct Member {
    attributes: Attributes,
    spelling: Spelling,
    number: Option<Number>,
}

/// A vocabulary that was checked.
struct Vocabulary {
    name: String,
    docs: Docs,
    /// Whether messages may bear a member's number.
    numbered: bool,
    members: Vec<Numbered>,
}

struct Numbered {
    ident: Ident,
    name: String,
    number: i64,
    docs: Docs,
}

impl Input {
    pub(crate) fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let krate = parse_krate(input)?;
        let attributes = Attributes::parse(input)?;
        let visibility = input.parse()?;
        let spelling = Spelling::parse(input)?;
        let content;
        braced!(content in input);
        let (members, incomplete) = parse_listed(errors, &content, Member::parse);
        if !input.is_empty() {
            errors.add(unexpected(
                input,
                "the end, a second vocabulary has a `vocabulary!` of its own",
            ));
        }
        Ok(Self {
            krate,
            attributes,
            visibility,
            spelling,
            members,
            incomplete,
        })
    }
}

impl Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let member = Self {
            attributes: Attributes::parse(input)?,
            spelling: Spelling::parse(input)?,
            number: Number::parse(input)?,
        };
        let ident = &member.spelling.ident;
        expect_comma(input, ident.span(), &format!("`{ident}`"))?;
        Ok(member)
    }
}

pub(crate) fn expand(errors: &mut Errors, input: Input) -> TokenStream {
    let Input {
        krate,
        attributes,
        visibility,
        spelling,
        members,
        incomplete,
    } = input;
    let ident = spelling.ident.clone();
    check_documented(errors, &attributes, &ident);
    if members.is_empty() && !incomplete {
        let message = format!("`{ident}` has no members, write them between the braces");
        errors.push(&ident, message);
    }
    let numbered = check_numbers(errors, &ident, &members);
    let vocabulary = Vocabulary {
        name: spelling.name(),
        docs: attributes.docs,
        numbered,
        members: check_members(errors, &ident, members),
    };
    expand_type(&krate, &visibility, &ident, &vocabulary)
}

/// All members have a number, or none has.
fn check_numbers(errors: &mut Errors, ident: &Ident, members: &[Member]) -> bool {
    let numbered = members
        .iter()
        .filter(|member| member.number.is_some())
        .count();
    if numbered > 0 {
        for member in members.iter().filter(|member| member.number.is_none()) {
            let message = format!(
                "`{}` has no number although other members of `{ident}` have one, write it or remove theirs",
                member.spelling.ident
            );
            errors.push(&member.spelling.ident, message);
        }
    }
    numbered > 0 || members.is_empty()
}

/// A member is described and is there once; two of them may share a number, and the first is its spelling.
fn check_members(errors: &mut Errors, ident: &Ident, members: Vec<Member>) -> Vec<Numbered> {
    let mut checked: Vec<Numbered> = Vec::new();
    for (at, member) in (0..).zip(members) {
        let Member {
            attributes,
            spelling,
            number,
        } = member;
        check_documented(errors, &attributes, &spelling.ident);
        let number = match number {
            None => at,
            Some(number) => i64::try_from(number.value).unwrap_or_else(|_| {
                errors.push(&number.tokens, "the number does not fit 64 bits");
                at
            }),
        };
        let name = spelling.name();
        if let Some(first) = checked.iter().find(|first| first.name == name) {
            let message = format!(
                "`{ident}` has two members that are called `{}`, remove or rename one",
                first.name
            );
            errors.push(&spelling.ident, message);
        } else if matches!(&*names::text(&spelling.ident), "new" | "number") {
            let message = format!(
                "`{}` is a function of each vocabulary, choose another name: `{}_ = \"{name}\"`",
                spelling.ident, spelling.ident
            );
            errors.push(&spelling.ident, message);
        } else {
            checked.push(Numbered {
                ident: spelling.ident,
                name,
                number,
                docs: attributes.docs,
            });
        }
    }
    checked
}

fn expand_type(
    krate: &TokenStream,
    visibility: &Visibility,
    ident: &Ident,
    vocabulary: &Vocabulary,
) -> TokenStream {
    let docs = &vocabulary.docs;
    let functions = expand_functions(vocabulary);
    let constants = vocabulary.members.iter().map(|member| {
        let Numbered {
            ident,
            number,
            docs,
            ..
        } = member;
        quote! {
            #docs
            pub const #ident: Self = Self(#number);
        }
    });
    let table = expand_table(vocabulary);
    quote! {
        #docs
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[allow(unreachable_pub)]
        #visibility struct #ident(i64);

        #[allow(non_upper_case_globals, unreachable_pub, clippy::all, clippy::pedantic)]
        impl #ident {
            #(#constants)*
            #functions
        }

        #[allow(clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private as __p;

            static __VOCABULARY: __p::Vocabulary = #table;

            #[automatically_derived]
            #[diagnostic::do_not_recommend]
            impl __p::Value for #ident {
                const KIND: __p::Kind = __p::Kind::Enumeration(__p::Borrowed(&__VOCABULARY));

                #[inline]
                fn datum(&self) -> __p::Datum<'_> {
                    __p::number(self.0)
                }

                fn from_datum(__datum: __p::Datum<'_>) -> ::core::option::Option<Self> {
                    __p::member_of(__datum)
                }
            }

            #[automatically_derived]
            impl __p::Enumeration for #ident {
                const VOCABULARY: &'static __p::Vocabulary = &__VOCABULARY;

                fn from_number(__number: i64) -> Self {
                    Self(__number)
                }

                fn to_number(self) -> i64 {
                    self.0
                }
            }

            #[automatically_derived]
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __p::show_member(*self, __f)
                }
            }

            #[automatically_derived]
            impl ::core::fmt::Debug for #ident {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __p::show_member(*self, __f)
                }
            }

            #[automatically_derived]
            impl ::core::str::FromStr for #ident {
                type Err = __p::ParseMemberError;

                fn from_str(__name: &str) -> ::core::result::Result<Self, __p::ParseMemberError> {
                    __p::parse_member(__name)
                }
            }

            #[automatically_derived]
            impl __p::Serialize for #ident {
                fn serialize<__S: __p::Serializer>(
                    &self,
                    __serializer: __S,
                ) -> ::core::result::Result<__S::Ok, __S::Error> {
                    __p::serialize_member(*self, __serializer)
                }
            }

            #[automatically_derived]
            impl<'de> __p::Deserialize<'de> for #ident {
                fn deserialize<__D: __p::Deserializer<'de>>(
                    __deserializer: __D,
                ) -> ::core::result::Result<Self, __D::Error> {
                    __p::deserialize_member(__deserializer)
                }
            }
        };
    }
}

/// Where messages bear no numbers, those of the members are nobody's business but the macro's.
fn expand_functions(vocabulary: &Vocabulary) -> TokenStream {
    let hidden = (!vocabulary.numbered).then(|| quote!(#[doc(hidden)]));
    quote! {
        /// Makes the value of its number; numbers that the vocabulary lacks are kept.
        #hidden
        #[must_use]
        pub const fn new(number: i64) -> Self {
            Self(number)
        }

        /// Returns the number.
        #hidden
        #[must_use]
        pub const fn number(self) -> i64 {
            self.0
        }
    }
}

fn expand_table(vocabulary: &Vocabulary) -> TokenStream {
    let Vocabulary {
        name,
        docs,
        numbered,
        members,
    } = vocabulary;
    let description = docs.text();
    let members = members.iter().map(|member| {
        let Numbered {
            name, number, docs, ..
        } = member;
        let description = docs.text();
        quote!(__p::listed(#name, #number, #description))
    });
    quote! {
        __p::Vocabulary {
            name: __p::Borrowed(#name),
            description: __p::Borrowed(#description),
            numbered: #numbered,
            members: __p::Borrowed(&[#(#members),*]),
        }
    }
}
