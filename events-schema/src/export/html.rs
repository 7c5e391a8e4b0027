//! A specification as one page of HTML that needs nothing else.

mod event;
mod index;
mod matrix;
mod text;
mod vocabulary;

use std::fmt::Write;

use self::text::{anchor, escape, prose};
use crate::{Event, Family, Specification, Status};

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// A specification as a reference in HTML: its families with their tables and footnotes, which attribute is in which
/// event, what attributes mean, and the values of enumerations.
///
/// The page is one file and asks nothing of a network. It can be searched, its parts have addresses that stay the same
/// as long as their names do, and it can be read without JavaScript and printed.
///
/// ```
/// use events_schema::export::html;
/// use events_schema::{Dictionary, Event, Family, List, Source, Specification};
///
/// let docks = Specification {
///     name: "Docks & Bikes".into(),
///     dictionary: Dictionary::EMPTY,
///     families: vec![Family {
///         name: "Docks".into(), description: "".into(), source: Source::default(), tag: "kind".into(),
///         events: vec![Event {
///             name: "DockReported".into(), number: Some(12), description: "A dock was looked at.".into(),
///             attributes: List::default(), footnotes: List::default(),
///         }].into(),
///     }].into(),
/// };
/// let page = html(&docks);
/// assert!(page.contains("<title>Docks &amp; Bikes</title>"));
/// assert!(page.contains(r#"<section class="event" id="event.DockReported""#));
/// ```
#[must_use]
pub fn html(specification: &Specification) -> String {
    let mut page = Page::default();
    let title = escape(&specification.name);
    page.push(format_args!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">Skip to the reference</a>\n\
         <header class=\"bar\">\n<a class=\"home\" href=\"#top\">{title}</a>\n\
         <search class=\"search\"><label class=\"unseen\" for=\"search\">Search</label>\
         <input id=\"search\" type=\"search\" placeholder=\"Search\" autocomplete=\"off\" spellcheck=\"false\" \
         role=\"combobox\" aria-expanded=\"false\" aria-controls=\"results\" aria-autocomplete=\"list\">\
         <kbd aria-hidden=\"true\">/</kbd>\
         <div id=\"found\" hidden><p id=\"count\" role=\"status\"></p>\
         <ul id=\"results\" role=\"listbox\" aria-label=\"Search results\"></ul></div></search>\n\
         <button id=\"theme\" type=\"button\" hidden>Light</button>\n</header>\n\
         <div class=\"page\">\n"
    ));
    contents(&mut page, specification);
    page.push(format_args!("<main id=\"content\">\n"));
    opening(&mut page, specification);
    for family in specification.families.iter() {
        write_family(&mut page, specification, family);
    }
    matrix::write(&mut page, specification);
    index::write(&mut page, specification);
    page.push(format_args!(
        "</main>\n</div>\n<div id=\"tip\" role=\"presentation\" hidden></div>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n"
    ));
    page.0
}

/// What is written of the page.
#[derive(Default)]
struct Page(String);

impl Page {
    fn push(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a `String` cannot fail.
        let _ = self.0.write_fmt(arguments);
    }
}

/// The address of a family, an event or another part of the page.
fn id(kind: &str, name: &str) -> String {
    format!("{kind}.{}", anchor(name))
}

fn contents(page: &mut Page, specification: &Specification) {
    page.push(format_args!(
        "<nav class=\"contents\" aria-label=\"Contents\">\n<details open><summary>Contents</summary>\n<ul>\n"
    ));
    for family in specification.families.iter() {
        let (address, name) = (id("family", &family.name), escape(&family.name));
        page.push(format_args!("<li><a href=\"#{address}\">{name}</a>\n<ul>"));
        for event in family.events.iter() {
            let (address, name) = (id("event", &event.name), escape(&event.name));
            page.push(format_args!("<li><a href=\"#{address}\">{name}</a></li>"));
        }
        page.push(format_args!("</ul></li>\n"));
    }
    page.push(format_args!("</ul>\n<ul class=\"lists\">\n"));
    page.push(format_args!(
        "<li><a href=\"#matrix\">Which attribute is where</a></li>\n"
    ));
    for (address, title) in index::parts(specification) {
        page.push(format_args!(
            "<li><a href=\"#{address}\">{title}</a></li>\n"
        ));
    }
    page.push(format_args!("</ul>\n</details>\n</nav>\n"));
}

fn opening(page: &mut Page, specification: &Specification) {
    let events = || specification.families.iter().flat_map(|f| f.events.iter());
    let footnotes = events().map(|event| event.footnotes.len()).sum::<usize>();
    let rules = events().map(|event| event.rules().count()).sum::<usize>();
    let counts = [
        counted(specification.families.len(), "family", "families"),
        counted(events().count(), "event", "events"),
        counted(footnotes, "footnote", "footnotes"),
        counted(rules, "rule", "rules"),
    ];
    page.push(format_args!(
        "<section class=\"opening\" id=\"top\">\n<h1>{}</h1>\n<p class=\"counts\">{}</p>\n",
        escape(&specification.name),
        counts.join(" · ")
    ));
    page.push(format_args!(
        "<details class=\"key\"><summary>How to read the tables</summary>\n\
         <p>A table has the rows of the document. A raised letter refers to a footnote below the table, and each footnote \
         says how much of it can be told from a message:</p>\n<dl>\n"
    ));
    for status in Status::ALL {
        page.push(format_args!(
            "<div><dt>{}</dt><dd>{}.</dd></div>\n",
            badge(status),
            meaning(status)
        ));
    }
    page.push(format_args!("</dl>\n</details>\n</section>\n"));
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn badge(status: Status) -> String {
    let status = status.as_str();
    format!("<span class=\"status {status}\">{status}</span>")
}

/// What a status promises.
fn meaning(status: Status) -> &'static str {
    match status {
        Status::Checked => "all that a message can show of it is checked by rules",
        Status::Partly => {
            "part of it is checked by rules, the rest depends on what is not in the message"
        }
        Status::Context => "it depends wholly on what is not in the message",
        Status::Remark => "it constrains nothing",
        Status::Unread => "its text is not at hand, so that nothing is known of it",
    }
}

fn write_family(page: &mut Page, specification: &Specification, family: &Family) {
    let address = id("family", &family.name);
    page.push(format_args!(
        "<section class=\"family\" id=\"{address}\" aria-labelledby=\"{address}.title\">\n\
         <h2 id=\"{address}.title\">{}{}</h2>\n",
        escape(&family.name),
        link(&address, &family.name)
    ));
    if !family.description.is_empty() {
        page.push(format_args!(
            "<p class=\"lead\">{}</p>\n",
            prose(&family.description)
        ));
    }
    let source = family.source.to_string();
    if !source.is_empty() {
        page.push(format_args!(
            "<p class=\"source\">Source: {}</p>\n",
            escape(&source)
        ));
    }
    for event in family.events.iter() {
        event::write(page, specification, family, event);
    }
    page.push(format_args!("</section>\n"));
}

/// A link to a heading, beside it.
fn link(address: &str, name: &str) -> String {
    format!(
        " <a class=\"anchor\" href=\"#{address}\" aria-label=\"Link to {}\">#</a>",
        escape(name)
    )
}

/// The address of a footnote of an event.
fn note_id(event: &Event, letter: &str) -> String {
    format!("{}.{}", id("note", &event.name), anchor(letter))
}

/// The address of a row of an event.
fn row_id(event: &Event, row: &str) -> String {
    format!("{}.{}", id("row", &event.name), anchor(row))
}

#[cfg(test)]
mod tests;
