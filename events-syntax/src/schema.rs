//! The declaration as a value of events-schema: what docs are made of.
//!
//! What the types of the user's crate say is not known here: kinds are all texts, members have no number and key sets
//! only their name.

use std::borrow::Cow;

use events_schema as schema;

use crate::model::{Clause, Condition, Event, Family, Footnote, Literal, Row, Term};

impl Family {
    /// The family without its events.
    pub fn to_schema(&self) -> schema::Family {
        schema::Family {
            name: self.name.clone().into(),
            description: self.docs.text().into(),
            source: self.source.clone(),
            tag: self.tag.clone().into(),
            events: Cow::Borrowed(&[]),
        }
    }
}

impl Event {
    pub fn to_schema(&self) -> schema::Event {
        schema::Event {
            name: self.name.clone().into(),
            number: self.number,
            description: self.docs.text().into(),
            attributes: self.rows.iter().map(Row::to_schema).collect(),
            footnotes: self.footnotes.iter().map(Footnote::to_schema).collect(),
        }
    }
}

impl Row {
    fn to_schema(&self) -> schema::Attribute {
        let mark = |(letter, cell): &(String, schema::Cell)| schema::Mark {
            letter: letter.clone().into(),
            cell: *cell,
        };
        schema::Attribute {
            name: self.name.clone().into(),
            union: self.union.clone().map(Cow::Owned),
            kind: match self.ty() {
                None => schema::Kind::Event,
                Some(_) => schema::Kind::Text,
            },
            fixed: self.fixed().map(Literal::to_schema),
            presence: if self.mandatory {
                schema::Presence::Mandatory
            } else {
                schema::Presence::Optional
            },
            marks: self.marks.iter().map(mark).collect(),
            description: self.docs.text().into(),
        }
    }
}

impl Footnote {
    fn to_schema(&self) -> schema::Footnote {
        schema::Footnote {
            letter: self.letter.clone().into(),
            text: self.text.clone().into(),
            status: self.status,
            proposed: self.proposed.is_some(),
            rules: self
                .rules
                .iter()
                .map(|rule| schema::Rule {
                    id: rule.id.clone().into(),
                    clause: rule.clause.to_schema(),
                })
                .collect(),
            waives: self.waives.iter().cloned().map(Cow::Owned).collect(),
        }
    }
}

impl Clause {
    pub fn to_schema(&self) -> schema::Clause {
        let all = |clauses: &[Clause]| clauses.iter().map(Clause::to_schema).collect();
        match self {
            Self::Assert(condition) => schema::Clause::Assert(condition.to_schema()),
            Self::If {
                condition,
                then,
                otherwise,
            } => schema::Clause::If {
                condition: condition.to_schema(),
                then: all(then),
                otherwise: all(otherwise),
            },
        }
    }
}

impl Condition {
    fn to_schema(&self) -> schema::Condition {
        let all = |conditions: &[Condition]| conditions.iter().map(Condition::to_schema).collect();
        match self {
            Self::Present(term) => schema::Condition::Present(term.to_schema()),
            Self::Equals(term, value) => {
                schema::Condition::Equals(term.to_schema(), value.to_schema())
            }
            Self::In(term, values) => schema::Condition::In(
                term.to_schema(),
                values.iter().map(Literal::to_schema).collect(),
            ),
            Self::Same(left, right) => schema::Condition::Same(left.to_schema(), right.to_schema()),
            Self::Follows(term, keys) => {
                let name = keys
                    .segments
                    .last()
                    .map(|segment| segment.ident.to_string());
                schema::Condition::Follows(
                    term.to_schema(),
                    Cow::Owned(schema::KeySet {
                        name: name.unwrap_or_default().into(),
                        description: Cow::Borrowed(""),
                        keys: Cow::Borrowed(&[]),
                    }),
                )
            }
            Self::All(conditions) => schema::Condition::All(all(conditions)),
            Self::Any(conditions) => schema::Condition::Any(all(conditions)),
            Self::None(conditions) => schema::Condition::None(all(conditions)),
        }
    }
}

impl Term {
    fn to_schema(&self) -> schema::Term {
        schema::Term {
            attribute: self.attribute.clone().into(),
            key: self.key.clone().map(Cow::Owned),
        }
    }
}

impl Literal {
    fn to_schema(&self) -> schema::Literal {
        match self {
            Self::Text(text) => schema::Literal::Text(text.clone().into()),
            Self::Integer(value) => schema::Literal::Integer(*value),
            Self::Real(value) => schema::Literal::Real(*value),
            Self::Boolean(value) => schema::Literal::Boolean(*value),
            Self::Member { .. } => schema::Literal::Member {
                name: self.member().into(),
                number: 0,
            },
        }
    }

    /// The value as docs show it.
    pub fn shown(&self) -> String {
        self.to_schema().to_string()
    }

    /// The name of a member; empty for other values.
    pub fn member(&self) -> String {
        let Self::Member { path, .. } = self else {
            return String::new();
        };
        let last = path.segments.last();
        last.map_or_else(String::new, |segment| crate::names::text(&segment.ident))
    }
}
