//! What is demanded otherwise.

use super::condition::{Joint, group};
use super::demand::{ABSENT, PRESENT};
use super::sentence::Sentence;
use super::word::{Word, eat, eat_any, skip};
use crate::{Clause, Condition};

/// What may be either way.
const OPTIONAL: [&str; 8] = [
    "optional",
    "is optional",
    "are optional",
    "may be present",
    "may be absent",
    "can be present",
    "may be given",
    "may be omitted",
];

impl Sentence<'_> {
    /// What is demanded behind `otherwise`, or before it at the end; the words before that.
    pub(super) fn otherwise<'w>(
        &self,
        words: &'w [Word],
        present: &[Condition],
        joint: Joint,
    ) -> Option<(&'w [Word], Vec<Clause>)> {
        let Some(at) = words.iter().position(|word| word.lower == "otherwise") else {
            return Some((words, Vec::new()));
        };
        if at + 1 < words.len() {
            let rest = skip(&words[at + 1..], &[","]);
            return Some((cut(&words[..at]), self.demanded(rest, present, joint)?));
        }
        let mut signs = (1..at).filter(|at| matches!(&*words[*at].lower, "," | ";" | "and"));
        signs.find_map(|sign| {
            let demanded = self.demanded(cut_front(&words[sign..at]), present, joint)?;
            Some((cut(&words[..sign]), demanded))
        })
    }

    /// What is demanded before `otherwise` and behind it, where the word is there; of what may be either way, nothing.
    pub(super) fn behind_otherwise<'w>(
        &self,
        words: &'w [Word],
    ) -> Option<(&'w [Word], Option<Vec<Clause>>)> {
        let at = words.iter().position(|word| word.lower == "otherwise")?;
        let before = cut(&words[..at]);
        let (subject, ..) = self.subject(before)?;
        let present: Vec<_> = subject.iter().map(|row| self.present(*row)).collect();
        let same = self.otherwise(words, &present, joint(&present));
        let demanded = same.map(|(_, clauses)| clauses).or_else(|| {
            let demand = skip(&words[at + 1..], &[","]);
            Some(vec![Clause::Assert(self.plain_demand(demand)?)])
        });
        Some((before, demanded))
    }

    /// `Otherwise it must not be present.`: the clause of the sentence before, with what is demanded otherwise.
    pub(super) fn otherwise_of_last(&self, words: &[Word]) -> Option<Clause> {
        let rest = skip(eat(words, "otherwise")?, &[","]);
        let (Some(case), Some(last)) = (self.case, self.last) else {
            return None;
        };
        let Clause::If {
            condition,
            then,
            otherwise,
        } = last
        else {
            return None;
        };
        let [Clause::Assert(demanded)] = &**then else {
            return None;
        };
        // What is there only in a case, or exactly in it, is absent otherwise.
        let only_in_case = *demanded == *case;
        let present = presents(if only_in_case { condition } else { demanded })?;
        let clauses = self.demanded(rest, &present, joint(&present))?;
        if only_in_case || !otherwise.is_empty() {
            let absent = Clause::Assert(Condition::None(present.into()));
            return (clauses == [absent]).then(|| last.clone());
        }
        Some(Clause::If {
            condition: condition.clone(),
            then: then.clone(),
            otherwise: clauses.into(),
        })
    }

    /// What all of some words demand of these attributes, or of others that they name.
    fn demanded(&self, words: &[Word], present: &[Condition], joint: Joint) -> Option<Vec<Clause>> {
        let mut rest = skip(words, &["it", "they", "both", "this"]);
        if let Some((rows, _, behind)) = self.subject(words)
            && !behind.is_empty()
        {
            if !rows
                .iter()
                .map(|row| self.present(*row))
                .eq(present.iter().cloned())
            {
                return Some(vec![Clause::Assert(self.plain_demand(words)?)]);
            }
            rest = behind;
        }
        let whole = |phrases: &[&str]| eat_any(rest, phrases).is_some_and(<[Word]>::is_empty);
        let holds = match () {
            () if whole(&OPTIONAL) => return Some(Vec::new()),
            () if whole(&ABSENT) => false,
            () if whole(&PRESENT) => true,
            () => return None,
        };
        let demanded = group(present.to_vec(), joint, holds);
        Some(vec![Clause::Assert(demanded)])
    }
}

fn joint(present: &[Condition]) -> Joint {
    if present.len() > 1 {
        Joint::And
    } else {
        Joint::One
    }
}

/// The attributes that a condition is the presence of, or the absence.
fn presents(condition: &Condition) -> Option<Vec<Condition>> {
    let parts = match condition {
        Condition::Present(_) => return Some(vec![condition.clone()]),
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => parts,
        _ => return None,
    };
    let plain = parts
        .iter()
        .all(|part| matches!(part, Condition::Present(_)));
    plain.then(|| parts.to_vec())
}

/// Words without the signs at their end.
fn cut(mut words: &[Word]) -> &[Word] {
    while let [rest @ .., sign] = words
        && is_sign(sign)
    {
        words = rest;
    }
    words
}

/// Words without the signs at their beginning.
fn cut_front(mut words: &[Word]) -> &[Word] {
    while let [sign, rest @ ..] = words
        && is_sign(sign)
    {
        words = rest;
    }
    words
}

fn is_sign(word: &Word) -> bool {
    matches!(&*word.lower, "," | ";" | "and" | "but")
}
