//! Declarations with random damage: each is answered, with code or with errors, and none is a panic.

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::{dictionary, event, union, vocabulary};

/// What a macro does.
type Macro = fn(TokenStream) -> TokenStream;

const MACROS: [(&str, Macro); 4] = [
    ("event", event),
    ("vocabulary", vocabulary),
    ("dictionary", dictionary),
    ("union", union),
];

/// The calls of the macros in the sources of `events-core` and their tests.
fn corpus() -> Vec<(Macro, Vec<TokenTree>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for directory in [
        "events-core/src/families",
        "events-core/src/tlibrary",
        "tests",
        "tests/suite",
    ] {
        let mut paths: Vec<_> = fs::read_dir(root.join(directory))
            .expect("the sources are at hand")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        paths.sort();
        for path in paths {
            if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                collect(text.parse().expect("tokens"), &mut found);
            }
        }
    }
    assert!(found.len() > 20, "{}", found.len());
    found
}

fn collect(tokens: TokenStream, found: &mut Vec<(Macro, Vec<TokenTree>)>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for at in 0..tokens.len() {
        if let [
            TokenTree::Ident(name),
            TokenTree::Punct(bang),
            TokenTree::Group(body),
        ] = &tokens[at..tokens.len().min(at + 3)]
            && bang.as_char() == '!'
            && let Some((_, run)) = MACROS.iter().find(|(known, _)| name == known)
        {
            found.push((*run, body.stream().into_iter().collect()));
        }
    }
}

/// A source of numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides.max(1)
    }

    /// Tokens with one of them taken away, doubled, moved, or replaced by another; or a change inside of one.
    fn change(&mut self, tokens: &mut Vec<TokenTree>, others: &[TokenTree]) {
        let at = self.roll(tokens.len());
        if let Some(TokenTree::Group(group)) = tokens.get(at)
            && self.roll(4) > 0
        {
            let mut inner: Vec<_> = group.stream().into_iter().collect();
            self.change(&mut inner, others);
            let delimiter = match self.roll(20) {
                0 => Delimiter::Parenthesis,
                1 => Delimiter::Bracket,
                _ => group.delimiter(),
            };
            tokens[at] = Group::new(delimiter, inner.into_iter().collect()).into();
            return;
        }
        let other = others[self.roll(others.len())].clone();
        match self.roll(5) {
            0 if !tokens.is_empty() => drop(tokens.remove(at)),
            1 if !tokens.is_empty() => tokens.insert(at, tokens[at].clone()),
            2 if !tokens.is_empty() => {
                let to = self.roll(tokens.len());
                tokens.swap(at, to);
            }
            3 if !tokens.is_empty() => tokens[at] = other,
            _ => tokens.insert(at, other),
        }
    }
}

/// All tokens, those inside of groups too.
fn flat(tokens: &[TokenTree], all: &mut Vec<TokenTree>) {
    for token in tokens {
        all.push(token.clone());
        if let TokenTree::Group(group) = token {
            let inner: Vec<_> = group.stream().into_iter().collect();
            flat(&inner, all);
        }
    }
}

#[test]
fn a_damaged_declaration_is_answered() {
    let count: usize =
        std::env::var("EVENTS_FUZZ").map_or(600, |text| text.parse().expect("a number"));
    let corpus = corpus();
    let mut others = Vec::new();
    for (_, tokens) in &corpus {
        flat(tokens, &mut others);
    }
    let krate: TokenStream = quote!((::events_core));
    let mut dice = Dice(20_260_303);
    let mut refused = 0;
    for number in 0..count {
        let (run, tokens) = &corpus[dice.roll(corpus.len())];
        let mut tokens = tokens.clone();
        for _ in 0..=dice.roll(3) {
            dice.change(&mut tokens, &others);
        }
        let input: TokenStream = krate.clone().into_iter().chain(tokens).collect();
        let shown = input.to_string();
        let answer = std::panic::catch_unwind(|| run(input).to_string());
        let answer = answer.unwrap_or_else(|_| panic!("input {number} is a panic: {shown}"));
        assert!(!answer.is_empty(), "{shown}");
        refused += usize::from(answer.contains("compile_error"));
    }
    println!("{count} damaged declarations, {refused} refused");
    assert!(refused > count / 3);
}

/// What `event!` makes of an event with these rows and one rule.
fn declared(rows: &str, rule: &str) -> String {
    let text = format!(
        "(::events_core)\n/// Reports of docks.\n<Docks>\n/// A dock was looked at.\nDockReported {{ {rows} }}\n\
         footnotes {{ /// What is asked.\n[a] {rule} }}"
    );
    event(text.parse().expect("tokens")).to_string()
}

#[test]
fn rules_that_are_too_many_to_be_examined_are_a_warning() {
    let among = |count: u32| {
        let values: Vec<_> = (0..count).map(|value| value.to_string()).collect();
        declared(
            "dock[a]: u16 Mandatory,",
            &format!("dock in [{}]", values.join(", ")),
        )
    };
    let (few, many) = (among(20), among(2000));
    for tokens in [&few, &many] {
        assert!(!tokens.contains("compile_error"), "{tokens}");
    }
    assert!(!few.contains("UNEXAMINED"));
    assert!(many.contains("the rules of `DockReported` are not examined for contradictions"));
}

#[test]
fn one_member_may_be_spelled_in_two_ways() {
    let rule = |second| format!("state == State::Free && state == {second}");
    let of = |second| declared("state[a]: State Mandatory,", &rule(second));
    // Nothing else is wrong with it: `Taken` is another member.
    assert!(!of("Free").contains("no message can satisfy"));
    assert!(of("Taken").contains("no message can satisfy"));
    let twice = "(state == State::Free || state == Free) && state == Taken";
    assert!(declared("state[a]: State Mandatory,", twice).contains("no message can satisfy"));
}

#[test]
fn truth_has_two_values() {
    let never = declared("last[a]: bool Mandatory,", "last in [true, false]");
    assert!(never.contains("can never be violated"), "{never}");
    let rows = "a[a]: bool Mandatory, b: bool Mandatory, c: bool Mandatory,";
    let none = declared(rows, "a != b && b != c && a != c");
    assert!(none.contains("no message can satisfy"), "{none}");
    let rows = rows.replace("bool", "u8");
    let some = declared(&rows, "a != b && b != c && a != c");
    assert!(!some.contains("no message can satisfy"), "{some}");
}
