//! Rules as straight-line code.

use proc_macro2::{Ident, Literal as Number, TokenStream};
use quote::{format_ident, quote};

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
    let rules = (0_u16..).zip(rules).map(|(number, rule)| {
        let outcome = expand_clause(&rule.clause);
        quote!(__verdicts.rule(#number, #outcome);)
    });
    Some(quote! {
        fn #function(__facts: &dyn __p::Facts, __verdicts: &mut __p::Verdicts) {
            #(#rules)*
        }
    })
}

/// Demands are looked at only when they matter.
fn expand_clause(clause: &Clause) -> TokenStream {
    let (condition, then, otherwise) = match clause {
        Clause::Assert(condition) => return expand_condition(condition),
        Clause::If {
            condition,
            then,
            otherwise,
        } => (expand_condition(condition), then, otherwise),
    };
    let then = expand_clauses(then);
    if otherwise.is_empty() {
        return quote! {
            match #condition {
                __p::Violated => __p::Holds,
                __if => __if.branch(#then, __p::Holds),
            }
        };
    }
    let otherwise = expand_clauses(otherwise);
    quote! {{
        let __if = #condition;
        let __then = match __if { __p::Violated => __p::Holds, _ => #then };
        let __otherwise = match __if { __p::Holds => __p::Holds, _ => #otherwise };
        __if.branch(__then, __otherwise)
    }}
}

fn expand_clauses(clauses: &[Clause]) -> TokenStream {
    let clauses = clauses.iter().map(expand_clause);
    all(clauses).unwrap_or_else(|| quote!(__p::Holds))
}

fn expand_condition(condition: &Condition) -> TokenStream {
    match condition {
        Condition::Present(term) => {
            let fact = expand_term(term);
            quote!(__p::present(#fact))
        }
        Condition::Equals(term, value) => {
            let fact = expand_term(term);
            let value = expand_datum(value);
            quote!(__p::equals(#fact, #value))
        }
        Condition::In(term, values) => {
            let fact = expand_term(term);
            let values = values.iter().map(expand_datum);
            quote!(__p::among(#fact, &[#(#values),*]))
        }
        Condition::Same(left, right) => {
            let left = expand_term(left);
            let right = expand_term(right);
            quote!(__p::same(#left, #right))
        }
        Condition::Follows(term, keys) => {
            let fact = expand_term(term);
            quote!(__p::follows(#fact, &#keys))
        }
        Condition::All(conditions) => {
            let all = all(conditions.iter().map(expand_condition));
            all.unwrap_or_else(|| quote!(__p::Holds))
        }
        Condition::Any(conditions) => expand_any(conditions),
        Condition::None(conditions) => {
            let any = expand_any(conditions);
            quote!((!#any))
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

fn expand_any(conditions: &[Condition]) -> TokenStream {
    let outcomes: Vec<_> = conditions.iter().map(expand_condition).collect();
    match &*outcomes {
        [] => quote!(__p::Violated),
        [one] => quote!(#one),
        outcomes => quote!((#(#outcomes)|*)),
    }
}

fn expand_term(term: &Term) -> TokenStream {
    let Term {
        row, member, key, ..
    } = term;
    match (member, key) {
        (Some(member), _) => {
            let member = names::text(member);
            quote!(__p::member_of_union(__facts.fact(#row), #member))
        }
        (None, None) => quote!(__facts.fact(#row)),
        (None, Some(key)) => quote!(__p::key(__facts.fact(#row), #key)),
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
