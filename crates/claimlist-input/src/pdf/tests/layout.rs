//! What pages say, wherever their letters stand.

use claimlist_core::BlockKind::{Heading, ListItem, Paragraph, TableCell, Title};

use super::made::{self, lines};
use super::{blocks, read};

#[test]
fn paragraphs_and_headings() {
    let page = [
        lines("F2", 20.0, 60.0, 780.0, &["Roads under water as the river", "rises again"]),
        lines(
            "F1",
            10.0,
            60.0,
            730.0,
            &["It rained all day, and the coun-", "cil, which had long-", "standing plans, spent £2m."],
        ),
        lines("F1", 10.0, 60.0, 686.0, &["Nobody knew why. Many had", "asked (twice)."]),
        lines("F2", 10.0, 60.0, 656.0, &["What comes next"]),
        lines("F1", 10.0, 70.0, 636.0, &["The river falls slowly, as it"]),
        lines("F1", 10.0, 60.0, 624.0, &["does in May of every year."]),
        lines("F1", 10.0, 70.0, 612.0, &["It is late in the year for it."]),
        lines("F1", 10.0, 60.0, 592.0, &["\\225 bread and butter", "\\225 tea"]),
    ];
    let document = read(&made::document(&[&page.concat()])).unwrap();
    assert_eq!(
        blocks(&document),
        [
            (Title, "Roads under water as the river rises again", "page 1"),
            (
                Paragraph,
                "It rained all day, and the council, which had long-standing plans, spent £2m.",
                "page 1"
            ),
            (Paragraph, "Nobody knew why. Many had asked (twice).", "page 1"),
            (Heading, "What comes next", "page 1"),
            (Paragraph, "The river falls slowly, as it does in May of every year.", "page 1"),
            (Paragraph, "It is late in the year for it.", "page 1"),
            (ListItem, "• bread and butter", "page 1"),
            (ListItem, "• tea", "page 1"),
        ]
    );
}

#[test]
fn columns_are_read_one_after_the_other_whatever_the_order_of_drawing() {
    let left = [
        "It rained in the valley all day,",
        "and the river rose by a metre",
        "before the evening. The mayor",
        "said that it had risen faster",
    ];
    let right = [
        "than at any time since the",
        "flood of 1998, when the bridge",
        "was lost and had to be built",
        "anew for more than £3m.",
    ];
    let title = lines("F2", 18.0, 60.0, 780.0, &["Roads under water in the whole of the valley"]);
    let column = |from: f32, texts: &[&str]| lines("F1", 10.0, from, 740.0, texts);
    let by_line: String = left
        .iter()
        .zip(right)
        .enumerate()
        .map(|(line, (left, right))| {
            let top = 740.0 - 12.0 * line as f32;
            lines("F1", 10.0, 60.0, top, &[left]) + &lines("F1", 10.0, 300.0, top, &[right])
        })
        .collect();
    let wanted = "Roads under water in the whole of the valley\n\nIt rained in the valley all day, and the river rose by a metre \
                  before the evening. The mayor said that it had risen faster than at any time since the flood of 1998, when the \
                  bridge was lost and had to be built anew for more than £3m.";
    for content in [
        format!("{title}{}{}", column(60.0, &left), column(300.0, &right)),
        format!("{title}{by_line}"),
        format!("{}{title}{}", column(300.0, &right), column(60.0, &left)),
    ] {
        assert_eq!(read(&made::document(&[&content])).unwrap().text(), wanted);
    }
}

#[test]
fn a_paragraph_goes_on_on_the_next_page_without_head_and_number() {
    let page = |number: &str, text: &[&str]| {
        lines("F1", 8.0, 60.0, 810.0, &["The Echo, 27 February"])
            + &lines("F1", 10.0, 60.0, 740.0, text)
            + &lines("F1", 8.0, 290.0, 40.0, &[number])
    };
    let first = page("1", &["Nobody knew why it had rained so", "long, and the council had to spend"]);
    let second = page("2", &["twice as much on roads as in 2023,", "which it had not planned to do."]);
    let document = read(&made::document(&[&first, &second])).unwrap();
    assert_eq!(
        document.text(),
        "Nobody knew why it had rained so long, and the council had to spend twice as much on roads as in 2023, which it had \
         not planned to do."
    );
    let at = |word: &str| document.place(document.text().find(word).unwrap() as u32);
    assert_eq!((at("spend"), at("twice")), (Some("page 1"), Some("page 2")));
}

#[test]
fn tables_are_cells() {
    let rows = [("Spending", "2023", "2024"), ("Roads", "£1m", "£2m"), ("Schools", "£4m", "£5m")];
    let content: String = rows
        .iter()
        .enumerate()
        .map(|(row, (name, before, now))| {
            let top = 700.0 - 14.0 * row as f32;
            [(60.0, name), (200.0, before), (300.0, now)]
                .map(|(left, text)| lines("F1", 10.0, left, top, &[text]))
                .concat()
        })
        .collect();
    let document = read(&made::document(&[&content])).unwrap();
    let texts: Vec<_> = blocks(&document).into_iter().map(|(kind, text, _)| (kind, text)).collect();
    let cells = rows.iter().flat_map(|(name, before, now)| [*name, *before, *now]);
    assert_eq!(texts, cells.map(|text| (TableCell, text)).collect::<Vec<_>>());
}

#[test]
fn spaces_and_letters_that_stand_for_others() {
    let content = "BT /F1 10 Tf 60 700 Td [(It)-300(rai)10(ned)] TJ ET\n\
                   /Span <</ActualText (all day)>> BDC BT /F1 10 Tf 100 700 Td (xx) Tj ET EMC\n\
                   /Artifact BMC BT /F1 10 Tf 60 500 Td (Draft) Tj ET EMC\n\
                   BT /F1 10 Tf 135 700 Td (long.) Tj ET BT /F1 10 Tf 135.2 700 Td (long.) Tj ET\n\
                   BT /F1 10 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (Watermark) Tj ET BT /F1 10 Tf 60 900 Td (unseen) Tj ET";
    assert_eq!(read(&made::document(&[content])).unwrap().text(), "It rained all day long.");
}

#[test]
fn fonts_with_codes_of_two_bytes_and_a_map() {
    let font = b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Some/Encoding/Identity-H/ToUnicode 101 0 R/DescendantFonts\
                 [<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[600 700] 3 9 400]>>]>>"
        .to_vec();
    let map = made::stream("", b"2 beginbfrange <0001> <0003> <0041> <0004> <0004> <00660066> endbfrange");
    let content = made::stream("", b"BT /C 10 Tf 60 700 Td <00010002000300040004> Tj ET");
    let with = |font: Vec<u8>| {
        let file = made::of_streams(std::slice::from_ref(&content), "", &[font, map.clone()]);
        // The fonts of a page are one dictionary.
        String::from_utf8_lossy(&file)
            .replace("/F1 3 0 R", "/C 100 0 R")
            .replace("%\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", "%abcd")
            .into_bytes()
    };
    assert_eq!(read(&with(font.clone())).unwrap().text(), "ABCffff");
    let controls = String::from_utf8(with(font.clone()))
        .unwrap()
        .replace("<0041>", "<0001>")
        .replace("<00660066>", "<00040004>");
    assert!(read(controls.as_bytes()).unwrap_err().to_string().contains("do not say which letters"));
    let unmapped = String::from_utf8(font).unwrap().replace("/ToUnicode 101 0 R", "");
    let error = read(&with(unmapped.into_bytes())).unwrap_err().to_string();
    assert!(error.contains("do not say which letters") && error.contains("OCR"), "{error}");
}

#[test]
fn properties() {
    let page = lines("F1", 10.0, 60.0, 780.0, &["Roads under water"])
        + &lines("F1", 10.0, 60.0, 740.0, &["It rained all day, and all of the night."]);
    let made = made::document(&[&page]);
    let with = |title: &str, author: &str| {
        let mut document = lopdf::Document::load_mem(&made).unwrap();
        let text = |text: &str| lopdf::text_string(text);
        let information = lopdf::Dictionary::from_iter([("Title", text(title)), ("Author", text(author))]);
        let id = document.add_object(information);
        document.trailer.set("Info", id);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        read(&bytes).unwrap()
    };
    let document = with("Roads under  water", "Zoë Roe");
    assert_eq!((document.title(), document.byline.as_deref()), (Some("Roads under water"), Some("Zoë Roe")));
    for author in ["", "admin", "Microsoft Office User", "ada roe"] {
        assert_eq!(with("untitled", author).byline, None, "{author}");
    }
    assert_eq!(document.date, None);
}
