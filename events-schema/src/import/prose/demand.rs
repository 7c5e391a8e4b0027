//! Sentences that say when attributes are there.

use super::condition::{Joint, among, group};
use super::sentence::{IF, Read, Sentence, not, when};
use super::word::{Word, eat, eat_any, skip};
use crate::{Clause, Condition};

/// What is demanded of attributes.
pub(super) enum Demand {
    Present,
    Absent,
    /// They are there only in some case.
    OnlyIf,
}

pub(super) const PRESENT: [&str; 30] = [
    "is needed",
    "are needed",
    "must be valued",
    "shall be valued",
    "must be set",
    "shall be set",
    "must be supplied",
    "must be specified",
    "shall be provided",
    "is always mandatory",
    "is mandatory",
    "are mandatory",
    "is required",
    "are required",
    "must be present",
    "shall be present",
    "must be given",
    "shall be given",
    "must be provided",
    "must be sent",
    "shall be sent",
    "is always sent",
    "has to be given",
    "are always given",
    "has to be present",
    "have to be present",
    "is always present",
    "are always present",
    "mandatory",
    "required",
];

pub(super) const ABSENT: [&str; 42] = [
    "must not be valued",
    "shall not be valued",
    "may not be given",
    "shall not be given",
    "cannot be given",
    "shall not be sent",
    "must not be set",
    "must not be used",
    "shall be absent",
    "shall be omitted",
    "is not permitted",
    "are not permitted",
    "are forbidden",
    "not allowed",
    "not permitted",
    "forbidden",
    "is not present",
    "are not present",
    "must not be present",
    "shall not be present",
    "may not be present",
    "cannot be present",
    "can not be present",
    "is not allowed",
    "are not allowed",
    "is forbidden",
    "is not sent",
    "are not sent",
    "must not be sent",
    "is never sent",
    "is not given",
    "must not be given",
    "is absent",
    "are absent",
    "must be absent",
    "is omitted",
    "are omitted",
    "must be omitted",
    "is never present",
    "are never present",
    "absent",
    "not present",
];

const ONLY: [&str; 30] = [
    "can only be present",
    "may only be present",
    "must only be present",
    "shall only be present",
    "is only present",
    "are only present",
    "can be present only",
    "may be present only",
    "is present only",
    "are present only",
    "is available only",
    "is only available",
    "are only available",
    "is only given",
    "is given only",
    "is only sent",
    "is sent only",
    "may only be sent",
    "shall only be sent",
    "is allowed only",
    "is only allowed",
    "only present",
    "present only",
    "only given",
    "given only",
    "only sent",
    "sent only",
    "is present",
    "are present",
    "present",
];

impl Sentence<'_> {
    pub(super) fn demand(words: &[Word]) -> Option<(Demand, &[Word])> {
        if let Some(rest) = eat_any(words, &ABSENT) {
            return Some((Demand::Absent, rest));
        }
        if let Some(rest) = eat_any(words, &PRESENT) {
            return Some((Demand::Present, rest));
        }
        eat_any(words, &ONLY).map(|rest| (Demand::OnlyIf, rest))
    }

    /// `AgentID is mandatory if …`, `… unless …`, `…, otherwise absent`.
    pub(super) fn demand_first(&self, words: &[Word]) -> Option<Read> {
        let (rows, joint, rest) = self.subject(words)?;
        let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
        let (demand, rest) = Self::demand(rest)?;
        let (rest, otherwise) = self.otherwise(rest, &present, joint)?;
        let there = || group(present.clone(), joint, true);
        let absent = || group(present.clone(), joint, false);
        let any = || match joint {
            Joint::One => there(),
            _ => group(present.clone(), Joint::Or, true),
        };
        if rest.is_empty() && otherwise.is_empty() {
            let clause = match demand {
                Demand::Present => there(),
                Demand::Absent => absent(),
                Demand::OnlyIf => return None,
            };
            return Some((vec![Clause::Assert(clause)], None));
        }
        // What is there only in a case is absent otherwise, whether a document says it or not.
        let only_if = |case: Condition| {
            let says_no_more = otherwise.is_empty() || otherwise == [Clause::Assert(absent())];
            says_no_more.then(|| when(any(), case, Vec::new()))
        };
        if let Some(rest) = eat_any(
            rest,
            &[
                "unless",
                "except if",
                "except when",
                "except for",
                "except in case of",
            ],
        ) {
            let case = self.condition(rest)?;
            let clause = match demand {
                Demand::Present => when(not(case), there(), otherwise),
                Demand::Absent | Demand::OnlyIf => only_if(case)?,
            };
            return Some((vec![clause], None));
        }
        let only = eat(rest, "only").is_some() || matches!(demand, Demand::OnlyIf);
        let exact = eat(rest, "if and only if").is_some();
        let with = eat_any(rest, &["with", "together with"]);
        let (rest, with) = match with.filter(|_| matches!(demand, Demand::Absent)) {
            Some(rest) => (rest, self.all_present(rest)),
            None => (eat_any(rest, &IF)?, None),
        };
        let case = with.or_else(|| self.condition(rest))?;
        let clause = match demand {
            Demand::Present | Demand::OnlyIf if exact => {
                only_if(case.clone())?;
                when(case.clone(), there(), vec![Clause::Assert(absent())])
            }
            Demand::OnlyIf => only_if(case.clone())?,
            // `Mandatory only if` leaves the attribute optional otherwise.
            Demand::Present => when(case.clone(), there(), otherwise),
            Demand::Absent if only => return None,
            Demand::Absent => when(case.clone(), absent(), otherwise),
        };
        Some((vec![clause], Some(case)))
    }

    /// `X` and `X or Y`, behind `not allowed with`.
    fn all_present(&self, words: &[Word]) -> Option<Condition> {
        let (rows, joint, rest) = self.rows(words)?;
        let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
        rest.is_empty().then(|| group(present, joint, true))
    }

    /// `If …, AgentID is mandatory`, `For …, AgentID is not present`.
    pub(super) fn case_first(&self, words: &[Word]) -> Option<Read> {
        let (rest, holds) = match eat(words, "unless") {
            Some(rest) => (rest, false),
            None => (eat_any(words, &IF)?, true),
        };
        for at in (1..rest.len()).filter(|at| rest[*at].lower == ",") {
            let Some(case) = self.condition(&rest[..at]) else {
                continue;
            };
            let case = if holds { case } else { not(case) };
            let demand = skip(&rest[at + 1..], &["then"]);
            let (demand, otherwise) = match self.behind_otherwise(demand) {
                Some((demand, otherwise)) => (demand, otherwise?),
                None => (demand, Vec::new()),
            };
            if let Some(demanded) = self.plain_demand(demand) {
                return Some((vec![when(case.clone(), demanded, otherwise)], Some(case)));
            }
        }
        None
    }

    /// `A is the same as B`, `A and B must differ`.
    fn relation(&self, words: &[Word]) -> Option<Condition> {
        let (mut clauses, _) = self.same(words).or_else(|| self.different(words))?;
        match (clauses.pop()?, clauses.is_empty()) {
            (Clause::Assert(condition), true) => Some(condition),
            _ => None,
        }
    }

    /// `AgentID is mandatory`, `AgentID is absent`, `State is Free`.
    pub(super) fn plain_demand(&self, words: &[Word]) -> Option<Condition> {
        if let Some((rows, joint, rest)) = self.subject(words) {
            let present: Vec<_> = rows.iter().map(|row| self.present(*row)).collect();
            match Self::demand(rest) {
                Some((Demand::Absent, [])) => return Some(group(present, joint, false)),
                Some((Demand::Present | Demand::OnlyIf, [])) => {
                    return Some(group(present, joint, true));
                }
                _ => {}
            }
            if let ([row], Some(rest)) =
                (&*rows, eat_any(rest, &["must be", "shall be", "is always"]))
                && let Some(values) = self.values_of(*row, rest)
            {
                return Some(among(self.term(*row), values, true));
            }
        }
        self.relation(words).or_else(|| self.condition(words))
    }
}
