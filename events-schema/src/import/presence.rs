//! The words by which documents say that an attribute is always there.

use std::fmt;

use super::letters;

/// What a presence word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// In each message.
    Mandatory,
    /// In some messages.
    Optional,
    /// In some messages, and a condition that stands elsewhere says in which.
    Conditional,
}

/// The words by which a document says that an attribute is always there, with what they mean.
///
/// ```
/// use events_schema::import::{Meaning, PresenceWords};
///
/// let mut words = PresenceWords::default();
/// words.add("Opt-In=Optional, Always = Mandatory")?;
/// assert_eq!(words.meaning("opt-in"), Some(Meaning::Optional));
/// assert_eq!(words.meaning("SHALL"), Some(Meaning::Mandatory));
/// assert_eq!(words.meaning("sometimes"), None);
/// # Ok::<(), events_schema::import::ParsePresenceError>(())
/// ```
#[derive(Debug, Clone)]
pub struct PresenceWords(Vec<(String, Meaning)>);

impl Default for PresenceWords {
    /// Mandatory, Required, M, R, SHALL, MUST and `1..1`; Optional, O, MAY and `0..1`; Conditional and C.
    fn default() -> Self {
        use Meaning::{Conditional, Mandatory, Optional};
        let words = [
            ("mandatory", Mandatory),
            ("required", Mandatory),
            ("m", Mandatory),
            ("r", Mandatory),
            ("shall", Mandatory),
            ("must", Mandatory),
            ("optional", Optional),
            ("o", Optional),
            ("may", Optional),
            ("conditional", Conditional),
            ("c", Conditional),
        ];
        Self(
            words
                .map(|(word, meaning)| (word.to_owned(), meaning))
                .into(),
        )
    }
}

/// Why presence words cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParsePresenceError {
    /// A part is not `word=meaning`.
    NoMeaning(String),
    /// A meaning is not one of the three.
    UnknownMeaning(String),
}

impl fmt::Display for ParsePresenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMeaning(part) => {
                let word = part.split(':').next().unwrap_or_default().trim();
                write!(
                    f,
                    "`{part}` has no meaning, write `{word}=…` with `Mandatory`, `Optional` or `Conditional`"
                )
            }
            Self::UnknownMeaning(meaning) => write!(
                f,
                "unknown presence `{meaning}`, expected `Mandatory`, `Optional` or `Conditional`"
            ),
        }
    }
}

impl std::error::Error for ParsePresenceError {}

impl PresenceWords {
    /// Adds words, written as `Required=Mandatory, Opt-In=Optional`; they go before those that are there.
    pub fn add(&mut self, words: &str) -> Result<(), ParsePresenceError> {
        for part in words
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let Some((word, meaning)) = part.split_once('=') else {
                return Err(ParsePresenceError::NoMeaning(part.to_owned()));
            };
            let meaning = match &*letters::key(meaning) {
                "mandatory" => Meaning::Mandatory,
                "optional" => Meaning::Optional,
                "conditional" => Meaning::Conditional,
                _ => {
                    let meaning = meaning.trim().to_owned();
                    return Err(ParsePresenceError::UnknownMeaning(meaning));
                }
            };
            self.0.insert(0, (letters::key(word), meaning));
        }
        Ok(())
    }

    /// What a word means.
    #[must_use]
    pub fn meaning(&self, word: &str) -> Option<Meaning> {
        let word = letters::key(word);
        let word = word.trim_end_matches(['.', ':']);
        self.0
            .iter()
            .find(|(known, _)| known == word)
            .map(|(_, meaning)| *meaning)
            .or_else(|| cardinality(word))
    }

    /// What a word means where other words stand around it: one of a single letter may be something else there.
    pub(super) fn meaning_of_word(&self, word: &str) -> Option<Meaning> {
        self.meaning(word).filter(|_| word.chars().count() > 1)
    }
}

/// `[1..1]` and `0..1`: how often an attribute is there. One that may be there more than once is none of ours.
fn cardinality(word: &str) -> Option<Meaning> {
    let word = word.strip_prefix('[').unwrap_or(word);
    let (least, most) = word.strip_suffix(']').unwrap_or(word).split_once("..")?;
    match (least, most) {
        ("1", "1") => Some(Meaning::Mandatory),
        ("0", "1") => Some(Meaning::Optional),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_meaning_is_told() {
        let told = |words: &str| PresenceWords::default().add(words).unwrap_err().to_string();
        assert_eq!(
            told("Always:Mandatory"),
            "`Always:Mandatory` has no meaning, write `Always=…` with `Mandatory`, `Optional` or `Conditional`"
        );
        assert_eq!(
            told("Always=Sometimes"),
            "unknown presence `Sometimes`, expected `Mandatory`, `Optional` or `Conditional`"
        );
    }
}
