//! From the declaration as written to the declaration as meant.
//!
//! Each function is one rule of the grammar's meaning. None returns early: whatever is wrong is a mistake of its own,
//! and what remains of the declaration is still expanded, so that one bad row does not turn every use of the event
//! red.

mod flaws;
mod footnotes;
mod header;
mod rows;
mod rules;
pub mod values;

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::spanned::Spanned;

use crate::ast::{self, Attributes, Docs};
use crate::errors::Errors;
use crate::model::{Event, Family, Source};
use crate::names;

/// The most rows that a table may have: readers keep a set of rows in 256 bits.
const MAX_ROWS: usize = 256;

pub fn check(errors: &mut Errors, input: ast::Input) -> Family {
    let ast::Input {
        krate,
        headers,
        events,
        incomplete,
    } = input;
    let events = check_names(errors, &headers, events, incomplete);
    let mut header = header::check(errors, headers, &events);
    let mut events = check_duplicates(errors, events);
    header::check_tag(errors, &mut header, &events);
    check_family_name(errors, &header.ident, &mut events);
    let events = events
        .into_iter()
        .map(|event| check_event(errors, &header, event))
        .collect();
    Family {
        krate,
        ident: header.ident,
        name: header.name,
        docs: header.docs,
        source: header.source,
        tag: header.tag,
        dictionary: header.dictionary,
        events,
    }
}

/// What the header says about all events of the family.
struct Header {
    ident: Ident,
    name: String,
    docs: Docs,
    source: Source,
    tag: String,
    /// Where `#[tag]` says so.
    tag_at: Option<Span>,
    dictionary: Option<syn::Path>,
}

/// An invocation declares something, and no event takes a name that the family's enum needs.
fn check_names(
    errors: &mut Errors,
    headers: &[ast::Header],
    mut events: Vec<ast::Event>,
    incomplete: bool,
) -> Vec<ast::Event> {
    if events.is_empty() && !incomplete {
        let message = "no event is declared, write its name and its rows behind the family: `EventRegistered { … }`";
        match headers.first() {
            Some(header) => errors.push(&header.spelling.ident, message),
            None => errors.push_at(Span::call_site(), message),
        }
    }
    events.retain(|event| {
        let ident = &event.spelling.ident;
        let message = if ident == "Unknown" {
            "`Unknown` is the variant for events that are not declared, write another name: `UnknownEvent = \"Unknown\"`".to_owned()
        } else if headers.iter().any(|header| header.spelling.ident == *ident) {
            format!(
                "`{ident}` is the family already, write another name for one of them: `{ident}Family = \"{ident}\"`"
            )
        } else {
            return true;
        };
        errors.push(ident, message);
        false
    });
    events
}

/// A row without a type of its own has the type that is called like it: the family, where the family is called so.
fn check_family_name(errors: &mut Errors, family: &Ident, events: &mut [ast::Event]) {
    let mut like = None;
    for event in events {
        let count = event.rows.len();
        event
            .rows
            .retain(|row| row.ty.is_some() || row.name.ident.as_ref() != Some(family));
        if event.rows.len() < count {
            event.incomplete = true;
            like.get_or_insert(&event.spelling.ident);
        }
    }
    if let Some(event) = like {
        let message = format!(
            "`{family}` is an attribute of `{event}`, whose type the family would hide, write another name for the family: `{family}Events = \"{family}\"`",
        );
        errors.push(family, message);
    }
}

/// Two events of a family differ in name, in Rust name and in number. Of two alike, the first remains.
fn check_duplicates(errors: &mut Errors, events: Vec<ast::Event>) -> Vec<ast::Event> {
    let mut idents: HashSet<String> = HashSet::new();
    let mut numbers: HashMap<i128, String> = HashMap::new();
    let mut kept: Vec<ast::Event> = Vec::new();
    for event in events {
        let ident = &event.spelling.ident;
        if let Some(number) = &event.number
            && let Some(first) = numbers.insert(number.value, event.spelling.name())
        {
            let message = format!(
                "the number {} is that of `{first}` already, correct one of them",
                number.value
            );
            if !idents.contains(&names::text(ident)) {
                errors.push(&number.tokens, message);
            }
        }
        if !idents.insert(names::text(ident)) {
            errors.push(
                ident,
                format!("`{ident}` is declared twice, remove or rename one"),
            );
            continue;
        }
        let name = event.spelling.name();
        if let Some(first) = kept.iter().find(|first| first.spelling.name() == name) {
            let message = format!(
                "`{ident}` and `{}` are both documented as `{name}`, correct one of them",
                first.spelling.ident
            );
            errors.push(ident, message);
        }
        kept.push(event);
    }
    kept
}

fn check_event(errors: &mut Errors, header: &Header, event: ast::Event) -> Event {
    let ast::Event {
        attributes,
        spelling,
        number,
        rows,
        footnotes,
        incomplete,
    } = event;
    let ident = &spelling.ident;
    check_documented(errors, &attributes, ident);
    check_attributes(errors, &attributes, &format!("`{ident}`"));
    let number = number.and_then(|number| check_number(errors, &number));
    if rows.is_empty() && !incomplete {
        errors.push(
            ident,
            format!("`{ident}` has no rows, write those of its table between the braces"),
        );
    }
    if rows.len() > MAX_ROWS {
        let message = format!(
            "`{ident}` has {} rows, a table has at most {MAX_ROWS}",
            rows.len()
        );
        errors.push(ident, message);
    }

    let mut demands = Vec::new();
    let written: Vec<String> = rows.iter().map(|row| row.name.text.clone()).collect();
    let rows = rows::check(errors, &mut demands, header, ident, rows);
    let is_left_out = |name: &String| rows.iter().all(|row| row.name.text != *name);
    let table = Table {
        event: ident.clone(),
        family: header.ident.clone(),
        incomplete: incomplete || written.iter().any(is_left_out),
        rows,
        waived: footnotes::waived(&footnotes),
    };
    let letters = flaws::Letters::of(&footnotes);
    let footnotes = footnotes::check(errors, &mut demands, &table, footnotes);
    footnotes::give_key_sets(&mut demands, &footnotes);
    let mut event = Event {
        name: spelling.name(),
        ident: spelling.ident,
        number,
        docs: attributes.docs,
        rows: rows::finish(table.rows, &footnotes),
        footnotes,
        demands,
        unexamined: None,
    };
    if !table.incomplete {
        flaws::check(errors, &letters, &mut event);
    }
    event
}

/// The rows of an event, as footnotes see them.
struct Table {
    event: Ident,
    family: Ident,
    /// Whether a row could not be read: what seems to be missing may stand in it.
    incomplete: bool,
    rows: Vec<rows::Checked>,
    /// The attributes that a footnote waives.
    waived: Vec<String>,
}

impl Table {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| &*row.name.text).collect()
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.name.text == name)
    }
}

fn check_number(errors: &mut Errors, number: &ast::Number) -> Option<i64> {
    let fits = i64::try_from(number.value).ok();
    if fits.is_none() {
        errors.push(&number.tokens, "the number does not fit 64 bits");
    }
    fits
}

/// A family and an event say what they are about: rustdoc, reports and exports show it.
pub fn check_documented(errors: &mut Errors, attributes: &Attributes, ident: &Ident) {
    if attributes.docs.is_empty() {
        let message = format!("`{ident}` has no description, write one above it: `/// …`");
        errors.push(ident, message);
    }
}

/// Rows, events and footnotes have doc comments and no other attribute.
fn check_attributes(errors: &mut Errors, attributes: &Attributes, of: &str) {
    for attribute in &attributes.others {
        let path = attribute.path();
        let name = path
            .get_ident()
            .map_or_else(|| "…".to_owned(), ToString::to_string);
        let message = match &*name {
            "source" | "tag" | "dictionary" => {
                format!("`#[{name}]` holds for the whole family, move it above the family's name")
            }
            _ => format!("unknown attribute `#[{name}]`, {of} takes doc comments only"),
        };
        errors.push_at(path.span(), message);
    }
}

/// The name of a family whose header is missing, so that its events can still be expanded.
fn placeholder(events: &[ast::Event]) -> Ident {
    match events.first() {
        Some(event) => format_ident!("__FamilyOf{}", names::text(&event.spelling.ident)),
        None => format_ident!("__Family"),
    }
}
