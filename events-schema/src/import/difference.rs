//! A document against declarations, row by row and footnote by footnote.

use std::fmt;

use crate::solve::{Sight, Solver, difference};
use crate::{Attribute, Cell, Clause, Event, Family, Footnote, Presence, Rule, Status, Text};

/// A difference between a document and its declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "kind", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Difference {
    /// The document has an event that is not declared.
    Undeclared {
        /// The event.
        event: String,
    },
    /// An event is declared in a family of the document, and the document lacks it.
    Undocumented {
        /// The event.
        event: String,
    },
    /// A row is not the same.
    Row {
        /// The event.
        event: String,
        /// The row in the document, as a declaration has it.
        documented: Option<String>,
        /// The row that is declared.
        declared: Option<String>,
    },
    /// The rows are the same in another order.
    Order {
        /// The event.
        event: String,
        /// The first attribute out of place.
        documented: String,
        /// The attribute that is declared there.
        declared: String,
    },
    /// A footnote is not the same.
    Footnote {
        /// The event.
        event: String,
        /// The footnote's letter.
        letter: String,
        /// The rows that refer to it in the document; none when the document lacks it.
        documented: Option<Vec<String>>,
        /// The rows that refer to it in the declaration.
        declared: Option<Vec<String>>,
    },
    /// The prose of a footnote reads otherwise than what is declared. That is for a person to judge, unless both cannot
    /// be true.
    Reading {
        /// The event.
        event: String,
        /// The footnote's letter.
        letter: String,
        /// What the prose reads as.
        read: String,
        /// What is declared.
        declared: String,
        /// How much the declaration demands, where both are rules that can be compared.
        relation: Option<Relation>,
    },
}

/// What declared rules demand, compared with those that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Relation {
    /// The declaration demands less: it allows this message, which the prose does not.
    Less(String),
    /// The declaration demands more: the prose allows this message, which the declaration does not.
    More(String),
    /// Each allows a message that the other does not: the declaration the first, the prose the second.
    Other(String, String),
    /// Where both apply, no message satisfies both.
    Opposite,
}

impl Difference {
    /// Whether the document contradicts the declaration for certain.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Reading { relation, .. } => *relation == Some(Relation::Opposite),
            _ => true,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undeclared { event } => write!(f, "{event} is documented and not declared"),
            Self::Undocumented { event } => write!(f, "{event} is declared and not documented"),
            Self::Row {
                event,
                documented,
                declared,
            } => match (documented, declared) {
                (Some(row), None) => {
                    write!(f, "{event}: row `{row}` is documented and not declared")
                }
                (None, Some(row)) => {
                    write!(f, "{event}: row `{row}` is declared and not documented")
                }
                (documented, declared) => write!(
                    f,
                    "{event}: a row is documented as `{}` and declared as `{}`",
                    documented.as_deref().unwrap_or_default(),
                    declared.as_deref().unwrap_or_default()
                ),
            },
            Self::Order {
                event,
                documented,
                declared,
            } => write!(
                f,
                "{event}: `{documented}` is documented where `{declared}` is declared"
            ),
            Self::Footnote {
                event,
                letter,
                documented,
                declared,
            } => {
                let rows = |rows: &Option<Vec<String>>| match rows.as_deref() {
                    None => "missing".to_owned(),
                    Some([]) => "there without a mark".to_owned(),
                    Some(rows) => format!("on {}", rows.join(", ")),
                };
                let (documented, declared) = (rows(documented), rows(declared));
                write!(
                    f,
                    "{event}: footnote {letter} is {documented} in the document and {declared} in the declaration"
                )
            }
            Self::Reading {
                event,
                letter,
                read,
                declared,
                relation,
            } => {
                write!(
                    f,
                    "{event}: footnote {letter} reads as `{read}` and is declared as `{declared}`"
                )?;
                match relation {
                    None => Ok(()),
                    Some(Relation::Less(message)) => {
                        write!(f, ", which demands less: it allows {message}")
                    }
                    Some(Relation::More(message)) => {
                        write!(f, ", which demands more: it forbids {message}")
                    }
                    Some(Relation::Other(allowed, forbidden)) => write!(
                        f,
                        ", which demands something else: it allows {allowed}, and forbids {forbidden}"
                    ),
                    Some(Relation::Opposite) => f.write_str(
                        ", which contradicts it: where both apply, no message satisfies both",
                    ),
                }
            }
        }
    }
}

/// What the families of documents and declared ones do not have in common, in the order of the documents.
///
/// Texts are not compared: those of a declaration are in words of its own. Numbers are where both have one.
#[must_use]
pub fn differences(documented: &[Family], declared: &[&Family]) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut covered: Vec<&Family> = Vec::new();
    for event in documented.iter().flat_map(|family| family.events.iter()) {
        let known = declared
            .iter()
            .find_map(|family| Some((*family, family.event(&event.name)?)));
        let Some((family, known)) = known else {
            let event = event.name.to_string();
            differences.push(Difference::Undeclared { event });
            continue;
        };
        if !covered.iter().any(|other| std::ptr::eq(*other, family)) {
            covered.push(family);
        }
        rows(event, known, &mut differences);
        footnotes(event, known, &mut differences);
    }
    for event in covered.iter().flat_map(|family| family.events.iter()) {
        if !documented
            .iter()
            .any(|family| family.event(&event.name).is_some())
        {
            let event = event.name.to_string();
            differences.push(Difference::Undocumented { event });
        }
    }
    differences
}

fn rows(documented: &Event, declared: &Event, differences: &mut Vec<Difference>) {
    let event = || documented.name.to_string();
    let before = differences.len();
    for row in documented.attributes.iter() {
        let known = declared.attribute(&row.name);
        let (documented, declared) = (shown(row), known.map(shown));
        if declared.as_ref() != Some(&documented) {
            differences.push(Difference::Row {
                event: event(),
                documented: Some(documented),
                declared,
            });
        }
    }
    for row in declared.attributes.iter() {
        if documented.attribute(&row.name).is_none() {
            differences.push(Difference::Row {
                event: event(),
                documented: None,
                declared: Some(shown(row)),
            });
        }
    }
    let mut pairs = documented.attributes.iter().zip(declared.attributes.iter());
    if differences.len() == before
        && let Some((documented, declared)) = pairs.find(|(one, other)| one.name != other.name)
    {
        differences.push(Difference::Order {
            event: event(),
            documented: documented.name.to_string(),
            declared: declared.name.to_string(),
        });
    }
}

/// A row as a declaration has it, without its type.
fn shown(row: &Attribute) -> String {
    let marks = |cell| {
        let marks = row.marks.iter().filter(|mark| mark.cell == cell);
        let letters: Vec<&str> = marks.map(|mark| &*mark.letter).collect();
        if letters.is_empty() {
            String::new()
        } else {
            format!("[{}]", letters.join(", "))
        }
    };
    let fixed = row
        .fixed
        .as_ref()
        .map(|value| format!(" = {value}"))
        .unwrap_or_default();
    let presence = match row.presence {
        Presence::Mandatory => "Mandatory",
        Presence::Optional => "Optional",
    };
    let (on_name, on_presence) = (marks(Cell::Name), marks(Cell::Presence));
    format!("{}{on_name}{fixed} {presence}{on_presence}", row.name)
}

fn footnotes(documented: &Event, declared: &Event, differences: &mut Vec<Difference>) {
    let bearers = |event: &Event, letter: &str| -> Option<Vec<String>> {
        event.footnote(letter)?;
        let rows = event.attributes.iter();
        let bearing = rows.filter(|row| row.marks.iter().any(|mark| mark.letter == letter));
        Some(bearing.map(|row| row.name.to_string()).collect())
    };
    let own = declared
        .footnotes
        .iter()
        .filter(|note| documented.footnote(&note.letter).is_none());
    for note in documented.footnotes.iter().chain(own) {
        let letter = &*note.letter;
        let (left, right) = (bearers(documented, letter), bearers(declared, letter));
        if left != right {
            differences.push(Difference::Footnote {
                event: documented.name.to_string(),
                letter: letter.to_owned(),
                documented: left,
                declared: right,
            });
            continue;
        }
        let (Some(read), Some(known)) = (documented.footnote(letter), declared.footnote(letter))
        else {
            continue;
        };
        if read.status == Status::Unread || reading(read) == reading(known) {
            continue;
        }
        let compared = compare(declared, read, known);
        if compared != Some(Compared::Same) {
            differences.push(Difference::Reading {
                event: documented.name.to_string(),
                letter: letter.to_owned(),
                read: reading(read),
                declared: reading(known),
                relation: compared.and_then(Compared::relation),
            });
        }
    }
}

/// What the rules of two footnotes come to.
#[derive(PartialEq)]
enum Compared {
    Same,
    Differ(Relation),
}

impl Compared {
    fn relation(self) -> Option<Relation> {
        match self {
            Self::Same => None,
            Self::Differ(relation) => Some(relation),
        }
    }
}

/// Compares what a footnote of an event was read as with what is declared, beside all other rules of the event; `None`
/// when one of them has no rules, or they cannot be compared.
fn compare(event: &Event, read: &Footnote, known: &Footnote) -> Option<Compared> {
    if read.rules.is_empty() || known.rules.is_empty() {
        return None;
    }
    let with = |rules: &[&[Rule]]| {
        let mut event = event.clone();
        for note in event.footnotes.to_mut() {
            if note.letter == known.letter {
                note.rules = rules.concat().into();
            }
        }
        event
    };
    let (prose, declared) = (with(&[&read.rules]), with(&[&known.rules]));
    let possible = |clauses: &[&Clause]| -> Option<bool> {
        let rules: Vec<Rule> = clauses.iter().map(|clause| rule(clause)).collect();
        let solver = Solver::new(&with(&[&rules])).ok()?;
        Some(solver.satisfy().ok()?.is_some())
    };
    for (one, other) in pairs(&read.rules, &known.rules) {
        let applies: Vec<Clause> = [one, other].into_iter().filter_map(applies).collect();
        let applies: Vec<&Clause> = applies.iter().collect();
        let beside = |clauses: &[&Clause]| possible(&[&*applies, clauses].concat());
        if beside(&[one])? && beside(&[other])? && !beside(&[one, other])? {
            return Some(Compared::Differ(Relation::Opposite));
        }
    }
    let sources: &Vec<_> = &(0..event.attributes.len()).map(Some).collect();
    let apart = |from: &Event, to: &Event| -> Option<Option<String>> {
        let differences = difference(Sight { from, to, sources }, &[]).ok()?;
        let first = differences.first();
        Some(first.map(|difference| difference.message.to_string()))
    };
    Some(
        match (apart(&declared, &prose)?, apart(&prose, &declared)?) {
            (None, None) => Compared::Same,
            (Some(allowed), None) => Compared::Differ(Relation::Less(allowed)),
            (None, Some(forbidden)) => Compared::Differ(Relation::More(forbidden)),
            (Some(allowed), Some(forbidden)) => {
                Compared::Differ(Relation::Other(allowed, forbidden))
            }
        },
    )
}

/// The demands of two footnotes, each with each.
fn pairs<'r>(
    read: &'r [Rule],
    known: &'r [Rule],
) -> impl Iterator<Item = (&'r Clause, &'r Clause)> {
    let with_all = |one: &'r Rule| known.iter().map(|other| (&one.clause, &other.clause));
    read.iter().flat_map(with_all)
}

/// That a demand applies, where it does so only on a condition.
fn applies(clause: &Clause) -> Option<Clause> {
    match clause {
        Clause::If { condition, .. } => Some(Clause::Assert(condition.clone())),
        Clause::Assert(_) => None,
    }
}

fn rule(clause: &Clause) -> Rule {
    Rule {
        id: Text::default(),
        clause: clause.clone(),
    }
}

/// The status and the rules of a footnote on one line.
fn reading(note: &Footnote) -> String {
    let rules: Vec<_> = note.rules.iter().map(Rule::source).collect();
    let rules = rules.join(" ");
    let rules: Vec<&str> = rules.split_whitespace().collect();
    match (note.status, rules.join(" ")) {
        (Status::Checked, rules) => rules,
        (Status::Partly, rules) => format!("partly {{ {rules} }}"),
        (status, _) => status.as_str().to_owned(),
    }
}
