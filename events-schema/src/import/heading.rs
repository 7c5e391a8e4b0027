//! Headings: the names of events, and the titles around them.

use super::letters;

/// A heading that an event may be called by.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says something of its own of how a heading looks"
)]
pub(super) struct Heading {
    pub(super) name: String,
    pub(super) number: Option<i64>,
    /// Whether it looks like a name by itself.
    pub(super) strong: bool,
    /// Whether it says that it goes on with the table before.
    pub(super) continued: bool,
    /// Whether the number of a section stands before it.
    pub(super) numbered: bool,
    /// What stands behind a name that is a code, as in `MT910 Confirmation of Credit`.
    pub(super) title: String,
    /// Whether there is nothing in it but the name, its number and its title.
    pub(super) whole: bool,
}

/// Headings of the parts of an event's page.
const PARTS: [&str; 40] = [
    "description",
    "contents",
    "content",
    "table of contents",
    "example",
    "examples",
    "attributes",
    "event attributes",
    "footnotes",
    "footnote",
    "notes",
    "note",
    "remarks",
    "remark",
    "overview",
    "introduction",
    "parameters",
    "fields",
    "message contents",
    "see also",
    "syntax",
    "usage",
    "properties",
    "summary",
    "purpose",
    "semantics",
    "details",
    "legend",
    "rules",
    "source",
    "scope",
    "format",
    "structure",
    "usage rules",
    "definition",
    "payload",
    "body",
    "response",
    "request",
    "guidelines",
];

/// Whether a line is the heading of a part of an event's page.
pub(super) fn is_part(text: &str) -> bool {
    let key = letters::key(text);
    PARTS.contains(&key.trim_end_matches(':'))
}

/// Whether a line is the title of a group of events.
pub(super) fn is_section(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let last = text.split_whitespace().last().unwrap_or_default();
    (2..=6).contains(&words)
        && matches!(last, "Events" | "Messages" | "Notifications" | "Reports")
        && text.starts_with(char::is_uppercase)
}

/// A line without the number of its section.
pub(super) fn without_number(text: &str) -> &str {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let numbered =
        text.starts_with(|letter: char| letter.is_ascii_digit()) && rest.starts_with(' ');
    if numbered { rest.trim_start() } else { text }
}

impl Heading {
    /// The heading that a line may be.
    pub(super) fn of(text: &str) -> Option<Self> {
        let led = without_leader(text.trim());
        let text = without_number(led);
        let numbered = text.len() < led.len();
        let lower = letters::key(text);
        let mut text = text;
        let mut continued = false;
        for behind in [
            "(continued)",
            "(cont.)",
            "(cont'd)",
            ", continued",
            "continued",
            "(contd.)",
        ] {
            if lower.ends_with(behind) && text.is_char_boundary(text.len() - behind.len()) {
                text =
                    text[..text.len() - behind.len()].trim_end_matches([' ', ',', '-', '–', '—']);
                continued = true;
                break;
            }
        }
        let (text, number) = self::numbered(text);
        let text = text.trim_end_matches(':').trim_matches('`');
        let mut strong = text
            .split_whitespace()
            .filter(|word| letters::is_strong(word));
        let coded = text.split_once(' ').filter(|(code, title)| {
            is_code(code) && title.split(' ').all(|word| !word.ends_with(['.', ',']))
        });
        let (name, title) = match (strong.next(), strong.next(), coded) {
            (Some(name), None, _) if caption(text, name) => (name, ""),
            (_, _, Some((code, title))) => (code, title),
            _ => (text, ""),
        };
        let plain = !name.is_empty()
            && name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
            && !name.contains("..")
            && name.split_whitespace().count() <= 6;
        plain.then(|| Self {
            name: name.to_owned(),
            number,
            strong: letters::is_strong(name),
            continued,
            numbered,
            title: title.to_owned(),
            whole: name == text || !title.is_empty(),
        })
    }
}

/// A line without the dots that lead to the margin.
pub(super) fn without_leader(text: &str) -> &str {
    let bare = text.trim_end_matches(['.', ' ', '_', '·', '…']);
    let led = text.len() - bare.len() > 3 && !bare.is_empty();
    if led { bare } else { text }
}

/// Whether a word is a code by its look: two capital letters or more, then two digits or more.
fn is_code(word: &str) -> bool {
    let digits = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    word.len() - digits.len() > 1
        && digits.len() > 1
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `EventRegistered (53)` and `EventRegistered = 53`.
fn numbered(text: &str) -> (&str, Option<i64>) {
    let bracketed = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match bracketed.or_else(|| text.rsplit_once('=')) {
        Some((name, number)) if !name.trim().is_empty() => match number.trim().parse() {
            Ok(number) => (name.trim_end(), Some(number)),
            Err(_) => (text, None),
        },
        _ => (text, None),
    }
}

/// Whether a line says nothing but that a table is about the event: `Table 4: Attributes of EventRegistered`.
fn caption(text: &str, name: &str) -> bool {
    text.split([' ', ':', ','])
        .filter(|word| !word.is_empty() && *word != name)
        .all(|word| {
            let word = word.to_lowercase();
            let number = word.contains(|letter: char| letter.is_ascii_digit())
                && word
                    .chars()
                    .all(|letter| letter.is_ascii_digit() || letter == '.' || letter == '-');
            number
                || matches!(
                    &*word,
                    "table"
                        | "attributes"
                        | "of"
                        | "the"
                        | "event"
                        | "contents"
                        | "for"
                        | "fields"
                        | "message"
                        | "in"
                )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_headings() {
        let name = |text| {
            let heading = Heading::of(text).unwrap();
            (
                heading.name,
                heading.number,
                heading.strong,
                heading.continued,
            )
        };
        assert_eq!(
            name("EventRegistered"),
            ("EventRegistered".into(), None, true, false)
        );
        assert_eq!(
            name("1.2 EventRegistered (53)"),
            ("EventRegistered".into(), Some(53), true, false)
        );
        assert_eq!(
            name("Table 4: Attributes of DockReported (Continued)").0,
            "DockReported"
        );
        assert_eq!(
            name("dock.reported = -2"),
            ("dock.reported".into(), Some(-2), true, false)
        );
        assert_eq!(name("Dock reported").0, "Dock reported");
        assert_eq!(name("DockReported . . . . . .").0, "DockReported");
        assert_eq!(name("3.1 DK910 Confirmation of Return").0, "DK910");
        assert_eq!(Heading::of("4/2/2025"), None);
        assert_eq!(Heading::of("EventRegistered .... 5"), None);
    }
}
