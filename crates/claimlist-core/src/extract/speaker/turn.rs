//! Who speaks in a transcript: `MAYOR: We are late.`, `JANE DOE, MP: It cost £2m.`
//!
//! What is said in a turn is said by whoever its label names. The label itself says nothing.

use crate::{BlockKind, Document, Sentence, Span};

/// Bytes of the longest label.
const LABEL: usize = 80;

/// The words before the colon of a turn; none where the sentence stands in no turn, or in one without a label, as subtitles have
/// them.
pub(super) fn label(document: &Document, sentence: &Sentence) -> Option<Span> {
    let block = document.blocks.get(sentence.block as usize).filter(|block| block.kind == BlockKind::Turn)?;
    let text = block.span.of(document.text());
    let colon = text.bytes().take(LABEL + 1).position(|byte| byte == b':').filter(|&at| at > 0)?;
    let is_label =
        text[colon + 1..].starts_with(char::is_whitespace) && !text[..colon].contains(['!', '?', '"', '“']);
    is_label.then(|| {
        Span { start: block.span.start, end: block.span.start + colon as u32 }.trimmed(document.text())
    })
}

/// Who speaks in a turn; nobody that has a name in `Q: Why?`.
pub(super) fn speaker(document: &Document, sentence: &Sentence) -> Option<Span> {
    label(document, sentence).filter(|label| label.of(document.text()).chars().count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, Checker};

    /// The claims of a transcript with a turn a line, as `words | speaker`.
    fn claims(text: &str) -> Vec<String> {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.split_inclusive('\n') {
            blocks
                .push(Block { kind: BlockKind::Turn, span: Span::new(start, start + line.trim_end().len()) });
            start += line.len();
        }
        let document = Document::new(text.to_owned(), blocks).unwrap();
        let checked = Checker::without_rules().check(&document);
        let speaker =
            |claim: &crate::Claim| claim.speaker.as_ref().map_or("", |speaker| &speaker.text).to_owned();
        checked.claims.iter().map(|claim| format!("{} | {}", claim.text(&document), speaker(claim))).collect()
    }

    #[test]
    fn what_is_said_in_a_turn_is_said_by_its_speaker() {
        for (text, wanted) in [
            (
                "MAYOR: The council spent £2m on roads.\n",
                ["The council spent £2m on roads | MAYOR", "£2m | MAYOR"].as_slice(),
            ),
            (
                "JANE DOE, MP: Nobody knew. It cost £3m in May.\n",
                &["It cost £3m | JANE DOE, MP", "£3m | JANE DOE, MP", "in May | JANE DOE, MP"],
            ),
            ("Q: It cost £3m?\n", &["£3m | "]),
        ] {
            let got = claims(text);
            for wanted in wanted {
                assert!(got.iter().any(|claim| claim == wanted), "{wanted}: {got:?}");
            }
        }
    }

    #[test]
    fn a_label_is_no_claim_and_no_part_of_one() {
        for text in [
            "DR. ROE: The clinic treated 1,200 patients.\n",
            "MAYOR ANN LEE: Four people died on Monday.\n",
            "Q2 2024: Sales rose by 2%.\n",
        ] {
            let label = text.split(':').next().unwrap();
            let got = claims(text);
            assert!(!got.is_empty());
            for claim in got {
                let words = claim.split(" | ").next().unwrap().to_owned();
                assert!(!words.contains(':') && !label.contains(&words), "{text}: {claim}");
            }
        }
    }

    #[test]
    fn who_is_quoted_in_a_turn_is_not_whoever_speaks() {
        let got = claims("MAYOR: \"We spent £2m on roads,\" said Ms Roe.\n");
        assert!(got.iter().any(|claim| claim.starts_with('"') && claim.ends_with("| Ms Roe")), "{got:?}");
        assert!(got.iter().all(|claim| !claim.starts_with("£2m") || !claim.ends_with("MAYOR")), "{got:?}");
    }
}
