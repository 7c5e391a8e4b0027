//! What the companions of `event!` declare, as values of events-schema.

use std::borrow::Cow;

use events_schema::{
    Definition, Dictionary, Key, KeySet, Kind, Member, Text, Union, UnionMember, Vocabulary,
};
use syn::{LitStr, Type};

use super::names::View;
use crate::ast::{Docs, Number};
use crate::dictionary::{self, Carries, Entry, Facts};
use crate::schema::Types;
use crate::{union, vocabulary};

fn text(docs: &Docs) -> Text {
    docs.text().into()
}

pub(super) fn vocabulary(vocabulary: &vocabulary::Vocabulary) -> Vocabulary {
    let members = vocabulary.members.iter().map(|member| Member {
        name: member.name.clone().into(),
        number: member.number,
        description: text(&member.docs),
    });
    Vocabulary {
        name: vocabulary.name.clone().into(),
        description: text(&vocabulary.docs),
        numbered: vocabulary.numbered,
        members: members.collect(),
    }
}

pub(super) fn union(union: &union::Union, view: &mut View<'_, '_>) -> Union {
    let members = union.members.iter().filter_map(|member| {
        let literals = member.chosen_by.iter();
        Some(UnionMember {
            name: member.name.clone().into(),
            kind: view.kind(&member.ty)?,
            chosen_by: literals.filter_map(|literal| literal.lower(view)).collect(),
            description: text(&member.attributes.docs),
        })
    });
    Union {
        name: union.name.clone().into(),
        description: text(&union.attributes.docs),
        selector: union.selector.text.clone().into(),
        members: members.collect(),
    }
}

pub(super) fn dictionary(input: &dictionary::Input, view: &mut View<'_, '_>) -> Dictionary {
    let entries = input.entries.iter();
    let definitions = entries
        .filter_map(|entry| definition(entry, view))
        .collect();
    let messages = input.messages.as_ref().and_then(|ty| messages(ty, view));
    let sets = input.key_sets.iter().map(|set| key_set(set, view));
    Dictionary {
        name: input.name.value().into(),
        definitions,
        key_sets: sets.collect(),
        messages,
    }
}

fn messages(ty: &Type, view: &mut View<'_, '_>) -> Option<Cow<'static, Vocabulary>> {
    if let Kind::Enumeration(vocabulary) = view.kind(ty)? {
        return Some(vocabulary);
    }
    let message = "the messages of a specification are a vocabulary, name one";
    view.errors.push(ty, message);
    None
}

fn definition(entry: &Entry, view: &mut View<'_, '_>) -> Option<Definition> {
    let Facts {
        number,
        log,
        aliases,
        examples,
        obsolete,
        transport,
    } = &entry.facts;
    let texts = |texts: &[LitStr]| texts.iter().map(|text| Text::from(text.value())).collect();
    Some(Definition {
        name: entry.name.text.clone().into(),
        description: text(&entry.attributes.docs),
        kind: match &entry.carries {
            Carries::Event => Kind::Event,
            Carries::Type(ty) => view.kind(ty)?,
        },
        number: number.as_ref().and_then(|number| fitting(number, view)),
        log: texts(log),
        aliases: texts(aliases),
        examples: texts(examples),
        obsolete: *obsolete,
        transport: *transport,
    })
}

fn fitting(number: &Number, view: &mut View<'_, '_>) -> Option<i64> {
    let fits = i64::try_from(number.value).ok();
    if fits.is_none() {
        view.errors
            .push(&number.tokens, "the number does not fit 64 bits");
    }
    fits
}

fn key_set(set: &dictionary::KeySet, view: &mut View<'_, '_>) -> KeySet {
    let keys = set.keys.iter().map(|key| Key {
        name: key.name.value().into(),
        kinds: key.types.iter().filter_map(|ty| view.kind(ty)).collect(),
        description: text(&key.attributes.docs),
    });
    KeySet {
        name: set.spelling.name().into(),
        description: text(&set.attributes.docs),
        keys: keys.collect(),
    }
}
