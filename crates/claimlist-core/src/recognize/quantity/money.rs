//! Money: a sign, code or word for a currency before or behind a number: `£4.2m`, `US$2 trillion`, `Rs 5 crore`, `50p`.

use super::unit::{self, Named};
use super::{Context, Draft, compound, exclude, range, rate};
use crate::Slot;
use crate::lex::{Case, TokenKind};
use crate::lexicon::Classes;
use crate::recognize::number::{Number, scaled};
use crate::tag::Pos;

/// A currency as it stands before a number: its code, the token of the number, what to multiply the number by.
struct Prefix<'a> {
    code: &'a str,
    number: usize,
    factor: f64,
}

/// Money with its currency first: `$ 75 million`, `US$2 trillion`, `$A40`, `EUR 5m`, `£26 to £31 million`.
pub(super) fn sign_first(context: Context<'_>, i: usize) -> Option<Draft> {
    let words = context.words;
    let mut prefix = prefix_at(context, i)?;
    let minus = matches!(words.mark(prefix.number), '-' | '\u{2212}');
    let number = context.number_at(prefix.number + usize::from(minus))?;
    let mut end = number.tokens.end;
    if let Some((code, behind)) = again(context, i, &prefix, number) {
        (prefix.code, end) = (code, behind);
    }
    let mut draft = Draft::new(i, end, scaled(number.value, prefix.factor), prefix.code);
    let skip = |at: usize| prefix_at(context, at).map_or(at, |prefix| prefix.number);
    if let Some(upper) = range::with_units(context, number, i, end, skip) {
        upper_end(context, number, &prefix, &upper, &mut draft);
    }
    if minus {
        draft.facts.set(Slot::Value, -scaled(number.value, prefix.factor));
    } else {
        unit::negative(context, &mut draft);
    }
    compound::take_in(context, &mut draft);
    rate::frame(context, &mut draft);
    Some(draft)
}

/// The currency named a second time behind the number, and the token behind: `$5 US dollars`, `£3 sterling`. What says whose
/// dollars they are settles the currency: `$5 CAD`, `$5 million Canadian`.
fn again<'a>(
    context: Context<'a>,
    i: usize,
    prefix: &Prefix<'a>,
    number: &Number,
) -> Option<(&'a str, usize)> {
    let (words, end) = (context.words, number.tokens.end);
    let named = name_at(context, end, number).filter(|named| named.factor == 1.0);
    if let Some(named) = named {
        let settled = words.is(i, "$") && context.lexicon.currencies.code(words.word(end)).is_some();
        return (named.code == prefix.code || settled).then_some((named.code, named.end));
    }
    let alone =
        !words.pos(end + 1).is_noun() && words.pos(end + 1) != Pos::Adjective && !words.is(end + 1, "-");
    let whose = context.lexicon.currencies.of_nation(words.word(end), "dollars");
    whose.filter(|_| words.is(i, "$") && alone).map(|(code, _)| (code, end + 1))
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
    draft.facts.set(Slot::Value, scaled(low, prefix.factor));
    draft.facts.set(Slot::High, scaled(high, prefix.factor));
    draft.start -= usize::from(upper.between);
    draft.end = named.map_or(upper.number.tokens.end, |named| named.end);
}

/// The currency that token `i` starts, with the number to follow.
fn prefix_at<'a>(context: Context<'a>, i: usize) -> Option<Prefix<'a>> {
    let (words, currencies) = (context.words, &context.lexicon.currencies);
    let word = words.word(i);
    let prefix = |code, number| Some(Prefix { code, number, factor: 1.0 });
    if words.kind(i) == Some(TokenKind::Symbol) {
        let (code, factor) = currencies.sign(word)?;
        // "$US1,000", "$A40"
        let letters = words.glued(i + 1).then(|| currencies.before_sign(words.word(i + 1), word)).flatten();
        if let Some(code) = letters.filter(|_| words.kind(i + 2) == Some(TokenKind::Number)) {
            return prefix(code, i + 2);
        }
        return Some(Prefix { code, number: i + 1, factor });
    }
    if words.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    if words.kind(i + 1) == Some(TokenKind::Symbol)
        && let Some(code) = currencies.before_sign(word, words.word(i + 1))
    {
        return letters_belong(context, i).then_some(Prefix { code, number: i + 2, factor: 1.0 });
    }
    if let Some(code) = currencies.code(word) {
        let sign = usize::from(currencies.sign(words.word(i + 1)).is_some());
        return prefix(code, i + 1 + sign);
    }
    if let Some((code, factor)) = currencies.scaled_code(word) {
        return Some(Prefix { code, number: i + 1, factor });
    }
    let number = context.number_at(i + 1).filter(|number| number.digits);
    if let Some(code) = currencies.doubtful_code(word) {
        let large = |number: &&Number| number.value >= 1000.0 && !exclude::is_year(words, number);
        return number.filter(large).and_then(|_| prefix(code, i + 1));
    }
    if let Some(code) = currencies.capital(word) {
        return number.filter(|number| is_sum(context, i, number)).and_then(|_| prefix(code, i + 1));
    }
    if !words.has(i, Classes::CURRENCY) {
        return None;
    }
    if let Some(code) = currencies.letters(word) {
        // "DH2017" is the name of a conference.
        if words.case(i) == Case::Upper && number.is_some_and(|number| exclude::is_year(words, number)) {
            return None;
        }
        // "SH1" is a highway.
        if word == "SH" {
            return None;
        }
        let sign = usize::from(currencies.sign(words.word(i + 1)).is_some());
        return prefix(code, i + 1 + sign + usize::from(words.is(i + 1, ".")));
    }
    // "rupees 500 crore", "euro 22.5 million", but not "in dollars 20 people".
    let scaled = number.is_some_and(|number| number.scale >= 1000.0);
    let counted = i > 0 && context.number_ends_at(i);
    let (code, _) = currencies.word(word).filter(|(_, worth)| scaled && !counted && *worth == 1.0)?;
    prefix(code, i + 1)
}

/// Whether the number behind the capital at token `i` is a sum of money: `R50m`, `N1,700`, `N305 per dollar`, `a fine of R500`; the
/// `N95` of a mask and the `R44` of a road are none.
fn is_sum(context: Context<'_>, i: usize, number: &Number) -> bool {
    let words = context.words;
    let glued = words.word(i).len() == 1 && words.glued(i + 1);
    // "R500 000", "R17.72"
    let digits = words.word(number.tokens.start);
    let grouped = digits.contains(',')
        || number.tokens.len() > 1 && number.value >= 1000.0
        || number.value >= 1.0 && digits.split_once('.').is_some_and(|(_, behind)| behind.len() == 2);
    let round = number.value >= 100.0 && number.value % 10.0 == 0.0 && number.value < 1000.0;
    let end = number.tokens.end;
    let base = words.is_any(end, &["a", "an"]) && context.lexicon.figures.rate_bases.has(words.word(end + 1));
    let rate = (words.is(end, "per") || base) && number.value >= 10.0;
    let price = || context.lexicon.figures.paying.has(words.word(i.wrapping_sub(1)));
    // "from N617 to N855 per litre"
    let range =
        || words.is_any(end, &["to", "and"]) && words.word(end + 1) == words.word(i) && words.glued(end + 2);
    number.scale >= 1e6 || glued && (grouped || rate || round && price() || range())
}

/// Whether the letters at token `i` belong to the sign behind: `US$`, `US $5`, and `us $ 5` in texts that set a space around
/// every mark; "it cost us $5" and "a $5 bill" have other words before.
fn letters_belong(context: Context<'_>, i: usize) -> bool {
    let (words, sign) = (context.words, i + 1);
    words.glued(sign) || !words.is(i, "a") && (words.case(i) == Case::Upper || !words.glued(sign + 1))
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
    // "15 dollars and 50." needs an end behind it: what follows may be counted.
    let and = hundredths.tokens.start > draft.end;
    let closed = words.pos(end) == Pos::Punct && !words.is(end, ",");
    let fits = named && plausible && alone && (!and || closed);
    let value = draft.facts.number(Slot::Value).filter(|value| fits && *value < 1000.0);
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
    if let Some((code, factor)) = currencies.sign(word) {
        // A sign with a number behind it is that number's: "the 3 $10 notes", unless that one has its own: "10 € 30 cents".
        let has_own = |next: &Number| {
            let behind = next.tokens.end;
            words.has(behind, Classes::CURRENCY) || currencies.sign(words.word(behind)).is_some()
        };
        let own = context.number_at(i + 1).is_none_or(has_own) || words.glued(i) && !words.glued(i + 1);
        return own.then(|| Named { code, end: i + 1, factor });
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
    let capital = word == "C" && unit::is_money_near(context, number, i);
    if words.glued(i) && number.digits && (matches!(word, "p" | "c") || capital) {
        return named(if word == "p" { "GBP" } else { "USD" }, 1, 0.01);
    }
    // "10 US$", but not "10 US $5 bills".
    if words.glued(i + 1)
        && context.number_at(i + 2).is_none()
        && let Some(code) = currencies.before_sign(word, words.word(i + 1))
    {
        return named(code, 2, 1.0);
    }
    if let Some(code) =
        currencies.doubtful_code(word).filter(|_| number.value >= 100.0 && !words.pos(i + 1).is_noun())
    {
        return named(code, 1, 1.0);
    }
    of_nation(context, i).or_else(|| alone(context, i, number))
}

/// `US dollars`, `Costa Rican colóns`, `Danish crowns`, `euro cents`.
fn of_nation<'a>(context: Context<'a>, i: usize) -> Option<Named<'a>> {
    let (words, currencies) = (context.words, &context.lexicon.currencies);
    for at in i + 1..=i + 3 {
        if !words.has(at, Classes::CURRENCY) {
            continue;
        }
        let nation = words.span(i, at).of(words.text);
        let own = currencies.of_nation(nation, words.word(at));
        let unknown = at == i + 1 && words.has(i, Classes::NATIONALITY);
        if let Some((code, factor)) = own.or_else(|| currencies.word(words.word(at)).filter(|_| unknown)) {
            return Some(Named { code, end: at + 1, factor });
        }
    }
    None
}

/// `euros`, `pence`, `quid`, `kr`, and thousands as people say them: `ten grand`.
fn alone<'a>(context: Context<'a>, i: usize, number: &Number) -> Option<Named<'a>> {
    let (words, currencies) = (context.words, &context.lexicon.currencies);
    if !words.has(i, Classes::CURRENCY) {
        return None;
    }
    let word = words.word(i);
    let noun_behind = words.pos(i + 1).is_noun();
    let doubtful = currencies.is_doubtful(word)
        && (number.value < 100.0 || noun_behind || !number.digits && number.scale < 1000.0);
    let named = currencies.word(word).or_else(|| currencies.letters(word).map(|code| (code, 1.0)));
    // "below the 22,200 mark"
    if words.is(i, "mark") && number.value > 1.0 {
        return None;
    }
    // "ten grand pianos"
    let (code, factor) = named.filter(|(_, worth)| !(doubtful || *worth > 1.0 && noun_behind))?;
    let sterling = usize::from(words.is(i + 1, "sterling"));
    Some(Named { code, end: i + 1 + sterling, factor })
}
