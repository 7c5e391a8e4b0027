//! How long it takes to import 300 pages, as text and as PDF, and how much memory.
//!
//! ```sh
//! cargo run --release -p events-schema --features import-formats --example import_pages
//! ```

use std::fmt::Write;
use std::time::Instant;

use events_schema::import::{Document, Options, What, import};

const PAGES: usize = 300;

fn main() {
    let pages: Vec<Vec<String>> = (1..=PAGES).map(page).collect();
    let text: Vec<_> = pages.iter().map(|lines| lines.join("\n")).collect();
    measure("text", text.join("\n\u{c}").as_bytes());
    measure("pdf", &pdf(&pages));
}

/// A page with the table of an event, its header, its footnotes and its number.
fn page(number: usize) -> Vec<String> {
    let mut lines = vec![
        "Dock Protocol                     Dock Events".to_owned(),
        String::new(),
        format!("DockEvent{number}"),
        String::new(),
        format!("What dock {number} reports when somebody looks at it, in one sentence or two."),
        String::new(),
        "Event Attribute            Type".to_owned(),
    ];
    for row in 0..24 {
        let name = format!("Attribute{row}");
        let mark = if row % 8 == 0 { "[a]" } else { "" };
        let presence = if row % 3 == 0 {
            "Mandatory"
        } else {
            "Optional"
        };
        lines.push(format!("{:27}{presence}", name + mark));
    }
    lines.push(String::new());
    lines.push(
        "a. Attribute8 is mandatory if Attribute1 is present, otherwise it is absent.".to_owned(),
    );
    lines.push(String::new());
    lines.push(number.to_string());
    lines
}

fn measure(format: &str, bytes: &[u8]) {
    let name = format!("pages.{format}");
    let start = Instant::now();
    let document = Document::read(&name, bytes).expect("the document is readable");
    let read = start.elapsed();
    let draft = import(&[document], &Options::default());
    let all = start.elapsed();
    let ledger = &draft.ledgers[0];
    let events = ledger.count(|what| matches!(what, What::Event));
    let rows = ledger.count(|what| matches!(what, What::Row { .. }));
    println!(
        "{format}: {PAGES} pages, {} bytes: read in {read:.2?}, {events} events with {rows} rows and {} open in {all:.2?}; \
         at most {} in memory",
        bytes.len(),
        ledger.open().count(),
        most_memory()
    );
}

/// The most memory that the process has had, where the system tells.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("an unknown number of bytes".to_owned(), |size| {
        size.trim().to_owned()
    })
}

/// Pages as a PDF of the simplest kind.
fn pdf(pages: &[Vec<String>]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut kids = String::new();
    for lines in pages {
        let mut content = String::from("BT /F1 9 Tf 12 TL 40 780 Td\n");
        for line in lines {
            // Writing to a `String` cannot fail.
            let _ = writeln!(
                content,
                "({}) Tj T*",
                line.replace('(', "\\(").replace(')', "\\)")
            );
        }
        content.push_str("ET");
        let at = objects.len() + 1;
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>"
        ));
        let _ = write!(kids, "{} 0 R ", at + 1);
    }
    objects[1] = format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len());
    let mut bytes = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        let _ = write!(bytes, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = bytes.len();
    let _ = write!(
        bytes,
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    );
    for place in places {
        let _ = writeln!(bytes, "{place:010} 00000 n ");
    }
    let _ = write!(
        bytes,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    bytes.into_bytes()
}
