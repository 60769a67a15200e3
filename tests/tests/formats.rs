//! Articles in other formats than plain text: the same claims, each with the way back into its file.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::io::{Cursor, Write as _};

use claimlist_tests::{run, run_with};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PAGE: &str = "<!DOCTYPE html><title>Roads under water | Echo</title>\n<nav><a href=/>Home</a></nav>\n<h1>Roads under water</h1>\n\
    <p>The council spent <b>£2m</b> on roads\nin 2024, 12% more than in 2023.</p>\n";

const MARKDOWN: &str = "---\ndate: 2025-02-27\n---\n# Roads under water\n\nThe council spent **£2m** on roads\nin 2024, 12% more than in 2023.\n";

/// The claims of the only article in this file.
fn claims(name: &str, bytes: &[u8], args: &[&str]) -> Vec<(String, u64, u64)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name).display().to_string();
    fs::write(&path, bytes).unwrap();
    let run = run(&[&["check", "--format", "json", &path], args].concat());
    assert_eq!(run.status, 0, "{run:?}");
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let claims = json["documents"][0]["claims"].as_array().unwrap();
    let claim = |claim: &Value| {
        let text = claim["text"].as_str().unwrap().to_owned();
        (text, claim["line"].as_u64().unwrap(), claim["column"].as_u64().unwrap())
    };
    claims.iter().map(claim).collect()
}

#[test]
fn claims_of_pages_and_markdown_lead_back_to_their_lines() {
    let in_page = claims("a.html", PAGE.as_bytes(), &[]);
    let in_markdown = claims("a.md", MARKDOWN.as_bytes(), &[]);
    assert!(
        in_page.iter().any(|claim| claim.0.starts_with("£2m") && (claim.1, claim.2) == (4, 25)),
        "{in_page:?}"
    );
    assert!(in_page.iter().any(|claim| claim.0.contains("12%") && claim.1 >= 4), "{in_page:?}");
    assert!(
        in_markdown.iter().any(|claim| claim.0.starts_with("£2m") && (claim.1, claim.2) == (6, 21)),
        "{in_markdown:?}"
    );
    let texts =
        |claims: &[(String, u64, u64)]| claims.iter().map(|claim| claim.0.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&in_page), texts(&in_markdown));
}

#[test]
fn content_counts_more_than_the_name_and_the_option_more_than_both() {
    let wanted = claims("a.html", PAGE.as_bytes(), &[]);
    assert_eq!(claims("a.txt", PAGE.as_bytes(), &[]), wanted);
    assert_eq!(claims("a", PAGE.as_bytes(), &[]), wanted);
    assert_ne!(claims("a.html", PAGE.as_bytes(), &["--input-format", "text"]), wanted);
    assert_eq!(
        claims("a.txt", MARKDOWN.as_bytes(), &["--input-format", "markdown"]),
        claims("a.md", MARKDOWN.as_bytes(), &[])
    );
}

#[test]
fn the_day_in_the_file_holds_unless_the_command_line_has_another() {
    let date = |args: &[&str]| {
        let run = run_with(
            MARKDOWN.as_bytes(),
            &[&["check", "-", "--format", "json", "--input-format", "markdown"], args].concat(),
        );
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        json["documents"][0]["date"].clone()
    };
    assert_eq!(date(&[]), json!("2025-02-27"));
    assert_eq!(date(&["--date", "2024-01-02"]), json!("2024-01-02"));
}

#[test]
fn a_stream_takes_markdown_and_html() {
    let lines = [("markdown", MARKDOWN), ("html", PAGE)]
        .map(|(format, text)| format!("{}\n", json!({"id": format, "format": format, "text": text})));
    let run = run_with(lines.concat().as_bytes(), &["stream"]);
    assert_eq!(run.status, 0, "{run:?}");
    for line in run.stdout.lines() {
        let answer: Value = serde_json::from_str(line).unwrap();
        let text = answer["text"].as_str().unwrap();
        assert!(text.starts_with("Roads under water\n\nThe council spent £2m on roads in 2024"), "{text}");
        let claims = answer["claims"].as_array().unwrap();
        assert!(!claims.is_empty());
        for claim in claims {
            let (start, end) =
                (claim["start"].as_u64().unwrap() as usize, claim["end"].as_u64().unwrap() as usize);
            assert_eq!(claim["text"], text[start..end]);
        }
    }
    let plain = run_with(b"{\"text\": \"It cost \xc2\xa32m.\"}\n", &["stream"]);
    assert!(!plain.stdout.contains("\"text\":\"It cost £2m.\""), "{plain:?}");
}

/// An article in the formats, made of a plain text whose first paragraph is the title.
fn in_all_formats(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let paragraphs: Vec<_> =
        text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect();
    let (title, rest) = paragraphs.split_first().unwrap();
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let all = |one: &dyn Fn(&str) -> String| {
        rest.iter().map(|paragraph| one(&escaped(paragraph))).collect::<String>()
    };
    let (title, paragraphs) = (escaped(title), all(&|text| format!("<p>{text}</p>\n")));
    let page =
        format!("<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body></html>");
    let word = all(&|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));
    let open = all(&|text| format!("<text:p>{text}</text:p>"));
    let style = "<w:pPr><w:pStyle w:val='Title'/></w:pPr>";
    let docx = archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!(
                "<w:document><w:body><w:p>{style}<w:r><w:t>{title}</w:t></w:r></w:p>{word}</w:body></w:document>"
            ),
        ),
    ]);
    let odt = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            &format!("<office:text><text:p text:style-name='Title'>{title}</text:p>{open}</office:text>"),
        ),
    ]);
    let epub = archive(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfile full-path='book.opf'/></container>"),
        (
            "book.opf",
            "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>\
                      <spine><itemref idref='a'/></spine></package>",
        ),
        ("a.xhtml", &page),
    ]);
    vec![
        ("a.md", format!("# {title}\n\n{}", all(&|text| format!("{text}\n\n"))).into_bytes()),
        ("a.html", page.into_bytes()),
        ("a.docx", docx),
        ("a.odt", odt),
        ("a.epub", epub),
        ("a.pdf", printed(&paragraphs_of(text))),
    ]
}

fn paragraphs_of(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// The paragraphs, the title first, as a simple program prints them: 46 lines a page, with a number below it.
fn printed(paragraphs: &[&str]) -> Vec<u8> {
    let mut lines = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let (size, longest) = if index == 0 { (16, 45) } else { (10, 80) };
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.len() + word.len() >= longest {
                lines.push((size, std::mem::take(&mut line)));
            }
            line.extend([if line.is_empty() { "" } else { " " }, word]);
        }
        lines.extend([(size, line), (size, String::new())]);
    }
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    let mut kids = String::new();
    for (number, page) in (1..).zip(lines.chunks(46)) {
        let mut content = format!("BT /F1 8 Tf 300 30 Td ({number}) Tj ET\nBT 1 0 0 1 60 780 Tm ");
        for (size, line) in page {
            let line =
                line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)").replace('£', "\\243");
            assert!(line.is_ascii(), "{line}");
            content += &format!("/F1 {size} Tf ({line}) Tj 0 -{} Td ", f64::from(*size) * 1.2);
        }
        content += "ET";
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Contents {} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>",
            objects.len() + 2
        ));
        kids += &format!("{} 0 R ", objects.len());
        objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", kids.matches('R').count());
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    file +=
        &format!("{table}trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn sentences_of_a_document_without_lines_are_found_by_their_paragraphs() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The ferry\n\nThe ferry sank in 2019.\n\nSources\n\nLeeds Post, 2 May 2019.";
    let formats = in_all_formats(text);
    let (name, bytes) = formats.iter().find(|(name, _)| name.ends_with("docx")).unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let told = run(&["inspect", &path.display().to_string()]);
    assert_eq!(told.status, 0, "{}", told.stderr);
    let stdout = told.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(stdout.contains("Sentence 2 (paragraph, paragraph 2, worth"), "{}", told.stdout);
    assert!(stdout.contains("because of \"Sources\" (paragraph 3)"), "{}", told.stdout);
}

/// Who speaks in a transcript is who says what stands in it.
#[test]
fn claims_of_a_transcript_have_their_speakers() {
    let transcript = "MAYOR: The council spent £2m on roads in 2024.\n\nJANE DOE, MP: It spent £3m, and 300 people signed the petition.\n\n\
        [Applause]\n\nMAYOR: Crime fell by 4%. \"It rose by 9%,\" said Ms Roe.\n\nDr. Roe: The clinic treated 1,200 patients.\n";
    for text in [transcript.to_owned(), transcript.replace("\n\n", "\n")] {
        let run = run_with(text.as_bytes(), &["check", "-", "--all", "--format", "json"]);
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        let document = &json["documents"][0];
        let kinds: Vec<_> = document["blocks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|block| block["kind"].as_str().unwrap())
            .collect();
        assert_eq!(kinds, ["turn", "turn", "paragraph", "turn", "turn"], "{text}");
        let claims = document["claims"].as_array().unwrap();
        for (words, speaker) in [
            ("£2m", "MAYOR"),
            ("£3m", "JANE DOE, MP"),
            ("300 people", "JANE DOE, MP"),
            ("4%", "MAYOR"),
            ("1,200 patients", "Dr. Roe"),
        ] {
            let claim = claims
                .iter()
                .find(|claim| claim["text"] == words)
                .unwrap_or_else(|| panic!("{words}: {claims:?}"));
            assert_eq!(claim["speaker"], speaker, "{words}");
        }
        let is_label =
            |claim: &&Value| claim["text"].as_str().unwrap().contains(':') || claim["text"] == "Dr. Roe";
        assert_eq!(claims.iter().find(is_label), None);
        assert!(claims.iter().all(|claim| claim["text"] != "9%" || claim["speaker"].is_null()));
    }
}

/// Front matter, the head of a page and the like have the title too: its claims are there once.
#[test]
fn a_title_that_is_given_twice_has_its_claims_once() {
    const TITLE: &str = "Roads cost £2m in 2024";
    let body = "It rained on Tuesday.";
    let style = |style: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>")
    };
    let chapter = format!("<html><body><h1>{TITLE}</h1><p>{body}</p></body></html>");
    let files = [
        ("a.md", format!("---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n{body}\n").into_bytes()),
        ("b.md", format!("+++\ntitle = \"{TITLE}\"\n+++\n\n## *Roads* cost £2m in 2024\n\n{body}\n").into_bytes()),
        (
            "a.html",
            format!("<html><head><title>{TITLE} | Echo</title></head><body><div><h1>Echo</h1></div><article><h2>{TITLE}</h2><p>{body}</p></article>")
                .into_bytes(),
        ),
        ("b.html", format!("<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><h1>{TITLE}</h1><p>{body}</p>").into_bytes()),
        (
            "a.docx",
            archive(&[
                ("[Content_Types].xml", "<Types/>"),
                (
                    "word/document.xml",
                    &format!(
                        "<w:document><w:body>{}{}<w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>",
                        style("Title"),
                        style("Heading1")
                    ),
                ),
            ]),
        ),
        (
            "a.odt",
            archive(&[
                ("mimetype", "application/vnd.oasis.opendocument.text"),
                (
                    "content.xml",
                    &format!("<office:text><text:p text:style-name='Title'>{TITLE}</text:p><text:h>{TITLE}</text:h><text:p>{body}</text:p></office:text>"),
                ),
            ]),
        ),
        (
            "a.epub",
            archive(&[
                ("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", "<container><rootfile full-path='book.opf'/></container>"),
                (
                    "book.opf",
                    &format!(
                        "<package><metadata><dc:title>{TITLE}</dc:title></metadata><manifest>\
                         <item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>\
                         </manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
                    ),
                ),
                ("a.xhtml", &format!("<html><body><h1>{TITLE}</h1></body></html>")),
                ("b.xhtml", &chapter),
            ]),
        ),
        ("a.eml", format!("Subject: =?utf-8?Q?{}?=\nContent-Type: text/html; charset=utf-8\n\n{chapter}", TITLE.replace('£', "=C2=A3").replace(' ', "_")).into_bytes()),
        ("a.xml", format!("<rss><channel><item><title>{TITLE}</title><description>&lt;h1&gt;{TITLE}&lt;/h1&gt;&lt;p&gt;{body}</description></item></channel></rss>").into_bytes()),
    ];
    for (name, bytes) in files {
        let found = claims(name, &bytes, &[]);
        let about = |words: &str| found.iter().filter(|claim| claim.0.contains(words)).count();
        assert_eq!(
            (about("£2m in 2024"), about("Tuesday")),
            (1, about("Tuesday").max(1)),
            "{name}: {found:?}"
        );
    }
}

/// The title of the only article in this file, and its claims: what must not differ from format to format.
fn told(name: &str, bytes: &[u8]) -> (Value, Vec<[Value; 5]>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name).display().to_string();
    fs::write(&path, bytes).unwrap();
    let run = run(&["check", "--format", "json", "--date", "2025-02-27", &path]);
    assert_eq!(run.status, 0, "{run:?}");
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let document = &json["documents"][0];
    let claims = document["claims"].as_array().unwrap().iter();
    let claims: Vec<_> = claims
        .map(|claim| ["id", "kind", "text", "speaker", "facts"].map(|key| claim[key].clone()))
        .collect();
    (document["title"].clone(), claims)
}

/// No difference is allowed: kinds, words, ids (which come of the sentences) and facts are the same, in PDF too, where lines and
/// pages are put together again. Worth may differ with the blocks, which only some formats mark.
#[test]
fn the_same_article_has_the_same_claims_in_every_format() {
    for article in ["defence.txt", "health.txt", "sport.txt"] {
        let text = fs::read_to_string(claimlist_tests::articles().join(article)).unwrap();
        let wanted = told("a.txt", text.as_bytes());
        assert!(wanted.1.len() > 10);
        for (name, bytes) in in_all_formats(&text) {
            assert_eq!(told(name, &bytes), wanted, "{article} as {name}");
        }
    }
}

/// As programs really print them (see `tests/printed`): in fonts with codes of their own, with heads and feet, on several pages,
/// in columns. No difference is allowed here either.
#[test]
fn articles_that_were_printed_have_the_claims_of_their_texts() {
    let printed = claimlist_tests::articles().join("../printed");
    for (name, article, last) in [
        ("pages-chromium.pdf", "defence.txt", "page 2"),
        ("columns-chromium.pdf", "sport.txt", "page 1"),
        ("pages-libreoffice.pdf", "defence.txt", "page 2"),
    ] {
        let text = fs::read(claimlist_tests::articles().join(article)).unwrap();
        let bytes = fs::read(printed.join(name)).unwrap();
        assert_eq!(told("a.pdf", &bytes), told("a.txt", &text), "{name}");
        let path = printed.join(name).display().to_string();
        let json: Value = serde_json::from_str(&run(&["check", "--format", "json", &path]).stdout).unwrap();
        let claims = json["documents"][0]["claims"].as_array().unwrap();
        let places: Vec<_> = claims.iter().map(|claim| claim["place"].as_str().unwrap()).collect();
        assert!(places.contains(&"page 1") && places.contains(&last), "{name}: {places:?}");
    }
}
