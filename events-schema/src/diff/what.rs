//! Changes in words.

use std::fmt;

use crate::Text;
use crate::words::list;

/// What changed. It prints as a sentence about the version after.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// The family is new.
    FamilyAdded,
    /// The family is gone.
    FamilyRemoved,
    /// The family has another name.
    FamilyRenamed {
        /// The name before.
        before: Text,
    },
    /// The family stands at another place of the document, or in another edition.
    Source {
        /// The place before.
        before: String,
        /// The place after.
        after: String,
    },
    /// The event is new.
    EventAdded,
    /// The event is gone.
    EventRemoved,
    /// The event has another name.
    EventRenamed {
        /// The name before.
        before: Text,
    },
    /// The event stands in another family.
    Moved {
        /// The family before.
        before: Text,
    },
    /// The event has another number.
    Number {
        /// The number before.
        before: Option<i64>,
        /// The number after.
        after: Option<i64>,
    },
    /// Another attribute bears the event's name.
    Tag {
        /// The attribute before.
        before: Text,
        /// The attribute after.
        after: Text,
    },
    /// The attribute is new.
    Added {
        /// The attribute.
        attribute: Text,
        /// Its presence.
        presence: &'static str,
    },
    /// The attribute is gone.
    Removed {
        /// The attribute.
        attribute: Text,
        /// Its presence before.
        presence: &'static str,
    },
    /// The attribute has another name.
    Renamed {
        /// The name after.
        attribute: Text,
        /// The name before.
        before: Text,
        /// Whether the version after still reads the old name; else it only looks like a renaming.
        sure: bool,
    },
    /// The attribute stands in a union's object, or not, or in that of another union.
    Path {
        /// The attribute.
        attribute: Text,
        /// The union before.
        before: Option<Text>,
        /// The union after.
        after: Option<Text>,
    },
    /// The attribute has other spellings besides its name.
    Spellings {
        /// The attribute.
        attribute: Text,
        /// The spellings that are new.
        added: Vec<Text>,
        /// The spellings that are gone.
        removed: Vec<Text>,
    },
    /// The attribute refers to other footnotes.
    Marks {
        /// The attribute.
        attribute: Text,
    },
    /// The attributes stand in another order.
    Reordered,
    /// The attribute is present when it was not, or absent.
    Presence {
        /// The attribute.
        attribute: Text,
        /// Its presence before.
        before: &'static str,
        /// Its presence after.
        after: &'static str,
    },
    /// The table fixes another value.
    Fixed {
        /// The attribute.
        attribute: Text,
        /// The value before.
        before: Option<String>,
        /// The value after.
        after: Option<String>,
    },
    /// The attribute carries something else.
    Kind {
        /// The attribute.
        attribute: Text,
        /// What it carried.
        before: String,
        /// What it carries.
        after: String,
    },
    /// The enumeration of the attribute has other members.
    Vocabulary {
        /// The attribute.
        attribute: Text,
        /// The members that are new.
        added: Vec<Text>,
        /// The members that are gone.
        removed: Vec<Text>,
        /// The members that have another number.
        renumbered: Vec<Text>,
    },
    /// The union has other members, or they are chosen otherwise.
    Union {
        /// The attribute.
        attribute: Text,
    },
    /// The rule is new.
    RuleAdded {
        /// The rule's id.
        rule: Text,
        /// What it says.
        words: String,
    },
    /// The rule is gone.
    RuleRemoved {
        /// The rule's id.
        rule: Text,
        /// What it said.
        words: String,
    },
    /// The rule says something else.
    Rule {
        /// The rule's id.
        rule: Text,
        /// How it changed.
        how: How,
        /// What it said.
        before: String,
        /// What it says.
        after: String,
        /// How the keys changed of which it speaks.
        keys: Vec<String>,
    },
    /// A footnote without rules is new.
    FootnoteAdded {
        /// Its letter.
        letter: Text,
    },
    /// A footnote without rules is gone.
    FootnoteRemoved {
        /// Its letter.
        letter: Text,
    },
    /// The versions cannot be compared by messages.
    Unsolved {
        /// Why.
        reason: String,
    },
    /// The footnote has another text or another status, beside its rules.
    Footnote {
        /// Its letter.
        letter: Text,
    },
}

/// How a rule changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It allows all that it allowed, and more.
    Loosened,
    /// It allows part of what it allowed; this need not matter to messages of the version before, which lack what is
    /// new in the table.
    Tightened,
    /// It allows what it did not, and forbids what it allowed.
    Changed,
    /// It says the same in other words: no message tells the two apart.
    Rewritten,
}

impl What {
    /// Whether values are read otherwise, or under another name, on which the rest of an event may depend.
    pub(super) fn moves_values(&self) -> bool {
        matches!(
            self,
            What::Kind { .. }
                | What::Vocabulary { .. }
                | What::Union { .. }
                | What::Renamed { .. }
                | What::Path { .. }
        )
    }

    /// What a change of this kind is called: the same word for each.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            What::FamilyAdded => "family-added",
            What::FamilyRemoved => "family-removed",
            What::FamilyRenamed { .. } => "family-renamed",
            What::Source { .. } => "source",
            What::EventAdded => "event-added",
            What::EventRemoved => "event-removed",
            What::EventRenamed { .. } => "event-renamed",
            What::Moved { .. } => "moved",
            What::Number { .. } => "number",
            What::Tag { .. } => "tag",
            What::Added { .. } => "added",
            What::Removed { .. } => "removed",
            What::Renamed { .. } => "renamed",
            What::Path { .. } => "path",
            What::Spellings { .. } => "spellings",
            What::Marks { .. } => "marks",
            What::FootnoteAdded { .. } => "footnote-added",
            What::FootnoteRemoved { .. } => "footnote-removed",
            What::Unsolved { .. } => "unsolved",
            What::Reordered => "reordered",
            What::Presence { .. } => "presence",
            What::Fixed { .. } => "fixed",
            What::Kind { .. } => "kind",
            What::Vocabulary { .. } => "vocabulary",
            What::Union { .. } => "union",
            What::RuleAdded { .. } => "rule-added",
            What::RuleRemoved { .. } => "rule-removed",
            What::Rule { how, .. } => match how {
                How::Loosened => "rule-loosened",
                How::Tightened => "rule-tightened",
                How::Changed => "rule-changed",
                How::Rewritten => "rule-rewritten",
            },
            What::Footnote { .. } => "footnote",
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::FamilyAdded => f.write_str("the family is new"),
            What::FamilyRemoved => f.write_str("the family is gone"),
            What::FamilyRenamed { before } => write!(f, "the family was called `{before}`"),
            What::Source { before, after } => write!(f, "stands in {after}, was in {before}"),
            What::EventAdded => f.write_str("the event is new"),
            What::EventRemoved => f.write_str("the event is gone"),
            What::EventRenamed { before } => write!(f, "the event was called `{before}`"),
            What::Moved { before } => write!(f, "was in the family `{before}`"),
            What::Number { before, after } => {
                write!(
                    f,
                    "the event {}, {}",
                    number(*after, "has"),
                    number(*before, "had")
                )
            }
            What::Tag { before, after } => {
                write!(f, "`{after}` names the event, `{before}` did")
            }
            What::Added {
                attribute,
                presence,
            } => write!(f, "`{attribute}` is new, {presence}"),
            What::Removed {
                attribute,
                presence,
            } => {
                write!(f, "`{attribute}` is gone, was {presence}")
            }
            What::Renamed {
                attribute,
                before,
                sure,
            } => {
                let probably = if *sure { "" } else { "probably " };
                write!(f, "`{attribute}` was {probably}called `{before}`")
            }
            What::Path {
                attribute,
                before,
                after,
            } => {
                write!(
                    f,
                    "`{attribute}` {}, {}",
                    place(after.as_ref(), "stands"),
                    place(before.as_ref(), "stood")
                )
            }
            What::Spellings {
                attribute,
                added,
                removed,
            } => {
                write!(f, "other spellings of `{attribute}`: ")?;
                f.write_str(&came_and_went(&[(added, "new"), (removed, "gone")]))
            }
            What::Marks { attribute } => {
                write!(f, "`{attribute}` refers to other footnotes")
            }
            What::FootnoteAdded { letter } => write!(f, "footnote {letter} is new"),
            What::FootnoteRemoved { letter } => write!(f, "footnote {letter} is gone"),
            What::Unsolved { reason } => {
                write!(f, "whom the changes break is not known: {reason}")
            }
            What::Reordered => f.write_str("the rows stand in another order"),
            What::Presence {
                attribute,
                before,
                after,
            } => {
                write!(f, "`{attribute}` is {after}, was {before}")
            }
            What::Fixed {
                attribute,
                before,
                after,
            } => match (before, after) {
                (Some(before), Some(after)) => {
                    write!(f, "`{attribute}` is always {after}, was always {before}")
                }
                (None, Some(after)) => write!(f, "`{attribute}` is always {after}, was any"),
                (before, _) => {
                    let before = before.as_deref().unwrap_or_default();
                    write!(f, "`{attribute}` may be any value, was always {before}")
                }
            },
            What::Kind {
                attribute,
                before,
                after,
            } => {
                write!(f, "`{attribute}` carries {after}, carried {before}")
            }
            What::Vocabulary {
                attribute,
                added,
                removed,
                renumbered,
            } => {
                write!(f, "the values of `{attribute}`: ")?;
                f.write_str(&came_and_went(&[
                    (added, "new"),
                    (removed, "gone"),
                    (renumbered, "with another number"),
                ]))
            }
            What::Union { attribute } => {
                write!(
                    f,
                    "`{attribute}` holds other members, or they are chosen otherwise"
                )
            }
            What::RuleAdded { rule, words } => write!(f, "the rule {rule} is new: {words}"),
            What::RuleRemoved { rule, words } => write!(f, "the rule {rule} is gone: {words}"),
            What::Rule {
                rule,
                how,
                before,
                after,
                keys,
            } => {
                let how = match how {
                    How::Rewritten => "rewritten and means the same",
                    How::Loosened => "looser",
                    How::Tightened => "tighter",
                    How::Changed => "another",
                };
                write!(f, "the rule {rule} is {how}: {after}")?;
                if before != after {
                    write!(f, "; was: {before}")?;
                }
                if !keys.is_empty() {
                    write!(f, "; of the keys, {}", keys.join(", "))?;
                }
                Ok(())
            }
            What::Footnote { letter } => {
                write!(f, "footnote {letter} has another text or status")
            }
        }
    }
}

fn number(number: Option<i64>, verb: &str) -> String {
    match number {
        Some(number) => format!("{verb} the number {number}"),
        None => format!("{verb} no number"),
    }
}

fn place(union: Option<&Text>, verb: &str) -> String {
    match union {
        Some(union) => format!("{verb} in `{union}`"),
        None => format!("{verb} by itself"),
    }
}

/// Names with what became of them.
fn came_and_went(parts: &[(&Vec<Text>, &str)]) -> String {
    let parts = parts.iter().filter(|(names, _)| !names.is_empty());
    let parts: Vec<_> = parts
        .map(|(names, what)| {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            let verb = if names.len() == 1 { "is" } else { "are" };
            format!("{} {verb} {what}", list(&names, "and"))
        })
        .collect();
    parts.join("; ")
}
