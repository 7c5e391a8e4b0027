//! Key sets as Markdown.

use super::{carries, cell, code, line, paragraph, prose};
use crate::{Key, KeySet};

/// The keys of a key set as a table in Markdown, in the document's order: what they are called, what `carries` says that
/// their values may be, and what they mean.
///
/// ```
/// use events_schema::export::key_set_table;
/// use events_schema::{Key, KeySet, Kind};
///
/// let bikes = KeySet {
///     name: "BikesOfDock".into(),
///     description: "The bikes of a dock.".into(),
///     keys: vec![Key {
///         name: "bike-%d".into(),
///         kinds: vec![Kind::Text].into(),
///         description: "Id of one bike.".into(),
///     }].into(),
/// };
/// assert_eq!(
///     key_set_table(&bikes, |key| key.carries()),
///     "\
/// | Key | Carries | Meaning |
/// | --- | --- | --- |
/// | `bike-%d` | a text | Id of one bike. |
/// "
/// );
/// ```
#[must_use]
pub fn key_set_table(set: &KeySet, carries: impl Fn(&Key) -> String) -> String {
    let mut text = String::from("| Key | Carries | Meaning |\n| --- | --- | --- |\n");
    for key in set.keys.iter() {
        let meaning = prose(&key.description);
        let meaning: Vec<_> = meaning.split_whitespace().collect();
        line(
            &mut text,
            format_args!(
                "| {} | {} | {} |",
                cell(&code(&key.name)),
                cell(&carries(key)),
                cell(&meaning.join(" "))
            ),
        );
    }
    text
}

/// Key sets under headings.
pub(super) fn write_all(text: &mut String, sets: &[&KeySet]) {
    if !sets.is_empty() {
        text.push_str("\n## Key sets\n");
    }
    for set in sets {
        line(text, format_args!("\n### {}", prose(&set.name)));
        paragraph(text, &set.description);
        let table = key_set_table(set, |key| {
            let kinds: Vec<_> = key.kinds.iter().map(carries).collect();
            crate::words::list(&kinds, "or")
        });
        line(text, format_args!("\n{}", table.trim_end()));
    }
}
