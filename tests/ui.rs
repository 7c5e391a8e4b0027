//! Misuse of the macros: a mistake a file, with what the compiler says beside it, and uses that must compile.
//!
//! After a change of a message: `TRYBUILD=overwrite cargo test -p events-ui-tests`, then read the difference.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    cases.compile_fail("many.rs");
    for kind in [
        "dictionary",
        "event",
        "family",
        "footnote",
        "row",
        "rule",
        "rustc",
        "specification",
        "union",
        "value",
        "vocabulary",
    ] {
        cases.compile_fail(format!("{kind}/*.rs"));
    }
}
