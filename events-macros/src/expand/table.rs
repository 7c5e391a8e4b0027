//! The tables as data: constants of the schema's types.

use proc_macro2::{Ident, Literal as Number, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::event::expand_member;
use super::option;
use crate::model::{Cell, Clause, Condition, Event, Family, Footnote, Literal, Row, Status, Term};

fn rows(event: &Event) -> Ident {
    format_ident!("__{}_ROWS", event.ident)
}

fn footnotes(event: &Event) -> Ident {
    format_ident!("__{}_FOOTNOTES", event.ident)
}

pub(super) fn expand_family(family: &Family) -> TokenStream {
    let Family {
        name,
        docs,
        source,
        tag,
        events,
        ..
    } = family;
    let description = docs.text();
    let (document, section, edition) = (&*source.document, &*source.section, &*source.edition);
    let count = events.len();
    let event_values = events.iter().map(|event| {
        let name = &event.name;
        let description = event.docs.text();
        let number = option(event.number);
        let rows = rows(event);
        let footnotes = if event.footnotes.is_empty() {
            quote!(&[])
        } else {
            let footnotes = footnotes(event);
            quote!(&#footnotes)
        };
        quote!(__p::event(#name, #number, #description, &#rows, #footnotes))
    });
    let none = || quote!(__p::NO_DICTIONARY);
    let dictionary = family
        .dictionary
        .as_ref()
        .map_or_else(none, ToTokens::to_token_stream);
    let declarations = events.iter().enumerate().map(|(at, event)| {
        let rules = option(super::rules::function(event));
        quote!(__p::declaration(&__FAMILY, #at, &#dictionary, #rules))
    });
    let each = (0..count).map(|at| {
        let one = quote!(__p::from_ref(&__DECLARED[#at]));
        quote!(__p::Declarations::only(#one))
    });
    quote! {
        static __FAMILY: __p::Family = __p::Family {
            name: __p::Borrowed(#name),
            description: __p::Borrowed(#description),
            source: __p::Source {
                document: __p::Borrowed(#document),
                section: __p::Borrowed(#section),
                edition: __p::Borrowed(#edition),
            },
            tag: __p::Borrowed(#tag),
            events: __p::Borrowed(&[#(#event_values),*]),
        };
        static __DECLARED: [__p::Declaration; #count] = [#(#declarations),*];
        static __ALL: __p::Declarations = __p::Declarations::new(&__DECLARED);
        static __EACH: [__p::Declarations; #count] = [#(#each),*];
    }
}

pub(super) fn expand_event(event: &Event) -> TokenStream {
    let rows = rows(event);
    let row_count = event.rows.len();
    let names = event.rows.iter().map(|row| &row.name);
    let kinds = event.rows.iter().map(expand_kind);
    let presences = event.rows.iter().map(|row| {
        if row.mandatory {
            quote!(__M)
        } else {
            quote!(__O)
        }
    });
    let more = event.rows.iter().enumerate().filter_map(|(at, row)| {
        let more = expand_more(row)?;
        Some(quote!((#at, #more)))
    });
    let footnotes = (!event.footnotes.is_empty()).then(|| {
        let footnotes = footnotes(event);
        let count = event.footnotes.len();
        let values = event.footnotes.iter().map(expand_footnote);
        quote!(static #footnotes: [__p::Footnote; #count] = [#(#values),*];)
    });
    let name = &event.name;
    // The caret of an error is where the call stands.
    let table = quote_spanned! {event.ident.span()=>
        __p::rows(
            #name,
            [#(#names),*],
            [#(#kinds),*],
            [#(#presences),*],
            &[#(#more),*],
        )
    };
    quote! {
        static #rows: [__p::Attribute; #row_count] = #table;
        #footnotes
    }
}

fn expand_kind(row: &Row) -> TokenStream {
    match row.ty() {
        None => quote!(__p::EVENT),
        Some(ty) => quote_spanned!(ty.span()=> <#ty as __p::Value>::BORROWED_KIND),
    }
}

/// What most rows have not; `None` when this one has nothing of it.
fn expand_more(row: &Row) -> Option<TokenStream> {
    let Row {
        union, marks, docs, ..
    } = row;
    let fixed = row.fixed();
    if union.is_none() && marks.is_empty() && docs.is_empty() && fixed.is_none() {
        return None;
    }
    let union = option(union.as_ref());
    let fixed = option(fixed.map(|literal| {
        let literal = expand_literal(literal);
        quote!(const { &#literal })
    }));
    let marks = marks.iter().map(|(letter, cell)| {
        let cell = match cell {
            Cell::Name => quote!(__p::Cell::Name),
            Cell::Presence => quote!(__p::Cell::Presence),
        };
        quote!(__p::Mark { letter: __p::Borrowed(#letter), cell: #cell })
    });
    let description = docs.text();
    Some(quote!(__p::More(#union, #fixed, &[#(#marks),*], #description)))
}

fn expand_footnote(footnote: &Footnote) -> TokenStream {
    let Footnote {
        letter,
        text,
        status,
        rules,
        waives,
        proposed,
    } = footnote;
    let proposed = proposed.is_some();
    let status = match status {
        Status::Checked => quote!(Checked),
        Status::Partly => quote!(Partly),
        Status::Context => quote!(Context),
        Status::Remark => quote!(Remark),
        Status::Unread => quote!(Unread),
    };
    let rules = list(rules.iter().map(|rule| {
        let id = &rule.id;
        let clause = expand_clause(&rule.clause);
        quote!(__p::Rule { id: __p::Borrowed(#id), clause: #clause })
    }));
    let waives = list(waives.iter().map(|name| quote!(__p::Borrowed(#name))));
    quote! {
        __p::Footnote {
            letter: __p::Borrowed(#letter),
            text: __p::Borrowed(#text),
            status: __p::Status::#status,
            proposed: #proposed,
            rules: #rules,
            waives: #waives,
        }
    }
}

/// A list of the schema. An empty one is a constant, which is cheaper to compile than a borrowed array.
fn list(items: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return quote!(__p::Nothing::LIST);
    }
    quote!(__p::Borrowed(&[#(#items),*]))
}

fn expand_clause(clause: &Clause) -> TokenStream {
    match clause {
        Clause::Assert(condition) => {
            let condition = expand_condition(condition);
            quote!(__p::Clause::Assert(#condition))
        }
        Clause::If {
            condition,
            then,
            otherwise,
        } => {
            let condition = expand_condition(condition);
            let then = list(then.iter().map(expand_clause));
            let otherwise = list(otherwise.iter().map(expand_clause));
            quote! {
                __p::Clause::If { condition: #condition, then: #then, otherwise: #otherwise }
            }
        }
    }
}

fn expand_condition(condition: &Condition) -> TokenStream {
    let all = |conditions: &[Condition]| list(conditions.iter().map(expand_condition));
    let condition = match condition {
        Condition::Present(term) => {
            let term = expand_term(term);
            quote!(Present(#term))
        }
        Condition::Equals(term, value) => {
            let term = expand_term(term);
            let value = expand_literal(value);
            quote!(Equals(#term, #value))
        }
        Condition::In(term, values) => {
            let term = expand_term(term);
            let values = list(values.iter().map(expand_literal));
            quote!(In(#term, #values))
        }
        Condition::Same(left, right) => {
            let left = expand_term(left);
            let right = expand_term(right);
            quote!(Same(#left, #right))
        }
        Condition::Follows(term, keys) => {
            let term = expand_term(term);
            quote!(Follows(#term, __p::Borrowed(&#keys)))
        }
        Condition::All(conditions) => {
            let conditions = all(conditions);
            quote!(All(#conditions))
        }
        Condition::Any(conditions) => {
            let conditions = all(conditions);
            quote!(Any(#conditions))
        }
        Condition::None(conditions) => {
            let conditions = all(conditions);
            quote!(None(#conditions))
        }
    };
    quote!(__p::Condition::#condition)
}

fn expand_term(term: &Term) -> TokenStream {
    let Term { attribute, key, .. } = term;
    let key = option(key.as_ref().map(|key| quote!(__p::Borrowed(#key))));
    quote!(__p::Term { attribute: __p::Borrowed(#attribute), key: #key })
}

pub(crate) fn expand_literal(literal: &Literal) -> TokenStream {
    let value = match literal {
        Literal::Text(text) => quote!(Text(__p::Borrowed(#text))),
        Literal::Integer(value) => {
            let value = Number::i128_unsuffixed(*value);
            quote!(Integer(#value))
        }
        Literal::Real(value) => {
            let value = Number::f64_unsuffixed(*value);
            quote!(Real(#value))
        }
        Literal::Boolean(value) => quote!(Boolean(#value)),
        Literal::Member { ty, .. } => {
            let name = literal.member();
            let member = expand_member(literal);
            // The documented name may not be an identifier: the table of the enumeration has it.
            let kind = quote_spanned!(ty.span()=> <#ty as __p::Value>::BORROWED_KIND);
            return quote!(__p::member(#kind, #name, #member.number()));
        }
    };
    quote!(__p::Literal::#value)
}
