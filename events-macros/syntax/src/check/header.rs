//! The family's header.

use events_schema::closest;
use proc_macro2::Span;
use syn::meta::ParseNestedMeta;
use syn::spanned::Spanned;
use syn::{Attribute, LitStr, Path};

use super::{Header, check_documented, placeholder};
use crate::ast::{self, Docs};
use crate::errors::{Errors, instead};
use crate::model::Source;
use crate::names;

/// The attribute that holds an event's name, unless `#[tag]` says otherwise.
pub(super) const DEFAULT_TAG: &str = "Event";

const ATTRIBUTES: [&str; 3] = ["source", "tag", "dictionary"];
const SOURCE_KEYS: [&str; 3] = ["document", "section", "edition"];

/// One header, before the first event.
pub(super) fn check(
    errors: &mut Errors,
    headers: Vec<ast::Header>,
    events: &[ast::Event],
) -> Header {
    let mut headers = headers.into_iter();
    let Some(header) = headers.next() else {
        if let Some(event) = events.first() {
            let message = "the family is missing, write its description and its name before the first event: `<Name>`";
            errors.push(&event.spelling.ident, message);
        }
        return Header {
            ident: placeholder(events),
            name: String::new(),
            docs: Docs::default(),
            source: Source::default(),
            tag: DEFAULT_TAG.to_owned(),
            tag_at: None,
            dictionary: None,
        };
    };
    if header.late {
        let message = format!(
            "the family `<{}>` stands before its events, move it up",
            header.spelling.ident
        );
        errors.push(&header.spelling.ident, message);
    }
    for second in headers {
        let message = format!(
            "`{}` is a second family, declare it with an `event!` of its own",
            second.spelling.ident
        );
        errors.push(&second.spelling.ident, message);
    }
    read(errors, header)
}

fn read(errors: &mut Errors, header: ast::Header) -> Header {
    let ast::Header {
        attributes,
        spelling,
        late: _,
    } = header;
    check_documented(errors, &attributes, &spelling.ident);
    let mut source = Source::default();
    let mut tag = None;
    let mut dictionary = None;
    let mut seen: Vec<String> = Vec::new();
    for attribute in &attributes.others {
        let path = attribute.path();
        let name = path.get_ident().map(names::text).unwrap_or_default();
        if !ATTRIBUTES.contains(&&*name) {
            let instead = instead(&name, &ATTRIBUTES);
            errors.push(path, format!("unknown attribute `{name}`{instead}"));
            continue;
        }
        if seen.contains(&name) {
            errors.push(path, format!("`#[{name}]` stands here twice, remove one"));
            continue;
        }
        let read = match &*name {
            "source" => read_source(errors, attribute, &mut source),
            "tag" => read_tag(attribute).map(|(name, at)| tag = Some((name, at))),
            _ => attribute
                .parse_args_with(Path::parse_mod_style)
                .map(|path| dictionary = Some(path)),
        };
        if let Err(error) = read {
            errors.add(error);
        }
        seen.push(name);
    }
    let (tag, tag_at) = tag.unzip();
    Header {
        name: spelling.name(),
        ident: spelling.ident,
        docs: attributes.docs,
        source,
        tag: tag.unwrap_or_else(|| DEFAULT_TAG.to_owned()),
        tag_at,
        dictionary,
    }
}

/// `#[source(document = "…", section = "…", edition = "…")]`.
fn read_source(errors: &mut Errors, attribute: &Attribute, source: &mut Source) -> syn::Result<()> {
    let mut seen: Vec<String> = Vec::new();
    attribute.parse_nested_meta(|meta: ParseNestedMeta<'_>| {
        let key = meta.path.get_ident().map(names::text).unwrap_or_default();
        let value: LitStr = meta.value()?.parse()?;
        if seen.contains(&key) {
            errors.push(&meta.path, format!("`{key}` stands here twice, remove one"));
            return Ok(());
        }
        let text = match &*key {
            "document" => &mut source.document,
            "section" => &mut source.section,
            "edition" => &mut source.edition,
            _ => {
                let instead = instead(&key, &SOURCE_KEYS);
                let message = format!("unknown key `{key}` of `#[source]`{instead}");
                errors.push_at(meta.path.span(), message);
                return Ok(());
            }
        };
        *text = value.value().into();
        seen.push(key);
        Ok(())
    })
}

/// `#[tag(kind)]` or `#[tag("event kind")]`.
fn read_tag(attribute: &Attribute) -> syn::Result<(String, Span)> {
    attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
        if input.peek(LitStr) {
            return input
                .parse::<LitStr>()
                .map(|text| (text.value(), text.span()));
        }
        let ident = input.call(<syn::Ident as syn::ext::IdentExt>::parse_any)?;
        Ok((names::text(&ident), ident.span()))
    })
}

/// A tag that no table has a row for is a misspelt one where there is a row of a similar name, which it then is. Tables
/// may lack the row all the same.
pub(super) fn check_tag(errors: &mut Errors, header: &mut Header, events: &[ast::Event]) {
    let Some(at) = header.tag_at else { return };
    let rows = events.iter().flat_map(|event| &event.rows);
    let mut names: Vec<&str> = rows.map(|row| &*row.name.text).collect();
    names.sort_unstable();
    names.dedup();
    if names.contains(&&*header.tag) || events.iter().any(|event| event.incomplete) {
        return;
    }
    if let Some(meant) = closest(&header.tag, names) {
        let message = format!(
            "no table of `{}` has the row `{}`, did you mean `{meant}`?",
            header.ident, header.tag
        );
        errors.push_at(at, message);
        header.tag = meant.to_owned();
    }
}
