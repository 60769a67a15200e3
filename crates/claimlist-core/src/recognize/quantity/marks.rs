//! Feet and inches as marks behind a figure: `6'2"`, `6′ 2″`, `27"`.
//!
//! Straight marks are quotation marks as well: a double one is inches where none is open before it, a single one feet where
//! inches follow.

use super::Context;
use super::unit::Named;
use crate::lex::TokenKind;
use crate::recognize::number::Number;

/// Larger figures with such a mark are years and other figures at the end of a quotation.
const MOST_INCHES: f64 = 200.0;

/// The unit of the mark behind a number.
pub(super) fn name_at<'a>(context: Context<'a>, number: &Number) -> Option<Named<'a>> {
    let (words, at) = (context.words, number.tokens.end);
    // `10 " long` in texts that set a space around every mark.
    let sized = || context.lexicon.figures.sizes.has(words.word(at + 1));
    let spaced = words.is(at, "\"") && sized();
    if !number.digits || !words.glued(at) && !spaced {
        return None;
    }
    let code = match words.word(at) {
        "\u{2032}" => "[ft_i]",
        "\u{2033}" => "[in_i]",
        "'" | "’" if inches_follow(context, at + 1) || sized() => "[ft_i]",
        "\"" if number.value < MOST_INCHES && !quotation_is_open(context, at) => "[in_i]",
        _ => return None,
    };
    Some(Named { code, end: at + 1, factor: 1.0 })
}

/// Whether `2"` stands at `at`.
fn inches_follow(context: Context<'_>, at: usize) -> bool {
    let words = context.words;
    let inches = |number: &Number| {
        let end = number.tokens.end;
        number.digits && number.value < 12.0 && words.glued(end) && matches!(words.word(end), "\"" | "”")
    };
    words.kind(at) == Some(TokenKind::Number) && context.number_at(at).is_some_and(inches)
}

/// Whether a straight double quotation mark before `at` waits for its second.
fn quotation_is_open(context: Context<'_>, at: usize) -> bool {
    let words = context.words;
    let figure = |i: usize| i > 0 && words.glued(i) && words.kind(i - 1) == Some(TokenKind::Number);
    (0..at).filter(|&i| words.word(i) == "\"" && !figure(i)).count() % 2 == 1
}
