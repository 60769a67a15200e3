//! The fact-checker's checklist, as a command-line program.

use std::io::{BufRead as _, Write as _};

use claimlist_core::Checker;
use claimlist_core::checklist::DocumentEntry;

#[derive(serde::Deserialize)]
struct Line {
    id: String,
    text: String,
    date: Option<jiff::civil::Date>,
}

fn main() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let document = claimlist_input::text::read(line.text)?.dated(line.date);
        let checked = Checker::without_rules().check(&document);
        let mut entry = serde_json::to_value(DocumentEntry::new("-", &document, checked, true))?;
        entry["id"] = line.id.into();
        serde_json::to_writer(&mut out, &entry)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
