//! The main part of a Word document, an OpenDocument text or a book, in a sound archive; the first byte says which. Zero says
//! that the bytes are those of the archive.

#![no_main]

mod sound;

use std::io::{Cursor, Write as _};

use claimlist_input::{Format, Source, read_file};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PACKAGE: &[u8] =
    b"<package><metadata><dc:title>Roads</dc:title></metadata><manifest><item id='a' href='a.xhtml' \
    media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>";

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let container = b"<container><rootfile full-path='book.opf'/></container>".as_slice();
    let (format, archive) = match first % 6 {
        0 => (Format::Docx, bytes.to_vec()),
        1 => (Format::Docx, archive(&[("word/document.xml", bytes)])),
        2 => (
            Format::Docx,
            archive(&[
                ("word/styles.xml", bytes),
                ("word/document.xml", b"<w:p><w:t>It rained.</w:t></w:p>"),
            ]),
        ),
        3 => (Format::Odt, archive(&[("content.xml", bytes)])),
        4 => (
            Format::Epub,
            archive(&[
                ("META-INF/container.xml", container),
                ("book.opf", bytes),
                ("a.xhtml", b"<p>It rained.</p>"),
            ]),
        ),
        _ => (
            Format::Epub,
            archive(&[("META-INF/container.xml", container), ("book.opf", PACKAGE), ("a.xhtml", bytes)]),
        ),
    };
    sound::check(read_file(Source { bytes: archive, charset: None }, "", Some(format)));
});

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, options).expect("a part can be written");
        zip.write_all(bytes).expect("a part can be written");
    }
    zip.finish().expect("an archive can be written").into_inner()
}
