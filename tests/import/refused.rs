//! What `event!` would refuse is in no draft.

use events_core::tlibrary;
use events_schema::Dictionary;
use events_schema::import::{Document, Options, Style, import};
use events_syntax::read::{Scope, Source, read};

use crate::fixtures::{communities, fixtures};

/// What the macros say of a draft.
fn mistakes(text: String, dictionary: &Dictionary) -> Vec<String> {
    let mut scope = Scope::new(dictionary.clone());
    let types = tlibrary::types();
    scope.types = types.map(|(name, kind)| (name.to_owned(), kind)).collect();
    let name = "draft.rs".to_owned();
    let read = read(&[Source { name, text }], &scope);
    read.mistakes.iter().map(ToString::to_string).collect()
}

const STYLE: Style = Style {
    texts: true,
    dictionary: None,
};

#[test]
fn every_draft_is_accepted() {
    let mut drafts = 0;
    for fixture in fixtures().into_iter().chain(communities()) {
        let draft = fixture.import(fixture.bytes.len());
        let dictionary = &fixture.options().dictionary;
        // A name that the dictionary lacks is a mistake until somebody adds it.
        if draft.specification.families.is_empty()
            || !draft.lacking.is_empty() && !dictionary.definitions.is_empty()
        {
            continue;
        }
        let found = mistakes(draft.source(&STYLE), dictionary);
        assert_eq!(found, [""; 0], "{}", fixture.name);
        drafts += 1;
    }
    assert!(drafts > 20, "{drafts}");
}

/// The open entries of a footnote of docks, and what the macros say of the draft.
fn docks(says: &str) -> (Vec<String>, Vec<String>) {
    let text = format!(
        "# Docks\n\n## Dock Events\n\n### DockReported\n\n| Element | Type | Usage |\n| --- | --- | --- |\n\
         | threshold | integer | Required |\n| level | integer | Optional (a) |\n| state | enum (Open, Shut) | Required |\n\
         | label | string | Optional |\n\n(a) {says}\n"
    );
    let document = Document::markdown("docks.md", &text);
    let draft = import(&[document], &Options::default());
    let open = draft.ledgers[0].open();
    let open = open.map(|(entry, ..)| entry.to_string()).collect();
    (open, mistakes(draft.source(&STYLE), &Dictionary::EMPTY))
}

#[test]
fn a_proposal_that_would_be_refused_is_open() {
    for (says, why) in [
        (
            "Must be present if threshold is present.",
            "`threshold` is Mandatory, so a test of its presence says nothing",
        ),
        (
            "Must be equal to label.",
            "`level` and `label` carry values of different types and are never equal",
        ),
        (
            "Required if state is Open or Open.",
            "`Open` stands twice among the values of `state`",
        ),
    ] {
        let (open, mistakes) = docks(says);
        let [entry] = &*open else {
            panic!("{says}: {open:?}")
        };
        assert!(
            entry.ends_with(&format!("the rules read from it cannot be right: {why}")),
            "{entry}"
        );
        assert_eq!(mistakes, [""; 0], "{says}");
    }
    let (open, mistakes) = docks("Must be present if state is Open.");
    assert_eq!((open.len(), mistakes.len()), (0, 0), "{mistakes:?}");
}
