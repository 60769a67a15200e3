//! `claimlist plugin check`: puts a library to the trials that every plugin has to pass.

use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use claimlist_core::plugins::{Library, Limits, TRIALS, Verdict, describe, put_to_trial};

use super::log;
use crate::exit::Exit;
use crate::{args, output};

/// How many trials ended how.
#[derive(Default)]
struct Count {
    passed: usize,
    skipped: usize,
    failed: usize,
}

pub(super) fn run(file: &Path, settings: &str, timeout: f64) -> anyhow::Result<Exit> {
    let limits = Limits { timeout: Duration::from_secs_f64(timeout), ..Limits::default() };
    let mut count = Count::default();
    output::print(|out| {
        try_all(file, settings, limits, &mut count, out)?;
        let Count { passed, skipped, failed } = count;
        write!(out, "{} trials: {passed} passed", passed + skipped + failed)?;
        for (number, what) in [(skipped, "skipped"), (failed, "failed")] {
            if number > 0 {
                write!(out, ", {number} {what}")?;
            }
        }
        writeln!(out)
    })?;
    if count.failed > 0 {
        return Ok(Exit::Found);
    }
    anstream::eprintln!(
        "Next: claimlist check article.txt --plugin {0}\n      claimlist plugin install {0}",
        slashed(file)
    );
    Ok(Exit::Done)
}

fn try_all(
    file: &Path,
    settings: &str,
    limits: Limits,
    count: &mut Count,
    out: &mut dyn Write,
) -> io::Result<()> {
    let log = log(true);
    writeln!(out, "{}", file.display())?;
    let title = "is a shared library for this machine, with the entry point of a plugin";
    let library = match Library::read(file) {
        Ok(library) => library,
        Err(error) => return count.tell(title, &Verdict::Failed(error.what), out),
    };
    count.tell(title, &Verdict::Passed, out)?;
    match describe(&library, limits, &log) {
        Ok(info) => {
            let title = format!("says what it is: {} {}", info.name, info.version);
            count.tell(title.trim_end(), &Verdict::Passed, out)?;
        }
        Err(why) => return count.tell("says what it is", &Verdict::Failed(why), out),
    }
    for (number, trial) in TRIALS.iter().enumerate() {
        let verdict = put_to_trial(&library, number, settings, limits, &log);
        count.tell(trial.title, &verdict, out)?;
        // Without an instance there is nothing to try.
        if number == 0 && matches!(verdict, Verdict::Failed(_)) {
            return writeln!(
                out,
                "         give it the settings that it needs: --settings '{{\"name\": \"value\"}}'"
            );
        }
    }
    Ok(())
}

impl Count {
    /// Shows what came of a trial at once: the next may take its time.
    fn tell(&mut self, title: &str, verdict: &Verdict, out: &mut dyn Write) -> io::Result<()> {
        match verdict {
            Verdict::Passed => {
                self.passed += 1;
                writeln!(out, "  ok       {title}")?;
            }
            Verdict::Skipped(why) => {
                self.skipped += 1;
                writeln!(out, "  skipped  {title}: {why}")?;
            }
            Verdict::Failed(why) => {
                self.failed += 1;
                writeln!(out, "  {}FAILED{:#}   {title}: {why}", args::ERROR, args::ERROR)?;
            }
        }
        out.flush()
    }
}

/// The path as --plugin takes it: with a slash.
fn slashed(file: &Path) -> String {
    let text = file.display().to_string();
    if super::is_path(&text) { text } else { format!("./{text}") }
}
