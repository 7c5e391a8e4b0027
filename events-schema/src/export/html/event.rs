//! An event: its table and its footnotes.

use super::text::{anchor, escape, prose};
use super::{Page, badge, id, link, meaning, note_id, row_id};
use crate::words::{Words, list};
use crate::{Attribute, Cell, Event, Family, Footnote, Kind, Presence, Specification};

pub(super) fn write(
    page: &mut Page,
    specification: &Specification,
    family: &Family,
    event: &Event,
) {
    let (address, name) = (id("event", &event.name), escape(&event.name));
    let number = event.number.map(|number| {
        format!(" <span class=\"number\" title=\"number of the event\">= {number}</span>")
    });
    page.push(format_args!(
        "<section class=\"event\" id=\"{address}\" aria-labelledby=\"{address}.title\" data-find=\"event\" \
         data-name=\"{name}\" data-in=\"{}\">\n<h3 id=\"{address}.title\">{name}{}{}</h3>\n",
        escape(&family.name),
        number.unwrap_or_default(),
        link(&address, &event.name)
    ));
    if !event.description.is_empty() {
        page.push(format_args!("<p>{}</p>\n", prose(&event.description)));
    }
    page.push(format_args!(
        "<table class=\"rows\" aria-label=\"Attributes of {name}\">\n<thead><tr>\
         <th scope=\"col\">Attribute</th><th scope=\"col\">Presence</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n"
    ));
    for row in event.attributes.iter() {
        write_row(page, specification, event, row);
    }
    page.push(format_args!("</tbody>\n</table>\n"));
    if !event.footnotes.is_empty() {
        page.push(format_args!(
            "<ul class=\"notes\" aria-label=\"Footnotes of {name}\">\n"
        ));
        for footnote in event.footnotes.iter() {
            write_footnote(page, event, footnote);
        }
        page.push(format_args!("</ul>\n"));
    }
    page.push(format_args!("</section>\n"));
}

fn write_row(page: &mut Page, specification: &Specification, event: &Event, row: &Attribute) {
    let definition = specification.dictionary.get(&row.name);
    let name = escape(&row.name);
    let name = match definition {
        Some(_) => format!("<a href=\"#{}\">{name}</a>", id("attribute", &row.name)),
        None => name,
    };
    let fixed = row.fixed.as_ref().map(|value| {
        format!(
            " <span class=\"fixed\">= {}</span>",
            escape(&value.to_string())
        )
    });
    let meaning = match (&*row.description, definition) {
        ("", Some(definition)) => &definition.description,
        (description, _) => description,
    };
    let presence = match row.presence {
        Presence::Mandatory => "Mandatory",
        Presence::Optional => "Optional",
    };
    page.push(format_args!(
        "<tr id=\"{}\"><th scope=\"row\">{name}{}{}</th><td class=\"{}\">{presence}{}</td>\
         <td class=\"meaning\">{} <span class=\"kind\">{}</span></td></tr>\n",
        row_id(event, &row.name),
        fixed.unwrap_or_default(),
        marks(event, row, Cell::Name),
        presence.to_lowercase(),
        marks(event, row, Cell::Presence),
        prose(meaning),
        kind(&row.kind),
    ));
}

/// What a kind is called, with a link to the enumeration.
pub(super) fn kind(kind: &Kind) -> String {
    let name = escape(&kind.name());
    match kind {
        Kind::Enumeration(vocabulary) => {
            format!(
                "<a href=\"#{}\">{name}</a>",
                id("vocabulary", &vocabulary.name)
            )
        }
        Kind::Union(union) => format!("<a href=\"#{}\">{name}</a>", id("union", &union.name)),
        _ => name,
    }
}

fn marks(event: &Event, row: &Attribute, cell: Cell) -> String {
    let marks: Vec<_> = row
        .marks
        .iter()
        .filter(|mark| mark.cell == cell)
        .map(|mark| {
            let address = note_id(event, &mark.letter);
            let letter = escape(&mark.letter);
            format!("<a href=\"#{address}\" aria-label=\"footnote {letter}\">{letter}</a>")
        })
        .collect();
    match &*marks {
        [] => String::new(),
        marks => format!("<sup>{}</sup>", marks.join(", ")),
    }
}

fn write_footnote(page: &mut Page, event: &Event, footnote: &Footnote) {
    let Footnote {
        letter,
        text,
        status,
        proposed,
        rules,
        waives,
    } = footnote;
    let proposed = if *proposed { "proposed " } else { "" };
    // A footnote without a text has its status alone, and no colon behind it.
    let colon = if text.trim().is_empty() {
        ""
    } else {
        "<span class=\"unseen\">: </span>"
    };
    page.push(format_args!(
        "<li id=\"{}\" data-find=\"footnote\" data-name=\"[{}]\" data-in=\"{}\"><sup class=\"letter\">{}</sup> \
         <p><span title=\"{}\">{proposed}{}</span>{colon}{}</p>\n",
        note_id(event, letter),
        escape(letter),
        escape(&event.name),
        escape(letter),
        meaning(*status),
        badge(*status),
        prose(text),
    ));
    let words = Words {
        mark: &code,
        key_set: &|keys| {
            let address = id("keyset", &keys.name);
            format!("<a href=\"#{address}\">{}</a>", code(&keys.name))
        },
    };
    if !rules.is_empty() || !waives.is_empty() {
        page.push(format_args!("<ul class=\"rules\">\n"));
        for rule in rules.iter() {
            let address = format!("rule.{}", anchor(&rule.id));
            page.push(format_args!(
                "<li id=\"{address}\">{} <a class=\"id\" href=\"#{address}\">{}</a></li>\n",
                words.clause(&rule.clause),
                escape(&rule.id),
            ));
        }
        if !waives.is_empty() {
            let names: Vec<_> = waives.iter().map(|name| code(name)).collect();
            page.push(format_args!(
                "<li>{} may be absent although Mandatory</li>\n",
                list(&names, "and")
            ));
        }
        page.push(format_args!("</ul>\n"));
    }
    page.push(format_args!("</li>\n"));
}

fn code(name: &str) -> String {
    format!("<code>{}</code>", escape(name))
}
