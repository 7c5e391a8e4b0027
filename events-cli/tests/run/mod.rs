//! Runs the binary.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

/// What a run of the binary came to.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The binary, in the root of the workspace.
pub(crate) fn events() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_events"));
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs `events check`.
#[allow(dead_code, reason = "not every test file is about it")]
pub(crate) fn check(arguments: &[&str]) -> Run {
    Run::of(events().arg("check").args(arguments), &[])
}

/// A file in `samples`.
#[allow(dead_code, reason = "not every test file reads samples")]
pub(crate) fn sample(name: &str) -> PathBuf {
    root().join("samples").join(name)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Run {
    /// Runs `events check` on an input.
    #[allow(dead_code, reason = "not every test file has an input")]
    pub(crate) fn stdin(arguments: &[&str], input: &[u8]) -> Self {
        let mut command = events();
        command.arg("check").args(arguments).stdin(Stdio::piped());
        Self::of(&mut command, input)
    }

    /// Runs a command on an input.
    pub(crate) fn of(command: &mut Command, input: &[u8]) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stdin = child.stdin.take();
        let output = thread::scope(|scope| {
            scope.spawn(|| {
                if let Some(mut stdin) = stdin {
                    // A process that has read enough is no failure.
                    let _ = stdin.write_all(input);
                }
            });
            child.wait_with_output().unwrap()
        });
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
