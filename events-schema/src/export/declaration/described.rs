//! What a declaration must have and a model need not.

use std::borrow::Cow;

use crate::{Kind, List, Specification, Text, Vocabulary};

/// What stands in place of a description that the model lacks, since a declaration has one.
const UNDESCRIBED: &str = "Not described.";

/// The specification with descriptions everywhere, and with the key sets of its rules in its dictionary.
pub(super) fn described(specification: &Specification) -> Specification {
    let mut specification = specification.clone();
    let mut lacking = Vec::new();
    for event in specification
        .families
        .iter()
        .flat_map(|family| &*family.events)
    {
        for (_, rule) in event.rules() {
            for (_, keys) in rule.key_sets() {
                lacking.push(keys.clone());
            }
        }
    }
    let names = &mut specification.dictionary;
    for keys in lacking {
        if names.key_sets.iter().all(|known| known.name != keys.name) {
            names.key_sets.to_mut().push(keys);
        }
    }
    for definition in edit(&mut names.definitions) {
        describe(&mut definition.description);
        describe_kind(&mut definition.kind);
    }
    if let Some(messages) = &mut names.messages {
        describe_vocabulary(messages);
    }
    for keys in edit(&mut names.key_sets) {
        describe(&mut keys.description);
        for key in edit(&mut keys.keys) {
            describe(&mut key.description);
            edit(&mut key.kinds).iter_mut().for_each(describe_kind);
        }
    }
    for family in edit(&mut specification.families) {
        describe(&mut family.description);
        for event in edit(&mut family.events) {
            describe(&mut event.description);
            for row in edit(&mut event.attributes) {
                describe_kind(&mut row.kind);
            }
            for footnote in edit(&mut event.footnotes) {
                describe(&mut footnote.text);
            }
        }
    }
    specification
}

/// The entries of a list, to be changed; an empty list stays what it is.
fn edit<T: Clone>(list: &mut List<T>) -> &mut [T] {
    if list.is_empty() {
        &mut []
    } else {
        list.to_mut()
    }
}

fn describe(text: &mut Text) {
    if text.trim().is_empty() {
        *text = UNDESCRIBED.into();
    }
}

fn describe_kind(kind: &mut Kind) {
    match kind {
        Kind::Enumeration(vocabulary) => describe_vocabulary(vocabulary),
        Kind::Union(union) => {
            let union = union.to_mut();
            describe(&mut union.description);
            for member in edit(&mut union.members) {
                describe(&mut member.description);
                describe_kind(&mut member.kind);
            }
        }
        _ => {}
    }
}

fn describe_vocabulary(vocabulary: &mut Cow<'static, Vocabulary>) {
    let vocabulary = vocabulary.to_mut();
    describe(&mut vocabulary.description);
    for member in edit(&mut vocabulary.members) {
        describe(&mut member.description);
    }
}
