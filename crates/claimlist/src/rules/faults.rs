//! Faults in rule files, as compilers show them: the place, the line with a mark under what is wrong, the remedy.

use std::io::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use claimlist_core::rules::{Fault, Severity};

/// Prints the faults on standard error and, of several errors, how many there are.
pub(crate) fn print(faults: &[Fault]) {
    show(faults);
    let mut err = anstream::stderr().lock();
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    if errors > 0 {
        let s = if errors == 1 { "" } else { "s" };
        let _ = writeln!(err, "{errors} error{s} in rule files: nothing was checked");
    }
}

/// Prints the faults on standard error.
pub(crate) fn show(faults: &[Fault]) {
    let mut err = anstream::stderr().lock();
    let renderer = Renderer::styled();
    for fault in faults {
        // Nobody is left to be told when standard error is closed.
        let _ = writeln!(err, "{}\n", renderer.render(&[report(fault)]));
    }
}

fn report(fault: &Fault) -> Group<'_> {
    let level = match fault.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let Some(span) = &fault.span else {
        let title = format!("{}: {}", fault.file.path, fault.message);
        return with_remedy(Group::with_title(level.primary_title(title)), fault);
    };
    let snippet = Snippet::source(&*fault.file.text)
        .path(&*fault.file.path)
        .annotation(AnnotationKind::Primary.span(span.clone()));
    with_remedy(level.primary_title(&*fault.message).element(snippet), fault)
}

fn with_remedy<'f>(group: Group<'f>, fault: &'f Fault) -> Group<'f> {
    if fault.remedy.is_empty() { group } else { group.element(Level::HELP.message(&*fault.remedy)) }
}
