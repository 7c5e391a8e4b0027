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

/// The value that a description says to be the only one: `Always 3`, `Fixed: DockReported`.
pub(super) fn fixed(description: &str) -> Option<&str> {
    let text = description.trim();
    let rest = ["always", "fixed value", "fixed", "constant"]
        .into_iter()
        .find_map(|word| {
            let begins = text.get(..word.len())?.eq_ignore_ascii_case(word);
            begins.then(|| &text[word.len()..])
        })?;
    let value = rest
        .strip_prefix([':', ' ', '='])?
        .trim()
        .trim_end_matches('.');
    let bare = value.trim_matches(['`', '"', '\'']);
    let is_word = bare.chars().all(char::is_lowercase) && bare.len() == value.len();
    let is_value = !bare.is_empty()
        && !bare.contains(char::is_whitespace)
        && (!is_word || matches!(bare, "true" | "false"));
    is_value.then_some(bare)
}

/// Whether a description begins as one that says the only value, and says more or something else.
pub(super) fn is_fixed(description: &str) -> bool {
    let first = description.split([' ', ':']).next().unwrap_or_default();
    ["always", "fixed", "constant"].contains(&&*first.to_lowercase())
        && !description.to_lowercase().starts_with("always present")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_fixed_by_descriptions() {
        for (text, value) in [
            ("Always `DockReported`", "DockReported"),
            ("Fixed: DockReported", "DockReported"),
            ("always 3.", "3"),
            ("Constant: true", "true"),
        ] {
            assert_eq!(fixed(text), Some(value), "{text}");
        }
        for text in ["Always there", "Always 3 or 4", "Fixed", "Alwaysly 3"] {
            assert_eq!(fixed(text), None, "{text}");
        }
        assert!(is_fixed("Always 3 or 4") && !is_fixed("Always present."));
    }
}
