//! What a path stands for: a model, sources with `event!`, or a document.

use std::fs;
use std::path::Path;

use events_core::schema::{Dictionary, Specification};
use events_core::tlibrary;
use events_syntax::read::{Read, Scope, Source, read as read_sources};

use crate::model::wrong;

/// What is at a path.
pub(crate) enum Form {
    /// A model in JSON.
    Model(Vec<u8>),
    /// The files of Rust in it.
    Sources(Vec<Source>),
    /// Anything else.
    Document(Vec<u8>),
}

/// Whether an argument that may be a name is a path.
pub(crate) fn is_path(argument: &Path) -> bool {
    let extension = argument
        .extension()
        .and_then(|extension| extension.to_str());
    argument.is_dir() || matches!(extension, Some("rs" | "json"))
}

/// What is at a path, by its extension or else by what is in it.
pub(crate) fn form(path: &Path) -> Result<Form, String> {
    if path.is_dir() {
        let mut sources = Vec::new();
        collect(path, &mut sources)?;
        if sources.is_empty() {
            return Err(format!("{} has no file of Rust in it", path.display()));
        }
        return Ok(Form::Sources(sources));
    }
    let failed = |error| format!("cannot read {}: {error}", path.display());
    let bytes = fs::read(path).map_err(failed)?;
    let extension = path.extension().and_then(|extension| extension.to_str());
    let extension = extension.map(str::to_ascii_lowercase);
    let begins = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match extension.as_deref() {
        Some("json") => Ok(Form::Model(bytes)),
        Some("rs") => Ok(Form::Sources(vec![source(path, bytes)?])),
        Some("md" | "markdown" | "html" | "htm" | "pdf" | "txt") => Ok(Form::Document(bytes)),
        _ if begins.trim_ascii_start().starts_with(b"{") => Ok(Form::Model(bytes)),
        _ if is_source(&bytes) => Ok(Form::Sources(vec![source(path, bytes)?])),
        _ => Ok(Form::Document(bytes)),
    }
}

/// Whether a file of no known extension declares something.
fn is_source(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let calls: [&[u8]; 4] = [b"event! {", b"dictionary! {", b"vocabulary! {", b"union! {"];
    let mut lines = lines.map(|line| line.strip_prefix(b"events_core::").unwrap_or(line));
    lines.any(|line| calls.contains(&line))
}

fn source(path: &Path, bytes: Vec<u8>) -> Result<Source, String> {
    let name = path.display().to_string();
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("{name} is no source of Rust: {}", error.utf8_error()))?;
    Ok(Source { name, text })
}

/// The files of Rust in a directory and those below it, in the order of their names.
fn collect(directory: &Path, sources: &mut Vec<Source>) -> Result<(), String> {
    let failed = |error| format!("cannot read {}: {error}", directory.display());
    let entries = fs::read_dir(directory).map_err(failed)?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            // What is built, and what is hidden, is nobody's source; a link may lead back here.
            let hidden = name.to_string_lossy().starts_with('.') || name == "target";
            if !hidden && !path.is_symlink() {
                collect(&path, sources)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let failed = |error| format!("cannot read {}: {error}", path.display());
            let bytes = fs::read(&path).map_err(failed)?;
            sources.push(source(&path, bytes)?);
        }
    }
    Ok(())
}

/// What sources declare, with what is wrong. Names mean what a dictionary says, or that of T-Library.
pub(crate) fn declared(sources: &[Source], dictionary: Option<&Dictionary>) -> Read {
    let dictionary = dictionary.unwrap_or(&tlibrary::DICTIONARY);
    let mut scope = Scope::new(dictionary.clone());
    if *dictionary == tlibrary::DICTIONARY {
        let types = tlibrary::types().map(|(name, kind)| (name.to_owned(), kind));
        scope.types = types.chain(scope.types).collect();
    }
    read_sources(sources, &scope)
}

/// The model that sources declare without a mistake.
pub(crate) fn read(
    sources: &[Source],
    dictionary: Option<&Dictionary>,
) -> Result<Specification, String> {
    let specification = without_mistakes(declared(sources, dictionary), sources)?;
    if specification.families.is_empty() {
        return Err(format!("no `event!` stands in {}", shown(sources)));
    }
    Ok(specification)
}

/// The model that was read, unless there are mistakes.
pub(crate) fn without_mistakes(read: Read, sources: &[Source]) -> Result<Specification, String> {
    if read.mistakes.is_empty() {
        return Ok(read.specification);
    }
    Err(wrong(&shown(sources), "mistakes", &read.mistakes))
}

fn shown(sources: &[Source]) -> String {
    match sources {
        [one] => one.name.clone(),
        [first, others @ ..] => format!("{} with {} more files", first.name, others.len()),
        [] => "no file".to_owned(),
    }
}
