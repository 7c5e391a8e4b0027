//! The `events` binary: checks logs and streams of events against the tables of their specification.

mod check;
mod declare;
mod diff;
mod docs;
mod import;
mod list;
mod model;
mod output;
mod sample;
mod schema;
mod show;
mod source;
mod table;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::eprintln;
use clap::builder::styling::{AnsiColor, Styles};
use clap::{Parser, Subcommand};

use crate::model::Model;

/// Nothing is wrong.
const CLEAN: u8 = 0;
/// There are violations.
const VIOLATIONS: u8 = 1;
/// Something could not be read, or was not understood.
const FAILURE: u8 = 2;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::BrightGreen.on_default().bold())
    .usage(AnsiColor::BrightGreen.on_default().bold())
    .literal(AnsiColor::BrightCyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Checks events against the tables of their specification, and shows these tables.
#[derive(Debug, Parser)]
#[command(version, styles = STYLES, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    color: Color,

    /// Whose events take the place of the declared ones: a model in JSON, as `events model` writes it, or sources with
    /// `event!`, which may be several files or a directory of them
    #[arg(long, global = true, value_name = "PATH")]
    model: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Show(show::Arguments),
    List(list::Arguments),
    Sample(sample::Arguments),
    Diff(diff::Arguments),
    Import(import::Arguments),
    Docs(docs::Arguments),
    Schema(schema::Arguments),
    Declare(declare::Arguments),
    Model(model::Arguments),
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Color {
    /// On a terminal that shows them
    #[default]
    Auto,
    Always,
    Never,
}

fn main() -> ExitCode {
    let Cli {
        command,
        color,
        model,
    } = Cli::parse();
    match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let model = if model.is_empty() {
        Ok(Model::default())
    } else {
        Model::load(&model)
    };
    let model = match model {
        Ok(model) => model,
        Err(error) => {
            complain(&error);
            return ExitCode::from(FAILURE);
        }
    };
    let result = match command {
        Command::Check(arguments) => check::run(&arguments, &model),
        Command::Show(arguments) => show::run(&arguments, &model),
        Command::List(arguments) => list::run(&arguments, &model),
        Command::Sample(arguments) => sample::run(&arguments, &model),
        Command::Diff(arguments) => diff::run(&arguments, &model),
        Command::Import(arguments) => import::run(&arguments, &model),
        Command::Docs(arguments) => docs::run(&arguments, &model),
        Command::Schema(arguments) => schema::run(&arguments, &model),
        Command::Declare(arguments) => declare::run(&arguments, &model),
        Command::Model(arguments) => model::run(&arguments, &model),
    };
    match result {
        Ok(status) => ExitCode::from(status),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CLEAN),
        Err(error) => {
            complain(&format!("cannot write the output: {error}"));
            ExitCode::from(FAILURE)
        }
    }
}

/// Tells the user on standard error what could not be done.
fn complain(message: &str) {
    tell("error", AnsiColor::BrightRed, message);
}

/// Tells the user on standard error what is probably not as wanted.
fn warn(message: &str) {
    tell("warning", AnsiColor::BrightYellow, message);
}

fn tell(level: &str, color: AnsiColor, message: &str) {
    let style = color.on_default().bold();
    eprintln!("{style}{level}{style:#}: {message}");
}
