//! Footnotes.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Result};
use syn::{LitStr, Token, bracketed, token};

use super::{Attributes, Letter, Name, Rule, peek_word, skip, skip_to, unexpected};
use crate::errors::Errors;

/// `/// text`, then `[a]` and its status.
pub struct Footnote {
    pub attributes: Attributes,
    pub letter: Letter,
    /// The word `proposed` before a status that nobody has held against the document yet.
    pub proposed: Option<Span>,
    pub body: Body,
}

pub enum Body {
    Checked(Vec<Rule>),
    Partly(Vec<Rule>),
    Context {
        waives: Vec<Name>,
    },
    Remark,
    Unread,
    /// Nothing stands there.
    Missing,
    /// What stands there cannot be read, which is a mistake already.
    Lost,
}

impl Footnote {
    pub(super) fn parse_all(errors: &mut Errors, input: ParseStream<'_>) -> Vec<Self> {
        let mut footnotes = Vec::new();
        while !input.is_empty() {
            match Self::parse(errors, input) {
                Ok(footnote) => footnotes.push(footnote),
                Err(error) => {
                    errors.add(error);
                    skip_footnote(input);
                }
            }
        }
        footnotes
    }

    fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let attributes = Attributes::parse(input)?;
        if !input.peek(token::Bracket) {
            return Err(unexpected(
                input,
                "the letter of a footnote in brackets, as in `[a]`",
            ));
        }
        let content;
        bracketed!(content in input);
        let letter = Letter::parse(&content)?;
        if !content.is_empty() {
            return Err(unexpected(&content, "`]`, a footnote has one letter"));
        }
        let proposed = parse_proposed(input);
        let body = Body::parse(input).unwrap_or_else(|error| {
            errors.add(error);
            skip_footnote(input);
            Body::Lost
        });
        Ok(Self {
            attributes,
            letter,
            proposed,
            body,
        })
    }
}

/// Goes on where the next footnote begins.
fn skip_footnote(input: ParseStream<'_>) {
    skip_to(input, at_footnote);
}

/// A footnote begins with a doc comment; its letter tells where that is missing.
fn at_footnote(input: ParseStream<'_>) -> bool {
    let bracketed = |input: ParseStream<'_>| -> Result<bool> {
        let content;
        bracketed!(content in input);
        // What stands in quotes may be a key of the attribute before it.
        let quoted = content.peek(LitStr);
        Letter::parse(&content)?;
        Ok(content.is_empty() && !quoted)
    };
    input.peek(Token![#]) || bracketed(&input.fork()).unwrap_or(false)
}

/// `proposed`, where a status or a rule follows: an attribute may have that name too.
fn parse_proposed(input: ParseStream<'_>) -> Option<Span> {
    let ahead = input.fork();
    let span = ahead.cursor().span();
    if !peek_word(input, "proposed") {
        return None;
    }
    skip(&ahead);
    let operator = ahead.peek(Token![in]) || ahead.peek(Token![!=]) || peek_word(&ahead, "is");
    let begins = ahead.peek(Ident::peek_any)
        || ahead.peek(LitStr)
        || ahead.peek(token::Paren)
        || ahead.peek(Token![!]);
    (begins && !operator && !at_end(&ahead)).then(|| {
        skip(input);
        span
    })
}

impl Body {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if at_end(input) {
            return Ok(Self::Missing);
        }
        if peek_word(input, "partly") && (input.peek2(token::Brace) || input.peek2(Token![if])) {
            skip(input);
            return Rule::parse_block(input).map(Self::Partly);
        }
        // An attribute may have the name of a status: only a word that stands alone is one.
        let ahead = input.fork();
        let word = ahead.call(Ident::parse_any).map(|word| word.to_string());
        let body = match word.as_deref() {
            Ok("context") if peek_word(&ahead, "waive") => return Self::parse_waiver(input),
            Ok("context") => Self::Context { waives: Vec::new() },
            Ok("remark") => Self::Remark,
            Ok("unread") => Self::Unread,
            _ => return Rule::parse_all(input).map(Self::Checked),
        };
        if !at_end(&ahead) {
            return Rule::parse_all(input).map(Self::Checked);
        }
        skip(input);
        Ok(body)
    }

    /// `context waive NetworkPartyRole, ThisQueue`.
    fn parse_waiver(input: ParseStream<'_>) -> Result<Self> {
        skip(input);
        skip(input);
        let mut waives = vec![Name::parse(input, "the attribute to waive")?];
        while input.peek(Token![,]) {
            skip(input);
            if at_end(input) {
                break;
            }
            waives.push(Name::parse(input, "the attribute to waive")?);
        }
        if !at_end(input) {
            return Err(unexpected(input, "`,` or the next footnote"));
        }
        Ok(Self::Context { waives })
    }
}

/// Whether a footnote, or a block of rules, ends here.
pub(super) fn at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || at_footnote(input)
}
