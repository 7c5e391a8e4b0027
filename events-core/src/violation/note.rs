//! What is worth noting.

use std::borrow::Cow;
use std::fmt;

use super::Cited;

/// Something worth noting about a message that is not wrong.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Note {
    /// Whether a rule holds cannot be told from the message.
    CannotTell {
        /// The rule and its footnote.
        rule: Cited,
    },
    /// A Mandatory attribute is absent, which a footnote allows in circumstances that the message does not tell.
    Waived {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// The footnote's text.
        footnote: Cow<'static, str>,
    },
    /// A number is none of its enumeration; it is kept.
    UnknownNumber {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// The enumeration.
        vocabulary: Cow<'static, str>,
        /// The number, as the message has it.
        found: String,
    },
    /// The event's table lacks the attribute; it is kept.
    UnknownAttribute {
        /// The attribute, as the message spells it.
        name: String,
        /// The attribute of the table whose name is close, if one is that the message lacks.
        similar: Option<Cow<'static, str>>,
    },
    /// The key set that a list follows lacks the key; it is kept.
    UnknownKey {
        /// The attribute.
        attribute: Cow<'static, str>,
        /// The key.
        key: String,
    },
    /// No event of this name is declared; all of it is kept.
    UnknownEvent {
        /// The event's name, as the message has it.
        name: String,
        /// The declared event whose name is close, if one is and this is the name of no other.
        similar: Option<Cow<'static, str>>,
    },
    /// The log ends behind the message, and perhaps within it.
    CutOff {
        /// Whether it ends without a line feed, so that the last value may not be all of it.
        within_line: bool,
    },
    /// The header of the message gives its event another number than the specification; the name counts.
    OtherNumber {
        /// The event's name.
        name: Cow<'static, str>,
        /// The event's number.
        number: i64,
        /// The number, as the message has it.
        found: String,
    },
    /// The specification calls the attribute obsolete.
    Obsolete {
        /// The attribute.
        attribute: Cow<'static, str>,
    },
}

impl Note {
    /// What the note is called: the same word for each of its kind.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Note::CannotTell { .. } => "cannot-tell",
            Note::Waived { .. } => "waived",
            Note::UnknownNumber { .. } => "unknown-number",
            Note::UnknownAttribute { .. } => "unknown-attribute",
            Note::UnknownKey { .. } => "unknown-key",
            Note::UnknownEvent { .. } => "unknown-event",
            Note::CutOff { .. } => "cut-off",
            Note::OtherNumber { .. } => "other-number",
            Note::Obsolete { .. } => "obsolete",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::CannotTell { rule } => {
                write!(f, "{}: cannot be told", rule.id)?;
                rule.because(f)
            }
            Note::Waived { attribute, .. } => {
                write!(
                    f,
                    "{attribute}: mandatory, but a footnote allows its absence"
                )
            }
            Note::UnknownNumber {
                attribute,
                vocabulary,
                found,
            } => write!(f, "{attribute}: {vocabulary} has no value {found}"),
            Note::UnknownAttribute { name, similar } => {
                write!(f, "{name}: not in the table of the event")?;
                match similar {
                    Some(similar) => write!(f, ", did you mean `{similar}`?"),
                    None => Ok(()),
                }
            }
            Note::UnknownKey { attribute, key } => {
                write!(f, "{attribute}: the key `{key}` is not documented")
            }
            Note::UnknownEvent { name, similar } => {
                write!(f, "no event `{name}` is declared")?;
                match similar {
                    Some(similar) => write!(f, ", did you mean `{similar}`?"),
                    None => Ok(()),
                }
            }
            Note::CutOff { within_line: true } => {
                f.write_str("the log ends within this message, perhaps within its last line")
            }
            Note::CutOff { within_line: false } => f.write_str("the log ends within this message"),
            Note::OtherNumber {
                name,
                number,
                found,
            } => write!(f, "`{name}` has the number {number}, not {found}"),
            Note::Obsolete { attribute } => write!(f, "{attribute}: obsolete"),
        }
    }
}
