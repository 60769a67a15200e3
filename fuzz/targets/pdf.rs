//! The bytes of a PDF document, or the content of the page of a sound one; the first byte says which.

#![no_main]

mod sound;

use claimlist_input::{Format, Source, read_file};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let bytes = if first % 2 == 0 { [b"%PDF-1.5\n", bytes].concat() } else { document(bytes) };
    sound::check(read_file(Source { bytes, charset: None }, "", Some(Format::Pdf)));
});

/// A document of one page with this content.
fn document(content: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = b"xref\n0 7\n0000000000 65535 f \n".to_vec();
    let stream =
        [format!("<</Length {}>>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat();
    let objects: [&[u8]; 6] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 6 0 R>>/XObject<</C 4 0 R>>>>>>",
        &stream,
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type0/Encoding/UniGB-UTF16-H/DescendantFonts[<</DW 500/W[1[600 700]3 9 400]>>]>>",
    ];
    for (number, object) in (1..).zip(objects) {
        table.extend(format!("{:010} 00000 n \n", file.len()).bytes());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(table);
    file.extend(format!("trailer\n<</Root 1 0 R/Size 7>>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}
