//! What attributes mean, and what enumerations, unions and key sets hold.

use super::event::kind;
use super::text::{anchor, escape, prose};
use super::{Page, id, link, vocabulary};
use crate::parts::Parts;
use crate::{Definition, KeySet, Specification, Union};

/// The parts that there are, with their addresses.
pub(super) fn parts(specification: &Specification) -> Vec<(&'static str, &'static str)> {
    let parts = Parts::of(specification);
    [
        (
            "attributes",
            "Attributes",
            !specification.dictionary.definitions.is_empty(),
        ),
        (
            "vocabularies",
            "Enumerations",
            !parts.vocabularies.is_empty(),
        ),
        ("unions", "Unions", !parts.unions.is_empty()),
        ("keysets", "Key sets", !parts.key_sets.is_empty()),
    ]
    .into_iter()
    .filter_map(|(address, title, there)| there.then_some((address, title)))
    .collect()
}

pub(super) fn write(page: &mut Page, specification: &Specification) {
    let all = Parts::of(specification);
    for (address, title) in parts(specification) {
        page.push(format_args!(
            "<section id=\"{address}\" role=\"doc-glossary\" aria-labelledby=\"{address}.title\">\n<h2 id=\"{address}.title\">{title}{}</h2>\n",
            link(address, title)
        ));
        match address {
            "attributes" => {
                page.push(format_args!("<dl class=\"index\">\n"));
                for definition in specification.dictionary.definitions.iter() {
                    attribute(page, specification, definition);
                }
                page.push(format_args!("</dl>\n"));
            }
            "vocabularies" => all
                .vocabularies
                .iter()
                .for_each(|one| vocabulary::write(page, one)),
            "unions" => all.unions.iter().for_each(|one| union(page, one)),
            _ => all.key_sets.iter().for_each(|one| key_set(page, one)),
        }
        page.push(format_args!("</section>\n"));
    }
}

fn attribute(page: &mut Page, specification: &Specification, definition: &Definition) {
    let Definition {
        name,
        description,
        number,
        log,
        aliases,
        examples,
        obsolete,
        ..
    } = definition;
    let address = id("attribute", name);
    let name = escape(name);
    page.push(format_args!(
        "<div id=\"{address}\" data-find=\"attribute\" data-name=\"{name}\"><dt>{name}{}</dt>\n<dd><p>{} \
         <span class=\"kind\">{}</span></p>",
        link(&address, &definition.name),
        prose(description),
        kind(&definition.kind),
    ));
    let mut facts = Vec::new();
    if *obsolete {
        facts.push("obsolete".to_owned());
    }
    facts.extend(number.map(|number| format!("number {number}")));
    for (what, names) in [("in logs", log), ("also", aliases), ("such as", examples)] {
        let names: Vec<_> = names
            .iter()
            .map(|name| format!("<code>{}</code>", escape(name)))
            .collect();
        if !names.is_empty() {
            facts.push(format!("{what} {}", names.join(", ")));
        }
    }
    if !facts.is_empty() {
        page.push(format_args!(
            "\n<p class=\"facts\">{}</p>",
            facts.join("; ")
        ));
    }
    let events = specification
        .families
        .iter()
        .flat_map(|family| family.events.iter());
    let events: Vec<_> = events
        .filter(|event| event.position(&definition.name).is_some())
        .map(|event| {
            let address = super::row_id(event, &definition.name);
            format!("<a href=\"#{address}\">{}</a>", escape(&event.name))
        })
        .collect();
    if !events.is_empty() {
        page.push(format_args!(
            "\n<p class=\"facts\">{}</p>",
            events.join(" ")
        ));
    }
    page.push(format_args!("</dd></div>\n"));
}

/// The heading of an enumeration, a union or a key set.
pub(super) fn head(page: &mut Page, what: &str, name: &str, description: &str) {
    let address = id(what, name);
    let shown = escape(name);
    page.push(format_args!(
        "<section class=\"values\" id=\"{address}\" data-find=\"{what}\" data-name=\"{shown}\">\n<h3>{shown}{}</h3>\n",
        link(&address, name)
    ));
    if !description.is_empty() {
        page.push(format_args!("<p>{}</p>\n", prose(description)));
    }
    page.push(format_args!("<dl>\n"));
}

/// A value of an enumeration, a member of a union or a key.
pub(super) fn value(page: &mut Page, what: &str, of: &str, name: &str, says: &str) {
    let address = format!("{}.{}", id(what, of), anchor(name));
    let (name, of) = (escape(name), escape(of));
    page.push(format_args!(
        "<div id=\"{address}\" data-find=\"{what}\" data-name=\"{name}\" data-in=\"{of}\"><dt>{name}</dt><dd>{says}</dd></div>\n"
    ));
}

fn union(page: &mut Page, union: &Union) {
    head(page, "union", &union.name, &union.description);
    for member in union.members.iter() {
        let values: Vec<_> = member
            .chosen_by
            .iter()
            .map(|value| format!("<code>{}</code>", escape(&value.to_string())))
            .collect();
        let says = format!(
            "{} <span class=\"kind\">{}</span><br>when <code>{}</code> is {}",
            prose(&member.description),
            kind(&member.kind),
            escape(&union.selector),
            crate::words::list(&values, "or"),
        );
        value(page, "member", &union.name, &member.name, &says);
    }
    page.push(format_args!("</dl>\n</section>\n"));
}

fn key_set(page: &mut Page, set: &KeySet) {
    head(page, "keyset", &set.name, &set.description);
    for key in set.keys.iter() {
        let kinds: Vec<_> = key.kinds.iter().map(kind).collect();
        let says = format!(
            "{} <span class=\"kind\">{}</span>",
            prose(&key.description),
            crate::words::list(&kinds, "or")
        );
        value(page, "key", &set.name, &key.name, &says);
    }
    page.push(format_args!("</dl>\n</section>\n"));
}
