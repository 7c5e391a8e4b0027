//! Declarations against the documented facts, row by row and footnote by footnote.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use events_core::families;
use events_core::schema::{Cell, Event, Family, Status};

/// The declared families, in their order.
fn declared_families() -> Vec<&'static Family> {
    let mut families: Vec<&Family> = families::declarations()
        .map(|declaration| declaration.family)
        .collect();
    families.dedup_by_key(|family| &family.name);
    families
}

/// The name of a row with what it fixes. The document writes one role without what all members of its enumeration begin
/// with.
fn documented_name(attribute: &str) -> String {
    attribute
        .replace(' ', "")
        .replace("=Destination", "=RoleDestination")
}

/// The rows of a table of tab-separated values, by the names of its head; `None` where the facts are not at hand.
fn table(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/facts")
        .join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        // Past the harness, which keeps what a test that passes prints.
        let said = writeln!(
            io::stderr(),
            "skipped: the declarations are not held against the document, since {name} with its facts is not at hand"
        );
        said.expect("there is a place for errors");
        return None;
    };
    let mut lines = text.lines();
    let head: Vec<_> = lines.next()?.split('\t').map(str::to_owned).collect();
    let rows = lines.map(|line| {
        head.iter()
            .cloned()
            .zip(line.split('\t').map(str::to_owned))
            .collect()
    });
    Some(rows.collect())
}

/// A table as lines: name, presence, marks.
fn declared_rows(event: &Event) -> Vec<String> {
    let rows = event.attributes.iter().map(|row| {
        let fixed = row.fixed.as_ref().map(|value| format!("={value}"));
        let letters: Vec<_> = row.marks.iter().map(|mark| &*mark.letter).collect();
        let fixed = fixed.unwrap_or_default();
        format!(
            "{}{fixed} {:?} {}",
            row.name,
            row.presence,
            letters.join(",")
        )
    });
    rows.collect()
}

fn difference(what: &str, documented: &[String], declared: &[String]) -> String {
    let mut text = String::new();
    for at in 0..documented.len().max(declared.len()) {
        let (left, right) = (documented.get(at), declared.get(at));
        if left != right {
            let none = &"nothing".to_owned();
            let _ = writeln!(
                text,
                "{what}, line {}: documented {:?}, declared {:?}",
                at + 1,
                left.unwrap_or(none),
                right.unwrap_or(none)
            );
        }
    }
    text
}

#[test]
fn tables_are_as_documented() {
    let Some(rows) = table("tables.tsv") else {
        return;
    };
    let mut difference_found = String::new();
    let families = declared_families();
    let mut documented: Vec<_> = rows.iter().map(|row| row["family"].clone()).collect();
    documented.dedup();
    let declared: Vec<_> = families
        .iter()
        .map(|family| family.name.to_string())
        .collect();
    difference_found += &difference("families", &documented, &declared);
    for family in families {
        let names: Vec<_> = family
            .events
            .iter()
            .map(|event| event.name.to_string())
            .collect();
        let mut documented_names: Vec<_> = rows
            .iter()
            .filter(|row| row["family"] == family.name)
            .map(|row| row["event"].clone())
            .collect();
        documented_names.dedup();
        difference_found += &difference(&family.name, &documented_names, &names);
        for event in family.events.iter() {
            let of_event: Vec<_> = rows
                .iter()
                .filter(|row| row["event"] == event.name)
                .collect();
            let documented: Vec<_> = of_event
                .iter()
                .map(|row| {
                    let name = documented_name(&row["attribute"]);
                    format!("{name} {} {}", row["presence"], row["marks"])
                })
                .collect();
            difference_found += &difference(&event.name, &documented, &declared_rows(event));
            let number = of_event.first().map(|row| row["number"].clone());
            assert_eq!(
                event.number.map(|number| number.to_string()),
                number,
                "{}",
                event.name
            );
            for row in of_event {
                assert_eq!(row["section"], family.source.section, "{}", event.name);
            }
        }
    }
    assert!(difference_found.is_empty(), "\n{difference_found}");
}

#[test]
fn footnotes_are_as_documented() {
    let Some(rows) = table("footnotes.tsv") else {
        return;
    };
    let mut difference_found = String::new();
    let families = declared_families();
    for event in families.iter().flat_map(|family| family.events.iter()) {
        let documented: Vec<_> = rows
            .iter()
            .filter(|row| row["event"] == event.name)
            .map(|row| {
                let mut on: Vec<_> = row["on"].split(", ").collect();
                on.sort_unstable();
                format!("{} {} on {}", row["mark"], row["status"], on.join(", "))
            })
            .collect();
        let declared: Vec<_> = event
            .footnotes
            .iter()
            .map(|note| {
                let marked = event
                    .attributes
                    .iter()
                    .filter(|row| row.marks.iter().any(|mark| mark.letter == note.letter));
                let mut on: Vec<_> = marked.map(|row| &*row.name).collect();
                on.sort_unstable();
                format!(
                    "{} {} on {}",
                    note.letter,
                    note.status.as_str(),
                    on.join(", ")
                )
            })
            .collect();
        difference_found += &difference(&event.name, &documented, &declared);
    }
    assert!(difference_found.is_empty(), "\n{difference_found}");
}

/// What is declared, counted: it holds where the facts are not at hand.
#[test]
fn facts_of_the_transport_are_in_no_table() {
    let definitions = events_core::tlibrary::DICTIONARY.definitions.iter();
    let transport: Vec<_> = definitions
        .filter(|one| one.transport)
        .map(|one| &*one.name)
        .collect();
    assert_eq!(transport, ["EventSequenceNumber", "CallThreadID"]);
    for family in declared_families() {
        for event in family.events.iter() {
            assert!(
                transport.iter().all(|name| event.position(name).is_none()),
                "{}",
                event.name
            );
        }
    }
}

#[test]
fn nothing_got_lost() {
    let families = declared_families();
    let events: Vec<_> = families
        .iter()
        .flat_map(|family| family.events.iter())
        .collect();
    let rows: usize = events.iter().map(|event| event.attributes.len()).sum();
    assert_eq!(
        (families.len(), events.len(), rows),
        (13, 26, 398),
        "if a table was added or left out on purpose, correct these counts and those in the README"
    );
    let said = format!(
        "{} events of T-Library in {} families",
        events.len(),
        families.len()
    );
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(readme).expect("a README");
    assert!(readme.contains(&said), "write into README.md: {said}");

    let footnotes = || events.iter().flat_map(|event| event.footnotes.iter());
    let count = |status: Status| footnotes().filter(|note| note.status == status).count();
    assert_eq!(
        Status::ALL.map(count),
        [8, 6, 7, 7, 3],
        "if footnotes were added or left out on purpose, correct these counts"
    );
    assert_eq!(
        footnotes().map(|note| note.rules.len()).sum::<usize>(),
        17,
        "if rules were added or left out on purpose, correct this count"
    );

    let on_presence = events
        .iter()
        .flat_map(|event| event.attributes.iter())
        .flat_map(|row| row.marks.iter())
        .filter(|mark| mark.cell == Cell::Presence);
    assert_eq!(
        on_presence.count(),
        2,
        "if marks of presence cells were added or left out on purpose, correct this count"
    );
}

/// A file that nobody names is not even compiled.
#[test]
fn every_file_of_a_family_is_read() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events-core/src");
    let named = fs::read_to_string(source.join("families.rs")).expect("the module of families");
    let mut count = 0;
    for entry in fs::read_dir(source.join("families")).expect("the families") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").display().to_string();
        for needed in [format!("pub mod {name};"), format!("({name}::")] {
            assert!(
                named.contains(&needed),
                "families/{name}.rs is declared and not read: write `pub mod {name};` and its variant of `TLibraryEvent` into events-core/src/families.rs"
            );
        }
        count += 1;
    }
    assert_eq!(count, declared_families().len(), "a family is a file");
}
