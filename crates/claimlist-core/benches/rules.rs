//! What rules cost, to load and to apply: `cargo bench --profile quick -p claimlist-core --bench rules`.
//!
//! The rules are made up, in the shapes in which editors write them: phrases in one scope or another, facts, patterns, words
//! near a claim, another claim in the sentence. Each has phrases of its own, as packs of different beats have, some of which
//! stand in the articles.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use claimlist_core::rules::RuleSet;
use claimlist_core::{Block, BlockKind, Checker, Document, Span};
use divan::Bencher;
use divan::counter::BytesCount;

/// The program has its memory from the same place.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many rules are made.
const RULES: [usize; 4] = [10, 100, 1_000, 5_000];

/// A word for a number, which stands in no article: `bedoka`.
fn word(number: usize) -> String {
    let syllables = ["be", "do", "ka", "li", "mu", "na", "po", "ru", "so", "ti"];
    (0..4).map(|place| syllables[number / 10_usize.pow(place) % 10]).collect()
}

/// Words of the articles, in an order without a meaning.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 6).collect();
    words.sort_unstable_by_key(|word| {
        word.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte))
    });
    words.dedup();
    words
}

/// A pack of so many rules.
fn pack(rules: usize, words: &[&str]) -> String {
    let mut pack = String::from("[pack]\nid = 'made'\ntitle = 'Made up'\n");
    for number in 0..rules {
        // Two phrases of three words each that stand nowhere; in one rule of twenty another stands in the articles.
        let (a, b) = (word(number), word(number * 7 + 3));
        let often = if number % 20 == 0 { words[number / 20 % words.len()] } else { "parish pump" };
        let phrases = format!("['{a} of {b}', '{b} in the {a}', '{often}']");
        let when = match number % 10 {
            0 => format!("kind = 'quantity', sentence.phrases = {phrases}"),
            1 => format!("claim.phrases = {phrases}"),
            2 => format!("kind = 'reported', paragraph.phrases = {phrases}"),
            3 => format!("kind = ['event', 'forecast'], document.phrases = {phrases}, value = false"),
            4 => format!("unit = 'money', value = {{ above = {number}000 }}, sentence.phrases = {phrases}"),
            5 => format!("kind = 'quantity', near = {{ phrases = {phrases}, words = 6 }}"),
            6 => format!("kind = 'quantity', sentence.pattern = '(?i)\\b(?:{a}|{b}) (?:rate|cost)s?\\b'"),
            7 => format!("kind = 'comparison', degree = 'rank', rank = {{ above = {number} }}"),
            8 => format!("kind = 'time', relation = 'since', claim.pattern = '\\b(?:{a}|{b}) \\d+'"),
            _ => format!("kind = 'role', with = {{ kind = 'quantity', claim.phrases = {phrases} }}"),
        };
        let _ = write!(
            pack,
            "[[rule]]\nid = 'r{number}'\ntitle = 'About {a}'\nwhen = {{ {when} }}\nhint = 'Ask {a} about {{claim}}.'\n\
             how = 'Look it up in the register of {b}, and ask who kept it.'\nmatch = ['{a} of {b} paid £{number}.']\n"
        );
    }
    pack
}

/// Two hundred kilobytes of articles.
fn document() -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let articles: String = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let text = articles.repeat(200_000 / articles.len());
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        Block { kind: BlockKind::Paragraph, span }
    });
    let blocks = lines.filter(|block| !block.span.is_empty()).collect();
    Document::new(text.clone(), blocks).unwrap()
}

fn made(rules: usize, document: &Document) -> RuleSet {
    RuleSet::loader().text("made.toml", &pack(rules, &words(document.text()))).finish().unwrap()
}

/// The whole way from text to hints, without rules.
#[divan::bench]
fn check_without_rules(bencher: Bencher<'_, '_>) {
    check(bencher, Checker::without_rules(), &document());
}

/// The whole way with the default packs.
#[divan::bench]
fn check_with_default_rules(bencher: Bencher<'_, '_>) {
    check(bencher, Checker::new(RuleSet::compiled_in()), &document());
}

/// The whole way with so many rules.
#[divan::bench(args = RULES)]
fn check_with_rules(bencher: Bencher<'_, '_>, rules: usize) {
    let document = document();
    check(bencher, Checker::new(made(rules, &document)), &document);
}

/// The rules alone.
#[divan::bench(args = RULES)]
fn apply_rules(bencher: Bencher<'_, '_>, rules: usize) {
    let document = document();
    let rules = made(rules, &document);
    let found = Checker::without_rules().check(&document);
    bencher
        .counter(BytesCount::of_str(document.text()))
        .with_inputs(|| found.claims.clone())
        .bench_refs(|claims| rules.apply(&document, &found.sentences, claims));
}

fn check(bencher: Bencher<'_, '_>, checker: Checker, document: &Document) {
    bencher.counter(BytesCount::of_str(document.text())).bench(|| checker.check(document));
}

/// From the text of a pack to its rules.
#[divan::bench(args = RULES)]
fn load_rules(bencher: Bencher<'_, '_>, rules: usize) {
    let document = document();
    let pack = pack(rules, &words(document.text()));
    bencher.bench(|| RuleSet::loader().text("made.toml", &pack).finish().unwrap());
}

/// The default packs, as the program reads them at its start.
#[divan::bench]
fn load_default_rules() -> RuleSet {
    RuleSet::compiled_in()
}

/// The default packs as files.
#[divan::bench]
fn load_default_rules_from_text() -> RuleSet {
    let packs = claimlist_rules::PACKS.iter();
    packs.fold(RuleSet::loader(), |loader, pack| loader.text(pack.path, pack.text)).finish().unwrap()
}

fn main() {
    divan::main();
}
