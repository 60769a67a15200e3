//! The first eight bytes of a word as one number, by which short words are told apart at once: `key(b"for")` is `0x726f66`.

/// The first eight bytes of a word, zeros behind a shorter one: the patterns ask thousands of times for each sentence
/// which word stands somewhere, and so need not look at the text.
#[inline(always)]
pub(crate) const fn key(word: &[u8]) -> u64 {
    // Without a loop, so that the key of a word in the code is a constant in every build.
    byte(word, 0)
        | byte(word, 1)
        | byte(word, 2)
        | byte(word, 3)
        | byte(word, 4)
        | byte(word, 5)
        | byte(word, 6)
        | byte(word, 7)
}

/// Byte `at` of a word where it belongs in its key; 0 behind its end.
#[inline(always)]
const fn byte(word: &[u8], at: usize) -> u64 {
    if at < word.len() { (word[at] as u64) << (8 * at) } else { 0 }
}

/// The same as [`key`] for a word that the code does not know, in fewer steps.
#[inline]
pub(crate) fn of(word: &[u8]) -> u64 {
    let four = |at: usize| {
        let bytes = word.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        u64::from(u32::from_le_bytes(bytes.unwrap_or_default()))
    };
    match word.len() {
        0 => 0,
        length @ 1..4 => {
            let (first, middle, last) = (word[0], word[length / 2], word[length - 1]);
            u64::from(first) | u64::from(middle) << (8 * (length / 2)) | u64::from(last) << (8 * (length - 1))
        }
        length @ 4..8 => four(0) | four(length - 4) << (8 * (length - 4)),
        _ => four(0) | four(4) << 32,
    }
}

/// The first eight bytes at byte `at` of a text, zeros behind its end.
#[inline(always)]
pub(crate) fn at(text: &[u8], at: usize) -> u64 {
    match text.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()) {
        Some(eight) => u64::from_le_bytes(eight),
        None => of(text.get(at..).unwrap_or_default()),
    }
}

/// The first `length` bytes of eight, zeros behind them.
#[inline(always)]
pub(crate) fn first(bytes: u64, length: usize) -> u64 {
    match length {
        0 => 0,
        1..8 => bytes & (u64::MAX >> (64 - 8 * length)),
        _ => bytes,
    }
}

/// Eight bytes with their ASCII capitals in lower case, all at once.
#[inline(always)]
pub(crate) fn lower(bytes: u64) -> u64 {
    bytes | between(bytes, b'A', b'Z') >> 2
}

/// How many of eight bytes in lower case are ASCII letters, up to the first that is none.
#[inline(always)]
pub(crate) fn letters(lower: u64) -> usize {
    let others = !between(lower, b'a', b'z') & HIGH;
    others.trailing_zeros() as usize / 8
}

/// Whether eight bytes are visible ASCII characters with single spaces between them; a space may come first only behind a
/// character.
#[inline(always)]
pub(crate) fn is_plain(bytes: u64, behind_character: bool) -> bool {
    let spaces = between(bytes, b' ', b' ');
    let first = if behind_character { 0 } else { spaces & 0x80 };
    between(bytes, b' ', b'~') == HIGH && spaces & spaces << 8 == 0 && first == 0
}

/// How many of eight bytes in lower case are ASCII letters or digits, up to the first that is neither.
#[inline(always)]
pub(crate) fn letters_and_digits(lower: u64) -> usize {
    let others = !(between(lower, b'a', b'z') | between(lower, b'0', b'9')) & HIGH;
    others.trailing_zeros() as usize / 8
}

/// Whether one of eight bytes, which are ASCII letters, digits and zeros, is a digit.
#[inline(always)]
pub(crate) fn has_digit(bytes: u64) -> bool {
    (bytes >> 4) & !(bytes >> 6) & ONES != 0
}

/// Whether all of eight bytes are ASCII.
#[inline(always)]
pub(crate) fn is_ascii(bytes: u64) -> bool {
    bytes & HIGH == 0
}

/// The high bit of every byte.
const HIGH: u64 = 0x80 * ONES;
const ONES: u64 = u64::MAX / 255;

/// The high bit of each byte that lies between two ASCII characters, inclusive.
#[inline(always)]
fn between(bytes: u64, from: u8, to: u8) -> u64 {
    let low = bytes & !HIGH;
    let reaches = low + u64::from(0x80 - from) * ONES;
    let passes = low + u64::from(0x7f - to) * ONES;
    reaches & !passes & !bytes & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_are_made_lower_case_as_one_by_one() {
        for text in ["ABCXYZ@[", "`{az\0~09", "\u{c1}\u{dc}Zz\u{2019}S"] {
            let bytes: [u8; 8] = std::array::from_fn(|k| text.as_bytes().get(k).copied().unwrap_or_default());
            assert_eq!(
                lower(u64::from_le_bytes(bytes)).to_le_bytes(),
                bytes.map(|b| b.to_ascii_lowercase()),
                "{text}"
            );
        }
    }

    #[test]
    fn bytes_are_plain_with_single_spaces_between_characters() {
        for (text, inside, plain) in [
            ("a b c d!", true, true),
            (" b c d ~", true, true),
            (" b c d ~", false, false),
            ("a  c d !", true, false),
            ("a\tc d !", true, false),
            ("a \u{e9} d !", true, false),
            ("a b c d ", false, true),
        ] {
            assert_eq!(is_plain(at(text.as_bytes(), 0), inside), plain, "{text:?}");
        }
    }

    #[test]
    fn letters_are_counted_up_to_the_first_other_byte() {
        for (text, count) in
            [("abcdefgh", 8), ("ab-defgh", 2), ("`a", 0), ("z{", 1), ("caf\u{e9}s", 3), ("", 0)]
        {
            assert_eq!(letters(at(text.as_bytes(), 0)), count, "{text}");
        }
        for (text, wanted) in [
            ("abcxyz", false),
            ("pqrst0", true),
            ("9", true),
            ("ABYZ", false),
            ("", false),
            ("x12345678", true),
        ] {
            assert_eq!(has_digit(at(text.as_bytes(), 0)), wanted, "{text}");
        }
        for (text, count) in [("a1b2-345", 4), ("09/", 2), (":", 0), ("12345678", 8), ("caf\u{e9}1", 3)] {
            assert_eq!(letters_and_digits(at(text.as_bytes(), 0)), count, "{text}");
        }
    }

    #[test]
    fn a_key_has_the_bytes_in_order_and_no_more_than_eight() {
        assert_eq!(key(b"for"), 0x72_6f_66);
        assert_eq!(key(b"").to_le_bytes(), [0; 8]);
        for length in 0..12 {
            let word = &b"abcdefghijkl"[..length];
            assert_eq!(of(word), key(word), "{length} bytes");
        }
        assert_eq!(&key(b"something").to_le_bytes(), b"somethin");
    }
}
