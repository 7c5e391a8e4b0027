//! Documents that are made to cost more than they are worth: what is read of them is bounded, and the rest is told.

use std::fmt::Write;

use events_schema::import::{Document, Draft, Options, ReadError, Reason, What, import};

fn read(name: &str, bytes: &[u8]) -> Draft {
    import(&[Document::read(name, bytes).unwrap()], &Options::default())
}

/// How many rows were taken, and how many entries are open.
fn counts(draft: &Draft) -> (usize, usize) {
    let rows = draft.ledgers[0].count(|what| matches!(what, What::Row { .. }));
    (rows, draft.ledgers[0].open().count())
}

fn reasons(draft: &Draft) -> Vec<&Reason> {
    draft.ledgers[0].open().map(|(.., reason)| reason).collect()
}

#[test]
fn a_line_of_100_megabytes() {
    let line = "dock  u16  Required  Number of the dock, ".repeat(2_500_000);
    assert!(line.len() > 100_000_000);
    let text = format!(
        "DockSeen\n\nName  Type  Presence  Description\n{line}\nbike  u16  Required  One\n"
    );
    let draft = read("x.txt", text.as_bytes());
    assert_eq!(counts(&draft), (1, 1));
    assert_eq!(reasons(&draft), [&Reason::Long]);
    let [kept] = &*draft.ledgers[0]
        .open()
        .map(|(_, text, _)| text.len())
        .collect::<Vec<_>>()
    else {
        panic!()
    };
    assert!(*kept < 200);
}

#[test]
fn a_cell_of_10_megabytes() {
    let cell = "Number of the dock, ".repeat(500_000);
    let head = "Name</th><th>Presence</th><th>Description</th></tr>";
    let page = format!(
        "<h2>DockSeen</h2><table><tr><th>{head}<tr><td>dock</td><td>Required</td><td>{cell}</td></tr>\
         <tr><td>bike</td><td>Required</td><td></td></tr></table>"
    );
    let draft = read("x.html", page.as_bytes());
    assert_eq!(counts(&draft), (1, 1));
    assert_eq!(reasons(&draft), [&Reason::Long]);
}

/// The rows of a table of 100,000 cells.
const ROWS: usize = 5000;

/// What stands in the cells of a row between two texts, behind the name, the type and the presence.
fn others(before: &str, behind: &str) -> String {
    format!("{before}of no use{behind}").repeat(17)
}

#[test]
fn a_table_of_100_000_cells_as_text() {
    let mut text = "DockSeen\n\nName\tType\tPresence\tDescription\n".to_owned();
    for row in 0..ROWS {
        writeln!(text, "dock_{row}\tu16\tRequired{}", others("\t", "")).unwrap();
    }
    text.push_str("\n1. dock_7 is required if dock_8 is present.\n");
    let draft = read("x.txt", text.as_bytes());
    // The footnote has no mark.
    assert_eq!(counts(&draft), (ROWS, 1));
}

#[test]
fn a_table_of_100_000_cells_that_are_no_rows() {
    let mut text = "DockSeen\n\nName\tType\tPresence\tDescription\n".to_owned();
    for row in 0..ROWS {
        writeln!(text, "dock_{row}\tu16\tnow and then{}", others("\t", "")).unwrap();
    }
    let draft = read("x.txt", text.as_bytes());
    // Each line, and the event without rows.
    assert_eq!(counts(&draft), (0, ROWS + 1));
}

#[test]
fn a_table_of_100_000_cells_in_html() {
    let mut page = "<h2>DockSeen</h2><table><tr><th>Name</th><th>Type</th><th>Presence</th><th>Meaning</th></tr>".to_owned();
    for row in 0..ROWS {
        // Each cell reaches down into many rows that have no room for it.
        let others = others("<td rowspan=1000>", "</td>");
        write!(
            page,
            "<tr><td>dock_{row}</td><td>u16</td><td>Required</td>{others}</tr>"
        )
        .unwrap();
    }
    page.push_str("</table>");
    let draft = read("x.html", page.as_bytes());
    assert_eq!(counts(&draft), (ROWS, 0));
}

#[test]
fn elements_3000_deep() {
    let deep = "<div>".repeat(3000);
    let row = "<table><tr><td>dock</td><td>Required</td></tr></table>";
    let head = "<table><tr><th>Name</th><th>Presence</th></tr><tr><td>bike</td><td>Optional</td></tr></table>";
    let draft = read(
        "x.html",
        format!("<h2>DockSeen</h2>{head}{deep}{row}").as_bytes(),
    );
    assert_eq!(counts(&draft), (1, 1));
    assert_eq!(reasons(&draft), [&Reason::Inner]);
}

#[test]
fn tables_in_tables() {
    let deep = "<table><tr><td>dock</td><td>Required</td><td>".repeat(150);
    let head = "<tr><th>Name</th><th>Presence</th><th>Meaning</th></tr>";
    let page =
        format!("<h2>DockSeen</h2><table>{head}<tr><td>bike</td><td>Optional</td><td>{deep}");
    let draft = read("x.html", page.as_bytes());
    assert_eq!(counts(&draft), (1, 150));
    assert!(
        reasons(&draft)
            .iter()
            .all(|reason| **reason == Reason::Inner)
    );
}

/// Objects as a PDF, the first one its catalog.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(text.len());
        write!(text, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let start = text.len();
    let size = objects.len() + 1;
    write!(text, "xref\n0 {size}\n0000000000 65535 f \n").unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    write!(
        text,
        "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    text.into_bytes()
}

fn stream(dictionary: &str, content: &str) -> String {
    let length = content.len();
    format!("<< {dictionary} /Length {length} >>\nstream\n{content}\nendstream")
}

/// A file of some kilobytes whose pages are those of a tree in which all branches are the same.
#[test]
fn a_million_pages_in_a_small_file() {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    for level in 0..6_u32 {
        let next = format!("{} 0 R ", level + 3).repeat(10);
        let count = 10_u32.pow(6 - level);
        objects.push(format!(
            "<< /Type /Pages /Count {count} /Kids [{next}] /MediaBox [0 0 595 842] >>"
        ));
    }
    objects.push(
        "<< /Type /Page /Parent 2 0 R /Contents 9 0 R /Resources << /Font << /F1 10 0 R >> >> >>"
            .to_owned(),
    );
    objects.push(stream("", "BT /F1 9 Tf 40 780 Td (dock) Tj ET"));
    objects.push(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    );
    let bytes = pdf(&objects);
    assert!(bytes.len() < 4000);
    let document = Document::read("x.pdf", &bytes).unwrap();
    assert!(document.lines.len() <= 20_001, "{}", document.lines.len());
    let draft = import(&[document], &Options::default());
    assert_eq!(counts(&draft).0, 0);
}

#[test]
fn a_form_that_draws_itself() {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
            .to_owned(),
        stream("", "/X Do"),
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
            "/X Do",
        ),
    ];
    let read = Document::read("x.pdf", &pdf(&objects));
    assert!(matches!(read, Err(ReadError::Unknown)), "{read:?}");
}

const HEAD: &str = "## DockSeen\n\n| Name | Presence | Description |\n|---|---|---|\n";

/// What is read of a text between two tables of a row each.
fn between(text: &str) -> Draft {
    let (dock, bike) = ("| dock | Required | One |", "| bike | Required | One |");
    read(
        "x.md",
        format!("{HEAD}{dock}\n\n{text}\n\n{HEAD}{bike}\n").as_bytes(),
    )
}

#[test]
fn a_row_of_a_million_cells_in_markdown() {
    let (cells, rules) = ("x | ".repeat(1_000_000), "---|".repeat(1_000_000));
    // Cells past those of the head are none.
    let row = format!("{HEAD}| dock | Required | {cells}\n| bike | Required | One |\n");
    assert_eq!(counts(&read("x.md", row.as_bytes())), (2, 0));
    let head = format!("## DockSeen\n\n| Name | Presence | {cells}\n|---|---|{rules}\n");
    let draft = read(
        "x.md",
        format!("{head}| dock | Required | {cells}\n").as_bytes(),
    );
    assert_eq!(counts(&draft).0, 0);
    assert!(counts(&draft).1 > 0);
}

#[test]
fn a_line_of_100_megabytes_in_markdown() {
    let line = "dock u16 Required Number of the dock, ".repeat(2_700_000);
    assert!(line.len() > 100_000_000);
    let draft = between(&line);
    assert_eq!(
        (counts(&draft), reasons(&draft)),
        ((2, 1), vec![&Reason::Long])
    );
    let cell = format!("{HEAD}| dock | Required | {line} |\n| bike | Required | One |\n");
    let draft = read("x.md", cell.as_bytes());
    assert_eq!(
        (counts(&draft), reasons(&draft)),
        ((1, 1), vec![&Reason::Long])
    );
}

#[test]
fn markdown_that_is_nested_deep() {
    let runs = [
        "> ",
        "- ",
        "1. ",
        "[",
        "![",
        "*a **b ",
        "<table><tr><td>",
        "(",
        "<sup>",
    ];
    for begin in runs {
        let draft = between(&begin.repeat(20_000));
        assert_eq!(counts(&draft).0, 2, "{begin}");
    }
    let lists: String = (0..2000).map(|at| "  ".repeat(at) + "- a\n").collect();
    assert_eq!(counts(&between(&lists)).0, 2);
    // Blocks of HTML are read up to a bound.
    let draft = between(&"<div>".repeat(100_000));
    assert_eq!(
        (counts(&draft), reasons(&draft)),
        ((2, 1), vec![&Reason::Rest])
    );
}

#[test]
fn what_is_closed_nowhere_in_markdown() {
    let swallowing = ["```", "~~~", "<!-- ", "<![CDATA[", "<?"];
    for begin in swallowing {
        for count in [1, 20_000] {
            let draft = between(&format!("{begin}\n").repeat(count * 2 - 1));
            assert_eq!(reasons(&draft).last(), Some(&&Reason::Unclosed), "{begin}");
            let open = draft.ledgers[0].open();
            let lines: Vec<_> = open.map(|(entry, ..)| entry.place.line).collect();
            assert!(lines.iter().all(|line| *line >= 7), "{begin} {lines:?}");
        }
    }
    for text in [
        "```\na\n```",
        "~~~\n~~~",
        "<!-- a\n\nb -->",
        "<? a ?>",
        "- ```\n  a\n  ```",
    ] {
        let draft = between(text);
        assert_eq!(counts(&draft).0, 2, "{text}");
        assert!(!reasons(&draft).contains(&&Reason::Unclosed), "{text}");
    }
    let harmless = [
        "<table><tr><td>a",
        "**a",
        "[a](",
        "[^a",
        "[a]: <",
        "`a",
        "<sup>a",
        "| a | `b ",
        "&#x",
    ];
    for text in harmless {
        for count in [1, 20_000] {
            assert_eq!(counts(&between(&text.repeat(count))).0, 2, "{text}");
        }
    }
}

#[test]
fn a_comment_of_html_that_is_not_closed() {
    let table = |name: &str| {
        format!(
            "<h2>DockSeen</h2><table><tr><th>Name</th><th>Presence</th></tr><tr><td>{name}</td><td>Required</td></tr></table>"
        )
    };
    let page = |between: &str| format!("{}\n{between}\n{}", table("dock"), table("bike"));
    let draft = read("x.html", page("<!-- a").as_bytes());
    assert_eq!(
        (counts(&draft), reasons(&draft)),
        ((1, 1), vec![&Reason::Unclosed])
    );
    assert_eq!(
        counts(&read("x.html", page("<!-- a -->").as_bytes())),
        (2, 0)
    );
    let draft = read("x.html", page(&"<div>".repeat(100_000)).as_bytes());
    assert_eq!(
        (counts(&draft), reasons(&draft)),
        ((1, 1), vec![&Reason::Rest])
    );
}
