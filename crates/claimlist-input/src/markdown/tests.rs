//! Markdown into blocks, and every word back to its line and column.

use claimlist_core::BlockKind::{self, Caption, Heading, ListItem, Paragraph, Quote, TableCell, Title};

use super::article;

fn check(source: &str, wanted: &[(BlockKind, &str, u32, u32)]) {
    let document = article(source).unwrap();
    let got: Vec<_> = document
        .blocks
        .iter()
        .map(|block| {
            let position = document.position(block.span.start);
            (block.kind, block.span.of(document.text()), position.line, position.column)
        })
        .collect();
    assert_eq!(got, wanted, "{source:?}");
}

#[test]
fn blocks_without_their_marks() {
    check(
        "# Roads **under** water\n\nIt _rained_\nall day.\n\nMore\n----\n\n> We will pay.\n> Soon.\n\n* bread\n* tea\n  - green\n",
        &[
            (Title, "Roads under water", 1, 3),
            (Paragraph, "It rained all day.", 3, 1),
            (Heading, "More", 6, 1),
            (Quote, "We will pay. Soon.", 9, 3),
            (ListItem, "bread", 12, 3),
            (ListItem, "tea", 13, 3),
            (ListItem, "green", 14, 5),
        ],
    );
}

#[test]
fn tables_pictures_notes_and_code() {
    check(
        "![The bridge at dawn](b.jpg)\n\n| Year | Cost |\n|---|---|\n| 2024 | £2m |\n\nIt cost £2m[^1] &amp; `more`.\n\n```\nlet x = 1;\n```\n\n[^1]: In 2024.\n",
        &[
            (Caption, "The bridge at dawn", 1, 3),
            (TableCell, "Year", 3, 3),
            (TableCell, "Cost", 3, 10),
            (TableCell, "2024", 5, 3),
            (TableCell, "£2m", 5, 10),
            (Paragraph, "It cost £2m & more.", 7, 1),
            (Paragraph, "In 2024.", 13, 7),
        ],
    );
}

#[test]
fn the_title_of_the_front_matter_comes_first() {
    check(
        "---\ntitle: \"Roads under water\"\n---\n\nIt rained.\n\n# Why\n\nNobody knows.\n",
        &[
            (Title, "Roads under water", 2, 9),
            (Paragraph, "It rained.", 5, 1),
            (Heading, "Why", 7, 3),
            (Paragraph, "Nobody knows.", 9, 1),
        ],
    );
    check("---\n---\n\nIt rained.\n", &[(Paragraph, "It rained.", 4, 1)]);
}

#[test]
fn words_behind_marks_lead_back_too() {
    let source = "It cost [about **£2m**](/cost) &ndash; 12% more\nthan in 2023.";
    let document = article(source).unwrap();
    assert_eq!(document.text(), "It cost about £2m – 12% more than in 2023.");
    for (words, line, column) in [("£2m", 1, 18), ("12%", 1, 40), ("2023", 2, 9)] {
        let position = document.position(document.text().find(words).unwrap() as u32);
        assert_eq!((position.line, position.column), (line, column), "{words}");
    }
}
