//! The kinds of sentences that demand something.

use super::condition::{Joint, group};
use super::demand::ABSENT;
use super::outside;
use super::word::{Word, eat_any, skip, split_words};
use crate::{Clause, Condition, Dictionary, Event, Kind};

/// What a sentence says.
pub(super) enum Said {
    /// These rules; and the case that it speaks of, for the next sentence.
    Rules(Vec<Clause>, Option<Condition>),
    /// Something that depends on what is not in the message; and the case that it speaks of.
    Rest(Option<Condition>),
    /// The same, where the sentence names what it depends on: a configuration, another event.
    Outside(Option<Condition>),
    /// Something that is not understood.
    Unclear,
    /// Nothing that constrains a message.
    Nothing,
}

/// Rules, and the case that they are about.
pub(super) type Read = (Vec<Clause>, Option<Condition>);

/// A reader of the sentences of a footnote.
pub(super) struct Sentence<'a> {
    pub(super) event: &'a Event,
    pub(super) dictionary: &'a Dictionary,
    /// The rows that bear the footnote's mark.
    pub(super) marked: &'a [usize],
    /// The case that the sentence before speaks of.
    pub(super) case: Option<&'a Condition>,
}

/// Words that make a case of what follows.
pub(super) const IF: [&str; 16] = [
    "if and only if",
    "only if",
    "only when",
    "only for",
    "only in case of",
    "in case of",
    "in the case of",
    "in case",
    "in the case that",
    "provided that",
    "if",
    "when",
    "whenever",
    "where",
    "for",
    "on",
];

impl Sentence<'_> {
    pub(super) fn read(&self, text: &str) -> Said {
        let words = split_words(text);
        if is_pointer(&words) {
            return Said::Nothing;
        }
        if let Some((clauses, case)) = self.rules(&words) {
            return Said::Rules(clauses, case);
        }
        self.not_understood(&words)
    }

    fn rules(&self, words: &[Word]) -> Option<Read> {
        self.follow_up(words)
            .or_else(|| self.see(words))
            .or_else(|| self.case_first(words))
            .or_else(|| self.same(words))
            .or_else(|| self.together(words))
            .or_else(|| self.at_least_one(words))
            .or_else(|| self.demand_first(words))
    }

    /// The subject that a sentence begins with: attributes, or those that bear the mark.
    pub(super) fn subject<'w>(&self, words: &'w [Word]) -> Option<(Vec<usize>, Joint, &'w [Word])> {
        if let Some(found) = self.rows(words) {
            return Some(found);
        }
        let one = [
            "this attribute",
            "the attribute",
            "this field",
            "it",
            "this",
        ];
        let several = [
            "these attributes",
            "both attributes",
            "the attributes",
            "these fields",
            "they",
            "both",
            "these",
        ];
        let marked = || self.marked.to_vec();
        if let (Some(rest), [_]) = (eat_any(words, &one), self.marked) {
            return Some((marked(), Joint::One, rest));
        }
        if let (Some(rest), [_, _, ..]) = (eat_any(words, &several), self.marked) {
            return Some((marked(), Joint::And, rest));
        }
        // `Mandatory if …`.
        let alone = [
            "mandatory",
            "required",
            "absent",
            "not present",
            "only present",
            "present only",
        ];
        if eat_any(words, &alone).is_some() && !self.marked.is_empty() {
            let joint = if self.marked.len() > 1 {
                Joint::And
            } else {
                Joint::One
            };
            return Some((marked(), joint, words));
        }
        None
    }

    /// What a sentence is that gave no rule.
    fn not_understood(&self, words: &[Word]) -> Said {
        let is = |list: &[&str]| words.iter().any(|word| list.contains(&&*word.lower));
        let refers = [
            "same information as",
            "as described in",
            "as in",
            "the same as in",
        ];
        if (0..words.len()).any(|at| eat_any(&words[at..], &refers).is_some()) {
            return Said::Rest(None);
        }
        let cases = [
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
        let demands = [
            "mandatory",
            "required",
            "must",
            "shall",
            "present",
            "absent",
            "omitted",
            "missing",
            "same",
            "equal",
            "cannot",
            "never",
            "always",
            "not",
            "exclude",
            "excludes",
            "exclusive",
            "either",
            "neither",
            "both",
            "empty",
            "blank",
            "forbidden",
            "needed",
        ];
        // What is too short for a sentence names a case, or nobody knows what.
        let is_fragment = words.len() <= 2;
        if !is(&cases) && !is(&demands) && !is_fragment {
            return Said::Nothing;
        }
        // A case that names nothing of the table depends on what is not in the message.
        let at = words.iter().position(|word| cases.contains(&&*word.lower));
        let is_outside = outside::is_meant(self.event, self.marked, words)
            && !words.iter().any(|word| self.is_value(&word.text));
        let Some(at) = at else {
            return if is_outside {
                Said::Outside(None)
            } else {
                Said::Unclear
            };
        };
        let names = words[at..].iter().any(|word| self.is_of_table(&word.text));
        if names {
            return Said::Unclear;
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
            Said::Rest(case)
        }
    }

    /// Whether a word is an attribute of the table, or a value of one.
    fn is_of_table(&self, word: &str) -> bool {
        self.event.position(word).is_some() || self.is_value(word)
    }

    /// Whether a word is a value of an enumeration of the table.
    fn is_value(&self, word: &str) -> bool {
        self.event.attributes.iter().any(|row| {
            matches!(&row.kind, Kind::Enumeration(_))
                && crate::import::name::value(&row.kind, word).is_some()
        })
    }
}

/// Whether a sentence says only where more is said.
fn is_pointer(words: &[Word]) -> bool {
    let details = [
        "for details",
        "for more information",
        "for further information",
        "for more details",
    ];
    let rest = eat_any(words, &details).map_or(words, |rest| skip(rest, &[","]));
    eat_any(rest, &["see", "see also", "refer to", "please refer to"]).is_some()
        && !words.iter().any(|word| {
            matches!(
                &*word.lower,
                "if" | "when" | "unless" | "must" | "mandatory" | "required"
            )
        })
}

pub(super) fn not(condition: Condition) -> Condition {
    match condition {
        Condition::Any(parts) => Condition::None(parts),
        condition => Condition::None(vec![condition].into()),
    }
}

pub(super) fn when(condition: Condition, demanded: Condition, otherwise: Vec<Clause>) -> Clause {
    Clause::If {
        condition,
        then: vec![Clause::Assert(demanded)].into(),
        otherwise: otherwise.into(),
    }
}
