//! What stands around an article and tells nothing of its own: lists of sources, categories, links to other stories.
//!
//! `Sources`, alone in its block, opens a list that goes on up to the next heading or longer paragraph; `Categories: Ferries, Leeds`
//! and `Share this` are one block.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::Phrases;
use crate::{Block, BlockKind, Document, Sentence};

/// The longest heading, in bytes, that is looked up.
const LONGEST: usize = 32;

/// The longest entry of a list, in bytes: what is longer is text again.
const ENTRY: usize = 500;

/// Whether the sentences that come are part of the apparatus, as they are read in their order.
#[derive(Debug, Default)]
pub(crate) struct Apparatus {
    /// The block that was read last, one more than its index.
    block: u32,
    /// Whether a heading has opened a list that still goes on.
    pub(crate) list: bool,
    /// Whether the block is part of it.
    inside: bool,
}

impl Apparatus {
    /// Whether the next sentence is part of the apparatus.
    pub(crate) fn holds(&mut self, document: &Document, sentence: &Sentence) -> bool {
        if self.block != sentence.block + 1 {
            self.block = sentence.block + 1;
            let block = document.blocks.get(sentence.block as usize);
            self.inside = block.is_some_and(|block| self.enter(document, block));
        }
        self.inside
    }

    /// Whether a block is part of the apparatus.
    fn enter(&mut self, document: &Document, block: &Block) -> bool {
        let text = block.span.of(document.text()).trim();
        let (first, rest) = text.split_once(':').unwrap_or((text, ""));
        let cues = &Lexicon::english().cues;
        let is = |phrases: &Phrases| first.len() <= LONGEST && is_all(phrases, first.trim_end());
        match block.kind {
            _ if rest.is_empty() && is(&cues.apparatus) => self.list = true,
            BlockKind::Title | BlockKind::Heading => self.list = false,
            _ if text.len() > ENTRY => self.list = false,
            _ => {}
        }
        self.list || !rest.contains('\n') && is(&cues.apparatus_lines)
    }
}

/// Whether the words are one of the phrases.
fn is_all(phrases: &Phrases, words: &str) -> bool {
    phrases.longest(|i| words.split(' ').nth(i).unwrap_or_default()) == words.split(' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Span};

    /// The claims of a text of which each line is a block; a line with "#" is a heading.
    fn claims(lines: &[&str]) -> Vec<String> {
        let text = lines.join("\n");
        let mut start = 0;
        let block = |line: &&str| {
            let kind = if line.starts_with('#') { BlockKind::Heading } else { BlockKind::Paragraph };
            let mark = usize::from(line.starts_with('#'));
            let span = Span::new(start + mark, start + line.len());
            start += line.len() + 1;
            Block { kind, span }
        };
        let blocks = lines.iter().map(block).collect();
        let document = Document::new(text, blocks).unwrap();
        let checked = Checker::without_rules().check(&document);
        checked.claims.iter().map(|claim| claim.text(&document).to_owned()).collect()
    }

    #[test]
    fn lists_of_sources_make_no_claims() {
        let ferry = "The ferry sank.";
        let long = format!("The crew fled to the town of L{}y.", "o".repeat(ENTRY));
        for (lines, wanted) in [
            (
                &[ferry, "Sources", "\"Ferry sinks\". Leeds Post, 2 May 2025", "Ada Roe left."][..],
                &["The ferry sank"][..],
            ),
            (&["#Sources", "Leeds Post, 2 May 2025", "#The wreck", ferry], &["The ferry sank"]),
            (
                &[ferry, "Categories: Ferries, 2 May 2025", "The crew fled."],
                &["The ferry sank", "The crew fled"],
            ),
            (&["Sources said the ferry sank."], &["Sources said the ferry sank"]),
            (&["Sources: the crew fled."], &["the crew fled"]),
            (&["Sources", "Leeds Post", &long, ferry], &[long.trim_end_matches('.'), "The ferry sank"]),
            (&[ferry, "Share this", "The crew fled."], &["The ferry sank", "The crew fled"]),
        ] {
            assert_eq!(claims(lines), wanted, "{lines:?}");
        }
    }
}
