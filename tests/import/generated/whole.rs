//! Whole specifications: with a dictionary of their own, unions, numbers with bounds, and names that need care.

use std::borrow::Cow;

use events_schema::{
    Attribute, Clause, Condition, Definition, Dictionary, Event, Family, Kind, Literal, Member,
    Presence, Rule, Specification, Status, Text, Union, UnionMember, Vocabulary,
};
use events_syntax::read::{Scope, read};
use proptest::prelude::*;

use super::{attributes, extras, family, state};
use crate::declarations::sources;

const LONG: &str = "A text that is long enough to go past the end of a line, in which  two spaces are kept, and \
                    where no line begins with - as a list would.\n\nA second paragraph says more.";

/// Choices that are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn text(&mut self) -> Text {
        ["Of docks.", LONG, "It is `so`: \"quoted\" \\ and more."][self.roll(3)].into()
    }
}

fn enumeration(name: &'static str, numbered: bool, members: &[(&'static str, i64)]) -> Kind {
    let members = members.iter().map(|(name, number)| Member {
        name: (*name).into(),
        number: *number,
        description: "One of them.".into(),
    });
    Kind::Enumeration(Cow::Owned(Vocabulary {
        name: name.into(),
        description: LONG.into(),
        numbered,
        members: members.collect(),
    }))
}

fn reading() -> Kind {
    let member = |name: &'static str, kind, chosen_by: &[i128]| UnionMember {
        name: name.into(),
        kind,
        chosen_by: chosen_by.iter().copied().map(Literal::Integer).collect(),
        description: "What was measured.".into(),
    };
    Kind::Union(Cow::Owned(Union {
        name: "Dock reading".into(),
        description: LONG.into(),
        selector: "DockNumber".into(),
        members: vec![
            member("State of charge", Kind::integer(0, 255), &[1, 2]),
            member("State", described_state(), &[3]),
        ]
        .into(),
    }))
}

/// The enumeration of the family, as a declaration has it.
fn described_state() -> Kind {
    let mut state = state();
    if let Kind::Enumeration(vocabulary) = &mut state {
        let vocabulary = vocabulary.to_mut();
        vocabulary.description = "What a dock is doing.".into();
        for member in vocabulary.members.to_mut() {
            member.description = "It is so.".into();
        }
    }
    state
}

/// Rows that are rare in documents, with a value that they may fix.
fn rare() -> Vec<(&'static str, Kind, Option<Literal>)> {
    let number = |min, max, none| Kind::Integer { min, max, none };
    let inside = Literal::Member {
        name: "in front".into(),
        number: 0,
    };
    let place = enumeration(
        "Dock place",
        false,
        &[("in front", 0), ("new", 1), ("type", 2)],
    );
    vec![
        ("id", Kind::Hex { digits: 8 }, Some(Literal::Integer(255))),
        ("percent", number(0, 100, None), None),
        (
            "code",
            number(-300, 70_000, None),
            Some(Literal::Integer(-7)),
        ),
        ("port", number(0, 65_535, Some(0)), None),
        (
            "huge",
            number(i128::MIN, 0, None),
            Some(Literal::Integer(i128::MIN)),
        ),
        ("reading", reading(), None),
        ("place", place, Some(inside)),
        (
            "type",
            Kind::Text,
            Some(Literal::Text("\u{1f42b} \"\\\n".into())),
        ),
        ("other-dock", number(0, 65_535, None), None),
        ("Größe", Kind::Real, Some(Literal::Real(-0.5))),
        ("self", Kind::Boolean, Some(Literal::Boolean(false))),
        ("Info.Level", Kind::Real, None),
        ("Info.Dock state", Kind::Text, None),
        ("Info.true", Kind::Boolean, None),
        ("a.b", Kind::Text, None),
    ]
}

fn dictionary(dice: &mut Dice) -> Dictionary {
    let names = attributes().into_iter().map(|(name, kind, _)| (name, kind));
    let rare = rare().into_iter().map(|(name, kind, _)| (name, kind));
    let mut definitions = Vec::new();
    for (number, (name, kind)) in (1..).zip(names.chain(rare)) {
        // What the dictionary lacks has its type in the row.
        if number > 9 && dice.roll(2) == 0 {
            continue;
        }
        let kind = if name == "Info.State" {
            described_state()
        } else {
            kind
        };
        let texts = |dice: &mut Dice, word: &str| -> Vec<Text> {
            let count = dice.roll(3);
            (0..count)
                .map(|at| format!("{word} {number}.{at}").into())
                .collect()
        };
        let mut examples = texts(dice, "7");
        if let Kind::Integer { .. } = kind {
            // The one that is between the bounds of all.
            examples.fill("0".into());
        }
        definitions.push(Definition {
            name: name.into(),
            description: dice.text(),
            kind,
            number: (dice.roll(2) == 0).then_some(number),
            log: texts(dice, "Attribute").into(),
            aliases: texts(dice, "alias").into(),
            examples: examples.into(),
            obsolete: dice.roll(4) == 0,
            transport: dice.roll(4) == 0,
        });
    }
    let mut keys = extras();
    keys.name = "Extra keys".into();
    keys.description = dice.text();
    keys.keys.to_mut()[0].description = dice.text();
    keys.keys.to_mut()[0].kinds =
        vec![Kind::Text, described_state(), Kind::Hex { digits: 4 }].into();
    Dictionary {
        name: "Docks of a station".into(),
        definitions: definitions.into(),
        key_sets: vec![keys].into(),
        messages: messages(dice),
    }
}

/// The messages of a specification, by an enumeration of their own or by one that attributes have, too.
fn messages(dice: &mut Dice) -> Option<Cow<'static, Vocabulary>> {
    let Kind::Enumeration(mut vocabulary) = described_state() else {
        return None;
    };
    if dice.roll(2) == 0 {
        vocabulary.to_mut().name = "Dock message".into();
    }
    (dice.roll(3) > 0).then_some(vocabulary)
}

/// A condition as a declaration has it: a group behind `!` is one group, and a name that needs quotes stands on the left.
fn canonical(condition: &mut Condition, dictionary: &Dictionary) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
            parts
                .to_mut()
                .iter_mut()
                .for_each(|part| canonical(part, dictionary));
        }
        Condition::Follows(_, keys) => *keys = Cow::Owned(dictionary.key_sets[0].clone()),
        Condition::Same(left, right) if right.attribute.contains(' ') => {
            std::mem::swap(left, right);
        }
        _ => {}
    }
    if let Condition::None(parts) = condition
        && let [Condition::Any(inner)] = &**parts
    {
        *parts = inner.clone();
    }
}

fn canonical_clause(clause: &mut Clause, dictionary: &Dictionary) {
    match clause {
        Clause::Assert(condition) => canonical(condition, dictionary),
        Clause::If {
            condition,
            then,
            otherwise,
        } => {
            canonical(condition, dictionary);
            let clauses = then.to_mut().iter_mut().chain(otherwise.to_mut());
            clauses.for_each(|clause| canonical_clause(clause, dictionary));
        }
    }
}

/// An event with rare rows, texts, waivers and proposals; its rules are left out.
fn enriched(event: &Event, number: i64, dice: &mut Dice) -> Event {
    let mut rows: Vec<Attribute> = event.attributes.to_vec();
    for (name, kind, fixed) in rare() {
        if dice.roll(3) > 0 {
            continue;
        }
        let row = Attribute {
            name: name.into(),
            union: name.strip_prefix("Info.").map(|_| "Info".into()),
            kind,
            fixed: fixed.filter(|_| dice.roll(2) == 0),
            presence: [Presence::Mandatory, Presence::Optional][dice.roll(2)],
            marks: Vec::new().into(),
            description: Text::default(),
        };
        rows.insert(dice.roll(rows.len() + 1), row);
    }
    for row in &mut rows {
        if row.name == "Info.State" {
            row.kind = described_state();
        }
        if dice.roll(3) == 0 {
            row.description = dice.text();
        }
    }
    // A sign is as good as a letter.
    for mark in rows.iter_mut().flat_map(|row| row.marks.to_mut()) {
        if mark.letter == "c" {
            mark.letter = "*".into();
        }
    }
    let mut event = event.clone();
    event.number = event.number.map(|code| 100 * number + code);
    event.description = dice.text();
    for note in event.footnotes.to_mut() {
        if note.letter == "c" {
            note.letter = "*".into();
        }
        note.text = dice.text();
        note.rules = Vec::new().into();
        note.proposed = note.status != Status::Unread && dice.roll(3) == 0;
        if note.status == Status::Context {
            let waived = rows.iter().filter(|row| {
                let marked = row.marks.iter().any(|mark| mark.letter == note.letter);
                marked && row.presence == Presence::Mandatory && row.kind != Kind::Event
            });
            note.waives = waived.map(|row| row.name.clone()).collect();
        }
    }
    // An attribute is waived once.
    let mut waived: Vec<Text> = Vec::new();
    for note in event.footnotes.to_mut() {
        let own = note.waives.iter().filter(|name| !waived.contains(name));
        note.waives = own.cloned().collect();
        waived.extend(note.waives.iter().cloned());
    }
    event.attributes = rows.into();
    event
}

/// What the macro says of rules that cannot be right.
const REFUSED: [&str; 11] = [
    "says nothing: ",
    "can never be violated",
    "can never be present",
    "follows from",
    "repeats footnote",
    "repeats ",
    "contradict",
    "cannot hold",
    "is compared with itself",
    "different types and are never equal",
    "no message can satisfy",
];

/// Whether a declaration of a model would compile. Only rules may be refused.
fn compiles(model: &Specification) -> bool {
    let read = read(&sources(model, None), &Scope::new(Dictionary::EMPTY));
    for mistake in &read.mistakes {
        assert!(
            REFUSED.iter().any(|words| mistake.message.contains(words)),
            "{mistake}\n{:#?}",
            sources(model, None)
        );
    }
    read.mistakes.is_empty()
}

/// Adds the rules of a family to a model whose events have none, but for those that a declaration would refuse.
fn add_rules(model: &mut Specification, family: &Family) {
    for (at, event) in family.events.iter().enumerate() {
        for (note, footnote) in event.footnotes.iter().enumerate() {
            for rule in footnote.rules.iter() {
                let mut tried = model.clone();
                let event = &mut tried.families.to_mut()[0].events.to_mut()[at];
                let footnote = &mut event.footnotes.to_mut()[note];
                let number = footnote.rules.len() + 1;
                let id = format!("Docks/{}[{}]", event.name, footnote.letter);
                let mut rule = Rule {
                    id: if number == 1 {
                        id
                    } else {
                        format!("{id}#{number}")
                    }
                    .into(),
                    clause: rule.clause.clone(),
                };
                canonical_clause(&mut rule.clause, &model.dictionary);
                footnote.rules.to_mut().push(rule);
                if compiles(&tried) {
                    *model = tried;
                }
            }
        }
    }
    for event in model.families.to_mut()[0].events.to_mut() {
        for note in event.footnotes.to_mut() {
            let ruled = matches!(note.status, Status::Checked | Status::Partly);
            if ruled && note.rules.is_empty() {
                note.status = Status::Remark;
            }
        }
    }
}

/// A model whose declaration compiles.
pub(crate) fn specification() -> impl Strategy<Value = Specification> {
    (family(), any::<u64>()).prop_map(|(family, seed)| {
        let mut dice = Dice(seed);
        let dictionary = dictionary(&mut dice);
        let events = (1..).zip(family.events.iter());
        let events = events
            .map(|(number, event)| enriched(event, number, &mut dice))
            .collect();
        let mut model = Specification {
            name: dictionary.name.clone(),
            dictionary,
            families: vec![Family {
                description: LONG.into(),
                events,
                ..family.clone()
            }]
            .into(),
        };
        add_rules(&mut model, &family);
        model
    })
}
