//! An event's table and footnotes as Markdown.

use std::fmt::Write;

use crate::parts::Parts;
use crate::words::{Words, list};
use crate::{Attribute, Cell, Event, Family, Footnote, KeySet, Kind, Specification, Text};

mod key_set;
mod vocabulary;

pub use key_set::key_set_table;
pub use vocabulary::vocabulary_table;

/// An event as Markdown: the document's table, its footnotes with their rules in words, and where they stand.
///
/// It is made for rustdoc as well: no text in it becomes a link or a tag by accident.
#[must_use]
pub fn markdown(family: &Family, event: &Event) -> String {
    markdown_with(
        family,
        event,
        |attribute| code(&attribute.name),
        |keys| code(&keys.name),
    )
}

/// An event as [`markdown`] has it, in which `name` writes the attributes' names of the table and `key_set` the names of
/// key sets in rules: as links to the fields and to the keys, say.
#[must_use]
pub fn markdown_with(
    family: &Family,
    event: &Event,
    name: impl Fn(&Attribute) -> String,
    key_set: impl Fn(&KeySet) -> String,
) -> String {
    let mut text = String::from("| Attribute | Presence |\n| --- | --- |\n");
    for attribute in event.attributes.iter() {
        let fixed = match &attribute.fixed {
            Some(value) => format!(" = {}", code(&value.to_string())),
            None => String::new(),
        };
        let name = format!("{}{fixed}{}", name(attribute), marks(attribute, Cell::Name));
        let presence = format!(
            "{:?}{}",
            attribute.presence,
            marks(attribute, Cell::Presence)
        );
        line(
            &mut text,
            format_args!("| {} | {} |", cell(&name), cell(&presence)),
        );
    }
    if !event.footnotes.is_empty() {
        text.push_str("\nFootnotes:\n\n");
    }
    for footnote in event.footnotes.iter() {
        write_footnote(&mut text, footnote, &key_set);
    }
    let source = family.source.to_string();
    if !source.is_empty() {
        line(&mut text, format_args!("\nSource: {}", prose(&source)));
    }
    text
}

/// A specification as one document in Markdown: families and events under headings, what attributes mean, the values of
/// enumerations and the keys of key sets.
#[must_use]
pub fn reference(specification: &Specification) -> String {
    let mut text = format!("# {}\n", prose(&specification.name));
    for family in specification.families.iter() {
        line(&mut text, format_args!("\n## {}", prose(&family.name)));
        paragraph(&mut text, &family.description);
        for event in family.events.iter() {
            let number = event
                .number
                .map(|number| format!(" = {number}"))
                .unwrap_or_default();
            line(
                &mut text,
                format_args!("\n### {}{number}", prose(&event.name)),
            );
            paragraph(&mut text, &event.description);
            line(
                &mut text,
                format_args!("\n{}", linked(family, event).trim_end()),
            );
        }
    }
    if !specification.dictionary.definitions.is_empty() {
        text.push_str(
            "\n## Attributes\n\n| Attribute | Carries | Meaning |\n| --- | --- | --- |\n",
        );
    }
    for definition in specification.dictionary.definitions.iter() {
        let meaning = prose(&definition.description).replace('\n', " ");
        line(
            &mut text,
            format_args!(
                "| {} | {} | {} |",
                cell(&code(&definition.name)),
                cell(&carries(&definition.kind)),
                cell(&meaning)
            ),
        );
    }
    let parts = Parts::of(specification);
    vocabulary::write_all(&mut text, &parts.vocabularies);
    key_set::write_all(&mut text, &parts.key_sets);
    text
}

/// An event, whose rules have links to the key sets.
fn linked(family: &Family, event: &Event) -> String {
    markdown_with(
        family,
        event,
        |attribute| code(&attribute.name),
        |keys| link(&code(&keys.name), &keys.name),
    )
}

/// What a kind is called, with a link to the enumeration.
fn carries(kind: &Kind) -> String {
    let name = kind.name();
    match kind {
        Kind::Enumeration(vocabulary) => link(&prose(&name), &vocabulary.name),
        _ => name,
    }
}

/// A link to a heading, whose address is what renderers of Markdown make of it.
fn link(text: &str, heading: &str) -> String {
    let letters = heading.chars().flat_map(char::to_lowercase);
    let address: String = letters
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
        .map(|letter| if letter == ' ' { '-' } else { letter })
        .collect();
    format!("[{text}](#{address})")
}

fn paragraph(text: &mut String, says: &str) {
    if !says.is_empty() {
        line(text, format_args!("\n{}", prose(says)));
    }
}

/// A text as a code span: in as many backticks as it needs.
pub(crate) fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max();
    let ticks = "`".repeat(longest.unwrap_or(0) + 1);
    if text.starts_with('`') || text.ends_with('`') {
        format!("{ticks} {text} {ticks}")
    } else {
        format!("{ticks}{text}{ticks}")
    }
}

fn line(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{arguments}");
}

fn marks(attribute: &Attribute, cell: Cell) -> String {
    let letters: Vec<&str> = attribute
        .marks
        .iter()
        .filter(|mark| mark.cell == cell)
        .map(|mark| &*mark.letter)
        .collect();
    superscript(&letters.join(", "))
}

fn superscript(letters: &str) -> String {
    if letters.is_empty() {
        String::new()
    } else {
        format!("<sup>{}</sup>", prose(letters))
    }
}

/// A cell of a table, in which a bar would begin the next one.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn write_footnote(text: &mut String, footnote: &Footnote, key_set: &dyn Fn(&KeySet) -> String) {
    let Footnote {
        letter,
        text: says,
        rules,
        waives,
        ..
    } = footnote;
    let letter = superscript(letter);
    let status = footnote.spelled_status();
    if says.is_empty() {
        line(text, format_args!("- {letter} *{status}*"));
    } else {
        line(text, format_args!("- {letter} *{status}*: {}", prose(says)));
    }
    let words = Words {
        mark: &code,
        key_set,
    };
    for rule in rules.iter() {
        let words = words.clause(&rule.clause);
        line(text, format_args!("  - {}: {words}", code(&rule.id)));
    }
    if !waives.is_empty() {
        let names: Vec<_> = waives.iter().map(|name: &Text| code(name)).collect();
        let names = list(&names, "and");
        line(
            text,
            format_args!("  - {names} may be absent although Mandatory"),
        );
    }
}

/// A text of the document, whose Markdown stays but for what would become a link or a tag. It can be an item of a list.
fn prose(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(letter) = rest.chars().next() {
        let mut end = letter.len_utf8();
        match letter {
            '`' => end = code_span(rest),
            '\\' if rest[1..].starts_with(|next: char| next.is_ascii_punctuation()) => end = 2,
            '[' | ']' | '<' => prose.push('\\'),
            // An address that is no link is a warning of rustdoc.
            ':' if rest.starts_with("://") => prose.push('\\'),
            _ => {}
        }
        let (piece, after) = rest.split_at(end);
        prose.push_str(piece);
        rest = after;
    }
    prose.replace('\n', "\n  ").replace("  \n", "\n")
}

/// The length of the code span that a text begins with; of its backticks alone when no span ends in the paragraph.
fn code_span(text: &str) -> usize {
    let run = |at: usize| text[at..].len() - text[at..].trim_start_matches('`').len();
    let ticks = run(0);
    // A block of code goes past empty lines.
    let paragraph = text.find("\n\n").filter(|_| ticks < 3);
    let end = paragraph.unwrap_or(text.len());
    let mut at = ticks;
    while let Some(found) = text[at..end].find('`') {
        let start = at + found;
        at = start + run(start);
        if at - start == ticks {
            return at;
        }
    }
    ticks
}

#[cfg(test)]
mod tests;
