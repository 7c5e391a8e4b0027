//! The declaration as meant: nothing in it is left to doubt.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Path, Type};

pub(crate) use events_schema::{Cell, Source, Status};

use crate::ast::Docs;

pub(crate) struct Family {
    /// The path of events-core.
    pub(crate) krate: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) docs: Docs,
    pub(crate) source: Source,
    /// The attribute that holds an event's name.
    pub(crate) tag: String,
    pub(crate) dictionary: Option<Path>,
    pub(crate) events: Vec<Event>,
}

pub(crate) struct Event {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) number: Option<i64>,
    pub(crate) docs: Docs,
    pub(crate) rows: Vec<Row>,
    pub(crate) footnotes: Vec<Footnote>,
    /// What only the types of the attributes can tell, as constants that do not compile otherwise.
    pub(crate) demands: Vec<Demand>,
}

pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) union: Option<String>,
    pub(crate) docs: Docs,
    pub(crate) marks: Vec<(String, Cell)>,
    pub(crate) mandatory: bool,
    /// Whether a footnote allows the attribute to be absent although it is Mandatory.
    pub(crate) waived: bool,
    pub(crate) content: Content,
    pub(crate) field: Ident,
    pub(crate) constant: Ident,
    /// Whether the type is named like the attribute, so that its docs say what the attribute means.
    pub(crate) defined: bool,
}

/// What a row carries.
pub(crate) enum Content {
    /// The name of the event.
    Tag,
    /// Any value of a type.
    Free(Type),
    /// This value of a type.
    Fixed(Type, Literal),
}

pub(crate) struct Footnote {
    pub(crate) letter: String,
    /// Where the status is called a proposal.
    pub(crate) proposed: Option<Span>,
    pub(crate) text: String,
    pub(crate) status: Status,
    pub(crate) rules: Vec<Rule>,
    pub(crate) waives: Vec<String>,
}

pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) clause: Clause,
}

/// A clause of the schema, whose values are still tokens.
pub(crate) enum Clause {
    Assert(Condition),
    If {
        condition: Condition,
        then: Vec<Clause>,
        otherwise: Vec<Clause>,
    },
}

/// A condition of the schema, whose values are still tokens.
pub(crate) enum Condition {
    Present(Term),
    Equals(Term, Literal),
    In(Term, Vec<Literal>),
    Same(Term, Term),
    Follows(Term, Path),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    None(Vec<Condition>),
}

#[derive(Clone, PartialEq)]
pub(crate) struct Term {
    /// The place of the row.
    pub(crate) row: usize,
    pub(crate) attribute: String,
    /// The member of the union that the row holds.
    pub(crate) member: Option<Ident>,
    pub(crate) key: Option<String>,
}

#[derive(Clone)]
pub(crate) enum Literal {
    Text(String),
    Integer(i128),
    Real(f64),
    Boolean(bool),
    /// A member of the enumeration `ty`.
    Member {
        ty: Box<Type>,
        path: Path,
    },
}

/// A demand on the types of attributes, which the compiler of the user's crate evaluates.
pub(crate) struct Demand {
    /// Where the caret goes.
    pub(crate) at: TokenStream,
    pub(crate) test: Test,
    /// What is wrong when the demand is not met, and the way out.
    pub(crate) message: String,
}

pub(crate) enum Test {
    /// The type takes the literal.
    Takes(Type, Literal),
    /// The type has keys.
    HasKeys(Type),
    /// Values of the types can be the same.
    Alike(Type, Type),
    /// The type is a union with a member of this name and type.
    HasMember(Type, String, Type),
    /// Of the members of one of these types two have the same number.
    Coincide(Vec<Vec<Literal>>),
    /// Values of the type can be what a member of a union holds.
    CanBeHeld(Type),
}

impl Content {
    /// The type of the attribute's values; the tag has none.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match self {
            Content::Tag => None,
            Content::Free(ty) | Content::Fixed(ty, _) => Some(ty),
        }
    }
}

impl Row {
    /// The type of the attribute's values; the tag has none.
    pub(crate) fn ty(&self) -> Option<&Type> {
        self.content.ty()
    }

    /// The value that is fixed.
    pub(crate) fn fixed(&self) -> Option<&Literal> {
        match &self.content {
            Content::Fixed(_, literal) => Some(literal),
            Content::Tag | Content::Free(_) => None,
        }
    }

    /// Whether each message has the attribute.
    pub(crate) fn always(&self) -> bool {
        self.mandatory && !self.waived
    }

    /// Whether the type says all there is to say about the attribute, so that the struct needs no field for it.
    pub(crate) fn is_constant(&self) -> bool {
        match self.content {
            Content::Tag => true,
            Content::Fixed(..) => self.always(),
            Content::Free(_) => false,
        }
    }
}

impl Event {
    /// The rows that the struct has a field for, with their places.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (usize, &Row, &Type)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| !row.is_constant())
            .filter_map(|(at, row)| Some((at, row, row.ty()?)))
    }
}
