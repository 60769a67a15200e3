//! What is in a page. How it works is tested in a browser, in the `tests` crate.

use claimlist_core::checklist::Status;
use claimlist_core::{Checker, Document, Source};

use super::segments::Segments;
use super::*;

fn checklist(text: &str) -> Checklist {
    let document = Document::plain(text).unwrap();
    let checked = Checker::without_rules().check(&document);
    let mut checklist = Checklist::new("1.0.0");
    checklist.documents.push(DocumentEntry::new("a.txt", &document, checked, false));
    checklist
}

fn page(checklist: &Checklist) -> String {
    let mut out = Vec::new();
    Html.render(checklist, &Selection::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_name_in_the_frame_has_its_part() {
    let page = page(&Checklist::new("1.0.0"));
    assert!(!page.contains("{{") && page.contains("There is no article"));
    assert_eq!(parts("a{{b}}c").collect::<Vec<_>>(), [Part::Text("a"), Part::Name("b"), Part::Text("c")]);
}

#[test]
fn the_page_names_nothing_to_load() {
    let page = page(&checklist("Sales rose by 12% in 2024, to 900 cars."));
    for loading in ["src=", "@import", "url(", "<link", "fetch(", "http://", "https://"] {
        assert!(!page.contains(loading), "{loading}");
    }
}

#[test]
fn an_article_of_markup_stays_text_and_reads_back_from_the_page() {
    let text = "</script><script>alert(1)</script> <!-- Sales of <b>12 cars</b> & \"9 vans\" rose in 2024 to \u{202e}£30m\0.";
    let mut checklist = checklist(text);
    let claim = &mut checklist.documents[0].claims[0];
    claim.note = Some("</script><img src=x onerror=alert(1)>".to_owned());
    claim.evidence =
        vec![Source { title: "\"><script>".to_owned(), url: Some("javascript:alert(1)".to_owned()) }];
    let page = page(&checklist);
    // The page's own: two that run, one with the checklist.
    assert_eq!(page.matches("<script").count(), 3);
    assert_eq!(page.matches("</script").count(), 3);
    assert!(!page.contains("<img") && !page.contains("href=\"javascript"));
    let json = checklist_in_page(&page).unwrap();
    assert_eq!(serde_json::from_str::<Checklist>(json).unwrap(), checklist);
}

#[test]
fn all_of_the_text_is_in_the_page_whatever_claims_overlap() {
    let text = "He paid £30m in 2024, she said, \"because of the flood\", to 12 firms of Leeds.";
    let mut checklist = checklist(text);
    let document = &mut checklist.documents[0];
    let mut crossing = document.claims[0].clone();
    (crossing.start, crossing.end) = (5, 26);
    document.claims.push(crossing.clone());
    // As no checklist of ours has them: outside of the text, and with its end before its start.
    (crossing.start, crossing.end) = (70, 7000);
    document.claims.push(crossing.clone());
    (crossing.start, crossing.end) = (9, 3);
    document.claims.push(crossing);
    let selected = Selection::default().of(document);
    let (mut shown, mut reached) = (String::new(), 0);
    let mut segments = Segments::new(text, &selected.rows);
    segments
        .of(0, text.len(), |segment| {
            assert_eq!(segment.start, reached);
            reached = segment.end;
            shown.push_str(&text[segment.start..segment.end]);
            for pair in segment.claims.windows(2) {
                let length = |row: &Row<'_>| row.claim.end - row.claim.start;
                assert!(length(pair[0]) <= length(pair[1]));
            }
            for row in &selected.rows {
                let covers =
                    row.claim.start as usize <= segment.start && segment.end <= row.claim.end as usize;
                let named = segment.claims.iter().any(|claim| claim.number == row.number);
                assert_eq!(named, covers && row.claim.end as usize <= text.len(), "{}", row.claim.text);
            }
            Ok::<(), ()>(())
        })
        .unwrap();
    assert_eq!(shown, text);
}

#[test]
fn marks_are_in_the_page_and_make_it_another_version() {
    let mut checklist = checklist("Sales rose by 12% in 2024, to 900 cars.");
    let before = fingerprint(&checklist.documents[0]);
    assert_eq!(before, fingerprint(&checklist.documents[0]));
    let claim = &mut checklist.documents[0].claims[0];
    (claim.status, claim.note) = (Status::Wrong, Some("11%".to_owned()));
    assert_ne!(before, fingerprint(&checklist.documents[0]));
    let page = page(&checklist);
    assert!(page.contains("<p class=\"note\" dir=\"auto\">11%</p>") && page.contains("data-s=\"wrong\""));
}
