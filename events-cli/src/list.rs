//! `events list`: the declared families.

use std::io::{self, Write};

use clap::Args;
use clap::builder::styling::{AnsiColor, Style};
use events_core::schema::{Event, Status};

use crate::CLEAN;
use crate::model::Model;
use crate::table::{Align, Cell, Table};

/// Lists the declared families with their events
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

/// Runs the subcommand; gives the exit status.
pub(crate) fn run(_: &Arguments, model: &Model) -> io::Result<u8> {
    let bold = AnsiColor::BrightCyan.on_default().bold();
    let mut out = anstream::stdout().lock();
    let declarations: Vec<_> = model.declarations().collect();
    let families = declarations.chunk_by(|a, b| std::ptr::eq(a.family, b.family));
    for (at, events) in families.enumerate() {
        let family = events[0].family;
        if at > 0 {
            writeln!(out)?;
        }
        let mut table = Table::new([
            ("event", Align::Left),
            ("number", Align::Right),
            ("rows", Align::Right),
            ("footnotes", Align::Left),
            ("rules", Align::Right),
        ]);
        for event in events.iter().map(|declaration| declaration.event) {
            let number = event.number.map(|number| number.to_string());
            table.row([
                Cell::new(&*event.name, Style::new()),
                number.unwrap_or_default().into(),
                event.attributes.len().to_string().into(),
                footnotes(event).into(),
                event.rules().count().to_string().into(),
            ]);
        }
        writeln!(out, "{bold}{}{bold:#}  {}", family.name, family.source)?;
        if !family.description.is_empty() {
            writeln!(out, "{}", family.description)?;
        }
        write!(out, "\n{}", table.render(2))?;
    }
    Ok(CLEAN)
}

/// How many footnotes of each status an event has.
fn footnotes(event: &Event) -> String {
    let counts: Vec<_> = Status::ALL
        .iter()
        .map(|status| {
            (
                status,
                event
                    .footnotes
                    .iter()
                    .filter(|footnote| footnote.status == *status)
                    .count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| format!("{count} {}", status.as_str()))
        .collect();
    if counts.is_empty() {
        "none".to_owned()
    } else {
        counts.join(", ")
    }
}
