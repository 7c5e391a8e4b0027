//! From tokens to tokens: what the macros do, so that it can be tested without a compiler around it.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser, Result};

use crate::errors::Errors;
use crate::{ast, check, expand};

pub(crate) fn event(input: TokenStream) -> TokenStream {
    run(input, ast::Input::parse, |errors, input| {
        expand::expand(&check::check(errors, input))
    })
}

pub(crate) fn vocabulary(input: TokenStream) -> TokenStream {
    run(
        input,
        crate::vocabulary::Input::parse,
        crate::vocabulary::expand,
    )
}

pub(crate) fn dictionary(input: TokenStream) -> TokenStream {
    run(
        input,
        crate::dictionary::Input::parse,
        crate::dictionary::expand,
    )
}

pub(crate) fn union(input: TokenStream) -> TokenStream {
    run(input, crate::union::Input::parse, crate::union::expand)
}

fn run<T>(
    input: TokenStream,
    parse: fn(&mut Errors, ParseStream<'_>) -> Result<T>,
    expand: fn(&mut Errors, T) -> TokenStream,
) -> TokenStream {
    let mut errors = Errors::default();
    let mut parsed = None;
    let read = |input: ParseStream<'_>| {
        parsed = Some(parse(&mut errors, input)?);
        Ok(())
    };
    if let Err(error) = Parser::parse2(read, input) {
        // Behind a mistake there may be tokens that were not looked at; syn would call them unexpected.
        if parsed.is_none() || errors.is_empty() {
            errors.add(error);
        }
    }
    let expanded = parsed.map(|parsed| expand(&mut errors, parsed));
    let mut tokens = errors.finish();
    tokens.extend(expanded);
    tokens
}

#[cfg(test)]
mod tests;
