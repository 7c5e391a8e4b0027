//! From tokens to tokens: what the macros do, so that it can be tested without a compiler around it.

use events_syntax::errors::Errors;
use events_syntax::{ast, check, parse};
use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Result};

use crate::expand;

pub(crate) fn event(input: TokenStream) -> TokenStream {
    run(input, ast::Input::parse, |errors, input| {
        expand::expand(&check::check(errors, input))
    })
}

pub(crate) fn vocabulary(input: TokenStream) -> TokenStream {
    use events_syntax::vocabulary::{Input, check};
    run(input, Input::parse, |errors, input| {
        crate::vocabulary::expand(&check(errors, input))
    })
}

pub(crate) fn dictionary(input: TokenStream) -> TokenStream {
    use events_syntax::dictionary::{Input, check};
    run(input, Input::parse, |errors, input| {
        crate::dictionary::expand(&check(errors, input))
    })
}

pub(crate) fn union(input: TokenStream) -> TokenStream {
    use events_syntax::union::{Input, check};
    run(input, Input::parse, |errors, input| {
        crate::union::expand(&check(errors, input))
    })
}

fn run<T>(
    input: TokenStream,
    read: fn(&mut Errors, ParseStream<'_>) -> Result<T>,
    expand: fn(&mut Errors, T) -> TokenStream,
) -> TokenStream {
    let mut errors = Errors::default();
    let expanded = parse(&mut errors, read, input).map(|parsed| expand(&mut errors, parsed));
    let mut tokens = tell(errors);
    tokens.extend(expanded);
    tokens
}

/// One `compile_error!` a mistake, in the order of the declaration; nothing when there was none.
fn tell(errors: Errors) -> TokenStream {
    let mut errors = errors.finish();
    // Outside of a compiler, as in tests, nothing stands anywhere.
    if proc_macro::is_available() {
        errors.sort_by_key(|error| {
            let span = error.span().unwrap();
            (span.line(), span.column())
        });
    }
    let errors = errors.into_iter();
    errors.map(syn::Error::into_compile_error).collect()
}

#[cfg(test)]
mod tests;
