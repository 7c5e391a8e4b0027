//! Mistakes, gathered so that one build tells them all.

use std::fmt::Display;

use events_schema::closest;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// A mistake in some tokens: the caret goes from the first to the last of them.
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push_at(&mut self, span: Span, message: impl Display) {
        self.0.push(syn::Error::new(span, message));
    }

    pub(crate) fn add(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One `compile_error!` a mistake, in the order of the declaration; nothing when there was none.
    pub(crate) fn finish(mut self) -> TokenStream {
        // Outside of a compiler, as in tests, nothing stands anywhere.
        if proc_macro::is_available() {
            self.0.sort_by_key(|error| {
                let span = error.span().unwrap();
                (span.line(), span.column())
            });
        }
        let errors = self.0.into_iter();
        errors.map(syn::Error::into_compile_error).collect()
    }
}

/// The way out for a name that is none of `choices`: the one that was probably meant, or all if they are few.
pub(crate) fn instead(name: &str, choices: &[&str]) -> String {
    match closest(name, choices.iter().copied()) {
        Some(choice) => format!(", did you mean `{choice}`?"),
        None if choices.is_empty() || choices.len() > 8 => String::new(),
        None => format!(", expected {}", list(choices, "or")),
    }
}

/// Names in a row: `a`, `b` or `c`.
pub(crate) fn list(names: &[&str], conjunction: &str) -> String {
    let mut text = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            text += if at + 1 == names.len() { " " } else { ", " };
        }
        if at > 0 && at + 1 == names.len() {
            text += conjunction;
            text += " ";
        }
        text += "`";
        text += name;
        text += "`";
    }
    text
}
