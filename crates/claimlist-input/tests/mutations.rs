//! Files of every format that are damaged: they are read or refused, and what is read is sound.
//!
//! Bytes are changed, taken out, doubled and put in from other files; in documents that are archives, those of their parts,
//! because an archive notices.

#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write as _};

use claimlist_core::Document;
use claimlist_input::{Format, Source, read_file};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TEXT: &str = "Roads under water\n\nADA ROE: It cost £2m in 2024.\n\nBO AMES: Why?\n\n- bread\n- tea\n";

const MARKDOWN: &str = "---\ntitle: Roads\ndate: 2025-02-27\nauthors: [Ada Roe]\n---\n# Roads *under* water\n\nIt cost **£2m**[^1].\n\n\
    | a | b |\n|---|---|\n| 1 | 2 |\n\n> Why?\n\n1. one\n2. two\n\n![the bridge](b.png)\n\n[^1]: In 2024.\n";

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Roads | Echo</title>\n\
    <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Roads\",\"datePublished\":\"2025-02-27\"}</script></head>\
    <body><nav><a href=/>Home</a></nav><article><h1>Roads under water</h1><p>It cost &pound;2m in <b>2024</b>, which is more than in any \
    year before it.</p><ul><li>bread</li></ul><table><tr><td>1<td>2</table><figure><figcaption>The bridge</figcaption></figure>\
    <p>It rained all day, and the council said that it would pay for all of it.</p></article></body></html>";

const SUBTITLES: &str =
    "1\n00:00:01,000 --> 00:00:02,000\n<i>It cost</i>\n\n2\n00:00:02,100 --> 00:00:03,000\n- £2m.\n- Why?\n";

const CAPTIONS: &str = "WEBVTT\n\nNOTE no\n\n00:01.000 --> 00:02.000 align:left\n<v Ada Roe>It cost &amp; cost\n\n00:02.000 --> 00:03.000\n£2m.\n";

const MAIL: &str = "Received: from a.example\r\nFrom: Ada Roe <a@b.example>\r\nDate: Thu, 27 Feb 2025 10:00:00 +0000\r\nSubject: =?utf-8?Q?Caf=C3=A9?=\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\nIt cost =A32m.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>It cost.</p>\r\n--x--\r\n";

const FEED: &str = "<?xml version='1.0'?><rss version='2.0'><channel><title>Echo</title><item><title>Roads</title><pubDate>Thu, 27 Feb 2025 \
    10:00:00 GMT</pubDate><description>&lt;p&gt;It cost £2m.&lt;/p&gt;</description></item><item><title>Tea</title><description>\
    <![CDATA[<p>It was late.</p>]]></description></item></channel></rss>";

const WORD: &str = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Roads</w:t></w:r></w:p><w:p><w:r><w:t>It cost \
    &#163;2m.</w:t><w:br/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p>\
    </w:tc></w:tr></w:tbl></w:body></w:document>";

const OPEN: &str = "<office:text><text:p text:style-name='Title'>Roads</text:p><text:p>It cost<text:s/>£2m.<text:note><text:note-citation>1\
    </text:note-citation><text:note-body><text:p>In 2024.</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>tea\
    </text:p></text:list-item></text:list></office:text>";

const BOOK: &str = "<package><metadata><dc:title>Roads</dc:title><dc:creator>Ada Roe</dc:creator><dc:date>2025-02-27</dc:date></metadata><manifest>\
    <item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>";

const PRINTED: &str = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>\n\
    endobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 6 0 R>>/XObject<</C 8 0 R>>>>>>\nendobj\n4 0 obj\n\
    <</Length 228>>\nstream\nq 1 0 0 1 0 0 cm BT /A 20 Tf 60 700 Td 24 TL (Roads) Tj T* /A 10 Tf [(It c)-20(ost)-300(\\2432m)] TJ ET Q\n\
    /Span<</ActualText(in 2024)>>BDC BT /B 10 Tf 1 0 0 1 60 650 Tm <00010002> Tj ET EMC /C Do BT /A 10 Tf 300 20 Td (1) Tj ET\nendstream\nendobj\n\
    5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding<</Differences[65/A/eacute/uni20AC/f_i]>>>>\nendobj\n6 0 obj\n<</Type/Font\
    /Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</DW 500/W[1[600 700]3 9 400]>>]>>\nendobj\n7 0 obj\n<</Length 66>>\nstream\n\
    beginbfrange <0001> <0003> <0041> endbfrange beginbfchar <04> <0042> endbfchar\nendstream\nendobj\n8 0 obj\n<</Subtype/Form/Matrix[1 0 0 1 9 9]\
    /Length 30>>\nstream\nBT /A 9 Tf 60 600 Td (tea) ' ET\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 9>>\n\
    startxref\n9\n%%EOF\n";

const SHEET: &[u8] = include_bytes!("../../../tests/printed/pages-libreoffice.pdf");

/// Pieces that mean something in one format or another.
const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "<!--",
    "]]>",
    "<![CDATA[",
    "&#x110000;",
    "&#0;",
    "&",
    "\"",
    "'",
    "\0",
    "\u{feff}",
    "é",
    "😀",
    "\r",
    "\n\n",
    "---\n",
    "```",
    "|",
    "-->",
    "00:00:00,000 --> ",
    "99999999999999999999",
    "-1",
    "<p>",
    "</p>",
    "<table>",
    "<svg>",
    "<template>",
    "<w:p>",
    "<text:note>",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    " R",
    "0 R",
    " obj",
    "endobj",
    "stream\n",
    "endstream",
    "/Length 9",
    "/Kids[2 0 R]",
    "/Filter/FlateDecode",
    "BT",
    "ET",
    " Tf",
    "TJ",
    "q ",
    "Q ",
    "0 0 0 0 0 0 cm ",
    "1e9",
    "--x",
    "=?utf-8?B?",
    "Content-Type: ",
    "charset=",
    "boundary=",
];

#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Cut(Index),
    Without(Index, usize),
    Doubled(Index, usize),
    Put(Index, &'static str),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let change = prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => at().prop_map(Change::Cut),
        2 => (at(), 1..60_usize).prop_map(|(at, length)| Change::Without(at, length)),
        2 => (at(), 1..200_usize).prop_map(|(at, length)| Change::Doubled(at, length)),
        4 => (at(), select(PIECES)).prop_map(|(at, piece)| Change::Put(at, piece)),
    ];
    proptest::collection::vec(change, 1..12)
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let from = |at: &Index, length: usize| {
            let at = at.index(bytes.len());
            at..(at + length).min(bytes.len())
        };
        match change {
            Change::Byte(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Change::Without(at, length) => drop(bytes.drain(from(at, *length))),
            Change::Doubled(at, length) => {
                let range = from(at, *length);
                let piece = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, piece);
            }
            Change::Put(at, piece) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A file of the format, changed.
fn file(format: Format, changes: &[Change]) -> Vec<u8> {
    let container = b"<container><rootfile full-path='book.opf'/></container>".as_slice();
    let change = |text: &str| changed(text.as_bytes(), changes);
    match format {
        Format::Text => change(TEXT),
        Format::Markdown => change(MARKDOWN),
        Format::Html => change(PAGE),
        Format::Srt => change(SUBTITLES),
        Format::Vtt => change(CAPTIONS),
        Format::Eml => change(MAIL),
        Format::Feed => change(FEED),
        Format::Docx => {
            archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &change(WORD))])
        }
        Format::Odt => archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", &change(OPEN)),
        ]),
        Format::Epub => archive(&[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", container),
            ("book.opf", &change(BOOK)),
            ("a.xhtml", &change(PAGE)),
        ]),
        Format::Pdf => change(PRINTED),
    }
}

/// What holds of every document.
fn check(document: &Document) -> Result<(), TestCaseError> {
    let text = document.text();
    let mut positions = document.positions();
    let mut end = 0;
    for block in &document.blocks {
        prop_assert!(
            block.span.start >= end && block.span.end > block.span.start,
            "{:?} after {}",
            block,
            end
        );
        let words = text.get(block.span.range());
        prop_assert!(words.is_some_and(|words| !words.trim().is_empty()), "{:?} of {:?}", block, text);
        let position = positions.at(block.span.start);
        prop_assert!(position.line >= 1 && position.column >= 1, "{:?}", position);
        prop_assert!(document.place(block.span.end - 1).is_none_or(|place| !place.is_empty()));
        end = block.span.end;
    }
    Ok(())
}

fn read(bytes: Vec<u8>, name: &str, format: Option<Format>) -> Result<(), TestCaseError> {
    let told = |error: claimlist_input::ReadError| !error.to_string().is_empty();
    match read_file(Source { bytes, charset: None }, name, format) {
        Ok(articles) => {
            for article in articles {
                match article {
                    Ok(document) => check(&document)?,
                    Err(error) => prop_assert!(told(error)),
                }
            }
        }
        Err(error) => prop_assert!(told(error)),
    }
    Ok(())
}

#[test]
fn the_files_are_sound_before_they_are_changed() {
    for format in Format::ALL {
        let articles = read_file(Source { bytes: file(*format, &[]), charset: None }, "", Some(*format));
        let document = articles.unwrap().remove(0).unwrap();
        assert!(
            document.text().contains("It cost") && document.text().contains("£2m"),
            "{format:?}: {}",
            document.text()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 6000, ..ProptestConfig::default() })]

    #[test]
    fn changed_files_are_read_or_refused(format in select(Format::ALL), changes in changes(), told in any::<bool>()) {
        read(file(format, &changes), format.name(), told.then_some(format))?;
    }

    #[test]
    fn any_bytes_are_read_or_refused_in_every_format(format in select(Format::ALL), bytes in any::<Vec<u8>>()) {
        let start: &[u8] = match format {
            Format::Docx | Format::Odt | Format::Epub => b"PK\x03\x04",
            Format::Pdf => b"%PDF-1.4\n",
            _ => b"",
        };
        read([start, &bytes].concat(), "", Some(format))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_archive_or_printed_page_is_read_or_refused(changes in changes(), format in select(&[Format::Docx, Format::Odt, Format::Epub])) {
        read(changed(SHEET, &changes), "a.pdf", None)?;
        read(changed(&file(format, &[]), &changes), "", None)?;
    }
}
