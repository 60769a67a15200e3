//! Hints with gaps: `Recompute {value}% of GDP for {when|the year meant}.`

use std::borrow::Cow;
use std::ops::Range;

use crate::Slot;
use crate::lexicon::key;

/// A hint's text, cut into words and gaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Template {
    pub(crate) parts: Vec<Part>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// Words that stand in every hint.
    Words(String),
    /// A gap.
    Gap(Gap),
}

/// A gap to be filled from the claim.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gap {
    pub(crate) name: Name,
    /// The words for a claim that cannot fill it.
    pub(crate) otherwise: Option<String>,
    /// The bytes of the template that name it.
    pub(crate) span: Range<usize>,
}

/// What fills a gap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Name {
    /// The claim's words.
    Claim,
    /// The sentence's words.
    Sentence,
    /// Who said it.
    Speaker,
    /// A fact.
    Fact(Slot),
    /// A named group of a pattern, or a name that does not exist.
    Group(String),
}

/// The names that are always there.
pub(crate) const ALWAYS: &[&str] = &["claim", "sentence", "speaker"];

/// A fault in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TemplateFault {
    /// The bytes at fault.
    pub(crate) span: Range<usize>,
    pub(crate) message: Cow<'static, str>,
    pub(crate) remedy: Cow<'static, str>,
}

impl Template {
    /// Reads a template. `{{` and `}}` stand for braces.
    pub(crate) fn new(text: &str) -> Result<Self, TemplateFault> {
        let mut parts = Vec::new();
        let mut words = String::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            match c {
                '{' | '}' if text[at + 1..].starts_with(c) => {
                    words.push(c);
                    at += 2;
                }
                '{' => {
                    let gap = gap(text, at)?;
                    at = gap.span.end;
                    if !words.is_empty() {
                        parts.push(Part::Words(std::mem::take(&mut words)));
                    }
                    parts.push(Part::Gap(gap));
                }
                '}' => {
                    return Err(TemplateFault {
                        span: at..at + 1,
                        message: "`}` without `{`".into(),
                        remedy: "write `}}` for the brace itself".into(),
                    });
                }
                c => {
                    words.push(c);
                    at += c.len_utf8();
                }
            }
        }
        if !words.is_empty() {
            parts.push(Part::Words(words));
        }
        Ok(Self { parts })
    }

    /// The gaps, in order.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.parts.iter().filter_map(|part| match part {
            Part::Words(_) => None,
            Part::Gap(gap) => Some(gap),
        })
    }

    /// The text with its gaps filled. White space is set single, as an article's line breaks mean nothing in a hint.
    /// It is put together in `text`, which may hold anything before: hints are kept for as long as their article, and so get no
    /// more room than they need.
    pub(crate) fn fill<'t>(
        &self,
        text: &mut String,
        mut value: impl FnMut(&Name) -> Option<Cow<'t, str>>,
    ) -> String {
        text.clear();
        for part in &self.parts {
            match part {
                Part::Words(words) => text.push_str(words),
                Part::Gap(gap) => match (value(&gap.name), &gap.otherwise) {
                    (Some(value), _) if !is_blank(&value) => push_single_spaced(text, &value),
                    (_, Some(words)) => text.push_str(words),
                    (_, None) => text.push('…'),
                },
            }
        }
        text.as_str().to_owned()
    }
}

/// The gap whose brace opens at `start`.
fn gap(text: &str, start: usize) -> Result<Gap, TemplateFault> {
    let inside = &text[start + 1..];
    let Some(length) = inside.find(['{', '}']).filter(|&end| inside[end..].starts_with('}')) else {
        return Err(TemplateFault {
            span: start..start + 1,
            message: "`{` without `}`".into(),
            remedy: "close the gap, as in {value}, or write `{{` for the brace itself".into(),
        });
    };
    let (name, otherwise) = match inside[..length].split_once('|') {
        Some((name, words)) => (name.trim(), Some(words.to_owned())),
        None => (inside[..length].trim(), None),
    };
    let name = match name {
        "" => {
            return Err(TemplateFault {
                span: start..start + length + 2,
                message: "a gap without a name".into(),
                remedy: "name what fills it, as in {claim}".into(),
            });
        }
        "claim" => Name::Claim,
        "sentence" => Name::Sentence,
        "speaker" => Name::Speaker,
        name => Slot::named(name).map_or_else(|| Name::Group(name.to_owned()), Name::Fact),
    };
    Ok(Gap { name, otherwise, span: start..start + length + 2 })
}

fn push_single_spaced(text: &mut String, words: &str) {
    // Most words stand in one line, with single spaces.
    if is_single_spaced(words.as_bytes()) {
        text.push_str(words);
        return;
    }
    for (index, word) in words.split_whitespace().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// Whether there is nothing but white space.
fn is_blank(text: &str) -> bool {
    !text.starts_with(|c: char| c.is_ascii_graphic()) && text.trim().is_empty()
}

/// Whether bytes are visible ASCII characters with single spaces between them.
fn is_single_spaced(mut bytes: &[u8]) -> bool {
    let mut behind_character = false;
    while bytes.len() >= 8 {
        if !key::is_plain(key::at(bytes, 0), behind_character) {
            return false;
        }
        behind_character = bytes[7] != b' ';
        bytes = &bytes[8..];
    }
    for &byte in bytes {
        let is_plain = byte.is_ascii_graphic() || (byte == b' ' && behind_character);
        if !is_plain {
            return false;
        }
        behind_character = byte != b' ';
    }
    behind_character
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> String {
        Template::new(template).unwrap().fill(&mut "of another".to_owned(), |name| match name {
            Name::Claim => Some("2%  of\nGDP".into()),
            Name::Group(name) => Some(name.to_uppercase().into()),
            _ => None,
        })
    }

    #[test]
    fn words_are_set_with_single_spaces() {
        for words in [
            "",
            " ",
            "a",
            "a b",
            "a  b",
            "one two three",
            "one two  three",
            "one two\nthree four",
            "ends in a ",
            " one two three",
            "seven77 then",
            "seven77  then",
            "caf\u{e9} au  lait",
        ] {
            let mut text = String::new();
            push_single_spaced(&mut text, words);
            assert_eq!(text, words.split_whitespace().collect::<Vec<_>>().join(" "), "{words:?}");
        }
    }

    #[test]
    fn gaps_are_filled_and_braces_kept() {
        for (template, text) in [
            ("Check {claim}.", "Check 2% of GDP."),
            ("In {when|the year meant}?", "In the year meant?"),
            ("In {when}?", "In …?"),
            ("{party} {{x}}", "PARTY {x}"),
            ("{when|}none", "none"),
            ("plain", "plain"),
        ] {
            assert_eq!(filled(template), text, "{template}");
        }
    }

    #[test]
    fn a_fault_has_its_place() {
        for (template, at) in
            [("a {b", 2..3), ("a } b", 2..3), ("a {} b", 2..4), ("a {b {c}", 2..3), ("é {|x}", 3..7)]
        {
            assert_eq!(Template::new(template).unwrap_err().span, at, "{template}");
        }
    }
}
