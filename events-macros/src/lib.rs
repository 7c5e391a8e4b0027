//! The procedural macros of `events-core`: an implementation detail of that crate, which documents them.
//!
//! Each reads what it was given and checks it, which is the work of `events-syntax`, and writes code (`expand`). Mistakes
//! are gathered on the way, and what could be read is expanded beside them.

mod dictionary;
mod expand;
mod run;
mod union;
mod vocabulary;

use events_syntax::{ast, model, names};
use proc_macro::TokenStream;

/// See `events_core::event!`.
#[proc_macro]
pub fn event(input: TokenStream) -> TokenStream {
    run::event(input.into()).into()
}

/// See `events_core::vocabulary!`.
#[proc_macro]
pub fn vocabulary(input: TokenStream) -> TokenStream {
    run::vocabulary(input.into()).into()
}

/// See `events_core::dictionary!`.
#[proc_macro]
pub fn dictionary(input: TokenStream) -> TokenStream {
    run::dictionary(input.into()).into()
}

/// See `events_core::union!`.
#[proc_macro]
pub fn union(input: TokenStream) -> TokenStream {
    run::union(input.into()).into()
}
