//! Where the words of a claim end at marks that are no part of what it tells: the numbers of notes, and quotations cut short.

use super::Context;
use crate::recognize::MentionKind;
use crate::{ClaimKind, Span};

/// The span of a claim without the number of a note at its end, and with the marks that close a quotation of which it holds every word.
/// `bracketed` if there is a bracket in its sentence.
pub(super) fn settled(context: &Context<'_>, kind: ClaimKind, span: Span, bracketed: bool) -> Span {
    let text = context.document.text();
    let words = span.of(text);
    if kind == ClaimKind::Quote {
        return span;
    }
    let plain = words.trim_end_matches(|c: char| is_picture(c) || c.is_whitespace());
    if words.ends_with(is_picture) && !plain.is_empty() {
        return Span { end: span.start + plain.len() as u32, ..span };
    }
    let kept = without_note(words);
    if kept.len() < words.len() {
        return Span { end: span.start + kept.len() as u32, ..span };
    }
    if bracketed && let Some(end) = at_bracket(text, span) {
        return Span { end, ..span };
    }
    // Not one that runs on into the next sentence.
    let close = context.sentences.get(context.index).map_or(span.end, |sentence| sentence.span.end);
    let cut = context.mentions(MentionKind::Quote).find(|quote| {
        let inside = span.start < quote.span.start && quote.span.start < span.end;
        inside && span.end < quote.span.end && quote.span.end <= close
    });
    let rest = cut.and_then(|quote| text.get(span.end as usize..quote.span.end as usize));
    let closes = rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric));
    cut.filter(|_| closes).map_or(span, |quote| Span { end: quote.span.end, ..span })
}

/// Whether a character is one of the small pictures with which posts end: "I'll stand in May \u{1f331}".
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '\u{1f000}'..='\u{1faff}')
}

/// Where a claim ends in which a bracket stays open: behind its other half if that comes right behind, as in `won 40 seats (12 per cent|)`, or
/// before it, as in `2 million barrels | (bpd`.
fn at_bracket(text: &str, span: Span) -> Option<u32> {
    let words = span.of(text);
    let open = words.rfind('(').filter(|open| !words[*open..].contains(')'))?;
    if text.as_bytes().get(span.end as usize) == Some(&b')') {
        return Some(span.end + 1);
    }
    let before = words[..open].trim_end();
    (!before.is_empty()).then_some(span.start + before.len() as u32)
}

/// `the coast` of `the coast.[2]`, `the coast[2` and `the coast.[1][2]`.
fn without_note(words: &str) -> &str {
    // Hardly any claim ends in one.
    if !words.ends_with(|c: char| c == ']' || c.is_ascii_digit()) || !words.contains('[') {
        return words;
    }
    let mut kept = words;
    loop {
        // "[1], [2]", "[1]\u{2013}[4]"
        let between = kept.trim_end_matches([',', ' ', '\u{2013}', '-']);
        let end = if kept.len() < words.len() && between.ends_with(']') { between } else { kept };
        let inside = end.strip_suffix(']').unwrap_or(end);
        let before = inside.trim_end_matches(|c: char| c.is_ascii_digit());
        let note = inside.len() > before.len() && before.ends_with('[');
        let Some(rest) = before.strip_suffix('[').filter(|rest| note && !rest.is_empty()) else { break };
        kept = rest;
    }
    if kept.len() == words.len() {
        return words;
    }
    let loose = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':');
    let kept = kept.trim_end_matches(loose);
    if kept.is_empty() { words } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::claims;

    #[test]
    fn numbers_of_notes_are_left_out() {
        for (words, kept) in [
            ("the coast.[2]", "the coast"),
            ("the coast[12", "the coast"),
            ("the coast.[1][2]", "the coast"),
            ("the coast\u{a0}[1]", "the coast"),
            ("the coast [1], [2]\u{2013}[4", "the coast"),
            ("in 2012", "in 2012"),
            ("the coast [sic]", "the coast [sic]"),
            ("[2]", "[2]"),
            (". [2]", ". [2]"),
            ("", ""),
        ] {
            assert_eq!(without_note(words), kept, "{words}");
        }
        let found = claims("She won a place at the college.[2]", ClaimKind::Event);
        assert_eq!(found[0].0, "She won a place at the college");
    }

    #[test]
    fn a_quotation_is_not_cut_short() {
        let found = claims("Roe said he could not back \"a cap that nobody wants.\"", ClaimKind::Absence);
        assert_eq!(found[0].0, "he could not back \"a cap that nobody wants.\"");
    }
}
