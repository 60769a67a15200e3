//! Clauses in sentences of our own, each written as `kind: subject | verb | complement`.

use super::*;
use crate::lex::Lexed;
use crate::lexicon::Lexicon;
use crate::{Document, Sentence};

/// The clauses of a sentence; what stands between straight quotation marks is a quotation.
fn outline(text: &str) -> Vec<String> {
    let document = Document::plain(text).unwrap();
    let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let words = lexed.sentence(&document, 0);
    let marks: Vec<usize> = (0..words.len()).filter(|&k| words.word(k) == "\"").collect();
    let quotes: Vec<_> = marks.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1).collect();
    let part = |range: Range<usize>| {
        if range.is_empty() { "" } else { words.span(range.start, range.end).of(text) }
    };
    let line = |clause: &Clause| {
        let kind = format!("{:?}", clause.kind).to_lowercase();
        let marks = [(clause.shared, "="), (clause.quoted, "\""), (clause.reported, "~")];
        let marks: String = marks.iter().filter(|(set, _)| *set).map(|(_, mark)| *mark).collect();
        format!(
            "{kind}{marks}: {} | {} | {}",
            part(clause.subject.clone()),
            part(clause.verb.range.clone()),
            part(clause.complement())
        )
    };
    let mut found = Vec::new();
    clauses(words, &quotes, &mut found);
    found.iter().map(line).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<_> = cases
        .iter()
        .filter(|(text, wanted)| outline(text) != *wanted)
        .map(|(text, wanted)| format!("{text}\n  got    {:#?}\n  wanted {wanted:#?}", outline(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn main_clauses_behind_introductions() {
    check(&[
        (
            "In May, the mayor of Leeds opened the bridge.",
            &["main: the mayor of Leeds | opened | the bridge"],
        ),
        ("In 2007 the mayor left the town.", &["main: the mayor | left | the town"]),
        ("Last week, at least nine people were killed.", &["main: at least nine people | were killed | "]),
        (
            "The mayor, a former nurse, has not resigned.",
            &["main: The mayor, a former nurse | has not resigned | "],
        ),
        ("However, prices fell.", &["main: prices | fell | "]),
    ]);
}

#[test]
fn relative_clauses_stand_in_their_subject() {
    check(&[
        (
            "The bridge, which opened in May, was closed by the council.",
            &[
                "relative: which | opened | in May",
                "main: The bridge, which opened in May | was closed | by the council",
            ],
        ),
        (
            "The man who shot the officer was arrested.",
            &["relative: who | shot | the officer", "main: The man who shot the officer | was arrested | "],
        ),
        (
            "She praised the law that parliament passed.",
            &["main: She | praised | the law that parliament passed", "relative: parliament | passed | "],
        ),
    ]);
}

#[test]
fn coordinates_have_their_own_subject_or_share_one() {
    check(&[
        (
            "He left the room and slammed the door.",
            &["main: He | left | the room and slammed the door", "coordinate=: He | slammed | the door"],
        ),
        (
            "Prices rose but the bank kept its rate.",
            &["main: Prices | rose | but the bank kept its rate", "coordinate: the bank | kept | its rate"],
        ),
    ]);
}

#[test]
fn subordinate_clauses() {
    check(&[
        (
            "Because the law had lapsed, the court freed him.",
            &["subordinate: the law | had lapsed | ", "main: the court | freed | him"],
        ),
        (
            "The roof fell when the storm hit the town.",
            &[
                "main: The roof | fell | when the storm hit the town",
                "subordinate: the storm | hit | the town",
            ],
        ),
    ]);
}

#[test]
fn what_is_said_hangs_on_the_verb_of_saying() {
    check(&[
        (
            "Police said the man was armed.",
            &["main: Police | said | the man was armed", "content~: the man | was armed | "],
        ),
        (
            "She told the court that he had won.",
            &["main: She | told | the court that he had won", "content~: he | had won | "],
        ),
        (
            "The bridge will close in May, the council said.",
            &["main~: The bridge | will close | in May", "tag: the council | said | "],
        ),
        (
            "The bridge, the council said, will close in May.",
            &["tag: the council | said | ", "main~: The bridge, the council said | will close | in May"],
        ),
    ]);
}

#[test]
fn quotations_are_kept_apart() {
    check(&[(
        "\"We lost the key,\" the mayor said.",
        &["main\": We | lost | the key", "main: the mayor | said | "],
    )]);
}

#[test]
fn a_verb_in_a_quotation_stays_in_it() {
    check(&[(
        "\"Had it come later they would have died,\" the mayor said.",
        &[
            "main\":  | Had | it come later they would have died",
            "relative\": they | would have died | ",
            "main: the mayor | said | ",
        ],
    )]);
}

#[test]
fn participial_clauses_share_the_subject() {
    check(&[(
        "The crane fell, killing nine people.",
        &[
            "main: The crane | fell | , killing nine people",
            "participial=: The crane | killing | nine people",
        ],
    )]);
}

#[test]
fn a_second_report_leaves_what_the_first_said() {
    check(&[
        (
            "Police said the van had gone, but declined to name the driver.",
            &[
                "main: Police | said | the van had gone, but declined to name the driver",
                "content~: the van | had gone | ",
                "coordinate=: Police | declined | to name the driver",
            ],
        ),
        (
            "Police said the van had been seen and that it was red.",
            &[
                "main: Police | said | the van had been seen and that it was red",
                "content~: the van | had been seen | ",
                "content~: it | was | red",
            ],
        ),
    ]);
}

#[test]
fn what_is_said_has_an_aside_in_its_subject() {
    check(&[
        (
            "The minister said cuts to the budget, which began in May, were over.",
            &[
                "main: The minister | said | cuts to the budget, which began in May, were over",
                "relative: which | began | in May",
                "content~: cuts to the budget, which began in May | were | over",
            ],
        ),
        (
            "Figures released on Tuesday by the union show that pay fell.",
            &[
                "main: Figures released on Tuesday by the union | show | that pay fell",
                "content~: pay | fell | ",
            ],
        ),
    ]);
}

#[test]
fn asides_between_the_subject_and_its_verb() {
    check(&[
        (
            "A third man, charged in May, denies theft.",
            &["main: A third man, charged in May | denies | theft"],
        ),
        (
            "Without rain, it said in June, crops could fail.",
            &["tag: it | said | in June", "main~: crops | could fail | "],
        ),
        (
            "The union said the vote, held in May, was unfair.",
            &[
                "main: The union | said | the vote, held in May, was unfair",
                "participial=: The union | held | in May",
                "content~: the vote, held in May | was | unfair",
            ],
        ),
        (
            "Although costs rose, the council said, it kept its word.",
            &["subordinate~: costs | rose | ", "tag: the council | said | ", "main~: it | kept | its word"],
        ),
    ]);
}
