//! Reads the rules that the prose of a footnote says.
//!
//! Only sentences of the common kinds are read, and only when each of their words is accounted for. A sentence with a
//! condition that is not understood makes the footnote `unread`.

mod condition;
mod demand;
mod outside;
mod relation;
mod sentence;
mod word;

use self::sentence::{Said, Sentence};
use self::word::split_sentences;
use crate::{Clause, Condition, Dictionary, Event, Status};

/// What the prose of a footnote was read as.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    pub(super) status: Status,
    pub(super) clauses: Vec<Clause>,
    /// The sentences that the status and the clauses were read from.
    pub(super) words: Vec<String>,
    /// The sentences whose condition is not understood.
    pub(super) open: Vec<String>,
}

/// Reads a footnote of an event that the rows `marked` refer to.
pub(super) fn read(
    event: &Event,
    dictionary: &Dictionary,
    marked: &[usize],
    text: &str,
) -> Reading {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut words = Vec::new();
    let mut open = Vec::new();
    let mut rest = Vec::new();
    let mut is_outside = true;
    let mut case: Option<Condition> = None;
    for text in split_sentences(text) {
        let sentence = Sentence {
            event,
            dictionary,
            marked,
            case: case.as_ref(),
        };
        match sentence.read(&text) {
            Said::Rules(found, next) => {
                clauses.extend(
                    found
                        .into_iter()
                        .filter(|clause| !clauses.contains(clause))
                        .collect::<Vec<_>>(),
                );
                case = next;
            }
            Said::Rest(next) => {
                case = next;
                is_outside = false;
                rest.push(text.clone());
            }
            Said::Outside(next) => {
                case = next;
                rest.push(text.clone());
            }
            Said::Unclear => {
                case = None;
                open.push(text.clone());
            }
            Said::Nothing => {}
        }
        words.push(text);
    }
    let status = match (clauses.is_empty(), rest.is_empty(), open.is_empty()) {
        (false, true, true) => Status::Checked,
        (false, false, true) => Status::Partly,
        (true, true, true) => Status::Remark,
        (true, false, true) if is_outside => Status::Context,
        _ => {
            open.splice(0..0, rest);
            Status::Unread
        }
    };
    Reading {
        status,
        clauses,
        words,
        open,
    }
}
