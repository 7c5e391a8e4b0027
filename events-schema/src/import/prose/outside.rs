//! Sentences about what is not in the message.

use super::word::Word;
use crate::Event;

/// Words for what no message shows: how systems are set up, and what was before.
const OUTSIDE: [&str; 55] = [
    "account",
    "accounts",
    "activated",
    "administrator",
    "after",
    "before",
    "client",
    "clients",
    "configuration",
    "configured",
    "deployment",
    "disabled",
    "driver",
    "earlier",
    "enabled",
    "environment",
    "feature",
    "features",
    "firmware",
    "generation",
    "hardware",
    "installation",
    "installed",
    "licence",
    "license",
    "licensed",
    "link",
    "model",
    "models",
    "operator",
    "option",
    "options",
    "pbx",
    "policy",
    "preceding",
    "previous",
    "previously",
    "release",
    "releases",
    "restart",
    "series",
    "server",
    "setting",
    "settings",
    "site",
    "sites",
    "software",
    "subscribed",
    "subscription",
    "supported",
    "supports",
    "switch",
    "switches",
    "system",
    "systems",
];

/// Words of names that say nothing of what the attribute is about.
const GENERAL: [&str; 18] = [
    "id", "number", "code", "type", "name", "key", "time", "info", "status", "state", "this",
    "other", "dn", "event", "kind", "reason", "the", "at",
];

/// Whether a sentence depends on something that no message shows: it says what that is, and names nothing that the
/// table may tell of. What the marked rows are about may be named.
pub(super) fn is_meant(event: &Event, marked: &[usize], words: &[Word]) -> bool {
    let named = |at: usize, name: &str| {
        let is_marked = marked.contains(&at);
        let parts = parts(name);
        words.iter().any(|word| {
            let whole = word.text == name;
            let single = word.lower.strip_suffix('s').unwrap_or(&word.lower);
            !is_marked && (whole || parts.iter().any(|part| part == single))
        })
    };
    let mut rows = event.attributes.iter().enumerate();
    words
        .iter()
        .any(|word| OUTSIDE.contains(&&*word.lower) || word.lower.starts_with("version"))
        && !rows.any(|(at, row)| named(at, &row.name))
}

/// The words that a name is made of, without those that are in many names.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        let begins = letter.is_uppercase() && !before.is_uppercase();
        if begins || !letter.is_alphanumeric() {
            parts.push(String::new());
        }
        if let (true, Some(last)) = (letter.is_alphanumeric(), parts.last_mut()) {
            last.extend(letter.to_lowercase());
        }
        before = letter;
    }
    parts.retain(|part| part.len() > 1 && !GENERAL.contains(&&**part));
    parts
}
