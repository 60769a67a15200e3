//! The words of the rule language: every table, its keys, what they take and what they mean. The reader checks packs
//! against these tables, and the JSON Schema and the page of keys are made from them.

use crate::lexicon::Lexicon;
use crate::{Slot, SlotType};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A name of lower-case letters, digits and hyphens.
    Id,
    /// Words, not blank.
    Text,
    /// Words in one line, not blank.
    Line,
    /// One line in which braces stand for what the claim says.
    Template,
    /// An address, `https://..`.
    Address,
    /// A version such as `1.0.0`.
    Version,
    /// One of these names.
    Name(&'static [&'static str]),
    /// One or several of these names.
    Names(&'static [&'static str]),
    /// One or several names of lower-case letters, digits and hyphens.
    Ids,
    /// One or several texts, not blank.
    Texts,
    /// One or several areas: a country's two letters, `eu` or `international`.
    Regions,
    /// One or several phrases; `@name` stands for those of a list.
    Phrases,
    /// One or several regular expressions.
    Patterns,
    /// `true` or `false`.
    Flag,
    /// A number of words, from 1.
    Count,
    /// A number.
    Bound,
    /// A number, several, bounds, or `true` or `false` for has or has not.
    Number,
    /// `true` or `false` for has or has not, or one or several texts of which the fact must be one.
    Fact,
    /// The same, or a table of phrases and patterns: `title`, which is a fact and a part of the article.
    FactOrScope,
    /// A table of conditions.
    Condition,
    /// A list of tables of conditions.
    Conditions,
    /// A table with the keys of [`SCOPE`].
    Scope,
    /// A table with the keys of [`NEAR`].
    Near,
    /// A table with the keys of [`WITH`] and those of a condition.
    With,
    /// Sentences, or tables with the keys of [`EXAMPLE`].
    Examples,
    /// A table with the keys of [`PACK`].
    Pack,
    /// A table of tables with the keys of [`SOURCE`].
    Sources,
    /// A table of lists of phrases.
    Lists,
    /// Tables with the keys of [`RULE`].
    Rules,
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) takes: Takes,
    pub(crate) required: bool,
    /// What it is for, without capital and period.
    pub(crate) meaning: &'static str,
    /// How it is written; empty for a fact, see [`Key::example`].
    written: &'static str,
}

impl Takes {
    /// What the key takes, in words.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::Texts | Self::Phrases | Self::Patterns => "a text or a list of texts",
            Self::Fact | Self::FactOrScope => "a text, a list of texts, or true or false",
            Self::Names(_) | Self::Ids | Self::Regions => "a name or a list of names, as texts",
            Self::Flag => "true or false",
            Self::Count => "a whole number from 1",
            Self::Bound => "a number",
            Self::Number => {
                "a number, several, bounds such as { above = 50, at-most = 100 }, or true or false"
            }
            Self::Examples => "sentences, or tables such as { text = \"..\", claim = \"..\" }",
            Self::Scope => "`phrases` or `pattern`",
            Self::Near => "a table such as { phrases = [\"tax\"], words = 8 }",
            Self::Condition | Self::With => "conditions in braces, { .. }",
            Self::Conditions => "a list of conditions, [{ .. }, { .. }]",
            Self::Pack | Self::Sources | Self::Lists => "a table",
            Self::Rules => "tables, each under `[[rule]]`",
            _ => "a text",
        }
    }

    /// The names of which the key takes one; none if it takes others too.
    pub(crate) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Name(names) | Self::Names(names) => names,
            _ => &[],
        }
    }
}

impl Key {
    /// How it is written, as a line of its table. Facts are written by their type.
    pub(crate) fn example(&self) -> String {
        let name = self.name;
        match (self.takes, Slot::named(name)) {
            _ if !self.written.is_empty() => self.written.to_owned(),
            (Takes::Flag, _) => format!("{name} = true"),
            (Takes::FactOrScope, _) => format!("{name}.phrases = [\"council\"]"),
            (Takes::Number, _) => format!("{name} = {{ above = 1 }}"),
            (_, Some(Slot::Unit)) => format!("{name} = [\"percent\", \"money\"]"),
            (_, Some(slot)) if !values(slot).is_empty() => format!("{name} = \"{}\"", values(slot)[0]),
            // What a fact means is told with an example.
            _ => match self.meaning.split('`').nth(1) {
                Some(text) => format!("{name} = \"{text}\""),
                None => format!("{name} = true"),
            },
        }
    }
}

const fn required(name: &'static str, takes: Takes, meaning: &'static str, written: &'static str) -> Key {
    Key { name, takes, required: true, meaning, written }
}

const fn optional(name: &'static str, takes: Takes, meaning: &'static str, written: &'static str) -> Key {
    Key { name, takes, required: false, meaning, written }
}

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

/// What names a list, as a regular expression.
pub(crate) const LISTED: &str = "^@[a-z0-9-]+$";

/// Units that are neither money nor measures.
pub(crate) const UNITS: &[&str] = &["percent", "percentage-point", "ratio", "count", "year"];

/// Whether quantities can have this unit.
pub(crate) fn is_unit(lexicon: &Lexicon, unit: &str) -> bool {
    UNITS.contains(&unit)
        || lexicon.currencies.is_currency(unit)
        || lexicon.units.codes().any(|code| code == unit)
}

/// Whether one name in rules stands for several units: `money`, `length`.
pub(crate) fn names_units(lexicon: &Lexicon, name: &str) -> bool {
    name == "money" || lexicon.units.measuring(name).next().is_some()
}

/// The units that one name in rules stands for: `money` for any currency, `length` for what measures it; empty for a unit.
pub(crate) fn units_named<'l>(lexicon: &'l Lexicon, name: &str) -> Vec<&'l str> {
    if name == "money" { lexicon.currencies.codes() } else { lexicon.units.measuring(name).collect() }
}

/// Whether a template's gap of this name is filled by a fact or the claim itself.
pub(crate) fn is_slot(name: &str) -> bool {
    super::template::ALWAYS.contains(&name) || Slot::named(name).is_some()
}

/// The values that a fact can have, where they are a closed list.
pub(crate) fn values(slot: Slot) -> &'static [&'static str] {
    match slot {
        Slot::Modifier => &["at-least", "at-most", "more-than", "less-than", "about", "nearly", "exactly"],
        Slot::Change => &["up", "down"],
        Slot::Relation => &[
            "on", "by", "since", "until", "before", "after", "for", "ago", "ahead-of", "behind", "every",
            "ordinal",
        ],
        Slot::Weekday => &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        Slot::Stance => &[
            "says", "claims", "denies", "warns", "promises", "asks", "suggests", "agrees", "finds",
            "believes",
        ],
        Slot::Degree => &["superlative", "comparative", "first", "record", "rank"],
        Slot::Direction => &["cause", "effect", "purpose"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlockKind, ClaimKind, Priority};

    #[test]
    fn the_names_are_those_of_the_library() {
        assert!(KINDS.iter().copied().eq(ClaimKind::ALL.iter().map(|kind| kind.name())));
        assert!(BLOCKS.iter().copied().eq(BlockKind::ALL.iter().map(|kind| kind.name())));
        let priorities = [Priority::High, Priority::Medium, Priority::Low];
        assert!(PRIORITIES.iter().copied().eq(priorities.iter().map(|priority| priority.name())));
    }

    #[test]
    fn the_values_of_a_fact_are_those_that_its_meaning_tells() {
        for &slot in Slot::ALL {
            for value in values(slot).iter().filter(|_| slot != Slot::Weekday) {
                assert!(slot.meaning().contains(&format!("`{value}`")), "{}: {value}", slot.name());
            }
        }
    }

    #[test]
    fn names_of_units_stand_for_units_and_are_none_themselves() {
        let lexicon = Lexicon::english();
        let money = units_named(lexicon, "money");
        for code in ["GBP", "USD", "XXX", "NOK", "XBT"] {
            assert!(money.contains(&code), "{code}");
        }
        assert!(money.is_sorted() && money.iter().all(|code| is_unit(lexicon, code)));
        assert!(units_named(lexicon, "length").contains(&"[mi_i]"));
        assert_eq!(units_named(lexicon, "percent"), Vec::<&str>::new());
        assert!(!is_unit(lexicon, "money") && !is_unit(lexicon, "length"));
    }

    #[test]
    fn no_key_of_a_condition_has_two_meanings() {
        let mut names: Vec<_> = condition().iter().map(|key| key.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    }
}
