//! Megabytes a second of each stage and of the whole way, on a megabyte of articles:
//! `cargo bench -p claimlist-core --bench stages`.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::LazyLock;

use claimlist_core::lex::Lexed;
use claimlist_core::lexicon::Lexicon;
use claimlist_core::recognize::{DateOrder, Mention, recognize};
use claimlist_core::rules::RuleSet;
use claimlist_core::segment::segment;
use claimlist_core::worth::Ranker;
use claimlist_core::{Block, BlockKind, Checker, Claim, Document, Sentence, Span, extract};
use divan::Bencher;
use divan::counter::BytesCount;

/// The program has its memory from the same place.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes of text that each stage is run on.
const SIZE: usize = 1 << 20;

/// What each stage leaves for the next.
struct Stages {
    document: Document,
    sentences: Vec<Sentence>,
    lexed: Lexed,
    mentions: Vec<Mention>,
    claims: Vec<Claim>,
}

static STAGES: LazyLock<Stages> = LazyLock::new(|| {
    let document = document();
    let sentences = segment(&document);
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let mentions = recognize(&document, &sentences, &lexed, DateOrder::Detect);
    let claims = extract::extract(&document, &sentences, &lexed, &mentions);
    Stages { document, sentences, lexed, mentions, claims }
});

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::compiled_in);

/// The test articles, a paragraph a line, over and over.
fn document() -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/articles");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let articles: String = texts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let text = articles.repeat(SIZE / articles.len() + 1);
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        Block { kind: BlockKind::Paragraph, span }
    });
    let blocks = lines.filter(|block| !block.span.is_empty()).collect();
    Document::new(text, blocks).unwrap()
}

fn measure<R>(bencher: Bencher<'_, '_>, stage: impl Fn(&Stages) -> R + Sync) {
    let stages = &*STAGES;
    bencher.counter(BytesCount::of_str(stages.document.text())).bench(|| stage(stages));
}

#[divan::bench]
fn a_segment(bencher: Bencher<'_, '_>) {
    measure(bencher, |stages| segment(&stages.document));
}

#[divan::bench]
fn b_lex_and_tag(bencher: Bencher<'_, '_>) {
    measure(bencher, |stages| Lexed::new(&stages.document, &stages.sentences, Lexicon::english()));
}

#[divan::bench]
fn c_recognize(bencher: Bencher<'_, '_>) {
    measure(bencher, |stages| {
        recognize(&stages.document, &stages.sentences, &stages.lexed, DateOrder::Detect)
    });
}

#[divan::bench]
fn d_extract(bencher: Bencher<'_, '_>) {
    measure(bencher, |stages| {
        extract::extract(&stages.document, &stages.sentences, &stages.lexed, &stages.mentions)
    });
}

#[divan::bench]
fn e_rank(bencher: Bencher<'_, '_>) {
    let stages = &*STAGES;
    let ranker = Ranker::default();
    bencher
        .counter(BytesCount::of_str(stages.document.text()))
        .with_inputs(|| stages.claims.clone())
        .bench_refs(|claims| ranker.rank(&stages.document, &stages.sentences, &stages.lexed, claims));
}

#[divan::bench]
fn f_rules(bencher: Bencher<'_, '_>) {
    let stages = &*STAGES;
    let rules = &*RULES;
    bencher
        .counter(BytesCount::of_str(stages.document.text()))
        .with_inputs(|| stages.claims.clone())
        .bench_refs(|claims| rules.apply(&stages.document, &stages.sentences, claims));
}

#[divan::bench]
fn g_whole(bencher: Bencher<'_, '_>) {
    let checker = Checker::new(RuleSet::compiled_in());
    measure(bencher, |stages| checker.check(&stages.document));
}

fn main() {
    divan::main();
}
