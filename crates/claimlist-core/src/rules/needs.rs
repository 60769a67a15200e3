//! What a regular expression cannot match without: `(?i)\b(?:this|last) (?:spring|summer)` needs one of `this spring`,
//! `this summer`, `last spring`, `last summer`.

use regex_syntax::ast::{
    Ast, ClassBracketed, ClassSet, ClassSetItem, Literal, Repetition, RepetitionKind, RepetitionRange,
};

/// The most texts of which a pattern needs one.
const MOST: usize = 64;

/// The most letters of a class of which each is taken for itself: the digits are few.
const FEW: usize = 10;

/// Texts of which one stands in every match, ASCII letters in lower case; none if the pattern needs nothing that tells
/// much.
pub(super) fn needs(ast: &Ast) -> Option<Vec<String>> {
    let texts = best(ast)?;
    (weight(&texts) >= 2).then_some(texts)
}

/// Texts of which one stands in every match.
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
    let mut found: Option<Vec<String>> = None;
    let mut offer = |texts: Vec<String>| {
        if found.as_ref().is_none_or(|found| weight(&texts) > weight(found)) {
            found = Some(texts);
        }
    };
    let mut row = vec![String::new()];
    for part in parts {
        match exact(part) {
            Some(texts) if fits(&row, &texts) => row = product(row, &texts),
            Some(texts) => offer(std::mem::replace(&mut row, texts)),
            None => {
                let before = std::mem::replace(&mut row, vec![String::new()]);
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
    found
}

/// All texts that it matches, if they are few; borders of words and the like match the empty text.
fn exact(ast: &Ast) -> Option<Vec<String>> {
    match ast {
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

/// The letter in lower case. None for one of other alphabets, of which another case may be meant too, and for a byte.
fn lower(literal: &Literal) -> Option<char> {
    let is_plain = literal.c.is_ascii() || !literal.c.is_alphabetic();
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
    let weight = |text: &String| match text.as_bytes() {
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
        needs(&ast).map(|texts| texts.join("|"))
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
