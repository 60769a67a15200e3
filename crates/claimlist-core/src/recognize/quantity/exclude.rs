//! Numbers that name or order something rather than count it: `Boeing 737`, `page 4`, `10 Downing Street`, `Covid-19`, `24/7`.

use std::ops::Range;

use super::{Context, age, range, unit};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::recognize::time::is_war;
use crate::tag::Pos;

/// Whether a number is part of a name, an identifier or an order.
pub(super) fn names_or_orders(context: Context<'_>, number: &Number) -> bool {
    let words = context.words;
    if pronoun(context, number)
        || label(context, number)
        || war(words, number)
        || best_of(words, number)
        || words.is(number.tokens.end, "block")
            && number.value >= 100.0
            && (words.is(number.tokens.start.wrapping_sub(1), "the") || words.is(number.tokens.end + 1, "of"))
        // "its 250 millionth book"
        || number.digits && words.is_any(number.tokens.end, &["thousandth", "millionth", "billionth"])
        // "911 calls" are for help.
        || number.value == 911.0 && number.digits && words.is_any(number.tokens.end, &["call", "calls", "caller"])
        || in_name(words, number)
        || words.has(number.tokens.start.wrapping_sub(1), Classes::MONTH) && is_day(words, number)
    {
        return true;
    }
    number.digits
        && (is_of_law_report(context, number)
            || touches_letters(context, number)
            || touches_marks(words, number)
            || named(context, number)
            || address(context, number)
            || list_number(words, number)
            || identifier(words, number)
            || model(context, number)
            || date(words, number)
            || is_year(words, number))
}

/// `a best-of-seven series`
fn best_of(words: Words<'_>, number: &Number) -> bool {
    let start = number.tokens.start;
    start > 1 && words.glued(start) && words.is(start - 1, "-") && words.is(start - 2, "of")
}

/// `410 U.S. 113`, `347 F. Supp. 2d 55`: the volume or page of a law report.
fn is_of_law_report(context: Context<'_>, number: &Number) -> bool {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    // "U.S." is one token or, where its periods are parted, four.
    let report = |k: usize| words.is_any(k, &["u.s", "u.s.", "s.ct", "s.ct.", "f.supp", "f.2d", "f.3d"]);
    let period = |k: usize| k + usize::from(words.is(k, "."));
    let volume = report(end) && context.number_at(period(end + 1)).is_some();
    let name = start.wrapping_sub(1 + usize::from(words.is(start.wrapping_sub(1), ".")));
    let page = report(name) && context.number_ends_at(name);
    volume || page
}

/// `G20`, `F-16`, `Covid-19`, `mid-20s`, `21st`, `1980s`: letters before or behind, where they are no unit.
fn touches_letters(context: Context<'_>, number: &Number) -> bool {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let letters_before = |i: usize| {
        words.kind(i) == Some(TokenKind::Word)
            && context.lexicon.currencies.code(words.word(i)).is_none()
            && !words.is(i, "rs")
    };
    let before = start >= 1 && words.glued(start) && letters_before(start - 1);
    let hyphenated = start >= 2
        && words.is(start - 1, "-")
        && words.glued(start)
        && words.glued(start - 1)
        && letters_before(start - 2)
        && !words.is(start - 2, "magnitude")
        && !words.has(start - 2, Classes::NUMBER.or(Classes::SCALE));
    let behind = words.glued(end)
        && words.kind(end) == Some(TokenKind::Word)
        && unit::name_at(context, number).is_none()
        && age::years_old(words, end).is_none();
    before || hyphenated || behind
}

/// Digits that touch a mark of addresses, links and codes: `q=30`, `#12`, `24/7`, `9/11`.
fn touches_marks(words: Words<'_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = start.checked_sub(1).map_or("", |k| words.word(k));
    let sign = matches!(before, "<" | "=" | ">" | "≤" | "≥");
    // "p < 0.05", "n = 36", but "a >2 percent risk"
    if sign && start > 1 && words.word(start - 2).len() == 1 && !words.is(start - 2, "a") {
        return true;
    }
    let glued_before = words.glued(start)
        && (matches!(before, "=" | "&" | "_" | "?" | "%" | "\\" | "^")
            // "37C/99F" gives a figure twice.
            || before == "/"
                && !(start > 2
                    && words.has(start - 2, Classes::UNIT)
                    && words.kind(start - 3) == Some(TokenKind::Number))
            || before == ":" && words.glued(start - 1));
    let hash = matches!(before, "#" | "@") || words.is(start.wrapping_sub(1), "no.");
    let slash = words.glued(end) && words.is(end, "/") && words.kind(end + 1) == Some(TokenKind::Number);
    let colon = words.glued(end) && words.is(end, ":") && words.glued(end + 1);
    let no = start >= 2 && before == "." && words.is(start - 2, "no");
    glued_before || hash || slash || colon || no
}

/// `Boeing 737`, `Apollo 11`, `HTML 5`: a name before and nothing counted or measured behind.
fn named(context: Context<'_>, number: &Number) -> bool {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    start >= 1
        && words.kind(start - 1) == Some(TokenKind::Word)
        && words.pos(start - 1) == Pos::ProperNoun
        && !words.has(
            start - 1,
            Classes::CURRENCY.or(Classes::MODIFIER).or(Classes::WEEKDAY).or(Classes::AUXILIARY),
        )
        && number.scale < 1000.0
        && unit::name_at(context, number).is_none()
        // "gave Labour 28 to 29 per cent"
        && range::with_shared_unit(context, number)
            .is_none_or(|upper| unit::name_at(context, upper.number).is_none())
        && (!matches!(words.pos(end), Pos::Noun | Pos::PluralNoun | Pos::Adjective)
            // "a Leopard 2 tank"
            || words.pos(end) == Pos::Noun && words.is_any(start.wrapping_sub(2), &["a", "an"])
            // "the FTSE 100 index"
            || words.is_any(end, &["index", "indices"]))
        && !(words.pos(end) == Pos::ProperNoun && words.pos(end + 1) == Pos::PluralNoun)
}

/// `page 4`, `Article 5`, `Type 2 diabetes`, `Formula One`.
fn label(context: Context<'_>, number: &Number) -> bool {
    let (words, start) = (context.words, number.tokens.start);
    let Some(before) = start.checked_sub(1) else { return false };
    let title = words.case(before) == Case::Title;
    let spelled = title && words.case(start) == Case::Title
        || number.tokens.len() == 1 && words.is_any(before, &["number", "phase", "act", "part", "chapter"]);
    // "in the second group 71 people": what is counted behind makes the label a common noun, unless it is a name.
    let counts = !title && words.pos(number.tokens.end) == Pos::PluralNoun;
    // "in Year 9", the forms of a school; "the Group of 20"
    let form = title && before > 0 && words.is(before, "year");
    let group = before > 1 && words.is(before, "of") && words.is(before - 1, "group");
    // "eleven Top 10 hits"
    let chart = title && before > 0 && words.is(before, "top") && words.pos(number.tokens.end).is_noun();
    if number.digits && (form || chart || group && words.case(before - 1) == Case::Title) {
        return true;
    }
    // "No. 06-484"
    if number.digits
        && words.is(before, ".")
        && words.is(before.wrapping_sub(1), "no")
        && words.case(before.wrapping_sub(1)) == Case::Title
    {
        return true;
    }
    // "the No 9 shirt"
    if number.digits && words.is(before, "no") && title && before > 0 {
        return true;
    }
    (number.digits || spelled) && !counts && context.lexicon.figures.labels.has(words.word(before))
}

/// `10 Downing Street`, `221 Baker St`.
fn address(context: Context<'_>, number: &Number) -> bool {
    let (words, end) = (context.words, number.tokens.end);
    let street =
        |k| words.case(end + k) == Case::Title && context.lexicon.figures.streets.has(words.word(end + k));
    words.pos(end) == Pos::ProperNoun && (1..=3).any(street)
}

/// `1. Boil the water`, `2) Stir`, `3 ) Serve`.
fn list_number(words: Words<'_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    if start == 0 && matches!(words.mark(end), '.' | ')') && end + 1 < words.len() && number.value < 200.0 {
        return true;
    }
    words.is(end, ")") && !(start.saturating_sub(8)..start).any(|k| words.is(k, "("))
}

/// Telephone numbers, codes and grades: `0800 123`, `555-01-99`, `+44`, `007`.
fn identifier(words: Words<'_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let digits = words.word(start);
    let leading_zero = digits.len() > 1
        && digits.starts_with('0')
        && !digits.contains(['.', ','])
        && number.tokens.len() == 1;
    let dashed = |i: usize| words.is(i, "-") && words.glued(i) && words.glued(i + 1);
    let joined = |i: usize| dashed(i) && words.kind(i + 1) == Some(TokenKind::Number);
    let chain = joined(end) && joined(end + 2)
        || start >= 2
            && dashed(start - 1)
            && words.kind(start - 2) == Some(TokenKind::Number)
            // The lower end of a range would have taken it.
            && !words.has(end, Classes::UNIT);
    let letters_behind = dashed(end)
        && words.kind(end + 1) == Some(TokenKind::Word)
        && words.case(end + 1) == Case::Upper
        && words.word(end + 1).len() == 1;
    // "kx4-210m"
    let lettered = start >= 3
        && dashed(start - 1)
        && words.kind(start - 2) == Some(TokenKind::Number)
        && words.glued(start - 2)
        && words.kind(start - 3) == Some(TokenKind::Word);
    // "5300 L-118" is a part by its numbers, "2 m-3 m" a range.
    let part = words.word(end).len() == 1
        && words.kind(end) == Some(TokenKind::Word)
        && joined(end + 1)
        && words.word(end + 3) != words.word(end);
    leading_zero || chain || letters_behind || lettered || part
}

/// `the 8086 chip`, `a 747 jet`, `the 911 call`: so many of one thing is a name of it. The noun has to be one by itself: "a 300
/// page report" counts pages.
fn model(context: Context<'_>, number: &Number) -> bool {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    let digits = words.word(start);
    let plain = number.tokens.len() == 1
        && (3..=4).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || words.pos(end) != Pos::Noun || words.glued(end) || start == 0 {
        return false;
    }
    let before = start - 1;
    let one = words.has(before, Classes::DETERMINER)
        || matches!(words.pos(before), Pos::Adjective | Pos::ProperNoun | Pos::Possessive);
    let alone = !words.pos(end + 1).is_noun() && !words.is(end + 1, "-");
    one && alone
        && !words.has(end, Classes::TIME_UNIT)
        && unit::name_at(context, number).is_none()
        && !context.lexicon.figures.unmarked_plurals.has(words.word(end))
}

/// `the Thirty Years' War`: a name.
fn war(words: Words<'_>, number: &Number) -> bool {
    let Range { start, end } = number.tokens;
    words.has(end, Classes::TIME_UNIT) && is_war(words, start, end + 1)
}

/// `the World at One programme`, `Six Nations teams`: a number word with a capital in a name. Headings with capitals have one in their
/// verbs as well.
fn in_name(words: Words<'_>, number: &Number) -> bool {
    let Range { start, end } = number.tokens;
    if number.digits
        || start == 0
        || words.case(start) != Case::Title
        || words.kind(start - 1) != Some(TokenKind::Word)
    {
        return false;
    }
    let capital = |k: usize| words.case(k) == Case::Title;
    let behind =
        words.is_any(start - 1, &["at", "on", "of"]) && start > 2 && capital(start - 2) && !capital(end);
    let before = end == start + 1 && capital(end) && words.pos(end).is_noun();
    // "the Big Four firms"
    let joined = start > 1 && capital(start - 1) && !words.pos(start - 1).is_verb();
    (behind || before || joined)
        && (0..words.len()).any(|k| words.case(k) == Case::Lower && words.pos(k).is_finite())
}

/// A day or year next to a month, where times have not taken it: `19 May`, `Nov . 15`.
fn date(words: Words<'_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let abbreviated = start >= 2 && words.is(start - 1, ".") && words.has(start - 2, Classes::MONTH);
    let month_behind = words.has(end, Classes::MONTH) && words.case(end) == Case::Title;
    month_behind && number.value <= 31.0 || abbreviated && is_day(words, number)
}

fn is_day(words: Words<'_>, number: &Number) -> bool {
    number.digits
        && (1.0..=31.0).contains(&number.value)
        && number.tokens.len() == 1
        && !words.pos(number.tokens.end).is_noun()
}

/// `one` as a pronoun, and turns of phrase with it: `no one`, `one by one`, `one of the best`, `one day`, `the one`.
fn pronoun(context: Context<'_>, number: &Number) -> bool {
    let (words, start, end) = (context.words, number.tokens.start, number.tokens.end);
    if number.value != 1.0 || number.digits || end != start + 1 {
        return false;
    }
    let hyphen = words.is(end, "-") && words.glued(end);
    // "the extra one per cent"
    let percent = end + usize::from(hyphen);
    if words.is_any(percent, &["percent", "pct"]) || words.is_phrase(end, "per cent") {
        return false;
    }
    let before = start.checked_sub(1);
    let determined = before.is_some_and(|k| {
        words.has(k, Classes::DETERMINER.or(Classes::NEGATOR).or(Classes::ORDINAL))
            || words.pos(k) == Pos::Adjective
    });
    let noun = matches!(words.pos(end), Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Number);
    let in_of = before.is_some_and(|k| words.is(k, "-") && words.glued(start));
    hyphen || determined || in_of || !noun || context.lexicon.figures.idioms.has(words.word(end))
}

/// A bare number of four digits that is more likely a year: `1984`, `her 1988 sales`; not `2000 people` or `1500 km`.
pub(super) fn is_year(words: Words<'_>, number: &Number) -> bool {
    let (digits, end) = (words.word(number.tokens.start), number.tokens.end);
    let four_digits =
        digits.len() == 4 && number.tokens.len() == 1 && digits.bytes().all(|b| b.is_ascii_digit());
    if !four_digits || !(1500.0..2100.0).contains(&number.value) {
        return false;
    }
    if words.is(end, "%") || words.word(end) == "per" || words.has(end, Classes::UNIT) {
        return false;
    }
    // News writes 1,988 with a comma; a round number before a plural may be a count all the same.
    let round = number.value % 50.0 == 0.0 || number.value < 1900.0;
    let before = number.tokens.start.wrapping_sub(1);
    let dated = words.is_any(before, &["in", "since", "until", "from", "the", "by", "of"]);
    !round || dated || words.pos(end) != Pos::PluralNoun
}
