//! Random pairs of tables with unions, lists and rows that are renamed, against all messages over a few values.

use super::random::values;
use super::reader::{Json, Verdict, Written, is_canonical, judge, write};
use super::*;
use crate::Definition;

/// What the members of unions may be.
fn held() -> [Kind; 5] {
    let colours = |members: &[_], numbered| colours(members, numbered)[0].kind.clone();
    [
        Kind::Text,
        Kind::Boolean,
        Kind::integer(0, 9),
        Kind::Hex { digits: 2 },
        colours(&[("a", 1), ("b", 2)], true),
    ]
}

impl Dice {
    fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.roll(choices.len() as u64)).unwrap()].clone()
    }

    /// A union of one or two members, which 1 and 2 choose, one way round or the other.
    fn union(&mut self) -> Kind {
        let count = 1 + self.roll(2);
        let turned = self.roll(4) == 0;
        let mut names = vec!["M", "N"];
        if self.roll(6) == 0 {
            names[0] = "O";
        }
        let members = (0..count).zip(names).map(|(at, name)| UnionMember {
            name: name.into(),
            kind: self.of(&held()),
            chosen_by: vec![Literal::Integer(
                if turned { 2 - at } else { 1 + at }.into(),
            )]
            .into(),
            description: Text::default(),
        });
        let members = members.collect();
        Kind::Union(std::borrow::Cow::Owned(Union {
            name: "Detail".into(),
            description: Text::default(),
            selector: "S".into(),
            members,
        }))
    }

    /// A condition of the selector, of the list and its keys, or of the row that may be called otherwise.
    fn asked(&mut self, rows: &[Attribute]) -> Condition {
        let digit = |dice: &mut Self| Literal::Integer(dice.roll(3).into());
        let key = self.of(&["L[k]", "L[l]"]);
        let (renamed, any) = (&rows[rows.len() - 1], self.of(rows));
        let asked = match self.roll(8) {
            0 => present(key),
            1 => is(key, digit(self)),
            2 => is(key, sample::text("a")),
            3 => among(key, [digit(self), digit(self)]),
            4 => present(&any.name),
            5 => is("S", digit(self)),
            6 => is(&renamed.name, self.literal(&renamed.kind)),
            _ => Condition::Any(vec![self.asked(rows), self.asked(rows)].into()),
        };
        if self.roll(2) == 0 { not(asked) } else { asked }
    }

    fn whole(&mut self, union: Option<Kind>, renamed: &'static str, kind: &Kind) -> Event {
        let mut presence = || {
            if self.roll(3) == 0 {
                Presence::Mandatory
            } else {
                Presence::Optional
            }
        };
        let mut rows = vec![row("S", Kind::integer(0, 2), presence())];
        rows.extend(union.map(|union| row("U", union, presence())));
        rows.push(row("L", Kind::List, presence()));
        rows.push(row(renamed, kind.clone(), presence()));
        if self.roll(6) == 0 {
            rows[0].fixed = Some(Literal::Integer(self.roll(3).into()));
        }
        let mut clauses = Vec::new();
        for _ in 0..self.roll(3) {
            let asked = Clause::Assert(self.asked(&rows));
            clauses.push(if self.roll(2) == 0 {
                asked
            } else {
                branch(self.asked(&rows), vec![asked], vec![])
            });
        }
        event(rows, clauses)
    }
}

/// A dictionary in which an attribute has another spelling, or one without entries.
fn dictionary(name: &'static str, alias: Option<&'static str>) -> Dictionary {
    let Some(alias) = alias else {
        return Dictionary::EMPTY;
    };
    Dictionary {
        definitions: vec![Definition {
            name: name.into(),
            description: Text::default(),
            kind: DIGIT,
            number: None,
            log: List::default(),
            aliases: vec![alias.into()].into(),
            examples: List::default(),
            obsolete: false,
            transport: false,
        }]
        .into(),
        ..Dictionary::EMPTY
    }
}

/// What a row may say in the messages that are tried.
fn choices(row: &Attribute) -> Vec<Option<Json>> {
    let small = |json: &Json| match json {
        Json::Integer(value) => matches!(value, 0..=2 | 5),
        Json::Text(text) => matches!(&**text, "a" | "b" | "text" | "x" | "5" | "05" | "0a"),
        Json::Boolean(_) => true,
        _ => false,
    };
    let few: Vec<_> = values().into_iter().filter(small).collect();
    let mut choices = vec![None];
    match &row.kind {
        Kind::List => {
            let held = [
                None,
                Some(Json::Integer(1)),
                Some(Json::Integer(2)),
                Some(Json::Text("a".to_owned())),
                Some(Json::Text("1".to_owned())),
            ];
            for k in &held {
                for l in &held[..3] {
                    let pairs = [("k", k), ("l", l)].into_iter();
                    let pairs =
                        pairs.filter_map(|(key, json)| Some((key.to_owned(), json.clone()?)));
                    choices.push(Some(Json::List(pairs.collect())));
                }
            }
        }
        Kind::Union(union) => {
            choices.push(Some(Json::Integer(1)));
            for member in union.members.iter() {
                let fits = few.iter().filter(|json| is_canonical(&member.kind, json));
                choices.extend(fits.map(|json| {
                    Some(Json::Member(
                        member.name.to_string(),
                        Box::new(json.clone()),
                    ))
                }));
            }
        }
        kind => choices.extend(
            few.into_iter()
                .filter(|json| is_canonical(kind, json))
                .map(Some),
        ),
    }
    choices
}

/// All messages over those values.
fn written(event: &Event) -> Vec<Written> {
    let mut messages = vec![Written::new()];
    for row in event.attributes.iter() {
        let choices = choices(row);
        let with = |message: &Written| {
            let more = choices.iter().map(|json| {
                let said = json.clone().map(|json| (vec![row.name.to_string()], json));
                message.iter().cloned().chain(said).collect()
            });
            more.collect::<Vec<Written>>()
        };
        messages = messages.iter().flat_map(with).collect();
    }
    messages
}

#[test]
fn random_unions_lists_and_renamings_are_told_apart() {
    let mut dice = Dice(23);
    let mut counts = [0; 2];
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..500 {
        let one = (dice.roll(5) > 0).then(|| dice.union());
        let other = match dice.roll(3) {
            0 => one.clone(),
            _ => (dice.roll(5) > 0).then(|| dice.union()),
        };
        let kind = dice.of(&[DIGIT, Kind::Text, Kind::Boolean]);
        let (name, next) = dice.of(&[("Queue", "Queue"), ("Queue", "Queues"), ("Queue", "Dock")]);
        let before = dice.whole(one, name, &kind);
        let after = dice.whole(other, next, &kind);
        let spelled = name != next && dice.roll(2) == 0;
        let (mut old, mut new) = (
            specification(vec![before.clone()]),
            specification(vec![after.clone()]),
        );
        new.dictionary = dictionary(next, spelled.then_some(name));
        old.dictionary = dictionary(name, (spelled && dice.roll(2) == 0).then_some(next));
        let changes = diff(Specifications {
            before: &old,
            after: &new,
        });
        seen.extend(changes.iter().map(|change| change.what.code()));
        let (old, new) = (&old.dictionary, &new.dictionary);
        for (from, own, to, other, effect) in [
            (
                &before,
                old,
                &after,
                new,
                (|change| &change.producers) as fn(&Change) -> &Effect,
            ),
            (&after, new, &before, old, |change| &change.consumers),
        ] {
            let judged = |message: &Written| judge(message, (from, own), (to, other));
            let effects = changes.iter().map(effect);
            let effects: Vec<_> = effects.filter(|effect| **effect != Effect::None).collect();
            for effect in &effects {
                let Some(message) = effect.message() else {
                    panic!("{effect:?} of {from:?} by {to:?}");
                };
                let expected = match effect {
                    Effect::Misread(_) => Verdict::Misread,
                    _ => Verdict::Refused,
                };
                let verdict = judged(&write(from, message).expect("no lists in lists"));
                assert_eq!(verdict, Some(expected), "{message} of {from:?} by {to:?}");
            }
            let breaks =
                |message: &Written| !matches!(judged(message), None | Some(Verdict::Valid));
            if effects.is_empty() {
                let found = written(from).into_iter().find(|message| breaks(message));
                assert!(
                    found.is_none(),
                    "{found:?} of {from:?} by {to:?}: {changes:?}"
                );
            }
            counts[usize::from(effects.is_empty())] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > 50), "{counts:?}");
    for code in ["union", "renamed", "added", "rule-changed", "rule-loosened"] {
        assert!(seen.contains(code), "{code} is not among {seen:?}");
    }
}
