//! The rules and footnotes of two versions of an event.

use super::event::Versions;
use super::{Change, Effect, How, What};
use crate::solve::{Broken, Demand, Sight, SolveError, difference};
use crate::{Event, Footnote, KeySet, Kind, Rule};

/// A rule with its number in the event.
type Numbered<'v> = (usize, &'v Footnote, &'v Rule);

pub(super) fn compare(
    versions: &Versions<'_>,
    changes: &mut Vec<Change>,
) -> Result<(), SolveError> {
    let translated = versions.translated();
    let mut gone: Vec<Numbered<'_>> = numbered(&translated);
    let mut fresh: Vec<Numbered<'_>> = numbered(versions.new);
    let mut kept = Vec::new();
    // What a rule says matters, not the letter of its footnote.
    fresh.retain(|(_, _, rule)| {
        let same = gone
            .iter()
            .position(|(_, _, other)| other.clause == rule.clause);
        if let Some(at) = same {
            gone.remove(at);
            kept.push(*rule);
        }
        same.is_none()
    });
    let said: Vec<_> = versions.old.rules().map(|(_, rule)| rule).collect();
    let mut paired = Vec::new();
    for (number, footnote, rule) in fresh {
        let before = gone
            .iter()
            .position(|(_, other, _)| other.letter == footnote.letter)
            .map(|at| gone.remove(at));
        if let Some((before, _, translated)) = before {
            let meaning = compare_meanings(versions.new, &kept, translated, rule)?;
            paired.push((before, number, rule, meaning));
            continue;
        }
        let what = What::RuleAdded {
            rule: rule.id.clone(),
            words: rule.words(),
        };
        let producers = versions.producers(Demand::Rule(number));
        changes.push(versions.change(what, producers, Effect::None));
    }
    for (before, number, rule, (tighter, looser)) in paired {
        let producers = versions.producers(Demand::Rule(number));
        let consumers = versions.consumers(Demand::Rule(before));
        let tighter = tighter || producers != Effect::None;
        let looser = looser || consumers != Effect::None;
        let what = What::Rule {
            rule: rule.id.clone(),
            how: match (tighter, looser) {
                (false, false) => How::Rewritten,
                (false, true) => How::Loosened,
                (true, false) => How::Tightened,
                (true, true) => How::Changed,
            },
            before: said[before].words(),
            after: rule.words(),
            keys: keys(said[before], rule),
        };
        changes.push(versions.change(what, producers, consumers));
    }
    for (number, ..) in gone {
        let what = What::RuleRemoved {
            rule: said[number].id.clone(),
            words: said[number].words(),
        };
        let consumers = versions.consumers(Demand::Rule(number));
        changes.push(versions.change(what, Effect::None, consumers));
    }
    footnotes(versions, changes);
    Ok(())
}

/// Whether a rule forbids what it allowed before, and whether it allows what it forbade: for the messages of the new
/// table that keep the rules which both versions have, whoever is concerned. Other rules that changed have no say, since
/// one that is gone may have forbidden what this one did not.
fn compare_meanings(
    new: &Event,
    kept: &[&Rule],
    before: &Rule,
    after: &Rule,
) -> Result<(bool, bool), SolveError> {
    let sources: Vec<_> = (0..new.attributes.len()).map(Some).collect();
    let table = |rules: Vec<Rule>| {
        let mut footnotes = new.footnotes.to_vec();
        for footnote in &mut footnotes {
            footnote.rules = Vec::new().into();
        }
        if let Some(first) = footnotes.first_mut() {
            first.rules = rules.into();
        }
        Event {
            footnotes: footnotes.into(),
            ..new.clone()
        }
    };
    let breaks = |from: &Rule, to: &Rule| -> Result<bool, SolveError> {
        let all = kept.iter().copied().chain([from]).cloned().collect();
        let sight = Sight {
            from: &table(all),
            to: &table(vec![to.clone()]),
            sources: &sources,
        };
        let broken = Broken::Demand(Demand::Rule(0));
        Ok(difference(sight, &[])?
            .iter()
            .any(|one| one.broken == broken))
    };
    Ok((breaks(before, after)?, breaks(after, before)?))
}

/// How the keys changed that two rules of one wording speak of.
fn keys(before: &Rule, after: &Rule) -> Vec<String> {
    let mut parts = Vec::new();
    let (old, new) = (before.key_sets(), after.key_sets());
    for ((_, old), (_, new)) in old.iter().zip(&new) {
        if old.name == new.name {
            compare_keys(old, new, &mut parts);
        }
    }
    parts
}

fn compare_keys(old: &KeySet, new: &KeySet, parts: &mut Vec<String>) {
    let kinds = |kinds: &[Kind]| {
        let names: Vec<_> = kinds.iter().map(Kind::name).collect();
        names.join(" or ")
    };
    for key in new.keys.iter() {
        match old.keys.iter().find(|other| other.name == key.name) {
            None => parts.push(format!("`{}` is new", key.name)),
            Some(other) if other.kinds != key.kinds => parts.push(format!(
                "`{}` carries {}, carried {}",
                key.name,
                kinds(&key.kinds),
                kinds(&other.kinds)
            )),
            Some(_) => {}
        }
    }
    let kept = |name: &str| new.keys.iter().any(|key| key.name == name);
    let gone = old.keys.iter().filter(|key| !kept(&key.name));
    parts.extend(gone.map(|key| format!("`{}` is gone", key.name)));
}

fn footnotes(versions: &Versions<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (versions.old, versions.new);
    let mut note = |what| changes.push(versions.change(what, Effect::None, Effect::None));
    for footnote in new.footnotes.iter() {
        let letter = footnote.letter.clone();
        match old.footnote(&letter) {
            // Rules that come and go are said by themselves.
            None if footnote.rules.is_empty() => note(What::FootnoteAdded { letter }),
            Some(before)
                if (&before.text, before.spelled_status())
                    != (&footnote.text, footnote.spelled_status()) =>
            {
                note(What::Footnote { letter });
            }
            _ => {}
        }
    }
    for footnote in old.footnotes.iter() {
        let letter = footnote.letter.clone();
        if footnote.rules.is_empty() && new.footnote(&letter).is_none() {
            note(What::FootnoteRemoved { letter });
        }
    }
}

fn numbered(event: &Event) -> Vec<Numbered<'_>> {
    let rules = event.rules().enumerate();
    rules
        .map(|(number, (footnote, rule))| (number, footnote, rule))
        .collect()
}
