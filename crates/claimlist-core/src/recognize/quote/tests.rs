//! Quotations in sentences of our own; a bar stands between paragraphs.

use super::*;
use crate::{Block, Document, segment};

/// The quotations of a text whose paragraphs are separated by line breaks.
fn mentions(text: &str) -> (String, Vec<Mention>) {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('|') {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    let document = Document::new(text.to_owned(), blocks).unwrap();
    let mut mentions = Vec::new();
    recognize(&document, &segment::segment(&document), &mut mentions);
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (text.to_owned(), mentions)
}

fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let (text, mentions) = mentions(text);
        let got: Vec<&str> = mentions.iter().map(|mention| mention.span.of(&text)).collect();
        if got != *wanted {
            wrong.push(format!("{text}: {got:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn marks_of_many_kinds() {
    check(&[
        ("\"The bridge is safe,\" the mayor said.", &["\"The bridge is safe,\""]),
        ("She called it “a grave error”.", &["“a grave error”"]),
        ("‘We’re closing the school,’ he said.", &["‘We’re closing the school,’"]),
        (
            "'We are closing it,' she said. 'Nobody asked us.'",
            &["'We are closing it,'", "'Nobody asked us.'"],
        ),
        ("The paper wrote: «Le pont est fermé.»", &["«Le pont est fermé.»"]),
        ("Er sagte »Nein«.", &["»Nein«"]),
        ("He shouted „Halt“ twice.", &["„Halt“"]),
        ("He wrote ``It ends here'' in chalk.", &["``It ends here''"]),
        ("He said:\"No.\" and left.", &["\"No.\""]),
        ("The film (\"a triumph\") opened.", &["\"a triumph\""]),
        ("\"... nobody knew,\" she said.", &["\"... nobody knew,\""]),
        ("He said \" we wait \" and sat down.", &["\" we wait \""]),
    ]);
}

#[test]
fn apostrophes_and_inches_are_no_quotations() {
    check(&[
        ("The workers' strike and the miners' march don't mix.", &[]),
        ("The workers’ strike of the ’90s wasn’t theirs’.", &[]),
        ("In the '90s and '80s rock 'n' roll ruled.", &[]),
        ("Get 'em while they're hot, the drivers' union said.", &[]),
        ("He is 6'2\" tall and she is 5'11\" tall.", &[]),
        ("A 12\" pizza and a 9\" pizza.", &[]),
        ("'The workers' strike was long,' he said.", &["'The workers' strike was long,'"]),
    ]);
}

#[test]
fn quotations_in_quotations() {
    check(&[
        (
            "\"He told me 'never again' twice,\" she said.",
            &["\"He told me 'never again' twice,\"", "'never again'"],
        ),
        ("“She said ‘no’ at once,” he said.", &["“She said ‘no’ at once,”", "‘no’"]),
        ("‘They cried “help” all night,’ he said.", &["‘They cried “help” all night,’", "“help”"]),
        (
            "\"We were told it was \"safe\", and it wasn't.\"",
            &["\"We were told it was \"safe\", and it wasn't.\"", "\"safe\""],
        ),
    ]);
}

#[test]
fn paragraphs_open_again_and_forgotten_marks_hold_to_the_end_at_most() {
    check(&[
        (
            "He said: \"It was dark.|\"Then we heard it.\" Nobody moved.",
            &["\"It was dark.", "\"Then we heard it.\""],
        ),
        (
            "He said: \"It was dark.|Then we heard it.\" Nobody moved.",
            &["\"It was dark.", "Then we heard it.\""],
        ),
        ("He said: \"It was dark.|Nobody moved.", &["\"It was dark."]),
        ("The sign (12\" wide) fell.|It was red.", &[]),
    ]);
}

#[test]
fn unclear_where_no_mark_closes() {
    let unclear = |text| mentions(text).1.iter().map(|m| m.facts.flag(Slot::Unclear)).collect::<Vec<_>>();
    assert_eq!(unclear("He said: \"It was dark.|Nobody moved."), [true]);
    assert_eq!(unclear("He said: \"It was dark.|\"So dark.\""), [false, false]);
    assert_eq!(unclear("He said: \"It was dark.|So dark.\" We left."), [false, false]);
}

#[test]
fn words_and_fragments() {
    for (text, words, fragment) in [
        ("\"The bridge is safe,\" she said.", "The bridge is safe", false),
        ("It was “a grave\nerror”.", "a grave error", true),
        ("She warned of \"surrender\".", "surrender", true),
        ("\"No!\" he cried.", "No!", false),
        ("He said \"We will not pay for this\".", "We will not pay for this", false),
    ] {
        let (_, mentions) = mentions(text);
        assert_eq!(mentions[0].facts.text(Slot::Words), Some(words), "{text}");
        assert_eq!(mentions[0].facts.flag(Slot::Fragment), fragment, "{text}");
    }
}

#[test]
fn letters_of_several_bytes_behind_a_single_mark() {
    assert!(mentions("In `0ଅs it rained.").1.is_empty());
    assert!(mentions("In '90s style.").1.is_empty());
}
