//! Numbers that start with digits: `1,426`, `2.5 million`, `4.2m`, `3 crore`, `10 1/2`, `1½`, `12,00,000`, `1.234,56`.

use super::{Number, scales, spelled};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// Denominators of fractions in digits; others are more likely dates, shifts or versions: `24/7`, `9/11`.
const DENOMINATORS: [f64; 9] = [2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 16.0, 32.0];

/// The number whose digits stand at token `i`.
pub(super) fn at(words: Words<'_>, i: usize, lexicon: &Lexicon) -> Option<Number> {
    if let Some((value, end)) = fraction(words, i) {
        return Some(Number { digits: true, fraction: true, ..scaled(words, i, value, end, lexicon) });
    }
    let (mut value, mut end) = grouped(words, i)?;
    if let Some((part, behind)) = part(words, end, lexicon) {
        (value, end) = (value + part, behind);
    }
    Some(Number { digits: true, ..scaled(words, i, value, end, lexicon) })
}

/// The number with the scale behind it: `m`, `bn`, `million`.
fn scaled(words: Words<'_>, start: usize, value: f64, end: usize, lexicon: &Lexicon) -> Number {
    let (scale, end) = match short_scale(words, start, end, lexicon) {
        Some(scale) => (scale, end + 1),
        None => scales(words, end, lexicon),
    };
    Number { scale, ..Number::new(start..end, super::scaled(value, scale)) }
}

/// Digits with what groups them in thousands or splits off decimals, also where spaces stand around the mark.
fn grouped(words: Words<'_>, i: usize) -> Option<(f64, usize)> {
    let mut value = value_of(words.word(i))?;
    let mut end = i + 1;
    let first = words.word(i);
    let plain = first.bytes().all(|b| b.is_ascii_digit());
    while plain && first.len() <= 3 && !first.starts_with('0') {
        let Some(at) = group_at(words, end) else { break };
        value = value * 1000.0 + value_of(words.word(at))?;
        end = at + 1;
        // "1 234,56 789": what stands behind decimals is another number.
        if words.word(at).contains([',', '.']) {
            break;
        }
    }
    let whole = !words.word(end - 1).contains('.');
    let spaced_point = whole && words.is(end, ".") && is_spaced(words, end);
    if spaced_point && is_digits(words, end + 1) {
        let decimals = words.word(end + 1);
        let power = 10_f64.powi(decimals.len().min(18) as i32);
        value = (value * power + value_of(decimals)?) / power;
        end += 2;
    }
    Some((value, end))
}

/// Whether token `i` is digits and nothing else.
fn is_digits(words: Words<'_>, i: usize) -> bool {
    words.kind(i) == Some(TokenKind::Number) && words.word(i).bytes().all(|b| b.is_ascii_digit())
}

/// Whether white space stands on both sides of token `i`.
fn is_spaced(words: Words<'_>, i: usize) -> bool {
    i + 1 < words.len() && !words.glued(i) && !words.glued(i + 1)
}

/// The three digits that go on a number behind a space, a comma between spaces or an apostrophe, with decimals that they may
/// have: `1 000 000`, `10 , 000`, `1'200'000`, `1 234,56`.
fn group_at(words: Words<'_>, i: usize) -> Option<usize> {
    let apostrophe = matches!(words.mark(i), '\'' | '\u{2019}') && words.glued(i) && words.glued(i + 1);
    let comma = words.is(i, ",") && is_spaced(words, i);
    let at = i + usize::from(comma || apostrophe);
    let gap = words.tokens.get(at)?.span.start - words.tokens[at - 1].span.end;
    let digits = words.word(at);
    let whole = digits.split([',', '.']).next().unwrap_or_default();
    let fits = whole.len() == 3
        && (digits.len() == 3 || digits.len() <= 6 && !comma)
        && (apostrophe || (1..=2).contains(&gap));
    (fits && words.kind(at) == Some(TokenKind::Number) && whole.bytes().all(|b| b.is_ascii_digit()))
        .then_some(at)
}

/// The value of digits with grouping: `1,426`, `2.5`, `1.234.567`, `12,00,000`, `1.234,5`, `12,5`.
fn value_of(word: &str) -> Option<f64> {
    // Most are plain, and so many digits are exact.
    if word.len() <= 15 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = word.bytes().fold(0, |value, digit| value * 10 + u64::from(digit - b'0'));
        return (!word.is_empty()).then_some(value as f64);
    }
    let points = word.bytes().filter(|b| *b == b'.').count();
    let commas = word.bytes().filter(|b| *b == b',').count();
    let last_group = word.len() - word.rfind(',').map_or(0, |at| at + 1);
    let comma_is_decimal = commas == 1 && (last_group < 3 || points > 0 && word.find('.') < word.find(','));
    if comma_is_decimal {
        return word.replace('.', "").replace(',', ".").parse().ok();
    }
    if points > 1 {
        let groups = commas == 0 && word.split('.').skip(1).all(|group| group.len() == 3);
        return groups.then(|| word.replace('.', "").parse().ok())?;
    }
    if commas == 0 { word.parse().ok() } else { word.replace(',', "").parse().ok() }
}

/// `3/4`, also with spaces around the slash.
fn fraction(words: Words<'_>, i: usize) -> Option<(f64, usize)> {
    if !matches!(words.mark(i + 1), '/' | '\u{2044}') || words.glued(i + 1) != words.glued(i + 2) {
        return None;
    }
    let chained = matches!(words.mark(i + 3), '/') || i > 0 && matches!(words.mark(i - 1), '/');
    if chained || !is_digits(words, i) || !is_digits(words, i + 2) {
        return None;
    }
    let (numerator, denominator) = (value_of(words.word(i))?, value_of(words.word(i + 2))?);
    let is_part = numerator >= 1.0 && numerator < denominator && DENOMINATORS.contains(&denominator);
    // "1/5th", "2/3rds"
    let ending = usize::from(words.glued(i + 3) && is_ordinal_ending(words, i + 3));
    is_part.then(|| (numerator / denominator, i + 3 + ending))
}

/// `th` of "5th" and "1/5ths".
pub(in crate::recognize) fn is_ordinal_ending(words: Words<'_>, i: usize) -> bool {
    words.is_any(i, &["st", "nd", "rd", "th", "rds", "ths"])
}

/// The fraction that goes on a whole number: `10 1/2`, `2-1/2`, `1½`, `2 and a half`, `3 and 1/4`.
fn part(words: Words<'_>, end: usize, lexicon: &Lexicon) -> Option<(f64, usize)> {
    if let Some(part) = spelled::part(words, end, lexicon) {
        return Some(part);
    }
    if let Some(value) = lexicon.numbers.vulgar(words.word(end)) {
        return Some((value, end + 1));
    }
    let link = words.is(end, "-") && words.glued(end) || words.is(end, "and");
    fraction(words, end + usize::from(link))
}

/// `m`, `bn` and `k` behind digits. One letter has to touch the digits unless a currency stands before.
fn short_scale(words: Words<'_>, start: usize, i: usize, lexicon: &Lexicon) -> Option<f64> {
    let word = words.word(i);
    if word.is_empty() || word.len() > 3 {
        return None;
    }
    let scale = lexicon.numbers.short_scale(word)?;
    let money = || money_before(words, start, lexicon) || money_at(words, i + 1, lexicon);
    let sure = match word {
        "m" => {
            words.glued(i) && counts_follow(words, i + 1, lexicon)
                || money()
                || words.glued(i) && (is_level(words, start, lexicon) || is_compared(words, start, lexicon))
        }
        // Millimetres and thousandths of an inch, but for money.
        "MM" | "mil" | "bil" => money(),
        _ if word.len() > 1 => !words.is(i, "mm"),
        // "£95 B&B"
        "B" if words.is(i + 1, "&") && words.glued(i + 1) => false,
        "M" | "k" | "b" | "B" => words.glued(i) && !words.glued(i + 1) || money(),
        // "4K" and "5t" are a screen and a weight unless money is meant.
        _ => money(),
    };
    sure.then_some(scale)
}

/// Whether a currency stands before the number, or before the lower end of its range: `£5m`, `$10 to 15m`.
fn money_before(words: Words<'_>, start: usize, lexicon: &Lexicon) -> bool {
    for k in (start.saturating_sub(6)..start).rev() {
        let word = words.word(k);
        let link = matches!(word, "-" | "\u{2013}" | "to" | "and" | "or" | "m" | "bn" | "k" | ".")
            || words.kind(k) == Some(TokenKind::Number)
            || words.has(k, Classes::SCALE);
        // "$NZ5m"
        let behind =
            || words.glued(k) && k > 0 && lexicon.currencies.before_sign(word, words.word(k - 1)).is_some();
        let letter = || lexicon.currencies.capital(word).is_some() && words.glued(k + 1);
        let currencies = &lexicon.currencies;
        if words.has(k, Classes::CURRENCY)
            || currencies.sign(word).is_some()
            || currencies.code(word).is_some()
            || letter()
            || behind()
        {
            return true;
        }
        if !link {
            return false;
        }
    }
    false
}

fn money_at(words: Words<'_>, i: usize, lexicon: &Lexicon) -> bool {
    words.has(i, Classes::CURRENCY)
        || lexicon.currencies.sign(words.word(i)).is_some()
        || lexicon.currencies.code(words.word(i)).is_some()
        || words.has(i + 1, Classes::CURRENCY) && matches!(words.pos(i), Pos::ProperNoun | Pos::Adjective)
}

/// Whether what follows `m` is counted in millions: `5m people`, `2m new homes`, `3m of them`, `2m bpd`; `a 5m wave` is as long.
fn counts_follow(words: Words<'_>, i: usize, lexicon: &Lexicon) -> bool {
    if words.has(i, Classes::UNIT) && lexicon.units.is_flow(words.word(i)) {
        return true;
    }
    if words.is_any(i, &["of", "more", "fewer"]) {
        // "1.5m of water" is as deep.
        return !(words.is(i, "of") && words.pos(i + 1) == Pos::Noun);
    }
    for k in i..words.len().min(i + 4) {
        match words.pos(k) {
            Pos::PluralNoun => return !lexicon.figures.races.has(words.word(k)),
            Pos::Adjective | Pos::VerbParticiple => {}
            // "5m car owners": a noun before a plural.
            Pos::Noun if matches!(words.pos(k + 1), Pos::PluralNoun | Pos::Noun) => {}
            _ => return false,
        }
    }
    false
}

/// Whether money in millions stands before the figure, with which it is compared: `64m euros, up from 29m`, `$4bn, against 900m`; or a level
/// that was another before: `profits fell to 10m from 12m`.
fn is_compared(words: Words<'_>, start: usize, lexicon: &Lexicon) -> bool {
    if start > 5
        && words.is(start - 1, "from")
        && words.is(start - 2, "m")
        && is_level(words, start - 3, lexicon)
    {
        return words.kind(start - 3) == Some(TokenKind::Number);
    }
    let scaled = |k: usize| words.is_any(k, &["m", "bn"]) || words.has(k, Classes::SCALE);
    let money = |k: usize| {
        let sign = k > 1 && lexicon.currencies.sign(words.word(k - 2)).is_some();
        scaled(k) && words.kind(k - 1) == Some(TokenKind::Number) && (sign || money_at(words, k + 1, lexicon))
    };
    start > 3
        && words.is_any(start - 1, &["from", "than", "with", "against", "versus", "to"])
        && (start.saturating_sub(24).max(1)..start).any(money)
}

/// Whether the figure is a level that something counted rose or fell to: `viewers rose to 48m`, but not `waves rose to 8m`.
fn is_level(words: Words<'_>, start: usize, lexicon: &Lexicon) -> bool {
    start >= 3
        && words.is_any(start - 1, &["to", "by", "at"])
        && words.has(start - 2, Classes::VERB_PAST.or(Classes::VERB_BASE))
        && words.pos(start - 3) == Pos::PluralNoun
        && !lexicon.figures.in_metres.has(words.word(start - 3))
}
