//! What a document says of itself: its title and its edition.

use super::document::{Document, Form};
use super::heading;
use crate::export::rust_name;
use crate::{Event, Kind, Source};

/// How many lines from the beginning may be a title page.
const TITLE_PAGE: usize = 60;

/// Where the tables of a section stand.
pub(super) fn of(document: &Document, section: &str) -> Source {
    let mut source = Source {
        document: document.name.clone().into(),
        section: section.to_owned().into(),
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
    if let Some(said) = said(document) {
        return said;
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
fn said(document: &Document) -> Option<Source> {
    let text = document.lines.iter().find_map(|line| {
        let text = line.text();
        text.strip_prefix("Source: ").map(str::to_owned)
    })?;
    let (rest, edition) = text.rsplit_once(", edition ").unwrap_or((&*text, ""));
    let (title, section) = rest.rsplit_once(", ").unwrap_or((rest, ""));
    Some(Source {
        document: title.to_owned().into(),
        section: section.to_owned().into(),
        edition: edition.to_owned().into(),
    })
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
pub(super) fn family_name(source: &Source, document: &str) -> String {
    if source.section.is_empty() {
        let stem = document.split('.').next().unwrap_or(document);
        return rust_name(stem.trim_start_matches(|letter: char| !letter.is_alphabetic()))
            .split('_')
            .map(capitalised)
            .collect();
    }
    let title = &*source.section;
    let words: Vec<&str> = title.split_whitespace().collect();
    match &*words {
        [
            name @ ..,
            "Events" | "Messages" | "Notifications" | "Reports",
        ] if !name.is_empty() => name.join(" "),
        _ => title.to_owned(),
    }
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
