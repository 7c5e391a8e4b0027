//! Declarations with their rules, as they stand in a source.

#![no_main]

#[path = "../../tests/robust/targets.rs"]
#[allow(dead_code, reason = "each binary runs one of the targets")]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::declarations(data));
