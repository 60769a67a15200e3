//! Regular expressions for texts of which all letters are ASCII, but not all marks: English with curly quotation marks, dashes
//! and pounds.
//!
//! In such a text a word of ASCII letters and a word of any letters are the same thing. Where a word of any letters begins
//! and ends, the fast engine cannot tell once it meets a character beyond ASCII; of ASCII letters it can.

use std::sync::LazyLock;

use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition};

/// What may stand in such a text: ASCII, and the characters beyond it that are not of words.
static LETTERS: LazyLock<Option<ClassUnicode>> = LazyLock::new(|| {
    let beyond = regex_syntax::parse(r"\W").ok()?;
    let HirKind::Class(Class::Unicode(mut letters)) = beyond.into_kind() else { return None };
    letters.push(ClassUnicodeRange::new('\0', '\x7f'));
    Some(letters)
});

/// Whether all characters of words in a text are ASCII.
pub(super) fn has_ascii_words(text: &str) -> bool {
    let is_mark = |c: char| {
        // Dashes, quotation marks and the like; pounds; the sign of the euro.
        matches!(c, '\u{2010}'..='\u{2027}' | '\u{20ac}' | '\u{a3}' | '\u{a0}')
            || regex_syntax::try_is_word_character(c).is_ok_and(|is_word| !is_word)
    };
    text.chars().filter(|c| !c.is_ascii()).all(is_mark)
}

/// The expression that matches the same in a text that [`has_ascii_words`]; none if it asks for a place that is not the
/// border of a word, which may lie inside a character.
pub(super) fn with_ascii_words(hir: Hir) -> Option<Hir> {
    let all = |parts: Vec<Hir>| parts.into_iter().map(with_ascii_words).collect::<Option<Vec<_>>>();
    Some(match hir.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(Class::Unicode(mut class)) => {
            class.intersect(LETTERS.as_ref()?);
            Hir::class(Class::Unicode(class))
        }
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(match look {
            Look::WordUnicode => Look::WordAscii,
            Look::WordStartUnicode => Look::WordStartAscii,
            Look::WordEndUnicode => Look::WordEndAscii,
            Look::WordUnicodeNegate | Look::WordStartHalfUnicode | Look::WordEndHalfUnicode => return None,
            look => look,
        }),
        HirKind::Repetition(repetition) => {
            let sub = Box::new(with_ascii_words(*repetition.sub)?);
            Hir::repetition(Repetition { sub, ..repetition })
        }
        HirKind::Capture(capture) => {
            let sub = Box::new(with_ascii_words(*capture.sub)?);
            Hir::capture(Capture { sub, ..capture })
        }
        HirKind::Concat(parts) => Hir::concat(all(parts)?),
        HirKind::Alternation(parts) => Hir::alternation(all(parts)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_letters() {
        for (text, wanted) in [
            ("It\u{2019}s \u{201c}\u{a3}5\u{201d}\u{2026}", true),
            ("5 \u{b0}C \u{2192} 6\u{a0}\u{b0}C", true),
            ("caf\u{e9}", false),
            ("5 \u{b5}g", false),
            ("e\u{301}", false),
            ("\u{203f}", false),
        ] {
            assert_eq!(has_ascii_words(text), wanted, "{text}");
        }
    }
}
