//! The measures, one file a suite.

mod claims;
mod quantity;
mod quote;
mod segmentation;
mod time;
mod worth;

use std::path::Path;

use claimlist_core::recognize::{Mention, MentionKind};
use claimlist_core::{Checked, Checker, Document, Span};

use crate::gold::Text;
use crate::run::{Measure, Run};

/// Measures a checker on all suites in a folder, or only on those named.
pub(crate) fn all(checker: &Checker, folder: &Path, only: &[String]) -> anyhow::Result<Run> {
    type Suite = fn(&Checker, &Path) -> anyhow::Result<Vec<Measure>>;
    let suites: [(&str, Suite); 6] = [
        ("segmentation", segmentation::measure),
        ("quantity", quantity::measure),
        ("time", time::measure),
        ("quote", quote::measure),
        ("worth", worth::measure),
        ("claims", claims::measure),
    ];
    if let Some(unknown) = only.iter().find(|name| !suites.iter().any(|suite| suite.0 == **name)) {
        anyhow::bail!("there is no suite `{unknown}`; there are {}", suites.map(|suite| suite.0).join(", "));
    }
    let mut run = Run::default();
    for (name, measure) in suites {
        if only.is_empty() || only.iter().any(|wanted| wanted == name) {
            run.measures.extend(measure(checker, &folder.join(name))?);
        }
    }
    anyhow::ensure!(!run.measures.is_empty(), "{} holds no suites", folder.display());
    Ok(run)
}

/// Reads and checks a text as the program would.
fn check(checker: &Checker, text: &Text) -> anyhow::Result<(Document, Checked)> {
    let date = text.date.as_deref().and_then(|date| date.parse().ok());
    let document = claimlist_input::text::read(text.text.clone())?.dated(date);
    let checked = checker.check(&document);
    Ok((document, checked))
}

/// The mentions of one kind.
fn mentions(checked: &Checked, kind: MentionKind) -> Vec<&Mention> {
    checked.mentions.iter().filter(|mention| mention.kind == kind).collect()
}

/// The name of an item: text and place, so that it can be found in another run.
fn item(id: &str, span: Span, words: &str) -> String {
    format!("{id} {}-{} {:?}", span.start, span.end, words)
}
