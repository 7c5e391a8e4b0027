//! Where what is made goes: to standard output, to a file, or to a directory; or it is held against what is there.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::{CLEAN, FAILURE, VIOLATIONS, complain};

/// The options of commands that make files.
#[derive(Debug, Args)]
pub(crate) struct Output {
    /// A file or a directory, which a path without an extension is as well [default: standard output]
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Writes nothing, and ends with 1 when what is at the output is not what would be written
    #[arg(long, requires = "output")]
    check: bool,
}

/// What is to be in a file.
pub(crate) struct Piece {
    /// The name of the file in a directory.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Output {
    /// The extension of the file to write, in lower case; nothing of a directory.
    pub(crate) fn extension(&self) -> Option<String> {
        let path = self.output.as_ref().filter(|path| !path.is_dir())?;
        let extension = path.extension()?.to_str()?;
        Some(extension.to_ascii_lowercase())
    }

    /// Writes or checks: `whole` makes what goes to a file or standard output, `pieces` what goes to a directory.
    pub(crate) fn put(
        &self,
        whole: impl FnOnce() -> String,
        pieces: impl FnOnce() -> Vec<Piece>,
    ) -> io::Result<u8> {
        let Some(path) = &self.output else {
            anstream::stdout().lock().write_all(whole().as_bytes())?;
            return Ok(CLEAN);
        };
        let in_directory = path.is_dir() || path.extension().is_none();
        let files: Vec<(PathBuf, String)> = if in_directory {
            let pieces = pieces().into_iter();
            pieces
                .map(|piece| (path.join(piece.name), piece.text))
                .collect()
        } else {
            vec![(path.clone(), whole())]
        };
        let result = if self.check {
            Ok(check(path, in_directory, &files))
        } else {
            write(path, in_directory, &files)
        };
        result.or_else(|message| {
            complain(&message);
            Ok(FAILURE)
        })
    }
}

fn write(path: &Path, in_directory: bool, files: &[(PathBuf, String)]) -> Result<u8, String> {
    let failed = |path: &Path, error| format!("cannot write {}: {error}", path.display());
    let directory = if in_directory {
        Some(path)
    } else {
        path.parent()
    };
    if let Some(directory) = directory {
        fs::create_dir_all(directory).map_err(|error| failed(directory, error))?;
    }
    for (path, text) in files {
        fs::write(path, text).map_err(|error| failed(path, error))?;
    }
    Ok(CLEAN)
}

/// Says of each file that is not as it would be written what is the first line that differs.
fn check(path: &Path, in_directory: bool, files: &[(PathBuf, String)]) -> u8 {
    let mut stale = Vec::new();
    for (path, text) in files {
        let shown = path.display();
        match fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                stale.push(format!("{shown} is not there"));
            }
            Err(error) => stale.push(format!("cannot read {shown}: {error}")),
            Ok(found) if found == text.as_bytes() => {}
            Ok(found) => {
                let line = first_difference(&found, text.as_bytes());
                stale.push(format!("{shown} is out of date from line {line} on"));
            }
        }
    }
    let written = stale.len();
    if in_directory {
        stale.extend(strays(path, files));
    }
    for message in &stale {
        complain(message);
    }
    if written > 0 {
        anstream::eprintln!("help: `{}` mends it", mending());
    }
    if stale.is_empty() { CLEAN } else { VIOLATIONS }
}

/// Files in a directory that would not be written, but look as if they once were.
fn strays(directory: &Path, files: &[(PathBuf, String)]) -> Vec<String> {
    let extension = files.first().and_then(|(path, _)| path.extension());
    let Ok(entries) = fs::read_dir(directory) else {
        return Vec::new();
    };
    let mut strays: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == extension && path.is_file())
        .filter(|path| !files.iter().any(|(known, _)| known == path))
        .map(|path| {
            format!(
                "{} is of nothing that is declared, remove it",
                path.display()
            )
        })
        .collect();
    strays.sort();
    strays
}

fn first_difference(found: &[u8], expected: &[u8]) -> usize {
    let same = found.iter().zip(expected).take_while(|(a, b)| a == b);
    1 + same.filter(|(byte, _)| **byte == b'\n').count()
}

/// The command that was given, without `--check`.
fn mending() -> String {
    let arguments = std::env::args_os().skip(1);
    let arguments = arguments
        .map(|argument| argument.to_string_lossy().into_owned())
        .filter(|argument| argument != "--check")
        .map(|argument| {
            let plain = |letter: char| letter.is_alphanumeric() || "-_=./,:@+".contains(letter);
            if !argument.is_empty() && argument.chars().all(plain) {
                argument
            } else {
                format!("'{}'", argument.replace('\'', r"'\''"))
            }
        });
    std::iter::once("events".to_owned())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Names of files that are told apart even where case is not, from names of the document.
pub(crate) fn file_names<'n>(
    names: impl IntoIterator<Item = &'n str>,
    extension: &str,
) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        let plain = |letter: char| {
            if letter.is_alphanumeric() || "-_".contains(letter) {
                letter
            } else {
                '-'
            }
        };
        let stem: String = name.chars().take(100).map(plain).collect();
        let mut file = format!("{stem}.{extension}");
        let mut number = 2;
        while seen.iter().any(|seen| seen.eq_ignore_ascii_case(&file)) {
            file = format!("{stem}-{number}.{extension}");
            number += 1;
        }
        seen.push(file);
    }
    seen
}
