//! Drafts of ClaimReview (<https://schema.org/ClaimReview>), the markup by which search engines and archives find fact-checks:
//! one for each claim, in JSON-LD, to be completed and put into the page of the review.
//!
//! What only the checker knows is marked "FILL IN". A verdict is there only if somebody marked the claim as right, wrong or
//! unclear; the date of the review is left out, because a wrong one would go unnoticed.

use std::io::{self, Write};

use claimlist_core::Source;
use claimlist_core::checklist::{Checklist, ClaimEntry, DocumentEntry, Status};
use serde_json::{Value, json};

use crate::template::sentence;
use crate::wrap::printable;
use crate::{Renderer, Selection};

/// A list of drafts.
#[derive(Clone, Copy, Debug)]
pub struct ClaimReview;

impl Renderer for ClaimReview {
    fn render(&self, checklist: &Checklist, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
        let drafts: Vec<Value> = checklist
            .documents
            .iter()
            .flat_map(|document| {
                selection.of(document).rows.into_iter().map(|row| draft(document, row.claim))
            })
            .collect();
        serde_json::to_writer_pretty(&mut *out, &drafts)?;
        out.write_all(b"\n")
    }
}

fn draft(document: &DocumentEntry, claim: &ClaimEntry) -> Value {
    let mut draft = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": said(document, claim),
        "itemReviewed": item(document, claim),
        "author": { "@type": "Organization", "name": "FILL IN: who publishes the review" },
        "url": "FILL IN: the address of the review",
        "reviewRating": rating(claim.status),
    });
    if let Some(note) = &claim.note {
        draft["reviewBody"] = json!(note);
    }
    if !claim.evidence.is_empty() {
        draft["citation"] = claim.evidence.iter().map(citation).collect();
    }
    draft
}

/// The whole sentence, where it is known: "nearly twice as many" alone is nothing that could be reviewed.
fn said(document: &DocumentEntry, claim: &ClaimEntry) -> String {
    let sentence = sentence(document, claim);
    printable(if sentence.is_empty() { &claim.text } else { sentence })
}

/// The claim, who made it, and where it appeared.
fn item(document: &DocumentEntry, claim: &ClaimEntry) -> Value {
    let mut appearance = json!({ "@type": "CreativeWork" });
    if let Some(title) = &document.title {
        appearance["headline"] = json!(printable(title));
    }
    if let Some(date) = &document.date {
        appearance["datePublished"] = json!(date);
    }
    let web = ["http://", "https://"].iter().any(|scheme| document.path.starts_with(scheme));
    appearance["url"] =
        json!(if web { &document.path } else { "FILL IN: the address at which the claim appeared" });
    let mut item = json!({ "@type": "Claim", "name": printable(&claim.text), "appearance": appearance });
    if let Some(speaker) = &claim.speaker {
        item["author"] = json!({ "@type": "FILL IN: Person or Organization", "name": printable(speaker) });
    }
    item
}

/// The verdict, where somebody gave one, on the usual scale from 1 (false) to 5 (true).
fn rating(status: Status) -> Value {
    let scale = |value: u8, name: &str| json!({ "@type": "Rating", "ratingValue": value, "worstRating": 1, "bestRating": 5, "alternateName": name });
    match status {
        Status::Open => json!({ "@type": "Rating", "alternateName": "FILL IN: the verdict in words" }),
        Status::Right => scale(5, "True"),
        Status::Wrong => scale(1, "False"),
        // Not half true: there is no number for what nobody knows.
        Status::Unclear => json!({ "@type": "Rating", "alternateName": "Unproven" }),
    }
}

fn citation(source: &Source) -> Value {
    let mut citation = json!({ "@type": "CreativeWork", "name": source.title });
    if let Some(url) = &source.url {
        citation["url"] = json!(url);
    }
    citation
}
