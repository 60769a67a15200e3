//! Documents made here, and broken ones.

use std::io::{Cursor, Write as _};

use claimlist_core::BlockKind::{self, Caption, Heading, ListItem, Paragraph, Quote, TableCell, Title};
use claimlist_core::Document;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{Format, ReadError, Source, read_file};

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // As the formats have it, so that programs see in the first bytes what it is.
        let method =
            if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: Vec<u8>) -> Result<Document, ReadError> {
    read_file(Source { bytes, charset: None }, "", None)?.remove(0)
}

fn check(document: &Document, wanted: &[(BlockKind, &str, &str)]) {
    let got: Vec<_> = document
        .blocks
        .iter()
        .map(|block| {
            let place = document.place(block.span.start).unwrap();
            (block.kind, block.span.of(document.text()), place)
        })
        .collect();
    assert_eq!(got, wanted);
}

fn docx(body: &str) -> Vec<u8> {
    let styles = "<w:styles xmlns:w='w'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>\
                  <w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>";
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/styles.xml", styles),
        ("word/document.xml", &format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")),
    ])
}

#[test]
fn word_documents() {
    let document = read(docx(
        "<w:p><w:pPr><w:pStyle w:val='Titel'/></w:pPr><w:r><w:t>Roads under water</w:t></w:r></w:p><w:p/>\
         <w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>snow</w:delText></w:r></w:del><w:ins><w:r><w:t>rain</w:t></w:r></w:ins>\
         <w:r><w:t>ed &amp; cost &#163;2m.</w:t><w:br/><w:t>Soon.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>\
         <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>bread</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>2024</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:pPr><w:pStyle w:val='Quote'/></w:pPr><w:r><w:t>We will pay.</w:t></w:r></w:p>",
    ))
    .unwrap();
    check(
        &document,
        &[
            (Title, "Roads under water", "paragraph 1"),
            (Paragraph, "It rained & cost £2m. Soon.", "paragraph 2"),
            (Heading, "Why", "paragraph 3"),
            (ListItem, "bread", "paragraph 4"),
            (TableCell, "2024", "paragraph 5"),
            (Quote, "We will pay.", "paragraph 6"),
        ],
    );
}

#[test]
fn open_document_texts() {
    let content = "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:table='b'><office:automatic-styles>\
        <style:style style:name='P1' style:parent-style-name='Title'/><style:style style:name='P2' style:parent-style-name='Caption'/>\
        </office:automatic-styles><office:body><office:text><text:p text:style-name='P1'>Roads under water</text:p>\
        <text:p>It rained<text:s/>all<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In 2024.</text:p>\
        </text:note-body></text:note> day.</text:p><text:h>Why</text:h><text:list><text:list-item><text:p>bread</text:p></text:list-item>\
        </text:list><text:p text:style-name='P2'>The bridge</text:p></office:text></office:body></office:document-content>";
    let document =
        read(archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]))
            .unwrap();
    check(
        &document,
        &[
            (Title, "Roads under water", "paragraph 1"),
            (Paragraph, "It rained all day.", "paragraph 2"),
            (Paragraph, "In 2024.", "paragraph 3"),
            (Heading, "Why", "paragraph 4"),
            (ListItem, "bread", "paragraph 5"),
            (Caption, "The bridge", "paragraph 6"),
        ],
    );
}

#[test]
fn books() {
    let package = "<package><metadata><dc:title>Roads under water</dc:title><dc:creator>Ada Roe</dc:creator><dc:date>2025-02-27</dc:date>\
        </metadata><manifest><item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>\
        <item id='b' href='text/two.xhtml' media-type='application/xhtml+xml'/>\
        <item id='a' href='text/one.xhtml' media-type='application/xhtml+xml'/></manifest>\
        <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>";
    let document = read(archive(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"),
        ("OEBPS/book.opf", package),
        ("OEBPS/text/one.xhtml", "<html><head><title>x</title></head><body><h1>Roads under water</h1><p>It rained.</p></body></html>"),
        ("OEBPS/text/two.xhtml", "<html><body><p><a href='x'>It stopped.</a></p></body></html>"),
    ]))
    .unwrap();
    check(
        &document,
        &[
            (Title, "Roads under water", "chapter 1, paragraph 1"),
            (Paragraph, "It rained.", "chapter 1, paragraph 2"),
            (Paragraph, "It stopped.", "chapter 2, paragraph 1"),
        ],
    );
    assert_eq!(document.byline.as_deref(), Some("Ada Roe"));
    assert_eq!(document.date, Some(jiff::civil::date(2025, 2, 27)));
}

#[test]
fn broken_documents_are_refused() {
    let whole = docx("<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>");
    for length in [40, whole.len() / 2, whole.len() - 10] {
        assert!(read(whole[..length].to_vec()).is_err(), "{length}");
    }
    let cut = docx("<w:p><w:r><w:t>It rained.").to_vec();
    assert!(matches!(read(cut), Err(ReadError::Broken { .. })));
    assert!(matches!(read(docx("<w:p/>")), Err(ReadError::Empty)));
    let locked = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert!(read(locked).unwrap_err().to_string().contains("password"));
    let other = archive(&[("a.txt", "It rained.")]);
    assert!(matches!(read(other.clone()), Err(ReadError::NotText { .. })));
    let as_docx = read_file(Source { bytes: other, charset: None }, "a.docx", Some(Format::Docx));
    assert!(as_docx.unwrap_err().to_string().contains("no Word document"));
}

#[test]
fn bombs_are_not_unpacked() {
    let bomb = docx(&" ".repeat(140 << 20));
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(read(bomb), Err(ReadError::TooLarge { .. })));
    let entities = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>";
    let document = read(archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &format!("{entities}<d><p><t>It rained &b; once.</t></p></d>")),
    ]))
    .unwrap();
    assert_eq!(document.text(), "It rained &b; once.");
}
