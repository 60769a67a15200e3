//! The tables of a pack: what stands in its file beside conditions.

use super::condition::BLOCKS;
use super::key::{Key, Takes, optional, required};

pub(crate) const PRIORITIES: &[&str] = &["high", "medium", "low"];

pub(crate) const STATUSES: &[&str] = &["stable", "experimental", "deprecated"];

pub(crate) const FILE: &[Key] = &[
    required(
        "pack",
        Takes::Pack,
        "`[pack]` with `id` and `title` at the top of the file",
        "[pack]\nid = \"council\"\ntitle = \"Our town council\"",
    ),
    optional(
        "sources",
        Takes::Sources,
        "places to check against, by short names that rules use",
        "[sources.minutes]\ntitle = \"Council minutes\"",
    ),
    optional(
        "lists",
        Takes::Lists,
        "phrases that several rules use, by names that rules write behind an `@`",
        "[lists]\nroads = [\"potholes\", \"road repairs\"]",
    ),
    optional("rule", Takes::Rules, "the rules", "[[rule]]\nid = \"road-budget\""),
];

pub(crate) const PACK: &[Key] = &[
    required("id", Takes::Id, "the pack's short name, such as \"economy\"", r#"id = "council""#),
    required("title", Takes::Line, "the pack's title", r#"title = "Our town council""#),
    optional(
        "description",
        Takes::Text,
        "what the pack is for",
        r#"description = "What to check in reports from the town hall.""#,
    ),
    optional("version", Takes::Version, "the pack's version, such as \"1.0.0\"", r#"version = "1.0.0""#),
    optional("language", Takes::Id, "the language of the articles, such as \"en\"", r#"language = "en""#),
];

pub(crate) const SOURCE: &[Key] = &[
    required("title", Takes::Line, "name of the publication or body", r#"title = "Council minutes""#),
    optional("url", Takes::Address, "its public address", r#"url = "https://example.org/minutes""#),
    optional(
        "kind",
        Takes::Id,
        "what sort of source it is, such as \"official-statistics\"",
        r#"kind = "official-record""#,
    ),
    optional("region", Takes::Regions, "the areas that it covers", r#"region = "uk""#),
];

pub(crate) const RULE: &[Key] = &[
    required("id", Takes::Id, "the rule's short name, such as \"share-of-gdp\"", r#"id = "road-budget""#),
    required("title", Takes::Line, "what the rule is about", r#"title = "Money for roads""#),
    optional(
        "priority",
        Takes::Name(PRIORITIES),
        "how urgent the check is; medium if left out",
        r#"priority = "high""#,
    ),
    optional(
        "status",
        Takes::Name(STATUSES),
        "how far the rule can be relied on; stable if left out",
        r#"status = "experimental""#,
    ),
    optional(
        "replaced-by",
        Takes::Text,
        "the rule to use instead of a deprecated one",
        r#"replaced-by = "council/money""#,
    ),
    optional(
        "tags",
        Takes::Ids,
        "subjects by which checklists are filtered",
        r#"tags = ["council", "money"]"#,
    ),
    optional(
        "region",
        Takes::Regions,
        "the areas in whose articles the rule applies; everywhere if left out",
        r#"region = ["uk", "ie"]"#,
    ),
    required(
        "when",
        Takes::Condition,
        "what must hold of the claim",
        r#"when = { kind = "quantity", sentence.phrases = ["@roads"] }"#,
    ),
    optional(
        "except",
        Takes::Condition,
        "what takes the rule back",
        r#"except = { claim.phrases = ["a year"] }"#,
    ),
    optional(
        "once",
        Takes::Name(&["document"]),
        "give the hint once an article, at the first claim",
        r#"once = "document""#,
    ),
    optional(
        "fallback",
        Takes::Flag,
        "if true, give the hint only to claims to which no other rule gives one",
        "fallback = true",
    ),
    required(
        "hint",
        Takes::Template,
        "what to check, in one line",
        r#"hint = "Is {claim} in the budget for {when|the year meant}?""#,
    ),
    optional(
        "how",
        Takes::Text,
        "how to check it, at more length",
        r#"how = "Look up the budget line and its footnotes.""#,
    ),
    optional(
        "sources",
        Takes::Ids,
        "where to check it: short names of the pack's sources",
        r#"sources = ["minutes"]"#,
    ),
    optional(
        "match",
        Takes::Examples,
        "sentences in which the rule must give its hint",
        r#"match = ["Potholes cost £40,000.", { text = "Road repairs: £2m", block = "caption" }]"#,
    ),
    optional(
        "skip",
        Takes::Examples,
        "sentences in which it must not",
        r#"skip = ["The potholes are a nuisance."]"#,
    ),
    optional(
        "false-alarms",
        Takes::Texts,
        "where the rule is known to be wrong",
        r#"false-alarms = "Roads outside the town.""#,
    ),
    optional(
        "references",
        Takes::Texts,
        "what the rule is founded on",
        r#"references = ["Local Government Act 1972, section 151"]"#,
    ),
];

pub(crate) const EXAMPLE: &[Key] = &[
    required("text", Takes::Text, "the example's text, one paragraph", r#"text = "Potholes cost £40,000.""#),
    optional("claim", Takes::Line, "the words of the claim that gets the hint", r#"claim = "£40,000""#),
    optional(
        "hint",
        Takes::Line,
        "the hint as it is given",
        r#"hint = "Is £40,000 in the budget for the year meant?""#,
    ),
    optional(
        "block",
        Takes::Name(BLOCKS),
        "the block that the text stands in; paragraph if left out",
        r#"block = "caption""#,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Priority;

    #[test]
    fn priorities_have_the_names_of_the_library() {
        let priorities = [Priority::High, Priority::Medium, Priority::Low];
        assert!(PRIORITIES.iter().copied().eq(priorities.iter().map(|priority| priority.name())));
    }
}
