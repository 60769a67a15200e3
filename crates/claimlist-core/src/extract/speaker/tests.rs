//! Speakers in sentences of our own. A bar stands between paragraphs.

use crate::{Block, BlockKind, Checker, ClaimKind, Document, Span};

/// The speakers of the quote claims, empty where none is settled.
fn speakers(text: &str, kind: BlockKind) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('|') {
        blocks.push(Block { kind, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    let document = Document::new(text.to_owned(), blocks).unwrap();
    let checked = Checker::without_rules().check(&document);
    let quotes = checked.claims.iter().filter(|claim| claim.kind == ClaimKind::Quote);
    quotes.map(|claim| claim.speaker.as_ref().map_or(String::new(), |speaker| speaker.text.clone())).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = speakers(text, BlockKind::Paragraph);
        if got != *wanted {
            wrong.push(format!("{text}: {got:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tags_before_the_quotation() {
    check(&[
        ("Arden said, \"The bridge is safe.\"", &["Arden"]),
        ("The mayor of Brackwell warned: \"We are out of money.\"", &["The mayor of Brackwell"]),
        (
            "Fire Chief Dana Cole, in a call to reporters, said \"everyone got out\".",
            &["Fire Chief Dana Cole"],
        ),
        ("Arden has repeatedly said that the deal is \"a disgrace\".", &["Arden"]),
        ("The Brackwell Post's editorial concluded, \"This cannot go on.\"", &["The Brackwell Post"]),
        ("A spokesman for the port told reporters, \"We were not warned.\"", &["A spokesman for the port"]),
        ("The builder Arden, told us that the pier was \"rotten\".", &["The builder Arden"]),
        ("The bridge was described by the coroner as \"a trap\".", &["the coroner"]),
        ("Arden shook his head, adding: \"Nobody asked us.\"", &["Arden"]),
    ]);
}

#[test]
fn tags_behind_the_quotation() {
    check(&[
        ("\"The bridge is safe,\" Arden said.", &["Arden"]),
        ("\"The bridge is safe,\" said Clara Novak, a spokeswoman for the port.", &["Clara Novak"]),
        ("\"The bridge is safe,\" said a spokeswoman for the port.", &["a spokeswoman for the port"]),
        ("\"It fell,\" Clara Novak, editor of the Gazette, said.", &["Clara Novak"]),
        ("\"Who pays?\" Arden asked.", &["Arden"]),
        ("‘The bridge is safe’, the ministry has said.", &["the ministry"]),
        ("The fire was \"no accident\", according to the coroner.", &["the coroner"]),
        ("\"The bridge,\" Arden said, \"is safe.\"", &["Arden", "Arden"]),
    ]);
}

#[test]
fn a_speaker_goes_on() {
    check(&[
        ("\"It fell,\" said Clara Novak. \"Nobody was hurt.\"", &["Clara Novak", "Clara Novak"]),
        ("Arden said: \"It was dark.|\"Then it fell.\"", &["Arden", "Arden"]),
        ("In a letter, the port denied this:|\"No ship was there.\"", &["the port"]),
    ]);
}

#[test]
fn pronouns_stand_for_whom_the_text_settles() {
    check(&[
        ("Keith Arden met Clara Novak. She said: \"We agreed.\"", &["Clara Novak"]),
        ("Keith Arden met Clara Novak. \"We agreed,\" he said.", &["Keith Arden"]),
        ("Keith Arden met Paul Ames in Oslo. He said: \"We agreed.\"", &["Keith Arden"]),
        ("The ministry closed the port. \"We had to,\" it said.", &["The ministry"]),
        ("It rained. \"We agreed,\" he said.", &[""]),
        ("In May a letter reached Paul Ames and Keith Arden. \"We agreed,\" he said.", &[""]),
    ]);
}

#[test]
fn no_speaker_where_none_is_named() {
    check(&[
        ("The bridge was \"safe\".", &[""]),
        ("The back of his shirt read \"Never again\".", &[""]),
        ("He saw himself write \"the end\".", &[""]),
        ("They drove over a \"bridge to nowhere\" at dawn.", &[""]),
    ]);
}

#[test]
fn names_of_works_and_nicknames_are_no_quotations() {
    check(&[
        ("Dwight \"The Hammer\" Cole won.", &[]),
        ("The film \"Winter in Oslo\" opened in May.", &[]),
        ("In her memoir, \"The Salt Road\", Novak thanks nobody.", &[]),
        ("Arden answered, \"Never Again!\"", &["Arden"]),
    ]);
}
