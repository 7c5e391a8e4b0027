//! What speaks for a letter at the end of a name being a mark.

use std::collections::HashSet;

use super::name::splits;
use super::scan::{Found, Note};

/// What an event and its document tell of the names of its rows.
pub(super) struct Evidence<'e> {
    /// The letters of the footnotes that exist.
    pub(super) letters: &'e [String],
    /// The words of the footnotes.
    words: HashSet<&'e str>,
    /// The names of the document that are whole for sure.
    whole: &'e HashSet<String>,
    /// Whether each footnote is referred to by a mark that is set apart from its name, so that no other is looked for.
    pub(super) is_marked_apart: bool,
}

impl<'e> Evidence<'e> {
    pub(super) fn of(event: &'e Found, letters: &'e [String], whole: &'e HashSet<String>) -> Self {
        let notes = event.footnotes.iter();
        let words: HashSet<&str> = notes.flat_map(|note: &Note| words(&note.text)).collect();
        let apart: HashSet<&str> = event
            .rows
            .iter()
            .flat_map(|row| row.name.marks.iter().chain(&row.marks))
            .map(String::as_str)
            .collect();
        let mut evidence = Self {
            letters,
            words,
            whole,
            is_marked_apart: false,
        };
        let mut rows = event.rows.iter();
        let one_is_fused = rows.any(|row| {
            let name = &*row.name.text;
            let mut splits = splits(name, letters).into_iter();
            !evidence.is_named(name) && splits.any(|(base, _)| evidence.tells(base))
        });
        evidence.is_marked_apart =
            !one_is_fused && letters.iter().all(|letter| apart.contains(&**letter));
        evidence
    }

    /// Whether a footnote names an attribute.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.words.contains(name)
    }

    /// Whether a name is whole: a footnote names it, or another row of the document bears it. One that may itself be a
    /// name with a mark speaks for nothing.
    pub(super) fn tells(&self, name: &str) -> bool {
        self.is_named(name) || self.whole.contains(name) && splits(name, self.letters).is_empty()
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| letter.is_whitespace() || ",;:()\"'`=".contains(letter));
    words.map(|word| word.trim_end_matches(['.', '!', '?']))
}

/// The names of the rows of a document that are no names with a mark at their end: those that bear a mark set apart, and
/// those that end in no letter of a footnote.
pub(super) fn whole_names(found: &[Found]) -> HashSet<String> {
    let mut whole = HashSet::new();
    for event in found {
        let letters = event.footnotes.iter().map(|note| note.letter.clone());
        let letters: Vec<String> = letters.collect();
        for row in &event.rows {
            if !row.name.marks.is_empty() || splits(&row.name.text, &letters).is_empty() {
                whole.insert(row.name.text.clone());
            }
        }
    }
    whole
}
