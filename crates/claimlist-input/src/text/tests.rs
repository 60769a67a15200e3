//! Texts into blocks: where these start and end, and what they are.

use claimlist_core::BlockKind::{self, Caption, Heading, ListItem, Paragraph, Title, Turn};

use super::read;

fn check(text: &str, wanted: &[(BlockKind, &str)]) {
    let document = read(text.to_owned()).unwrap();
    let got: Vec<_> = document.blocks.iter().map(|block| (block.kind, block.span.of(text))).collect();
    assert_eq!(got, wanted, "{text:?}");
}

#[test]
fn each_line_is_a_paragraph() {
    let wanted = [(Paragraph, "The bridge fell."), (Paragraph, "Nobody was hurt.")];
    for text in [
        "The bridge fell.\nNobody was hurt.\n",
        "The bridge fell.\r\nNobody was hurt.",
        "\rThe bridge fell.\rNobody was hurt.\r",
        "  The bridge fell. \n\n \t\n Nobody was hurt.",
        "\u{feff}The bridge fell.\n\nNobody was hurt.",
        "The bridge fell.\x0CNobody was hurt.",
    ] {
        check(text, &wanted);
    }
    check("", &[]);
    check(" \n\r\n\t", &[]);
}

#[test]
fn filled_lines_are_one_paragraph() {
    let first = "The old bridge over the river at Easthaven was closed on Friday\n\
                 after a lorry had struck one of its four piers, and the council\n\
                 said that it would stay closed until the spring.";
    let second = "Drivers have to go round by Marram, which takes an hour at least\n\
                  on working days.";
    check(&format!("{first}\n\n{second}\n"), &[(Paragraph, first), (Paragraph, second)]);
    check(&format!("{first}\n    {second}\n"), &[(Paragraph, first), (Paragraph, second)]);
    check(&format!("{first}\n{second}\n"), &[(Paragraph, first), (Paragraph, second)]);
}

#[test]
fn lines_of_all_lengths_are_not() {
    check(
        "the museum of modern art in Easthaven\na harbour\nthe old town hall and its tower\nboats",
        &[
            (Paragraph, "the museum of modern art in Easthaven"),
            (Paragraph, "a harbour"),
            (Paragraph, "the old town hall and its tower"),
            (Paragraph, "boats"),
        ],
    );
}

#[test]
fn a_line_that_plainly_goes_on_does() {
    check("The old \nbridge fell.", &[(Paragraph, "The old \nbridge fell.")]);
    let long = "The council, which had known of the state of the bridge for more than eleven years and had set\n\
                no money aside, met on Friday. It agreed to close the bridge to lorries and to look for money elsewhere.";
    check(long, &[(Paragraph, long)]);
}

#[test]
fn the_first_line_is_the_title_where_it_has_no_closing_mark() {
    let text = "It rained all day. Roads were flooded.";
    check(&format!("Roads under water\n\n{text}"), &[(Title, "Roads under water"), (Paragraph, text)]);
    check(
        &format!("Why were roads flooded?\n{text}"),
        &[(Title, "Why were roads flooded?"), (Paragraph, text)],
    );
    check(&format!("It rained.\n{text}"), &[(Paragraph, "It rained."), (Paragraph, text)]);
    check("Roads under water", &[(Paragraph, "Roads under water")]);
    check(&format!("and then\n{text}"), &[(Paragraph, "and then"), (Paragraph, text)]);
}

#[test]
fn short_lines_before_prose_are_headings() {
    let prose = "It rained all day.";
    for (line, kind) in [
        ("What the council did", Heading),
        ("2.1. The flood", Heading),
        ("Who pays?", Heading),
        ("By Ada Roe", Paragraph),
        ("The council said:", Paragraph),
        ("“We will pay”", Paragraph),
        ("on the river", Paragraph),
        ("The council had known of the state of the bridge for eleven years", Paragraph),
    ] {
        check(
            &format!("{prose}\n\n{line}\n\n{prose}"),
            &[(Paragraph, prose), (kind, line), (Paragraph, prose)],
        );
    }
    check(&format!("{prose}\n\nThe end"), &[(Paragraph, prose), (Paragraph, "The end")]);
}

#[test]
fn items_of_lists() {
    check("• bread\n• tea", &[(ListItem, "• bread"), (ListItem, "• tea")]);
    check("- bread\n- tea", &[(ListItem, "- bread"), (ListItem, "- tea")]);
    check("1. bread\n2. tea", &[(ListItem, "1. bread"), (ListItem, "2. tea")]);
    check("a) bread\nb) tea", &[(ListItem, "a) bread"), (ListItem, "b) tea")]);
    check("“We won.”\n- Ada Roe", &[(Paragraph, "“We won.”"), (Paragraph, "- Ada Roe")]);
    check("7. It rained.\n\n1980. A year.", &[(Paragraph, "7. It rained."), (Paragraph, "1980. A year.")]);
}

#[test]
fn captions() {
    check("Photo: the bridge at dawn.", &[(Caption, "Photo: the bridge at dawn.")]);
    check("The bridge at dawn Image: Ada Roe", &[(Caption, "The bridge at dawn Image: Ada Roe")]);
    check("He took a photo: it was late.", &[(Paragraph, "He took a photo: it was late.")]);
}

#[test]
fn turns_of_a_transcript() {
    check(
        "ADA ROE: Was it late?\nBO AMES: It was.\nADA ROE: Thank you.",
        &[(Turn, "ADA ROE: Was it late?"), (Turn, "BO AMES: It was."), (Turn, "ADA ROE: Thank you.")],
    );
    check(
        "Q: Was it late?\nA: It was.\nMR. AMES: I object.\nQ: Why?",
        &[(Turn, "Q: Was it late?"), (Turn, "A: It was."), (Turn, "MR. AMES: I object."), (Turn, "Q: Why?")],
    );
    check(
        "Where: Leeds.\nWhen: Friday.\nWho: everyone.",
        &[(Paragraph, "Where: Leeds."), (Paragraph, "When: Friday."), (Paragraph, "Who: everyone.")],
    );
}
