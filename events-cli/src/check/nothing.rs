//! What is said when no message was checked: a check of nothing must not pass for one without violations.

use super::excerpt::plain;
use super::finding::Failure;
use super::input::File;
use super::tally::Tally;
use crate::table::{counted, thousands};

/// Why nothing was checked.
pub(crate) enum Nothing {
    /// There is no event to check, which is a failure.
    NoEvent(Failure),
    /// There are events, and no table to hold them against.
    Undeclared(String),
}

impl Nothing {
    /// What the check of these files has to say; `None` when something was checked.
    pub(crate) fn of(tally: &Tally, files: &[File]) -> Option<Self> {
        if tally.checked() > 0 {
            return None;
        }
        let (seen, left_out) = (tally.others.seen, tally.left_out);
        if seen > 0 {
            return Some(Self::Undeclared(undeclared(tally)));
        }
        let (file, holds) = match files {
            [file] => (Some(file.name.clone()), "it holds no event".to_owned()),
            files => (
                None,
                format!(
                    "none of {} files holds an event",
                    thousands(files.len() as u64)
                ),
            ),
        };
        let why = match left_out {
            0 => holds,
            1 => "its one event is not one that `--event` names".to_owned(),
            left_out => format!(
                "none of {} is one that `--event` names",
                counted(left_out, "event")
            ),
        };
        Some(Self::NoEvent(Failure {
            file,
            line: None,
            message: format!("nothing was checked: {why}"),
        }))
    }
}

fn undeclared(tally: &Tally) -> String {
    let why = match tally.others.seen {
        1 => "the only event is not declared".to_owned(),
        seen => format!("none of {} is declared", counted(seen, "event")),
    };
    let way_out = match tally.misspelt().iter().next() {
        Some((name, close)) => format!("did you mean `{close}` by `{}`?", plain(name)),
        None => "`events list` shows those that are".to_owned(),
    };
    format!("nothing was checked: {why}; {way_out}")
}
