//! `vocabulary!`: an enumeration of the specification.

use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Result};
use syn::{Visibility, braced};

use crate::ast::{
    Attributes, Docs, Number, Spelling, expect_comma, parse_krate, parse_listed, unexpected,
};
use crate::check::check_documented;
use crate::errors::Errors;
use crate::names;

pub struct Input {
    krate: TokenStream,
    attributes: Attributes,
    visibility: Visibility,
    spelling: Spelling,
    members: Vec<Member>,
    /// Whether a member could not be read.
    incomplete: bool,
}

struct Member {
    attributes: Attributes,
    spelling: Spelling,
    number: Option<Number>,
}

/// A vocabulary that was checked.
pub struct Vocabulary {
    /// The path of events-core.
    pub krate: TokenStream,
    pub visibility: Visibility,
    pub ident: Ident,
    pub name: String,
    pub docs: Docs,
    /// Whether messages may bear a member's number.
    pub numbered: bool,
    pub members: Vec<Numbered>,
}

pub struct Numbered {
    pub ident: Ident,
    pub name: String,
    pub number: i64,
    pub docs: Docs,
}

impl Input {
    pub fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let krate = parse_krate(input)?;
        let attributes = Attributes::parse(input)?;
        let visibility = input.parse()?;
        let spelling = Spelling::parse(input)?;
        let content;
        braced!(content in input);
        let (members, incomplete) = parse_listed(errors, &content, Member::parse);
        if !input.is_empty() {
            errors.add(unexpected(
                input,
                "the end, a second vocabulary has a `vocabulary!` of its own",
            ));
        }
        Ok(Self {
            krate,
            attributes,
            visibility,
            spelling,
            members,
            incomplete,
        })
    }
}

impl Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let member = Self {
            attributes: Attributes::parse(input)?,
            spelling: Spelling::parse(input)?,
            number: Number::parse(input)?,
        };
        let ident = &member.spelling.ident;
        expect_comma(input, ident.span(), &format!("`{ident}`"))?;
        Ok(member)
    }
}

pub fn check(errors: &mut Errors, input: Input) -> Vocabulary {
    let Input {
        krate,
        attributes,
        visibility,
        spelling,
        members,
        incomplete,
    } = input;
    let ident = spelling.ident.clone();
    check_documented(errors, &attributes, &ident);
    if members.is_empty() && !incomplete {
        let message = format!("`{ident}` has no members, write them between the braces");
        errors.push(&ident, message);
    }
    let numbered = check_numbers(errors, &ident, &members);
    Vocabulary {
        krate,
        visibility,
        name: spelling.name(),
        docs: attributes.docs,
        numbered,
        members: check_members(errors, &ident, members),
        ident,
    }
}

/// All members have a number, or none has.
fn check_numbers(errors: &mut Errors, ident: &Ident, members: &[Member]) -> bool {
    let numbered = members
        .iter()
        .filter(|member| member.number.is_some())
        .count();
    if numbered > 0 {
        for member in members.iter().filter(|member| member.number.is_none()) {
            let message = format!(
                "`{}` has no number although other members of `{ident}` have one, write it or remove theirs",
                member.spelling.ident
            );
            errors.push(&member.spelling.ident, message);
        }
    }
    numbered > 0 || members.is_empty()
}

/// A member is described and is there once; two of them may share a number, and the first is its spelling.
fn check_members(errors: &mut Errors, ident: &Ident, members: Vec<Member>) -> Vec<Numbered> {
    let mut checked: Vec<Numbered> = Vec::new();
    for (at, member) in (0..).zip(members) {
        let Member {
            attributes,
            spelling,
            number,
        } = member;
        check_documented(errors, &attributes, &spelling.ident);
        let number = match number {
            None => at,
            Some(number) => i64::try_from(number.value).unwrap_or_else(|_| {
                errors.push(&number.tokens, "the number does not fit 64 bits");
                at
            }),
        };
        let name = spelling.name();
        if let Some(first) = checked.iter().find(|first| first.name == name) {
            let message = format!(
                "`{ident}` has two members that are called `{}`, remove or rename one",
                first.name
            );
            errors.push(&spelling.ident, message);
        } else if matches!(&*names::text(&spelling.ident), "new" | "number") {
            let message = format!(
                "`{}` is a function of each vocabulary, choose another name: `{}_ = \"{name}\"`",
                spelling.ident, spelling.ident
            );
            errors.push(&spelling.ident, message);
        } else {
            checked.push(Numbered {
                ident: spelling.ident,
                name,
                number,
                docs: attributes.docs,
            });
        }
    }
    checked
}
