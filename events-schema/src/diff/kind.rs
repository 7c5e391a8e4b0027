//! How what an attribute carries changed.

use super::What;
use crate::{Kind, Member, Text, Vocabulary};

/// How a kind changed; not at all when only descriptions did.
pub(super) fn change(attribute: Text, before: &Kind, after: &Kind) -> Option<What> {
    if let (Kind::Union(_), Kind::Union(_)) = (before, after) {
        return Some(What::Union { attribute });
    }
    let (Kind::Enumeration(old), Kind::Enumeration(new)) = (before, after) else {
        return Some(What::Kind {
            attribute,
            before: named(before),
            after: named(after),
        });
    };
    if old.numbered != new.numbered || old.name != new.name {
        return Some(What::Kind {
            attribute,
            before: named(before),
            after: named(after),
        });
    }
    let lacks = |one: &Vocabulary, other: &Vocabulary| {
        let names = one.members.iter().map(|member| member.name.clone());
        names
            .filter(|name| other.number_of(name).is_none())
            .collect::<Vec<_>>()
    };
    let (added, removed) = (lacks(new, old), lacks(old, new));
    let renumbered: Vec<_> = renumbered(old, new)
        .iter()
        .map(|member| member.name.clone())
        .collect();
    (!(added.is_empty() && removed.is_empty() && renumbered.is_empty())).then_some(
        What::Vocabulary {
            attribute,
            added,
            removed,
            renumbered,
        },
    )
}

/// The members whose number is another one in the other version.
fn renumbered<'v>(from: &'v Vocabulary, to: &Vocabulary) -> Vec<&'v Member> {
    let other = |member: &&Member| {
        let number = to.number_of(&member.name);
        from.numbered && to.numbered && number.is_some_and(|number| number != member.number)
    };
    from.members.iter().filter(other).collect()
}

/// A kind in words that tell it from others.
fn named(kind: &Kind) -> String {
    match kind {
        Kind::Enumeration(vocabulary) if vocabulary.numbered => {
            format!("a value of {}", vocabulary.name)
        }
        Kind::Enumeration(vocabulary) => format!("a value of {}, by name only", vocabulary.name),
        Kind::Integer {
            none: Some(none), ..
        } => format!("{} ({none} stands for absence)", kind.name()),
        kind => kind.name(),
    }
}
