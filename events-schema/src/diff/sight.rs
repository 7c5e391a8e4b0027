//! What a version of an event reads of the messages of another one.

use crate::{Attribute, Clause, Dictionary, Event, Kind, Literal, Term, Text};

/// For each row of `to` the row of `from` whose value it reads: the one of its name, else one whose name is another
/// spelling of it.
pub(super) fn sources(from: &Event, to: &Event, dictionary: &Dictionary) -> Vec<Option<usize>> {
    let find = |row: &Attribute, names: &dyn Fn(&str) -> bool| {
        let reads = |other: &Attribute| names(&other.name) && is_reached(other, row);
        from.attributes.iter().position(reads)
    };
    let mut sources: Vec<_> = to
        .attributes
        .iter()
        .map(|row| find(row, &|name| name == row.name))
        .collect();
    for (at, row) in to.attributes.iter().enumerate() {
        let spellings = spellings(dictionary, &row.name);
        if sources[at].is_none() && !spellings.is_empty() {
            let of_no_row = |name: &str| to.position(name).is_none();
            let spelled =
                |name: &str| of_no_row(name) && spellings.iter().any(|other| other == name);
            sources[at] = find(row, &spelled);
        }
    }
    sources
}

/// The other spellings of a name.
pub(super) fn spellings<'d>(dictionary: &'d Dictionary, name: &str) -> &'d [Text] {
    dictionary
        .get(name)
        .map_or(&[], |definition| &*definition.aliases)
}

/// Whether a row finds what another one writes: what stands in a union is found there only.
fn is_reached(from: &Attribute, to: &Attribute) -> bool {
    from.union.is_none() || from.union == to.union
}

/// A clause of the version before in words of the version after: with the names that attributes got, and the numbers
/// that members of their enumerations have now.
pub(super) fn translated(clause: &Clause, names: &[(Text, Text)], after: &Event) -> Clause {
    let name = |old: &str| {
        let of_row = |(before, after): &(Text, Text)| {
            let rest = old.strip_prefix(&**before)?;
            (rest.is_empty() || rest.starts_with('.')).then(|| format!("{after}{rest}").into())
        };
        names.iter().find_map(of_row)
    };
    let term = |term: &Term| Term {
        attribute: name(&term.attribute).unwrap_or_else(|| term.attribute.clone()),
        key: term.key.clone(),
    };
    clause.mapped(&term, &|of, literal| {
        let kind = after.kind_of(&term(of));
        kind.map_or_else(|| literal.clone(), |kind| renumbered(literal, kind))
    })
}

/// A literal with the number that its member has in a kind.
pub(super) fn renumbered(literal: &Literal, kind: &Kind) -> Literal {
    if let (Literal::Member { name, .. }, Kind::Enumeration(vocabulary)) = (literal, kind)
        && let Some(number) = vocabulary.number_of(name)
    {
        let name = name.clone();
        return Literal::Member { name, number };
    }
    literal.clone()
}
