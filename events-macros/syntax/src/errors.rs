//! Mistakes, gathered so that one build tells them all.

use std::fmt::Display;

use events_schema::closest;
use proc_macro2::Span;
use quote::ToTokens;

#[derive(Default)]
pub struct Errors(Vec<syn::Error>);

impl Errors {
    /// A mistake in some tokens: the caret goes from the first to the last of them.
    pub fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    pub fn push_at(&mut self, span: Span, message: impl Display) {
        self.0.push(syn::Error::new(span, message));
    }

    pub fn add(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The mistakes, as they were found.
    pub fn finish(self) -> Vec<syn::Error> {
        self.0
    }
}

/// The way out for a name that is none of `choices`: the one that was probably meant, or all if they are few.
pub fn instead(name: &str, choices: &[&str]) -> String {
    match closest(name, choices.iter().copied()) {
        Some(choice) => format!(", did you mean `{choice}`?"),
        None if choices.is_empty() || choices.len() > 8 => String::new(),
        None => format!(", expected {}", list(choices, "or")),
    }
}

/// Names in a row: `a`, `b` or `c`.
pub fn list(names: &[&str], conjunction: &str) -> String {
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
