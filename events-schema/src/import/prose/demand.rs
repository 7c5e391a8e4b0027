//! Sentences that say when attributes are there.

use super::condition::{Joint, group};
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

const PRESENT: [&str; 21] = [
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

pub(super) const ABSENT: [&str; 26] = [
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

const ONLY: [&str; 25] = [
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
    "is present",
    "are present",
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
                Demand::Absent | Demand::OnlyIf => when(any(), case, otherwise),
            };
            return Some((vec![clause], None));
        }
        let only = eat(rest, "only").is_some() || matches!(demand, Demand::OnlyIf);
        let exact = eat(rest, "if and only if").is_some();
        let rest = eat_any(rest, &IF)?;
        let case = self.condition(rest)?;
        let clause = match demand {
            Demand::Present | Demand::OnlyIf if exact => {
                when(case.clone(), there(), vec![Clause::Assert(absent())])
            }
            Demand::OnlyIf => when(any(), case.clone(), otherwise),
            // `Mandatory only if` leaves the attribute optional otherwise.
            Demand::Present => when(case.clone(), there(), otherwise),
            Demand::Absent if only => return None,
            Demand::Absent => when(case.clone(), absent(), otherwise),
        };
        Some((vec![clause], Some(case)))
    }

    /// What is demanded behind `otherwise`; the words before it.
    pub(super) fn otherwise<'w>(
        &self,
        words: &'w [Word],
        present: &[Condition],
        joint: Joint,
    ) -> Option<(&'w [Word], Vec<Clause>)> {
        let Some(at) = words.iter().position(|word| word.lower == "otherwise") else {
            return Some((words, Vec::new()));
        };
        let mut before = &words[..at];
        while let [rest @ .., sign] = before
            && matches!(&*sign.lower, "," | ";" | "and")
        {
            before = rest;
        }
        let rest = skip(&words[at + 1..], &[","]);
        let rest = match self.subject(rest) {
            Some((_, _, rest)) if !rest.is_empty() => rest,
            _ => rest,
        };
        let whole = |phrases: &[&str]| eat_any(rest, phrases).is_some_and(<[Word]>::is_empty);
        if whole(&[
            "optional",
            "is optional",
            "are optional",
            "it is optional",
            "may be present",
            "may be absent",
        ]) {
            return Some((before, Vec::new()));
        }
        let demanded = if whole(&ABSENT)
            || whole(&[
                "it is absent",
                "it is not present",
                "it must not be present",
            ]) {
            group(present.to_vec(), joint, false)
        } else if whole(&PRESENT)
            || whole(&["it is mandatory", "it is required", "it must be present"])
        {
            group(present.to_vec(), joint, true)
        } else {
            return None;
        };
        Some((before, vec![Clause::Assert(demanded)]))
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

    /// What is demanded before `otherwise` and behind it, where the word is there; of what may be either way, nothing.
    fn behind_otherwise<'w>(&self, words: &'w [Word]) -> Option<(&'w [Word], Option<Vec<Clause>>)> {
        let at = words.iter().position(|word| word.lower == "otherwise")?;
        let mut before = &words[..at];
        while let [rest @ .., sign] = before
            && matches!(&*sign.lower, "," | ";" | "and")
        {
            before = rest;
        }
        let (subject, ..) = self.subject(before)?;
        let present: Vec<_> = subject.iter().map(|row| self.present(*row)).collect();
        let joint = if present.len() > 1 {
            Joint::And
        } else {
            Joint::One
        };
        let same = self.otherwise(words, &present, joint);
        let demanded = same.map(|(_, clauses)| clauses).or_else(|| {
            let demand = skip(&words[at + 1..], &[","]);
            Some(vec![Clause::Assert(self.plain_demand(demand)?)])
        });
        Some((before, demanded))
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
            {
                let mut values = self.values_of(*row, rest)?;
                let term = self.term(*row);
                return Some(if values.len() == 1 {
                    Condition::Equals(term, values.remove(0))
                } else {
                    Condition::In(term, values.into())
                });
            }
        }
        self.condition(words)
    }
}
