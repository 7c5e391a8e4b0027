//! `dictionary!`: what each attribute name means and carries, said once.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Result};
use syn::spanned::Spanned;
use syn::{Error, LitStr, Token, Type, Visibility, braced, token};

use crate::ast::{
    Attributes, Name, Number, Spelling, Value, expect_comma, parse_krate, peek_word, skip, skip_to,
    unexpected,
};
use crate::check::check_documented;
use crate::errors::{Errors, instead};
use crate::names;

pub struct Input {
    pub krate: TokenStream,
    pub attributes: Attributes,
    pub visibility: Visibility,
    pub ident: Ident,
    pub name: LitStr,
    pub entries: Vec<Entry>,
    pub key_sets: Vec<KeySet>,
    /// `messages vocabulary::MessageType,`: the vocabulary of all messages that the specification names.
    pub messages: Option<Type>,
}

/// `AgentID: AgentId { log = "AttributeAgentID", number = 14, alias = "Agent ID" },`
pub struct Entry {
    pub attributes: Attributes,
    pub name: Name,
    pub carries: Carries,
    pub facts: Facts,
}

pub enum Carries {
    /// The name of the event.
    Event,
    Type(Box<Type>),
}

/// What stands in the braces of an entry.
#[derive(Default)]
pub struct Facts {
    pub number: Option<Number>,
    pub log: Vec<LitStr>,
    pub aliases: Vec<LitStr>,
    pub examples: Vec<LitStr>,
    pub obsolete: bool,
    pub transport: bool,
}

const FACTS: [&str; 6] = ["log", "number", "alias", "example", "obsolete", "transport"];

/// `keys AddressInfoDNStatus { "ps-%d": i32, }`; a documented name that is no identifier stands behind.
pub struct KeySet {
    pub attributes: Attributes,
    pub spelling: Spelling,
    pub keys: Vec<Key>,
}

pub struct Key {
    pub attributes: Attributes,
    pub name: LitStr,
    pub types: Vec<Type>,
}

impl Input {
    pub fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Result<Self> {
        let krate = parse_krate(input)?;
        let attributes = Attributes::parse(input)?;
        let visibility = input.parse()?;
        if !input.peek(Token![static]) {
            return Err(unexpected(
                input,
                "the dictionary's own line, as in `pub static DICTIONARY = \"T-Library\";`",
            ));
        }
        input.parse::<Token![static]>()?;
        let ident = input.parse()?;
        input.parse::<Token![=]>()?;
        let name = input.parse()?;
        input.parse::<Token![;]>()?;
        let mut parsed = Self {
            krate,
            attributes,
            visibility,
            ident,
            name,
            entries: Vec::new(),
            key_sets: Vec::new(),
            messages: None,
        };
        while !input.is_empty() {
            if let Err(error) = parsed.parse_item(errors, input) {
                errors.add(error);
                skip_to(input, |input| input.peek(Token![,]));
                skip(input);
            }
        }
        Ok(parsed)
    }

    fn parse_item(&mut self, errors: &mut Errors, input: ParseStream<'_>) -> Result<()> {
        let attributes = Attributes::parse(input)?;
        if peek_word(input, "keys") && input.peek2(syn::Ident) {
            skip(input);
            self.key_sets.push(KeySet::parse(attributes, input)?);
        } else if peek_word(input, "messages") && !input.peek2(Token![:]) {
            let word: Ident = input.parse()?;
            let vocabulary = input.parse()?;
            if self.messages.replace(vocabulary).is_some() {
                errors.add(twice(&word));
            }
            expect_comma(input, word.span(), "`messages`")?;
        } else {
            self.entries.push(Entry::parse(errors, attributes, input)?);
        }
        Ok(())
    }
}

impl Entry {
    fn parse(errors: &mut Errors, attributes: Attributes, input: ParseStream<'_>) -> Result<Self> {
        let name = Name::parse(input, "the name of an attribute")?;
        if !input.peek(Token![:]) {
            let expected = format!("`:` and the type of `{}`", name.text);
            return Err(unexpected(input, &expected));
        }
        skip(input);
        let carries = if peek_word(input, "event") && !input.peek2(Token![::]) {
            skip(input);
            Carries::Event
        } else {
            Carries::Type(Box::new(input.parse()?))
        };
        let facts = if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            Facts::parse(errors, &content)
        } else {
            Facts::default()
        };
        let what = format!("the entry of `{}`", name.text);
        if let Err(error) = expect_comma(input, name.span(), &what) {
            errors.add(error);
            // The next entry is read all the same.
            if !input.peek(Token![#]) {
                skip_to(input, |input| input.peek(Token![,]));
                skip(input);
            }
        }
        Ok(Self {
            attributes,
            name,
            carries,
            facts,
        })
    }
}

impl Facts {
    fn parse(errors: &mut Errors, input: ParseStream<'_>) -> Self {
        let mut facts = Self::default();
        while !input.is_empty() {
            if let Err(error) = facts.parse_fact(input) {
                errors.add(error);
                skip_to(input, |input| input.peek(Token![,]));
                skip(input);
            }
        }
        facts
    }

    fn parse_fact(&mut self, input: ParseStream<'_>) -> Result<()> {
        let key = input.call(Ident::parse_any).map_err(|_| {
            unexpected(
                input,
                "`log`, `number`, `alias`, `example`, `obsolete` or `transport`",
            )
        })?;
        match &*key.to_string() {
            "obsolete" => {
                if self.obsolete {
                    return Err(twice(&key));
                }
                self.obsolete = true;
            }
            "transport" => {
                if self.transport {
                    return Err(twice(&key));
                }
                self.transport = true;
            }
            "number" => {
                if self.number.is_some() {
                    return Err(twice(&key));
                }
                self.number = Number::parse(input)?;
            }
            "log" => self.log.push(parse_text(input)?),
            "alias" => self.aliases.push(parse_text(input)?),
            "example" => self.examples.push(parse_text(input)?),
            name => {
                let message = format!("unknown key `{name}`{}", instead(name, &FACTS));
                return Err(Error::new(key.span(), message));
            }
        }
        expect_comma(input, key.span(), &format!("`{key}`"))
    }
}

fn twice(key: &Ident) -> Error {
    Error::new(key.span(), format!("`{key}` stands here twice, remove one"))
}

fn parse_text(input: ParseStream<'_>) -> Result<LitStr> {
    input.parse::<Token![=]>()?;
    match input.parse()? {
        Value::Text(text) => Ok(text),
        value => Err(Error::new_spanned(&value, "expected a text in quotes")),
    }
}

impl KeySet {
    fn parse(attributes: Attributes, input: ParseStream<'_>) -> Result<Self> {
        let spelling = Spelling::parse(input)?;
        let content;
        braced!(content in input);
        let mut keys = Vec::new();
        while !content.is_empty() {
            keys.push(Key::parse(&content)?);
        }
        Ok(Self {
            attributes,
            spelling,
            keys,
        })
    }
}

impl Key {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = Attributes::parse(input)?;
        if !input.peek(LitStr) {
            return Err(unexpected(input, "a key in quotes"));
        }
        let name: LitStr = input.parse()?;
        input.parse::<Token![:]>()?;
        let mut types = vec![input.parse()?];
        while input.peek(Token![|]) {
            skip(input);
            types.push(input.parse()?);
        }
        expect_comma(input, name.span(), "the key")?;
        Ok(Self {
            attributes,
            name,
            types,
        })
    }
}

pub fn check(errors: &mut Errors, mut input: Input) -> Input {
    check_documented(errors, &input.attributes, &input.ident);
    check_entries(errors, &mut input.entries);
    check_key_sets(errors, &mut input.key_sets);
    input
}

/// An attribute is described and defined once.
fn check_entries(errors: &mut Errors, entries: &mut Vec<Entry>) {
    let mut seen: Vec<String> = Vec::new();
    let mut aliases: Vec<String> = Vec::new();
    entries.retain(|entry| {
        let name = &entry.name;
        if entry.attributes.docs.is_empty() {
            let message = format!(
                "`{}` has no description, write one above it: `/// …`",
                name.text
            );
            errors.push(name, message);
        }
        if seen.contains(&name.text) {
            let message = format!("`{}` is defined twice, remove one", name.text);
            errors.push(name, message);
            return false;
        }
        seen.push(name.text.clone());
        let Some(alias) = alias(entry) else {
            return true;
        };
        let alias = alias.to_string();
        if aliases.contains(&alias) {
            let message = format!(
                "`{}` would be a second type `{alias}`, rename one of the two",
                name.text
            );
            errors.push(name, message);
            return false;
        }
        aliases.push(alias);
        true
    });
}

/// A key set is described, has keys, and each key is described and there once.
fn check_key_sets(errors: &mut Errors, key_sets: &mut Vec<KeySet>) {
    let mut seen: Vec<String> = Vec::new();
    key_sets.retain_mut(|set| {
        let ident = &set.spelling.ident;
        check_documented(errors, &set.attributes, ident);
        let (text, name) = (names::text(ident), set.spelling.name());
        if let Some(twice) = [&text, &name].into_iter().find(|name| seen.contains(name)) {
            errors.push(ident, format!("`{twice}` is defined twice, remove one"));
            return false;
        }
        seen.extend([text, name]);
        if set.keys.is_empty() {
            let message = format!("`{ident}` has no keys, write them between the braces");
            errors.push(ident, message);
        }
        let mut keys: Vec<String> = Vec::new();
        for Key {
            attributes, name, ..
        } in &set.keys
        {
            let key = name.value();
            if attributes.docs.is_empty() {
                let message = format!("`{key}` has no description, write one above it: `/// …`");
                errors.push(name, message);
            }
            check_pattern(errors, name, &key);
            if keys.contains(&key) {
                errors.push(
                    name,
                    format!("`{key}` stands in `{ident}` twice, remove one"),
                );
            }
            keys.push(key);
        }
        true
    });
}

/// In a key `%d` stands for a number; what looks like another such sign would be taken as it stands.
fn check_pattern(errors: &mut Errors, name: &LitStr, key: &str) {
    let signs = key
        .split('%')
        .skip(1)
        .filter_map(|rest| rest.chars().next());
    let mut others = signs.filter(|sign| sign.is_ascii_alphabetic() && *sign != 'd');
    if let Some(sign) = others.next() {
        let message = format!(
            "`%{sign}` stands for nothing in the key `{key}`, write `%d` for a number or the keys one by one"
        );
        errors.push(name, message);
    }
}

/// The name of the type of an attribute: of a member of a union the member.
pub fn alias(entry: &Entry) -> Option<Ident> {
    match (&entry.carries, &entry.name.ident) {
        (Carries::Type(_), Some(ident)) => Some(names::ident(&names::text(ident), ident.span())),
        _ => None,
    }
}
