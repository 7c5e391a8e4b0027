//! The kinds of sentences that demand something.

use super::condition::Joint;
use super::word::{Word, eat_any, skip, split_words};
use crate::{Clause, Condition, Dictionary, Event};

/// What a sentence says.
pub(super) enum Said {
    /// These rules; and the case that it speaks of, for the next sentence.
    Rules(Vec<Clause>, Option<Condition>),
    /// The last clause of the sentence before, with what this one demands otherwise.
    Otherwise(Clause),
    /// That another place says more.
    Rest,
    /// Something that depends on what is not in the message, and what that is: a configuration, another event; and the
    /// case that it speaks of, for the next sentence.
    Outside(Option<Condition>),
    /// Something that is not understood; and the case that it speaks of, where that much is.
    Unclear(Option<Condition>),
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
    /// The last clause that was read of the sentence before.
    pub(super) last: Option<&'a Clause>,
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
        let words = self.without_fillers(split_words(text));
        if is_pointer(&words) {
            return Said::Nothing;
        }
        if let Some(clause) = self.otherwise_of_last(&words) {
            return Said::Otherwise(clause);
        }
        if let Some((clauses, case)) = self.rules(&words) {
            return Said::Rules(clauses, case);
        }
        self.not_understood(&words)
    }

    /// The words without those that only lead from one sentence to the next, and are no names.
    fn without_fillers(&self, mut words: Vec<Word>) -> Vec<Word> {
        words.retain(|word| {
            let is_filler = matches!(&*word.lower, "too" | "also") && !word.quoted;
            !is_filler || self.event.position(&word.text).is_some()
        });
        if let [before @ .., one, other] = &*words
            && (&*one.lower, &*other.lower) == ("as", "well")
        {
            words.truncate(before.len());
        }
        words
    }

    fn rules(&self, words: &[Word]) -> Option<Read> {
        self.follow_up(words)
            .or_else(|| self.see(words))
            .or_else(|| self.case_first(words))
            .or_else(|| self.same(words))
            .or_else(|| self.different(words))
            .or_else(|| self.together(words))
            .or_else(|| self.exclusive(words))
            .or_else(|| self.one_of(words))
            .or_else(|| self.at_least_one(words))
            .or_else(|| self.requires(words))
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
        if words.first().is_some_and(is_verb) && !self.marked.is_empty() {
            let joint = if self.marked.len() > 1 {
                Joint::And
            } else {
                Joint::One
            };
            return Some((marked(), joint, words));
        }
        None
    }
}

/// Whether a word begins what is said of the rows that bear the mark, when they are not named.
fn is_verb(word: &Word) -> bool {
    const VERBS: [&str; 29] = [
        "absent",
        "always",
        "are",
        "can",
        "cannot",
        "different",
        "differs",
        "either",
        "equal",
        "equals",
        "forbidden",
        "given",
        "is",
        "mandatory",
        "may",
        "must",
        "mutually",
        "needed",
        "needs",
        "never",
        "not",
        "omitted",
        "only",
        "present",
        "required",
        "requires",
        "same",
        "sent",
        "shall",
    ];
    !word.quoted && VERBS.contains(&&*word.lower)
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
