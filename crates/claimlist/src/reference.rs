//! The reference of all commands in Markdown, made from the arguments that the program understands.
//!
//! `claimlist man --markdown > docs/cli.md` brings the one in the user's guide up to date.

use std::fmt::Write as _;
use std::io::{self, Write};

use clap::{Arg, Command};

const HEAD: &str = "\
# Commands

Made by `claimlist man --markdown`. `claimlist help COMMAND` and `claimlist man COMMAND` tell the same.
";

/// Writes the reference of a command and of all below it.
pub(crate) fn write(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    section(command, true, out)
}

fn section(command: &Command, top: bool, out: &mut dyn Write) -> io::Result<()> {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    writeln!(out, "\n## {name}")?;
    if let Some(about) = command.get_long_about().or_else(|| command.get_about()) {
        writeln!(out, "\n{}", escaped(&about.to_string()))?;
    }
    let usage = command.clone().render_usage().to_string();
    writeln!(out, "\n    {}", usage.trim_start_matches("Usage: ").trim().replace('\n', "\n    "))?;
    let visible = |arg: &&Arg| !arg.is_hide_set() && arg.get_id() != "help" && (top || !arg.is_global_set());
    let (arguments, options): (Vec<_>, Vec<_>) =
        command.get_arguments().filter(visible).partition(|arg| arg.is_positional());
    for arguments in [arguments, options] {
        if !arguments.is_empty() {
            writeln!(out)?;
        }
        arguments.into_iter().try_for_each(|arg| out.write_all(item(arg).as_bytes()))?;
    }
    if let Some(after) = command.get_after_help() {
        let lines: Vec<_> = after.to_string().lines().map(|line| escaped(line.trim_start())).collect();
        writeln!(out, "\n{}", lines.join("  \n"))?;
    }
    let commands =
        || command.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help");
    if commands().next().is_some() {
        writeln!(out)?;
    }
    for command in commands() {
        let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
        let about = command.get_about().map(|about| escaped(&about.to_string())).unwrap_or_default();
        writeln!(out, "- [{name}](#{}): {about}", name.replace(' ', "-"))?;
    }
    commands().try_for_each(|command| section(command, false, out))
}

/// An argument or option with all that may be given for it.
fn item(arg: &Arg) -> String {
    let mut names = Vec::new();
    names.extend(arg.get_short().map(|short| format!("-{short}")));
    names.extend(arg.get_long().map(|long| format!("--{long}")));
    let mut name = names.join(", ");
    if arg.get_action().takes_values() {
        let values = arg.get_value_names().unwrap_or_default();
        let values = values.iter().map(|value| format!("<{value}>")).collect::<Vec<_>>().join(" ");
        name = format!("{name} {values}").trim().to_owned();
    }
    let help = arg.get_help().map(|help| escaped(&help.to_string())).unwrap_or_default();
    let mut item = format!("- `{name}`: {help}");
    let defaults = arg.get_default_values();
    if !defaults.is_empty() && arg.get_action().takes_values() {
        let defaults: Vec<_> = defaults.iter().map(|default| default.to_string_lossy()).collect();
        let _ = write!(item, " Unless given, `{}`.", defaults.join("`, `"));
    }
    let values: Vec<_> = if arg.get_action().takes_values() { arg.get_possible_values() } else { Vec::new() };
    if values.iter().all(|value| value.get_help().is_none()) {
        let values: Vec<_> = values.iter().map(|value| format!("`{}`", value.get_name())).collect();
        if !values.is_empty() {
            let _ = write!(item, " One of {}.", values.join(", "));
        }
        return item + "\n";
    }
    for value in values.iter().filter(|value| !value.is_hide_set()) {
        let help = value.get_help().map(|help| escaped(&help.to_string())).unwrap_or_default();
        let _ = write!(item, "\n  - `{}`: {help}", value.get_name());
    }
    item + "\n"
}

/// Text in which nothing is markup, with full stops at its end.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    if !escaped.is_empty() && !escaped.ends_with(['.', ':', '!', '?']) {
        escaped.push('.');
    }
    escaped
}
