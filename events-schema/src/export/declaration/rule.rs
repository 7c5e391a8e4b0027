//! Rules as declarations write them.

use super::layout::{WIDTH, deeper, fill_items};
use super::names::{ident, left, member, quote, right};
use super::types::type_name;
use crate::{Clause, Condition, Dictionary, Event, Literal, Rule, Term};

impl Rule {
    /// The rule as a declaration writes it, with no more parentheses than it needs.
    ///
    /// Parsed again, it is the same rule. Not so are only rules that no declaration makes: groups of one condition lose
    /// their group, empty ones and empty `if`s become `true` or `false`, which are no rules, an `if` that demands
    /// something only in its `else` is turned round, and an attribute whose name is no identifier goes to the left of a
    /// comparison.
    ///
    /// ```
    /// use events_schema::{Clause, Condition, Literal, Rule, Term};
    ///
    /// let term = |name: &'static str| Term { attribute: name.into(), key: None };
    /// let rule = Rule {
    ///     id: "Docks/DockReported[a]".into(),
    ///     clause: Clause::If {
    ///         condition: Condition::Any(
    ///             vec![
    ///                 Condition::Present(term("FaultCode")),
    ///                 Condition::None(vec![Condition::Present(term("BikeID"))].into()),
    ///             ]
    ///             .into(),
    ///         ),
    ///         then: vec![Clause::Assert(Condition::Equals(
    ///             term("State"),
    ///             Literal::Text("free".into()),
    ///         ))]
    ///         .into(),
    ///         otherwise: vec![].into(),
    ///     },
    /// };
    /// assert_eq!(rule.source(), r#"if FaultCode || !BikeID { State == "free" }"#);
    /// ```
    #[must_use]
    pub fn source(&self) -> String {
        let printer = Printer {
            event: None,
            dictionary: &Dictionary::EMPTY,
        };
        let mut lines = printer.clause(&self.clause, WIDTH);
        strip(&mut lines);
        match &*lines {
            [] => "true".to_owned(),
            lines => lines.join("\n"),
        }
    }
}

/// Removes the semicolon behind the last condition.
pub(super) fn strip(lines: &mut [String]) {
    if let Some(last) = lines.last_mut()
        && last.ends_with(';')
    {
        last.pop();
    }
}

/// The writer of the rules of an event, or of rules alone.
pub(super) struct Printer<'a> {
    pub(super) event: Option<&'a Event>,
    pub(super) dictionary: &'a Dictionary,
}

/// How tightly a condition holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grip {
    Any,
    All,
    Test,
}

impl Printer<'_> {
    /// A clause in lines; none when it demands nothing.
    pub(super) fn clause(&self, clause: &Clause, room: usize) -> Vec<String> {
        match clause {
            Clause::Assert(condition) => {
                let mut lines = self.broken(condition, "", ";", room);
                if let Some(last) = lines.last_mut() {
                    last.push(';');
                }
                lines
            }
            Clause::If {
                condition,
                then,
                otherwise,
            } => {
                let other: &[Clause] = if otherwise.iter().any(asks) {
                    otherwise
                } else {
                    &[]
                };
                if then.iter().any(asks) {
                    return self.branch(condition, then, other, room);
                }
                if other.is_empty() {
                    return Vec::new();
                }
                let condition = match condition {
                    Condition::None(parts) => Condition::Any(parts.clone()),
                    condition => Condition::None(vec![condition.clone()].into()),
                };
                self.branch(&condition, other, &[], room)
            }
        }
    }

    pub(super) fn clauses(&self, clauses: &[Clause], room: usize) -> Vec<String> {
        let lines = clauses.iter().flat_map(|clause| self.clause(clause, room));
        let mut lines: Vec<_> = lines.collect();
        // What stands alone needs nothing behind it.
        if clauses.len() == 1 {
            strip(&mut lines);
        }
        lines
    }

    fn branch(
        &self,
        condition: &Condition,
        then: &[Clause],
        otherwise: &[Clause],
        room: usize,
    ) -> Vec<String> {
        let inner = room.saturating_sub(4);
        if let Some(line) = self.short(condition, then, otherwise, room) {
            return vec![line];
        }
        let mut lines = self.broken(condition, "if ", " {", room);
        match lines.last_mut() {
            Some(last) if has_room_for_brace(condition, last) => last.push_str(" {"),
            _ => lines.push("{".to_owned()),
        }
        lines.extend(deeper(self.clauses(then, inner), 4));
        if let [other @ Clause::If { then, .. }] = otherwise
            && then.iter().any(asks)
        {
            let mut chain = self
                .clause(other, room.saturating_sub("} else ".len()))
                .into_iter();
            lines.extend(chain.next().map(|first| format!("}} else {first}")));
            lines.extend(chain);
            return lines;
        }
        let demands = self.clauses(otherwise, inner);
        if !demands.is_empty() {
            lines.push("} else {".to_owned());
            lines.extend(deeper(demands, 4));
        }
        lines.push("}".to_owned());
        lines
    }

    /// The whole on one line, when each side demands one condition and the line has room.
    fn short(
        &self,
        condition: &Condition,
        then: &[Clause],
        otherwise: &[Clause],
        room: usize,
    ) -> Option<String> {
        let (condition, _) = self.condition(condition);
        let line = match (then, otherwise) {
            ([Clause::Assert(then)], []) => {
                format!("if {condition} {{ {} }}", self.condition(then).0)
            }
            ([Clause::Assert(then)], [Clause::Assert(otherwise)]) => {
                let (then, otherwise) = (self.condition(then).0, self.condition(otherwise).0);
                format!("if {condition} {{ {then} }} else {{ {otherwise} }}")
            }
            _ => return None,
        };
        (line.chars().count() <= room).then_some(line)
    }

    /// A condition between two texts on one line, or else one part of it on each line. The text behind it is not
    /// written, only given room.
    fn broken(&self, condition: &Condition, before: &str, after: &str, room: usize) -> Vec<String> {
        let whole = format!("{before}{}", self.condition(condition).0);
        if whole.chars().count() + after.len() <= room {
            return vec![whole];
        }
        match condition {
            Condition::All(parts) | Condition::Any(parts) if parts.len() > 1 => {
                let (sign, grip) = match condition {
                    Condition::All(_) => ("&&", Grip::All),
                    _ => ("||", Grip::Any),
                };
                let parts = parts.iter().enumerate().flat_map(|(at, part)| {
                    if at == 0 {
                        return self.broken_part(part, before, grip, room);
                    }
                    let before = format!("{sign} ");
                    let lines = self.broken_part(part, &before, grip, room.saturating_sub(4));
                    deeper(lines, 4).collect()
                });
                parts.collect()
            }
            Condition::In(term, values) if values.len() > 1 => {
                let values: Vec<_> = values.iter().map(|value| literal(term, value)).collect();
                let mut lines = vec![format!("{before}{} in [", subject(term))];
                lines.extend(deeper(fill_items(&values, room.saturating_sub(4)), 4));
                lines.push("]".to_owned());
                lines
            }
            _ => vec![whole],
        }
    }

    fn broken_part(
        &self,
        part: &Condition,
        before: &str,
        around: Grip,
        room: usize,
    ) -> Vec<String> {
        let (_, grip) = self.condition(part);
        if grip > around {
            self.broken(part, before, "", room)
        } else {
            vec![format!("{before}{}", self.part(part, around))]
        }
    }

    fn condition(&self, condition: &Condition) -> (String, Grip) {
        let alone = |text| (text, Grip::Test);
        match condition {
            Condition::Present(term) => alone(subject(term)),
            Condition::Equals(..) | Condition::Same(..) => alone(self.comparison(condition, "==")),
            Condition::In(term, values) => {
                let values: Vec<_> = values.iter().map(|value| literal(term, value)).collect();
                alone(format!("{} in [{}]", subject(term), values.join(", ")))
            }
            Condition::Follows(term, keys) => {
                alone(format!("{} is {}", subject(term), ident(&keys.name)))
            }
            Condition::All(parts) => self.group(parts, Grip::All),
            Condition::Any(parts) => self.group(parts, Grip::Any),
            Condition::None(parts) => match &**parts {
                [] => alone("true".to_owned()),
                [equal @ (Condition::Equals(..) | Condition::Same(..))] => {
                    alone(self.comparison(equal, "!="))
                }
                [part] => {
                    let (text, _) = self.condition(part);
                    let bare = matches!(part, Condition::Present(_)) || text.starts_with('!');
                    alone(if bare {
                        format!("!{text}")
                    } else {
                        format!("!({text})")
                    })
                }
                parts => alone(format!("!({})", self.group(parts, Grip::Any).0)),
            },
        }
    }

    fn group(&self, parts: &[Condition], grip: Grip) -> (String, Grip) {
        let sign = if grip == Grip::All { " && " } else { " || " };
        match parts {
            [] => ((grip == Grip::All).to_string(), Grip::Test),
            [part] => self.condition(part),
            parts => {
                let parts: Vec<_> = parts.iter().map(|part| self.part(part, grip)).collect();
                (parts.join(sign), grip)
            }
        }
    }

    /// A condition as a part of a group, in parentheses when it would fall apart there.
    fn part(&self, condition: &Condition, around: Grip) -> String {
        match self.condition(condition) {
            (text, grip) if grip > around => text,
            (text, _) => format!("({text})"),
        }
    }

    fn comparison(&self, condition: &Condition, sign: &str) -> String {
        match condition {
            Condition::Equals(term, value) => {
                format!("{} {sign} {}", subject(term), self.value(term, value))
            }
            Condition::Same(left, other) => match (operand(left), operand(other)) {
                (_, Some(other)) => format!("{} {sign} {other}", subject(left)),
                (Some(left), None) => format!("{} {sign} {left}", subject(other)),
                (None, None) => format!("{} {sign} {}", subject(left), subject(other)),
            },
            other => self.condition(other).0,
        }
    }

    /// A value behind a comparison, where a name that an attribute has is that attribute.
    fn value(&self, term: &Term, value: &Literal) -> String {
        let name = literal(term, value);
        let row = self.event.and_then(|event| {
            event.attribute(&name)?;
            event.attribute(&term.attribute)
        });
        match (value, row) {
            (Literal::Member { .. }, Some(row)) => {
                format!("{}::{name}", type_name(row, self.dictionary))
            }
            _ => name,
        }
    }
}

/// Whether a clause demands anything.
fn asks(clause: &Clause) -> bool {
    match clause {
        Clause::Assert(_) => true,
        Clause::If {
            then, otherwise, ..
        } => then.iter().chain(otherwise.iter()).any(asks),
    }
}

/// Whether a brace goes on the last line of a condition: where it was not broken, or ends with the bracket of a list.
fn has_room_for_brace(condition: &Condition, last: &str) -> bool {
    !last.starts_with("    ") || matches!(condition, Condition::In(..))
}

/// A term where a condition begins.
fn subject(term: &Term) -> String {
    keyed(left(&term.attribute), term)
}

/// A term behind a comparison, if it can stand there.
fn operand(term: &Term) -> Option<String> {
    right(&term.attribute).map(|name| keyed(name.to_owned(), term))
}

fn keyed(name: String, term: &Term) -> String {
    match &term.key {
        None => name,
        Some(key) => format!("{name}[{}]", quote(key)),
    }
}

/// A value. The value of a key has no vocabulary, and is the number behind a name.
fn literal(term: &Term, value: &Literal) -> String {
    match value {
        Literal::Member { number, .. } if term.key.is_some() => number.to_string(),
        Literal::Member { name, .. } => member(name),
        value => value.to_string(),
    }
}

/// A value that a row fixes.
pub(super) fn fixed(value: &Literal) -> String {
    match value {
        Literal::Member { name, .. } => member(name),
        value => value.to_string(),
    }
}
