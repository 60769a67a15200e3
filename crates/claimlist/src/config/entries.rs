//! What stands in a `claimlist.toml`, and in words what is wrong with it.

use std::ops::Range;
use std::sync::Arc;

use claimlist_core::rules::{Fault, RuleFile, Severity, syntax_faults};
use serde::Deserialize as _;
use toml::de::{DeTable, DeValue};

use super::File;

/// Reads what stands in a file. Of a faulty file all faults are told, not only the first: each faulty entry is taken out and the rest
/// read again.
pub(super) fn entries(source: &Arc<RuleFile>) -> Result<File, Vec<Fault>> {
    let mut faults = syntax_faults(source);
    if !faults.is_empty() {
        return Err(faults);
    }
    let (mut table, _) = DeTable::parse_recoverable(&source.text);
    loop {
        match File::deserialize(toml::Deserializer::from(table.clone())) {
            Ok(file) if faults.is_empty() => return Ok(file),
            Ok(_) => break,
            Err(error) => {
                let (message, remedy) = in_words(error.message());
                let span = error.span();
                let rest = span.as_ref().is_some_and(|span| take_out(table.get_mut(), span));
                let file = Arc::clone(source);
                faults.push(Fault { severity: Severity::Error, file, span, message, remedy });
                if !rest {
                    break;
                }
            }
        }
    }
    faults.sort_by_key(|fault| fault.span.as_ref().map(|span| span.start));
    Err(faults)
}

/// Takes out the smallest entry that holds this span, if there is one.
fn take_out(table: &mut DeTable<'_>, span: &Range<usize>) -> bool {
    let holds = |outer: Range<usize>| outer.start <= span.start && span.end <= outer.end;
    for (_, value) in table.iter_mut() {
        if let DeValue::Table(inner) = value.get_mut()
            && take_out(inner, span)
        {
            return true;
        }
    }
    let holding = table.iter().find(|(key, value)| holds(key.span()) || holds(value.span()));
    let key = holding.map(|(key, _)| key.clone());
    key.is_some_and(|key| table.remove(&key).is_some())
}

/// What is wrong, and what to write instead, of a message such as "unknown field `paht`, expected one of `path`, `defaults`".
fn in_words(message: &str) -> (String, String) {
    let quoted =
        |text: &str| -> Vec<String> { text.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    // What toml says of a value that should be one of several words.
    if message == "wanted string or table" {
        return ("this is not what belongs here".to_owned(), "write a text in quotation marks".to_owned());
    }
    let Some((what, known)) = message.split_once(", expected ") else {
        return (message.to_owned(), String::new());
    };
    if let Some(remedy) = what_to_write(known) {
        let what = what.trim_start_matches("invalid type: ").trim_start_matches("invalid value: ");
        return (format!("{what} is not what belongs here"), remedy.to_owned());
    }
    let names = quoted(known);
    let Some(found) = quoted(what).into_iter().next() else {
        return (message.to_owned(), String::new());
    };
    let what = what.replace("unknown field", "there is no setting").replace("unknown variant", "there is no");
    if ["path", "library", "file"].contains(&found.as_str()) && names.iter().any(|name| name == "settings") {
        let remedy =
            "a configuration cannot load code: claimlist plugin install PATH, then name the plugin here";
        return (what, remedy.to_owned());
    }
    let likeness = |name: &String| strsim::jaro_winkler(&found, name);
    let nearest = names.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let remedy = match nearest.filter(|name| likeness(name) > 0.82) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("allowed: {}", names.join(", ")),
    };
    (what, remedy)
}

/// What to write where serde expects this.
fn what_to_write(expected: &str) -> Option<&'static str> {
    match expected {
        "a boolean" => Some("write true or false, without quotation marks"),
        "usize" => Some("write a whole number from 0 up, such as 9, without quotation marks"),
        "f64" => Some("write a number, such as 0.5, without quotation marks"),
        "a string" | "path string" => Some("write a text in quotation marks"),
        "a sequence" => Some("write a list in square brackets, such as [\"first\", \"second\"]"),
        _ if expected == "a map" || expected.starts_with("struct ") => {
            Some("write its name in square brackets on a line of its own, and its settings below")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(toml: &str) -> Vec<Fault> {
        let file = RuleFile { path: "claimlist.toml".to_owned(), text: toml.to_owned().into() };
        entries(&Arc::new(file)).unwrap_err()
    }

    #[test]
    fn faults_say_what_to_write() {
        for (toml, message, remedy) in [
            ("[rules]\npath = []", "there is no setting `path`", "did you mean `paths`?"),
            ("[chekc]\n", "there is no setting `chekc`", "did you mean `check`?"),
            ("[check]\nsort = \"size\"", "there is no `size`", "allowed: position, worth, kind"),
            (
                "[plugins.x]\npath = \"x.so\"",
                "there is no setting `path`",
                "a configuration cannot load code",
            ),
            ("[check]\nfail-on = [\"conflicts\"]", "there is no `conflicts`", "did you mean `conflict`?"),
            ("[check]\nmin-worth = 7.0", "give a number from 0 to 1, such as 0.5", ""),
            ("[rules]\nregion = \"Britain\"", "give two small letters, such as uk", ""),
            (
                "[check]\ntop = \"nine\"",
                "string \"nine\" is not what belongs here",
                "write a whole number from 0 up",
            ),
            (
                "rules = \"desk.toml\"",
                "string \"desk.toml\" is not what belongs here",
                "write its name in square",
            ),
            (
                "[rules]\npaths = \"desk.toml\"",
                "string \"desk.toml\" is not what belongs here",
                "write a list",
            ),
            ("[[check]]\ntop = 9", "sequence is not what belongs here", "write its name in square brackets"),
            ("rules = []", "sequence is not what belongs here", "write its name in square brackets"),
            ("[check]\nsort = 5", "this is not what belongs here", "write a text in quotation marks"),
            ("[plugins]\nx.enabled = 1", "integer `1` is not what belongs here", "write true or false"),
            ("[worth.kinds]\nquotes = 1", "there is no `quotes`", "did you mean `quote`?"),
            (
                "[worth.phrases]\nflood = 9",
                "give a number from -5 to 5, such as 1, which makes the odds nearly three times as high",
                "",
            ),
            (
                "[rules.override.\"a/b\"]\npriority = \"urgent\"",
                "there is no `urgent`",
                "allowed: low, medium, high",
            ),
        ] {
            let faults = faults(toml);
            assert_eq!((faults.len(), faults[0].message.as_str()), (1, message), "{toml}");
            assert!(faults[0].remedy.starts_with(remedy), "{toml}: {}", faults[0].remedy);
        }
    }

    #[test]
    fn all_faults_are_told_in_order() {
        let text = "[rules]\npath = []\nregion = \"Britain\"\n[check]\ntop = \"nine\"\nmin-worth = 0.5\n[worth.kinds]\nquotes = 1\nquote = 9\n";
        let found: Vec<String> =
            faults(text).into_iter().map(|fault| text[fault.span.unwrap()].to_owned()).collect();
        assert_eq!(found, ["path", "\"Britain\"", "\"nine\"", "quotes", "9"]);
        let faults = faults("[rules\n[check]\ntop = = 9\n");
        assert!(faults.len() > 1, "{faults:?}");
        assert_eq!(faults[0].message, "the heading is not closed");
    }
}
