//! Rows of a table.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Result};
use syn::{Error, LitInt, LitStr, Token, Type, bracketed, token};

use super::{Attributes, Value, shown, skip, skip_to, unexpected};
use crate::errors::Errors;
use crate::names;

/// `InfoType[a]: AddressInfoType = AddressInfoAddressType Mandatory[b]`; all but the name and the presence may be
/// missing.
pub struct Row {
    pub attributes: Attributes,
    pub name: Name,
    pub marks: Vec<Letter>,
    pub ty: Option<Type>,
    pub fixed: Option<Value>,
    /// Still an identifier: whether it is a presence is checked later.
    pub presence: Ident,
    pub presence_marks: Vec<Letter>,
}

/// The name of an attribute, as documented.
#[derive(Clone)]
pub struct Name {
    pub text: String,
    /// The union, for a member of one.
    pub union: Option<String>,
    /// The last identifier of the name; a text has none.
    pub ident: Option<Ident>,
    tokens: TokenStream,
}

/// The letter of a footnote.
#[derive(Clone)]
pub struct Letter {
    pub text: String,
    pub span: Span,
}

impl Row {
    /// Reads the rows of a table, and tells whether one was lost.
    pub(super) fn parse_all(errors: &mut Errors, input: ParseStream<'_>) -> (Vec<Self>, bool) {
        let mut rows = Vec::new();
        let mut lost = false;
        while !input.is_empty() {
            match Self::parse(input) {
                Ok(row) => rows.push(row),
                Err(error) => {
                    errors.add(error);
                    lost = true;
                    skip_to(input, |input| input.peek(Token![,]));
                }
            }
            expect_comma(errors, rows.last(), input);
        }
        (rows, lost)
    }

    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = Attributes::parse(input)?;
        let name = Name::parse(input, "the name of an attribute")?;
        let marks = Letter::parse_marks(input)?;
        let ty = if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        let fixed = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        let presence = parse_presence(&name, input)?;
        let presence_marks = Letter::parse_marks(input)?;
        Ok(Self {
            attributes,
            name,
            marks,
            ty,
            fixed,
            presence,
            presence_marks,
        })
    }
}

fn parse_presence(name: &Name, input: ParseStream<'_>) -> Result<Ident> {
    if input.is_empty() || input.peek(Token![,]) {
        let message = format!(
            "`{}` has no presence, write `Mandatory` or `Optional` behind it",
            name.text
        );
        return Err(Error::new_spanned(name, message));
    }
    if input.peek(token::Bracket) {
        let message = format!(
            "marks stand directly behind the name, or behind the presence: `{}[…]`",
            name.text
        );
        return Err(Error::new(input.span(), message));
    }
    input
        .call(Ident::parse_any)
        .map_err(|_| unexpected(input, "`Mandatory` or `Optional`"))
}

/// A row ends with a comma. Without one the next row is read all the same.
fn expect_comma(errors: &mut Errors, before: Option<&Row>, input: ParseStream<'_>) {
    let Some((found, _)) = input.cursor().token_tree() else {
        return;
    };
    if input.peek(Token![,]) {
        return skip(input);
    }
    // A row whose presence is misspelt, as in `This DN Mandatory`, is a mistake already.
    if before.is_some_and(|row| !is_presence(&row.presence)) {
        return skip_to(input, |input| input.peek(Token![,]));
    }
    // The doc comment of the next row is not where the comma is missing.
    if input.peek(Token![#]) && input.peek2(token::Bracket) {
        let row = before.map_or(String::new(), |row| format!(" `{}`", row.name.text));
        let span = before.map_or(found.span(), |row| row.presence.span());
        return errors.push_at(span, format!("expected `,` behind the row{row}"));
    }
    if input.peek(Token![;]) {
        errors.push_at(
            found.span(),
            "expected `,`, found `;`: each row ends with a comma",
        );
        return skip(input);
    }
    errors.push_at(
        found.span(),
        format!(
            "expected `,` before `{}`, each row ends with one",
            shown(&found)
        ),
    );
    if !input.peek(LitStr) && input.cursor().ident().is_none() {
        skip_to(input, |input| input.peek(Token![,]));
    }
}

/// Whether a word is one of the two that a row may end with.
pub fn is_presence(word: &Ident) -> bool {
    word == "Mandatory" || word == "Optional"
}

impl Name {
    /// `ThisDN`, `InfoStatus.AddressType` or `"Agent ID"`; of a member of a union, each part may stand in quotes.
    pub fn parse(input: ParseStream<'_>, expected: &str) -> Result<Self> {
        let first = Part::parse(input, expected)?;
        if !input.peek(Token![.]) {
            return Ok(Self {
                text: first.text,
                union: None,
                ident: first.ident,
                tokens: first.tokens,
            });
        }
        let dot: Token![.] = input.parse()?;
        let last = Part::parse(input, "the member of the union")?;
        if input.peek(Token![.]) {
            return Err(input
                .error("an attribute is a union and one member, as in `InfoStatus.AddressType`"));
        }
        let (before, behind) = (&first.tokens, &last.tokens);
        Ok(Self {
            text: format!("{}.{}", first.text, last.text),
            tokens: quote!(#before #dot #behind),
            union: Some(first.text),
            ident: last.ident,
        })
    }
}

/// The name of an attribute, of a union or of its member.
struct Part {
    text: String,
    /// The name where it stands without quotes.
    ident: Option<Ident>,
    tokens: TokenStream,
}

impl Part {
    fn parse(input: ParseStream<'_>, expected: &str) -> Result<Self> {
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            return Ok(Self {
                text: text.value(),
                ident: None,
                tokens: text.into_token_stream(),
            });
        }
        let ident = input
            .call(Ident::parse_any)
            .map_err(|_| unexpected(input, expected))?;
        Ok(Self {
            text: names::text(&ident),
            tokens: ident.to_token_stream(),
            ident: Some(ident),
        })
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

impl Letter {
    /// `[a]` or `[a, b]`, if it stands there.
    pub(super) fn parse_marks(input: ParseStream<'_>) -> Result<Vec<Self>> {
        if !input.peek(token::Bracket) {
            return Ok(Vec::new());
        }
        let content;
        let bracket = bracketed!(content in input);
        let mut letters = Vec::new();
        while !content.is_empty() {
            letters.push(Self::parse(&content)?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        if letters.is_empty() {
            let message = "the mark is empty, write the letter of a footnote or remove it";
            return Err(Error::new(bracket.span.join(), message));
        }
        Ok(letters)
    }

    /// `a`, `1`, or in quotes what is neither a name nor a number: `"*"`.
    pub(super) fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            if text.value().trim().is_empty() {
                let message = "the mark is empty, write the letter of a footnote or remove it";
                return Err(Error::new(text.span(), message));
            }
            return Ok(Self {
                text: text.value(),
                span: text.span(),
            });
        }
        if input.peek(LitInt) {
            let number: LitInt = input.parse()?;
            return Ok(Self {
                text: number.to_string(),
                span: number.span(),
            });
        }
        if input.cursor().punct().is_some() {
            let span = input.span();
            let mut sign = String::new();
            while let Some((punct, _)) = input.cursor().punct() {
                sign.push(punct.as_char());
                skip(input);
            }
            let message = format!("a sign stands in quotes as a mark, write `[\"{sign}\"]`");
            return Err(Error::new(span, message));
        }
        let letter = input
            .call(Ident::parse_any)
            .map_err(|_| unexpected(input, "the letter of a footnote"))?;
        Ok(Self {
            text: names::text(&letter),
            span: letter.span(),
        })
    }
}
