//! What each format makes of one made-up checklist, and that real readers of the format read it.
//!
//! `SNAPSHOTS=overwrite cargo test -p claimlist-report --test formats` writes the snapshots again; read the difference.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use claimlist_core::ClaimKind;
use claimlist_core::checklist::{Checklist, DocumentEntry, Status};
use claimlist_report::{Format, Group, Options, Renderer as _, Selection, Template, printable};
use serde_json::{Value, json};
use snapbox::{assert_data_eq, file};

/// An article with hints and marks of every sort, and another that could not be read: written down, so that the snapshots
/// do not hang on what is found in a text, and on how worth is reckoned.
const COUNCIL: &str = include_str!("council.json");

fn checklist() -> Checklist {
    serde_json::from_str(COUNCIL).unwrap()
}

fn bytes(format: &str, options: &Options) -> Vec<u8> {
    let mut out = Vec::new();
    let renderer = Format::named(format).unwrap().renderer(options);
    renderer.render(&checklist(), &Selection::default(), &mut out).unwrap();
    out
}

fn text(format: &str) -> String {
    String::from_utf8(bytes(format, &Options::default())).unwrap()
}

#[test]
fn markdown() {
    assert_data_eq!(text("markdown"), file!["snapshots/council.md"].raw());
    let grouped = bytes("markdown", &Options { group: Some(Group::Kind), ..Options::default() });
    let grouped = String::from_utf8(grouped).unwrap();
    assert!(grouped.contains("\n## quantity ("), "{grouped}");
}

#[test]
fn csv_is_read_back_cell_by_cell_and_runs_nothing() {
    let csv = text("csv");
    assert_data_eq!(csv.replace("\r\n", "\n"), file!["snapshots/council.csv"].raw());
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
    let article = &checklist().documents[0];
    assert_eq!(rows.len(), article.claims.len() + 1, "a row for the article's hints, and one a claim");
    let cell = |row: usize, column: &str| &rows[row][heads.iter().position(|head| head == column).unwrap()];
    assert_eq!((cell(0, "kind"), cell(0, "claim")), ("article", ""));
    for (row, claim) in (1..).zip(&article.claims) {
        assert_eq!(cell(row, "id"), claim.id);
        assert_eq!(cell(row, "worth").parse::<f64>().unwrap(), claim.worth);
    }
    assert_eq!(cell(1, "note"), "'-5 in the accounts");
    for cell in rows.iter().flatten() {
        let numeric = cell.parse::<f64>().is_ok();
        assert!(numeric || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

#[test]
fn csv_in_a_file_begins_as_excel_needs_it() {
    let file = bytes("csv", &Options { file: true, ..Options::default() });
    assert!(file.starts_with(b"\xef\xbb\xbfarticle,") && text("csv").starts_with("article,"));
}

#[test]
fn json_reads_back_as_what_it_was() {
    assert_eq!(text("json"), COUNCIL);
}

#[test]
fn json_lines_are_documents() {
    let lines: Vec<DocumentEntry> =
        text("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, checklist().documents);
}

#[test]
fn a_workbook_is_read_by_a_spreadsheet_reader() {
    let bytes = bytes("xlsx", &Options::default());
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["Claims", "Sources", "Problems"]);
    let claims = workbook.worksheet_range("Claims").unwrap();
    let article = &checklist().documents[0];
    assert_eq!(claims.height(), article.claims.len() + 2, "a head, a row for the article, and one a claim");
    let heads: Vec<_> = claims.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let cell = |row: u32, column: &str| {
        let column = heads.iter().position(|head| head == column).unwrap();
        claims.get_value((row, column as u32)).unwrap().clone()
    };
    for (row, claim) in (2..).zip(&article.claims) {
        assert_eq!(cell(row, "claim"), Data::String(printable(&claim.text)));
        assert_eq!(cell(row, "worth"), Data::Float(claim.worth));
        assert_eq!(cell(row, "status"), Data::String(claim.status.name().to_owned()));
    }
    // A text is a text: it needs no apostrophe.
    assert_eq!(cell(2, "note"), Data::String("-5 in the accounts".to_owned()));
    for sheet in ["Claims", "Sources", "Problems"] {
        assert!(workbook.worksheet_formula(sheet).unwrap().is_empty(), "{sheet}");
    }
    let sources = workbook.worksheet_range("Sources").unwrap();
    assert!(sources.rows().any(|row| row[4] == Data::String("https://example.org/minutes".to_owned())));
}

#[test]
fn a_workbook_offers_statuses_and_filters_and_keeps_its_head_in_sight() {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes("xlsx", &Options::default()))).unwrap();
    let mut sheet = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    let rows = checklist().documents[0].claims.len() + 2;
    for part in [
        format!("sqref=\"F2:F{rows}\"><formula1>\"open,right,wrong,unclear\"</formula1>"),
        format!("<autoFilter ref=\"A1:V{rows}\""),
        "state=\"frozen\"".to_owned(),
    ] {
        assert!(sheet.contains(&part), "{part}\n{sheet}");
    }
}

#[test]
fn the_same_checklist_gives_the_same_workbook() {
    let first = bytes("xlsx", &Options::default());
    // The clock of ZIP archives ticks every two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert!(first == bytes("xlsx", &Options::default()));
}

/// The schema here is our own, of the parts that we write: that of the standard is under the notice of OASIS, which is none of the
/// licences that `deny.toml` allows, and must not be changed.
#[test]
fn sarif_has_what_its_readers_ask_for() {
    assert_data_eq!(text("sarif"), file!["snapshots/council.sarif"].raw());
    let log: Value = serde_json::from_str(&text("sarif")).unwrap();
    let schema = json!({
        "type": "object", "required": ["version", "runs", "$schema"],
        "properties": { "version": { "const": "2.1.0" }, "runs": { "items": { "$ref": "#/$defs/run" } } },
        "$defs": {
            "run": { "required": ["tool", "results"], "properties": {
                "tool": { "required": ["driver"], "properties": {
                    "driver": { "required": ["name"], "properties": {
                        "rules": { "uniqueItems": true, "items": { "required": ["id"], "properties": { "help": { "required": ["text"] } } } },
                    } },
                } },
                "results": { "items": {
                    "required": ["message"],
                    "properties": {
                        "message": { "required": ["text"] },
                        "level": { "enum": ["none", "note", "warning", "error"] },
                        "kind": { "enum": ["notApplicable", "pass", "fail", "review", "open", "informational"] },
                        "rank": { "type": "number", "minimum": 0, "maximum": 100 },
                        "ruleIndex": { "type": "integer", "minimum": 0 },
                        "locations": { "items": { "properties": { "physicalLocation": { "properties": {
                            "artifactLocation": { "properties": { "uri": { "type": "string", "pattern": "^[^ \\\\]+$" } } },
                            "region": { "properties": {
                                "startLine": { "minimum": 1 }, "startColumn": { "minimum": 1 }, "endLine": { "minimum": 1 }, "endColumn": { "minimum": 1 },
                            } },
                        } } } } },
                    },
                    // Section 3.27.10 of the standard: only what fails has a level.
                    "if": { "properties": { "kind": { "const": "fail" } } },
                    "else": { "properties": { "level": { "const": "none" } } },
                } },
            } },
        },
    });
    assert_valid(&schema, &log);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    assert_eq!(run["invocations"][0]["executionSuccessful"], false, "one article could not be read");
}

#[test]
fn annotations_are_one_line_each() {
    assert_data_eq!(text("github"), file!["snapshots/council.github.txt"].raw());
    for line in text("github").lines() {
        assert!(
            line.starts_with("::warning file=drafts/roads%2C 1.txt") || line.starts_with("::notice file="),
            "{line}"
        );
    }
}

#[test]
fn drafts_of_reviews_say_what_is_missing_and_give_no_verdict_of_their_own() {
    assert_data_eq!(text("claimreview"), file!["snapshots/council.jsonld"].raw());
    let drafts: Value = serde_json::from_str(&text("claimreview")).unwrap();
    // What schema.org and the search engines ask of a ClaimReview.
    let text = json!({ "type": "string", "minLength": 1 });
    let schema = json!({ "type": "array", "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["@context", "@type", "claimReviewed", "itemReviewed", "author", "url", "reviewRating"],
        "properties": {
            "@context": { "const": "https://schema.org" }, "@type": { "const": "ClaimReview" },
            "claimReviewed": text, "url": text, "reviewBody": text, "citation": { "type": "array" },
            "author": { "required": ["@type", "name"] },
            "itemReviewed": { "required": ["@type", "appearance"], "properties": {
                "@type": { "const": "Claim" }, "author": { "required": ["@type", "name"] },
                "appearance": { "required": ["@type", "url"] },
            } },
            "reviewRating": { "required": ["@type", "alternateName"], "properties": {
                "@type": { "const": "Rating" }, "ratingValue": { "minimum": 1, "maximum": 5 },
            } },
        },
    } });
    assert_valid(&schema, &drafts);
    for (draft, claim) in drafts.as_array().unwrap().iter().zip(&checklist().documents[0].claims) {
        let rating = &draft["reviewRating"];
        assert_eq!(
            rating.get("ratingValue").is_some(),
            matches!(claim.status, Status::Right | Status::Wrong)
        );
        let open = rating["alternateName"].as_str().unwrap().starts_with("FILL IN");
        assert_eq!(open, claim.status == Status::Open);
    }
}

#[test]
fn the_template_of_the_guide() {
    let source = include_str!("../../../docs/templates/questions.txt.j2");
    let mut out = Vec::new();
    let template = Template::new("questions.txt.j2", source.to_owned()).unwrap();
    template.render(&checklist(), &Selection::default(), &mut out).unwrap();
    assert_data_eq!(String::from_utf8(out).unwrap(), file!["snapshots/council.questions.txt"].raw());
}

#[test]
fn every_format_shows_what_is_selected_only() {
    let selection = Selection { kinds: vec![ClaimKind::Quote], ..Selection::default() };
    let checklist = checklist();
    let other = checklist.documents[0].claims.iter().find(|claim| claim.kind == ClaimKind::Quantity).unwrap();
    for format in Format::all().iter().filter(|format| !["xlsx", "html"].contains(&format.name)) {
        let mut out = Vec::new();
        format.renderer(&Options::default()).render(&checklist, &selection, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains("fewest"), "{}: {out}", format.name);
        // Sentences name a claim's words too; its id is its own.
        assert!(!out.contains(&other.id), "{}: {out}", format.name);
    }
}

fn assert_valid(schema: &Value, value: &Value) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
