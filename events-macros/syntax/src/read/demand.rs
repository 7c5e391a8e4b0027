//! What a declaration demands of the types of attributes. In the code of the macros the compiler evaluates it.

use events_schema::Kind;
use events_schema::demand::{
    alike, can_be_held, coincide, has_member, misspelt_key, takes_boolean, takes_integer,
    takes_key, takes_real, takes_text,
};

use super::names::View;
use crate::model::{Demand, Literal, Test};

/// Adds the demands that are not met to the mistakes.
pub(super) fn check(demands: &[Demand], view: &mut View<'_, '_>) {
    for demand in demands {
        if let Test::Key {
            attribute,
            key,
            sets,
        } = &demand.test
        {
            // What is no key set is a mistake of the rule that says so.
            let sets: Vec<_> = sets
                .iter()
                .filter_map(|path| view.known_keys(path))
                .collect();
            let sets: Vec<_> = sets.iter().collect();
            if let Some(complaint) = misspelt_key(&sets, attribute, key) {
                view.errors.push(&demand.at, complaint.text());
            }
            continue;
        }
        // What stands for nothing is a mistake of its own, where it stands in a row.
        if is_met(&demand.test, view) == Some(false) {
            view.errors.push(&demand.at, &demand.message);
        }
    }
}

/// Whether a demand is met; `None` when a type is not known.
fn is_met(test: &Test, view: &mut View<'_, '_>) -> Option<bool> {
    let mut kind = |ty| view.known(ty);
    Some(match test {
        Test::Takes(ty, literal) => takes(&kind(ty)?, literal),
        Test::HasKeys(ty) => takes_key(&kind(ty)?),
        Test::Alike(left, right) => alike(&kind(left)?, &kind(right)?),
        Test::HasMember(union, name, ty) => {
            let union = kind(union)?;
            // A type that is not known is not that of the member.
            kind(ty).is_some_and(|held| has_member(&union, name, &held))
        }
        Test::CanBeHeld(ty) => can_be_held(&kind(ty)?),
        Test::Key { .. } => return None,
        Test::Coincide(types) => {
            let mut number = |literal: &Literal| match literal {
                Literal::Member { ty, path } => view.number(ty, path),
                _ => None,
            };
            let types = types
                .iter()
                .map(|members| members.iter().map(&mut number).collect());
            let types: Option<Vec<Vec<i64>>> = types.collect();
            let types = types?;
            let types: Vec<&[i64]> = types.iter().map(|numbers| &**numbers).collect();
            coincide(&types)
        }
    })
}

fn takes(kind: &Kind, literal: &Literal) -> bool {
    match literal {
        Literal::Text(_) => takes_text(kind),
        Literal::Integer(value) => takes_integer(kind, *value),
        Literal::Real(_) => takes_real(kind),
        Literal::Boolean(_) => takes_boolean(kind),
        Literal::Member { .. } => matches!(kind, Kind::Enumeration(_)),
    }
}
