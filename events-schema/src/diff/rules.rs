//! The rules of two versions of an event.

use super::How;
use super::event::Versions;
use super::{Change, Effect, What};
use crate::solve::Demand;
use crate::{Event, Footnote, Rule};

/// A rule with its number in the event.
type Numbered<'v> = (usize, &'v Footnote, &'v Rule);

pub(super) fn compare(versions: &Versions<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (versions.old, versions.new);
    let mut gone: Vec<Numbered<'_>> = numbered(old);
    let mut fresh: Vec<Numbered<'_>> = numbered(new);
    // What a rule says matters, not the letter of its footnote.
    fresh.retain(|(_, _, rule)| {
        let kept = gone
            .iter()
            .position(|(_, _, other)| other.clause == rule.clause);
        kept.map(|at| gone.remove(at)).is_none()
    });
    for (number, footnote, rule) in fresh {
        let before = gone
            .iter()
            .position(|(_, other, _)| other.letter == footnote.letter)
            .map(|at| gone.remove(at));
        let producers = versions.producers(Demand::Rule(number));
        let Some((before, _, said)) = before else {
            let what = What::RuleAdded {
                rule: rule.id.clone(),
                words: rule.words(),
            };
            changes.push(versions.change(what, producers, Effect::None));
            continue;
        };
        let consumers = versions.consumers(Demand::Rule(before));
        let how = match (&producers, &consumers) {
            (Effect::None, Effect::None) => How::Rewritten,
            (Effect::None, _) => How::Loosened,
            (_, Effect::None) => How::Tightened,
            _ => How::Changed,
        };
        let what = What::Rule {
            rule: rule.id.clone(),
            how,
            before: said.words(),
            after: rule.words(),
        };
        changes.push(versions.change(what, producers, consumers));
    }
    for (number, _, rule) in gone {
        let what = What::RuleRemoved {
            rule: rule.id.clone(),
            words: rule.words(),
        };
        let consumers = versions.consumers(Demand::Rule(number));
        changes.push(versions.change(what, Effect::None, consumers));
    }
    for footnote in new.footnotes.iter() {
        let same = |other: &&Footnote| other.letter == footnote.letter;
        if let Some(before) = old.footnotes.iter().find(same)
            && (&before.text, before.spelled_status())
                != (&footnote.text, footnote.spelled_status())
        {
            let letter = footnote.letter.clone();
            changes.push(versions.change(What::Footnote { letter }, Effect::None, Effect::None));
        }
    }
}

fn numbered(event: &Event) -> Vec<Numbered<'_>> {
    let rules = event.rules().enumerate();
    rules
        .map(|(number, (footnote, rule))| (number, footnote, rule))
        .collect()
}
