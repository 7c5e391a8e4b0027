//! Enumerations as Markdown.

use super::{cell, code, line, paragraph, prose};
use crate::{Member, Vocabulary};

/// The values of an enumeration as a table in Markdown, in the document's order: their numbers where messages may bear
/// them, their names as `name` writes them, and what they mean. Of two names for one number, the table says which is
/// written.
///
/// ```
/// use events_schema::export::vocabulary_table;
/// use events_schema::{Member, Vocabulary};
///
/// let member = |name: &'static str, number, description: &'static str| Member {
///     name: name.into(),
///     number,
///     description: description.into(),
/// };
/// let states = Vocabulary {
///     name: "DockState".into(),
///     description: "State of a dock.".into(),
///     numbered: true,
///     members: vec![member("Free", 1, "Nothing is docked."), member("Empty", 1, "Nothing is docked.")].into(),
/// };
/// assert_eq!(
///     vocabulary_table(&states, |member| format!("`{}`", member.name)),
///     "\
/// | Number | Value | Meaning |
/// | ---: | --- | --- |
/// | 1 | `Free` | Nothing is docked. |
/// | 1 | `Empty` | Nothing is docked. Written as `Free`. |
/// "
/// );
/// ```
#[must_use]
pub fn vocabulary_table(vocabulary: &Vocabulary, name: impl Fn(&Member) -> String) -> String {
    let mut text = String::from(if vocabulary.numbered {
        "| Number | Value | Meaning |\n| ---: | --- | --- |\n"
    } else {
        "| Value | Meaning |\n| --- | --- |\n"
    });
    for member in vocabulary.members.iter() {
        let number = if vocabulary.numbered {
            format!("| {} ", member.number)
        } else {
            String::new()
        };
        let mut meaning = prose(&member.description);
        if let Some(spelling) = vocabulary.spelling_of(member) {
            meaning = format!("{meaning} Written as {}.", code(spelling));
        }
        let meaning: Vec<_> = meaning.split_whitespace().collect();
        line(
            &mut text,
            format_args!(
                "{number}| {} | {} |",
                cell(&name(member)),
                cell(&meaning.join(" "))
            ),
        );
    }
    text
}

/// Enumerations under headings.
pub(super) fn write_all(text: &mut String, vocabularies: &[&Vocabulary]) {
    if !vocabularies.is_empty() {
        text.push_str("\n## Enumerations\n");
    }
    for vocabulary in vocabularies {
        line(text, format_args!("\n### {}", prose(&vocabulary.name)));
        paragraph(text, &vocabulary.description);
        let table = vocabulary_table(vocabulary, |member| code(&member.name));
        line(text, format_args!("\n{}", table.trim_end()));
    }
}
