//! The enumeration as code: a Rust type whose values are constants.

use events_schema::Member;
use events_schema::export::vocabulary_table;
use events_syntax::vocabulary::{Numbered, Vocabulary};
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn expand(vocabulary: &Vocabulary) -> TokenStream {
    let Vocabulary {
        krate,
        visibility,
        ident,
        docs,
        members,
        ..
    } = vocabulary;
    let listing = table_of(vocabulary);
    let functions = expand_functions(vocabulary);
    let constants = members.iter().map(|member| {
        let Numbered {
            ident,
            number,
            docs,
            ..
        } = member;
        let says = vocabulary.numbered.then(|| {
            let says = format!("Number {number}.");
            quote!(#[doc = ""] #[doc = #says])
        });
        quote! {
            #docs
            #says
            pub const #ident: Self = Self(#number);
        }
    });
    let table = expand_table(vocabulary);
    quote! {
        #docs
        #[doc = ""]
        #[doc = #listing]
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

/// The members in the docs of their type, each with a link to its constant.
fn table_of(vocabulary: &Vocabulary) -> String {
    let members = vocabulary.members.iter().map(|member| Member {
        name: member.name.clone().into(),
        number: member.number,
        description: member.docs.text().into(),
    });
    let listed = events_schema::Vocabulary {
        name: vocabulary.name.clone().into(),
        description: vocabulary.docs.text().into(),
        numbered: vocabulary.numbered,
        members: members.collect(),
    };
    vocabulary_table(&listed, |member| {
        let Member { name, .. } = member;
        let constant = vocabulary.members.iter().find(|one| one.name == *name);
        match constant.map(|one| one.ident.to_string()) {
            // A raw identifier cannot be linked to.
            Some(ident) if !ident.starts_with("r#") => format!("[`{name}`](Self::{ident})"),
            _ => format!("`{name}`"),
        }
    })
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
        ..
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

#[cfg(test)]
mod tests {
    use quote::quote;

    use crate::run::vocabulary;

    #[test]
    fn the_docs_tell_the_numbers() {
        let code = vocabulary(quote! {
            (krate)
            /// Mode of an agent.
            pub Mode = "TMode" {
                /// Ready.
                AutoIn = 2,
                /// Not ready.
                Guard = "Legal Guard" = 2,
                /// Away.
                r#else = 7,
            }
        })
        .to_string();
        for line in [
            "| Number | Value | Meaning |",
            "| 2 | [`AutoIn`](Self::AutoIn) | Ready. |",
            "| 2 | [`Legal Guard`](Self::Guard) | Not ready. Written as `AutoIn`. |",
            "| 7 | `else` | Away. |",
        ] {
            assert!(code.contains(line), "{line} in {code}");
        }
        assert_eq!(code.matches("\"Number 2.\"").count(), 2);
        assert_eq!(code.matches("\"Number 7.\"").count(), 1);
    }

    #[test]
    fn numbers_that_no_message_bears_are_not_told() {
        let code = vocabulary(quote! {
            (krate)
            /// Mode of an agent.
            pub Mode {
                /// Ready.
                AutoIn,
            }
        })
        .to_string();
        assert!(
            code.contains("| [`AutoIn`](Self::AutoIn) | Ready. |"),
            "{code}"
        );
        assert!(!code.contains("Number"), "{code}");
    }
}
