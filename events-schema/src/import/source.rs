//! What a document says of itself: its title and its edition.

use super::document::{Document, Form};
use super::heading;
use crate::export::rust_name;
use crate::{Event, Kind, Source};

/// How many lines from the beginning may be a title page.
const TITLE_PAGE: usize = 60;

/// The title of a document and its edition.
pub(super) fn of(document: &Document) -> Source {
    let mut source = Source {
        document: document.name.clone().into(),
        section: "".into(),
        edition: "".into(),
    };
    let mut titles: Vec<String> = Vec::new();
    for line in document
        .lines
        .iter()
        .take(TITLE_PAGE)
        .filter(|line| !line.is_blank())
    {
        let text = line.text();
        if heading::is_part(&text) {
            break;
        }
        if let Some(edition) = edition(&text) {
            source.edition = edition.to_owned().into();
            if let Some(title) = titles.pop() {
                source.document = title.into();
            }
            break;
        }
        let title = matches!(line.form, Form::Heading(_)) || is_title(&text);
        if title && !heading::is_section(&text) {
            titles.push(text);
        }
    }
    let first = document
        .lines
        .iter()
        .find(|line| line.form == Form::Heading(1));
    if let Some(title) = first
        .map(super::Line::text)
        .filter(|title| !heading::is_section(title))
        && source.edition.is_empty()
    {
        source.document = title.into();
    }
    source
}

/// The source that a document of our exporters names.
pub(super) fn said(text: &str) -> Source {
    let (rest, edition) = text.rsplit_once(", edition ").unwrap_or((text, ""));
    let (title, section) = rest.rsplit_once(", ").unwrap_or((rest, ""));
    Source {
        document: title.to_owned().into(),
        section: section.to_owned().into(),
        edition: edition.to_owned().into(),
    }
}

/// A line that may be a title: a few words, without a full stop.
fn is_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=10).contains(&words)
        && text.starts_with(|letter: char| letter.is_uppercase())
        && !text.ends_with(['.', ':', ','])
}

/// The edition that a line of a title page is: a date, or `Version 3`.
fn edition(text: &str) -> Option<&str> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let date = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || matches!(letter, '/' | '.' | '-'));
    if date && (6..=8).contains(&digits) && text.len() > digits {
        return Some(text);
    }
    let (first, number) = text.split_once(' ')?;
    let named = matches!(
        &*first.to_lowercase(),
        "version" | "edition" | "revision" | "release"
    );
    (named && !number.contains(' ')).then_some(number)
}

/// The name of a family: of its section without `Events`, or else of its document.
pub(super) fn family_name(section: &str, document: &str) -> String {
    if section.is_empty() {
        let stem = document.split('.').next().unwrap_or(document);
        return camel(stem.trim_start_matches(|letter: char| !letter.is_alphabetic()));
    }
    let words: Vec<&str> = section.split_whitespace().collect();
    match &*words {
        [
            name @ ..,
            "Events" | "Messages" | "Notifications" | "Reports",
        ] if !name.is_empty() => name.join(" "),
        _ => section.to_owned(),
    }
}

/// A name as that of a type.
pub(super) fn camel(name: &str) -> String {
    rust_name(name).split('_').map(capitalised).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The attribute that holds an event's name.
pub(super) fn tag(event: &Event) -> String {
    let tag = event.attributes.iter().find(|row| row.kind == Kind::Event);
    tag.map_or("Event", |row| &*row.name).to_owned()
}
