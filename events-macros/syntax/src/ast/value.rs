//! Values in rows and rules.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Result};
use syn::{Error, Ident, Lit, LitBool, LitInt, LitStr, Path, Token};

use super::unexpected;

pub enum Value {
    /// A member of the enumeration that the attribute carries.
    Member(Path),
    Text(LitStr),
    Integer {
        value: i128,
        tokens: TokenStream,
    },
    Real {
        value: f64,
        tokens: TokenStream,
    },
    Boolean(LitBool),
}

impl Parse for Value {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        if minus.is_none() && !input.peek(Lit) && peek_path(input) {
            return input.call(Path::parse_mod_style).map(Self::Member);
        }
        if !input.peek(Lit) {
            return Err(unexpected(input, "a value"));
        }
        let literal: Lit = input.parse()?;
        let tokens = quote!(#minus #literal);
        match literal {
            Lit::Int(literal) => Ok(Self::Integer {
                value: integer(minus.is_some(), &literal)?,
                tokens,
            }),
            Lit::Float(literal) => {
                let value: f64 = literal.base10_parse()?;
                if !value.is_finite() {
                    return Err(Error::new_spanned(
                        tokens,
                        "the number does not fit 64 bits",
                    ));
                }
                Ok(Self::Real {
                    value: if minus.is_some() { -value } else { value },
                    tokens,
                })
            }
            Lit::Str(literal) if minus.is_none() => Ok(Self::Text(literal)),
            Lit::Bool(literal) if minus.is_none() => Ok(Self::Boolean(literal)),
            _ => Err(Error::new_spanned(
                tokens,
                "a value is a name, a text, a number, `true` or `false`",
            )),
        }
    }
}

pub(super) fn peek_path(input: ParseStream<'_>) -> bool {
    input.peek(Ident)
        || input.peek(Token![::])
        || input.peek(Token![crate])
        || input.peek(Token![self])
        || input.peek(Token![super])
}

/// The number of a literal, negated if `minus` says so.
fn integer(minus: bool, literal: &LitInt) -> Result<i128> {
    // The least number has no positive one.
    let sign = if minus { "-" } else { "" };
    let number = format!("{sign}{}", literal.base10_digits());
    let wrong = |error| Error::new(literal.span(), error);
    number.parse().map_err(wrong)
}

impl ToTokens for Value {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Member(path) => path.to_tokens(tokens),
            Self::Text(literal) => literal.to_tokens(tokens),
            Self::Integer { tokens: number, .. } | Self::Real { tokens: number, .. } => {
                number.to_tokens(tokens);
            }
            Self::Boolean(literal) => literal.to_tokens(tokens),
        }
    }
}
