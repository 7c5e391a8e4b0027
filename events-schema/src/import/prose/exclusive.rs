//! Sentences that allow attributes one at a time, and those that tell attributes apart.

use super::condition::{Joint, group};
use super::sentence::{IF, Read, Sentence, not, when};
use super::word::{Word, eat_any, skip};
use crate::{Clause, Condition};

/// How many of some attributes there may be.
#[derive(Clone, Copy, PartialEq)]
enum Count {
    ExactlyOne,
    AtMostOne,
}

impl Sentence<'_> {
    /// `Exactly one of A and B must be present`, `At most one of A, B and C may be given`.
    pub(super) fn one_of(&self, words: &[Word]) -> Option<Read> {
        let exactly = ["exactly one of", "one and only one of", "only one of"];
        let at_most = [
            "at most one of",
            "no more than one of",
            "not more than one of",
        ];
        let (count, rest) = match eat_any(words, &exactly) {
            Some(rest) => (Count::ExactlyOne, rest),
            None => (Count::AtMostOne, eat_any(words, &at_most)?),
        };
        let (rows, _, rest) = self.rows(rest)?;
        let may = [
            "may be given",
            "may be present",
            "may be sent",
            "may be set",
            "can be given",
            "can be present",
            "is allowed",
        ];
        let must = [
            "must be present",
            "shall be present",
            "must be given",
            "shall be given",
            "must be sent",
            "shall be sent",
            "must be set",
            "has to be present",
            "has to be given",
            "is required",
            "is mandatory",
        ];
        let is = ["is present", "is given", "is sent", "is set"];
        // That only one may be there demands none.
        let (count, rest) = match (eat_any(rest, &may), eat_any(rest, &must)) {
            (Some(rest), _) => (Count::AtMostOne, rest),
            (_, Some(rest)) if count == Count::ExactlyOne => (count, rest),
            _ => (count, eat_any(rest, &is)?),
        };
        if rows.len() < 2 {
            return None;
        }
        self.perhaps(self.one_at_a_time(&rows, count), &rows, rest)
    }

    /// `A and B are mutually exclusive`, `A and B must not be present together`.
    pub(super) fn exclusive(&self, words: &[Word]) -> Option<Read> {
        let (rows, Joint::And, rest) = self.subject(words)? else {
            return None;
        };
        let rest = eat_any(
            rest,
            &[
                "are mutually exclusive",
                "mutually exclusive",
                "exclude each other",
                "must not both be present",
                "cannot both be present",
                "may not both be present",
                "are never both present",
                "must not be present together",
                "cannot be present together",
                "are never present together",
            ],
        )?;
        self.perhaps(self.one_at_a_time(&rows, Count::AtMostOne), &rows, rest)
    }

    fn one_at_a_time(&self, rows: &[usize], count: Count) -> Vec<Clause> {
        let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
        let is_exact = count == Count::ExactlyOne;
        if let ([one, other], true) = (&*present, is_exact) {
            let (one, other) = (one.clone(), other.clone());
            return vec![when(one, not(other.clone()), vec![Clause::Assert(other)])];
        }
        let mut clauses = Vec::new();
        if is_exact {
            clauses.push(Clause::Assert(Condition::Any(present.clone().into())));
        }
        for (at, one) in present.iter().enumerate() {
            let behind = &present[at + 1..];
            if !behind.is_empty() {
                let none = Condition::None(behind.to_vec().into());
                clauses.push(when(one.clone(), none, Vec::new()));
            }
        }
        clauses
    }

    /// Demands, with the case behind them if there is one, or the exception: `except when …, when neither is`.
    pub(super) fn perhaps(
        &self,
        clauses: Vec<Clause>,
        rows: &[usize],
        rest: &[Word],
    ) -> Option<Read> {
        if rest.is_empty() {
            return Some((clauses, None));
        }
        let inside = |condition: Condition, otherwise: Vec<Clause>| Clause::If {
            condition,
            then: clauses.into(),
            otherwise: otherwise.into(),
        };
        let rest = skip(rest, &[","]);
        if let Some(rest) = eat_any(rest, &["unless", "except if", "except when"]) {
            if let Some(case) = self.condition(rest) {
                return Some((vec![inside(not(case), Vec::new())], None));
            }
            let at = rest.iter().rposition(|word| word.lower == ",")?;
            let none = ["when neither is", "when none is", "when neither is present"];
            eat_any(&rest[at + 1..], &none).filter(|rest| rest.is_empty())?;
            let case = self.condition(&rest[..at])?;
            let present = rows.iter().map(|row| self.present(*row)).collect();
            let absent = group(present, Joint::And, false);
            return Some((vec![inside(not(case), vec![Clause::Assert(absent)])], None));
        }
        let case = self.condition(eat_any(rest, &IF)?)?;
        Some((vec![inside(case.clone(), Vec::new())], Some(case)))
    }

    /// `A and B must differ`, `A is different from B`.
    pub(super) fn different(&self, words: &[Word]) -> Option<Read> {
        let (rows, joint, rest) = self.subject(words)?;
        let pair = [
            "must differ",
            "shall differ",
            "always differ",
            "must be different",
            "shall be different",
            "are different",
            "must not be equal",
            "must not be the same",
            "are never equal",
            "must have different values",
            "have different values",
        ];
        let other = [
            "must differ from",
            "shall differ from",
            "differs from",
            "differ from",
            "is different from",
            "must be different from",
            "different from",
            "must not be equal to",
            "shall not be equal to",
            "must not equal",
            "must not be the same as",
            "is not equal to",
            "is never equal to",
        ];
        let single = || {
            let (right, _, rest) = self.rows(eat_any(rest, &other)?)?;
            let left = rows.first().filter(|_| rows.len() == 1)?;
            Some((*left, *right.first().filter(|_| right.len() == 1)?, rest))
        };
        let (left, right, rest) = match single() {
            Some(found) => found,
            None => match (&*rows, joint) {
                ([left, right], Joint::And) => (*left, *right, eat_any(rest, &pair)?),
                _ => return None,
            },
        };
        if left == right {
            return None;
        }
        let same = Condition::Same(self.term(left), self.term(right));
        self.perhaps_if(not(same), rest)
    }

    /// `A requires B`.
    pub(super) fn requires(&self, words: &[Word]) -> Option<Read> {
        let (rows, joint, rest) = self.subject(words)?;
        let rest = eat_any(rest, &["requires", "require", "needs", "need"])?;
        let (needed, joint_of_needed, rest) = self.rows(rest)?;
        let rest = skip(rest, &["to be present"]);
        let present = |rows: &[usize]| rows.iter().map(|row| self.present(*row)).collect();
        let joint = match joint {
            Joint::One => Joint::One,
            _ => Joint::Or,
        };
        let case = group(present(&rows), joint, true);
        let needed = group(present(&needed), joint_of_needed, true);
        rest.is_empty()
            .then(|| (vec![when(case.clone(), needed, Vec::new())], Some(case)))
    }
}
