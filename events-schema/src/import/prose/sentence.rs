//! The kinds of sentences that demand something.

use super::condition::{Joint, group};
use super::word::{Word, eat, eat_any, skip, split_words};
use crate::{Clause, Condition, Dictionary, Event, KeySet, Kind};

/// What a sentence says.
pub(super) enum Said {
    /// These rules; and the case that it speaks of, for the next sentence.
    Rules(Vec<Clause>, Option<Condition>),
    /// Something that depends on what is not in the message; and the case that it speaks of.
    Rest(Option<Condition>),
    /// Something that is not understood.
    Unclear,
    /// Nothing that constrains a message.
    Nothing,
}

/// A reader of the sentences of a footnote.
pub(super) struct Sentence<'a> {
    pub(super) event: &'a Event,
    pub(super) dictionary: &'a Dictionary,
    /// The rows that bear the footnote's mark.
    pub(super) marked: &'a [usize],
    /// The case that the sentence before speaks of.
    pub(super) case: Option<&'a Condition>,
}

/// What is demanded of attributes.
enum Demand {
    Present,
    Absent,
    /// They are there only in some case.
    OnlyIf,
}

const PRESENT: [&str; 16] = [
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
    "has to be present",
    "have to be present",
    "is always present",
    "are always present",
    "mandatory",
    "required",
];

const ABSENT: [&str; 17] = [
    "is not present",
    "are not present",
    "must not be present",
    "shall not be present",
    "may not be present",
    "cannot be present",
    "can not be present",
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

const ONLY: [&str; 21] = [
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
    "is allowed only",
    "is only allowed",
    "only present",
    "present only",
    "is present",
    "are present",
];

/// Words that make a case of what follows.
const IF: [&str; 16] = [
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

    fn rules(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
        self.follow_up(words)
            .or_else(|| self.see(words))
            .or_else(|| self.case_first(words))
            .or_else(|| self.same(words))
            .or_else(|| self.together(words))
            .or_else(|| self.at_least_one(words))
            .or_else(|| self.demand_first(words))
    }

    /// The subject that a sentence begins with: attributes, or those that bear the mark.
    fn subject<'w>(&self, words: &'w [Word]) -> Option<(Vec<usize>, Joint, &'w [Word])> {
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

    fn demand(words: &[Word]) -> Option<(Demand, &[Word])> {
        if let Some(rest) = eat_any(words, &ABSENT) {
            return Some((Demand::Absent, rest));
        }
        if let Some(rest) = eat_any(words, &PRESENT) {
            return Some((Demand::Present, rest));
        }
        eat_any(words, &ONLY).map(|rest| (Demand::OnlyIf, rest))
    }

    /// `AgentID is mandatory if …`, `… unless …`, `…, otherwise absent`.
    fn demand_first(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
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
    fn otherwise<'w>(
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
    fn case_first(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
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
            if let Some(demanded) = self.plain_demand(demand) {
                return Some((vec![when(case.clone(), demanded, Vec::new())], Some(case)));
            }
        }
        None
    }

    /// `AgentID is mandatory`, `AgentID is absent`, `State is Free`.
    fn plain_demand(&self, words: &[Word]) -> Option<Condition> {
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

    /// `For objects of AddressTypeDN, see the corresponding InfoType=AddressInfoDNStatus.`
    fn see(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
        let rest = eat_any(words, &IF)?;
        let at = rest.iter().position(|word| word.lower == "see")?;
        let before = rest[..at]
            .strip_suffix(&[Word {
                text: ",".into(),
                lower: ",".into(),
            }])
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

    fn key_set(&self, name: &str) -> Option<&KeySet> {
        let find = |name: &str| {
            self.dictionary
                .key_sets
                .iter()
                .find(|keys| keys.name == name)
        };
        find(name).or_else(|| find(name.strip_prefix('T')?))
    }

    /// `ThisDN and ThisQueue have the same value`, `ThisQueue is the same as ThisDN`.
    fn same(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
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
        ];
        let (left, right, rest) = match (&*rows, eat_any(rest, &pair), eat_any(rest, &other)) {
            ([left, right], Some(rest), _) => (*left, *right, rest),
            ([left], None, Some(rest)) => {
                let (right, _, rest) = self.rows(rest)?;
                (*left, *right.first().filter(|_| right.len() == 1)?, rest)
            }
            _ => return None,
        };
        let same = Condition::Same(self.term(left), self.term(right));
        self.perhaps_if(same, rest)
    }

    /// A demand, with the case behind it if there is one.
    fn perhaps_if(
        &self,
        demanded: Condition,
        rest: &[Word],
    ) -> Option<(Vec<Clause>, Option<Condition>)> {
        if rest.is_empty() {
            return Some((vec![Clause::Assert(demanded)], None));
        }
        let case = self.condition(eat_any(rest, &IF)?)?;
        Some((vec![when(case.clone(), demanded, Vec::new())], Some(case)))
    }

    /// `OtherDN and OtherDNRole are present together or not at all`.
    fn together(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
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
    fn at_least_one(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
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
        self.perhaps_if(Condition::Any(present), rest)
    }

    /// `In this case, the reason is given by the attributes ErrorCode and ErrorMessage`.
    fn follow_up(&self, words: &[Word]) -> Option<(Vec<Clause>, Option<Condition>)> {
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
        ];
        if !is(&cases) && !is(&demands) {
            return Said::Nothing;
        }
        // A case that names nothing of the table depends on what is not in the message.
        let at = words.iter().position(|word| cases.contains(&&*word.lower));
        let Some(at) = at else {
            return Said::Unclear;
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
        Said::Rest(subject.filter(|_| absent))
    }

    /// Whether a word is an attribute of the table, or a value of one.
    fn is_of_table(&self, word: &str) -> bool {
        self.event.attributes.iter().any(|row| {
            let value = matches!(&row.kind, Kind::Enumeration(_))
                && crate::import::name::value(&row.kind, word).is_some();
            row.name == word || value
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

fn not(condition: Condition) -> Condition {
    match condition {
        Condition::Any(parts) => Condition::None(parts),
        condition => Condition::None(vec![condition].into()),
    }
}

fn when(condition: Condition, demanded: Condition, otherwise: Vec<Clause>) -> Clause {
    Clause::If {
        condition,
        then: vec![Clause::Assert(demanded)].into(),
        otherwise: otherwise.into(),
    }
}
