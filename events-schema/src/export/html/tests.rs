use std::collections::HashSet;

use super::*;
use crate::sample::{self, REGISTRATION};
use crate::{Attribute, Cell, Definition, Dictionary, Kind, Mark, Member, Vocabulary};

fn registration() -> Specification {
    Specification {
        name: "T-Library".into(),
        dictionary: Dictionary::EMPTY,
        families: vec![REGISTRATION.clone()].into(),
    }
}

/// The values of an attribute of tags, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let before = format!(" {attribute}=\"");
    let pieces = page.split(&*before).skip(1);
    pieces.filter_map(|piece| piece.split('"').next()).collect()
}

/// The page without its style and its script.
fn body(page: &str) -> String {
    page.replace(STYLE, "").replace(SCRIPT, "")
}

#[test]
fn every_link_has_a_place_and_every_place_is_one() {
    let page = html(&registration());
    let page = body(&page);
    let ids = values(&page, "id");
    let unique: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    let links = values(&page, "href");
    assert!(links.len() > 20);
    assert!(links.contains(&"#keyset.AddressInfoDNStatus"));
    for link in links {
        let Some(place) = link.strip_prefix('#') else {
            assert_eq!(link, "data:,");
            continue;
        };
        assert!(unique.contains(place), "{place}");
    }
    for attribute in [
        "aria-describedby",
        "aria-labelledby",
        "aria-controls",
        "for",
    ] {
        for place in values(&page, attribute) {
            assert!(unique.contains(place), "{attribute} {place}");
        }
    }
}

#[test]
fn the_page_asks_nothing_of_a_network() {
    let page = html(&registration());
    for outside in [
        "http:",
        "https:",
        "src=",
        "@import",
        "url(",
        "fetch(",
        "XMLHttpRequest",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn the_matrix_has_a_cell_for_each_row() {
    let page = html(&registration());
    let matrix = page.split("<table class=\"matrix\">").nth(1).unwrap();
    let matrix = matrix.split("</table>").next().unwrap();
    let events = &REGISTRATION.events;
    let rows: Vec<_> = events
        .iter()
        .flat_map(|event| event.attributes.iter())
        .collect();
    let cells = |sign: &str| matrix.matches(sign).count();
    let given = rows
        .iter()
        .filter(|row| row.presence == crate::Presence::Mandatory);
    assert_eq!(cells("<td class=\"m"), given.count());
    assert_eq!(cells("<td class=\"m") + cells("<td class=\"o"), rows.len());
    assert_eq!(cells("<td"), cells("<tr><th scope=\"row\"") * events.len());
}

/// A name that would be a tag, end an attribute or begin a script.
const HOSTILE: &str = "</script><script>alert(1)</script>\"'><img onerror=x>&amp;`";

#[test]
fn hostile_names_stay_texts() {
    let hostile = || HOSTILE.into();
    let mut page = registration();
    page.name = hostile();
    let states = Vocabulary {
        name: hostile(),
        description: hostile(),
        numbered: true,
        members: vec![Member {
            name: hostile(),
            number: 1,
            description: hostile(),
        }]
        .into(),
    };
    let family = &mut page.families.to_mut()[0];
    family.name = hostile();
    family.description = hostile();
    family.source.document = hostile();
    let event = &mut family.events.to_mut()[0];
    event.name = hostile();
    event.description = hostile();
    event.attributes.to_mut().push(Attribute {
        kind: Kind::Enumeration(std::borrow::Cow::Owned(states.clone())),
        name: hostile(),
        description: hostile(),
        marks: vec![Mark {
            letter: hostile(),
            cell: Cell::Name,
        }]
        .into(),
        ..sample::REGISTERED.attributes[0].clone()
    });
    let footnote = &mut event.footnotes.to_mut()[0];
    footnote.letter = hostile();
    footnote.text = hostile();
    footnote.waives = vec![hostile()].into();
    footnote.rules.to_mut()[0].id = hostile();
    page.dictionary.definitions = vec![Definition {
        name: hostile(),
        description: hostile(),
        kind: Kind::Enumeration(std::borrow::Cow::Owned(states)),
        number: None,
        log: vec![hostile()].into(),
        aliases: vec![hostile()].into(),
        examples: vec![hostile()].into(),
        obsolete: false,
        transport: false,
    }]
    .into();
    let page = html(&page);
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(!page.contains("<img"));
    // What is no tag of the page is no tag: each of its own is closed or stands alone.
    let page = body(&page);
    for tag in [
        "section", "table", "tr", "td", "div", "span", "a", "dl", "dd", "dt", "p", "code", "li",
    ] {
        let opened =
            page.matches(&format!("<{tag} ")).count() + page.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert!(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
}

#[test]
fn two_names_for_one_number_say_which_is_written() {
    let member = |name: &'static str| Member {
        name: name.into(),
        number: 2,
        description: "Ready.".into(),
    };
    let mut page = Page::default();
    vocabulary::write(
        &mut page,
        &Vocabulary {
            name: "Modes".into(),
            description: "".into(),
            numbered: true,
            members: vec![member("AutoIn"), member("LegalGuard")].into(),
        },
    );
    let values: Vec<_> = page
        .0
        .lines()
        .filter(|line| line.contains("<dt>"))
        .collect();
    assert!(
        values[0].ends_with("<dt>AutoIn</dt><dd><span class=\"number\">2</span> Ready.</dd></div>")
    );
    assert!(values[1].ends_with(
        "<dd><span class=\"number\">2</span> Ready. \
         <span class=\"kind\">written as <code>AutoIn</code></span></dd></div>"
    ));
}

#[test]
fn code_spans_are_code_and_nothing_else_is() {
    assert_eq!(prose("`A` is <b>"), "<code>A</code> is &lt;b&gt;");
    assert_eq!(prose("`` a`b `` and `"), "<code>a`b</code> and `");
    assert_eq!(prose("one\n\ntwo"), "one<br>two");
    assert_eq!(anchor("Info.Type_x"), "Info_2eType_5fx");
}
