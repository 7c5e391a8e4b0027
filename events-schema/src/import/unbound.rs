//! Sentences that demand something of an attribute.

use super::letters;
use super::scan::Found;

/// Words of a demand.
const DEMANDS: [&str; 12] = [
    "mandatory",
    "optional",
    "must",
    "required",
    "shall",
    "present",
    "absent",
    "only",
    "unless",
    "always",
    "never",
    "omitted",
];

/// Whether a text demands something of an attribute of the event: one whose name is no common word.
pub(super) fn demands(text: &str, event: &Found) -> bool {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || ",;:()\"".contains(letter))
        .map(|word| word.trim_end_matches('.'))
        .collect();
    let demand = words
        .iter()
        .any(|word| DEMANDS.contains(&&*word.to_lowercase()));
    let named = || {
        let mut names = event.rows.iter().map(|row| &*row.name.text);
        names.any(|name| letters::is_strong(name) && words.contains(&name))
    };
    demand && named()
}
