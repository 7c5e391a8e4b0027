//! Changes for people.

use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};
use events_core::schema::diff::Effect;

use super::{Changes, Whom};

const NAME: Style = AnsiColor::BrightCyan.on_default().bold();
const BREAK: Style = AnsiColor::BrightRed.on_default().bold();
const QUIET: Style = Style::new().dimmed();

pub(super) fn write(out: &mut impl Write, changes: &Changes<'_>) -> io::Result<()> {
    let mut last = None;
    for change in &changes.all {
        let name = change.name().map(ToString::to_string);
        if name != last {
            let before = if last.is_none() { "" } else { "\n" };
            let title = name.as_deref().unwrap_or_default();
            writeln!(out, "{before}{NAME}{title}{NAME:#}")?;
            last = name;
        }
        writeln!(out, "  {}", change.what)?;
        for whom in Whom::ALL {
            let effect = whom.effect(change);
            let verb = match effect {
                Effect::None => continue,
                Effect::Breaks(_) => "breaks",
                Effect::Misread(_) => "misleads",
                Effect::Unknown(_) => "is lost on",
                Effect::Untold => "may break",
            };
            let (name, proof) = (whom.name(), whom.proof(effect));
            writeln!(out, "    {BREAK}{verb} {name}{BREAK:#}: {proof}")?;
            if let Some(message) = changes.proof(change, whom) {
                writeln!(out, "      {QUIET}{message}{QUIET:#}")?;
            }
        }
    }
    if !changes.open.is_empty() {
        let space = if last.is_none() { "" } else { "\n" };
        write!(out, "{space}")?;
    }
    for entry in &changes.open {
        writeln!(out, "{BREAK}open{BREAK:#}: {entry}")?;
    }
    let last = last.or_else(|| changes.open.first().cloned());
    let space = if last.is_none() { "" } else { "\n" };
    writeln!(out, "{space}{}", changes.summary())
}
