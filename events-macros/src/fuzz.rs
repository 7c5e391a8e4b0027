//! A declaration with its rules, as the macro reads it. This is no part of the crate, but the root of a fuzz target: it
//! stands here to have the crate's modules without a compiler around them.

#![no_main]
#![allow(dead_code, reason = "the entry points of the other macros")]

extern crate proc_macro;

mod dictionary;
mod expand;
mod run;
mod union;
mod vocabulary;

use events_syntax::{ast, model, names};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    if let Ok(tokens) = text.parse::<proc_macro2::TokenStream>() {
        let tokens = quote::quote!((::events_core) #tokens);
        let _ = run::event(tokens.clone()).to_string();
        let _ = run::dictionary(tokens.clone()).to_string();
        let _ = run::vocabulary(tokens.clone()).to_string();
        let _ = run::union(tokens).to_string();
    }
});
