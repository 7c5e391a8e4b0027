//! `union!`: a union of the specification.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Result};
use syn::{Token, Type, Visibility, braced, bracketed};

use crate::ast::{
    Attributes, Name, Spelling, Value, expect_comma, parse_krate, parse_listed, unexpected,
};
use crate::check::{check_documented, values};
use crate::errors::Errors;
use crate::model::{Demand, Literal, Test};

pub struct Input {
    krate: TokenStream,
    attributes: Attributes,
    visibility: Visibility,
    spelling: Spelling,
    /// The attribute whose value chooses the member, and its type.
    selector: Name,
    selector_type: Type,
    members: Vec<Member>,
    /// Whether a member could not be read.
    incomplete: bool,
}

/// `AddressType: AddressType = [AddressInfoAddressType],`; a documented name that is no identifier stands behind the first.
struct Member {
    attributes: Attributes,
    spelling: Spelling,
    ty: Type,
    chosen_by: Vec<Value>,
}

/// A union that was checked.
pub struct Union {
    /// The path of events-core.
    pub krate: TokenStream,
    pub attributes: Attributes,
    pub visibility: Visibility,
    pub ident: Ident,
    pub name: String,
    pub selector: Name,
    pub selector_type: Type,
    pub members: Vec<Checked>,
    pub demands: Vec<Demand>,
}

/// A member that was checked.
pub struct Checked {
    pub attributes: Attributes,
    pub ident: Ident,
    pub name: String,
    pub ty: Type,
    pub chosen_by: Vec<Literal>,
}

impl Input {
    pub fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let krate = parse_krate(input)?;
        let attributes = Attributes::parse(input)?;
        let visibility = input.parse()?;
        let spelling = Spelling::parse(input)?;
        let by = input.call(Ident::parse_any).ok();
        if by.is_none_or(|by| by != "by") {
            let message =
                "the attribute that chooses the member, as in `by InfoType: AddressInfoType`";
            return Err(unexpected(input, message));
        }
        let selector = Name::parse(input, "the attribute that chooses the member")?;
        if !input.peek(Token![:]) {
            let expected = format!("`:` and the type of `{}`", selector.text);
            return Err(unexpected(input, &expected));
        }
        input.parse::<Token![:]>()?;
        let selector_type = input.parse()?;
        let content;
        braced!(content in input);
        let (members, incomplete) = parse_listed(errors, &content, Member::parse);
        if !input.is_empty() {
            errors.add(unexpected(
                input,
                "the end, a second union has a `union!` of its own",
            ));
        }
        Ok(Self {
            krate,
            attributes,
            visibility,
            spelling,
            selector,
            selector_type,
            members,
            incomplete,
        })
    }
}

impl Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = Attributes::parse(input)?;
        let ident: Ident = input
            .parse()
            .map_err(|_| unexpected(input, "the name of a member"))?;
        let spelling = Spelling::parse_behind(ident.clone(), input)?;
        if !input.peek(Token![:]) {
            let expected = format!("`:` and the type of what `{ident}` holds");
            return Err(unexpected(input, &expected));
        }
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        if !input.peek(Token![=]) {
            let expected = format!("`=` and the values that choose `{ident}`, as in `= [Value]`");
            return Err(unexpected(input, &expected));
        }
        input.parse::<Token![=]>()?;
        let content;
        bracketed!(content in input);
        let mut chosen_by = Vec::new();
        while !content.is_empty() {
            chosen_by.push(content.parse()?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        expect_comma(input, ident.span(), &format!("`{ident}`"))?;
        Ok(Self {
            attributes,
            spelling,
            ty,
            chosen_by,
        })
    }
}

pub fn check(errors: &mut Errors, input: Input) -> Union {
    let ident = &input.spelling.ident;
    check_documented(errors, &input.attributes, ident);
    if input.members.is_empty() && !input.incomplete {
        let message = format!("`{ident}` has no members, write them between the braces");
        errors.push(ident, message);
    }
    let mut demands = Vec::new();
    let mut checking = Checking {
        errors,
        demands: &mut demands,
        union: ident.clone(),
        selector: &input.selector,
        selector_type: &input.selector_type,
        seen: Vec::new(),
    };
    let mut members: Vec<Checked> = Vec::new();
    for member in input.members {
        members.extend(checking.member(&members, member));
    }
    Union {
        krate: input.krate,
        attributes: input.attributes,
        visibility: input.visibility,
        name: input.spelling.name(),
        ident: input.spelling.ident,
        selector: input.selector,
        selector_type: input.selector_type,
        members,
        demands,
    }
}

struct Checking<'a> {
    errors: &'a mut Errors,
    demands: &'a mut Vec<Demand>,
    union: Ident,
    selector: &'a Name,
    selector_type: &'a Type,
    /// The values that choose a member so far, with its name.
    seen: Vec<(String, Ident)>,
}

impl Checking<'_> {
    /// A member is described, is there once, holds a plain value and is chosen by values that choose no other.
    fn member(&mut self, before: &[Checked], member: Member) -> Option<Checked> {
        let Member {
            attributes,
            spelling,
            ty,
            chosen_by,
        } = member;
        let (ident, name) = (spelling.ident.clone(), spelling.name());
        let union = self.union.clone();
        check_documented(self.errors, &attributes, &ident);
        if before
            .iter()
            .any(|first| first.ident == ident || first.name == name)
        {
            let message = format!("`{union}` has two members `{ident}`, remove one");
            self.errors.push(&ident, message);
            return None;
        }
        if ident == "Other" {
            let message = format!(
                "`Other` is what `{union}` is when no member is chosen, choose another name for the member"
            );
            self.errors.push(&ident, message);
            return None;
        }
        if chosen_by.is_empty() {
            let message = format!(
                "no value of `{}` chooses `{ident}`, write one between the brackets or remove the member",
                self.selector.text
            );
            self.errors.push(&ident, message);
        }
        self.demands.push(Demand {
            at: ty.to_token_stream(),
            test: Test::CanBeHeld(ty.clone()),
            message: format!(
                "`{ident}` cannot be a member of a union: a member holds a text, a number, `true` or `false`, or a value of an enumeration"
            ),
        });
        let chosen_by = chosen_by
            .into_iter()
            .filter_map(|value| self.value(&ident, value))
            .collect();
        Some(Checked {
            attributes,
            ident,
            name,
            ty,
            chosen_by,
        })
    }

    fn value(&mut self, member: &Ident, value: Value) -> Option<Literal> {
        let shown = values::show(&value);
        if let Some((_, first)) = self.seen.iter().find(|(seen, _)| *seen == shown) {
            let message = format!("`{shown}` chooses `{first}` already, remove it here or there");
            self.errors.push(&value, message);
            return None;
        }
        self.seen.push((shown, member.clone()));
        values::check(
            self.errors,
            self.demands,
            &self.selector.text,
            self.selector_type,
            value,
        )
    }
}
