//! Reads the rules that the prose of a footnote says.
//!
//! Only sentences of the common kinds are read, and only when each of their words is accounted for. A sentence that may
//! demand something and is not understood makes the footnote `partly`, or `unread` when no other gave a rule or when it
//! may take something back of what others say.

mod condition;
mod demand;
mod exclusive;
mod otherwise;
mod outside;
mod relation;
mod ruleless;
mod sentence;
mod word;

use self::sentence::{Said, Sentence};
use self::word::{split_sentences, split_words};
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
    let mut is_taken_back = false;
    let mut case: Option<Condition> = None;
    let mut last: Option<Clause> = None;
    for text in split_sentences(text) {
        let sentence = Sentence {
            event,
            dictionary,
            marked,
            case: case.as_ref(),
            last: last.as_ref(),
        };
        match sentence.read(&text) {
            Said::Rules(found, next) => {
                last = found.last().cloned();
                case = next;
                for clause in found {
                    if !clauses.contains(&clause) {
                        clauses.push(clause);
                    }
                }
            }
            Said::Otherwise(whole) => {
                for clause in &mut clauses {
                    if last.as_ref() == Some(clause) {
                        clause.clone_from(&whole);
                    }
                }
                (case, last) = (None, None);
            }
            Said::Rest => {
                (case, last) = (None, None);
                is_outside = false;
                rest.push(text.clone());
            }
            Said::Outside(next) => {
                (case, last) = (next, None);
                rest.push(text.clone());
            }
            Said::Unclear(next) => {
                (case, last) = (next, None);
                is_taken_back |= ruleless::is_exception(&split_words(&text));
                open.push(text);
                continue;
            }
            Said::Nothing => last = None,
        }
        words.push(text);
    }
    let status = match (clauses.is_empty(), rest.is_empty(), open.is_empty()) {
        (false, true, true) => Status::Checked,
        (false, _, true) => Status::Partly,
        (false, _, false) if !is_taken_back => Status::Partly,
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
