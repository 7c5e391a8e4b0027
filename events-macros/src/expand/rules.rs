//! Rules as straight-line code.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Literal as Number, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use super::event::expand_member;
use crate::model::{Clause, Condition, Event, Literal, Term};
use crate::names;

/// The function that runs the rules of an event, if it has any.
pub(super) fn function(event: &Event) -> Option<Ident> {
    let ruled = event
        .footnotes
        .iter()
        .any(|footnote| !footnote.rules.is_empty());
    ruled.then(|| format_ident!("__{}_rules", event.ident))
}

pub(super) fn expand(event: &Event) -> Option<TokenStream> {
    let function = function(event)?;
    let rules = event.footnotes.iter().flat_map(|footnote| &footnote.rules);
    let asked = Asked::new(rules.clone().map(|rule| &rule.clause));
    let rules = (0_u16..).zip(rules).map(|(number, rule)| {
        let outcome = asked.expand_clause(&rule.clause);
        quote!(__verdicts.rule(#number, #outcome);)
    });
    let rows = asked.often();
    let facts = rows.clone().map(fact);
    Some(quote! {
        fn #function(__facts: &dyn __p::Facts, __verdicts: &mut __p::Verdicts) {
            #(let #facts = __facts.fact(#rows);)*
            #(#rules)*
        }
    })
}

/// The rows that rules ask for, each as often as they do. What is asked for more than once is fetched once.
struct Asked(BTreeMap<usize, usize>);

fn fact(row: usize) -> Ident {
    format_ident!("__fact_{row}")
}

impl Asked {
    fn new<'a>(clauses: impl Iterator<Item = &'a Clause>) -> Self {
        let mut asked = Self(BTreeMap::new());
        for clause in clauses {
            asked.count_clause(clause);
        }
        asked
    }

    fn count_clause(&mut self, clause: &Clause) {
        match clause {
            Clause::Assert(condition) => self.count(condition),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                self.count(condition);
                for clause in then.iter().chain(otherwise) {
                    self.count_clause(clause);
                }
            }
        }
    }

    fn count(&mut self, condition: &Condition) {
        let mut count = |term: &Term| *self.0.entry(term.row).or_default() += 1;
        match condition {
            Condition::Present(term)
            | Condition::Equals(term, _)
            | Condition::In(term, _)
            | Condition::Follows(term, _) => count(term),
            Condition::Same(left, right) => [left, right].into_iter().for_each(count),
            Condition::All(conditions)
            | Condition::Any(conditions)
            | Condition::None(conditions) => {
                for condition in conditions {
                    self.count(condition);
                }
            }
        }
    }

    /// The rows that are asked for more than once.
    fn often(&self) -> impl Iterator<Item = usize> + Clone {
        let often = self.0.iter().filter(|(_, times)| **times > 1);
        often.map(|(row, _)| *row)
    }

    /// Demands are looked at only when they matter.
    fn expand_clause(&self, clause: &Clause) -> TokenStream {
        let (condition, then, otherwise) = match clause {
            Clause::Assert(condition) => return self.expand_condition(condition),
            Clause::If {
                condition,
                then,
                otherwise,
            } => (self.expand_condition(condition), then, otherwise),
        };
        let then = self.expand_clauses(then);
        if otherwise.is_empty() {
            return quote! {
                match #condition {
                    __p::Violated => __p::Holds,
                    __if => __if.branch(#then, __p::Holds),
                }
            };
        }
        let otherwise = self.expand_clauses(otherwise);
        quote! {{
            let __if = #condition;
            let __then = match __if { __p::Violated => __p::Holds, _ => #then };
            let __otherwise = match __if { __p::Holds => __p::Holds, _ => #otherwise };
            __if.branch(__then, __otherwise)
        }}
    }

    fn expand_clauses(&self, clauses: &[Clause]) -> TokenStream {
        let clauses = clauses.iter().map(|clause| self.expand_clause(clause));
        all(clauses).unwrap_or_else(|| quote!(__p::Holds))
    }

    fn expand_condition(&self, condition: &Condition) -> TokenStream {
        match condition {
            Condition::Present(term) => {
                let fact = self.expand_term(term);
                quote!(__p::present(#fact))
            }
            Condition::Equals(term, value) => {
                let fact = self.expand_term(term);
                let value = expand_datum(value);
                quote!(__p::equals(#fact, #value))
            }
            Condition::In(term, values) => {
                let fact = self.expand_term(term);
                if values
                    .iter()
                    .all(|value| matches!(value, Literal::Member { .. }))
                {
                    let members = values.iter().map(expand_member);
                    return quote!(__p::among_numbers(#fact, &[#(#members.number()),*]));
                }
                let values = values.iter().map(expand_datum);
                quote!(__p::among(#fact, &[#(#values),*]))
            }
            Condition::Same(left, right) => {
                let left = self.expand_term(left);
                let right = self.expand_term(right);
                quote!(__p::same(#left, #right))
            }
            Condition::Follows(term, keys) => {
                let fact = self.expand_term(term);
                quote!(__p::follows(#fact, &#keys))
            }
            Condition::All(conditions) => {
                let all = all(conditions
                    .iter()
                    .map(|condition| self.expand_condition(condition)));
                all.unwrap_or_else(|| quote!(__p::Holds))
            }
            Condition::Any(conditions) => self.expand_any(conditions),
            Condition::None(conditions) => {
                let any = self.expand_any(conditions);
                quote!((!#any))
            }
        }
    }

    fn expand_any(&self, conditions: &[Condition]) -> TokenStream {
        let outcomes: Vec<_> = conditions
            .iter()
            .map(|condition| self.expand_condition(condition))
            .collect();
        match &*outcomes {
            [] => quote!(__p::Violated),
            [one] => quote!(#one),
            outcomes => quote!((#(#outcomes)|*)),
        }
    }

    fn expand_term(&self, term: &Term) -> TokenStream {
        let Term {
            row, member, key, ..
        } = term;
        let fact = if self.0.get(row).is_some_and(|times| *times > 1) {
            fact(*row).into_token_stream()
        } else {
            quote!(__facts.fact(#row))
        };
        match (member, key) {
            (Some(member), _) => {
                let member = names::text(member);
                quote!(__p::member_of_union(#fact, #member))
            }
            (None, None) => fact,
            (None, Some(key)) => quote!(__p::key(#fact, #key)),
        }
    }
}

/// Outcomes joined by `&`; nothing when there are none.
fn all(outcomes: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let outcomes: Vec<_> = outcomes.collect();
    match &*outcomes {
        [] => None,
        [one] => Some(quote!(#one)),
        outcomes => Some(quote!((#(#outcomes)&*))),
    }
}

fn expand_datum(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Text(text) => quote!(__p::Datum::Text(#text)),
        Literal::Integer(value) => {
            let value = Number::i128_unsuffixed(*value);
            quote!(__p::Datum::Integer(#value))
        }
        Literal::Real(value) => {
            let value = Number::f64_unsuffixed(*value);
            quote!(__p::Datum::Real(#value))
        }
        Literal::Boolean(value) => quote!(__p::Datum::Boolean(#value)),
        Literal::Member { .. } => {
            let member = expand_member(literal);
            quote!(__p::number(#member.number()))
        }
    }
}
