//! Where a message bears the attributes of an event.

use std::borrow::Cow;

use serde_json::Value;

use super::kind::{absent, others, spells};
use super::test::{Path, Test, any_of, not};
use super::{Flavour, kind::Spelling};
use crate::{Attribute, Dictionary, Event, Kind, Literal, Presence, Term, Text, UnionMember};

/// An event, and how messages of it are written.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) event: &'a Event,
    /// The attribute that holds the event's name.
    pub(super) tag: &'a str,
    pub(super) dictionary: &'a Dictionary,
    pub(super) flavour: Flavour,
}

impl<'a> Scope<'a> {
    pub(super) fn is_tag(&self, row: &Attribute) -> bool {
        row.name == self.tag
    }

    /// The unions whose members are rows of the table, each once.
    pub(super) fn unions(&self) -> Vec<&'a str> {
        let mut unions: Vec<&str> = Vec::new();
        for row in self.event.attributes.iter() {
            if let Some(union) = row.union.as_deref()
                && !unions.contains(&union)
            {
                unions.push(union);
            }
        }
        unions
    }

    /// The row of a term, or one such as a member of a union would have if the table named it; none when the table
    /// lacks both.
    pub(super) fn row(&self, term: &Term) -> Option<Cow<'a, Attribute>> {
        if let Some(row) = self.event.attribute(&term.attribute) {
            return Some(Cow::Borrowed(row));
        }
        let (row, name) = self.event.member(&term.attribute)?;
        let row = self.event.attributes.get(row)?;
        let Kind::Union(union) = &row.kind else {
            return None;
        };
        Some(Cow::Owned(Attribute {
            name: term.attribute.clone(),
            union: Some(row.name.clone()),
            kind: union.member(name)?.kind.clone(),
            fixed: None,
            presence: Presence::Optional,
            marks: Cow::Borrowed(&[]),
            description: Text::default(),
        }))
    }

    /// The union that a row is a member of, and its name in it.
    pub(super) fn member<'r>(&self, row: &'r Attribute) -> Option<(&'r str, &'r str)>
    where
        'a: 'r,
    {
        self.unions().into_iter().find_map(|union| {
            let member = row.name.strip_prefix(union)?.strip_prefix('.')?;
            Some((union, member))
        })
    }

    /// The places at which a message may bear the value of a row; the documented one first.
    pub(super) fn paths(&self, row: &Attribute) -> Vec<Path> {
        let mut paths = self.whole(row);
        paths.extend(self.dotted(row).map(|(key, _)| vec![key]));
        paths
    }

    /// Those of them at which it stands as its kind has it.
    pub(super) fn whole(&self, row: &Attribute) -> Vec<Path> {
        if let Some((at, member)) = self.event.member(&row.name)
            && self.event.position(&row.name).is_none()
        {
            let union = &self.event.attributes[at].name;
            let names = std::iter::once(&**union).chain(self.aliases(union));
            let mut paths: Vec<_> = names
                .map(|name| vec![name.to_owned(), member.to_owned()])
                .collect();
            if self.flavour == Flavour::Reader {
                paths.push(vec![row.name.to_string()]);
            }
            return paths;
        }
        let mut paths = Vec::new();
        if let Some((union, member)) = self.member(row) {
            paths.push(vec![union.to_owned(), member.to_owned()]);
        }
        if paths.is_empty() || self.flavour == Flavour::Reader {
            paths.push(vec![row.name.to_string()]);
        }
        paths.extend(self.aliases(&row.name).map(|alias| vec![alias.to_owned()]));
        paths
    }

    /// Keys with a dot, each of which holds one member of a row that is a union.
    pub(super) fn dotted<'r>(
        &self,
        row: &'r Attribute,
    ) -> impl Iterator<Item = (String, &'r UnionMember)> {
        let (event, flavour) = (self.event, self.flavour);
        let members = match &row.kind {
            Kind::Union(union) if flavour == Flavour::Reader => &union.members[..],
            _ => &[],
        };
        let keys = members
            .iter()
            .map(|member| (format!("{}.{}", row.name, member.name), member));
        keys.filter(move |(key, _)| event.position(key).is_none())
    }

    /// The places at which a message may bear the event's name.
    pub(super) fn tags(&self) -> Vec<Path> {
        tags(self.tag, self.dictionary, self.flavour)
    }

    /// Other names of an attribute, which stand back where they mean something else.
    fn aliases(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let taken = self.tags();
        let scope = *self;
        let known = self
            .dictionary
            .get(name)
            .map_or(&[][..], |known| &known.aliases);
        let aliases = known.iter().filter(move |alias| {
            scope.flavour == Flavour::Reader
                && scope.event.position(alias).is_none()
                && !scope.unions().contains(&&***alias)
                && !taken
                    .iter()
                    .any(|tag| tag.first().is_some_and(|tag| tag == *alias))
        });
        aliases.map(|alias| &**alias)
    }

    /// The values of a row that stand for absence.
    pub(super) fn absent(&self, row: &Attribute) -> Value {
        absent(&row.kind, self.flavour)
    }

    /// The row has a value of a schema, which refuses all that stands for absence.
    pub(super) fn is(&self, row: &Attribute, schema: &Value) -> Test {
        Test::at(&self.paths(row), schema)
    }

    /// The row has a value.
    pub(super) fn there(&self, row: &Attribute) -> Test {
        self.is(row, &not(self.absent(row)))
    }

    /// The row has a value that surely is one of these, and that it surely is none of them.
    pub(super) fn among(&self, row: &Attribute, literals: &[Literal]) -> (Test, Test) {
        let spelling = self.spells(row, literals);
        let others = others(&self.absent(row), &spelling);
        (self.is(row, &spelling.yes), self.is(row, &others))
    }

    pub(super) fn spells(&self, row: &Attribute, literals: &[Literal]) -> Spelling {
        let each: Vec<_> = literals
            .iter()
            .map(|literal| spells(&row.kind, literal, self.flavour))
            .collect();
        Spelling {
            yes: any_of(each.iter().map(|one| one.yes.clone()).collect()),
            untold: any_of(each.iter().map(|one| one.untold.clone()).collect()),
        }
    }

    /// The only value that a row ever has, if there is one.
    pub(super) fn constant(&self, row: &Attribute) -> Option<Literal> {
        if self.is_tag(row) {
            return Some(Literal::Text(self.event.name.clone()));
        }
        row.fixed.clone()
    }

    /// What a row carries: of the tag, the event's name.
    pub(super) fn carries<'r>(&self, row: &'r Attribute) -> &'r Kind {
        if self.is_tag(row) {
            &Kind::Text
        } else {
            &row.kind
        }
    }
}

/// The places at which a message may bear an event's name.
pub(super) fn tags(tag: &str, dictionary: &Dictionary, flavour: Flavour) -> Vec<Path> {
    let aliases: &[Text] = match (flavour, dictionary.get(tag)) {
        (Flavour::Reader, Some(definition)) => &definition.aliases,
        _ => &[],
    };
    std::iter::once(tag)
        .chain(aliases.iter().map(|alias| &**alias))
        .map(|name| vec![name.to_owned()])
        .collect()
}
