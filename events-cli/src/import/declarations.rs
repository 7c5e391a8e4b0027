//! Declarations that are imported: what they declare, and what is wrong with them.

use std::io::{self, Write};

use events_core::schema::Specification;
use events_syntax::read::Read;
use serde_json::{Value, json};

use super::{Arguments, Format, OPEN, hold};
use crate::declare;
use crate::model::Model;
use crate::table::counted;
use crate::{CLEAN, VIOLATIONS};

/// Writes what was read as a declaration or as a model, and what was not; or holds it against the declared events.
pub(super) fn run(read: &Read, arguments: &Arguments, model: &Model) -> io::Result<u8> {
    let Read {
        specification,
        mistakes,
    } = read;
    let mut open: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    let mut entries: Vec<Value> = mistakes
        .iter()
        .map(|mistake| {
            json!({
                "file": mistake.file,
                "line": mistake.line,
                "column": mistake.column,
                "message": mistake.message,
            })
        })
        .collect();
    // Faults of a part say little.
    if mistakes.is_empty() {
        let faults = specification.faults();
        open.extend(faults.iter().map(ToString::to_string));
        let faults = faults.iter();
        entries.extend(faults.map(|fault| json!({ "message": fault.to_string() })));
    }
    if arguments.check {
        let entries = Value::from(entries);
        return hold(&specification.families, &open, &entries, arguments, model);
    }
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Json => {
            let all = json!({ "specification": specification, "open": entries });
            writeln!(out, "{all:#}")?;
        }
        Format::Source => {
            out.write_all(declare::source(specification).as_bytes())?;
            account(&mut anstream::stderr().lock(), specification, &open)?;
        }
    }
    Ok(if open.is_empty() { CLEAN } else { VIOLATIONS })
}

fn account(out: &mut impl Write, specification: &Specification, open: &[String]) -> io::Result<()> {
    for entry in open {
        writeln!(out, "{OPEN}open{OPEN:#}: {entry}")?;
    }
    let events = || {
        specification
            .families
            .iter()
            .flat_map(|family| family.events.iter())
    };
    let count = |count: usize, what| counted(u64::try_from(count).unwrap_or(u64::MAX), what);
    writeln!(
        out,
        "{}, {}, {}; {} open",
        count(events().count(), "event"),
        count(events().map(|event| event.attributes.len()).sum(), "row"),
        count(
            events().map(|event| event.footnotes.len()).sum(),
            "footnote"
        ),
        open.len()
    )
}
