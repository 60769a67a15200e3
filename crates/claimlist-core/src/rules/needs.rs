//! What a regular expression cannot match without: `(?i)\b(?:this|last) (?:spring|summer)` needs one of `this spring`,
//! `this summer`, `last spring`, `last summer`.

use regex_syntax::ast::{
    AssertionKind, Ast, ClassBracketed, ClassSet, ClassSetItem, Literal, Repetition, RepetitionKind,
    RepetitionRange,
};

use super::grams::frequency;

/// The most texts of which a pattern needs one.
const MOST: usize = 64;

/// The most letters of a class of which each is taken for itself: the digits are few.
const FEW: usize = 10;

/// Stands in a text for the border of a word.
const BORDER: char = '\0';

/// A text that a pattern needs, or another; ASCII letters are in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Need {
    pub(super) text: String,
    /// A byte of it at which a word or mark is sure to begin, or a digit or other letter than those of ASCII stands: of several the
    /// one with the rarest letters.
    pub(super) word: Option<usize>,
}

impl Need {
    /// From a text with borders of words.
    fn new(text: &str) -> Self {
        let begins_word = text.starts_with(BORDER);
        let text = text.replace(BORDER, "");
        let bytes = text.as_bytes();
        let is_letter = |byte: u8| byte.is_ascii_alphabetic();
        let begins = |at: &usize| match (bytes[*at], at.checked_sub(1).map(|before| bytes[before])) {
            (byte, _) if byte.is_ascii_whitespace() => false,
            (byte, None) if is_letter(byte) => begins_word,
            (byte, Some(before)) if is_letter(byte) => before.is_ascii() && !before.is_ascii_alphanumeric(),
            _ => text.is_char_boundary(*at),
        };
        let rarity = |at: &usize| match bytes.get(*at..*at + 3) {
            Some(letters) => letters.iter().map(|&byte| frequency(byte)).sum(),
            None => usize::MAX,
        };
        let word = (0..bytes.len()).filter(begins).min_by_key(rarity);
        Self { text, word }
    }
}

/// Texts of which one stands in every match; none if the pattern needs nothing that tells much.
pub(super) fn needs(ast: &Ast) -> Option<Vec<Need>> {
    let texts = best(ast)?;
    (weight(&texts) >= 2).then(|| texts.iter().map(|text| Need::new(text)).collect())
}

/// Texts of which one stands in every match, with borders of words.
fn best(ast: &Ast) -> Option<Vec<String>> {
    exact(ast).or_else(|| best_of_several(ast))
}

/// The same of what matches too many texts to know them all.
fn best_of_several(ast: &Ast) -> Option<Vec<String>> {
    match ast {
        Ast::Group(group) => best(&group.ast),
        Ast::Repetition(repetition) if is_needed(repetition) => best(&repetition.ast),
        Ast::Alternation(parts) => {
            let mut all = Vec::new();
            for part in &parts.asts {
                all.extend(best(part)?);
            }
            (all.len() <= MOST).then_some(all)
        }
        Ast::Concat(parts) => best_of_row(&parts.asts),
        _ => None,
    }
}

/// Whether what is repeated stands there once at least.
fn is_needed(repetition: &Repetition) -> bool {
    match &repetition.op.kind {
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore => false,
        RepetitionKind::OneOrMore => true,
        RepetitionKind::Range(
            RepetitionRange::Exactly(least)
            | RepetitionRange::AtLeast(least)
            | RepetitionRange::Bounded(least, _),
        ) => *least > 0,
    }
}

/// The best of what the parts of a row need; parts of which all texts are known are taken together.
fn best_of_row(parts: &[Ast]) -> Option<Vec<String>> {
    let mut found: Option<((bool, usize), Vec<String>)> = None;
    // Those that begin a word are found faster.
    let worth = |texts: &[String]| {
        let weight = weight(texts);
        (weight > 2 && texts.iter().all(|text| Need::new(text).word.is_some()), weight)
    };
    let mut offer = |texts: Vec<String>| {
        let worth = worth(&texts);
        if found.as_ref().is_none_or(|found| worth > found.0) {
            found = Some((worth, texts));
        }
    };
    let mut row = vec![String::new()];
    for part in parts {
        match exact(part) {
            Some(texts) if fits(&row, &texts) => row = product(row, &texts),
            Some(texts) => {
                let is_at_word = row.iter().all(|text| text.ends_with(is_between_words));
                let next = if is_at_word { product(vec![BORDER.to_string()], &texts) } else { texts };
                offer(std::mem::replace(&mut row, next));
            }
            None => {
                let is_at_word = ends_word(part) && row.iter().all(|text| text.ends_with(is_between_words));
                let next = if is_at_word { BORDER.to_string() } else { String::new() };
                let before = std::mem::replace(&mut row, vec![next]);
                // What is repeated stands behind the row once at least.
                match part {
                    Ast::Repetition(repetition) if is_needed(repetition) => match exact(&repetition.ast) {
                        Some(texts) if fits(&before, &texts) => offer(product(before.clone(), &texts)),
                        _ => {}
                    },
                    _ => {}
                }
                offer(before);
                best_of_several(part).into_iter().for_each(&mut offer);
            }
        }
    }
    offer(row);
    found.map(|(_, texts)| texts)
}

/// Whether a digit of ASCII stands in every match.
pub(super) fn needs_digit(ast: &Ast) -> bool {
    match ast {
        Ast::Literal(literal) => literal.c.is_ascii_digit(),
        Ast::ClassBracketed(class) => {
            let letters = letters(class).filter(|letters| !letters.is_empty());
            letters.is_some_and(|letters| letters.concat().bytes().all(|byte| byte.is_ascii_digit()))
        }
        Ast::Repetition(repetition) => is_needed(repetition) && needs_digit(&repetition.ast),
        Ast::Group(group) => needs_digit(&group.ast),
        Ast::Concat(parts) => parts.asts.iter().any(needs_digit),
        Ast::Alternation(parts) => parts.asts.iter().all(needs_digit),
        _ => false,
    }
}

/// All texts that it matches, if they are few; the end of a text and the like match the empty text.
fn exact(ast: &Ast) -> Option<Vec<String>> {
    match ast {
        Ast::Assertion(assertion) if is_border(&assertion.kind) => Some(vec![BORDER.to_string()]),
        Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => Some(vec![String::new()]),
        Ast::Literal(literal) => Some(vec![lower(literal)?.into()]),
        Ast::ClassBracketed(class) => letters(class),
        Ast::Dot(_) | Ast::ClassUnicode(_) | Ast::ClassPerl(_) => None,
        Ast::Repetition(repetition) if repetition.op.kind == RepetitionKind::ZeroOrOne => {
            let mut texts = exact(&repetition.ast)?;
            texts.push(String::new());
            Some(texts)
        }
        Ast::Repetition(_) => None,
        Ast::Group(group) => exact(&group.ast),
        Ast::Concat(parts) => {
            let mut row = vec![String::new()];
            for part in &parts.asts {
                let texts = exact(part).filter(|texts| fits(&row, texts))?;
                row = product(row, &texts);
            }
            Some(row)
        }
        Ast::Alternation(parts) => {
            let mut all = Vec::new();
            for part in &parts.asts {
                all.extend(exact(part)?);
            }
            (all.len() <= MOST).then_some(all)
        }
    }
}

/// Whether a letter behind this character begins a word.
fn is_between_words(c: char) -> bool {
    c == BORDER || (c.is_ascii() && !c.is_ascii_alphanumeric())
}

/// Whether a letter behind all that it matches, but for an empty text, begins a word: `(?:[^ ]+ )?`.
fn ends_word(ast: &Ast) -> bool {
    match ast {
        Ast::Literal(literal) => is_between_words(literal.c),
        Ast::Group(group) => ends_word(&group.ast),
        Ast::Repetition(repetition) => ends_word(&repetition.ast),
        // What may be empty at the end leaves the end to what stands before it.
        Ast::Concat(parts) => match parts.asts.last() {
            Some(last @ Ast::Literal(_)) => ends_word(last),
            _ => false,
        },
        Ast::Alternation(parts) => parts.asts.iter().all(ends_word),
        _ => false,
    }
}

/// Whether a letter behind it begins a word.
fn is_border(kind: &AssertionKind) -> bool {
    matches!(
        kind,
        AssertionKind::WordBoundary
            | AssertionKind::WordBoundaryStart
            | AssertionKind::WordBoundaryStartAngle
            | AssertionKind::WordBoundaryStartHalf
            | AssertionKind::StartText
            | AssertionKind::StartLine
    )
}

/// The letter in lower case. None for one of other alphabets, of which another case may be meant too, and for a byte.
fn lower(literal: &Literal) -> Option<char> {
    let is_plain = (literal.c.is_ascii() || !literal.c.is_alphabetic()) && literal.c != BORDER;
    (is_plain && literal.byte().is_none()).then(|| literal.c.to_ascii_lowercase())
}

/// The letters of a class such as `[$€]`, if they are few.
fn letters(class: &ClassBracketed) -> Option<Vec<String>> {
    let ClassSet::Item(item) = &class.kind else { return None };
    let mut letters = Vec::new();
    if class.negated || !add_letters(item, &mut letters) {
        return None;
    }
    letters.sort_unstable();
    letters.dedup();
    (letters.len() <= FEW).then(|| letters.iter().map(ToString::to_string).collect())
}

/// Adds the letters of a class; false if they cannot be told.
fn add_letters(item: &ClassSetItem, all: &mut Vec<char>) -> bool {
    match item {
        ClassSetItem::Empty(_) => true,
        ClassSetItem::Literal(literal) => lower(literal).map(|letter| all.push(letter)).is_some(),
        ClassSetItem::Range(range) if range.start.c.is_ascii() && range.end.c.is_ascii() => {
            all.extend((range.start.c..=range.end.c).map(|letter| letter.to_ascii_lowercase()));
            true
        }
        ClassSetItem::Union(union) => union.items.iter().all(|item| add_letters(item, all)),
        _ => false,
    }
}

/// Whether a row with texts behind it would still be few.
fn fits(row: &[String], texts: &[String]) -> bool {
    texts.len() == 1 || row.len() * texts.len() <= MOST / 2
}

/// Each text of a row with each of the others behind it.
fn product(mut row: Vec<String>, texts: &[String]) -> Vec<String> {
    if let [text] = texts {
        row.iter_mut().for_each(|start| start.push_str(text));
        return row;
    }
    row.iter().flat_map(|start| texts.iter().map(move |text| format!("{start}{text}"))).collect()
}

/// How much the finding of one of the texts tells: the fewest letters of any of them, where a rare mark is worth two.
fn weight(texts: &[String]) -> usize {
    let weight = |text: &String| match text.replace(BORDER, "").as_bytes() {
        [mark] if mark.is_ascii_punctuation() && !matches!(mark, b'.' | b',' | b'-' | b'\'') => 2,
        bytes => bytes.len(),
    };
    texts.iter().map(weight).min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<String> {
        let ast = regex_syntax::ast::parse::Parser::new().parse(pattern).unwrap();
        let texts = needs(&ast)?.into_iter().map(|need| need.text);
        Some(texts.collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn where_a_word_begins_in_a_need_is_known() {
        for (pattern, wanted) in [
            (r"\bsince\b", Some(0)),
            (r"(?i)^(?:\bnext )", Some(0)),
            ("since", None),
            (
                r"^(?:on |by |from |since )?(?:next|this|last|the|every) (?:mon|tues|wednes|thurs|fri|satur|sun)day$",
                Some(0),
            ),
            (r"x\bsince", None),
            ("in the spring", Some(7)),
            (r"\bjunk in the", Some(0)),
            (r"\bin a", Some(0)),
            (r"^(?:on )?(?:[^ ]+ ){0,3}(?:study|report)", Some(0)),
            (r"^(?:[^ ]+ ?){0,3}(?:study|report)", None),
            (r"(?:[^ ]+ )?(?:study|report)", None),
            (" per cent", Some(1)),
            ("ace: \u{2018}x", Some(5)),
            ("acqui-red", Some(5)),
            (r"\.\.\.", Some(0)),
            ("km2", Some(2)),
            ("\u{b2}cd", Some(0)),
            ("a\u{2019}s", Some(1)),
            (r"\Btax", None),
        ] {
            let ast = regex_syntax::ast::parse::Parser::new().parse(pattern).unwrap();
            let found = needs(&ast).unwrap().remove(0);
            assert_eq!(found.word, wanted, "{pattern}");
        }
    }

    #[test]
    fn a_digit_is_needed_where_no_match_is_without() {
        for (pattern, wanted) in [
            (r"\b0[0-9]{2,4} x|(?:tel )?[1-9]+", true),
            (r"[0-9a]+|1", false),
            (r"[^0-9]5?", false),
            (r"\d+", false),
            (r"(?:20)?-[0-9]{0,2}", false),
            (r"x", false),
        ] {
            let ast = regex_syntax::ast::parse::Parser::new().parse(pattern).unwrap();
            assert_eq!(needs_digit(&ast), wanted, "{pattern}");
        }
    }

    #[test]
    fn one_of_the_needs_stands_in_every_match() {
        for (pattern, wanted) in [
            (r"(?i)\bconsecutive\b", Some("consecutive")),
            (r"(?i)\bKicks?\b", Some("kicks|kick")),
            (r"\b(?:this|last) (?:spring|autumn)\b", Some("this spring|this autumn|last spring|last autumn")),
            (r"(?:\w+ )?tax(?: rate)?", Some("tax rate|tax")),
            (r"[$€]\d+", Some("$|€")),
            (r"(?:cut|rise) of \d+ per cent", Some(" per cent")),
            (r"(?<year>20\d\d)-\d\d", Some("20")),
            (r"(?:tax)+ \w+|https?://\w+", Some("tax|https://|http://")),
            (r"(?i)caf[eé]s|tea", Some("caf|tea")),
            (r"(?i)[c-e]af(?:é|tan)", Some("caf|daf|eaf")),
            (r"(?:tax){2}|(?:aid){0,2}", None),
            (r"a0[12]{3}", Some("a01|a02")),
            (r"[^a]bc[[:alpha:]]", Some("bc")),
            (r"\d+ ?k", None),
            (r"\w+est\b|\d+", None),
            (r"(?:tax)*", None),
        ] {
            assert_eq!(of(pattern).as_deref(), wanted, "{pattern}");
        }
    }
}
