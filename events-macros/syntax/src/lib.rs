//! The grammar of `event!`, `dictionary!`, `vocabulary!` and `union!`: an implementation detail of their macros.
//!
//! A declaration is read as written (`ast`) and checked (`check`); then it is as meant (`model`), and its tables are values
//! of `events-schema` (`schema`). Mistakes are gathered on the way.
//!
//! It is a crate of its own since a crate of macros has nothing but macros for others, and since `events-schema`, which
//! users build for their programs too, does without a parser of Rust.

#![allow(
    clippy::must_use_candidate,
    reason = "what only macros call is no interface for people"
)]

#[doc(hidden)]
pub mod ast;
#[doc(hidden)]
pub mod check;
#[doc(hidden)]
pub mod dictionary;
#[doc(hidden)]
pub mod errors;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod names;
#[cfg(feature = "read")]
pub mod read;
#[doc(hidden)]
pub mod schema;
#[doc(hidden)]
pub mod union;
#[doc(hidden)]
pub mod vocabulary;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser, Result};

use crate::errors::Errors;

/// Reads what a macro was given; whatever is wrong with it is a mistake, and `None` is for what says nothing at all.
#[doc(hidden)]
pub fn parse<T>(
    errors: &mut Errors,
    read: fn(&mut Errors, ParseStream<'_>) -> Result<T>,
    input: TokenStream,
) -> Option<T> {
    let mut parsed = None;
    let read = |input: ParseStream<'_>| {
        parsed = Some(read(errors, input)?);
        Ok(())
    };
    if let Err(error) = Parser::parse2(read, input) {
        // Behind a mistake there may be tokens that were not looked at; syn would call them unexpected.
        if parsed.is_none() || errors.is_empty() {
            errors.add(error);
        }
    }
    parsed
}
