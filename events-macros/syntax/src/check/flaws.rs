//! What is wrong with the rules of an event themselves, found by the solver of events-schema.
//!
//! The types of attributes are not known here, so the solver takes each to have more values than rules name, and what
//! it proves is so whatever the types are. Two things it must take for granted: that two names stand for two members,
//! which the compiler of the user's crate is asked then, and that one name stands for one thing.

use std::collections::HashMap;

use events_schema::Kind;
use events_schema::solve::Solver;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::Type;

use crate::ast;
use crate::errors::Errors;
use crate::model::{Clause, Condition, Demand, Event, Literal, Test};

/// The letters of the footnotes of an event, and where they stand.
pub(super) struct Letters(Vec<(String, Span)>);

impl Letters {
    pub(super) fn of(footnotes: &[ast::Footnote]) -> Self {
        let letters = footnotes.iter().map(|footnote| &footnote.letter);
        Self(
            letters
                .map(|letter| (letter.text.clone(), letter.span))
                .collect(),
        )
    }

    fn place(&self, letter: &str) -> Option<Span> {
        let mut letters = self.0.iter();
        letters
            .find(|(known, _)| known == letter)
            .map(|(_, span)| *span)
    }
}

/// A message can satisfy the event, each rule can be broken and says something that the others do not, and each
/// Optional attribute can be present.
pub(super) fn check(errors: &mut Errors, letters: &Letters, event: &mut Event) {
    let named = Named::of(event);
    if named.ambiguous || event.footnotes.iter().all(|note| note.rules.is_empty()) {
        return;
    }
    let mut schema = event.to_schema();
    for (row, attribute) in event.rows.iter().zip(schema.attributes.to_mut()) {
        // Of all types this one is known by its name alone.
        if matches!(row.ty(), Some(Type::Path(ty)) if ty.path.is_ident("bool")) {
            attribute.kind = Kind::Boolean;
        }
    }
    let flaws = match Solver::lenient(&schema).and_then(|solver| solver.flaws()) {
        Ok(flaws) => flaws,
        // Rules that are too many to be solved are legal, but their author must know that nobody has examined them.
        Err(error) => {
            event.unexamined = Some(format!(
                "the rules of `{}` are not examined for contradictions: {error}, or allow `deprecated` here",
                event.name
            ));
            return;
        }
    };
    let members = named.of_one_type();
    for flaw in flaws {
        let letter = flaw.rule().and_then(|rule| rule.letter());
        let place = letter.and_then(|letter| letters.place(letter));
        let place = place.unwrap_or_else(|| event.ident.span());
        if members.is_empty() {
            errors.push_at(place, flaw);
        } else {
            event.demands.push(Demand {
                at: Ident::new("footnote", place).into_token_stream(),
                test: Test::Coincide(members.clone()),
                message: flaw.to_string(),
            });
        }
    }
}

/// What the rules of an event call by name.
#[derive(Default)]
struct Named {
    /// The members of enumerations, by their type and name as written.
    members: HashMap<(String, String), Literal>,
    /// The paths of key sets, by their name.
    keys: HashMap<String, String>,
    /// Whether one name stands for two things.
    ambiguous: bool,
}

impl Named {
    fn of(event: &Event) -> Self {
        let mut named = Self::default();
        let rules = event.footnotes.iter().flat_map(|note| &note.rules);
        rules.for_each(|rule| named.clause(&rule.clause));
        let fixed = event.rows.iter().filter_map(|row| row.fixed());
        fixed.for_each(|literal| named.literal(literal));
        named
    }

    /// The members of types of which more than one is named: their numbers may be the same.
    fn of_one_type(&self) -> Vec<Vec<Literal>> {
        let mut types: Vec<(&str, Vec<Literal>)> = Vec::new();
        let mut members: Vec<_> = self.members.iter().collect();
        members.sort_by_key(|(key, _)| *key);
        for ((ty, _), literal) in members {
            match types.last_mut() {
                Some((last, of_type)) if last == ty => of_type.push(literal.clone()),
                _ => types.push((ty, vec![literal.clone()])),
            }
        }
        let several = types.into_iter().filter(|(_, of_type)| of_type.len() > 1);
        several.map(|(_, of_type)| of_type).collect()
    }

    fn clause(&mut self, clause: &Clause) {
        match clause {
            Clause::Assert(condition) => self.condition(condition),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                self.condition(condition);
                then.iter()
                    .chain(otherwise)
                    .for_each(|clause| self.clause(clause));
            }
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Present(_) | Condition::Same(..) => {}
            Condition::Equals(_, value) => self.literal(value),
            Condition::In(_, values) => values.iter().for_each(|value| self.literal(value)),
            Condition::Follows(_, path) => {
                let name = path.segments.last().map(|last| last.ident.to_string());
                let path = path.to_token_stream().to_string();
                let known = self.keys.entry(name.unwrap_or_default());
                self.ambiguous |= *known.or_insert_with(|| path.clone()) != path;
            }
            Condition::All(conditions)
            | Condition::Any(conditions)
            | Condition::None(conditions) => {
                for condition in conditions {
                    self.condition(condition);
                }
            }
        }
    }

    fn literal(&mut self, literal: &Literal) {
        let Literal::Member { ty, path } = literal else {
            return;
        };
        let key = (ty.to_token_stream().to_string(), literal.member());
        let known = self.members.entry(key).or_insert_with(|| literal.clone());
        if let Literal::Member { path: known, .. } = known {
            self.ambiguous |= !is_one(known, path);
        }
    }
}

/// Whether two paths are spellings of one member: the same, or one with fewer segments before the last ones.
fn is_one(left: &syn::Path, right: &syn::Path) -> bool {
    let names = |path: &syn::Path| {
        let segments = path.segments.iter();
        segments
            .map(|segment| segment.to_token_stream().to_string())
            .collect::<Vec<_>>()
    };
    let (left, right) = (names(left), names(right));
    left.ends_with(&right) || right.ends_with(&left)
}
