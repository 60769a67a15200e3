//! What a plugin costs: for each claim, in this process and in a child, and for the start of a child.
//! `cargo bench -p claimlist-core --bench plugins`.
//!
//! The plugin is `plugins/c-example`, which walks all claims and looks for three facts in each; it is compiled here with `cc`.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};

use claimlist_core::plugins::{CHILD_COMMAND, Isolation, Limits, LogSink, Plugins, Spec, serve};
use claimlist_core::rules::RuleSet;
use claimlist_core::{Block, BlockKind, Checker, Claim, Document, Sentence, Span};
use divan::Bencher;
use divan::counter::ItemsCount;

/// The program has its memory from the same place.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many claims the article has.
const CLAIMS: usize = 10_000;

struct Article {
    document: Document,
    sentences: Vec<Sentence>,
    claims: Vec<Claim>,
}

static ARTICLE: LazyLock<Article> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/articles");
    let text = std::fs::read_to_string(folder.join("economy.txt")).unwrap();
    let document = |times: usize| {
        let text = text.repeat(times);
        let mut start = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            let span = Span::new(start, start + line.len()).trimmed(&text);
            start += line.len();
            Block { kind: BlockKind::Paragraph, span }
        });
        let blocks = lines.filter(|block| !block.span.is_empty()).collect();
        Document::new(text.clone(), blocks).unwrap()
    };
    let checker = Checker::new(RuleSet::default());
    let in_one = checker.check(&document(1)).claims.len();
    let document = document(CLAIMS / in_one + 1);
    let checked = checker.check(&document);
    let mut claims = checked.claims;
    claims.truncate(CLAIMS);
    Article { document, sentences: checked.sentences, claims }
});

static LIBRARY: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let library = std::env::temp_dir().join(format!("claimlist-bench-{}.so", std::process::id()));
    let status = Command::new("cc")
        .args(["-std=c11", "-O2", "-shared", "-fPIC", "-I"])
        .arg(root.join("crates/claimlist-plugin/include"))
        .arg(root.join("plugins/c-example/plugin.c"))
        .arg("-o")
        .arg(&library)
        .status();
    assert!(status.unwrap().success());
    library
});

fn plugins(isolation: Isolation) -> Plugins {
    let spec =
        Spec { path: LIBRARY.clone(), pin: None, settings: Arc::new(BTreeMap::new()), optional: false };
    let log: LogSink = Arc::new(|_: &str, _: u32, _: &str| {});
    let (plugins, faults) = Plugins::start(&[spec], isolation, Limits::default(), &log);
    assert!(faults.is_empty(), "{faults:?}");
    plugins
}

fn main() {
    // The child of the benchmark is the benchmark.
    if std::env::args().nth(1).as_deref() == Some(CHILD_COMMAND) {
        return serve().unwrap();
    }
    divan::main();
    std::fs::remove_file(&*LIBRARY).unwrap();
}

#[divan::bench]
fn start_of_a_child(bencher: Bencher<'_, '_>) {
    LazyLock::force(&LIBRARY);
    bencher.bench(|| plugins(Isolation::Process));
}

#[divan::bench(args = ["in this process", "in a child"])]
fn check_10_000_claims(bencher: Bencher<'_, '_>, place: &str) {
    let isolation = if place == "in a child" { Isolation::Process } else { Isolation::None };
    let plugins = plugins(isolation);
    let article = &*ARTICLE;
    bencher
        .counter(ItemsCount::new(article.claims.len()))
        .with_inputs(|| article.claims.clone())
        .bench_refs(|claims| plugins.apply(&article.document, &article.sentences, claims));
}
