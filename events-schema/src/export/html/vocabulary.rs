//! An enumeration: its values with their numbers.

use super::Page;
use super::index::{head, value};
use super::text::{escape, prose};
use crate::Vocabulary;

pub(super) fn write(page: &mut Page, vocabulary: &Vocabulary) {
    head(
        page,
        "vocabulary",
        &vocabulary.name,
        &vocabulary.description,
    );
    for member in vocabulary.members.iter() {
        let number = if vocabulary.numbered {
            format!("<span class=\"number\">{}</span> ", member.number)
        } else {
            String::new()
        };
        let spelling = vocabulary.spelling_of(member).map(|spelling| {
            let spelling = escape(spelling);
            format!(" <span class=\"kind\">written as <code>{spelling}</code></span>")
        });
        let says = format!(
            "{number}{}{}",
            prose(&member.description),
            spelling.unwrap_or_default()
        );
        value(page, "value", &vocabulary.name, &member.name, &says);
    }
    page.push(format_args!("</dl>\n</section>\n"));
}
