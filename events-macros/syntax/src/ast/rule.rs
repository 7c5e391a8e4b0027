//! Rules and conditions.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{ParseStream, Result};
use syn::{Error, LitBool, LitStr, Path, Token, braced, bracketed, parenthesized, token};

use super::footnote::at_end;
use super::value::peek_path;
use super::{Name, Value, peek_word, shown, skip, unexpected};

pub enum Rule {
    Assert(Condition),
    If {
        condition: Condition,
        then: Vec<Rule>,
        otherwise: Vec<Rule>,
    },
}

pub enum Condition {
    Present(Subject),
    Compare {
        left: Subject,
        equal: bool,
        right: Operand,
    },
    In {
        left: Subject,
        values: Vec<Value>,
    },
    Is {
        left: Subject,
        keys: Path,
    },
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

/// An attribute, or a key of one: `Extensions["INTERRUPTED"]`.
pub struct Subject {
    pub name: Name,
    pub key: Option<LitStr>,
}

/// The right side of a comparison. Whether a name is an attribute or a value is for the check to tell.
pub enum Operand {
    Name(Subject),
    Value(Value),
}

impl Rule {
    /// `{ rules }`.
    pub(super) fn parse_block(input: ParseStream<'_>) -> Result<Vec<Self>> {
        if !input.peek(token::Brace) {
            return Err(unexpected(input, "the rules in braces"));
        }
        let content;
        let brace = braced!(content in input);
        let rules = Self::parse_all(&content)?;
        if rules.is_empty() {
            let message = "the braces are empty, write a rule between them";
            return Err(Error::new(brace.span.join(), message));
        }
        Ok(rules)
    }

    pub(super) fn parse_all(input: ParseStream<'_>) -> Result<Vec<Self>> {
        let mut rules = Vec::new();
        while !at_end(input) {
            rules.push(Self::parse(input)?);
        }
        Ok(rules)
    }

    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(Token![if]) {
            let rule = Self::parse_if(input)?;
            if input.peek(Token![;]) {
                let message = "a rule with `if` ends with its braces, remove the `;`";
                return Err(Error::new(input.span(), message));
            }
            return Ok(rule);
        }
        let condition = Condition::parse(input)?;
        if input.peek(Token![;]) {
            skip(input);
        } else if !at_end(input) {
            return Err(unexpected(input, "`;`, `&&` or `||` behind a condition"));
        }
        Ok(Self::Assert(condition))
    }

    fn parse_if(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = Condition::parse(input)?;
        let then = Self::parse_block(input)?;
        let otherwise = if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
            if input.peek(Token![if]) {
                vec![Self::parse_if(input)?]
            } else {
                Self::parse_block(input)?
            }
        } else {
            Vec::new()
        };
        Ok(Self::If {
            condition,
            then,
            otherwise,
        })
    }
}

impl Condition {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut any = vec![Self::parse_all(input)?];
        while input.peek(Token![||]) {
            input.parse::<Token![||]>()?;
            any.push(Self::parse_all(input)?);
        }
        Ok(one_or(any, Self::Any))
    }

    fn parse_all(input: ParseStream<'_>) -> Result<Self> {
        let mut all = vec![Self::parse_one(input)?];
        while input.peek(Token![&&]) {
            input.parse::<Token![&&]>()?;
            all.push(Self::parse_one(input)?);
        }
        Ok(one_or(all, Self::All))
    }

    fn parse_one(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(Token![!]) {
            input.parse::<Token![!]>()?;
            return Ok(Self::Not(Box::new(Self::parse_one(input)?)));
        }
        if input.peek(token::Paren) {
            let content;
            parenthesized!(content in input);
            let condition = Self::parse(&content)?;
            if !content.is_empty() {
                return Err(unexpected(&content, "`)`, `&&` or `||`"));
            }
            return Ok(condition);
        }
        let left = Subject::parse(input)?;
        if input.peek(Token![==]) || input.peek(Token![!=]) {
            let equal = input.peek(Token![==]);
            // Two tokens to `proc_macro`, one to `syn`.
            if equal {
                input.parse::<Token![==]>()?;
            } else {
                input.parse::<Token![!=]>()?;
            }
            let right = Operand::parse(input)?;
            return Ok(Self::Compare { left, equal, right });
        }
        if input.peek(Token![in]) {
            return Self::parse_in(left, input);
        }
        if peek_word(input, "is") {
            skip(input);
            if !peek_path(input) {
                return Err(unexpected(input, "the name of a key set"));
            }
            let keys = input.call(Path::parse_mod_style)?;
            return Ok(Self::Is { left, keys });
        }
        refuse_operator(&left, input)?;
        Ok(Self::Present(left))
    }

    fn parse_in(left: Subject, input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![in]>()?;
        if !input.peek(token::Bracket) {
            return Err(unexpected(input, "values in brackets, as in `[A, B]`"));
        }
        let content;
        let bracket = bracketed!(content in input);
        let mut values = Vec::new();
        while !content.is_empty() {
            values.push(content.parse()?);
            if content.is_empty() {
                break;
            }
            if !content.peek(Token![,]) {
                return Err(unexpected(&content, "`,` between values"));
            }
            skip(&content);
        }
        if values.is_empty() {
            let message = "no value is in an empty list, write the values between the brackets";
            return Err(Error::new(bracket.span.join(), message));
        }
        Ok(Self::In { left, values })
    }
}

/// Operators that people try, and what they mean.
fn refuse_operator(left: &Subject, input: ParseStream<'_>) -> Result<()> {
    let Some((found, _)) = input.cursor().punct() else {
        return Ok(());
    };
    let left = &left.name.text;
    if input.peek(Token![=>]) {
        let message = format!("rules have no `=>`, write `if {left} {{ … }}`");
        return Err(Error::new(found.span(), message));
    }
    let instead = match found.as_char() {
        '<' | '>' => {
            let message = format!(
                "rules know no order of values, so that nothing is `{}`: compare `{left}` by `==`, `!=` or `in`",
                found.as_char()
            );
            return Err(Error::new(found.span(), message));
        }
        '=' => "`==`",
        '&' if !input.peek(Token![&&]) => "`&&`",
        '|' if !input.peek(Token![||]) => "`||`",
        '+' | '-' | '*' | '/' | '%' => "`==`, `!=`, `in` or `is`",
        _ => return Ok(()),
    };
    let found = proc_macro2::TokenTree::from(found);
    Err(Error::new(
        found.span(),
        format!("expected {instead}, found `{}`", shown(&found)),
    ))
}

fn one_or(mut conditions: Vec<Condition>, several: fn(Vec<Condition>) -> Condition) -> Condition {
    match conditions.pop() {
        Some(one) if conditions.is_empty() => one,
        last => {
            conditions.extend(last);
            several(conditions)
        }
    }
}

impl Subject {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitBool) || input.peek(syn::LitInt) || input.peek(syn::LitFloat) {
            return Err(unexpected(input, "an attribute on the left side"));
        }
        let name = Name::parse(input, "an attribute")?;
        Ok(Self {
            name,
            key: parse_key(input)?,
        })
    }
}

/// `["INTERRUPTED"]`, if it stands there; `[b]` is the next footnote.
fn parse_key(input: ParseStream<'_>) -> Result<Option<LitStr>> {
    let bracketed = |input: ParseStream<'_>| -> Result<LitStr> {
        let content;
        bracketed!(content in input);
        content.parse()
    };
    if bracketed(&input.fork()).is_err() {
        return Ok(None);
    }
    let content;
    bracketed!(content in input);
    let key = content.parse()?;
    if !content.is_empty() {
        return Err(unexpected(&content, "`]` behind the key"));
    }
    Ok(Some(key))
}

impl Operand {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let path = input.peek(Token![::]) || (peek_path(input) && input.peek2(Token![::]));
        if path || input.peek(syn::Lit) || input.peek(Token![-]) {
            return input.parse().map(Self::Value);
        }
        if input.is_empty() {
            return Err(Error::new(
                input.span(),
                "expected a value or an attribute behind the comparison",
            ));
        }
        let name = Name::parse(input, "a value or an attribute")?;
        let key = parse_key(input)?;
        Ok(Self::Name(Subject { name, key }))
    }
}

impl ToTokens for Subject {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
        self.key.to_tokens(tokens);
    }
}

impl Subject {
    /// The name as a value of an enumeration, if it can be one.
    pub fn as_member(&self) -> Option<Path> {
        match (&self.name.ident, &self.name.union, &self.key) {
            (Some(ident), None, None) => Some(ident.clone().into()),
            _ => None,
        }
    }
}
