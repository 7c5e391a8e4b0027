//! Sentences that relate attributes to each other, to key sets and to the sentence before.

use super::condition::{Joint, comma, group};
use super::demand::Demand;
use super::sentence::{IF, Read, Sentence, when};
use super::word::{Word, eat, eat_any, skip};
use crate::{Clause, Condition, KeySet, Kind};

impl Sentence<'_> {
    /// `For objects of AddressTypeDN, see the corresponding InfoType=AddressInfoDNStatus.`
    pub(super) fn see(&self, words: &[Word]) -> Option<Read> {
        let rest = eat_any(words, &IF)?;
        let at = rest.iter().position(|word| word.lower == "see")?;
        let before = rest[..at]
            .strip_suffix(std::slice::from_ref(&comma()))
            .unwrap_or(&rest[..at]);
        let case = self.condition(before)?;
        let named = rest[at + 1..].last()?;
        let keys = self.key_set(&named.text)?;
        let mut lists = self
            .marked
            .iter()
            .filter(|row| self.event.attributes[**row].kind == Kind::List);
        let list = *lists.next()?;
        if lists.next().is_some() {
            return None;
        }
        let follows = Condition::Follows(self.term(list), std::borrow::Cow::Owned(keys.clone()));
        Some((vec![when(case, follows, Vec::new())], None))
    }

    pub(super) fn key_set(&self, name: &str) -> Option<&KeySet> {
        let find = |name: &str| {
            self.dictionary
                .key_sets
                .iter()
                .find(|keys| keys.name == name)
        };
        find(name).or_else(|| find(name.strip_prefix('T')?))
    }

    /// `ThisDN and ThisQueue have the same value`, `ThisQueue is the same as ThisDN`.
    pub(super) fn same(&self, words: &[Word]) -> Option<Read> {
        let (rows, _, rest) = self.subject(words)?;
        let pair = [
            "have the same value",
            "must have the same value",
            "shall have the same value",
            "always have the same value",
            "are equal",
            "are the same",
            "must be equal",
            "are identical",
            "shall be equal",
            "must be the same",
            "must be identical",
        ];
        let other = [
            "has the same value as",
            "must have the same value as",
            "is the same as",
            "is equal to",
            "must be equal to",
            "must equal",
            "equals",
            "is always the same as",
            "must be the same as",
            "shall be equal to",
            "shall be the same as",
            "equal to",
            "the same as",
            "same as",
        ];
        let (left, right, rest) = match &*rows {
            [left, right] => (*left, *right, eat_any(rest, &pair)?),
            [left] => {
                let (right, _, rest) = self.rows(eat_any(rest, &other)?)?;
                (*left, *right.first().filter(|_| right.len() == 1)?, rest)
            }
            _ => return None,
        };
        let same = Condition::Same(self.term(left), self.term(right));
        self.perhaps_if(same, rest)
    }

    /// A demand, with the case behind it if there is one.
    pub(super) fn perhaps_if(&self, demanded: Condition, rest: &[Word]) -> Option<Read> {
        if rest.is_empty() {
            return Some((vec![Clause::Assert(demanded)], None));
        }
        let case = self.condition(eat_any(rest, &IF)?)?;
        Some((vec![when(case.clone(), demanded, Vec::new())], Some(case)))
    }

    /// `OtherDN and OtherDNRole are present together or not at all`.
    pub(super) fn together(&self, words: &[Word]) -> Option<Read> {
        let (rows, Joint::And, rest) = self.subject(words)? else {
            return None;
        };
        let rest = eat_any(
            rest,
            &[
                "are always present together",
                "are present together",
                "must be present together",
                "are both present or both absent",
                "are either both present or both absent",
                "are either all present or all absent",
                "are all present or all absent",
                "must both be present or both be absent",
                "must be both present or both absent",
                "must either both be present or both be absent",
                "shall be both present or both absent",
                "either both present or both absent",
            ],
        )?;
        let rest = skip(rest, &[","]);
        let rest = skip(
            rest,
            &["or not at all", "or absent together", "or both absent"],
        );
        let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
        let all = Condition::All(present.clone().into());
        let none = Condition::None(present.into());
        rest.is_empty().then(|| {
            (
                vec![Clause::Assert(Condition::Any(vec![all, none].into()))],
                None,
            )
        })
    }

    /// `At least one of A, B and C must be present`.
    pub(super) fn at_least_one(&self, words: &[Word]) -> Option<Read> {
        let either = eat(words, "either");
        let rest = either.or_else(|| eat_any(words, &["at least one of", "one or more of"]))?;
        let (rows, joint, rest) = self.rows(rest)?;
        if rows.len() < 2 || either.is_some() && joint != Joint::Or {
            return None;
        }
        let (Demand::Present | Demand::OnlyIf, rest) = Self::demand(rest)? else {
            return None;
        };
        let present = rows.iter().map(|row| self.present(*row)).collect();
        let any = vec![Clause::Assert(Condition::Any(present))];
        self.perhaps(any, &rows, rest)
    }

    /// `In this case, the reason is given by the attributes ErrorCode and ErrorMessage`.
    pub(super) fn follow_up(&self, words: &[Word]) -> Option<Read> {
        let begins = [
            "in this case",
            "in that case",
            "in such cases",
            "in these cases",
            "meanwhile",
            "then",
        ];
        let rest = skip(eat_any(words, &begins)?, &[","]);
        let case = self.case?.clone();
        if let Some(demanded) = self.plain_demand(rest) {
            return Some((vec![when(case.clone(), demanded, Vec::new())], Some(case)));
        }
        let verbs = [
            "specified",
            "given",
            "explained",
            "described",
            "indicated",
            "provided",
            "told",
            "reported",
        ];
        let at = rest.windows(3).position(|three| {
            matches!(&*three[0].lower, "is" | "are")
                && verbs.contains(&&*three[1].lower)
                && matches!(&*three[2].lower, "by" | "in")
        })?;
        // What is explained must be no attribute itself.
        if rest[..at]
            .iter()
            .any(|word| self.event.position(&word.text).is_some())
        {
            return None;
        }
        let (rows, joint, rest) = self.rows(&rest[at + 3..])?;
        let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
        let demanded = group(present, joint, true);
        rest.is_empty()
            .then(|| (vec![when(case.clone(), demanded, Vec::new())], Some(case)))
    }
}
