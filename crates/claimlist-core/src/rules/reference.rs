//! The page of every key that a rule file may have, `docs/rule-keys.md`, made from the tables of the language.

use std::fmt::Write as _;

use super::vocabulary::{EXAMPLE, FILE, Key, NEAR, NUMBER, PACK, RULE, SCOPE, SOURCE, WITH, condition};

/// A part of the page: heading, introduction, keys.
type Part = (&'static str, &'static str, &'static [Key]);

/// The parts of the page, in order.
fn parts() -> [Part; 10] {
    [
        ("The file", "A rule file is a pack. These are its parts.", FILE),
        ("`[pack]`", "What the pack is.", PACK),
        ("`[sources.NAME]`", "A place to check against. Rules name it by NAME.", SOURCE),
        ("`[[rule]]`", "A rule; each begins with this heading.", RULE),
        (
            "`when`, `except`, `all`, `any`, `not`, `with`",
            "Conditions. All keys must hold; behind a key, a list means any of its values.",
            condition(),
        ),
        (
            "`claim`, `sentence`, `paragraph`, `document`, `title`",
            "What stands in a part of the article: `sentence.phrases = [..]`, or `sentence = { phrases = [..] }`.",
            SCOPE,
        ),
        ("`near`", "What stands near the claim.", NEAR),
        ("`with`", "Another claim, which holds the conditions that stand beside this key.", WITH),
        ("Numbers", "The bounds of a number: `value = { above = 50, at-most = 100 }`.", NUMBER),
        ("Examples", "An example in `match` or `skip` is a sentence, or a table with these keys.", EXAMPLE),
    ]
}

/// The page, as Markdown.
#[must_use]
pub fn reference() -> String {
    let mut page = String::from(
        "# Every key of a rule file\n\n\
         Made from the tables in `claimlist-core`; do not edit. [rules.md](rules.md) tells how rules work.\n",
    );
    for (heading, introduction, keys) in parts() {
        let _ = write!(
            page,
            "\n## {heading}\n\n{introduction}\n\n| key | what it says | takes | example |\n|---|---|---|---|\n"
        );
        for key in keys {
            let _ = writeln!(
                page,
                "| `{}` | {} | {} | {} |",
                key.name,
                meaning(key),
                takes(key),
                code(&key.example())
            );
        }
    }
    page
}

fn meaning(key: &Key) -> String {
    let needed = if key.required { " (needed)" } else { "" };
    format!("{}{needed}", key.meaning.trim_end_matches('.')).replace('|', "\\|")
}

fn takes(key: &Key) -> String {
    let names = key.takes.names();
    if names.is_empty() {
        return key.takes.in_words().to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Code in a cell: line by line, and with its bars escaped.
fn code(text: &str) -> String {
    text.lines().map(|line| format!("`{}`", line.replace('|', "\\|"))).collect::<Vec<_>>().join("<br>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleSet;

    /// A pack with an example in its place, and what else it needs beside it.
    fn pack(heading: &str, key: &Key) -> String {
        let example = key.example();
        let rest = |keys: &[(&str, &str)]| -> String {
            let others = keys.iter().filter(|(name, _)| *name != key.name);
            others.map(|(name, value)| format!("{name} = {value}\n")).collect()
        };
        let named = [("id", "\"r\""), ("title", "\"R\"")];
        let rule = |when: &str| {
            format!(
                "[[rule]]\nid = 'r'\ntitle = 'R'\nhint = 'Check {{claim}}'\nwhen = {when}\nmatch = 'Potholes cost £40,000.'\n"
            )
        };
        let top =
            "[pack]\nid = 'p'\ntitle = 'P'\n[sources.minutes]\ntitle = 'M'\n[lists]\nroads = ['potholes']\n";
        match heading {
            "The file" => match key.name {
                "pack" => example,
                "rule" => format!("{top}{example}\ntitle = 'R'\nhint = 'H'\nwhen = {{ kind = 'time' }}\n"),
                _ => format!("[pack]\nid = 'p'\ntitle = 'P'\n{example}\n"),
            },
            "`[pack]`" => format!("[pack]\n{example}\n{}", rest(&named)),
            "`[sources.NAME]`" => {
                format!("[pack]\nid = 'p'\ntitle = 'P'\n[sources.s]\n{example}\n{}", rest(&[named[1]]))
            }
            "`[[rule]]`" => {
                let needed = [named[0], named[1], ("hint", "'H'"), ("when", "{ kind = 'quantity' }")];
                format!("{top}[[rule]]\n{example}\n{}", rest(&needed))
            }
            "`claim`, `sentence`, `paragraph`, `document`, `title`" => {
                format!("{top}{}", rule(&format!("{{ sentence = {{ {example} }} }}")))
            }
            "`near`" => {
                let phrases = rest(&[("phrases", "'a'")]).replace('\n', ", ");
                format!("{top}{}", rule(&format!("{{ near = {{ {phrases}{example} }} }}")))
            }
            "`with`" => format!("{top}{}", rule(&format!("{{ with = {{ kind = 'time', {example} }} }}"))),
            "Numbers" => format!("{top}{}", rule(&format!("{{ value = {{ {example} }} }}"))),
            "Examples" => {
                let text = rest(&[("text", "'A'")]).replace('\n', ", ");
                format!(
                    "{top}{}",
                    rule("{ kind = 'time' }")
                        .replace("'Potholes cost £40,000.'", &format!("{{ {text}{example} }}"))
                )
            }
            _ => format!("{top}{}", rule(&format!("{{ {example} }}"))),
        }
    }

    #[test]
    fn every_example_can_be_read() {
        for (heading, _, keys) in parts() {
            for key in keys {
                let pack = pack(heading, key);
                let rules = RuleSet::loader().text("p.toml", &pack).finish();
                assert!(
                    rules.is_ok(),
                    "{}\n{pack}",
                    rules.err().map(|errors| errors.to_string()).unwrap_or_default()
                );
                assert!(key.example().contains(key.name), "{}", key.example());
            }
        }
    }
}
