//! What holds for every text, whatever is in it.

#![allow(clippy::unwrap_used)]

use claimlist_core::checklist::DocumentEntry;
use claimlist_core::lex::Lexed;
use claimlist_core::lexicon::Lexicon;
use claimlist_core::{Block, BlockKind, Checked, Checker, Document, Span};
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that news are made of, and those that scanners trip over.
const PIECES: &[&str] = &[
    "The minister",
    "Ada Roe",
    "Dr. B. O. Ames",
    "she",
    "St. Peter's",
    "the U.S.",
    "Roe Inc.",
    "O'Neill & Co.",
    "the council",
    "said",
    "told the BBC",
    "has announced",
    "denied that",
    "will spend",
    "rose",
    "fell by",
    "killed",
    "because of",
    "after",
    "no one",
    "the largest since",
    "more than",
    "at least",
    "up from",
    "according to",
    "and",
    "of",
    "in",
    "by",
    "a",
    "17",
    "1,426",
    "2.5%",
    "£4.2m",
    "$1.3 billion",
    "a third",
    "three",
    "twenty-one",
    "1/2",
    "½",
    "39-year-old",
    "No. 4",
    "3-4",
    "5–6",
    "0.",
    ".5",
    "-12",
    "1e999",
    "9999999999999999999999999",
    "٣",
    "²",
    "x10",
    "people",
    "tonnes",
    "per cent",
    "GDP",
    "on Tuesday",
    "27 February 2025",
    "31/02/2025",
    "2025-02-30",
    "by 2027",
    "in the 1990s",
    "5 p.m.",
    "25:61",
    "last year",
    "three years ahead of schedule",
    "every second week",
    "since",
    "Feb.",
    "May",
    "ago",
    "week",
    "years",
    ".",
    ". ",
    "?",
    "!",
    "...",
    ". . .",
    "…",
    ",",
    ";",
    ":",
    "—",
    "-",
    "'",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "[1]",
    "•",
    "1.",
    "a)",
    "Photo:",
    "\n",
    "\r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{0}",
    "é",
    "İ",
    "ß",
    "ﬁ",
    "中文。",
    "🇬🇧",
    "e\u{301}",
    "\u{202e}",
    "www.example.org",
    "ada@example.org",
    "#tag",
    "@ada",
    "don't",
    "’s",
    "--",
    "$",
    "%",
    "€",
    "&",
];

/// Pieces in any order, most of them with a space between.
fn news() -> impl Strategy<Value = String> {
    let piece = (select(PIECES), select(&["", " ", " ", " ", " ", " ", " ", "  "][..]));
    proptest::collection::vec(piece, 0..60)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, space)| [*piece, *space]).collect())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => news(), 1 => any::<String>(), 1 => "[ -~“”’\n]{0,200}"]
}

/// A block a line, of every kind in turn.
fn document(text: &str) -> Document {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let span = Span::new(start, start + line.len());
        start += line.len();
        span.trimmed(text)
    });
    let kinds = BlockKind::ALL.into_iter().cycle();
    let blocks =
        lines.filter(|span| !span.is_empty()).zip(kinds).map(|(span, kind)| Block { kind, span }).collect();
    Document::new(text.to_owned(), blocks).unwrap().dated(Some("2025-02-27".parse().unwrap()))
}

fn check(document: &Document) -> Checked {
    Checker::without_rules().check(document)
}

/// The span, which has to lie in the text on character boundaries, as text.
fn words(document: &Document, span: Span) -> Result<&str, TestCaseError> {
    prop_assert!(span.start < span.end, "{span:?} is empty");
    let words = document.text().get(span.start as usize..span.end as usize);
    words.ok_or_else(|| TestCaseError::fail(format!("{span:?} cuts a character or leaves the text")))
}

fn sentences_hold_all_text(document: &Document, checked: &Checked) -> Result<(), TestCaseError> {
    let mut end = 0;
    for sentence in &checked.sentences {
        let text = words(document, sentence.span)?;
        prop_assert_eq!(text, text.trim());
        prop_assert!(document.blocks[sentence.block as usize].span.contains(sentence.span));
        let gap = document.text().get(end..sentence.span.start as usize);
        prop_assert!(gap.is_some_and(|gap| gap.trim().is_empty()), "{:?} is in no sentence", gap);
        end = sentence.span.end as usize;
    }
    prop_assert_eq!(document.text()[end..].trim(), "");
    Ok(())
}

fn tokens_hold_all_text(document: &Document, checked: &Checked) -> Result<(), TestCaseError> {
    for (index, sentence) in checked.sentences.iter().enumerate() {
        let mut end = sentence.span.start as usize;
        for token in checked.lexed.sentence(document, index).tokens {
            words(document, token.span)?;
            prop_assert!(sentence.span.contains(token.span));
            let gap = document.text().get(end..token.span.start as usize);
            prop_assert!(gap.is_some_and(|gap| gap.trim().is_empty()), "{:?} is in no token", gap);
            end = token.span.end as usize;
        }
        prop_assert_eq!(document.text()[end..sentence.span.end as usize].trim(), "");
    }
    Ok(())
}

fn mentions_lie_in_order(document: &Document, checked: &Checked) -> Result<(), TestCaseError> {
    let mut start = 0;
    for mention in &checked.mentions {
        words(document, mention.span)?;
        prop_assert!(mention.span.start >= start, "mentions are in the order of the text");
        start = mention.span.start;
        let sentence = checked.sentences[mention.sentence as usize].span;
        prop_assert!(sentence.start <= mention.span.start && mention.span.start < sentence.end);
    }
    Ok(())
}

fn claims_lie_in_one_sentence(document: &Document, checked: &Checked) -> Result<(), TestCaseError> {
    let mut start = 0;
    for claim in &checked.claims {
        let text = words(document, claim.span)?;
        prop_assert_eq!(text, text.trim());
        prop_assert!(claim.span.start >= start, "claims are in the order of the text");
        start = claim.span.start;
        prop_assert!(checked.sentences[claim.sentence as usize].span.contains(claim.span), "{text:?}");
        prop_assert!((0.0..=1.0).contains(&claim.worth), "{}", claim.worth);
    }
    let mut ids: Vec<_> = checked.claims.iter().map(|claim| claim.id).collect();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), checked.claims.len(), "claims have ids of their own");
    prop_assert!(checked.worth.iter().all(|worth| (0.0..=1.0).contains(worth)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_sound(text in text()) {
        let document = document(&text);
        let checked = check(&document);
        sentences_hold_all_text(&document, &checked)?;
        tokens_hold_all_text(&document, &checked)?;
        mentions_lie_in_order(&document, &checked)?;
        claims_lie_in_one_sentence(&document, &checked)?;
    }

    #[test]
    fn the_same_text_gives_the_same_checklist_which_survives_the_way_through_json(text in text()) {
        let document = document(&text);
        let first = DocumentEntry::new("a", &document, check(&document), true);
        let second = DocumentEntry::new("a", &document, check(&document), true);
        prop_assert_eq!(&first, &second);
        let json = serde_json::to_string(&first).unwrap();
        let read: DocumentEntry = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }

    #[test]
    fn tokens_do_not_hang_on_what_other_blocks_say(text in "[ -~“”’]{1,80}", other in news()) {
        let alone = document(&text);
        let both = document(&format!("{text}\n{other}"));
        let tokens = |document: &Document| {
            let sentences = claimlist_core::segment::segment(document);
            let lexed = Lexed::new(document, &sentences, Lexicon::english());
            let spans: Vec<_> = (0..sentences.len())
                .flat_map(|index| lexed.sentence(document, index).tokens.iter().map(|token| token.span))
                .take_while(|span| (span.end as usize) <= text.len())
                .collect();
            spans
        };
        prop_assert_eq!(tokens(&alone), tokens(&both));
    }
}
