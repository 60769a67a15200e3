//! The keys of conditions.

use super::key::{Key, Takes, optional, required};
use crate::{Slot, SlotType};

pub(crate) const KINDS: &[&str] = &[
    "quantity",
    "time",
    "quote",
    "reported",
    "role",
    "comparison",
    "causal",
    "absence",
    "event",
    "forecast",
];

pub(crate) const BLOCKS: &[&str] =
    &["title", "heading", "paragraph", "quote", "list-item", "caption", "table-cell", "turn"];

/// What names a list, as a regular expression.
pub(crate) const LISTED: &str = "^@[a-z0-9-]+$";

pub(crate) const SCOPE: &[Key] = &[
    optional(
        "phrases",
        Takes::Phrases,
        "one of these phrases stands there",
        r#"phrases = ["potholes", "@roads"]"#,
    ),
    optional(
        "pattern",
        Takes::Patterns,
        "this regular expression matches there",
        "pattern = '(?i)road (?<work>repairs?)'",
    ),
];

pub(crate) const NEAR: &[Key] = &[
    required(
        "phrases",
        Takes::Phrases,
        "one of these phrases stands near the claim",
        r#"phrases = ["budget"]"#,
    ),
    optional("words", Takes::Count, "within so many words; 8 if left out", "words = 12"),
];

pub(crate) const WITH: &[Key] = &[optional(
    "in",
    Takes::Name(&["sentence", "paragraph", "document"]),
    "where; the sentence if left out",
    r#"in = "paragraph""#,
)];

pub(crate) const NUMBER: &[Key] = &[
    optional("above", Takes::Bound, "the number is above this one", "above = 50"),
    optional("below", Takes::Bound, "the number is below this one", "below = 100"),
    optional("at-least", Takes::Bound, "the number is this one or above", "at-least = 50"),
    optional("at-most", Takes::Bound, "the number is this one or below", "at-most = 100"),
];

/// The keys of a condition but for the facts.
const CONDITION: &[Key] = &[
    optional("kind", Takes::Names(KINDS), "the claim is of this kind", r#"kind = ["quantity", "forecast"]"#),
    optional(
        "block",
        Takes::Names(BLOCKS),
        "the claim stands in such a block",
        r#"block = ["title", "caption"]"#,
    ),
    optional("language", Takes::Ids, "the article is in this language", r#"language = "en""#),
    optional("quoted", Takes::Flag, "the claim stands inside a direct quotation", "quoted = false"),
    optional("claim", Takes::Scope, "what stands in the claim", r#"claim.phrases = ["per cent", "%"]"#),
    optional("sentence", Takes::Scope, "what stands in its sentence", r#"sentence.phrases = ["@roads"]"#),
    optional(
        "paragraph",
        Takes::Scope,
        "what stands in its paragraph (or title, caption, ..)",
        r#"paragraph.pattern = '\bbudgets?\b'"#,
    ),
    optional(
        "document",
        Takes::Scope,
        "what stands anywhere in the article",
        r#"document.phrases = ["town council"]"#,
    ),
    optional(
        "near",
        Takes::Near,
        "what stands near the claim, in the same paragraph",
        r#"near = { phrases = ["budget"], words = 12 }"#,
    ),
    optional(
        "with",
        Takes::With,
        "another claim nearby holds all that",
        r#"with = { kind = "time", in = "sentence" }"#,
    ),
    optional(
        "all",
        Takes::Conditions,
        "all of these hold",
        r#"all = [{ kind = "quantity" }, { quoted = false }]"#,
    ),
    optional(
        "any",
        Takes::Conditions,
        "one of these holds at least",
        r#"any = [{ unit = "money" }, { unit = "percent" }]"#,
    ),
    optional("not", Takes::Condition, "this does not hold", r#"not = { claim.phrases = ["a year"] }"#),
    optional("speaker", Takes::Fact, "who said it", r#"speaker = ["Mayor Ruth Penn", "Ruth Penn"]"#),
    optional(
        "worth",
        Takes::Number,
        "how much the claim deserves a check, 0 to 1",
        "worth = { at-least = 0.5 }",
    ),
    optional(
        "year",
        Takes::Number,
        "the year that the claim names (in `when`, `from` or `since`)",
        "year = { below = 1990 }",
    ),
];

/// The keys of a condition.
pub(crate) fn condition() -> &'static [Key] {
    static KEYS: std::sync::LazyLock<Vec<Key>> = std::sync::LazyLock::new(|| {
        let facts = Slot::ALL.iter().map(|&slot| {
            let takes = match slot.slot_type() {
                _ if slot == Slot::Title => Takes::FactOrScope,
                SlotType::Number => Takes::Number,
                SlotType::Flag => Takes::Flag,
                SlotType::Text | SlotType::Iso => Takes::Fact,
            };
            optional(slot.name(), takes, slot.meaning(), "")
        });
        CONDITION.iter().copied().chain(facts).collect()
    });
    &KEYS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlockKind, ClaimKind};

    #[test]
    fn kinds_and_blocks_have_the_names_of_the_library() {
        assert!(KINDS.iter().copied().eq(ClaimKind::ALL.iter().map(|kind| kind.name())));
        assert!(BLOCKS.iter().copied().eq(BlockKind::ALL.iter().map(|kind| kind.name())));
    }

    #[test]
    fn no_key_of_a_condition_has_two_meanings() {
        let mut names: Vec<_> = condition().iter().map(|key| key.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
