//! The footnotes of a table.

use events_schema::closest;
use proc_macro2::Ident;
use syn::Path;

use super::{Table, check_attributes, rules};
use crate::ast::{self, Body, Letter, Name};
use crate::errors::{Errors, instead};
use crate::model::{Cell, Clause, Condition, Content, Demand, Footnote, Rule, Status, Test};
use crate::names;

pub(super) fn check(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    table: &Table,
    footnotes: Vec<ast::Footnote>,
) -> Vec<Footnote> {
    let footnotes = check_letters(errors, footnotes);
    check_marks(errors, table, &footnotes);
    footnotes
        .into_iter()
        .map(|footnote| check_footnote(errors, demands, table, footnote))
        .collect()
}

/// The attributes that footnotes waive, before it is known whether they may.
pub(super) fn waived(footnotes: &[ast::Footnote]) -> Vec<String> {
    let waives = |footnote: &ast::Footnote| match &footnote.body {
        Body::Context { waives } => waives.iter().map(|name| name.text.clone()).collect(),
        _ => Vec::new(),
    };
    footnotes.iter().flat_map(waives).collect()
}

/// A letter is that of one footnote. Of two, the first remains.
fn check_letters(errors: &mut Errors, footnotes: Vec<ast::Footnote>) -> Vec<ast::Footnote> {
    let mut kept: Vec<ast::Footnote> = Vec::new();
    for footnote in footnotes {
        let letter = &footnote.letter;
        if kept.iter().any(|first| first.letter.text == letter.text) {
            let message = format!(
                "footnote `{}` is defined twice, remove or rename one",
                letter.text
            );
            errors.push_at(letter.span, message);
        } else {
            kept.push(footnote);
        }
    }
    kept
}

/// Each mark has a footnote, and each footnote a mark: a condition without its row, or a row without its condition,
/// is one that got lost on the way from the document.
fn check_marks(errors: &mut Errors, table: &Table, footnotes: &[ast::Footnote]) {
    let letters: Vec<&str> = footnotes.iter().map(|note| &*note.letter.text).collect();
    let marks = || table.rows.iter().flat_map(|row| &row.marks);
    for (letter, _) in marks() {
        if !letters.contains(&&*letter.text) {
            let message = format!(
                "footnote `{}` is not defined in `{}`, add it to `footnotes` or remove the mark",
                letter.text, table.event
            );
            errors.push_at(letter.span, message);
        }
    }
    for footnote in footnotes {
        let letter = &footnote.letter;
        let marked = marks().any(|(mark, _)| mark.text == letter.text);
        if !marked && !table.incomplete {
            let message = format!(
                "no row of `{}` bears the mark `{}`, write `[{}]` behind the name of the row or remove the footnote",
                table.event, letter.text, letter.text
            );
            errors.push_at(letter.span, message);
        }
    }
}

fn check_footnote(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    table: &Table,
    footnote: ast::Footnote,
) -> Footnote {
    let ast::Footnote {
        attributes,
        letter,
        mut proposed,
        body,
    } = footnote;
    check_attributes(errors, &attributes, "a footnote");
    if attributes.docs.is_empty() {
        let message = format!(
            "footnote `{}` has no text, write what it says above it: `/// …`",
            letter.text
        );
        errors.push_at(letter.span, message);
    }
    if let Body::Unread = body
        && let Some(at) = proposed.take()
    {
        let message = format!(
            "footnote `{}` is unread, which proposes nothing: remove `proposed`",
            letter.text
        );
        errors.push_at(at, message);
    }
    let mut waives = Vec::new();
    let mut clauses = Vec::new();
    let status = match body {
        Body::Checked(rules) => {
            clauses = rules::check(errors, demands, table, &letter, rules);
            Status::Checked
        }
        Body::Partly(rules) => {
            clauses = rules::check(errors, demands, table, &letter, rules);
            Status::Partly
        }
        Body::Context { waives: names } => {
            waives = check_waivers(errors, table, &letter, names);
            Status::Context
        }
        Body::Remark => Status::Remark,
        Body::Unread | Body::Lost => Status::Unread,
        Body::Missing => {
            let message = format!(
                "footnote `{}` has no rule: write one, or say `context`, `remark` or `unread`",
                letter.text
            );
            errors.push_at(letter.span, message);
            Status::Unread
        }
    };
    let id = |at: usize| {
        let (family, event) = (names::text(&table.family), names::text(&table.event));
        let number = if at == 0 {
            String::new()
        } else {
            format!("#{}", at + 1)
        };
        format!("{family}/{event}[{}]{number}", letter.text)
    };
    Footnote {
        text: attributes.docs.text(),
        proposed,
        status,
        rules: clauses
            .into_iter()
            .enumerate()
            .map(|(at, clause)| Rule { id: id(at), clause })
            .collect(),
        waives,
        letter: letter.text,
    }
}

/// What is waived is the Mandatory of a row that bears the footnote's mark.
fn check_waivers(
    errors: &mut Errors,
    table: &Table,
    letter: &Letter,
    names: Vec<Name>,
) -> Vec<String> {
    let mut waives: Vec<String> = Vec::new();
    for name in names {
        let Some(at) = table.position(&name.text) else {
            unknown_attribute(errors, table, &name, &[]);
            continue;
        };
        let row = &table.rows[at];
        let marked = |cell| {
            let mut marks = row.marks.iter();
            marks.any(|(mark, place)| mark.text == letter.text && *place == cell)
        };
        let message = if waives.contains(&name.text) {
            format!("`{}` is waived twice, remove one", name.text)
        } else if matches!(row.content, Content::Tag) {
            format!(
                "`{}` holds the event's name and is never absent, remove it",
                name.text
            )
        } else if !row.mandatory {
            format!(
                "`{}` is Optional already, so there is nothing to waive: remove it, or make the row Mandatory",
                name.text
            )
        } else if !marked(Cell::Name) && !marked(Cell::Presence) {
            format!(
                "the row of `{}` does not bear the mark of this footnote, write `{}[{}]` there",
                name.text, name.text, letter.text
            )
        } else {
            waives.push(name.text);
            continue;
        };
        errors.push(&name, message);
    }
    waives
}

/// A rule is about attributes of the event's table.
pub(super) fn unknown_attribute(errors: &mut Errors, table: &Table, name: &Name, words: &[&str]) {
    // It may stand in the row that could not be read.
    if table.incomplete {
        return;
    }
    let event: &Ident = &table.event;
    let names = table.names();
    let message = if let Some(meant) = closest(&name.text, names.iter().copied()) {
        format!(
            "`{event}` has no attribute `{}`, did you mean `{meant}`?",
            name.text
        )
    } else if let Some(meant) = closest(&name.text, words.iter().copied()) {
        format!(
            "`{}` is neither an attribute of `{event}` nor a status, did you mean `{meant}`?",
            name.text
        )
    } else {
        format!(
            "`{event}` has no attribute `{}`{}",
            name.text,
            match &*instead(&name.text, &names) {
                "" => ", add its row or correct the name",
                instead => instead,
            }
        )
    };
    errors.push(name, message);
}

/// Gives the demands on keys the key sets that rules say of their attributes; where there are none, keys are free.
pub(super) fn give_key_sets(demands: &mut Vec<Demand>, footnotes: &[Footnote]) {
    fn of_condition<'a>(condition: &'a Condition, found: &mut Vec<(&'a str, &'a Path)>) {
        match condition {
            Condition::Follows(term, keys) if term.key.is_none() => {
                found.push((&term.attribute, keys));
            }
            Condition::All(parts) | Condition::Any(parts) | Condition::None(parts) => {
                for part in parts {
                    of_condition(part, found);
                }
            }
            _ => {}
        }
    }
    fn of_clause<'a>(clause: &'a Clause, found: &mut Vec<(&'a str, &'a Path)>) {
        match clause {
            Clause::Assert(condition) => of_condition(condition, found),
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                of_condition(condition, found);
                for clause in then.iter().chain(otherwise) {
                    of_clause(clause, found);
                }
            }
        }
    }
    let mut found = Vec::new();
    for rule in footnotes.iter().flat_map(|footnote| &footnote.rules) {
        of_clause(&rule.clause, &mut found);
    }
    demands.retain_mut(|demand| match &mut demand.test {
        Test::Key {
            attribute, sets, ..
        } => {
            let own = found.iter().filter(|(name, _)| name == attribute);
            sets.extend(own.map(|(_, keys)| (*keys).clone()));
            !sets.is_empty()
        }
        _ => true,
    });
}
