//! Files that are damaged or locked, and those that were made to do harm: a clear error, in bounded time and memory.

use std::fmt::Write as _;

use lopdf::{EncryptionState, EncryptionVersion, Permissions};

use super::made::{self, lines};
use super::read;
use crate::{Format, ReadError, Source, read_file};

const TEXT: &str = "It rained all day, and the council spent £2m on roads.";

fn article(pages: usize) -> Vec<u8> {
    let page = lines("F1", 10.0, 60.0, 700.0, &[TEXT]);
    made::document(&vec![page.as_str(); pages])
}

fn error(bytes: &[u8]) -> String {
    read(bytes).unwrap_err().to_string()
}

#[test]
fn a_document_that_is_cut_short_is_read_whole_or_refused() {
    let whole = article(4);
    let text = read(&whole).unwrap();
    for length in (20..whole.len()).step_by(7) {
        match read(&whole[..length]) {
            Ok(document) => assert_eq!(document.text(), text.text(), "{length}"),
            Err(error) => assert!(error.to_string().contains("damaged"), "{length}: {error}"),
        }
    }
    let compressed = made::compressed("", lines("F1", 10.0, 60.0, 700.0, &[TEXT; 40]).into_bytes());
    let damaged: Vec<_> = compressed
        .iter()
        .enumerate()
        .map(|(at, byte)| if at > 90 && at < 200 { !byte } else { *byte })
        .collect();
    let error = error(&made::of_streams(&[damaged], "", &[]));
    assert!(error.contains("page 1 is damaged"), "{error}");
}

#[test]
fn a_list_of_objects_that_is_wrong_is_repaired() {
    let text = String::from_utf8_lossy(&article(2)).into_owned();
    let wrong =
        text.replace("startxref\n", "startxref\n9").replace("%\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n", "");
    assert_eq!(read(wrong.as_bytes()).unwrap().text(), format!("{TEXT}\n\n{TEXT}"));
    let behind = [b"HTTP junk\n".as_slice(), &article(1)].concat();
    assert_eq!(read(&behind).unwrap().text(), TEXT);
}

#[test]
fn passwords() {
    let locked = |user: &str| {
        let mut document = lopdf::Document::load_mem(&article(1)).unwrap();
        let id = lopdf::Object::string_literal("0123456789abcdef");
        document.trailer.set("ID", vec![id.clone(), id]);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "owner",
            user_password: user,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    assert_eq!(read(&locked("")).unwrap().text(), TEXT);
    let error = error(&locked("secret"));
    assert!(error.contains("protected by a password: save it without"), "{error}");
}

#[test]
fn pages_without_text() {
    assert!(matches!(read(&made::document(&[""])), Err(ReadError::Empty)));
    let picture = made::stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"x",
    );
    let content = made::stream("", b"q 595 0 0 842 0 0 cm /P Do Q");
    let scanned = made::of_streams(&[content], "/XObject<</P 100 0 R>>", &[picture]);
    let error = error(&scanned);
    assert!(error.contains("pictures of its pages") && error.contains("OCR"), "{error}");
}

#[test]
fn what_it_is_counts_more_than_its_name() {
    let read = |bytes: &[u8], name: &str, format| {
        let mut read = read_file(Source { bytes: bytes.to_vec(), charset: None }, name, format)?;
        read.remove(0)
    };
    assert_eq!(read(&article(1), "a.txt", None).unwrap().text(), TEXT);
    assert_eq!(read(TEXT.as_bytes(), "a.pdf", None).unwrap().text(), TEXT);
    let text = "The mark of such a file is %PDF-1.7, and it cost £2m.";
    assert_eq!(read(text.as_bytes(), "a.txt", None).unwrap().text(), text);
    let error = read(TEXT.as_bytes(), "a.pdf", Some(Format::Pdf)).unwrap_err().to_string();
    assert!(error.contains("it is no PDF document"), "{error}");
    let error = read(&article(1), "a.pdf", Some(Format::Text)).unwrap_err().to_string();
    assert!(error.contains("--input-format pdf"), "{error}");
}

#[test]
fn what_unpacks_to_very_much_is_refused() {
    let spaces = || vec![b' '; 40 << 20];
    let page = made::of_streams(&[made::compressed("", spaces())], "", &[]);
    assert!(page.len() < 1 << 20);
    assert!(error(&page).contains("page 1 asks for far more work"));
    let objects = made::compressed("/Type/ObjStm/N 1/First 10", spaces());
    let list = made::of_streams(&[made::stream("", b"")], "", &[objects]);
    assert!(error(&list).contains("far more memory"), "{}", error(&list));
}

#[test]
fn forms_that_draw_each_other() {
    let form = |content: &str| {
        made::stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 100 0 R/B 101 0 R/C 102 0 R>>>>",
            content.as_bytes(),
        )
    };
    let drawing =
        |forms: &[Vec<u8>]| made::of_streams(&[made::stream("", b"/A Do")], "/XObject<</A 100 0 R>>", forms);
    assert!(error(&drawing(&[form("/A Do")])).contains("far more work"));
    let many = "/B Do ".repeat(1000);
    let more = "/C Do ".repeat(10_000);
    let twice = error(&drawing(&[form(&many), form(&more), form(&"q Q ".repeat(1000))]));
    assert!(twice.contains("far more work"), "{twice}");
}

#[test]
fn circles_and_depths() {
    let text =
        |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace("%\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\n", "");
    let whole = text(article(1));
    let circle = whole.replace("/Kids[10 0 R ]", "/Kids[ 2 0 R ]");
    assert!(error(circle.as_bytes()).contains("damaged"));
    let parents = whole.replace("/Parent 2 0 R/Contents", "/Parent 10 0 R/Contents");
    assert_eq!(read(parents.as_bytes()).unwrap().text(), TEXT);
    let before = whole.replace("/Root 1 0 R", "/Root 1 0 R/Prev 15");
    drop(read(before.as_bytes()));
    let itself = whole.replace("/Contents 11 0 R", "/Contents 10 0 R");
    assert!(read(itself.as_bytes()).is_err());
    for deep in ["[", "<<", "<</A[", "("] {
        let object = deep.repeat(200_000).into_bytes();
        let file = made::of_streams(
            &[made::stream("", lines("F1", 10.0, 60.0, 700.0, &[TEXT]).as_bytes())],
            "",
            std::slice::from_ref(&object),
        );
        drop(read(&file));
        drop(read(&made::of_streams(&[made::stream("", &object)], "", &[])));
    }
}

#[test]
fn numbers_that_are_no_measures() {
    let mut content = String::new();
    for number in ["99999999999999999", "-0", "0.0000000001", "4.-5"] {
        write!(content, "BT /F1 {number} Tf {number} Tc {number} Tz {number} 0 0 {number} {number} {number} Tm (a) Tj [{number} (b)] TJ ET ")
            .unwrap();
    }
    content.push_str(&lines("F1", 10.0, 60.0, 700.0, &[TEXT]));
    let document = read(&made::document(&[&content])).unwrap();
    assert!(document.text().contains(TEXT), "{}", document.text());
    let unreadable = made::document(&[&format!("{content} ] >> )")]);
    assert!(error(&unreadable).contains("page 1 is damaged"));
    let ranges = "[0 65535 500 0 65535 500 0 65535 500 0 99999999999 1 -5 9 1 5]";
    let font = format!("<</Type/Font/Subtype/Type0/DescendantFonts[<</W{ranges}>>]>>").into_bytes();
    let content = made::stream("", b"BT /F3 10 Tf (ab) Tj ET");
    let file = made::of_streams(&[content], "/Font<</F3 100 0 R>>", &[font]);
    assert!(read(&file).is_err());
}
