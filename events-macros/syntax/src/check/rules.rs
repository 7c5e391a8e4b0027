//! Rules: names become rows, operators become the schema's conditions.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::Type;

use super::footnotes::unknown_attribute;
use super::{Table, values};
use crate::ast::{self, Letter, Name, Operand, Subject, Value};
use crate::errors::Errors;
use crate::model::{Clause, Condition, Content, Demand, Literal, Term, Test};
use crate::names;

/// The words that may stand where a rule does.
const STATUSES: [&str; 4] = ["partly", "context", "remark", "unread"];

pub(super) fn check(
    errors: &mut Errors,
    demands: &mut Vec<Demand>,
    table: &Table,
    letter: &Letter,
    rules: Vec<ast::Rule>,
) -> Vec<Clause> {
    let mut lowering = Lowering {
        errors,
        demands,
        table,
    };
    let mut clauses = Vec::new();
    for rule in rules {
        if let ast::Rule::Assert(ast::Condition::Present(subject)) = &rule
            && lowering.refuse_presence(letter, subject)
        {
            continue;
        }
        clauses.extend(lowering.rule(rule));
    }
    clauses
}

struct Lowering<'a, 'b> {
    errors: &'b mut Errors,
    demands: &'b mut Vec<Demand>,
    table: &'a Table,
}

impl Lowering<'_, '_> {
    /// A rule whose parts are mistakes is left out, so that it is not also found to be dead or repeated.
    fn rule(&mut self, rule: ast::Rule) -> Option<Clause> {
        match rule {
            ast::Rule::Assert(condition) => self.condition(condition).map(Clause::Assert),
            ast::Rule::If {
                condition,
                then,
                otherwise,
            } => {
                let condition = self.condition(condition);
                let then = self.rules(then);
                let otherwise = self.rules(otherwise);
                Some(Clause::If {
                    condition: condition?,
                    then: then?,
                    otherwise: otherwise?,
                })
            }
        }
    }

    fn rules(&mut self, rules: Vec<ast::Rule>) -> Option<Vec<Clause>> {
        let clauses: Vec<_> = rules.into_iter().map(|rule| self.rule(rule)).collect();
        clauses.into_iter().collect()
    }

    fn condition(&mut self, condition: ast::Condition) -> Option<Condition> {
        match condition {
            ast::Condition::Present(subject) => self.present(&subject),
            ast::Condition::Compare { left, equal, right } => {
                let same = self.compare(&left, right)?;
                Some(if equal {
                    same
                } else {
                    Condition::None(vec![same])
                })
            }
            ast::Condition::In { left, values } => self.among(&left, values),
            ast::Condition::Is { left, keys } => {
                let term = self.term(&left)?;
                let ty = self.ty(&term)?;
                values::check_keys(self.errors, self.demands, &term.attribute, &ty, &left);
                Some(Condition::Follows(term, keys))
            }
            ast::Condition::All(conditions) => self.conditions(conditions).map(Condition::All),
            ast::Condition::Any(conditions) => self.conditions(conditions).map(Condition::Any),
            ast::Condition::Not(condition) => {
                Some(Condition::None(match self.condition(*condition)? {
                    Condition::Any(conditions) => conditions,
                    condition => vec![condition],
                }))
            }
        }
    }

    fn conditions(&mut self, conditions: Vec<ast::Condition>) -> Option<Vec<Condition>> {
        let lowered: Vec<_> = conditions
            .into_iter()
            .map(|condition| self.condition(condition))
            .collect();
        lowered.into_iter().collect()
    }

    fn present(&mut self, subject: &Subject) -> Option<Condition> {
        // A word that stands alone may also be a status.
        let words: &[&str] = if subject.key.is_none() {
            &STATUSES
        } else {
            &[]
        };
        let term = self.term_or(subject, words)?;
        if term.key.is_none() && self.is_always_there(&term.attribute) {
            let remedy = match self.ty(&term) {
                Some(Type::Path(ty)) if ty.path.is_ident("bool") => {
                    format!("write `{} == true`", term.attribute)
                }
                _ => "remove it".to_owned(),
            };
            let message = format!(
                "`{}` is Mandatory, so a test of its presence says nothing: {remedy}",
                term.attribute
            );
            self.errors.push(subject, message);
            return None;
        }
        Some(Condition::Present(term))
    }

    fn compare(&mut self, left: &Subject, right: Operand) -> Option<Condition> {
        let term = self.term(left);
        match right {
            Operand::Value(value) => {
                let term = term?;
                let literal = self.value(&term, value)?;
                Some(Condition::Equals(term, literal))
            }
            Operand::Name(name) if self.table.position(&name.name.text).is_some() => {
                let other = self.term(&name)?;
                let term = term?;
                self.alike(&term, &other, &name);
                Some(Condition::Same(term, other))
            }
            Operand::Name(name) => {
                let Some(path) = name.as_member() else {
                    unknown_attribute(self.errors, self.table, &name.name, &[]);
                    return None;
                };
                let term = term?;
                let literal = self.value(&term, Value::Member(path))?;
                Some(Condition::Equals(term, literal))
            }
        }
    }

    fn among(&mut self, left: &Subject, values: Vec<Value>) -> Option<Condition> {
        let term = self.term(left)?;
        let mut shown: Vec<String> = Vec::new();
        let mut literals = Vec::new();
        for value in values {
            let text = values::show(&value);
            if shown.contains(&text) {
                self.errors
                    .push(&value, format!("`{text}` stands here twice, remove one"));
                continue;
            }
            shown.push(text);
            literals.push(self.value(&term, value));
        }
        let literals: Option<Vec<Literal>> = literals.into_iter().collect();
        Some(Condition::In(term, literals?))
    }

    fn term(&mut self, subject: &Subject) -> Option<Term> {
        self.term_or(subject, &[])
    }

    /// A rule is about an attribute of the table, and about keys only of one that has keys.
    fn term_or(&mut self, subject: &Subject, words: &[&str]) -> Option<Term> {
        let Subject { name, key } = subject;
        let Some((row, member)) = self.place(name) else {
            unknown_attribute(self.errors, self.table, name, words);
            return None;
        };
        let Some(ty) = self.table.rows[row].content.ty() else {
            self.refuse_tag(name);
            return None;
        };
        if let Some(member) = &member {
            let union = &self.table.rows[row].name.text;
            self.demands.push(Demand {
                at: name.to_token_stream(),
                test: Test::HasMember(ty.clone(), names::text(member), names::ty(member)),
                message: format!(
                    "`{union}` is no union with a member `{member}` of this type, correct the name or the dictionary"
                ),
            });
        }
        let term = Term {
            row,
            attribute: name.text.clone(),
            member,
            key: key.as_ref().map(syn::LitStr::value),
        };
        if let (Some(key), Some(ty)) = (key, self.ty(&term)) {
            values::check_keys(self.errors, self.demands, &name.text, &ty, key);
            // Which key sets the attribute has is known when all rules are.
            self.demands.push(Demand {
                at: key.to_token_stream(),
                test: Test::Key {
                    attribute: name.text.clone(),
                    key: key.value(),
                    sets: Vec::new(),
                },
                message: String::new(),
            });
        }
        Some(term)
    }

    /// The row of an attribute or of the union that it is a member of, and then the member.
    fn place(&self, name: &Name) -> Option<(usize, Option<Ident>)> {
        if let Some(row) = self.table.position(&name.text) {
            return Some((row, None));
        }
        let row = self.table.position(name.union.as_deref()?)?;
        Some((row, Some(name.ident.clone()?)))
    }

    fn refuse_tag(&mut self, name: &Name) {
        let message = format!(
            "`{}` always is `{}`, a rule about it says nothing: remove it",
            name.text, self.table.event
        );
        self.errors.push(name, message);
    }

    /// The type of an attribute; the tag, which has none, was refused when the term was made.
    fn ty(&self, term: &Term) -> Option<Type> {
        match &term.member {
            None => self.table.rows.get(term.row)?.content.ty().cloned(),
            // The member has the type that is named like it, as its row would.
            Some(member) => Some(names::ty(member)),
        }
    }

    /// A value that a term is compared with. The compiler knows the type of an attribute, but nobody that of a key.
    fn value(&mut self, term: &Term, value: Value) -> Option<Literal> {
        if let Some(key) = &term.key {
            let shown = values::show(&value);
            let message = format!(
                "`{}[\"{key}\"]` has no type that `{shown}` could belong to, write a text, a number, `true` or `false`",
                term.attribute
            );
            return values::key_literal(value)
                .map_err(|path| self.errors.push(path, message))
                .ok();
        }
        let ty = self.ty(term)?;
        if self.is_constant(term) {
            let message = format!(
                "the table fixes `{}`, so a test of its value says nothing: remove it",
                term.attribute
            );
            self.errors.push(&value, message);
            return None;
        }
        values::check(self.errors, self.demands, &term.attribute, &ty, value)
    }

    /// Terms that are compared with each other; of a key, whose type nobody knows, nothing is asked.
    fn alike(&mut self, left: &Term, right: &Term, at: &Subject) {
        if left == right {
            let message = format!(
                "`{}` is compared with itself, remove the test",
                left.attribute
            );
            return self.errors.push(at, message);
        }
        if left.key.is_some() || right.key.is_some() {
            return;
        }
        if let (Some(left_ty), Some(right_ty)) = (self.ty(left), self.ty(right)) {
            let left = (&*left.attribute, &left_ty);
            let right = (&*right.attribute, &right_ty);
            values::check_alike(self.errors, self.demands, left, right, at);
        }
    }

    /// Whether each message has the attribute, so that a test of its presence says nothing.
    fn is_always_there(&self, attribute: &str) -> bool {
        let row = self
            .table
            .rows
            .iter()
            .find(|row| row.name.text == attribute);
        row.is_some_and(|row| row.mandatory)
            && !self.table.waived.iter().any(|name| name == attribute)
    }

    fn is_constant(&self, term: &Term) -> bool {
        let row = self.table.rows.get(term.row);
        row.is_some_and(|row| matches!(row.content, Content::Fixed(..)))
            && self.is_always_there(&term.attribute)
    }

    /// A footnote that only demands what the table demands anyway.
    fn refuse_presence(&mut self, letter: &Letter, subject: &Subject) -> bool {
        let dead = subject.key.is_none() && self.is_always_there(&subject.name.text);
        if dead {
            let message = format!(
                "footnote `{}` can never be violated: `{}` is mandatory",
                letter.text, subject.name.text
            );
            self.errors.push_at(letter.span, message);
        }
        dead
    }
}
