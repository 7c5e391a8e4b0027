//! The declaration as a value of events-schema.
//!
//! What a type carries stands elsewhere: in the user's crate, of which a macro knows nothing, or in other sources that
//! were read too.

use std::borrow::Cow;

use events_schema as schema;
use syn::{Path, Type};

use crate::model::{Clause, Condition, Event, Family, Footnote, Literal, Row, Term};

/// What the names of a declaration stand for. `None` is for what nobody knows: what needs it is left out.
pub trait Types {
    fn kind(&mut self, ty: &Type) -> Option<schema::Kind>;
    /// The member of the enumeration `ty` that a path names.
    fn member(&mut self, ty: &Type, path: &Path) -> Option<schema::Literal>;
    fn key_set(&mut self, path: &Path) -> Option<schema::KeySet>;
}

/// What a macro knows: kinds are all texts, members have no number and key sets only their name.
struct Unknown;

impl Types for Unknown {
    fn kind(&mut self, _: &Type) -> Option<schema::Kind> {
        Some(schema::Kind::Text)
    }

    fn member(&mut self, _: &Type, path: &Path) -> Option<schema::Literal> {
        Some(schema::Literal::Member {
            name: last(path).into(),
            number: 0,
        })
    }

    fn key_set(&mut self, path: &Path) -> Option<schema::KeySet> {
        Some(schema::KeySet {
            name: last(path).into(),
            description: Cow::Borrowed(""),
            keys: Cow::Borrowed(&[]),
        })
    }
}

/// The last name of a path.
pub fn last(path: &Path) -> String {
    let last = path.segments.last();
    last.map_or_else(String::new, |segment| crate::names::text(&segment.ident))
}

impl Family {
    /// The family without its events, which docs are made of.
    pub fn to_schema(&self) -> schema::Family {
        schema::Family {
            name: self.name.clone().into(),
            description: self.docs.text().into(),
            source: self.source.clone(),
            tag: self.tag.clone().into(),
            events: Cow::Borrowed(&[]),
        }
    }

    /// The family as its names say.
    pub fn lower(&self, types: &mut dyn Types) -> schema::Family {
        let events = self.events.iter().map(|event| event.lower(types));
        schema::Family {
            events: events.collect(),
            ..self.to_schema()
        }
    }
}

impl Event {
    /// The event, which docs are made of and whose rules are solved.
    pub fn to_schema(&self) -> schema::Event {
        self.lower(&mut Unknown)
    }

    fn lower(&self, types: &mut dyn Types) -> schema::Event {
        let rows = self.rows.iter().filter_map(|row| row.lower(types));
        let attributes = rows.collect();
        let footnotes = self.footnotes.iter().map(|note| note.lower(types));
        schema::Event {
            name: self.name.clone().into(),
            number: self.number,
            description: self.docs.text().into(),
            attributes,
            footnotes: footnotes.collect(),
        }
    }
}

impl Row {
    fn lower(&self, types: &mut dyn Types) -> Option<schema::Attribute> {
        let mark = |(letter, cell): &(String, schema::Cell)| schema::Mark {
            letter: letter.clone().into(),
            cell: *cell,
        };
        Some(schema::Attribute {
            name: self.name.clone().into(),
            union: self.union.clone().map(Cow::Owned),
            kind: match self.ty() {
                None => schema::Kind::Event,
                Some(ty) => types.kind(ty)?,
            },
            fixed: match self.fixed() {
                None => None,
                Some(literal) => Some(literal.lower(types)?),
            },
            presence: if self.mandatory {
                schema::Presence::Mandatory
            } else {
                schema::Presence::Optional
            },
            marks: self.marks.iter().map(mark).collect(),
            description: self.docs.text().into(),
        })
    }
}

impl Footnote {
    fn lower(&self, types: &mut dyn Types) -> schema::Footnote {
        let rules = self.rules.iter().filter_map(|rule| {
            Some(schema::Rule {
                id: rule.id.clone().into(),
                clause: rule.clause.lower(types)?,
            })
        });
        schema::Footnote {
            letter: self.letter.clone().into(),
            text: self.text.clone().into(),
            status: self.status,
            proposed: self.proposed.is_some(),
            rules: rules.collect(),
            waives: self.waives.iter().cloned().map(Cow::Owned).collect(),
        }
    }
}

impl Clause {
    fn lower(&self, types: &mut dyn Types) -> Option<schema::Clause> {
        let mut all = |clauses: &[Clause]| -> Option<schema::List<schema::Clause>> {
            clauses.iter().map(|clause| clause.lower(types)).collect()
        };
        Some(match self {
            Self::Assert(condition) => schema::Clause::Assert(condition.lower(types)?),
            Self::If {
                condition,
                then,
                otherwise,
            } => {
                let (then, otherwise) = (all(then)?, all(otherwise)?);
                schema::Clause::If {
                    condition: condition.lower(types)?,
                    then,
                    otherwise,
                }
            }
        })
    }
}

impl Condition {
    fn lower(&self, types: &mut dyn Types) -> Option<schema::Condition> {
        let mut all = |conditions: &[Condition]| -> Option<schema::List<schema::Condition>> {
            let lowered = conditions.iter().map(|condition| condition.lower(types));
            lowered.collect()
        };
        Some(match self {
            Self::Present(term) => schema::Condition::Present(term.lower()),
            Self::Equals(term, value) => {
                schema::Condition::Equals(term.lower(), value.lower(types)?)
            }
            Self::In(term, values) => {
                let values: Option<_> = values.iter().map(|value| value.lower(types)).collect();
                schema::Condition::In(term.lower(), values?)
            }
            Self::Same(left, right) => schema::Condition::Same(left.lower(), right.lower()),
            Self::Follows(term, keys) => {
                schema::Condition::Follows(term.lower(), Cow::Owned(types.key_set(keys)?))
            }
            Self::All(conditions) => schema::Condition::All(all(conditions)?),
            Self::Any(conditions) => schema::Condition::Any(all(conditions)?),
            Self::None(conditions) => schema::Condition::None(all(conditions)?),
        })
    }
}

impl Term {
    fn lower(&self) -> schema::Term {
        schema::Term {
            attribute: self.attribute.clone().into(),
            key: self.key.clone().map(Cow::Owned),
        }
    }
}

impl Literal {
    pub fn lower(&self, types: &mut dyn Types) -> Option<schema::Literal> {
        Some(match self {
            Self::Text(text) => schema::Literal::Text(text.clone().into()),
            Self::Integer(value) => schema::Literal::Integer(*value),
            Self::Real(value) => schema::Literal::Real(*value),
            Self::Boolean(value) => schema::Literal::Boolean(*value),
            Self::Member { ty, path } => types.member(ty, path)?,
        })
    }

    /// The value as docs show it.
    pub fn shown(&self) -> String {
        let literal = self.lower(&mut Unknown);
        literal.map_or_else(String::new, |literal| literal.to_string())
    }

    /// The name of a member; empty for other values.
    pub fn member(&self) -> String {
        match self {
            Self::Member { path, .. } => last(path),
            _ => String::new(),
        }
    }
}
