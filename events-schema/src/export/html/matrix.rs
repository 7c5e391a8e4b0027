//! Which attribute is in which event.

use super::text::{anchor, escape};
use super::{Page, counted, id, link, row_id};
use crate::{Attribute, Event, Footnote, Presence, Specification, Status};

pub(super) fn write(page: &mut Page, specification: &Specification) {
    let events: Vec<&Event> = specification
        .families
        .iter()
        .flat_map(|family| family.events.iter())
        .collect();
    let rows = events.iter().flat_map(|event| event.attributes.iter());
    let mut names: Vec<&str> = rows.map(|row| &*row.name).collect();
    names.sort_by_key(|name| (name.to_lowercase(), *name));
    names.dedup();
    page.push(format_args!(
        "<section id=\"matrix\" role=\"doc-index\" aria-labelledby=\"matrix.title\">\n<h2 id=\"matrix.title\">Which attribute is where{}</h2>\n\
         <p class=\"lead\">{} in {}: <b>M</b> is Mandatory, <b>o</b> Optional. A cell with a raised letter has a condition, \
         which is told when the cell is pointed at or has the focus.</p>\n\
         <div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix.title\" tabindex=\"0\">\n<table class=\"matrix\">\n\
         <thead><tr><th scope=\"col\" class=\"corner\">Attribute</th>",
        link("matrix", "the matrix"),
        counted(names.len(), "attribute", "attributes"),
        counted(events.len(), "event", "events"),
    ));
    for event in &events {
        let (address, name) = (id("event", &event.name), escape(&event.name));
        page.push(format_args!(
            "<th scope=\"col\"><a href=\"#{address}\"><span>{name}</span></a></th>"
        ));
    }
    page.push(format_args!("</tr></thead>\n<tbody>\n"));
    for name in names {
        let shown = escape(name);
        let head = match specification.dictionary.get(name) {
            Some(_) => format!("<a href=\"#{}\">{shown}</a>", id("attribute", name)),
            None => shown,
        };
        page.push(format_args!("<tr><th scope=\"row\">{head}</th>"));
        for event in &events {
            match event.attribute(name) {
                Some(row) => cell(page, event, row),
                None => page.push(format_args!("<td></td>")),
            }
        }
        page.push(format_args!("</tr>\n"));
    }
    page.push(format_args!("</tbody>\n</table>\n</div>\n</section>\n"));
}

/// The footnotes on which a row depends; a remark is no condition.
fn conditions<'e>(event: &'e Event, row: &Attribute) -> Vec<&'e Footnote> {
    event
        .footnotes
        .iter()
        .filter(|footnote| footnote.status != Status::Remark)
        .filter(|footnote| row.marks.iter().any(|mark| mark.letter == footnote.letter))
        .collect()
}

fn cell(page: &mut Page, event: &Event, row: &Attribute) {
    let (class, sign, presence) = match row.presence {
        Presence::Mandatory => ("m", "M", "Mandatory"),
        Presence::Optional => ("o", "o", "Optional"),
    };
    let conditions = conditions(event, row);
    if conditions.is_empty() {
        return page.push(format_args!(
            "<td class=\"{class}\"><abbr title=\"{presence}\">{sign}</abbr></td>"
        ));
    }
    let letters: Vec<_> = conditions.iter().map(|note| escape(&note.letter)).collect();
    let tip = format!("tip.{}.{}", anchor(&event.name), anchor(&row.name));
    page.push(format_args!(
        "<td class=\"{class} c\"><a href=\"#{}\" aria-describedby=\"{tip}\" aria-label=\"{presence}, with a condition\">\
         {sign}<sup>{}</sup></a><span id=\"{tip}\" hidden>",
        row_id(event, &row.name),
        letters.join(","),
    ));
    page.push(format_args!(
        "<b>{} in {}</b>",
        escape(&row.name),
        escape(&event.name)
    ));
    for footnote in conditions {
        explain(page, footnote);
    }
    page.push(format_args!("</span></td>"));
}

fn explain(page: &mut Page, footnote: &Footnote) {
    let Footnote {
        letter,
        text,
        status,
        rules,
        ..
    } = footnote;
    let letter = escape(letter);
    let status = status.as_str();
    let words: Vec<String> = if rules.is_empty() {
        vec![super::prose(text)]
    } else {
        rules.iter().map(|rule| escape(&rule.words())).collect()
    };
    for words in words {
        page.push(format_args!(
            "<span class=\"line\"><sup>{letter}</sup> {words} <i>({status})</i></span>"
        ));
    }
}
