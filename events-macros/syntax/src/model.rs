//! The declaration as meant: nothing in it is left to doubt.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{Path, Type};

pub use events_schema::{Cell, Source, Status};

use crate::ast::Docs;

pub struct Family {
    /// The path of events-core.
    pub krate: TokenStream,
    pub ident: Ident,
    pub name: String,
    pub docs: Docs,
    pub source: Source,
    /// The attribute that holds an event's name.
    pub tag: String,
    pub dictionary: Option<Path>,
    pub events: Vec<Event>,
}

pub struct Event {
    pub ident: Ident,
    pub name: String,
    pub number: Option<i64>,
    pub docs: Docs,
    pub rows: Vec<Row>,
    pub footnotes: Vec<Footnote>,
    /// What only the types of the attributes can tell, as constants that do not compile otherwise.
    pub demands: Vec<Demand>,
    /// Why nobody knows whether the rules contradict each other, where that is so.
    pub unexamined: Option<String>,
}

pub struct Row {
    pub name: String,
    pub union: Option<String>,
    pub docs: Docs,
    pub marks: Vec<(String, Cell)>,
    pub mandatory: bool,
    /// Whether a footnote allows the attribute to be absent although it is Mandatory.
    pub waived: bool,
    pub content: Content,
    pub field: Ident,
    pub constant: Ident,
    /// Whether the type is named like the attribute, so that its docs say what the attribute means.
    pub defined: bool,
}

/// What a row carries.
pub enum Content {
    /// The name of the event.
    Tag,
    /// Any value of a type.
    Free(Type),
    /// This value of a type.
    Fixed(Type, Literal),
}

pub struct Footnote {
    pub letter: String,
    /// Where the status is called a proposal.
    pub proposed: Option<Span>,
    pub text: String,
    pub status: Status,
    pub rules: Vec<Rule>,
    pub waives: Vec<String>,
}

pub struct Rule {
    pub id: String,
    pub clause: Clause,
}

/// A clause of the schema, whose values are still tokens.
pub enum Clause {
    Assert(Condition),
    If {
        condition: Condition,
        then: Vec<Clause>,
        otherwise: Vec<Clause>,
    },
}

/// A condition of the schema, whose values are still tokens.
pub enum Condition {
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
pub struct Term {
    /// The place of the row.
    pub row: usize,
    pub attribute: String,
    /// The member of the union that the row holds.
    pub member: Option<Ident>,
    pub key: Option<String>,
}

#[derive(Clone)]
pub enum Literal {
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
pub struct Demand {
    /// Where the caret goes.
    pub at: TokenStream,
    pub test: Test,
    /// What is wrong when the demand is not met, and the way out.
    pub message: String,
}

pub enum Test {
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
    /// The key is not a misspelt one of these key sets.
    Key {
        attribute: String,
        key: String,
        sets: Vec<Path>,
    },
}

impl Content {
    /// The type of the attribute's values; the tag has none.
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Content::Tag => None,
            Content::Free(ty) | Content::Fixed(ty, _) => Some(ty),
        }
    }
}

impl Row {
    /// The type of the attribute's values; the tag has none.
    pub fn ty(&self) -> Option<&Type> {
        self.content.ty()
    }

    /// The value that is fixed.
    pub fn fixed(&self) -> Option<&Literal> {
        match &self.content {
            Content::Fixed(_, literal) => Some(literal),
            Content::Tag | Content::Free(_) => None,
        }
    }

    /// Whether each message has the attribute.
    pub fn always(&self) -> bool {
        self.mandatory && !self.waived
    }

    /// Whether the type says all there is to say about the attribute, so that the struct needs no field for it.
    pub fn is_constant(&self) -> bool {
        match self.content {
            Content::Tag => true,
            Content::Fixed(..) => self.always(),
            Content::Free(_) => false,
        }
    }
}

impl Event {
    /// The rows that the struct has a field for, with their places.
    pub fn fields(&self) -> impl Iterator<Item = (usize, &Row, &Type)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| !row.is_constant())
            .filter_map(|(at, row)| Some((at, row, row.ty()?)))
    }
}
