//! Changes for a release note.

use std::io::{self, Write};

use events_core::schema::diff::Effect;

use super::{Changes, Whom};

pub(super) fn write(out: &mut impl Write, changes: &Changes<'_>) -> io::Result<()> {
    let mut last = None;
    for change in &changes.all {
        let name = change.name().map(ToString::to_string);
        if name != last {
            let title = name.as_deref().unwrap_or_default();
            let before = if last.is_none() { "" } else { "\n" };
            writeln!(out, "{before}## {title}\n")?;
            last = name;
        }
        writeln!(out, "- {}", change.what)?;
        for whom in Whom::ALL {
            let effect = whom.effect(change);
            if *effect == Effect::None {
                continue;
            }
            writeln!(out, "  - **{}**: {}", whom.name(), whom.proof(effect))?;
            if let Some(message) = changes.proof(change, whom) {
                writeln!(out, "\n    ```json\n    {message}\n    ```\n")?;
            }
        }
    }
    if !changes.open.is_empty() {
        let space = if last.is_none() { "" } else { "\n" };
        writeln!(out, "{space}## Open\n")?;
    }
    for entry in &changes.open {
        writeln!(out, "- {entry}")?;
    }
    let last = last.or_else(|| changes.open.first().cloned());
    let space = if last.is_none() { "" } else { "\n" };
    writeln!(out, "{space}{}.", changes.summary())
}
