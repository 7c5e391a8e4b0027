//! Unions: attributes that hold one of several values, chosen by another attribute.

use crate::{Condition, Datum, Event, Facts, Kind, List, Literal, Term, Text};

/// A union of the specification: it holds one of its members, and another attribute says which.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Union {
    /// Its name, as documented.
    pub name: Text,
    /// What it holds.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
    /// The attribute whose value chooses the member.
    pub selector: Text,
    /// What it may hold, in the order of the document.
    pub members: List<UnionMember>,
}

impl Union {
    /// The member of a name.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&UnionMember> {
        self.members.iter().find(|member| member.name == name)
    }

    /// The member that a value of the selector chooses; none when the union then holds a bare number.
    #[must_use]
    pub fn chosen(&self, selector: Datum<'_>) -> Option<&UnionMember> {
        let chooses = |literal: &Literal| literal.datum().same(selector);
        self.members
            .iter()
            .find(|member| member.chosen_by.iter().any(chooses))
    }
}

/// A member of a [`Union`].
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct UnionMember {
    /// Its name, as documented.
    pub name: Text,
    /// What it carries: a text, a number, true or false, or a value of an enumeration.
    pub kind: Kind,
    /// The values of the selector that choose it.
    pub chosen_by: List<Literal>,
    /// What it means.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "str::is_empty")
    )]
    pub description: Text,
}

impl Event {
    /// The row of the union that a name with a dot is a member of, and that member's name.
    ///
    /// Tables that name single members have rows of such names, which come first.
    #[must_use]
    pub fn member<'n>(&self, name: &'n str) -> Option<(usize, &'n str)> {
        self.attributes.iter().enumerate().find_map(|(row, union)| {
            let member = name.strip_prefix(&*union.name)?.strip_prefix('.')?;
            Some((row, member))
        })
    }

    /// What a term carries; `None` when the table lacks its attribute, or it is a key, whose kind nobody knows.
    #[must_use]
    pub fn kind_of(&self, term: &Term) -> Option<&Kind> {
        if term.key.is_some() {
            return None;
        }
        if let Some(row) = self.attribute(&term.attribute) {
            return Some(&row.kind);
        }
        let (row, member) = self.member(&term.attribute)?;
        match &self.attributes[row].kind {
            Kind::Union(union) => union.member(member).map(|member| &member.kind),
            _ => None,
        }
    }

    /// That the union in a row holds the member which its selector chooses, as a condition; `None` when the row is no
    /// union, or the table lacks its selector.
    #[must_use]
    pub fn agreement(&self, row: usize) -> Option<Condition> {
        let row = self.attributes.get(row)?;
        let Kind::Union(union) = &row.kind else {
            return None;
        };
        self.position(&union.selector)?;
        let term = |attribute: Text| Term {
            attribute,
            key: None,
        };
        let holds = |member: &UnionMember| {
            let name = format!("{}.{}", row.name, member.name);
            Condition::Present(term(name.into()))
        };
        let chosen = |literals| Condition::In(term(union.selector.clone()), literals);
        let mut demands: Vec<_> = union
            .members
            .iter()
            .map(|member| {
                let chosen = chosen(member.chosen_by.clone());
                Condition::Any(vec![Condition::None(vec![holds(member)].into()), chosen].into())
            })
            .collect();
        let all = union.members.iter().flat_map(|member| &*member.chosen_by);
        let mut bare = vec![
            Condition::None(vec![Condition::Present(term(row.name.clone()))].into()),
            Condition::None(vec![chosen(all.cloned().collect())].into()),
        ];
        bare.extend(union.members.iter().map(holds));
        demands.push(Condition::Any(bare.into()));
        Some(Condition::All(demands.into()))
    }

    /// Whether the union in a row holds the member which its selector chooses in a message: what
    /// [`agreement`](Event::agreement) comes to.
    #[must_use]
    pub fn agrees(&self, row: usize, facts: &dyn Facts) -> bool {
        let Some(Kind::Union(union)) = self.attributes.get(row).map(|row| &row.kind) else {
            return true;
        };
        let selector = self.position(&union.selector);
        let (Some(selector), Some(held)) =
            (selector.and_then(|row| facts.fact(row)), facts.fact(row))
        else {
            return true;
        };
        let held = match held {
            Datum::Union(name, _) => union.member(name),
            _ => None,
        };
        match held {
            None => union.chosen(selector).is_none(),
            Some(member) => {
                let mut literals = member.chosen_by.iter();
                literals.any(|literal| literal.datum().same(selector))
            }
        }
    }
}
