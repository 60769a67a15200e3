//! Money: a sign, code or word for a currency before or behind a number: `£4.2m`, `US$2 trillion`, `Rs 5 crore`, `50p`.

use super::unit::{self, Named};
use super::{Context, Draft, range, rate};
use crate::Slot;
use crate::lex::TokenKind;
use crate::lexicon::Classes;
use crate::recognize::number::Number;
use crate::tag::Pos;

/// A currency as it stands before a number: its code, the token of the number, what to multiply the number by.
struct Prefix<'a> {
    code: &'a str,
    number: usize,
    factor: f64,
}

/// Money with its currency first: `$ 75 million`, `US$2 trillion`, `EUR 5m`, `£26 to £31 million`.
pub(super) fn sign_first(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let prefix = prefix_at(context, i)?;
    let minus = matches!(words.mark(prefix.number), '-' | '\u{2212}');
    let number = context.number_at(prefix.number + usize::from(minus))?;
    let end = number.tokens.end;
    // "$5 US dollars", "£3 sterling" name the currency twice.
    let again =
        name_at(context, end, number).filter(|named| named.code == prefix.code && named.factor == 1.0);
    let end = again.map_or(end, |named| named.end);
    let mut draft = Draft::new(i, end, number.value * prefix.factor, prefix.code);
    let skip = |at: usize| prefix_at(context, at).map_or(at, |prefix| prefix.number);
    if let Some(upper) = range::with_units(context, number, i, end, skip) {
        upper_end(context, number, &prefix, &upper, &mut draft);
    }
    let minus = minus
        || i > 0 && matches!(words.mark(i - 1), '-' | '\u{2212}') && words.glued(i) && !words.glued(i - 1);
    if minus {
        draft.facts.set(Slot::Value, -number.value * prefix.factor);
    }
    unit::compound(context, &mut draft);
    rate::frame(context, &mut draft);
    Some(draft)
}

/// Sets the upper end, unless it turns out to be something else: "£5 to 3 people", "$3 to 5%".
fn upper_end(
    context: Context<'_>,
    lower: &Number,
    prefix: &Prefix<'_>,
    upper: &range::Upper<'_>,
    draft: &mut Draft,
) {
    let named = unit::name_at(context, upper.number);
    let same = named.as_ref().is_none_or(|named| named.code == prefix.code);
    let signed = upper.number.tokens.start > draft.end + 1;
    let words = context.words;
    let counts = !signed && named.is_none() && words.pos(upper.number.tokens.end) == Pos::PluralNoun;
    if !same || counts {
        return;
    }
    let (low, high) = range::ends(lower, upper.number);
    draft.facts.set(Slot::Value, low * prefix.factor);
    draft.facts.set(Slot::High, high * prefix.factor);
    draft.start -= usize::from(upper.between);
    draft.end = named.map_or(upper.number.tokens.end, |named| named.end);
}

/// The currency that token `i` starts, with the number to follow.
fn prefix_at<'a>(context: Context<'a>, i: usize) -> Option<Prefix<'a>> {
    let (words, currencies) = (context.words, &context.lexicon.currencies);
    let word = words.word(i);
    let prefix = |code, number| Some(Prefix { code, number, factor: 1.0 });
    if words.kind(i) == Some(TokenKind::Symbol) {
        return prefix(currencies.sign(word)?, i + 1);
    }
    if words.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    if words.is(i + 1, "$") && (words.glued(i + 1) || words.is(i, "us")) {
        return prefix(currencies.dollar(word)?, i + 2);
    }
    if let Some(code) = currencies.code(word) {
        let sign = usize::from(currencies.sign(words.word(i + 1)).is_some());
        return prefix(code, i + 1 + sign);
    }
    if let Some((code, factor)) = currencies.scaled_code(word) {
        return Some(Prefix { code, number: i + 1, factor });
    }
    if !words.has(i, Classes::CURRENCY) {
        return None;
    }
    if let Some(code) = currencies.letters(word) {
        return prefix(code, i + 1 + usize::from(words.is(i + 1, ".")));
    }
    // "rupees 500 crore", "euro 22.5 million", but not "in dollars 20 people".
    let scaled = context.number_at(i + 1).is_some_and(|number| number.digits && number.scale >= 1000.0);
    let counted = i > 0 && context.number_ends_at(i);
    let code = currencies.word(word).filter(|_| scaled && !counted && !currencies.is_minor(word))?;
    prefix(code, i + 1)
}

/// `two pounds fifty`, `three euros twenty a ticket`: the hundredths of money as people say them, without their name.
pub(super) fn spoken(context: Context<'_>, draft: &mut Draft, hundredths: &Number) -> bool {
    let (words, end) = (context.words, hundredths.tokens.end);
    let named = draft.end.checked_sub(1).is_some_and(|last| words.has(last, Classes::CURRENCY))
        && !context.lexicon.currencies.is_minor(words.word(draft.end - 1));
    let plausible = (10.0..100.0).contains(&hundredths.value) && hundredths.value.fract() == 0.0;
    // "four pounds twenty years ago", "five dollars fifty times", "ten pounds 50 per cent of the time"
    let alone = unit::name_at(context, hundredths).is_none()
        && !words.pos(end).is_noun()
        && !matches!(words.pos(end), Pos::Adjective | Pos::Number | Pos::ProperNoun)
        && !words.is_any(end, &["of", "-", "or"]);
    let value =
        draft.facts.number(Slot::Value).filter(|value| named && plausible && alone && *value < 1000.0);
    if let Some(value) = value {
        draft.facts.set(Slot::Value, value + hundredths.value / 100.0);
        draft.end = end;
    }
    value.is_some()
}

/// The currency behind a number, from token `i` on: `euros`, `US dollars`, `pence`, `p`, `€`, `MEUR`.
pub(super) fn name_at<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let (words, currencies) = (context.words, &context.lexicon.currencies);
    let word = words.word(i);
    let named = |code, tokens, factor| Some(Named { code, end: i + tokens, factor });
    if let Some(code) = currencies.sign(word) {
        // A sign with a number behind it is that number's: "the 3 $10 notes", unless that one has its own: "10 € 30 cents".
        let has_own = |next: &Number| {
            let behind = next.tokens.end;
            words.has(behind, Classes::CURRENCY) || currencies.sign(words.word(behind)).is_some()
        };
        let own = context.number_at(i + 1).is_none_or(has_own) || words.glued(i) && !words.glued(i + 1);
        return own.then(|| Named { code, end: i + 1, factor: if word == "¢" { 0.01 } else { 1.0 } });
    }
    if words.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    if let Some(code) = currencies.code(word) {
        return if words.glued(i + 1) && context.number_at(i + 1).is_some() {
            None
        } else {
            named(code, 1, 1.0)
        };
    }
    if let Some((code, factor)) = currencies.scaled_code(word) {
        return named(code, 1, factor);
    }
    if words.glued(i) && number.digits && matches!(word, "p" | "c") {
        return named(if word == "p" { "GBP" } else { "USD" }, 1, 0.01);
    }
    let minor = |i: usize| if currencies.is_minor(words.word(i)) { 0.01 } else { 1.0 };
    if words.has(i, Classes::CURRENCY) {
        let doubtful = currencies.is_doubtful(word)
            && (number.value < 100.0
                || words.pos(i + 1).is_noun()
                || !number.digits && number.scale < 1000.0);
        let code = currencies.word(word).or_else(|| currencies.letters(word)).filter(|_| !doubtful)?;
        let sterling = usize::from(words.is(i + 1, "sterling"));
        return named(code, 1 + sterling, minor(i));
    }
    // "US dollars", "Costa Rican colóns", "Danish crowns".
    for length in 1..=2 {
        let at = i + length;
        if !words.has(at, Classes::CURRENCY) || currencies.word(words.word(at)).is_none() {
            continue;
        }
        let own = currencies.of_nation(words.span(i, at + 1).of(words.text));
        let nation = words.has(i, Classes::NATIONALITY) && length == 1;
        let code = own.or_else(|| currencies.word(words.word(at)).filter(|_| nation))?;
        return named(code, length + 1, minor(at));
    }
    None
}
