//! Sentences that gave no rule.

use super::condition::{Joint, group, listed};
use super::demand::ABSENT;
use super::outside;
use super::sentence::{Said, Sentence};
use super::word::{Word, eat_any};
use crate::Kind;
use crate::import::name;

/// Words that say that something is so in some case.
const CASES: [&str; 14] = [
    "if",
    "when",
    "unless",
    "whenever",
    "except",
    "otherwise",
    "depending",
    "depends",
    "case",
    "while",
    "until",
    "only",
    "once",
    "during",
];

/// Words that demand something of attributes, or of what they hold.
const DEMANDS: [&str; 64] = [
    "absent",
    "accompanied",
    "allowed",
    "always",
    "applicable",
    "applies",
    "blank",
    "both",
    "cannot",
    "combination",
    "combined",
    "differ",
    "different",
    "differs",
    "either",
    "empty",
    "equal",
    "equals",
    "exactly",
    "exceed",
    "exceeds",
    "exclude",
    "excludes",
    "exclusive",
    "exclusively",
    "forbidden",
    "identical",
    "implies",
    "instead",
    "key",
    "keys",
    "limited",
    "mandatory",
    "maximum",
    "minimum",
    "missing",
    "must",
    "mutually",
    "need",
    "needed",
    "needs",
    "neither",
    "never",
    "none",
    "not",
    "omitted",
    "permitted",
    "present",
    "prohibited",
    "replaces",
    "require",
    "required",
    "requires",
    "restricted",
    "same",
    "shall",
    "supersedes",
    "than",
    "together",
    "unique",
    "valid",
    "valued",
    "values",
    "without",
];

/// Phrases that do.
const PHRASES: [&str; 6] = [
    "at most",
    "at least",
    "up to",
    "no more",
    "in place of",
    "may be given",
];

/// Words that take something back of what the sentence before says.
const EXCEPTIONS: [&str; 9] = [
    "although",
    "applies",
    "apply",
    "but",
    "except",
    "exception",
    "exceptions",
    "however",
    "unless",
];

const ARTICLES: [&str; 7] = ["a", "an", "the", "this", "that", "each", "every"];

/// Whether a sentence may take something back of what others say, so that these cannot stand without it.
pub(super) fn is_exception(words: &[Word]) -> bool {
    words.iter().any(|word| EXCEPTIONS.contains(&&*word.lower))
}

/// Whether a sentence ends in a list of what look like values: `May be A, B or C`.
fn lists_values(words: &[Word]) -> bool {
    let behind = |at: usize| {
        let names = listed(&words[at + 1..])?;
        let is_value = |name: &&Word| name.quoted || name.text.starts_with(char::is_uppercase);
        Some(names.len() > 1 && names.iter().all(is_value))
    };
    (0..words.len())
        .filter(|at| matches!(&*words[*at].lower, "be" | "is" | "are" | ":"))
        .any(|at| behind(at) == Some(true))
}

impl Sentence<'_> {
    /// What a sentence is that gave no rule.
    pub(super) fn not_understood(&self, words: &[Word]) -> Said {
        let is = |list: &[&str]| words.iter().any(|word| list.contains(&&*word.lower));
        let has =
            |phrases: &[&str]| (0..words.len()).any(|at| eat_any(&words[at..], phrases).is_some());
        if has(&[
            "same information as",
            "as described in",
            "as in",
            "the same as in",
        ]) {
            return Said::Rest;
        }
        // What is too short for a sentence names a case, or nobody knows what.
        let is_fragment = words.len() <= 2;
        let demands = is(&DEMANDS) || has(&PHRASES) || is_fragment;
        if !is(&CASES) && !demands && !self.relates(words) {
            return Said::Nothing;
        }
        let is_outside = outside::is_meant(self.event, self.marked, words)
            && !words.iter().any(|word| self.is_value(&word.text));
        // What is so otherwise depends on the sentence before.
        let is_about_last = self.last.is_some() && is(&["otherwise"]);
        // A case that names nothing of the table depends on what is not in the message.
        let at = words.iter().position(|word| CASES.contains(&&*word.lower));
        let Some(at) = at.filter(|_| !is_about_last) else {
            return if is_outside && !is_about_last {
                Said::Outside(None)
            } else {
                Said::Unclear(None)
            };
        };
        if words[at..].iter().any(|word| self.is_of_table(&word.text)) {
            return Said::Unclear(None);
        }
        let subject = self.subject(words).map(|(rows, joint, _)| {
            let present = rows.iter().map(|row| self.present(*row)).collect();
            group(present, joint, false)
        });
        let absent =
            (0..at).any(|from| eat_any(&words[from..at], &ABSENT).is_some_and(<[Word]>::is_empty));
        let case = subject.filter(|_| absent);
        if is_outside {
            Said::Outside(case)
        } else {
            Said::Unclear(case)
        }
    }

    /// Whether a sentence may relate a row to another, or to the value of one: it names another row than those that bear
    /// the mark, several of these, or a value.
    fn relates(&self, words: &[Word]) -> bool {
        let row = |word: &Word| {
            let at = self.event.position(&word.text)?;
            (self.event.attributes[at].kind != Kind::Event).then_some(at)
        };
        // `a dock` is a thing and no attribute.
        let is_thing = |at: usize| {
            let word = &words[at];
            let is_plain = !word.quoted && word.text.chars().all(char::is_lowercase);
            is_plain && at > 0 && ARTICLES.contains(&&*words[at - 1].lower)
        };
        let mut named: Vec<usize> = (0..words.len())
            .filter(|at| !is_thing(*at))
            .filter_map(|at| row(&words[at]))
            .collect();
        if named.iter().any(|at| !self.marked.contains(at)) {
            return true;
        }
        named.sort_unstable();
        named.dedup();
        // What is said of several together relates none to another.
        let of_all = self.rows(words).is_some_and(|(rows, joint, rest)| {
            joint == Joint::And
                && rows.len() == named.len()
                && rest.iter().all(|word| row(word).is_none())
        });
        let is_member = |word: &Word| {
            word.text.contains(char::is_alphabetic)
                && self.is_value(&word.text)
                && row(word).is_none()
        };
        named.len() > 1 && !of_all || words.iter().any(is_member) || lists_values(words)
    }

    /// Whether a word is an attribute of the table, or a value of one.
    fn is_of_table(&self, word: &str) -> bool {
        self.event.position(word).is_some() || self.is_value(word)
    }

    /// Whether a word is a value of an enumeration of the table.
    fn is_value(&self, word: &str) -> bool {
        self.event.attributes.iter().any(|row| {
            matches!(&row.kind, Kind::Enumeration(_)) && name::value(&row.kind, word).is_some()
        })
    }
}
