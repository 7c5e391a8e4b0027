//! Sentences that demand something of an attribute.

use std::collections::HashSet;

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

/// The names of an event's attributes that a text may demand something of: those that are no common words.
pub(super) struct Demands<'e>(HashSet<&'e str>);

impl<'e> Demands<'e> {
    pub(super) fn of(event: &'e Found) -> Self {
        let names = event.rows.iter().map(|row| &*row.name.text);
        Self(names.filter(|name| letters::is_strong(name)).collect())
    }

    /// Whether a text demands something of one of the attributes.
    pub(super) fn has(&self, text: &str) -> bool {
        let words = || {
            text.split(|letter: char| letter.is_whitespace() || ",;:()\"`".contains(letter))
                .map(|word| word.trim_end_matches('.'))
        };
        let demand = |word: &str| DEMANDS.contains(&&*word.to_lowercase());
        words().any(demand) && words().any(|word| self.0.contains(word))
    }
}

/// Whether the description of a row has a condition.
pub(super) fn is_conditional(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&&**word));
    let demands = [
        "mandatory",
        "required",
        "must",
        "shall",
        "present",
        "absent",
        "omitted",
    ];
    has(&demands) && has(&["if", "when", "unless", "only", "whenever", "for"])
}
