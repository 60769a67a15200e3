//! What the table looks like, from claims made up for it: the widths, scripts and lengths that are hard to set.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_core::checklist::{Checklist, ClaimEntry, DocumentEntry, SentenceEntry, Status};
use claimlist_core::{BlockKind, ClaimKind, Facts, Finding, Hint, Priority, Source};
use claimlist_report::{Group, Options, Renderer as _, Selection, Table};
use unicode_width::UnicodeWidthStr;

fn hint(priority: Priority, text: &str, source: Option<(&str, &str)>) -> Hint {
    Hint {
        from: "rule tests/made-up".into(),
        priority,
        text: text.to_owned(),
        how: Some("Divide the spending by the output of the same year.".into()),
        sources: source
            .map(|(title, url)| Source { title: title.to_owned(), url: Some(url.to_owned()) })
            .into_iter()
            .collect(),
        tags: [].into(),
        finding: None,
    }
}

fn claim(kind: ClaimKind, worth: f64, line: u32, text: &str, hints: Vec<Hint>) -> ClaimEntry {
    ClaimEntry {
        id: "00000000".to_owned(),
        kind,
        text: text.to_owned(),
        start: 0,
        end: 0,
        line,
        column: 1,
        place: None,
        sentence: 0,
        worth,
        speaker: None,
        quoted: false,
        facts: Facts::new(),
        hints,
        status: Status::Open,
        marked: None,
        note: None,
        evidence: Vec::new(),
    }
}

fn article(title: Option<&str>, claims: Vec<ClaimEntry>) -> Checklist {
    let mut checklist = Checklist::new("1.0.0");
    checklist.documents.push(DocumentEntry {
        path: "council.txt".to_owned(),
        title: title.map(str::to_owned),
        date: Some("2025-02-27".to_owned()),
        byline: None,
        text: String::new(),
        blocks: Vec::new(),
        sentences: vec![SentenceEntry { start: 0, end: 600, worth: 0.5, block: BlockKind::Paragraph }],
        claims,
        hints: Vec::new(),
        mentions: None,
    });
    checklist
}

fn council() -> Checklist {
    let output = (
        "Office for National Statistics: gross domestic product",
        "https://www.ons.gov.uk/economy/grossdomesticproductgdp",
    );
    let mut spoken = claim(
        ClaimKind::Quote,
        0.55,
        4,
        "\"Nobody on this council has been asked to choose between roads and libraries, and nobody will be as long as I \
         am here, because that was never the choice that we had in front of us when we voted for it in the spring, and \
         you know it as well as I do\"",
        vec![],
    );
    spoken.speaker = Some("Councillor Ines Farrow".to_owned());
    let mut conflict = hint(Priority::High, "80 is 25% more than 64, not 20%.", None);
    conflict.finding = Some(Finding::Conflicts);
    article(
        Some("Town council votes on Monday"),
        vec![
            claim(
                ClaimKind::Quantity,
                0.934,
                3,
                "2.5% of GDP\n  by 2027",
                vec![
                    hint(Priority::Low, "Which price base?", Some(output)),
                    hint(
                        Priority::High,
                        "Recompute 2.5% of GDP for 2027; which output measure, and what counts as spending?",
                        Some(output),
                    ),
                ],
            ),
            spoken,
            claim(ClaimKind::Comparison, 0.7, 12, "a fifth more than the 64 of last year", vec![conflict]),
            claim(
                ClaimKind::Time,
                0.2,
                12,
                "on Monday",
                vec![hint(Priority::Medium, "Is the 3rd a Monday?", None)],
            ),
        ],
    )
}

fn rendered(checklist: &Checklist, width: usize) -> String {
    let mut out = Vec::new();
    Table::new(&Options { width, ..Options::default() })
        .render(checklist, &Selection::default(), &mut out)
        .unwrap();
    anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string()
}

#[test]
fn hints_stand_below_their_claim_in_80_columns() {
    snapbox::assert_data_eq!(
        rendered(&council(), 80),
        snapbox::str![[r#"
Town council votes on Monday
council.txt, published 2025-02-27

 #  Claim                                               Kind        Worth  Line
────────────────────────────────────────────────────────────────────────────────
 1  2.5% of GDP by 2027                                 quantity     0.93     3
    !! Recompute 2.5% of GDP for 2027; which output
       measure, and what counts as spending? [1]
    ·  Which price base? [1]
 2  "Nobody on this council has been asked to choose    quote        0.55     4
    between roads and libraries, and nobody will be as
    long as I am here, because that was never the
    choice that we had in front of us when we voted…
    — Councillor Ines Farrow
 3  a fifth more than the 64 of last year               comparison   0.70    12
    !! CONFLICT: 80 is 25% more than 64, not 20%.
 4  on Monday                                           time         0.20    12
    !  Is the 3rd a Monday?

[1] Office for National Statistics: gross domestic product
    https://www.ons.gov.uk/economy/grossdomesticproductgdp

1 article: 4 claims, with 4 hints (2 !! high, 1 ! medium, 1 · low).

"#]]
    );
}

#[test]
fn hints_stand_beside_their_claim_from_100_columns_on() {
    snapbox::assert_data_eq!(
        rendered(&council(), 100),
        snapbox::str![[r#"
Town council votes on Monday
council.txt, published 2025-02-27

 #  Claim                           Kind        Worth  Hints                                   Line
────────────────────────────────────────────────────────────────────────────────────────────────────
 1  2.5% of GDP by 2027             quantity     0.93  !! Recompute 2.5% of GDP for 2027;         3
                                                          which output measure, and what
                                                          counts as spending? [1]
                                                       ·  Which price base? [1]
 2  "Nobody on this council has     quote        0.55                                             4
    been asked to choose between
    roads and libraries, and
    nobody will be as long as I a…
    — Councillor Ines Farrow
 3  a fifth more than the 64 of     comparison   0.70  !! CONFLICT: 80 is 25% more than 64,      12
    last year                                             not 20%.
 4  on Monday                       time         0.20  !  Is the 3rd a Monday?                   12

[1] Office for National Statistics: gross domestic product
    https://www.ons.gov.uk/economy/grossdomesticproductgdp

1 article: 4 claims, with 4 hints (2 !! high, 1 ! medium, 1 · low).

"#]]
    );
}

#[test]
fn wide_and_right_to_left_text_and_controls_do_not_shift_the_columns() {
    let checklist = article(
        Some("東京\u{1b}[2J"),
        vec![
            claim(ClaimKind::Quantity, 0.9, 1, "人口は1400万人 in 東京", vec![]),
            claim(ClaimKind::Reported, 0.8, 2, "وقال الوزير إن الميزانية ارتفعت", vec![]),
            claim(ClaimKind::Event, 0.7, 3, "👩‍👩‍👧 won \x1b]0;gold\x07", vec![]),
        ],
    );
    let table = rendered(&checklist, 80);
    assert!(!table.contains(['\x1b', '\x07']));
    let ends: Vec<_> = table.lines().filter(|line| line.contains("0.")).map(UnicodeWidthStr::width).collect();
    assert_eq!(ends.len(), 3);
    assert!(ends.iter().all(|&end| end == ends[0]), "{ends:?}\n{table}");
}

#[test]
fn an_article_without_claims_says_so() {
    assert!(rendered(&article(None, vec![]), 80).contains("No claims found."));
}

#[test]
fn no_line_is_wider_than_the_table_but_for_addresses() {
    for width in 40..200 {
        for line in rendered(&council(), width).lines().filter(|line| !line.contains("https://")) {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn hints_on_the_whole_article_stand_before_its_table() {
    let mut checklist = council();
    checklist.documents[0].hints = vec![hint(
        Priority::High,
        "The title says 17, the text 18.",
        Some(("Minutes", "https://example.org")),
    )];
    let table = rendered(&checklist, 100);
    let whole = table.find("!! The title says 17, the text 18. [1]").unwrap();
    assert!(
        whole < table.find("Claim").unwrap() && table.contains("[1] Minutes https://example.org"),
        "{table}"
    );
    checklist.documents[0].claims.clear();
    let table = rendered(&checklist, 100);
    assert!(table.contains("The title says 17") && table.contains("No claims found."), "{table}");
}

fn with(options: Options) -> String {
    let mut out = Vec::new();
    Table::new(&options).render(&council(), &Selection::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn groups_have_heads_and_one_row_of_titles() {
    let by_kind = with(Options { group: Some(Group::Kind), quiet: true, ..Options::default() });
    let by_kind = anstream::adapter::strip_str(&by_kind).to_string();
    let heads: Vec<_> = by_kind.lines().filter(|line| line.ends_with("(1)")).collect();
    assert_eq!(heads, ["quantity (1)", "time (1)", "quote (1)", "comparison (1)"], "{by_kind}");
    assert_eq!(by_kind.matches("Worth").count(), 1);
    // What is grouped is the same, and stands in the same columns.
    let plain = rendered(&council(), 100);
    for line in by_kind.lines().filter(|line| line.contains("0.93") || line.contains("0.20")) {
        assert!(plain.contains(line), "{line}\n{plain}");
    }
    let by_sentence = with(Options { group: Some(Group::Sentence), ..Options::default() });
    assert!(by_sentence.contains("sentence 1"), "{by_sentence}");
}

#[test]
fn a_wide_table_says_how_in_any_width() {
    let how = "Divide the spending";
    assert!(!with(Options::default()).contains(how));
    assert!(with(Options { wide: true, ..Options::default() }).contains(how));
}

#[test]
fn sources_are_links_only_where_they_are_asked_for() {
    assert!(!with(Options::default()).contains("\x1b]8"));
    let linked = with(Options { links: true, ..Options::default() });
    let link = "\x1b]8;;https://www.ons.gov.uk/economy/grossdomesticproductgdp\x1b\\";
    assert_eq!(linked.matches(link).count(), 2, "title and address");
    // Whoever strips styles strips links.
    let stripped = anstream::adapter::strip_str(&linked).to_string();
    assert_eq!(stripped, anstream::adapter::strip_str(&with(Options::default())).to_string());
}
