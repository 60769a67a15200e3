//! Keys of the tables, and what they take.

use super::values::values;
use crate::Slot;

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
    /// A table with the keys of [`SCOPE`](super::SCOPE).
    Scope,
    /// A table with the keys of [`NEAR`](super::NEAR).
    Near,
    /// A table with the keys of [`WITH`](super::WITH) and those of a condition.
    With,
    /// Sentences, or tables with the keys of [`EXAMPLE`](super::EXAMPLE).
    Examples,
    /// A table with the keys of [`PACK`](super::PACK).
    Pack,
    /// A table of tables with the keys of [`SOURCE`](super::SOURCE).
    Sources,
    /// A table of lists of phrases.
    Lists,
    /// Tables with the keys of [`RULE`](super::RULE).
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

pub(super) const fn required(
    name: &'static str,
    takes: Takes,
    meaning: &'static str,
    written: &'static str,
) -> Key {
    Key { name, takes, required: true, meaning, written }
}

pub(super) const fn optional(
    name: &'static str,
    takes: Takes,
    meaning: &'static str,
    written: &'static str,
) -> Key {
    Key { name, takes, required: false, meaning, written }
}
