//! The declaration as written.

mod footnote;
mod row;
mod rule;
mod value;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Result};
use syn::{Attribute, Error, Expr, Lit, LitStr, Meta, Token, braced, parenthesized, token};

pub use footnote::{Body, Footnote};
pub use row::{Letter, Name, Row, is_presence};
pub use rule::{Condition, Operand, Rule, Subject};
pub use value::Value;

use crate::errors::Errors;

/// What `event!` was given.
pub struct Input {
    /// The path of events-core, from the `$crate` of the front end.
    pub krate: TokenStream,
    pub headers: Vec<Header>,
    pub events: Vec<Event>,
    /// Whether an event or a header could not be read.
    pub incomplete: bool,
}

/// `<Registration>`, or `<CallHandling = "Call-Handling and Transfer/Conference">`.
pub struct Header {
    pub attributes: Attributes,
    pub spelling: Spelling,
    /// Whether an event stands before it.
    pub late: bool,
}

pub struct Event {
    pub attributes: Attributes,
    pub spelling: Spelling,
    pub number: Option<Number>,
    pub rows: Vec<Row>,
    pub footnotes: Vec<Footnote>,
    /// Whether a row could not be read, so that what seems to be missing may stand in it.
    pub incomplete: bool,
}

/// A Rust name, and the documented one where it is no identifier.
pub struct Spelling {
    pub ident: Ident,
    pub documented: Option<LitStr>,
}

pub struct Number {
    pub value: i128,
    pub tokens: TokenStream,
}

/// Doc comments, and all other attributes as they are.
#[derive(Default)]
pub struct Attributes {
    pub docs: Docs,
    pub others: Vec<Attribute>,
}

/// Doc comments: text for people, and data from then on.
#[derive(Default)]
pub struct Docs {
    attributes: Vec<Attribute>,
    lines: Vec<String>,
}

impl Input {
    /// Reads a declaration. What cannot be read is a mistake and is skipped, so that the rest is still read.
    pub fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let mut parsed = Self {
            krate: parse_krate(input)?,
            headers: Vec::new(),
            events: Vec::new(),
            incomplete: false,
        };
        while !input.is_empty() {
            if let Err(error) = parsed.parse_item(errors, input) {
                errors.add(error);
                parsed.incomplete = true;
                skip_event(input);
            }
        }
        Ok(parsed)
    }

    fn parse_item(&mut self, errors: &mut Errors, input: ParseStream<'_>) -> Result<()> {
        if peek_footnotes(input) {
            let message = "`footnotes` stand once, directly behind the rows of their event";
            errors.push_at(input.span(), message);
            skip(input);
            skip(input);
            return Ok(());
        }
        let attributes = Attributes::parse(input)?;
        if input.peek(Token![<]) {
            let late = !self.events.is_empty();
            self.headers.push(Header::parse(attributes, late, input)?);
        } else {
            self.events.push(Event::parse(errors, attributes, input)?);
        }
        Ok(())
    }
}

/// The `$crate` that the front end puts before what it was given.
pub fn parse_krate(input: ParseStream<'_>) -> Result<TokenStream> {
    let content;
    parenthesized!(content in input);
    content.parse()
}

impl Header {
    fn parse(attributes: Attributes, late: bool, input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![<]>()?;
        let spelling = Spelling::parse(input)?;
        input.parse::<Token![>]>()?;
        Ok(Self {
            attributes,
            spelling,
            late,
        })
    }
}

impl Spelling {
    /// `Name`, or `Name = "documented name"`.
    pub fn parse(input: ParseStream<'_>) -> Result<Self> {
        let ident = input.call(parse_ident)?;
        Self::parse_behind(ident, input)
    }

    /// The documented name behind the one of Rust, if it stands there.
    pub fn parse_behind(ident: Ident, input: ParseStream<'_>) -> Result<Self> {
        let documented = if input.peek(Token![=]) && input.peek2(LitStr) {
            input.parse::<Token![=]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self { ident, documented })
    }

    /// The documented name.
    pub fn name(&self) -> String {
        match &self.documented {
            Some(documented) => documented.value(),
            None => crate::names::text(&self.ident),
        }
    }
}

/// An identifier that the user chose for Rust, so no keyword.
fn parse_ident(input: ParseStream<'_>) -> Result<Ident> {
    if input.peek(syn::Ident) {
        return input.parse();
    }
    if let Ok(keyword) = input.fork().call(Ident::parse_any) {
        let message = match &*keyword.to_string() {
            "pub" => "what is declared here is always public, remove `pub`".to_owned(),
            name => format!("`{name}` is a keyword of Rust, choose another name"),
        };
        return Err(Error::new(keyword.span(), message));
    }
    Err(unexpected(input, "a name"))
}

impl Number {
    /// `= 53`, if it stands there.
    pub fn parse(input: ParseStream<'_>) -> Result<Option<Self>> {
        if !input.peek(Token![=]) {
            return Ok(None);
        }
        input.parse::<Token![=]>()?;
        match input.parse()? {
            Value::Integer { value, tokens } => Ok(Some(Self { value, tokens })),
            other => Err(Error::new_spanned(
                &other,
                "expected a whole number such as `53`",
            )),
        }
    }
}

impl Event {
    fn parse(errors: &mut Errors, attributes: Attributes, input: ParseStream<'_>) -> Result<Self> {
        let spelling = Spelling::parse(input)?;
        let number = Number::parse(input)?;
        if !input.peek(token::Brace) {
            return Err(unexpected(
                input,
                &format!("the rows of `{}` in braces", spelling.ident),
            ));
        }
        let content;
        braced!(content in input);
        let (rows, incomplete) = Row::parse_all(errors, &content);
        let footnotes = if peek_footnotes(input) {
            input.call(Ident::parse_any)?;
            let content;
            braced!(content in input);
            Footnote::parse_all(errors, &content)
        } else {
            Vec::new()
        };
        Ok(Self {
            attributes,
            spelling,
            number,
            rows,
            footnotes,
            incomplete,
        })
    }
}

fn peek_footnotes(input: ParseStream<'_>) -> bool {
    peek_word(input, "footnotes") && input.peek2(token::Brace)
}

/// Goes on behind the next table: the next event is still read.
fn skip_event(input: ParseStream<'_>) {
    skip_to(input, |input| input.peek(token::Brace));
    skip(input);
    if peek_footnotes(input) {
        skip(input);
        skip(input);
    }
}

impl Attributes {
    pub fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut parsed = Self::default();
        for attribute in input.call(Attribute::parse_outer)? {
            match doc(&attribute) {
                Some(line) => {
                    parsed.docs.attributes.push(attribute);
                    parsed.docs.lines.push(line);
                }
                None => parsed.others.push(attribute),
            }
        }
        Ok(parsed)
    }
}

fn doc(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    if !meta.path.is_ident("doc") {
        return None;
    }
    // A doc comment that came through the `$doc:expr` of another macro stands in an invisible group.
    let mut value = &meta.value;
    while let Expr::Group(group) = value {
        value = &group.expr;
    }
    match value {
        Expr::Lit(expr) => match &expr.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

impl Docs {
    /// The text: lines joined, paragraphs kept.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in self
            .lines
            .iter()
            .flat_map(|line| line.split('\n'))
            .map(str::trim)
        {
            if line.is_empty() {
                if !text.is_empty() && !text.ends_with('\n') {
                    text += "\n\n";
                }
                continue;
            }
            if !text.is_empty() && !text.ends_with('\n') {
                text += " ";
            }
            text += line;
        }
        text.truncate(text.trim_end().len());
        text
    }

    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.trim().is_empty())
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for attribute in &self.attributes {
            attribute.to_tokens(tokens);
        }
    }
}

/// Whether a contextual word of the grammar stands next.
pub fn peek_word(input: ParseStream<'_>, word: &str) -> bool {
    input
        .cursor()
        .ident()
        .is_some_and(|(ident, _)| ident == word)
}

pub fn skip(input: ParseStream<'_>) {
    // At the end there is nothing to skip.
    let _ = input.parse::<TokenTree>();
}

pub fn skip_to(input: ParseStream<'_>, stop: impl Fn(ParseStream<'_>) -> bool) {
    while !input.is_empty() && !stop(input) {
        skip(input);
    }
}

/// Reads all that is listed between braces, each with its comma; tells whether one of them could not be read.
pub fn parse_listed<T>(
    errors: &mut Errors,
    input: ParseStream<'_>,
    parse: fn(ParseStream<'_>) -> Result<T>,
) -> (Vec<T>, bool) {
    let (mut listed, mut lost) = (Vec::new(), false);
    while !input.is_empty() {
        match parse(input) {
            Ok(one) => listed.push(one),
            Err(error) => {
                errors.add(error);
                lost = true;
                skip_to(input, |input| input.peek(Token![,]));
                skip(input);
            }
        }
    }
    (listed, lost)
}

/// The mistake that something else stands next.
pub fn unexpected(input: ParseStream<'_>, expected: &str) -> Error {
    match input.cursor().token_tree() {
        Some((found, _)) => Error::new(
            found.span(),
            format!("expected {expected}, found `{}`", shown(&found)),
        ),
        None => input.error(format!("expected {expected}")),
    }
}

/// A token as a mistake quotes it: of a group only the bracket.
pub fn shown(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            proc_macro2::Delimiter::Brace => "{".to_owned(),
            proc_macro2::Delimiter::Bracket => "[".to_owned(),
            proc_macro2::Delimiter::Parenthesis => "(".to_owned(),
            proc_macro2::Delimiter::None => group.to_string(),
        },
        token => token.to_string(),
    }
}

/// The comma behind something that ends at `before`, unless nothing follows.
pub fn expect_comma(input: ParseStream<'_>, before: Span, what: &str) -> Result<()> {
    if input.peek(Token![,]) {
        skip(input);
        return Ok(());
    }
    if input.is_empty() {
        return Ok(());
    }
    // The doc comment of what comes next is not where the comma is missing.
    if input.peek(Token![#]) {
        return Err(Error::new(before, format!("expected `,` behind {what}")));
    }
    Err(unexpected(input, &format!("`,` behind {what}")))
}
