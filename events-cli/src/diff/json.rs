//! Changes for programs.

use std::io::{self, Write};

use events_core::schema::diff::{Change, Effect};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Changes, Whom};

#[derive(Serialize)]
struct Output<'a> {
    changes: Vec<Item<'a>>,
    /// How many changes break those who write messages of the old version.
    producers: usize,
    /// How many break those who read messages by the old version.
    consumers: usize,
    /// What of the documents was not understood, so that it was not compared.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    open: &'a [String],
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    code: &'a str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    producers: Option<Broken>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consumers: Option<Broken>,
}

#[derive(Serialize)]
struct Broken {
    effect: &'static str,
    message: Box<RawValue>,
}

pub(super) fn write(out: &mut impl Write, changes: &Changes<'_>) -> io::Result<()> {
    let item = |change| item(changes, change);
    let output = Output {
        changes: changes.all.iter().map(item).collect::<io::Result<_>>()?,
        producers: changes.breaks(Whom::Producers),
        consumers: changes.breaks(Whom::Consumers),
        open: &changes.open,
    };
    writeln!(out, "{}", serde_json::to_string_pretty(&output)?)
}

fn item<'a>(changes: &Changes<'_>, change: &'a Change) -> io::Result<Item<'a>> {
    let broken = |whom: Whom| -> io::Result<Option<Broken>> {
        let effect = match whom.effect(change) {
            Effect::None => return Ok(None),
            Effect::Breaks(_) => "breaks",
            Effect::Misread(_) => "misread",
            Effect::Unknown(_) => "unknown",
            Effect::Untold => "untold",
        };
        let message = changes
            .proof(change, whom)
            .unwrap_or_else(|| "null".to_owned());
        let message = RawValue::from_string(message)?;
        Ok(Some(Broken { effect, message }))
    };
    Ok(Item {
        before: change.before.as_ref().map(ToString::to_string),
        after: change.after.as_ref().map(ToString::to_string),
        code: change.what.code(),
        text: change.what.to_string(),
        producers: broken(Whom::Producers)?,
        consumers: broken(Whom::Consumers)?,
    })
}
