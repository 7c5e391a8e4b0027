//! What would mend what is wrong.

use std::borrow::Cow;

use events_schema::Fact;

use super::Violation;
use crate::finding::{BEHIND, CUT_OFF, NO_UTF8, TOO_LONG, UNCLOSED};

impl Violation {
    /// What would mend it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Violation::Missing { attribute } => Some(format!("give {attribute}")),
            Violation::Unlogged { attribute, call } => Some(format!(
                "logs do not bear {attribute}: give it to the reader, as in `{call}`"
            )),
            Violation::WrongFixed {
                attribute,
                expected,
                ..
            } => Some(format!("make {attribute} {expected}")),
            Violation::WrongMember {
                attribute,
                expected,
                chosen_by: Fact { term, .. },
                ..
            } => Some(match expected {
                Some(expected) => format!("give {attribute}.{expected}, or correct {term}"),
                None => format!("give {attribute} as a bare number, or correct {term}"),
            }),
            Violation::WrongType { help, .. } | Violation::OutOfRange { help, .. } => {
                help.as_deref().map(str::to_owned)
            }
            Violation::UnknownMember {
                similar: Some(similar),
                ..
            } => Some(format!("did you mean `{similar}`?")),
            Violation::UnknownMember {
                vocabulary,
                members,
                count,
                ..
            } => Some(match &members[..] {
                [] => one_of_many(*count, vocabulary),
                members => format!("make it {}", one_of(members)),
            }),
            Violation::Duplicate { attribute, .. } => {
                Some(format!("give {attribute} once; its first value counts"))
            }
            Violation::Broken { rule } => Some(rule.help.clone()),
            Violation::Lost {
                attribute, found, ..
            } if *found == 0 => Some(format!(
                "give the list of {attribute} behind what announces it"
            )),
            Violation::Lost { attribute, .. } => Some(format!(
                "give all of {attribute}, or correct what announces it"
            )),
            Violation::Stray { .. } => Some(
                "a line that is empty or does not begin with a blank ends a message: write its lines together".to_owned(),
            ),
            Violation::Damaged { reason, found } => match *reason {
                NO_UTF8 => Some("convert it first, as in `iconv -f latin1 -t utf-8`".to_owned()),
                BEHIND if found.starts_with('{') => {
                    Some("give each message a line of its own".to_owned())
                }
                reason => mends(reason).map(str::to_owned),
            },
            // Where a value is due, it probably stands in the next line.
            Violation::Malformed { reason, found }
                if reason == CUT_OFF && matches!(&**found, ":" | "," | "[") =>
            {
                Some(
                    "a line that begins with `{` begins a message: indent the line, or write the message in one"
                        .to_owned(),
                )
            }
            Violation::Malformed { reason, .. } => ends(reason).map(str::to_owned),
            Violation::OtherName { .. } => Some("name the event once, or alike".to_owned()),
            Violation::WrongEvent { .. } => None,
        }
    }
}

/// What would mend a message that cannot be read because of where it ends.
fn ends(reason: &str) -> Option<&'static str> {
    Some(match reason {
        CUT_OFF => "give the rest of the message, up to its last `}`",
        UNCLOSED => "close it with `]`, or leave it out: messages may stand in lines of their own",
        TOO_LONG => "give messages of at most 16 MiB, and see whether the end of this one is lost",
        _ => return None,
    })
}

/// What would mend a damaged part, where its reason does not say so by itself.
fn mends(reason: &str) -> Option<&'static str> {
    Some(match reason {
        "a text without its last quote" => "close the text with a quote",
        "a text that goes on behind its last quote" => "escape the quote inside the text",
        "a text without quotes" => "write the text between quotes",
        "a control character that is not escaped" => "write it as `\\u` and four digits",
        "a number that is too large" => "write it as a text",
        "an attribute without a value" => "give its value, or leave the attribute out",
        "a pair without a value" => "give its value, or leave the pair out",
        "bytes that are not base64" => "write them in standard base64, with padding",
        "text behind the message" => "remove it, or make a message of it",
        _ => return None,
    })
}

/// What to choose from where it is too much to list.
pub(crate) fn one_of_many(count: usize, vocabulary: &str) -> String {
    format!("make it one of the {count} values of {vocabulary}")
}

/// Names to choose from: `A`, `B` or `C`.
fn one_of(names: &[Cow<'static, str>]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match &quoted[..] {
        [names @ .., last] if !names.is_empty() => format!("{} or {last}", names.join(", ")),
        names => names.concat(),
    }
}
