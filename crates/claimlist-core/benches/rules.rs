//! What ten times as many rules cost: `cargo bench -p claimlist-core --bench rules`.
//!
//! The nine further sets of rules are the default packs with other words in their phrases, as packs of other beats would
//! have: a copy as it stands would also give every hint ten times.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use claimlist_core::rules::RuleSet;
use claimlist_core::{Block, BlockKind, Checker, Document, Span};
use divan::Bencher;
use divan::counter::BytesCount;

/// The default packs, and `more` further sets of as many rules.
fn rules(more: usize) -> RuleSet {
    (1..=more)
        .fold(RuleSet::loader().compiled_in(), |loader, set| {
            claimlist_rules::PACKS
                .iter()
                .fold(loader, |loader, (path, text)| loader.text(path, &other(text, set)))
        })
        .finish()
        .unwrap()
}

/// The pack with another id and with another word behind each phrase.
fn other(pack: &str, set: usize) -> String {
    let mut pack: toml::Table = toml::from_str(pack).unwrap();
    let id = pack["pack"]["id"].as_str().unwrap().to_owned();
    pack["pack"]["id"] = format!("{id}-{set}").into();
    change(pack.get_mut("rule").unwrap(), set, false);
    if let Some(lists) = pack.get_mut("lists") {
        change(lists, set, true);
    }
    toml::to_string(&pack).unwrap()
}

/// Changes the phrases in a value.
fn change(value: &mut toml::Value, set: usize, in_phrases: bool) {
    match value {
        toml::Value::String(text) if in_phrases && !text.starts_with('@') => {
            *text = format!("{text} of set {set}");
        }
        toml::Value::Array(values) => values.iter_mut().for_each(|value| change(value, set, in_phrases)),
        toml::Value::Table(table) => {
            table.iter_mut().for_each(|(key, value)| change(value, set, in_phrases || key == "phrases"));
        }
        _ => {}
    }
}

#[divan::bench(args = [0, 1, 10])]
fn check_with_rules_times(bencher: Bencher<'_, '_>, times: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/articles/economy.txt");
    let text = std::fs::read_to_string(folder).unwrap();
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        Block { kind: BlockKind::Paragraph, span }
    });
    let blocks = lines.filter(|block| !block.span.is_empty()).collect();
    let document = Document::new(text.clone(), blocks).unwrap();
    let checker = if times == 0 { Checker::without_rules() } else { Checker::new(rules(times - 1)) };
    bencher.counter(BytesCount::of_str(document.text())).bench(|| checker.check(&document));
}

fn main() {
    divan::main();
}
