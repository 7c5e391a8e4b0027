//! The procedural macros of `events-core`: an implementation detail of that crate, which documents them.
//!
//! Each reads what it was given (`ast`), checks it (`check`) and writes code (`expand`). Mistakes are gathered on the
//! way, and what could be read is expanded beside them.

mod ast;
mod check;
mod dictionary;
mod errors;
mod expand;
mod model;
mod names;
mod schema;
mod union;
mod vocabulary;

use proc_macro::TokenStream;
use syn::parse::{ParseStream, Parser, Result};

use crate::errors::Errors;

/// See `events_core::event!`.
#[proc_macro]
pub fn event(input: TokenStream) -> TokenStream {
    run(input, ast::Input::parse, |errors, input| {
        expand::expand(&check::check(errors, input))
    })
}

/// See `events_core::vocabulary!`.
#[proc_macro]
pub fn vocabulary(input: TokenStream) -> TokenStream {
    run(input, vocabulary::Input::parse, vocabulary::expand)
}

/// See `events_core::dictionary!`.
#[proc_macro]
pub fn dictionary(input: TokenStream) -> TokenStream {
    run(input, dictionary::Input::parse, dictionary::expand)
}

/// See `events_core::union!`.
#[proc_macro]
pub fn union(input: TokenStream) -> TokenStream {
    run(input, union::Input::parse, union::expand)
}

fn run<T>(
    input: TokenStream,
    parse: fn(&mut Errors, ParseStream<'_>) -> Result<T>,
    expand: fn(&mut Errors, T) -> proc_macro2::TokenStream,
) -> TokenStream {
    let mut errors = Errors::default();
    let mut parsed = None;
    let read = |input: ParseStream<'_>| {
        parsed = Some(parse(&mut errors, input)?);
        Ok(())
    };
    if let Err(error) = Parser::parse(read, input) {
        // Behind a mistake there may be tokens that were not looked at; syn would call them unexpected.
        if parsed.is_none() || errors.is_empty() {
            errors.add(error);
        }
    }
    let expanded = parsed.map(|parsed| expand(&mut errors, parsed));
    let mut tokens = errors.finish();
    tokens.extend(expanded);
    tokens.into()
}
