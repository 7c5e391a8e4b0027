//! Random pairs of small tables, against all messages over a few values.

use super::reader::{Json, Verdict, Written, is_canonical, judge, write};
use super::*;
use crate::sample::same;

const DICTIONARY: Dictionary = Dictionary::EMPTY;

fn kinds() -> Vec<Kind> {
    let colours =
        |members: &[(&'static str, i64)], numbered| colours(members, numbered)[0].kind.clone();
    vec![
        Kind::Text,
        Kind::Boolean,
        Kind::Real,
        Kind::integer(0, 9),
        Kind::integer(2, 255),
        Kind::Integer {
            min: 0,
            max: 20,
            none: Some(2),
        },
        Kind::Hex { digits: 2 },
        Kind::Hex { digits: 4 },
        colours(&[("a", 1), ("b", 2)], true),
        colours(&[("a", 2), ("b", 1)], true),
        colours(&[("a", 1), ("c", 1), ("b", 2)], true),
        colours(&[("a", 1), ("b", 2)], false),
        colours(&[("a", 5), ("text", 2)], false),
    ]
}

pub(super) fn values() -> Vec<Json> {
    let texts = [
        "a", "b", "c", "text", "text 2", "text 3", "x", "0", "1", "2", "3", "5", "10", "20", "21",
        "77", "true", "false", "0.5", "00", "01", "02", "05", "0a", "10", "14", "16", "ff", "0000",
        "0001", "0002", "0005", "000a", "0010", "0016", "00ff", "0100", "0a00", "00a0", "1000",
    ];
    let mut values: Vec<_> = texts.map(|text| Json::Text(text.to_owned())).into();
    values.extend([true, false].map(Json::Boolean));
    values.extend([0, 1, 2, 3, 5, 9, 10, 11, 16, 20, 21, 77, 255].map(Json::Integer));
    values.extend([0.5, 1.5, 2.5, 2.0].map(Json::Real));
    values
}

impl Dice {
    fn kind(&mut self) -> Kind {
        let kinds = kinds();
        let at = usize::try_from(self.roll(kinds.len() as u64)).unwrap();
        kinds[at].clone()
    }

    pub(super) fn literal(&mut self, kind: &Kind) -> Literal {
        let number = [0, 1, 2, 5, 10, 16][usize::try_from(self.roll(6)).unwrap()];
        match kind {
            Kind::Text => Literal::Text(
                ["a", "text", "5", "x"][usize::try_from(self.roll(4)).unwrap()].into(),
            ),
            Kind::Boolean => Literal::Boolean(self.roll(2) == 0),
            Kind::Real => Literal::Real([0.5, 1.5, 2.0][usize::try_from(self.roll(3)).unwrap()]),
            Kind::Enumeration(vocabulary) => {
                let members = &vocabulary.members;
                let at = usize::try_from(self.roll(members.len() as u64)).unwrap();
                let number = members[at].number;
                let name = vocabulary.name_of(number).unwrap().to_owned().into();
                Literal::Member { name, number }
            }
            _ => Literal::Integer(number),
        }
    }

    fn test(&mut self, rows: &[Attribute]) -> Condition {
        let at = usize::try_from(self.roll(rows.len() as u64)).unwrap();
        let row = &rows[at];
        let test = match self.roll(6) {
            0 => present(&row.name),
            1 => same("A", "B"),
            2 => is(&row.name, self.literal(&row.kind)),
            3 => Condition::Any(vec![self.test(rows), self.test(rows)].into()),
            _ => among(
                &row.name,
                [self.literal(&row.kind), self.literal(&row.kind)],
            ),
        };
        if self.roll(2) == 0 { not(test) } else { test }
    }

    fn table(&mut self, kinds: [Kind; 2]) -> Event {
        let rows: Vec<_> = ["A", "B"]
            .into_iter()
            .zip(kinds)
            .map(|(name, kind)| {
                let presence = match self.roll(2) {
                    0 => Presence::Optional,
                    _ => Presence::Mandatory,
                };
                let fixed = (self.roll(5) == 0).then(|| self.literal(&kind));
                Attribute {
                    fixed,
                    ..row(name, kind, presence)
                }
            })
            .collect();
        let rules = (0..self.roll(3)).map(|_| Clause::Assert(self.test(&rows)));
        let rules = rules.collect();
        event(rows, rules)
    }
}

#[test]
fn random_tables_are_told_apart() {
    let mut dice = Dice(5);
    let mut counts = [0; 3];
    let values = values();
    for _ in 0..500 {
        let shared = dice.kind();
        let kinds = [dice.kind(), dice.kind()];
        let before = dice.table([kinds[0].clone(), shared.clone()]);
        let after = dice.table([kinds[1].clone(), shared]);
        let (old, new) = (
            specification(vec![before.clone()]),
            specification(vec![after.clone()]),
        );
        let changes = diff(Specifications {
            before: &old,
            after: &new,
        });
        for (from, to, effect) in [
            (
                &before,
                &after,
                (|change| &change.producers) as fn(&Change) -> &Effect,
            ),
            (&after, &before, |change| &change.consumers),
        ] {
            let judged = |message: &Written| judge(message, (from, &DICTIONARY), (to, &DICTIONARY));
            let mut shown = false;
            for effect in changes
                .iter()
                .map(effect)
                .filter(|effect| **effect != Effect::None)
            {
                shown = true;
                let message = effect.message().expect("a message as proof");
                let verdict = judged(&write(from, message).unwrap());
                let expected = match effect {
                    Effect::Misread(_) => Verdict::Misread,
                    _ => Verdict::Refused,
                };
                assert_eq!(verdict, Some(expected), "{message} of {from:?} by {to:?}");
            }
            let mut found = None;
            let choices = |row: &Attribute| {
                let mut choices = vec![None];
                let fits = |value: &&Json| is_canonical(&row.kind, value);
                choices.extend(values.iter().filter(fits).cloned().map(Some));
                choices
            };
            for a in choices(&from.attributes[0]) {
                for b in choices(&from.attributes[1]) {
                    let said = [("A", a.clone()), ("B", b)].into_iter();
                    let message: Written = said
                        .filter_map(|(name, json)| Some((vec![name.to_owned()], json?)))
                        .collect();
                    let verdict = judged(&message);
                    if !matches!(verdict, None | Some(Verdict::Valid)) {
                        found = Some(message);
                    }
                }
            }
            assert!(
                shown || found.is_none(),
                "{found:?} of {from:?} by {to:?}: {changes:?}"
            );
            counts[usize::from(shown) + usize::from(shown && found.is_none())] += 1;
        }
    }
    assert!(counts[0] > 50 && counts[1] > 50, "{counts:?}");
}
