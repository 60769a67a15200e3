//! Pages into articles.

use claimlist_core::BlockKind::{self, Caption, Heading, ListItem, Paragraph, Quote, TableCell, Title};
use claimlist_core::Document;

use super::page;
use crate::ReadError;

const RAIN: &str = "It rained all day in Easthaven, and two roads were under water by the evening.";
const COST: &str = "The council said that repairs would cost £2m, 12% more than it had set aside for 2025.";
const LAST: &str = "Nobody was hurt, but 40 people spent the night in the town hall, the council said.";

fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind, block.span.of(document.text()))).collect()
}

fn check(html: &str, wanted: &[(BlockKind, &str)]) -> Document {
    let document = page(html).unwrap();
    assert_eq!(blocks(&document), wanted, "{html}");
    document
}

#[test]
fn the_article_without_what_stands_around_it() {
    let html = format!(
        "<!DOCTYPE html><html><head><title>Roads under water | Easthaven Echo</title>\
         <meta property='article:published_time' content='2025-02-27T18:00:00Z'></head><body class='has-sidebar ads'>\
         <header><a href='/'>Easthaven Echo</a><nav><ul><li><a href='/news'>News</a></ul></nav></header>\
         <div id='page'><div class='breadcrumbs'><a href='/'>Home</a> / Weather</div>\
         <article><h1>Roads under water</h1><p class='byline'>By <a rel='author'>Ada Roe</a></p>\
         <p>{RAIN}</p><div class='ad-slot'>Buy one mattress and get 50% off the next one today.</div>\
         <h2>What it costs</h2><p>{COST}</p><blockquote><p>We will pay.</p></blockquote>\
         <ul><li>bread</li><li>tea</li></ul>\
         <figure><img src='b.jpg' alt='x'><figcaption>The bridge at dawn</figcaption></figure>\
         <table><tr><th>Year<td>2024</table>\
         <p><a href='/more'>Read more: how the flood of 1953 came</a></p>\
         <div class='newsletter-signup'><p>Sign up to our newsletter, which 40,000 readers get each week for free.</p></div>\
         <p>{LAST}</p></article>\
         <aside><h3>Most read</h3><p>Ten things to do in Marram this weekend with your three children.</p></aside></div>\
         <footer><p>© 2025 Easthaven Echo Ltd, a company of 12 people and one dog at the harbour.</p></footer>\
         <script>let x = '<p>no</p>';</script></body></html>"
    );
    let document = check(
        &html,
        &[
            (Title, "Roads under water"),
            (Paragraph, RAIN),
            (Heading, "What it costs"),
            (Paragraph, COST),
            (Quote, "We will pay."),
            (ListItem, "bread"),
            (ListItem, "tea"),
            (Caption, "The bridge at dawn"),
            (TableCell, "Year"),
            (TableCell, "2024"),
            (Paragraph, LAST),
        ],
    );
    assert_eq!(document.date, Some(jiff::civil::date(2025, 2, 27)));
    assert_eq!(document.byline.as_deref(), Some("Ada Roe"));
}

#[test]
fn every_word_leads_back_to_its_line_and_column() {
    let html = "<html>\n<body><div>\n<h1>Caf&eacute; closed</h1>\n<p>It cost\n   <b>&pound;2m</b> &amp; more than in 2023, when nobody\n\
                had asked about the price of the caf\u{e9} at all.</p>";
    let document = page(html).unwrap();
    for (words, line, column) in [
        ("Café", 3, 5),
        ("closed", 3, 17),
        ("It", 4, 4),
        ("£2m", 5, 7),
        ("more", 5, 27),
        ("asked", 6, 5),
        ("at all", 6, 39),
    ] {
        let position = document.position(document.text().find(words).unwrap() as u32);
        assert_eq!((position.line, position.column), (line, column), "{words}");
    }
}

#[test]
fn an_article_without_elements_that_mark_it() {
    let html = format!(
        "<body><div class=menu><a href=/>Home</a></div><div><div id=left><a href=/a>One story and more</a></div>\
         <div id=story>{RAIN}<br><br>{COST}<br>{LAST}</div></div><div class=foot>All rights reserved</div>"
    );
    check(&html, &[(Paragraph, RAIN), (Paragraph, &format!("{COST} {LAST}"))]);
}

#[test]
fn the_posts_of_a_live_blog_stay_together() {
    let post = |time: &str, text: &str| {
        format!(
            "<article class=post><time datetime='2025-02-27T{time}'>{time}</time><h2>At {time}</h2><p>{text}</p></article>"
        )
    };
    let html = format!(
        "<title>Flood: live</title><main><h1>Flood: live</h1><div class=posts>{}{}{}</div></main>",
        post("18:00", RAIN),
        post("17:00", COST),
        post("16:00", LAST)
    );
    let document = check(
        &html,
        &[
            (Title, "Flood: live"),
            (Heading, "At 18:00"),
            (Paragraph, RAIN),
            (Heading, "At 17:00"),
            (Paragraph, COST),
            (Heading, "At 16:00"),
            (Paragraph, LAST),
        ],
    );
    assert_eq!(document.date, Some(jiff::civil::date(2025, 2, 27)));
}

#[test]
fn json_ld_tells_title_day_and_authors() {
    let html = format!(
        r#"<title>Echo</title><script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}},
        {{"@type": ["NewsArticle"], "headline": "Roads under water", "datePublished": "2025-02-27T01:00:00+01:00",
          "author": [{{"@type": "Person", "name": "Ada Roe"}}, {{"name": "Bo Ames"}}], "isAccessibleForFree": false}}]}}</script>
        <div class="paywall"><p>{RAIN}</p><p>{COST}</p><p>{LAST}</p></div>"#
    );
    let document = check(
        &html,
        &[(Title, "Roads under water"), (Paragraph, RAIN), (Paragraph, COST), (Paragraph, LAST)],
    );
    assert_eq!(document.byline.as_deref(), Some("Ada Roe and Bo Ames"));
    assert_eq!(document.date, Some(jiff::civil::date(2025, 2, 27)));
}

#[test]
fn a_fragment_of_a_page() {
    check("<p>It cost £2m.</p>", &[(Paragraph, "It cost £2m.")]);
    check("It cost £2m.", &[(Paragraph, "It cost £2m.")]);
    check(
        "<h1>Roads</h1>It <q>cost</q> £2m<sup><a href=#n>1</a></sup>, and CO<sub>2</sub>.",
        &[(Title, "Roads"), (Paragraph, "It “cost” £2m, and CO2.")],
    );
}

#[test]
fn pages_without_an_article() {
    for html in [
        "<!DOCTYPE html><title>App</title><div id=root></div><script src=app.js></script>",
        "<html></html>",
        "<nav><a href=/>Home</a></nav>",
    ] {
        assert!(matches!(page(html), Err(ReadError::NoArticle)), "{html}");
    }
}

#[test]
fn nesting_beyond_measure_is_refused_soon() {
    for html in
        ["<div>".repeat(200_000), "<b class=a><i class=b>".repeat(100_000), "<table><td>".repeat(100_000)]
    {
        assert!(matches!(page(&html), Err(ReadError::Broken { .. })));
    }
}
