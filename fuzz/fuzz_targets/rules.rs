//! A declaration with its rules, as the macro reads it: the modules of `events-macros`, without a compiler around them.

#![no_main]
#![allow(dead_code, reason = "the entry points of the other macros")]

extern crate proc_macro;

#[path = "../../events-macros/src/ast.rs"]
mod ast;
#[path = "../../events-macros/src/check.rs"]
mod check;
#[path = "../../events-macros/src/dictionary.rs"]
mod dictionary;
#[path = "../../events-macros/src/errors.rs"]
mod errors;
#[path = "../../events-macros/src/expand.rs"]
mod expand;
#[path = "../../events-macros/src/model.rs"]
mod model;
#[path = "../../events-macros/src/names.rs"]
mod names;
#[path = "../../events-macros/src/run.rs"]
mod run;
#[path = "../../events-macros/src/schema.rs"]
mod schema;
#[path = "../../events-macros/src/union.rs"]
mod union;
#[path = "../../events-macros/src/vocabulary.rs"]
mod vocabulary;

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
